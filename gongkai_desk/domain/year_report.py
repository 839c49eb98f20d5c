"""One year's annual report for the comparison of years: its cells, whatever they come from.

A cell nobody knows is None, never 0. Of the trial form of 2019 only what means the same counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from gongkai_desk.domain.dispute_counts import CountedDisputes
from gongkai_desk.domain.published_report import PublishedReport, cases_behind, disputes_behind
from gongkai_desk.domain.report import (
    COLUMN_LABELS,
    DISPUTE_LABELS,
    RESULT_ROWS,
    ROWS,
    TOTAL_ROW,
    Disputes,
    Override,
    Proactive,
    ReportDraft,
)
from gongkai_desk.domain.report_cells import read_cell
from gongkai_desk.domain.report_finding import (
    DISPUTE_GROUPS,
    PROACTIVE_FEES,
    PROACTIVE_LABELS,
    PROACTIVE_TRIPLES,
)
from gongkai_desk.domain.report_overrides import disputes_with_overrides, with_overrides
from gongkai_desk.domain.report_reading import Form, ReportReading
from gongkai_desk.domain.statistics import Counted

Value: TypeAlias = int | Decimal
Ref: TypeAlias = tuple[int, str, int]
"""A cell: the table (2 to 4), the row of table 3 as text or the field of tables 2 and 4, and the
column from 0.
"""
OTHER_ROWS = ("21", "22", "23")
"""（六）其他处理: a single row in the form of 2019, which the reader gives as row 23."""
_REQUESTS, _DISPUTES = len(COLUMN_LABELS), len(DISPUTE_LABELS)


class SourceKind(StrEnum):
    """What a year's figures are taken from, the best first."""

    EDITION = "edition"  # published with this program
    FILE = "file"  # a published report that was read
    REGISTER = "register"  # counted from the register


class Doubt(StrEnum):
    """What the officer is asked about a report before it is kept."""

    OTHER_AGENCY = "other_agency"
    NO_YEAR = "no_year"
    FUTURE = "future"
    SAME_YEAR = "same_year"  # another of the files read together is of this year
    REPLACES = "replaces"
    PUBLISHED_HERE = "published_here"  # our own edition stays the source


@dataclass(frozen=True, slots=True, kw_only=True)
class Fees:
    """信息处理费 of a year from the register: notices, their yuan, and the yuan received."""

    noticed: int
    amount: int | None
    received: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearReport:
    """`name` is the file's or the edition's title. `cases` are the requests behind the single
    cells of table 3 by "row.column", `disputes` the disputes behind those of table 4 by
    "field.column"; both are empty for a file. `since` is the day from which the register was kept
    when that is within this year: what came before is in none of its numbers. `blanks` cells were
    empty or a stroke and count as 0; `faults` are the errors the checks find in a file's tables.
    """

    year: int
    source: SourceKind
    name: str = ""
    edition: int = 0
    on: dt.date | None = None
    agency: str = ""
    form: Form = Form.OF_2021
    cells: Mapping[Ref, Value | None] = field(default_factory=dict)
    cases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    disputes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    fees: Fees | None = None
    since: dt.date | None = None
    blanks: int = 0
    faults: int = 0

    def value(self, refs: Sequence[Ref]) -> Value | None:
        """The sum of the cells; None when one of them is unknown."""
        total: Value = 0
        for ref in refs:
            value = self.cells.get(ref)
            if value is None:
                return None
            total += value
        return total

    def comparable(self, refs: Sequence[Ref]) -> bool:
        """Whether the form of the year has these cells at all."""
        apart = {row for table, row, _column in refs if table == 3} & set(OTHER_ROWS)
        return self.form is Form.OF_2021 or len(apart) in (0, len(OTHER_ROWS))

    def behind(self, refs: Sequence[Ref]) -> tuple[str, ...]:
        """The ids of the requests or disputes that the cells count, each once."""
        ids: dict[str, None] = {}
        for table, row, column in refs:
            kept = self.cases if table == 3 else self.disputes if table == 4 else {}
            last = (_REQUESTS if table == 3 else _DISPUTES) - 1
            for single in range(last) if column == last else (column,):
                ids.update(dict.fromkeys(kept.get(f"{row}.{single}", ())))
        return tuple(ids)

    def set_by_hand(self, refs: Sequence[Ref]) -> tuple[Override, ...]:
        """The overrides that stand in one of the cells, or in one they are the sum of."""
        return tuple(one for one in self.overrides if any(_reaches(one, ref) for ref in refs))


