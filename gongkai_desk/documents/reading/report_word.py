"""A published report as a Word file: paragraphs and tables, merged cells spread out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from gongkai_desk.documents.reading.word import children, paragraph_text
from gongkai_desk.documents.reading.word_numbering import Numbering
from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.report_pieces import Piece, Table

_P, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_DEEPEST = 12


def read(data: bytes, name: str) -> list[Piece]:
    """Pieces of a docx. Error: `file-damaged`."""
    try:
        document = docx.Document(io.BytesIO(data))
        return list(_pieces(document.element.body, Numbering(document), 0))
    except Exception as error:  # python-docx and lxml raise whatever the damage leads to
        raise refuse("file-damaged", "file", name=name) from error


def _pieces(container: Any, numbering: Numbering, depth: int) -> Iterator[Piece]:
    if depth > _DEEPEST:
        raise ValueError(depth)
    for element in children(container):
        if element.tag == _P:
            yield from paragraph_text(element, numbering).split("\n")
        elif element.tag == _TABLE:
            yield from _table(element, numbering, depth)


def _table(table: Any, numbering: Numbering, depth: int) -> Iterator[Piece]:
    """The table; what only lays out other tables or a column of text is taken apart."""
    rows = [row for row in children(table) if row.tag == _ROW]
    cells = [[cell for cell in children(row) if cell.tag == _CELL] for row in rows]
    nested = any(piece.tag == _TABLE for row in cells for cell in row for piece in children(cell))
    if nested or all(len(row) <= 1 for row in cells):
        for row in cells:
            for cell in row:
                yield from _pieces(cell, numbering, depth + 1)
        return
    grid: list[list[str]] = []
    for row, own in zip(rows, cells, strict=True):
        line = [""] * _number(row, "w:trPr", "w:gridBefore", 0)
        for cell in own:
            text = _text(cell, numbering)
            if _continues(cell) and grid and len(line) < len(grid[-1]):
                text = grid[-1][len(line)]
            line += [text] * max(1, _number(cell, "w:tcPr", "w:gridSpan", 1))
        grid.append(line)
    yield Table(tuple(tuple(line) for line in grid))


def _continues(cell: Any) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _text(cell: Any, numbering: Numbering) -> str:
    paragraphs = (paragraph_text(each, numbering) for each in children(cell) if each.tag == _P)
    return "\n".join(text.strip() for text in paragraphs if text.strip())


def _number(element: Any, properties: str, name: str, default: int) -> int:
    found = element.find(f"{qn(properties)}/{qn(name)}")
    return min(int(found.get(qn("w:val"), default)), 200) if found is not None else default
