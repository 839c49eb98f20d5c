"""The sums of a roll-up are those of the units that count, and every number names them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.report import (
    CARRIED_OUT_ROW,
    RESULT_ROWS,
    ROWS,
    Disputes,
    Figures,
    Previous,
    Proactive,
)
from gongkai_desk.domain.report_checks import check_figures
from gongkai_desk.domain.report_finding import Finding, request_cell
from gongkai_desk.domain.report_reading import Form
from gongkai_desk.domain.roll_up import RollUp, Standing, UnitFile, roll_up
from gongkai_desk.domain.roll_up_sums import CELLS, number_at
from tests.reports import MATRIX, figures

FAULT = Finding(place=request_cell(24, 0), rule="A", code="report-intake-outcome")
WORD = Finding(place=request_cell(13, 1), rule="E", code="report-cell-not-whole", found="若干")


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
        ({"form": Form.OF_2019, "figures": None}, Standing.OLD_FORM),
        ({"figures": None}, Standing.INCOMPLETE),
        # table 2 is not needed for `figures`, but no cell of it is taken for 0 either
        ({"findings": (WORD,)}, Standing.INCOMPLETE),
        ({"year": None}, Standing.UNNAMED),
        ({"problems": (Problem("file-damaged"),), "figures": None}, Standing.UNREADABLE),
    ],
)
def test_how_a_file_stands(values: dict[str, object], standing: Standing) -> None:
    found = rolled(a_file("区司法局", **values))
    assert standings(found) == {"区司法局": standing}
    added = standing in (Standing.COUNTED, Standing.FAILS)
    assert bool(found.units[0].reasons) is not added
    assert found.figures.requests[1][6] == (MATRIX[1][6] if added else 0)
    assert found.complete is (standing is Standing.COUNTED)


def test_two_files_of_one_unit_wait_for_a_decision() -> None:
    files = (a_file("区司法局"), a_file("区 司法局", file="改.docx"), a_file("区财政局"))
    found = rolled(*files)
    twice = [unit for unit in found.units if unit.standing is Standing.SAME_NAME]
    named = [(unit.reasons[0].values["file"], unit.reasons[0].values["other"]) for unit in twice]
    assert sorted(named) == [("区司法局.pdf", "改.docx"), ("改.docx", "区司法局.pdf")]
    assert found.figures.requests[1][6] == figures().requests[1][6]
    decided = rolled(*files, left_out=frozenset({"改.docx"}))
    assert [unit.name for unit in decided.added] == ["区司法局", "区财政局"]
    assert standings(decided)["区 司法局"] is Standing.LEFT_OUT
    assert decided.complete


def test_a_copy_counts_once() -> None:
    files = [a_file("区司法局", file=name, digest="same") for name in ("1.pdf", "2.pdf")]
    found = rolled(*files)
    assert [unit.standing for unit in found.units] == [Standing.COUNTED, Standing.COPY]
    assert found.figures.requests == MATRIX
    other = rolled(*files, left_out=frozenset({"1.pdf"}))
    assert [unit.standing for unit in other.units] == [Standing.LEFT_OUT, Standing.COUNTED]


def test_a_report_of_the_area_itself_is_asked_about() -> None:
    files = (a_file("云海区"), a_file("区财政局"))
    found = rolled(*files)
    assert standings(found)["云海区"] is Standing.AREA
    assert found.figures.requests == MATRIX
    taken = rolled(*files, confirmed=frozenset({"云海区.pdf"}))
    assert taken.figures.requests[1][6] == 2 * MATRIX[1][6]


def test_a_roll_up_under_another_name_is_not_added_to_its_own_units() -> None:
    units = (a_file("甲局"), a_file("乙局"))
    double = rolled(*units).figures
    files = (*units, a_file("云海区政府", figures=double))
    found = rolled(*files)
    assert standings(found)["云海区政府"] is Standing.SUM
    assert found.figures == double
    taken = rolled(*files, confirmed=frozenset({"云海区政府.pdf"}))
    assert taken.complete
    nothing = replace(figures(), requests=dict.fromkeys(ROWS, (0,) * 7))
    alike = rolled(*units, a_file("丙局", figures=nothing))
    assert len(alike.added) == 3  # two equal reports, and one that had no request


def test_who_handed_in_nothing_is_named() -> None:
    unreadable = a_file("", file="民政局.pdf", figures=None, problems=(Problem("file-scanned"),))
    expected = ("区财政局", "区 司法局", "区民政局")
    found = rolled(a_file("区司法局"), a_file("区总工会"), unreadable, expected=expected)
    assert standings(found) == {
        "区司法局": Standing.COUNTED,
        "区总工会": Standing.COUNTED,
        "区民政局": Standing.UNREADABLE,  # called after the file
        "区财政局": Standing.MISSING,
    }
    assert [unit.name for unit in found.units if not unit.listed] == ["区总工会"]
    assert not found.complete


def test_nothing_adds_up_to_zeros() -> None:
    found = rolled()
    assert set(found.figures.requests) == set(ROWS)
    assert all(set(numbers) == {0} for numbers in found.figures.requests.values())
    assert not found.complete


def test_row_2_is_compared_with_each_units_own_row_25() -> None:
    def before(name: str, numbers: tuple[int, ...]) -> UnitFile:
        handed_over = Previous(requests={CARRIED_OUT_ROW: numbers})
        return a_file(name, year=2024, figures=None, handed_over=handed_over)

    shifted = (MATRIX[2][0] - 1, MATRIX[2][1] + 1, *MATRIX[2][2:])
    earlier = [before("区司法局", MATRIX[2]), before("区财政局", shifted)]
    files = [a_file(name) for name in ("区司法局", "区财政局", "区民政局")]
    found = rolled(*files, before=earlier)
    assert {unit.name: unit.carried for unit in found.units} == {
        "区司法局": True,
        "区财政局": False,
        "区民政局": None,
    }
    wrong = {str(one.place) for unit in found.units for one in unit.findings}
    assert wrong == {"table 3, row 2, 自然人", "table 3, row 2, 商业企业"}
    assert standings(found)["区财政局"] is Standing.FAILS
    assert found.figures.previous == Previous()  # one is not known, so the area's is not
    two = rolled(*files[:2], before=earlier)
    assert [one.rule for one in check_figures(two.figures)] == ["D", "D"]


def test_the_file_of_the_year_before_counts_more_than_what_a_report_says_of_it() -> None:
    said = Finding(place=request_cell(2, 0), rule="D", code="report-carried-over")
    earlier = a_file(
        "区司法局", year=2024, handed_over=Previous(requests={CARRIED_OUT_ROW: MATRIX[2]})
    )
    found = rolled(a_file("区司法局", findings=(said,)), before=[earlier])
    assert standings(found) == {"区司法局": Standing.COUNTED}


@st.composite
def _balanced(draw: st.DrawFn) -> Figures:
    """Figures in which every identity holds."""
    numbers = st.integers(0, 9)
    rows = {row: [draw(numbers) for _column in range(6)] for row in (2, *RESULT_ROWS, 25)}
    rows[24] = [sum(rows[row][column] for row in RESULT_ROWS) for column in range(6)]
    taken = [
        min(two, done + out) for two, done, out in zip(rows[2], rows[24], rows[25], strict=True)
    ]
    rows[2] = taken
    rows[1] = [done + out - two for two, done, out in zip(taken, rows[24], rows[25], strict=True)]
    fours = [tuple(draw(numbers) for _result in range(4)) for _group in range(3)]
    five, six, seven = ((*four, sum(four)) for four in fours)
    fees = Decimal(draw(st.integers(0, 99_999))) / 10_000
    return replace(
        figures(),
        proactive=Proactive(
            rules=(1, 0, draw(numbers)), fees_10k_yuan=fees, licences=draw(numbers)
        ),
        requests={row: (*rows[row], sum(rows[row])) for row in ROWS},
        disputes=Disputes(reconsideration=five, litigation_direct=six, litigation_after=seven),
    )


@settings(max_examples=20)
@given(every=st.lists(_balanced(), max_size=4))
def test_sums_of_correct_reports_are_correct_and_each_is_that_of_its_shares(
    every: list[Figures],
) -> None:
    found = rolled(*(a_file(f"单位{n}", figures=one) for n, one in enumerate(every)))
    assert check_figures(found.figures) == []
    for place in CELLS:
        shares = found.shares(place)
        total = number_at(found.figures, place)
        assert total == sum(number_at(one, place) for one in every)
        assert total == sum(share.number for share in shares)
        percent = sum((share.percent for share in shares), Decimal(0))
        assert not total or round(percent) == 100


def test_a_wrong_cell_is_among_the_shares_even_with_0() -> None:
    empty = replace(figures(), requests=dict.fromkeys(ROWS, (0,) * 7))
    found = rolled(a_file("甲"), a_file("乙", figures=empty, findings=(FAULT,)))
    shares = found.shares(FAULT.place)
    assert [(share.unit.name, share.wrong) for share in shares] == [("甲", False), ("乙", True)]
