from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.ui.models.column_filter import (
    ChoiceFilter,
    DateFilter,
    TextFilter,
    choice_text,
    keys_of,
    span_of,
    span_text,
)

DAYS = st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))


@pytest.mark.parametrize(
    ("typed", "taken"), [("abc", True), ("ＡＢ", True), ("c1", True), ("x", False), ("ab1", False)]
)
def test_a_part_of_the_text_whatever_its_case_and_width(typed: str, taken: bool) -> None:
    assert TextFilter[str](text=lambda row: row).takes(typed)("ABC１") is taken


@given(DAYS, DAYS)
def test_a_span_is_read_as_it_was_written(first: dt.date | None, last: dt.date | None) -> None:
    assert span_of(span_text(first, last)) == (first, last)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("2026-03-01..2026-03-31", [False, True, True, False]),
        ("2026-03-02..", [False, False, True, True]),
        ("..2026-03-01", [True, True, False, False]),
        ("nonsense", [True, True, True, True]),
    ],
)
def test_days_between_both_ends_counted(typed: str, taken: list[bool]) -> None:
    days = [dt.date(2026, 2, 28), dt.date(2026, 3, 1), dt.date(2026, 3, 31), dt.date(2026, 4, 1)]
    takes = DateFilter[dt.date | None](day=lambda row: row).takes(typed)
    assert [takes(day) for day in days] == taken
    assert not takes(None)


@given(st.lists(st.text(alphabet="ab征", max_size=3), min_size=1, unique=True))
def test_choices_are_read_as_they_were_written(keys: list[str]) -> None:
    assert keys_of(choice_text(keys)) == keys
    assert keys_of("") == []


def test_a_row_may_have_several_values_or_none() -> None:
    tags = ChoiceFilter[str](
        values=lambda row: tuple((word, word) for word in row.split()) or (("", "（未填）"),)
    )
    rows = ["征地 物业", "征地", ""]
    assert tags.offered(rows) == [("征地", "征地", 2), ("物业", "物业", 1), ("", "（未填）", 1)]
    assert [tags.takes(choice_text(["物业"]))(row) for row in rows] == [True, False, False]
    assert [tags.takes(choice_text([""]))(row) for row in rows] == [False, False, True]
    assert [tags.takes(choice_text(["", "征地"]))(row) for row in rows] == [True, True, True]