def _reaches(one: Override, ref: Ref) -> bool:
    table, row, column = ref
    sums = {3: _REQUESTS - 1, 4: _DISPUTES - 1}
    if one.table != table or column not in (one.column, sums[table]):
        return False
    in_total = table == 3 and row == str(TOTAL_ROW) and int(one.row) in RESULT_ROWS
    return one.row == row or in_total


def of_edition(edition: PublishedReport) -> YearReport:
    """A report published with this program."""
    figures = edition.figures
    return YearReport(
        year=edition.year,
        source=SourceKind.EDITION,
        name=edition.title,
        edition=edition.edition,
        on=edition.published_on,
        agency=figures.agency,
        cells=_cells(figures.requests, figures.disputes, figures.proactive),
        cases=edition.cases,
        disputes=edition.disputes,
        overrides=edition.overrides,
    )


def of_register(
    draft: ReportDraft,
    counted: Counted,
    fours: CountedDisputes,
    *,
    since: dt.date | None,
    table_2: bool,
) -> YearReport:
    """What the register counts, with the officer's overrides; `table_2` tells whether table 2 was
    typed at all.
    """
    requests = with_overrides(counted.requests, draft.overrides)
    disputes = disputes_with_overrides(fours.numbers, draft.overrides)
    return YearReport(
        year=draft.year,
        source=SourceKind.REGISTER,
        on=draft.saved_on,
        cells=_cells(requests, disputes, draft.proactive if table_2 else None),
        cases=cases_behind(counted),
        disputes=disputes_behind(fours),
        overrides=draft.overrides,
        since=since,
    )


def of_reading(reading: ReportReading, year: int, on: dt.date | None = None) -> YearReport:
    """A published report that was read from a file, as the report of `year`."""
    texts: dict[Ref, str] = {}
    for row in ROWS:
        texts |= {(3, str(row), at): text for at, text in enumerate(reading.requests.get(row, ()))}
    for name in DISPUTE_GROUPS:
        texts |= {(4, name, at): text for at, text in enumerate(reading.disputes.get(name, ()))}
    for name in PROACTIVE_LABELS:
        texts |= {(2, name, at): text for at, text in enumerate(reading.proactive.get(name, ()))}
    read = {ref: read_cell(text) for ref, text in texts.items()}
    return YearReport(
        year=year,
        source=SourceKind.FILE,
        name=reading.name,
        on=on,
        agency=reading.agency,
        form=reading.form,
        cells={
            ref: cell.number if ref[1] in PROACTIVE_FEES else cell.whole
            for ref, cell in read.items()
        },
        blanks=sum(cell.blank for cell in read.values()),
    )


def _cells(
    requests: Mapping[int, tuple[int, ...]], disputes: Disputes, proactive: Proactive | None
) -> dict[Ref, Value | None]:
    cells: dict[Ref, Value | None] = {
        (3, str(row), at): number
        for row, line in requests.items()
        for at, number in enumerate(line)
    }
    for name in DISPUTE_GROUPS:
        cells |= {(4, name, at): number for at, number in enumerate(getattr(disputes, name))}
    if proactive is not None:
        for name in PROACTIVE_LABELS:
            given = getattr(proactive, name)
            values = given if name in PROACTIVE_TRIPLES else (given,)
            cells |= {(2, name, at): value for at, value in enumerate(values)}
    return cells
