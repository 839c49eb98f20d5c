"""A due date that has passed has passed, also on a day of rest."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai_desk.domain.clock import ClockEvent, run
from gongkai_desk.domain.request import EventKind
from gongkai_desk.services.bundled_calendar import bundled_calendar

FRIDAY = dt.date(2026, 12, 18)


@pytest.mark.parametrize(
    ("as_of", "remaining", "overdue"),
    [
        (FRIDAY, 0, False),
        (dt.date(2026, 12, 19), 0, True),
        (dt.date(2026, 12, 20), 0, True),
        (dt.date(2026, 12, 21), -1, True),
    ],
)
def test_open(as_of: dt.date, remaining: int, overdue: bool) -> None:
    clock = run(dt.date(2026, 11, 20), [], bundled_calendar(), as_of)
    assert (clock.due, clock.remaining, clock.overdue) == (FRIDAY, remaining, overdue)


def test_replied_on_the_saturday_after() -> None:
    saturday = dt.date(2026, 12, 19)
    reply = ClockEvent(saturday, EventKind.REPLIED)
    assert run(dt.date(2026, 11, 20), [reply], bundled_calendar(), saturday).overdue
