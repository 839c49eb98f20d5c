"""Sums of reports cell by cell, and the cells of tables 2 to 4 by their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

from gongkai_desk.domain.report import (
    COLUMN_LABELS,
    DISPUTE_LABELS,
    ROWS,
    Disputes,
    Figures,
    Previous,
    Proactive,
)
from gongkai_desk.domain.report_finding import (
    DISPUTE_GROUPS,
    PROACTIVE_LABELS,
    PROACTIVE_SINGLES,
    PROACTIVE_TRIPLES,
    TRIPLE_LABELS,
    Place,
    dispute_cell,
    proactive_cell,
    request_cell,
)

Number: TypeAlias = int | Decimal

TABLE_2 = (
    *(proactive_cell(name, column) for name in PROACTIVE_TRIPLES for column in range(3)),
    *(proactive_cell(name) for name in PROACTIVE_LABELS if name not in PROACTIVE_TRIPLES),
)
TABLE_3 = tuple(request_cell(row, column) for row in ROWS for column in range(len(COLUMN_LABELS)))
TABLE_4 = tuple(
    dispute_cell(name, column) for name in DISPUTE_GROUPS for column in range(len(DISPUTE_LABELS))
)
CELLS = (*TABLE_2, *TABLE_3, *TABLE_4)
"""Every number of a report, in the order of the official form."""

_PROACTIVE_NAMES = {label: name for name, label in PROACTIVE_LABELS.items()}
_DISPUTE_NAMES = {label: name for name, label in DISPUTE_GROUPS.items()}


def number_at(figures: Figures, place: Place) -> Number:
    """The number in a cell of tables 2 to 4. Raises KeyError for a place that is no cell."""
    if place.table == 3 and isinstance(place.row, int):
        return figures.requests[place.row][COLUMN_LABELS.index(place.column)]
    if place.table == 2:
        value = getattr(figures.proactive, _PROACTIVE_NAMES[str(place.row)])
        found: Number = value[TRIPLE_LABELS.index(place.column)] if place.column else value
        return found
    group: Sequence[int] = getattr(figures.disputes, _DISPUTE_NAMES[str(place.row)])
    return group[DISPUTE_LABELS.index(place.column)]


def added(
    figures: Iterable[Figures], area: str, year: int, previous: Previous | None = None
) -> Figures:
    """The sums of all tables, cell by cell; zeros when there is none. `previous` is the area's."""
    every = list(figures)
    return Figures(
        agency=area,
        year=year,
        proactive=_proactive([one.proactive for one in every]),
        requests={
            row: _sums((one.requests[row] for one in every), len(COLUMN_LABELS)) for row in ROWS
        },
        disputes=_disputes([one.disputes for one in every]),
        previous=previous or Previous(),
    )


def added_rows(rows: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """Rows of table 3 as one."""
    return _sums(rows, len(COLUMN_LABELS))


def _sums(rows: Iterable[Sequence[int]], width: int) -> tuple[int, ...]:
    columns = list(zip(*rows, strict=True)) or [()] * width
    return tuple(map(sum, columns))


def _proactive(every: Sequence[Proactive]) -> Proactive:
    triples = {name: _sums((getattr(one, name) for one in every), 3) for name in PROACTIVE_TRIPLES}
    singles = {name: sum(getattr(one, name) for one in every) for name in PROACTIVE_SINGLES}
    rules, documents = (triples[name] for name in PROACTIVE_TRIPLES)
    return Proactive(
        rules=(rules[0], rules[1], rules[2]),
        normative_documents=(documents[0], documents[1], documents[2]),
        fees_10k_yuan=sum((one.fees_10k_yuan for one in every), Decimal(0)),
        **singles,
    )


def _disputes(every: Sequence[Disputes]) -> Disputes:
    return Disputes(
        **{
            name: _sums((getattr(one, name) for one in every), len(DISPUTE_LABELS))
            for name in DISPUTE_GROUPS
        }
    )
