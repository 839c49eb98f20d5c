"""A report's table 3 against the register: what no arithmetic can see.

A case counted in the wrong row or column leaves every sum right. Only the cases know better, and
every cell of `Counted` names those behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gongkai_desk.domain.report import COLUMN_LABELS, ROWS
from gongkai_desk.domain.report_finding import Finding, request_cell
from gongkai_desk.domain.statistics import Counted


def against_register(
    requests: Mapping[int, Sequence[int | None]], counted: Counted
) -> Iterator[Finding]:
    """Every cell of table 3 that differs from what the register counts; None is not compared."""
    for row in ROWS:
        cells = requests.get(row, ())
        for column in range(len(COLUMN_LABELS)):
            found = cells[column] if column < len(cells) else None
            expected = counted.requests[row][column]
            if found is not None and found != expected:
                yield Finding(
                    place=request_cell(row, column),
                    rule="count",
                    code="report-not-the-register",
                    expected=expected,
                    found=found,
                    values={"expected": expected, "found": found},
                )
