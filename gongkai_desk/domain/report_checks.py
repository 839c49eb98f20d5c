"""The checks of an annual report: a plain list of functions, each for one identity.

The letters are those of the identities in resources/statutes/report_form.toml. Wizard, command
line, printing and tests run the same list. A cell that could not be read has been named by
`report_raw`; an identity it takes part in is left out, all others are checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import (
    CARRIED_IN_ROW,
    CARRIED_OUT_ROW,
    COLUMN_LABELS,
    RECEIVED_ROW,
    RESULT_ROWS,
    ROWS,
    TOTAL_ROW,
    Figures,
)
from gongkai_desk.domain.report_finding import (
    Finding,
    Place,
    dispute_cell,
    proactive_cell,
    request_cell,
)
from gongkai_desk.domain.report_raw import Cell, RawReport, document, read

Check: TypeAlias = Callable[[RawReport], Iterator[Finding]]

_COLUMN_COUNT = len(COLUMN_LABELS)
_SUM = _COLUMN_COUNT - 1


def readable(report: RawReport) -> Iterator[Finding]:
    """E: whole numbers of 0 or more in every cell, 0 instead of a blank; the form is complete."""
    yield from report.faults


def intake_equals_outcome(report: RawReport) -> Iterator[Finding]:
    """A: row 1 + row 2 = row 24 + row 25 in every column."""
    for column in range(_COLUMN_COUNT):
        received, carried_in, done, carried_out = (
            report.requests[row][column]
            for row in (RECEIVED_ROW, CARRIED_IN_ROW, TOTAL_ROW, CARRIED_OUT_ROW)
        )
        if received is None or carried_in is None or done is None or carried_out is None:
            continue
        expected = received + carried_in - carried_out
        if done != expected:
            yield Finding(
                place=request_cell(TOTAL_ROW, column),
                rule="A",
                code="report-intake-outcome",
                expected=expected,
                found=done,
                values={"intake": received + carried_in, "outcome": done + carried_out},
            )


def results_add_up(report: RawReport) -> Iterator[Finding]:
    """B: row 24 = sum of rows 3 to 23 in every column."""
    for column in range(_COLUMN_COUNT):
        expected = _sum(report.requests[row][column] for row in RESULT_ROWS)
        found = report.requests[TOTAL_ROW][column]
        if expected is not None and found is not None and found != expected:
            yield _wrong_sum(request_cell(TOTAL_ROW, column), "B", expected, found)


def rows_add_up(report: RawReport) -> Iterator[Finding]:
    """C: 总计 = sum of the six applicant columns in every row."""
    for row in ROWS:
        expected = _sum(report.requests[row][:_SUM])
        found = report.requests[row][_SUM]
        if expected is not None and found is not None and found != expected:
            yield _wrong_sum(request_cell(row, _SUM), "C", expected, found)


def carried_over(report: RawReport) -> Iterator[Finding]:
    """D: row 2 = row 25 of last year's report in every column that is known."""
    for column in range(_COLUMN_COUNT):
        expected = report.previous_carried[column]
        found = report.requests[CARRIED_IN_ROW][column]
        if expected is not None and found is not None and found != expected:
            yield Finding(
                place=request_cell(CARRIED_IN_ROW, column),
                rule="D",
                code="report-carried-over",
                expected=expected,
                found=found,
                values={"expected": expected, "found": found},
            )


def disputes_add_up(report: RawReport) -> Iterator[Finding]:
    """F: each 总计 of table 4 = the four results before it."""
    for name, cells in report.disputes.items():
        expected, found = _sum(cells[:-1]), cells[-1]
        if expected is not None and found is not None and found != expected:
            yield _wrong_sum(dispute_cell(name, len(cells) - 1), "F", expected, found)


def in_force(report: RawReport) -> Iterator[Finding]:
    """G, a warning: 现行有效 = last year's 现行有效 + 制发 - 废止."""
    for name, (issued, abolished, found) in report.triples.items():
        before = report.previous_in_force.get(name)
        if before is None or issued is None or abolished is None or found is None:
            continue
        expected = before + issued - abolished
        if found != expected:
            yield Finding(
                place=proactive_cell(name),
                rule="G",
                code="report-in-force",
                severity=Severity.WARNING,
                expected=expected,
                found=found,
                values={"expected": expected, "found": found, "before": before},
            )


CHECKS: tuple[Check, ...] = (
    readable,
    intake_equals_outcome,
    results_add_up,
    rows_add_up,
    carried_over,
    disputes_add_up,
    in_force,
)


def check(report: RawReport) -> list[Finding]:
    """Everything the figures themselves tell, in the order of `CHECKS`."""
    return [finding for each in CHECKS for finding in each(report)]


def check_document(content: Mapping[str, object]) -> list[Finding]:
    """The findings on a report as read from JSON."""
    return check(read(content))


def check_figures(figures: Figures) -> list[Finding]:
    """The findings on figures of our own; the same list of checks."""
    return check(read(document(figures)))


def _sum(cells: Iterable[Cell]) -> Cell:
    """The sum, or None when one of the cells is unknown."""
    total = 0
    for cell in cells:
        if cell is None:
            return None
        total += cell
    return total


def _wrong_sum(place: Place, rule: str, expected: int, found: int) -> Finding:
    return Finding(
        place=place,
        rule=rule,
        code=f"report-sum-{rule.lower()}",
        expected=expected,
        found=found,
        values={"expected": expected, "found": found},
    )
