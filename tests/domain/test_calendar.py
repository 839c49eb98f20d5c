from __future__ import annotations

import datetime as dt

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunar_python import Lunar, Solar

from gongkai_desk.domain.calendar import DayKind, Notice, WorkCalendar, read_date
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.services.bundled_calendar import bundled_calendar, bundled_notices, statutory_days

D = dt.date
ANY_DAY = st.dates(D(1900, 1, 1), D(9990, 12, 31))
NEAR_DAY = st.dates(D(2018, 6, 1), D(2029, 12, 31))


def days_of(first: int, last: int) -> list[dt.date]:
    start = D(first, 1, 1)
    return [start + dt.timedelta(days=n) for n in range((D(last, 12, 31) - start).days + 1)]


def test_every_day_of_2019_to_2026_agrees_with_an_independent_source() -> None:
    calendar = bundled_calendar()
    different = [
        day
        for day in days_of(2019, 2026)
        if calendar.is_working_day(day) != chinese_calendar.is_workday(day)
    ]
    assert different == []


@pytest.mark.parametrize(("year", "working_days"), [(2025, 248), (2026, 248)])
def test_working_days_of_a_year(year: int, working_days: int) -> None:
    assert bundled_calendar().working_days(year) == working_days


@pytest.mark.parametrize("year", [1, 2018, 2020, 2024, 2025, 2026, 2027, 2031, 9999])
def test_a_year_counts_the_days_that_are_worked(year: int) -> None:
    """The table of a year is made another way than the kind of a day is found."""
    calendar = bundled_calendar()
    first, last = D(year, 1, 1).toordinal(), D(year, 12, 31).toordinal()
    each = map(D.fromordinal, range(first, last + 1))
    assert calendar.working_days(year) == sum(map(calendar.is_working_day, each))


def test_every_year_from_2019_is_confirmed_by_a_named_source() -> None:
    calendar = bundled_calendar()
    for year in range(2019, 2027):
        assert calendar.confirmed(year)
        assert f"{year}年" in calendar.source(year)
        assert "国办发明电〔" in calendar.source(year)
    assert calendar.last_confirmed == 2026
    assert not calendar.confirmed(2018)
    assert not calendar.confirmed(2027)
    assert calendar.source(2027) == ""


def test_days_off_hold_the_weekends_named_and_not_those_that_adjoin() -> None:
    calendar = bundled_calendar()
    assert D(2026, 1, 3) in calendar.days_off(2026)  # 1日至3日
    assert D(2024, 6, 9) not in calendar.days_off(2024)  # 6月10日放假，与周末连休
    assert calendar.makeup_days(2026) == (
        D(2026, 1, 4), D(2026, 2, 14), D(2026, 2, 28),
        D(2026, 5, 9), D(2026, 9, 20), D(2026, 10, 10),
    )  # fmt: skip


def test_amending_notices_rule_over_the_yearly_one() -> None:
    calendar = bundled_calendar()
    assert calendar.day_kind(D(2019, 5, 2)) is DayKind.HOLIDAY
    assert calendar.day_kind(D(2019, 4, 28)) is DayKind.MAKEUP
    assert calendar.day_kind(D(2020, 1, 31)) is DayKind.HOLIDAY
    assert calendar.day_kind(D(2020, 2, 1)) is DayKind.HOLIDAY  # first to be worked, then not
    assert D(2020, 2, 1) not in calendar.makeup_days(2020)


def test_a_yearly_notice_taken_again_takes_no_amendment_back() -> None:
    yearly, amending = (n for n in bundled_notices() if n.year == 2019)
    calendar = WorkCalendar([yearly, amending, yearly])
    assert calendar.day_kind(D(2019, 5, 2)) is DayKind.HOLIDAY


def test_a_corrected_yearly_notice_replaces_the_first() -> None:
    wrong = Notice(
        year=2026,
        source="x",
        days_off=frozenset({D(2026, 3, 4)}),
        makeup_days=frozenset(),
    )
    right = next(n for n in bundled_notices() if n.year == 2026)
    assert WorkCalendar([wrong, right]).is_working_day(D(2026, 3, 4))


