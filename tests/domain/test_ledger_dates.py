"""Dates in a ledger's cells: every usual way of writing one, and nothing that means two."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.ledger_dates import cell_date
from gongkai_desk.domain.ledger_sheet import Value
from gongkai_desk.domain.problems import DomainError

DAY = dt.date(2025, 3, 5)
SERIAL, SERIAL_1904 = 45_721, 44_259


@pytest.mark.parametrize(
    "written",
    [
        DAY,
        dt.datetime(2025, 3, 5, 14, 30),  # noqa: DTZ001  as a spreadsheet has it
        SERIAL,
        float(SERIAL),
        SERIAL + 0.604,
        20250305,
        20250305.0,
        "45721",
        "45721.604",
        "20250305",
        "2025-03-05",
        "2025-3-5",
        "2025/3/5",
        "2025.3.5",
        "2025.03.05",
        " 2025年3月5日 ",
        "2025年03月05日",
        "2025 年 3 月 5 日",
        "2025年3月5号",
        "2025年3月5",
        "２０２５－０３－０５",
        "2025-03-05 14:30",
        "2025-03-05 14:30:05",
        "2025/3/5 9:05",
        "2025-03-05T14:30:05",
        "2025-03-05T14:30:05.123Z",
        "2025年3月5日14时30分",
        "2025年3月5日 9时",
        "2025年3月5日（星期三）",
        "2025-03-05 周三",
        "二〇二五年三月五日",
        "二零二五年三月五日",
    ],
)
def test_usual_ways(written: Value) -> None:
    assert cell_date(written) == DAY


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("二〇二四年十二月三十一日", dt.date(2024, 12, 31)),
        ("二〇二四年十月二十日", dt.date(2024, 10, 20)),
        ("二〇二四年十一月十日", dt.date(2024, 11, 10)),
    ],
)
def test_chinese_numerals(written: str, day: dt.date) -> None:
    assert cell_date(written) == day


def test_a_workbook_may_count_from_1904() -> None:
    assert cell_date(SERIAL_1904, from_1904=True) == DAY
    assert cell_date(str(SERIAL_1904), from_1904=True) == DAY


@pytest.mark.parametrize("empty", [None, "", "  ", "\n"])
def test_an_empty_cell_is_no_date(empty: Value) -> None:
    assert cell_date(empty) is None


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("25.3.5", "ledger-date-short-year"),
        ("25/3/5", "ledger-date-short-year"),
        ("3/5/2025", "ledger-date-short-year"),
        ("25年3月5日", "ledger-date-short-year"),
        ("3月5日", "ledger-date-no-year"),
        ("3.5", "ledger-date-no-year"),
        ("2025年3月", "ledger-date-no-day"),
        ("2025.3", "ledger-date-no-day"),
        ("2025-13-01", "ledger-date-impossible"),
        ("2025年2月30日", "ledger-date-impossible"),
        ("20250230", "ledger-date-impossible"),
        (20250230, "ledger-date-impossible"),
        ("1925-03-05", "ledger-date-out-of-range"),
        (dt.date(1900, 1, 5), "ledger-date-out-of-range"),
        ("2205-03-05", "ledger-date-out-of-range"),
        ("已答复", "ledger-date-unreadable"),
        ("2025年3-5", "ledger-date-unreadable"),
        ("2025-3月5", "ledger-date-unreadable"),
        ("2025-03-05至2025-03-07", "ledger-date-unreadable"),
        ("1741132800", "ledger-date-unreadable"),
        (2025.3, "ledger-date-unreadable"),
        (13000000000.0, "ledger-date-unreadable"),
        (0, "ledger-date-unreadable"),
        (-1.5, "ledger-date-unreadable"),
        (float("inf"), "ledger-date-unreadable"),
        (float("nan"), "ledger-date-unreadable"),
        (True, "ledger-date-unreadable"),
        (dt.time(9, 5), "ledger-date-unreadable"),
    ],
)
def test_what_is_refused(written: Value, code: str) -> None:
    with pytest.raises(DomainError, match=code):
        cell_date(written)


_DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31))
_WAYS = (
    "{0:%Y-%m-%d}",
    "{0:%Y%m%d}",
    "{0.year}年{0.month}月{0.day}日",
    "{0.year}.{0.month}.{0.day}",
    "{0.year}/{0.month}/{0.day} 8:00",
)


@given(day=_DAYS, way=st.sampled_from(_WAYS))
def test_every_day_in_every_way(day: dt.date, way: str) -> None:
    assert cell_date(way.format(day)) == day


@given(day=_DAYS)
def test_every_serial_number(day: dt.date) -> None:
    assert cell_date((day - dt.date(1899, 12, 30)).days) == day
    assert cell_date((day - dt.date(1904, 1, 1)).days, from_1904=True) == day


@given(written=st.one_of(st.text(max_size=20), st.floats(), st.integers()))
def test_anything_is_a_date_or_refused_in_words(written: Value) -> None:
    codes: list[str] = []
    day = None
    try:
        day = cell_date(written)
    except DomainError as error:
        codes = [problem.code for problem in error.problems]
    assert all(code.startswith("ledger-date-") for code in codes)
    assert day is None or dt.date(1990, 1, 1) <= day <= dt.date(2099, 12, 31)


_SIGNS = st.text(alphabet="0123456789年月日.-/ :时分TZ〇一二三十", max_size=20)


@given(written=_SIGNS)
def test_a_year_of_two_digits_is_never_taken(written: str) -> None:
    try:
        day = cell_date(written)
    except DomainError:
        return
    digits = "".join(sign for sign in written if sign.isdigit())
    assert day is None or len(digits) >= 5 or "年" in written
