"""The sums of a roll-up are those of the units that count, and every number names them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.report import ROWS, Figures, Proactive
from gongkai_desk.domain.report_checks import check_figures
from gongkai_desk.domain.report_finding import Finding, request_cell
from gongkai_desk.domain.roll_up import RollUp, Standing, UnitFile, roll_up
from tests.reports import figures

FAULT = Finding(place=request_cell(24, 0), rule="A", code="report-intake-outcome")


def a_file(name: str, **values: object) -> UnitFile:
    given = {"file": f"{name}.pdf", "name": name, "year": 2025, "figures": figures(), **values}
    return UnitFile(**given)  # type: ignore[arg-type]


def rolled(*files: UnitFile, **values: object) -> RollUp:
    return roll_up(files, **{"area": "云海区", "year": 2025, **values})  # type: ignore[arg-type]


def standings(found: RollUp) -> dict[str, Standing]:
    return {unit.name: unit.standing for unit in found.units}


@pytest.mark.parametrize(
    ("values", "standing"),
    [
        ({}, Standing.COUNTED),
        ({"findings": (FAULT,)}, Standing.FAILS),
        ({"findings": (replace(FAULT, severity=Severity.WARNING),)}, Standing.COUNTED),
        ({"year": 2024}, Standing.OTHER_YEAR),
        ({"figures": None}, Standing.INCOMPLETE),
        ({"problems": (Problem("file-damaged"),), "figures": None}, Standing.UNREADABLE),
    ],
)
def test_how_a_file_stands(values: dict[str, object], standing: Standing) -> None:
    assert standings(rolled(a_file("区司法局", **values))) == {"区司法局": standing}


def test_two_files_of_one_unit_wait_for_a_decision() -> None:
    files = (a_file("区司法局"), a_file("区 司法局", file="改.docx"), a_file("区财政局"))
    found = rolled(*files)
    assert [unit.standing for unit in found.units].count(Standing.SAME_NAME) == 2
    assert found.figures.requests[1][6] == figures().requests[1][6]
    decided = rolled(*files, left_out=frozenset({"改.docx"}))
    assert [unit.name for unit in decided.added] == ["区司法局", "区财政局"]
    assert standings(decided)["区 司法局"] is Standing.LEFT_OUT


def test_who_handed_in_nothing_is_named() -> None:
    found = rolled(a_file("区司法局"), expected=("区财政局", "区 司法局"))
    assert standings(found) == {"区司法局": Standing.COUNTED, "区财政局": Standing.MISSING}


def test_nothing_adds_up_to_zeros() -> None:
    found = rolled()
    assert set(found.figures.requests) == set(ROWS)
    assert all(set(numbers) == {0} for numbers in found.figures.requests.values())


_NUMBERS = st.integers(0, 9)


@st.composite
def _units(draw: st.DrawFn) -> list[UnitFile]:
    def unit(number: int) -> Figures:
        rows = {}
        for row in ROWS:
            columns = tuple(draw(_NUMBERS) for _column in range(6))
            rows[row] = (*columns, sum(columns))
        fees = Decimal(draw(st.integers(0, 99_999))) / 10_000
        return replace(figures(), requests=rows, proactive=Proactive(fees_10k_yuan=fees))

    return [a_file(f"单位{n}", figures=unit(n)) for n in range(draw(st.integers(0, 3)))]


@settings(max_examples=15)
@given(files=_units())
def test_every_sum_is_that_of_its_shares(files: list[UnitFile]) -> None:
    found = rolled(*files)
    for row in ROWS:
        for column in range(7):
            assert found.figures.requests[row][column] == sum(
                share.number for share in found.shares(row, column)
            )
    fees = sum((each.figures.proactive.fees_10k_yuan for each in files if each.figures), Decimal(0))
    assert found.figures.proactive.fees_10k_yuan == fees


def test_balanced_reports_add_up_to_a_balanced_one() -> None:
    found = rolled(*(a_file(f"单位{n}") for n in range(5)))
    assert [one for one in check_figures(found.figures) if one.severity is Severity.ERROR] == []
