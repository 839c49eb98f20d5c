"""The clock of 10,000 requests, and due dates beside a day loop over chinesecalendar."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable

import chinese_calendar

from gongkai_desk.domain.clock import ClockEvent, run
from gongkai_desk.domain.request import EventKind
from gongkai_desk.services.bundled_calendar import bundled_calendar

CASES = 10_000
CALENDAR = bundled_calendar()


def day_loop(received: dt.date) -> dt.date:
    day, left = received, 20
    while left:
        day += dt.timedelta(days=1)
        left -= chinese_calendar.is_workday(day)
    return day


def measure(name: str, work: Callable[[dt.date], object], days: list[dt.date]) -> None:
    began = time.perf_counter()
    for day in days:
        work(day)
    print(f"{name}: {(time.perf_counter() - began) / len(days) * 1e6:.1f} µs each")


def full(received: dt.date) -> object:
    later = [received + dt.timedelta(days=days) for days in (2, 9, 12, 40)]
    events = [
        ClockEvent(later[0], EventKind.CONSULTATION_SENT, "A"),
        ClockEvent(later[1], EventKind.CONSULTATION_ANSWERED, "A"),
        ClockEvent(later[2], EventKind.EXTENDED, "20"),
        ClockEvent(later[3], EventKind.REPLIED),
    ]
    return run(received, events, CALENDAR, later[3])


def main() -> None:
    dice = random.Random(1)
    first = dt.date(2019, 1, 1)
    days = [first + dt.timedelta(days=dice.randrange(2800)) for _ in range(CASES)]
    for year in range(2019, 2028):
        CALENDAR.working_days(year)
    assert all(CALENDAR.add(day, 20) == day_loop(day) for day in days[:500])
    measure("due date, our calendar", lambda day: CALENDAR.add(day, 20), days)
    measure("due date, day loop over chinesecalendar", day_loop, days[:1000])
    measure("clock without events", lambda day: run(day, [], CALENDAR, day), days)
    measure("clock with four events, every step explained", full, days)


if __name__ == "__main__":
    main()
