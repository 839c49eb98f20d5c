"""An annual report as it stands in a file: every cell is looked at on its own.

The numbers of a foreign report may be blank, words or shifted. What cannot be read becomes a
`Finding` at its place and an unknown (None) cell, so that the checks can still look at the rest.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeGuard

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import (
    CARRIED_OUT_ROW,
    COLUMN_LABELS,
    DISPUTE_LABELS,
    ROWS,
    Figures,
    Previous,
)
from gongkai_desk.domain.report_finding import (
    DISPUTE_GROUPS,
    PROACTIVE_SINGLES,
    PROACTIVE_TRIPLES,
    REQUEST_TABLE,
    Finding,
    Place,
    dispute_cell,
    proactive_cell,
    request_cell,
)

Cell: TypeAlias = int | None

_UNKNOWN_ROW: tuple[Cell, ...] = (None,) * len(COLUMN_LABELS)
_AMOUNT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,10})?")
_ROW_NAME = re.compile(r"[1-9][0-9]?")
_LONGEST_FOUND = 40
_LARGEST = 10**12
"""No office counts further; what is larger is a slip of the keyboard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawReport:
    """The cells of one report; None where a cell is missing or no whole number.

    `requests` has all 25 rows of seven, `triples` the two rows of table 2 that have an identity,
    `disputes` the three groups of table 4; the `previous_…` fields are last year's. `faults` names
    everything that could not be read.
    """

    requests: Mapping[int, tuple[Cell, ...]]
    triples: Mapping[str, tuple[Cell, ...]]
    disputes: Mapping[str, tuple[Cell, ...]]
    previous_carried: tuple[Cell, ...] = _UNKNOWN_ROW
    previous_in_force: Mapping[str, Cell] = field(default_factory=dict)
    faults: tuple[Finding, ...] = ()


def document(figures: Figures) -> dict[str, object]:
    """The figures in the shape that `report --json` prints and `report check` reads."""
    proactive, disputes = figures.proactive, figures.disputes
    return {
        "agency": figures.agency,
        "year": figures.year,
        "proactive": {
            "rules": list(proactive.rules),
            "normative_documents": list(proactive.normative_documents),
            "licences": proactive.licences,
            "penalties": proactive.penalties,
            "coercion": proactive.coercion,
            "fees_10k_yuan": format(proactive.fees_10k_yuan, "f"),
        },
        "requests": {str(row): list(figures.requests[row]) for row in ROWS},
        "reconsideration": list(disputes.reconsideration),
        "litigation_direct": list(disputes.litigation_direct),
        "litigation_after": list(disputes.litigation_after),
        "previous": previous_document(figures.previous),
    }


def previous_document(previous: Previous) -> dict[str, object]:
    known: dict[str, object] = {}
    if previous.requests:
        known["requests"] = {str(row): list(cells) for row, cells in previous.requests.items()}
    for name, triple in (
        ("rules", previous.rules),
        ("normative_documents", previous.normative_documents),
    ):
        if triple is not None:
            known[name] = list(triple)
    return known


def read(report: Mapping[str, object]) -> RawReport:
    """Take a report of any origin apart; nothing in it can make this fail."""
    reader = _Reader()
    reader.heading(report)
    proactive = reader.part(report, "proactive", Place(table=2))
    triples = {
        name: reader.cells(
            proactive.get(name), [proactive_cell(name, column) for column in range(3)]
        )
        for name in PROACTIVE_TRIPLES
    }
    for name in PROACTIVE_SINGLES:
        reader.cell(proactive.get(name), proactive_cell(name))
    reader.amount(proactive.get("fees_10k_yuan"), proactive_cell("fees_10k_yuan"))
    requests = reader.matrix(reader.part(report, "requests", REQUEST_TABLE))
    disputes = {
        name: reader.cells(
            report.get(name), [dispute_cell(name, column) for column in range(len(DISPUTE_LABELS))]
        )
        for name in DISPUTE_GROUPS
    }
    carried, in_force = reader.previous(report.get("previous"))
    return RawReport(
        requests=requests,
        triples=triples,
        disputes=disputes,
        previous_carried=carried,
        previous_in_force=in_force,
        faults=tuple(reader.faults),
    )


