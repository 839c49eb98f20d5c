"""Numbers set by the officer: cells alone, sums follow, reasons are asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.report import Disputes, Override
from gongkai_desk.domain.report_checks import check_figures
from gongkai_desk.domain.report_overrides import (
    REQUEST_ROWS,
    disputes_with_overrides,
    faults,
    keep_needed,
    place_of,
    put,
    stale,
    with_overrides,
    without,
)
from tests.reports import MATRIX, figures

ONE = Override(
    table=3,
    row="3",
    column=0,
    number=7,
    counted=5345,
    reason="纸质台账另有记载",
    made_on=dt.date(2026, 1, 12),
)
DISPUTE = replace(ONE, table=4, row="litigation_direct", column=3, number=1, counted=0)
COUNTED = Disputes(litigation_direct=(2, 0, 0, 0, 2))

CELLS = st.builds(
    lambda row, column, number: replace(ONE, row=str(row), column=column, number=number),
    st.sampled_from(REQUEST_ROWS),
    st.integers(0, 5),
    st.integers(0, 10**6),
)


@given(st.lists(CELLS, max_size=12))
def test_sums_always_follow_the_cells(cells: list[Override]) -> None:
    overrides: tuple[Override, ...] = ()
    for cell in cells:
        overrides = put(overrides, cell)
    numbers = with_overrides(MATRIX, overrides)
    found = check_figures(figures(requests=numbers))
    assert {each.rule for each in found} <= {"A"}, "B and C cannot be broken"
    for one in overrides:
        assert numbers[int(one.row)][one.column] == one.number
    touched = {(int(one.row), one.column) for one in overrides}
    for row in REQUEST_ROWS:
        for column in range(6):
            if (row, column) not in touched:
                assert numbers[row][column] == MATRIX[row][column]


def test_table_four_follows_too() -> None:
    assert disputes_with_overrides(COUNTED, (DISPUTE,)).litigation_direct == (2, 0, 0, 1, 3)
    assert disputes_with_overrides(COUNTED, (ONE,)) == COUNTED


def test_the_last_number_of_a_cell_stands_and_goes() -> None:
    again = replace(ONE, number=8)
    assert put(put((), ONE), again) == (again,)
    assert put((DISPUTE,), ONE) == (ONE, DISPUTE), "in the order of the tables"
    assert without((ONE, DISPUTE), 3, "3", 0) == (DISPUTE,)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"row": "24"}, "report-override-no-cell"),
        ({"row": "26"}, "report-override-no-cell"),
        ({"column": 6}, "report-override-no-cell"),
        ({"table": 4, "row": "reconsideration", "column": 4}, "report-override-no-cell"),
        ({"table": 4}, "report-override-no-cell"),
        ({"table": 2}, "report-override-no-cell"),
        ({"number": -1}, "report-override-number"),
        ({"number": 10**10}, "report-override-number"),
        ({"reason": "  无 \n 故 "}, "report-override-no-reason"),
        ({"reason": ""}, "report-override-no-reason"),
        ({"reason": "长" * 501}, "report-reason-long"),
    ],
)
def test_an_override_without_cell_number_or_reason_is_refused(
    change: dict[str, object], code: str
) -> None:
    wrong = replace(ONE, **change)  # type: ignore[arg-type]
    assert [problem.code for problem in faults(wrong)] == [code]


@pytest.mark.parametrize("good", [ONE, DISPUTE])
def test_a_whole_override_has_no_fault(good: Override) -> None:
    assert faults(good) == []


def test_a_count_that_moved_on_is_told() -> None:
    assert list(stale((ONE, DISPUTE), MATRIX, COUNTED)) == []
    (found,) = stale((replace(ONE, counted=5),), MATRIX, COUNTED)
    assert (found.place, found.expected, found.found) == (place_of(ONE), 5345, 7)
    needless = replace(DISPUTE, column=0, number=2)
    assert keep_needed((ONE, needless), MATRIX, COUNTED) == (ONE,)
