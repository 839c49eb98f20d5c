"""Scores, comparison and due quarters of self-inspections."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.inspection import (
    InspectionItem,
    InspectionTemplate,
    ItemScore,
    SelfInspection,
)
from gongkai_desk.domain.inspection_scoring import (
    Quarter,
    Trend,
    check_inspection,
    compare,
    due_inspections,
    plain_number,
    quarter_before,
    quarter_of,
    score,
)

TODAY = dt.date(2026, 11, 20)


def an_item(key: str, points: str = "5", *, veto: bool = False) -> InspectionItem:
    return InspectionItem(
        key=key, group="内容", text=f"第{key}项", points=Decimal(points), veto=veto
    )


LIST = InspectionTemplate(
    id="l",
    title="自查表",
    items=(an_item("v", "0", veto=True), an_item("a"), an_item("b", "2.5"), an_item("c")),
)


def filled(quarter: int = 4, year: int = 2026, template: str = "l", **lost: Any) -> SelfInspection:
    note = lost.pop("note", "已核实")
    finished = lost.pop("finished", None)
    return SelfInspection(
        id=f"{template}{year}{quarter}",
        template=template,
        year=year,
        quarter=quarter,
        started_on=TODAY,
        finished_on=finished,
        scores={key: ItemScore(lost=Decimal(value), note=note) for key, value in lost.items()},
    )


def test_what_is_lost_is_taken_from_the_full_score() -> None:
    found = score(LIST, filled(v=0, a=2, b="0.5"))
    assert (found.full, found.lost, found.value) == (Decimal("12.5"), Decimal("2.5"), Decimal(10))
    assert (found.open, found.complete, found.vetoes) == (1, False, ())


def test_one_veto_is_named_whatever_the_score() -> None:
    found = score(LIST, filled(v=1, a=0, b=0, c=0))
    assert [item.key for item in found.vetoes] == ["v"]
    assert found.lost == 0
    assert found.complete


def test_fewer_points_lost_is_better() -> None:
    now, before = filled(a=1, b=0, c=3), filled(3, a=2, b=0)
    assert compare(LIST, now, before) == {
        "v": Trend.UNKNOWN, "a": Trend.BETTER, "b": Trend.SAME, "c": Trend.UNKNOWN,
    }  # fmt: skip
    assert set(compare(LIST, now, None).values()) == {Trend.UNKNOWN}


@pytest.mark.parametrize(
    ("inspection", "codes"),
    [
        (filled(v=0, a=2), set()),
        (filled(a=6), {"inspection-points-too-many"}),
        (filled(a=-1), {"inspection-points-too-many"}),
        (filled(v=2), {"inspection-points-too-many"}),
        (filled(a=2, note=""), {"inspection-loss-without-note"}),
        (filled(a=2, finished=TODAY), {"inspection-items-open"}),
        (filled(v=0, a=2, b=0, c=0, finished=TODAY), set()),
        (filled(v=0, a=2, b=0, c=0, finished=dt.date(2026, 11, 21)), {"record-after-today"}),
    ],
)
def test_what_is_wrong_in_an_inspection(inspection: SelfInspection, codes: set[str]) -> None:
    assert {problem.code for problem in check_inspection(inspection, LIST, TODAY)} == codes


@pytest.mark.parametrize(
    ("day", "quarter", "last"),
    [
        (dt.date(2026, 1, 1), Quarter(year=2026, number=1), dt.date(2026, 3, 31)),
        (dt.date(2026, 6, 30), Quarter(year=2026, number=2), dt.date(2026, 6, 30)),
        (dt.date(2026, 12, 31), Quarter(year=2026, number=4), dt.date(2026, 12, 31)),
    ],
)
def test_quarters(day: dt.date, quarter: Quarter, last: dt.date) -> None:
    assert quarter_of(day) == quarter
    assert quarter.last_day == last
    assert quarter.first_day <= day
    assert quarter_of(quarter.first_day) == quarter
    assert quarter.before < quarter


def due(inspections: list[SelfInspection], today: dt.date) -> list[tuple[str, int, bool]]:
    found = due_inspections(inspections, ["l", "m"], today)
    return [(one.template, one.quarter.number, one.late) for one in found]


@pytest.mark.parametrize(
    ("inspections", "today", "expected"),
    [
        ([], dt.date(2026, 12, 16), []),
        ([], dt.date(2026, 12, 17), [("l", 4, False)]),
        ([filled(3, template="m", finished=TODAY)], dt.date(2026, 12, 17), [("m", 4, False)]),
        ([filled(2, finished=TODAY)], dt.date(2026, 10, 1), [("l", 3, True)]),
        ([filled(3)], dt.date(2026, 10, 1), [("l", 3, True)]),
        ([filled(4)], dt.date(2026, 12, 1), []),  # begun this quarter for the first time
        ([filled(4)], dt.date(2026, 12, 31), [("l", 4, False)]),
        ([filled(3, finished=TODAY), filled(4, finished=TODAY)], dt.date(2026, 12, 31), []),
        ([filled(1, 2025, finished=TODAY)], dt.date(2026, 12, 1), []),  # out of use
    ],
)
def test_which_quarters_are_due(
    inspections: list[SelfInspection], today: dt.date, expected: list[tuple[str, int, bool]]
) -> None:
    assert due(inspections, today) == expected


def test_the_quarter_before_is_the_latest_earlier_one_of_the_same_list() -> None:
    this = filled(1, 2026)
    every = [this, filled(3, 2025), filled(4, 2025, template="m"), filled(2, 2026)]
    assert quarter_before(every, this) == filled(3, 2025)
    assert quarter_before(every, filled(3, 2025)) is None


@pytest.mark.parametrize(
    ("value", "text"), [("5", "5"), ("0.50", "0.5"), ("100", "100"), ("1E+1", "10"), ("0", "0")]
)
def test_numbers_are_written_as_people_write_them(value: str, text: str) -> None:
    assert plain_number(Decimal(value)) == text


LOST = st.none() | st.decimals(0, 20, places=1)
SCORES = st.dictionaries(
    st.sampled_from("vabcx"), st.builds(ItemScore, lost=LOST, note=st.just("")), max_size=5
)


def with_scores(scores: dict[str, ItemScore]) -> SelfInspection:
    return SelfInspection(
        id="i", template="l", year=2026, quarter=1, started_on=TODAY, scores=scores
    )


@settings(max_examples=100)
@given(one=SCORES, other=SCORES)
def test_scores_stay_inside_and_comparing_is_symmetric(
    one: dict[str, ItemScore], other: dict[str, ItemScore]
) -> None:
    first, second = with_scores(one), with_scores(other)
    found = score(LIST, first)
    assert found.value == found.full - found.lost
    assert 0 <= found.value <= found.full
    assert 0 <= found.open <= len(LIST.items)
    there = compare(LIST, first, second)
    back = compare(LIST, second, first)
    assert {key: each.opposite for key, each in there.items()} == back