class _Reader:
    """Collects the faults while the pieces are taken apart."""

    def __init__(self) -> None:
        self.faults: list[Finding] = []

    def heading(self, report: Mapping[str, object]) -> None:
        agency, year = report.get("agency"), report.get("year")
        if not (isinstance(agency, str) and agency.strip()):
            self._fault("report-no-agency", Place(row="agency"), agency, Severity.WARNING)
        if type(year) is not int or not 1 <= year <= 9999:
            self._fault("report-no-year", Place(row="year"), year, Severity.WARNING)

    def part(self, report: Mapping[str, object], name: str, place: Place) -> Mapping[str, object]:
        content = report.get(name)
        if isinstance(content, Mapping):
            return {str(key): value for key, value in content.items()}
        self._fault("report-part-no-object", place, content)
        return {}

    def matrix(self, rows: Mapping[str, object]) -> dict[int, tuple[Cell, ...]]:
        for name in rows:
            if not _ROW_NAME.fullmatch(name) or int(name) not in ROWS:
                self._fault("report-row-unknown", REQUEST_TABLE, name)
        return {
            row: self.cells(
                rows.get(str(row)),
                [request_cell(row, column) for column in range(len(COLUMN_LABELS))],
            )
            for row in ROWS
        }

    def cells(self, row: object, places: Sequence[Place]) -> tuple[Cell, ...]:
        """One row. With a wrong number of cells nobody can say which is which: all unknown."""
        whole = Place(table=places[0].table, row=places[0].row)
        unknown: tuple[Cell, ...] = (None,) * len(places)
        if not isinstance(row, list | tuple):
            self._fault("report-row-missing", whole, row, expected=len(places))
            return unknown
        read = tuple(self.cell(value, place) for value, place in zip(row, places, strict=False))
        if len(row) != len(places):
            self._fault("report-row-length", whole, len(row), expected=len(places))
            return unknown
        return read

    def cell(self, value: object, place: Place) -> Cell:
        if _whole(value):
            return value
        self._fault("report-cell-not-whole", place, value)
        return None

    def amount(self, value: object, place: Place) -> None:
        readable = (
            (isinstance(value, str) and _AMOUNT.fullmatch(value) is not None)
            or _whole(value)
            or (isinstance(value, float) and math.isfinite(value) and value >= 0)
        )
        if not readable:
            self._fault("report-amount-unreadable", place, value)

    def previous(self, content: object) -> tuple[tuple[Cell, ...], dict[str, Cell]]:
        """Last year's row 25 and numbers in force; what is missing is simply not compared."""
        if content is None:
            return _UNKNOWN_ROW, {}
        place = Place(previous=True)
        if not isinstance(content, Mapping):
            self._fault("report-previous-unreadable", place, content, Severity.WARNING)
            return _UNKNOWN_ROW, {}
        requests = content.get("requests")
        row = None
        if isinstance(requests, Mapping):
            row = requests.get(str(CARRIED_OUT_ROW), requests.get(CARRIED_OUT_ROW))
        elif requests is not None:
            self._fault("report-previous-unreadable", place, requests, Severity.WARNING)
        places = [
            Place(previous=True, table=3, row=CARRIED_OUT_ROW, column=label)
            for label in COLUMN_LABELS
        ]
        carried = self._previous_cells(row, places)
        in_force = {
            name: self._previous_cells(
                content.get(name), [Place(previous=True, table=2, row=label)] * 3
            )[2]
            for name, label in PROACTIVE_TRIPLES.items()
        }
        return carried, in_force

    def _previous_cells(self, row: object, places: Sequence[Place]) -> tuple[Cell, ...]:
        unknown: tuple[Cell, ...] = (None,) * len(places)
        if row is None:
            return unknown
        if not isinstance(row, list | tuple) or len(row) > len(places):
            whole = Place(previous=True, table=places[0].table, row=places[0].row)
            self._fault("report-previous-unreadable", whole, row, Severity.WARNING)
            return unknown
        cells: list[Cell] = []
        for value, place in zip(row, places, strict=False):
            cells.append(value if _whole(value) else None)
            if not _whole(value) and value is not None:
                self._fault("report-previous-unreadable", place, value, Severity.WARNING)
        return (*cells, *unknown[len(cells) :])

    def _fault(
        self,
        code: str,
        place: Place,
        found: object,
        severity: Severity = Severity.ERROR,
        expected: object = None,
    ) -> None:
        shown = _plain(found)
        self.faults.append(
            Finding(
                place=place,
                rule="shape" if code in _SHAPE else "E",
                code=code,
                severity=severity,
                expected=expected,
                found=shown,
                values={"found": "" if shown is None else shown, "expected": expected},
            )
        )


_SHAPE = frozenset(
    {
        "report-no-agency",
        "report-no-year",
        "report-part-no-object",
        "report-row-unknown",
        "report-previous-unreadable",
    }
)


def _whole(value: object) -> TypeGuard[int]:
    return type(value) is int and 0 <= value <= _LARGEST


def _plain(value: object) -> object:
    """What was found, fit for one line and for JSON."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) <= _LARGEST else _plain(str(value))
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, str):
        return value if len(value) <= _LONGEST_FOUND else value[:_LONGEST_FOUND] + "…"
    return "{…}" if isinstance(value, Mapping) else "[…]" if isinstance(value, Iterable) else "?"
