"""The tables of a Word document (docx) as sheets with merged cells, one sheet a table."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.oxml.ns import qn

from gongkai_desk.documents.reading.word import children, paragraph_text
from gongkai_desk.documents.reading.word_numbering import Numbering
from gongkai_desk.domain.ledger_sheet import LedgerSheet, Span, key
from gongkai_desk.domain.problems import DomainError, refuse

_P, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_MOST_ROWS, _MOST_COLUMNS = 20_000, 100


@dataclass(slots=True)
class _Sheet:
    """A sheet while it is filled: texts, and the merged cells as [top, left, bottom, right]."""

    name: str
    rows: list[list[str]] = field(default_factory=list)
    merged: list[list[int]] = field(default_factory=list)
    width: int = 0
    goes_on: bool = False

    def done(self) -> LedgerSheet:
        spans: tuple[Span, ...] = tuple(
            (top, left, bottom, right)
            for top, left, bottom, right in self.merged
            if bottom > top or right > left
        )
        return LedgerSheet(name=self.name, rows=self.rows, merged=spans, goes_on=self.goes_on)


def read_tables(data: bytes, name: str) -> list[LedgerSheet]:
    """The tables, each with the paragraphs before it as rows above it; what follows the last
    one stands below it. A table that begins like the one before goes on with it (a new page).

    Errors: `file-damaged`, `catalogue-no-table`, `ledger-too-large`.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        numbering = Numbering(document)
        sheets = _sheets(document.element.body, numbering, name)
    except DomainError:
        raise
    except Exception as error:  # python-docx and lxml raise whatever the damage leads to
        raise refuse("file-damaged", "file", name=name) from error
    if not sheets:
        raise refuse("catalogue-no-table", "file", name=name)
    return [sheet.done() for sheet in sheets]


def _sheets(body: Any, numbering: Numbering, name: str) -> list[_Sheet]:
    sheets: list[_Sheet] = []
    waiting: list[str] = []
    for element in children(body):
        if element.tag == _P:
            texts = paragraph_text(element, numbering).split("\n")
            waiting.extend(text.strip() for text in texts if text.strip())
        elif element.tag == _TABLE:
            table = _table(element, numbering, name)
            if sheets and not waiting and _goes_on(sheets[-1], table):
                _append(sheets[-1], table)
            else:
                made = _Sheet(name=f"表{len(sheets) + 1}", goes_on=bool(sheets and not waiting))
                _lines(made, waiting, table.width)
                _append(made, table)
                sheets.append(made)
            waiting = []
    if sheets:
        _lines(sheets[-1], waiting, sheets[-1].width)
    return sheets


def _lines(sheet: _Sheet, texts: list[str], width: int) -> None:
    """Paragraphs as rows that go across the whole table."""
    for text in texts:
        row = len(sheet.rows)
        sheet.rows.append([text])
        sheet.merged.append([row, 0, row, max(width - 1, 0)])


def _goes_on(before: _Sheet, table: _Sheet) -> bool:
    """Whether a table has the columns of the one before: the same heading again, or as many."""
    if not table.rows or before.width != table.width:
        return False
    return any(list(map(key, row)) == list(map(key, table.rows[0])) for row in before.rows)


def _append(sheet: _Sheet, table: _Sheet) -> None:
    down = len(sheet.rows)
    sheet.rows.extend(table.rows)
    sheet.merged.extend([top + down, left, bottom + down, right]
                        for top, left, bottom, right in table.merged)  # fmt: skip
    sheet.width = max(sheet.width, table.width)


def _table(element: Any, numbering: Numbering, name: str) -> _Sheet:
    sheet = _Sheet(name="")
    open_above: dict[int, list[int]] = {}
    for row in children(element):
        if row.tag == _ROW:
            _read_row(sheet, row, numbering, open_above)
        if len(sheet.rows) > _MOST_ROWS or sheet.width > _MOST_COLUMNS:
            raise refuse("ledger-too-large", "file", name=name, sheet=f"{len(sheet.rows)}")
    for texts in sheet.rows:
        texts.extend([""] * (sheet.width - len(texts)))
    return sheet


def _read_row(
    sheet: _Sheet, row: Any, numbering: Numbering, open_above: dict[int, list[int]]
) -> None:
    number, texts = len(sheet.rows), [""] * _grid(row, "w:trPr", "w:gridBefore", 0)
    for cell in children(row):
        if cell.tag != _CELL:
            continue
        left, width = len(texts), _grid(cell, "w:tcPr", "w:gridSpan", 1)
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        goes_on = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
        if goes_on and left in open_above:
            open_above[left][2] = number
            text = ""
        else:
            open_above.pop(left, None)
            text = _text(cell, numbering)
            span = [number, left, number, left + width - 1]
            sheet.merged.append(span)
            if merge is not None:
                open_above[left] = span
        texts.extend([text, *[""] * (width - 1)])
    sheet.rows.append(texts)
    sheet.width = max(sheet.width, len(texts))


def _text(cell: Any, numbering: Numbering) -> str:
    """The paragraphs of a cell, those of a table inside it among them."""
    lines = []
    for element in cell.iter(_P):
        lines.extend(paragraph_text(element, numbering).split("\n"))
    return "\n".join(line.strip() for line in lines if line.strip())


def _grid(element: Any, properties: str, name: str, default: int) -> int:
    found = element.find(f"{qn(properties)}/{qn(name)}")
    return int(found.get(qn("w:val"), default)) if found is not None else default
