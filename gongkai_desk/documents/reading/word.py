"""Word documents (docx): paragraphs and tables in reading order, automatic numbers written out.

The body is walked by hand: python-docx leaves out inserted text of tracked changes and everything
inside content controls. Deleted text, headers, footers and comments are no part of the document.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from gongkai_desk.documents.reading.word_numbering import Numbering
from gongkai_desk.domain.blocks import Block, Paragraph, Row
from gongkai_desk.domain.problems import refuse

_SKIPPED = frozenset(
    [
        qn("w:del"),
        qn("w:moveFrom"),
        qn("w:pPr"),
        qn("w:instrText"),
        qn("w:delText"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    ]
)
_P, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_WRAPPERS = frozenset(
    [
        qn("w:sdt"),
        qn("w:sdtContent"),
        qn("w:ins"),
        qn("w:moveTo"),
        qn("w:customXml"),
        qn("w:smartTag"),
    ]
)


def read(data: bytes, name: str) -> list[Block]:
    """Blocks of a docx; `line` counts paragraphs and rows. Error: `file-damaged`."""
    try:
        document = docx.Document(io.BytesIO(data))
        numbering = Numbering(document)
        return list(_blocks(document.element.body, numbering))
    except Exception as error:  # python-docx and lxml raise whatever the damage leads to
        raise refuse("file-damaged", "file", name=name) from error


def _blocks(body: Any, numbering: Numbering) -> Iterator[Block]:
    line = 0
    for element in children(body):
        if element.tag == _P:
            for text in paragraph_text(element, numbering).split("\n"):
                line += 1
                if text.strip():
                    yield Paragraph(text, line)
        elif element.tag == _TABLE:
            for row in children(element):
                if row.tag == _ROW:
                    line += 1
                    yield _row(row, numbering, line)


def children(element: Any) -> Iterator[Any]:
    """The children, those inside content controls and tracked insertions included."""
    for child in element:
        if child.tag in _WRAPPERS:
            yield from children(child)
        else:
            yield child


def paragraph_text(paragraph: Any, numbering: Numbering) -> str:
    """The text with its automatic number; deleted text is left out, breaks are line breaks."""
    return numbering.label(paragraph) + "".join(_texts(paragraph))


def _texts(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:tab"):
            yield " "
        elif child.tag in (qn("w:br"), qn("w:cr")):
            yield "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        else:
            yield from _texts(child)


def _row(row: Any, numbering: Numbering, line: int) -> Block:
    cells: list[str | None] = [None] * _number(row, "w:trPr", "w:gridBefore", 0)
    for cell in children(row):
        if cell.tag == _CELL:
            cells.append(_cell(cell, numbering))
            cells.extend([""] * (_number(cell, "w:tcPr", "w:gridSpan", 1) - 1))
    if len(cells) == 1:
        return Paragraph(" ".join((cells[0] or "").split()), line)
    return Row(tuple(cells), line)


def _cell(cell: Any, numbering: Numbering) -> str | None:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    if merge is not None and merge.get(qn("w:val"), "continue") == "continue":
        return None
    return "\n".join(_cell_lines(cell, numbering))


def _cell_lines(cell: Any, numbering: Numbering) -> Iterator[str]:
    """The paragraphs of a cell, those of a table inside it row by row."""
    for child in children(cell):
        if child.tag == _P:
            text = paragraph_text(child, numbering).strip()
            if text:
                yield text
        elif child.tag == _TABLE:
            for row in children(child):
                inner = [own for own in children(row) if own.tag == _CELL]
                said = [line for own in inner for line in _cell_lines(own, numbering)]
                if said:
                    yield " ".join(said)


def _number(element: Any, properties: str, name: str, default: int) -> int:
    found = element.find(f"{qn(properties)}/{qn(name)}")
    return int(found.get(qn("w:val"), default)) if found is not None else default
