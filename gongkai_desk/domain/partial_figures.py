"""The figures of a report that cannot be read in every cell: to be looked at, never added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gongkai_desk.domain.report import (
    COLUMN_LABELS,
    DISPUTE_LABELS,
    ROWS,
    Disputes,
    Figures,
    Proactive,
)
from gongkai_desk.domain.report_cells import read_cell
from gongkai_desk.domain.report_finding import (
    DISPUTE_GROUPS,
    PROACTIVE_SINGLES,
    PROACTIVE_TRIPLES,
    Place,
    dispute_cell,
    proactive_cell,
    request_cell,
)
from gongkai_desk.domain.report_reading import ReportReading

MISSING = "—"
"""What stands for a cell that is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialFigures:
    """`figures` have 0 where nobody can tell the number; `unknown` says what stands there."""

    figures: Figures
    unknown: Mapping[Place, str]


def partial_figures(reading: ReportReading) -> PartialFigures:
    """What can be seen of a report, cell by cell."""
    seen = _Seen()
    requests = {
        row: seen.row(
            reading.requests.get(row, ()),
            [request_cell(row, column) for column in range(len(COLUMN_LABELS))],
        )
        for row in ROWS
    }
    groups = {
        name: seen.row(
            reading.disputes.get(name, ()),
            [dispute_cell(name, column) for column in range(len(DISPUTE_LABELS))],
        )
        for name in DISPUTE_GROUPS
    }
    return PartialFigures(
        figures=Figures(
            agency=reading.agency,
            year=reading.year or 0,
            proactive=_proactive(reading, seen),
            requests=requests,
            disputes=Disputes(**groups),
        ),
        unknown=seen.unknown,
    )


def _proactive(reading: ReportReading, seen: _Seen) -> Proactive:
    triples = {
        name: seen.row(
            reading.proactive.get(name, ()), [proactive_cell(name, column) for column in range(3)]
        )
        for name in PROACTIVE_TRIPLES
    }
    singles = {
        name: seen.row(reading.proactive.get(name, ())[:1], [proactive_cell(name)])[0]
        for name in PROACTIVE_SINGLES
    }
    rules, documents = (triples[name] for name in PROACTIVE_TRIPLES)
    return Proactive(
        rules=(rules[0], rules[1], rules[2]),
        normative_documents=(documents[0], documents[1], documents[2]),
        fees_10k_yuan=seen.amount(
            reading.proactive.get("fees_10k_yuan", ()), proactive_cell("fees_10k_yuan")
        ),
        **singles,
    )


class _Seen:
    """Collects the cells nobody can read."""

    def __init__(self) -> None:
        self.unknown: dict[Place, str] = {}

    def row(self, cells: Sequence[str], places: Sequence[Place]) -> tuple[int, ...]:
        """The numbers of a row; with a wrong number of cells nobody can say which is which."""
        whole = len(cells) == len(places)
        numbers = []
        for at, place in enumerate(places):
            text = cells[at] if whole else ""
            number = read_cell(text).whole if whole else None
            if number is None:
                self.unknown[place] = text.strip() or MISSING
            numbers.append(number or 0)
        return tuple(numbers)

    def amount(self, cells: Sequence[str], place: Place) -> Decimal:
        """The fees, an amount with decimals."""
        number = read_cell(cells[0]).number if cells else None
        if number is None:
            self.unknown[place] = (cells[0].strip() if cells else "") or MISSING
        return number or Decimal(0)
