"""Counting table 3: what falls into which cell, and identities that hold for any register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import Disputes, Figures, Previous, Proactive
from gongkai_desk.domain.report_checks import check_figures
from gongkai_desk.domain.request import ApplicantKind
from gongkai_desk.domain.statistics import Case, Counted, count

DAY = dt.date


def a_case(**values: Any) -> Case:
    given: dict[str, Any] = {
        "id": "one",
        "number": "2025-001",
        "received": DAY(2025, 3, 3),
        "kind": ApplicantKind.NATURAL_PERSON,
    }
    return Case(**(given | values))


def cells(counted: Counted) -> set[int]:
    return {row for row, numbers in counted.requests.items() if numbers[-1]}


@pytest.mark.parametrize(
    ("received", "closed_on", "rows"),
    [
        (DAY(2025, 1, 1), DAY(2025, 12, 31), {1, 3, 24}),
        (DAY(2025, 12, 31), None, {1, 25}),
        (DAY(2025, 12, 31), DAY(2026, 1, 1), {1, 25}),
        (DAY(2024, 12, 31), DAY(2025, 1, 1), {2, 3, 24}),
        (DAY(2024, 12, 31), None, {2, 25}),
        (DAY(2023, 6, 1), DAY(2026, 2, 1), {2, 25}),
        (DAY(2024, 12, 1), DAY(2024, 12, 31), set()),
        (DAY(2026, 1, 1), None, set()),
    ],
)
def test_the_year_decides_the_rows(
    received: dt.date, closed_on: dt.date | None, rows: set[int]
) -> None:
    counted = count([a_case(received=received, closed_on=closed_on, row=3)], 2025)
    assert cells(counted) == rows
    assert counted.not_counted == ()


def test_every_number_opens_the_cases_behind_it() -> None:
    register = [
        a_case(id="a", closed_on=DAY(2025, 4, 1), row=4),
        a_case(id="b", kind=ApplicantKind.OTHER),
    ]
    counted = count(register, 2025)
    assert counted.requests[1] == (1, 0, 0, 0, 0, 1, 2)
    assert counted.cases[1, 6] == ("a", "b")
    assert counted.cases[4, 0] == counted.cases[24, 6] == ("a",)
    assert counted.cases[25, 5] == ("b",)
    assert (5, 0) not in counted.cases


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kind": None}, "report-case-no-kind"),
        ({"closed_on": DAY(2025, 5, 1)}, "report-case-no-result"),
        ({"closed_on": DAY(2025, 5, 1), "row": 24}, "report-case-no-result"),
        ({"closed_on": DAY(2025, 3, 2), "row": 3}, "report-case-closed-before-receipt"),
        ({"received": None, "closed_on": DAY(2025, 5, 1)}, "report-case-no-receipt-date"),
    ],
)
def test_a_case_that_cannot_be_counted_is_named(values: dict[str, Any], code: str) -> None:
    counted = count([a_case(**values)], 2025)
    (missing,) = counted.not_counted
    assert (missing.case_id, missing.number) == ("one", "2025-001")
    assert (missing.problem.code, missing.problem.severity) == (code, Severity.ERROR)
    assert cells(counted) == set()


def test_a_running_case_without_receipt_date_is_a_warning() -> None:
    (missing,) = count([a_case(received=None)], 2025).not_counted
    assert missing.problem.severity is Severity.WARNING


def test_a_case_that_arrived_after_the_year_does_not_concern_it() -> None:
    assert count([a_case(received=None, arrived=DAY(2026, 1, 2))], 2025).not_counted == ()


def test_a_missing_kind_concerns_only_the_years_of_the_case() -> None:
    register = [a_case(kind=None, closed_on=DAY(2025, 5, 1), row=3)]
    assert [len(count(register, year).not_counted) for year in (2024, 2025, 2026)] == [0, 1, 0]


dates = st.dates(DAY(2022, 1, 1), DAY(2026, 12, 31))


@st.composite
def registers(draw: st.DrawFn, *, whole: bool = False) -> Sequence[Case]:
    """Cases of some years; with `whole` each of them can be counted."""
    made = []
    for index in range(draw(st.integers(0, 25))):
        received = draw(dates if whole else dates | st.none())
        open_or_later = st.none() | st.dates(received or DAY(2022, 1, 1), DAY(2027, 12, 31))
        made.append(
            a_case(
                id=str(index),
                received=received,
                closed_on=draw(open_or_later if whole else dates | st.none()),
                row=draw(st.integers(3, 23) if whole else st.integers(2, 25) | st.none()),
                kind=draw(st.sampled_from(ApplicantKind) if whole else st.none() | kinds),
            )
        )
    return made


kinds = st.sampled_from(ApplicantKind)


def report(year: int, register: Sequence[Case], previous: Counted | None = None) -> Figures:
    return Figures(
        agency="区司法局",
        year=year,
        proactive=Proactive(),
        requests=count(register, year).requests,
        disputes=Disputes(),
        previous=Previous(requests=previous.requests if previous else {}),
    )


@given(registers())
def test_counted_figures_always_add_up(register: Sequence[Case]) -> None:
    for year in range(2022, 2028):
        assert check_figures(report(year, register)) == []


@given(registers(whole=True))
def test_what_a_year_hands_over_is_what_the_next_takes_on(register: Sequence[Case]) -> None:
    for year in range(2022, 2028):
        assert check_figures(report(year, register, count(register, year - 1))) == []


@given(registers())
def test_no_case_is_lost(register: Sequence[Case]) -> None:
    for year in range(2022, 2028):
        counted = count(register, year)
        named = {missing.case_id for missing in counted.not_counted}
        taken = {case for row in (1, 2) for case in counted.cases.get((row, 6), ())}
        done = {case for row in (24, 25) for case in counted.cases.get((row, 6), ())}
        assert taken == done
        assert not named & taken
        for case in register:
            if case.received is not None and case.received.year == year:
                assert case.id in named | taken
        for (row, column), ids in counted.cases.items():
            assert counted.requests[row][column] == len(ids)
