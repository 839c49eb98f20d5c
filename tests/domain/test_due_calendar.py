"""A month of due dates: working days are numbered as the law counts them."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai_desk.domain.calendar import DayKind
from gongkai_desk.domain.due_calendar import due_month
from gongkai_desk.services.bundled_calendar import bundled_calendar
from tests.domain.test_register_statistics import LATE, RUNNING, case

CALENDAR = bundled_calendar()


def test_october_2026_with_its_holiday_and_makeup_day() -> None:
    month = due_month(2026, 10, [], CALENDAR)
    by_day = {day.date.day: day for day in month.days}
    assert len(by_day) == 31
    assert by_day[1].kind is by_day[7].kind is DayKind.HOLIDAY
    assert (by_day[8].number, by_day[9].number) == (1, 2)
    assert (by_day[10].kind, by_day[10].number) == (DayKind.MAKEUP, 3)
    assert by_day[11].number is None
    assert month.working_days == 18
    assert not any(day.provisional for day in month.days)


def test_only_open_requests_fall_due() -> None:
    assert RUNNING.due is not None
    month = due_month(RUNNING.due.year, RUNNING.due.month, [RUNNING, LATE], CALENDAR)
    found = {day.date: day.cases for day in month.days if day.cases}
    assert found == {RUNNING.due: (RUNNING,)}


@pytest.mark.parametrize(("year", "provisional"), [(2026, False), (2027, True)])
def test_a_year_without_a_notice_is_provisional(year: int, provisional: bool) -> None:
    month = due_month(year, 1, [case(dt.date(2026, 11, 2))], CALENDAR)
    assert {day.provisional for day in month.days} == {provisional}


def test_weeks_begin_on_monday() -> None:
    month = due_month(2026, 2, [], CALENDAR)
    assert all(week[0].date.weekday() == 0 and len(week) == 7 for week in month.weeks)
