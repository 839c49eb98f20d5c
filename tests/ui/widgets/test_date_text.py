from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.problems import DomainError
from gongkai_desk.ui.widgets.date_text import EARLIEST, LATEST, parse_date

TODAY = dt.date(2026, 11, 20)
D = dt.date(2025, 11, 20)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("", None),
        (" 　", None),
        ("20251120", D),
        ("２０２５１１２０", D),
        ("2025-11-20", D),
        ("2025–11–20", D),
        ("2025.11.20", D),
        ("2025/11/20", D),
        ("2025 11 20", D),
        ("2025年11月20日", D),
        (" 2025 年 11 月 20 日 ", D),
        ("２０２５年１１月２０日", D),
        ("2025年11月20日（星期四）", D),
        ("2025-11-20 周四", D),
        ("2025-1-2", dt.date(2025, 1, 2)),
        ("11-20", TODAY),
        ("1.5", dt.date(2026, 1, 5)),
        ("11月20日", TODAY),
        ("11月20号", TODAY),
        ("今天", TODAY),
        ("Today", TODAY),
        ("昨天", TODAY - dt.timedelta(1)),
        ("明天", TODAY + dt.timedelta(1)),
        ("+15", TODAY + dt.timedelta(15)),
        ("＋15", TODAY + dt.timedelta(15)),
        ("-3", TODAY - dt.timedelta(3)),
        ("- 3 天", TODAY - dt.timedelta(3)),
        ("2024-02-29", dt.date(2024, 2, 29)),
    ],
)
def test_understood(text: str, date: dt.date | None) -> None:
    assert parse_date(text, TODAY) == date


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("abc", "date-unreadable"),
        ("1120", "date-unreadable"),
        ("20", "date-unreadable"),
        ("2025-11", "date-unreadable"),
        ("25-11-20", "date-unreadable"),
        ("2025-11.20", "date-unreadable"),
        ("2025 1120", "date-unreadable"),
        ("2025112", "date-unreadable"),
        ("202511200", "date-unreadable"),
        ("20/11/2025", "date-unreadable"),
        ("2025年", "date-unreadable"),
        ("2025-02-30", "date-impossible"),
        ("2025-02-29", "date-impossible"),
        ("20251320", "date-impossible"),
        ("2-30", "date-impossible"),
        ("2025-11-20 周三", "date-impossible"),
        ("1225-11-20", "date-out-of-range"),
        ("9999-12-31", "date-out-of-range"),
    ],
)
def test_never_guessed(text: str, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        parse_date(text, TODAY)
    assert [problem.code for problem in refused.value.problems] == [code]


@given(st.dates(EARLIEST, LATEST), st.sampled_from(["%Y%m%d", "%Y-%m-%d", "%Y年%m月%d日"]))
def test_every_date_written_is_read_back(date: dt.date, form: str) -> None:
    assert parse_date(date.strftime(form), TODAY) == date


@given(st.text(max_size=14))
def test_anything_typed_is_a_date_or_a_problem(text: str) -> None:
    try:
        date = parse_date(text, TODAY)
    except DomainError:
        return
    assert date is None or isinstance(date, dt.date)
