"""A published report as a PDF with text: healed paragraphs and ruled tables.

A line that begins further right than the page's text does opens a paragraph; others go on with
the one before, over the foot of a page too.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pdfplumber

from gongkai_desk.documents.reading.pdf import MOST_PAGES, is_locked
from gongkai_desk.domain.problems import DomainError, refuse
from gongkai_desk.domain.report_pieces import Piece, Table

_PAGE_NUMBER = re.compile(r"[-—–－―\s]*\d{1,3}[-—–－―\s]*|第\d{1,3}页(?:共\d{1,3}页)?")
_INDENT = 1.3  # of the height of a character: less is the unevenness of a margin
_SHORT = 3.0  # a line that ends so many characters early ended its paragraph
_ASCII_ENDS = re.compile(r"[A-Za-z0-9]$")
_ASCII_STARTS = re.compile(r"^[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class _Line:
    top: float
    left: float
    right: float
    size: float
    text: str


def read(data: bytes, name: str) -> list[Piece]:
    """Pieces of a pdf.

    Errors: `file-encrypted`, `file-damaged`, `file-scanned`, `file-too-many-pages`.
    """
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                raise refuse("file-too-many-pages", "file", name=name, limit=MOST_PAGES)  # noqa: TRY301
            pieces = list(_healed(document.pages))
    except DomainError:
        raise
    except Exception as error:  # pdfminer raises whatever the damage leads to
        code = "file-encrypted" if is_locked(error) else "file-damaged"
        raise refuse(code, "file", name=name) from error
    if not pieces:
        raise refuse("file-scanned", "file", name=name)
    return pieces


def _healed(pages: list[Any]) -> Iterator[Piece]:
    """The pieces of all pages; a paragraph is given out when the next one opens."""
    waiting = ""
    before: _Line | None = None
    for page in pages:
        content = _page(page)
        lines = [each for each in content if isinstance(each, _Line)]
        left = min((line.left for line in lines), default=0.0)
        right = max((line.right for line in lines), default=0.0)
        for each in content:
            if isinstance(each, Table):
                if waiting:
                    yield waiting
                waiting, before = "", None
                yield each
                continue
            if before is None or _opens(each, before, left, right):
                if waiting:
                    yield waiting
                waiting = each.text
            else:
                waiting = _joined(waiting, each.text)
            before = each
        page.close()
    if waiting:
        yield waiting


def _opens(line: _Line, before: _Line, left: float, right: float) -> bool:
    indented = line.left - left > _INDENT * line.size
    ended = right - before.right > _SHORT * before.size
    return indented or ended or abs(line.size - before.size) > 0.6


def _joined(first: str, second: str) -> str:
    gap = " " if _ASCII_ENDS.search(first) and _ASCII_STARTS.search(second) else ""
    return first + gap + second


def _page(page: Any) -> list[_Line | Table]:
    """Lines and tables of a page from top to bottom."""
    tables = [
        table
        for table in page.find_tables()
        if len(table.rows) > 1 and max(len(row.cells) for row in table.rows) > 1
    ]
    outside = page
    for table in tables:
        outside = outside.outside_bbox(table.bbox, strict=False)
    lines = [
        _Line(line["top"], line["x0"], line["x1"], float(line["chars"][0]["size"]), line["text"])
        for line in outside.extract_text_lines()
        if line["text"].strip()
    ]
    if lines and _PAGE_NUMBER.fullmatch(lines[-1].text):
        lines.pop()
    placed: list[tuple[float, _Line | Table]] = [(line.top, line) for line in lines]
    placed += [(table.bbox[1], _table(table)) for table in tables]
    return [content for _top, content in sorted(placed, key=lambda item: item[0])]


def _table(table: Any) -> Table:
    """The cells in every place that their rules enclose."""
    cells = {
        box: (text or "").replace("\n", "")
        for row, texts in zip(table.rows, table.extract(), strict=True)
        for box, text in zip(row.cells, texts, strict=True)
        if box is not None
    }
    across = _edges(edge for box in cells for edge in (box[0], box[2]))
    down = _edges(edge for box in cells for edge in (box[1], box[3]))
    grid = [[""] * (len(across) - 1) for _ in range(len(down) - 1)]
    for (x0, top, x1, bottom), text in cells.items():
        for row in range(_nearest(down, top), _nearest(down, bottom)):
            for column in range(_nearest(across, x0), _nearest(across, x1)):
                grid[row][column] = text
    return Table(tuple(tuple(row) for row in grid if any(row)))


def _edges(values: Iterator[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 1.5:
            edges.append(value)
    return edges


def _nearest(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - value))
