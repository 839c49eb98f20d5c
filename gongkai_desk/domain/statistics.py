"""Counts the cases of the register into table 3 of the annual report (国办公开办函〔2021〕30号).

Every number keeps the ids of the cases behind it, and a case that cannot be counted is named
with the reason, never left out in silence.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.report import (
    CARRIED_IN_ROW,
    CARRIED_OUT_ROW,
    COLUMNS,
    RECEIVED_ROW,
    RESULT_ROWS,
    ROWS,
    TOTAL_ROW,
)
from gongkai_desk.domain.request import ApplicantKind

SUM_COLUMN = len(COLUMNS)
"""Index of 总计, the seventh number of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What counting needs to know of one request.

    `received` is the legal receipt date, `closed_on` the day the case ended (None while it runs),
    `row` the official result row 3 to 23. `arrived` is the first day the office can have known of
    it: while `received` is missing, it tells which years the case cannot belong to.
    """

    id: str
    number: str
    received: dt.date | None
    closed_on: dt.date | None = None
    row: int | None = None
    kind: ApplicantKind | None = None
    arrived: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCounted:
    """A case that belongs to the year but to no cell, and why."""

    case_id: str
    number: str
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Table 3 of one year: `requests[row]` are seven numbers, `cases[row, column]` the ids behind
    one of them (columns 0 to 6, 6 is 总计).
    """

    year: int
    requests: Mapping[int, tuple[int, ...]]
    cases: Mapping[tuple[int, int], tuple[str, ...]]
    not_counted: tuple[NotCounted, ...] = ()


def count(cases: Iterable[Case], year: int) -> Counted:
    """Table 3 of `year` from all cases of the register, whatever their year.

    Row 1: received in the year. Row 2: received before it and not closed before it. Rows 3 to 23:
    closed in the year, by result. Row 24: their sum. Row 25: received by 31 December and not
    closed by then.
    """
    cells: dict[tuple[int, int], list[str]] = defaultdict(list)
    not_counted: list[NotCounted] = []
    for case in cases:
        if not _concerns(case, year):
            continue
        problem = _obstacle(case, year)
        if problem is not None:
            not_counted.append(NotCounted(case_id=case.id, number=case.number, problem=problem))
            continue
        assert case.kind is not None
        for row in _rows(case, year):
            cells[row, COLUMNS.index(case.kind)].append(case.id)
            cells[row, SUM_COLUMN].append(case.id)
    return Counted(
        year=year,
        requests={
            row: tuple(len(cells.get((row, column), ())) for column in range(SUM_COLUMN + 1))
            for row in ROWS
        },
        cases={cell: tuple(ids) for cell, ids in sorted(cells.items())},
        not_counted=tuple(not_counted),
    )


def _concerns(case: Case, year: int) -> bool:
    """Whether the case was, or may have been, in the office's hands during the year."""
    first = case.received or case.arrived or case.closed_on
    if case.received and case.closed_on and case.closed_on < case.received:
        return year in (case.received.year, case.closed_on.year)
    began = first is None or first.year <= year
    ended = case.closed_on is not None and case.closed_on.year < year
    return began and not ended


def _obstacle(case: Case, year: int) -> Problem | None:
    """Why the case cannot be counted; the first reason is enough to act upon."""
    values = {"number": case.number}
    if case.received is None:
        open_still = case.closed_on is None
        severity = Severity.WARNING if open_still else Severity.ERROR
        return Problem("report-case-no-receipt-date", "received", values, severity)
    if case.kind is None:
        return Problem("report-case-no-kind", "applicant.kind", values)
    if case.closed_on is None:
        return None
    if case.closed_on < case.received:
        return Problem("report-case-closed-before-receipt", "closed_on", values)
    if case.closed_on.year == year and case.row not in RESULT_ROWS:
        return Problem("report-case-no-result", "outcome", values)
    return None


def _rows(case: Case, year: int) -> Iterator[int]:
    assert case.received is not None
    yield RECEIVED_ROW if case.received.year == year else CARRIED_IN_ROW
    if case.closed_on is not None and case.closed_on.year == year:
        assert case.row is not None
        yield case.row
        yield TOTAL_ROW
    else:
        yield CARRIED_OUT_ROW
