"""Numbers of tables 3 and 4 that are not the counted ones, each with its reason.

Only single cells are set; every sum is worked out from them, so that an override can break an
identity between rows (and is told so by the checks), but never a sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.report import (
    COLUMNS,
    DISPUTE_LABELS,
    NO_CASES,
    RESULT_ROWS,
    ROWS,
    TOTAL_ROW,
    Disputes,
    Override,
)
from gongkai_desk.domain.report_finding import DISPUTE_GROUPS, Finding, Place, dispute_cell
from gongkai_desk.domain.report_finding import request_cell as cell_of_table_3

LARGEST = 10**9
"""No office counts further; what is larger is a slip of the keyboard."""
SHORTEST_REASON = 4
"""Characters: 无, 见附件 or an x is no reason."""
LONGEST_REASON = 500
"""Characters: a reason stands in a cell of the check report; papers belong into the files."""
REQUEST_ROWS = tuple(row for row in ROWS if row != TOTAL_ROW)
"""The rows of table 3 that are counted, not summed."""


def place_of(override: Override) -> Place:
    """The cell of the report an override stands in."""
    if override.table == 3:
        return cell_of_table_3(int(override.row), override.column)
    return dispute_cell(override.row, override.column)


def faults(override: Override) -> list[Problem]:
    """What is wrong with an override: a cell that is a sum or none, a number below 0 or out of
    all proportion, no reason or an endless one.
    """
    found = []
    if not _is_cell(override):
        found.append(Problem("report-override-no-cell", "number"))
    if not 0 <= override.number <= LARGEST:
        found.append(Problem("report-override-number", "number", {"largest": LARGEST}))
    if len("".join(override.reason.split())) < SHORTEST_REASON:
        found.append(Problem("report-override-no-reason", "reason", {"least": SHORTEST_REASON}))
    if len(override.reason) > LONGEST_REASON:
        found.append(Problem("report-reason-long", "reason", {"most": LONGEST_REASON}))
    return found


def _is_cell(override: Override) -> bool:
    if override.table == 3:
        rows = {str(row) for row in REQUEST_ROWS}
        return override.row in rows and override.column in range(len(COLUMNS))
    columns = range(len(DISPUTE_LABELS) - 1)
    return override.table == 4 and override.row in DISPUTE_GROUPS and override.column in columns


def put(overrides: Sequence[Override], override: Override) -> tuple[Override, ...]:
    """`overrides` with this one for its cell, in the order of the tables."""
    others = without(overrides, override.table, override.row, override.column)
    return tuple(sorted((*others, override), key=_order))


def without(
    overrides: Iterable[Override], table: int, row: str, column: int
) -> tuple[Override, ...]:
    """`overrides` with the counted number of this cell standing again."""
    gone = (table, row, column)
    return tuple(one for one in overrides if (one.table, one.row, one.column) != gone)


def _order(one: Override) -> tuple[int, int, int]:
    row = int(one.row) if one.table == 3 else list(DISPUTE_GROUPS).index(one.row)
    return one.table, row, one.column


def with_overrides(
    requests: Mapping[int, tuple[int, ...]], overrides: Iterable[Override]
) -> dict[int, tuple[int, ...]]:
    """Table 3 with its overrides: the sums of each row and the whole of row 24 follow."""
    cells = {row: list(requests.get(row, NO_CASES)[:-1]) for row in ROWS}
    for one in overrides:
        if one.table == 3:
            cells[int(one.row)][one.column] = one.number
    cells[TOTAL_ROW] = [
        sum(cells[row][column] for row in RESULT_ROWS) for column in range(len(COLUMNS))
    ]
    return {row: (*numbers, sum(numbers)) for row, numbers in cells.items()}


def disputes_with_overrides(counted: Disputes, overrides: Iterable[Override]) -> Disputes:
    """Table 4 with its overrides and their sums."""
    cells = {name: list(getattr(counted, name)[:-1]) for name in DISPUTE_GROUPS}
    for one in overrides:
        if one.table == 4:
            cells[one.row][one.column] = one.number
    return Disputes(**{name: (*numbers, sum(numbers)) for name, numbers in cells.items()})


def counted_at(
    override: Override, requests: Mapping[int, tuple[int, ...]], disputes: Disputes
) -> int:
    """What is counted now in the override's cell."""
    if override.table == 3:
        return requests.get(int(override.row), NO_CASES)[override.column]
    return int(getattr(disputes, override.row)[override.column])


def stale(
    overrides: Iterable[Override], requests: Mapping[int, tuple[int, ...]], disputes: Disputes
) -> Iterator[Finding]:
    """A warning for every override whose cell is counted otherwise than when it was set."""
    for one in overrides:
        now = counted_at(one, requests, disputes)
        if now != one.counted:
            yield Finding(
                place=place_of(one),
                rule="count",
                code="report-override-stale",
                severity=Severity.WARNING,
                expected=now,
                found=one.number,
                values={"counted": one.counted, "now": now, "number": one.number},
            )


def keep_needed(
    overrides: Iterable[Override], requests: Mapping[int, tuple[int, ...]], disputes: Disputes
) -> tuple[Override, ...]:
    """`overrides` without those that say what is counted anyway."""
    return tuple(one for one in overrides if counted_at(one, requests, disputes) != one.number)


def renewed(override: Override, counted: int) -> Override:
    """The same number and reason, confirmed against what is counted now."""
    return replace(override, counted=counted)
