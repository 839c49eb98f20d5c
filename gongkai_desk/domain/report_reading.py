"""A published annual report taken apart: figures as they stand, texts, and what was not found.

Blanks, strokes and 无 are read as 0 with a warning each. The trial form of 2019 is recognised and
mapped as far as its columns mean the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from gongkai_desk.domain.problems import Severity, refuse
from gongkai_desk.domain.report import (
    ROWS,
    Disputes,
    Figures,
    Previous,
    Proactive,
    Texts,
)
from gongkai_desk.domain.report_cells import read_cell
from gongkai_desk.domain.report_finding import (
    DISPUTE_GROUPS,
    PROACTIVE_FEES,
    PROACTIVE_SINGLES,
    PROACTIVE_TRIPLES,
    Finding,
    Place,
    dispute_cell,
    proactive_cell,
    request_cell,
)
from gongkai_desk.domain.report_parts import SUB_WORDS, FoundParts, find_parts
from gongkai_desk.domain.report_pieces import Piece, Table
from gongkai_desk.domain.report_tables import FoundTables, find_tables

_LEAST_ROWS = 6
_LONG_CELL = 200
_HEADING = re.compile(r"[一二三四五六]、")
"""A row of a table with nothing but this is the heading of a part."""


class Form(StrEnum):
    """Which form a report keeps to."""

    OF_2021 = "2021"  # 国办公开办函〔2021〕30号
    OF_2019 = "2019"  # 国办公开办函〔2019〕60号, used for 2019 and 2020


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReading:
    """What a published report says.

    `requests`, `proactive` and `disputes` hold the cells as they stand in the file; what was not
    found is missing. `previous` is only known from our own JSON. `problems` name blanks, missing
    rows and parts, each at its place.
    """

    name: str
    form: Form = Form.OF_2021
    agency: str = ""
    year: int | None = None
    requests: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    proactive: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    disputes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    texts: Texts = field(default_factory=Texts)
    problems: tuple[Finding, ...] = ()

    def document(self) -> dict[str, object]:
        """The figures in the shape that `report check` reads; a cell that is no number stays as
        it stands, so that the checks name it.
        """
        proactive: dict[str, object] = {
            name: _given(self.proactive[name])
            for name in PROACTIVE_TRIPLES
            if name in self.proactive
        }
        proactive |= {
            name: _given(self.proactive[name])[0]
            for name in PROACTIVE_SINGLES
            if self.proactive.get(name)
        }
        fees = self.proactive.get("fees_10k_yuan")
        if fees:
            proactive["fees_10k_yuan"] = _amount(fees[0])
        return {
            "agency": self.agency,
            "year": self.year,
            "proactive": proactive,
            "requests": {
                str(row): _given(self.requests[row]) for row in ROWS if row in self.requests
            },
            **{name: _given(cells) for name, cells in self.disputes.items()},
        }

    def row(self, row: int) -> tuple[int, ...] | None:
        """The seven numbers of a row of table 3; None when one of them is unknown."""
        return _numbers(self.requests.get(row, ()), 7)

    def figures(self) -> Figures | None:
        """The figures, when every cell of tables 3 and 4 is a number; else None."""
        rows = {row: numbers for row in ROWS if (numbers := self.row(row)) is not None}
        groups = {name: _numbers(self.disputes.get(name, ()), 5) for name in DISPUTE_GROUPS}
        if len(rows) != len(ROWS) or any(numbers is None for numbers in groups.values()):
            return None
        return Figures(
            agency=self.agency,
            year=self.year or 0,
            proactive=self._proactive(),
            requests=rows,
            disputes=Disputes(**{name: numbers or () for name, numbers in groups.items()}),
        )

    def previous(self) -> Previous:
        """What this report hands over to the year after: every row of table 3 that is known, and
        the numbers in force. The form of 2019 does not tell what is in force.
        """
        triples = {
            name: _triple(self.proactive.get(name, ())) if self.form is Form.OF_2021 else None
            for name in PROACTIVE_TRIPLES
        }
        return Previous(
            requests={row: numbers for row in ROWS if (numbers := self.row(row)) is not None},
            rules=triples["rules"],
            normative_documents=triples["normative_documents"],
        )

    def _proactive(self) -> Proactive:
        def single(name: str) -> int:
            numbers = _numbers(self.proactive.get(name, ()), 1)
            return numbers[0] if numbers else 0

        fees = self.proactive.get("fees_10k_yuan", ("",))
        return Proactive(
            rules=_triple(self.proactive.get("rules", ())) or (0, 0, 0),
            normative_documents=_triple(self.proactive.get("normative_documents", ())) or (0, 0, 0),
            licences=single("licences"),
            penalties=single("penalties"),
            coercion=single("coercion"),
            fees_10k_yuan=read_cell(fees[0]).number or Decimal(0),
        )


def read_published(pieces: Sequence[Piece], name: str) -> ReportReading:
    """The report in the pieces of a file. Raises DomainError `report-file-no-report` when there
    are no tables of a report in them.
    """
    lines, tables = _sorted_out(pieces)
    cells, parts = find_tables(tables), find_parts(lines)
    if len(cells.requests) < _LEAST_ROWS:
        raise refuse("report-file-no-report", "file", name=name, rows=len(cells.requests))
    form = Form.OF_2019 if cells.old_form else Form.OF_2021
    return ReportReading(
        name=name,
        form=form,
        agency=parts.agency,
        year=parts.year,
        requests=dict(sorted(cells.requests.items())),
        proactive=cells.proactive,
        disputes=cells.disputes,
        texts=parts.texts,
        problems=tuple(_problems(cells, parts, form)),
    )


def read_document(content: Mapping[str, object], name: str) -> ReportReading:
    """The report in our own JSON; it has no texts, and its checks are those of `report check`."""
    agency, year = content.get("agency"), content.get("year")
    proactive = _mapping(content.get("proactive"))
    rows = _mapping(content.get("requests"))
    return ReportReading(
        name=name,
        agency=agency if isinstance(agency, str) else "",
        year=year if type(year) is int else None,
        requests={row: _texts_of(rows[str(row)]) for row in ROWS if str(row) in rows},
        proactive={key: _texts_of(value) for key, value in proactive.items()},
        disputes={key: _texts_of(content[key]) for key in DISPUTE_GROUPS if key in content},
    )


def _mapping(value: object) -> dict[str, object]:
    return {str(key): each for key, each in value.items()} if isinstance(value, Mapping) else {}


def _texts_of(value: object) -> tuple[str, ...]:
    """JSON cells as texts; what is no plain value is left as something no number can be."""
    cells = value if isinstance(value, list | tuple) else [value]
    return tuple(
        "" if cell is None else str(cell) if isinstance(cell, int | float | str) else "?"
        for cell in cells
    )


def _sorted_out(pieces: Iterable[Piece]) -> tuple[list[str], list[Table]]:
    """Lines and tables; a table with a whole text in a cell only lays out a page."""
    lines: list[str] = []
    tables: list[Table] = []
    for piece in pieces:
        if isinstance(piece, str):
            lines += piece.split("\n")
            continue
        tables.append(piece)
        laid_out = any(len(cell) > _LONG_CELL for row in piece.rows for cell in row)
        for row in piece.rows:
            cells = dict.fromkeys(cell for cell in row if cell.strip())
            if laid_out or (len(cells) == 1 and _HEADING.match(next(iter(cells)).strip())):
                for cell in cells:
                    lines += cell.split("\n")
    return lines, tables


def _problems(cells: FoundTables, parts: FoundParts, form: Form) -> Iterator[Finding]:
    if form is Form.OF_2019:
        yield _found("report-old-form", Place(), values={})
    yield from _blanks(cells, form)
    for row in cells.twice:
        yield _found("report-row-twice", Place(table=3, row=row), Severity.ERROR)
    for name in dict.fromkeys(cells.unknown):
        label = " ".join(name.split())[:40]
        yield _found(
            "report-row-unnamed", Place(table=3), Severity.ERROR, {"found": label}, found=label
        )
    if not parts.agency or parts.year is None:
        yield _found("report-title-missing", Place())
    for part in range(1, 7):
        if part not in parts.parts:
            yield _found("report-heading-missing", Place(part=part))
    if parts.subs and 1 in parts.parts:
        for sub in range(len(SUB_WORDS)):
            if sub not in parts.subs:
                place = Place(part=1, row=f"（{'一二三四五'[sub]}）")
                yield _found("report-heading-missing", place)
    elif 1 in parts.parts:
        yield _found("report-sub-headings-missing", Place(part=1))


def _blanks(cells: FoundTables, form: Form) -> Iterator[Finding]:
    """E: every blank or stroke, at its place."""
    places: list[tuple[str, Place]] = []
    if form is Form.OF_2021:
        for name, values in cells.proactive.items():
            if name in PROACTIVE_TRIPLES:
                places += [(text, proactive_cell(name, at)) for at, text in enumerate(values[:3])]
            elif name in PROACTIVE_SINGLES or name in PROACTIVE_FEES:
                places.append((values[0], proactive_cell(name)))
    for row, values in sorted(cells.requests.items()):
        places += [(text, request_cell(row, at)) for at, text in enumerate(values)]
    for name, values in cells.disputes.items():
        places += [(text, dispute_cell(name, at)) for at, text in enumerate(values)]
    for text, place in places:
        if read_cell(text).blank:
            code = "report-cell-stroke" if text.strip() else "report-cell-blank"
            yield _found(code, place, values={"found": text}, rule="E", found=text, expected=0)


def _found(
    code: str,
    place: Place,
    severity: Severity = Severity.WARNING,
    values: Mapping[str, object] | None = None,
    *,
    rule: str = "shape",
    found: object = None,
    expected: object = None,
) -> Finding:
    return Finding(
        place=place,
        rule=rule,
        code=code,
        severity=severity,
        expected=expected,
        found=found,
        values=values or {},
    )


def _given(cells: Sequence[str]) -> list[object]:
    """Numbers where the cells are whole ones, else the cells as they stand."""
    read = [read_cell(text) for text in cells]
    return [cell.text if cell.whole is None else cell.whole for cell in read]


def _amount(text: str) -> str:
    number = read_cell(text).number
    return text if number is None else format(number, "f")


def _numbers(cells: Sequence[str], count: int) -> tuple[int, ...] | None:
    numbers = [read_cell(text).whole for text in cells]
    if len(numbers) != count or any(number is None for number in numbers):
        return None
    return tuple(number or 0 for number in numbers)


def _triple(cells: Sequence[str]) -> tuple[int, int, int] | None:
    numbers = _numbers(cells, 3)
    return (numbers[0], numbers[1], numbers[2]) if numbers else None