def test_a_new_year_holiday_that_begins_in_december() -> None:
    calendar = bundled_calendar()
    assert not calendar.is_working_day(D(2018, 12, 31))
    assert calendar.is_working_day(D(2018, 12, 29))
    assert not calendar.confirmed(2018)


def solar(year: int, month: int, day: int) -> dt.date:
    found = Lunar.fromYmd(year, month, day).getSolar()
    return D(found.getYear(), found.getMonth(), found.getDay())


@pytest.mark.parametrize("year", range(2027, 2101))
def test_statutory_days_recomputed(year: int) -> None:
    new_year = solar(year, 1, 1)
    term = Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()["清明"]
    one = dt.timedelta(days=1)
    expected = {
        D(year, 1, 1), new_year - one, new_year, new_year + one, new_year + 2 * one,
        D(year, term.getMonth(), term.getDay()), D(year, 5, 1), D(year, 5, 2),
        solar(year, 5, 5), solar(year, 8, 15), D(year, 10, 1), D(year, 10, 2), D(year, 10, 3),
    }  # fmt: skip
    assert statutory_days()[year] == expected


def test_a_year_without_notice_has_weekends_and_statutory_days() -> None:
    calendar = bundled_calendar()
    assert calendar.day_kind(D(2027, 2, 5)) is DayKind.HOLIDAY  # 除夕
    assert calendar.day_kind(D(2027, 2, 9)) is DayKind.WORKDAY
    assert len(calendar.days_off(2027)) == 13
    assert calendar.makeup_days(2027) == ()
    assert [d.month for d in calendar.days_off(2101)] == [1, 5, 5, 10, 10, 10]


def test_provisional_as_soon_as_a_year_without_notice_is_touched() -> None:
    calendar = bundled_calendar()
    assert not calendar.provisional(D(2026, 12, 1), D(2026, 12, 31))
    assert calendar.provisional(D(2026, 12, 31), D(2027, 1, 1))
    assert calendar.provisional(D(2026, 6, 1), D(2028, 1, 1))
    assert not calendar.provisional(D(2018, 12, 31), D(2019, 1, 2))
    assert calendar.provisional(D(2018, 12, 30), D(2019, 1, 2))
    assert not calendar.provisional(D(2030, 1, 1), D(2030, 1, 1))


@given(NEAR_DAY, st.integers(1, 80))
def test_add_finds_the_nth_working_day(day: dt.date, days: int) -> None:
    calendar = bundled_calendar()
    expected, left = day, days
    while left:
        expected += dt.timedelta(days=1)
        left -= calendar.is_working_day(expected)
    assert calendar.add(day, days) == expected


@given(NEAR_DAY, st.integers(-500, 500))
def test_count_agrees_with_a_day_loop(day: dt.date, distance: int) -> None:
    calendar = bundled_calendar()
    other = day + dt.timedelta(days=distance)
    first, last = min(day, other), max(day, other)
    between = [first + dt.timedelta(days=n + 1) for n in range((last - first).days)]
    expected = sum(calendar.is_working_day(one) for one in between)
    assert calendar.count(day, other) == (expected if distance >= 0 else -expected)


@given(ANY_DAY, st.integers(1, 60))
def test_any_day_has_an_answer(day: dt.date, days: int) -> None:
    calendar = bundled_calendar()
    due = calendar.add(day, days)
    assert due > day
    assert calendar.is_working_day(due)
    assert calendar.count(day, due) == days
    assert calendar.next_working_day(day) <= due


def test_beyond_the_last_year_is_refused_in_words() -> None:
    with pytest.raises(DomainError) as caught:
        bundled_calendar().add(D(9999, 12, 20), 30)
    assert caught.value.problems[0].code == "calendar-out-of-range"
    with pytest.raises(DomainError):
        bundled_calendar().add(D(2026, 1, 1), -1)
    assert bundled_calendar().add(D(2026, 1, 1), 0) == D(2026, 1, 1)


@pytest.mark.parametrize(
    "text", ["", "2026-1-2", "20260102", "2026-02-30", "2026-W01-1", "２０２６-01-02", "0000-01-01"]
)
def test_only_iso_dates_are_read(text: str) -> None:
    with pytest.raises(DomainError):
        read_date(text)
    assert read_date("2026-01-02") == D(2026, 1, 2)
