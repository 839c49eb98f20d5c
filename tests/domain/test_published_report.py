"""What differs between a published report and the register of today."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.dispute_counts import count_disputes
from gongkai_desk.domain.published_report import (
    PublishedReport,
    cases_behind,
    differences,
    disputes_behind,
    latest,
)
from gongkai_desk.domain.report import COLUMNS, Figures, Proactive, Texts
from gongkai_desk.domain.statistics import Case, Counted, count
from tests.reports import figures

D = dt.date
CASES = [
    Case(
        id=f"c{number}",
        number=str(number),
        received=D(2025, 1, 1) + dt.timedelta(days=11 * number),
        closed_on=D(2025, 3, 1) + dt.timedelta(days=11 * number) if number % 5 else None,
        row=3 + number % 21,
        kind=COLUMNS[number % 6],
    )
    for number in range(30)
]


def made(counted: Counted) -> Figures:
    return figures(requests=counted.requests)


def published(cases: list[Case]) -> PublishedReport:
    counted = count(cases, 2025)
    return PublishedReport(
        id="p1",
        year=2025,
        edition=1,
        title="年度报告",
        published_on=D(2026, 1, 20),
        figures=made(counted),
        texts=Texts(),
        cases=cases_behind(counted),
        disputes=disputes_behind(count_disputes((), 2025)),
    )


def told(cases: list[Case]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    counted = count(cases, 2025)
    found = differences(published(CASES), made(counted), cases_behind(counted), {})
    return [(str(one.place), one.gone, one.came) for one in found]


def test_nothing_differs_from_itself() -> None:
    assert told(CASES) == []


@given(st.integers(0, 29), st.integers(3, 23), st.sampled_from(COLUMNS))
def test_every_case_that_moves_is_told(at: int, row: int, kind: object) -> None:
    """A case that changes its row or column is named where it went out and where it came in."""
    before = CASES[at]
    after = replace(before, row=row, kind=kind)  # type: ignore[arg-type]
    cases = [*CASES[:at], after, *CASES[at + 1 :]]
    ended = before.closed_on is not None and before.closed_on.year == 2025
    moved = (before.kind, before.row if ended else 0) != (after.kind, after.row if ended else 0)
    found = told(cases)
    assert bool(found) is moved
    named = {one for _place, gone, came in found for one in (*gone, *came)}
    assert named == ({before.id} if moved else set())


def test_cases_that_change_places_are_told_though_the_number_stands() -> None:
    first, second = CASES[1], CASES[22]  # both answered in the same row: 4
    assert (first.row, second.row) == (4, 4)
    swapped = list(CASES)
    swapped[1] = replace(first, kind=second.kind)
    swapped[22] = replace(second, kind=first.kind)
    counted = count(swapped, 2025)
    found = differences(published(CASES), made(counted), cases_behind(counted), {})
    same = [one for one in found if one.published == one.now]
    assert {(one.gone, one.came) for one in same} == {(("c1",), ("c22",)), (("c22",), ("c1",))}


def test_table_two_is_compared_number_by_number() -> None:
    now = figures(requests=published(CASES).figures.requests, proactive=Proactive(rules=(1, 0, 0)))
    before = published(CASES)
    found = differences(before, now, before.cases, {})
    assert [str(one.place) for one in found] == [
        "table 2, 规章, 本年制发件数",
        "table 2, 行政规范性文件, 本年制发件数",
        "table 2, 行政规范性文件, 本年废止件数",
        "table 2, 行政规范性文件, 现行有效件数",
        "table 2, 行政许可",
        "table 2, 行政处罚",
    ]


def test_the_last_edition_is_in_force() -> None:
    first = published(CASES)
    second = replace(first, id="p2", edition=2, because="办件更正")
    assert latest([second, first]) is second
    assert latest([]) is None
