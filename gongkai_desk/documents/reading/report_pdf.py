"""A published report as a PDF with text: healed paragraphs and ruled tables.

A line that begins further right than the text does, follows a short one or is set in another
typeface opens a paragraph; others go on with the one before, over the foot of a page too.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

import pdfplumber
from pdfplumber.utils.text import extract_text

from gongkai_desk.documents.reading.pdf import MOST_PAGES, is_locked
from gongkai_desk.domain.problems import DomainError, refuse
from gongkai_desk.domain.report_pieces import Piece, Table

_PAGE_NUMBER = re.compile(
    r"[-—–－―\s]*\d{1,3}[-—–－―\s]*|第\d{1,3}页(?:共\d{1,3}页)?|\d{1,3}\s*/\s*\d{1,3}"
)
_INDENT = 1.3  # of the height of a character: less is the unevenness of a margin
_DEEPEST = 3.0  # what stands further in is centred
_SHORT = 3.0  # a line that ends so many characters early ended its paragraph
_SAME_EDGE, _OTHER_SIZE = 2.0, 0.6  # points
_LONGEST_HEADING = 26
_SHARED = 0.6  # of the height of the lower of two lines
_MISSING = "〓"
_NO_GLYPH = re.compile(r"\(cid:\d+\)")  # a character the file gives no meaning
_MARK = re.compile(r"[一二三四五六]、|（[一二三四五六七八九十]）")
_SENTENCE_ENDS = ("。", "！", "？", "；", "：")
_ASCII_ENDS = re.compile(r"[A-Za-z0-9]$")
_ASCII_STARTS = re.compile(r"^[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class _Line:
    top: float
    left: float
    right: float
    size: float
    font: str
    text: str


@dataclass(frozen=True, slots=True)
class _Ruled:
    """A table and the sides of its frame."""

    left: float
    right: float
    table: Table


_Content: TypeAlias = _Line | _Ruled


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


def _healed(pages: Sequence[Any]) -> Iterator[Piece]:
    """The pieces of all pages; a paragraph is given out when the next one opens."""
    content = list(_without_running_heads([_page(page) for page in pages]))
    left = _edge([each.left for each in content])
    right = -_edge([-each.right for each in content])
    indents = any(
        isinstance(each, _Line) and _INDENT < (each.left - left) / (each.size or 1) < _DEEPEST
        for each in content
    )
    waiting = ""
    before: _Line | None = None
    for each in content:
        if isinstance(each, _Ruled):
            if waiting:
                yield waiting
            waiting, before = "", None
            yield each.table
            continue
        if before is None or _opens(each, before, left, right, indents):
            if waiting:
                yield waiting
            waiting = each.text
        else:
            waiting = _joined(waiting, each.text)
        before = each
    if waiting:
        yield waiting


def _without_running_heads(pages: Sequence[list[_Content]]) -> Iterator[_Content]:
    """The contents of all pages but the first or last line that two pages have alike."""
    ends = Counter(
        each.text
        for page in pages
        for each in {id(line): line for line in (*page[:1], *page[-1:])}.values()
        if isinstance(each, _Line) and not each.text.endswith(_SENTENCE_ENDS)
    )
    for page in pages:
        for place, each in enumerate(page):
            at_end = place in (0, len(page) - 1)
            if not (at_end and isinstance(each, _Line) and ends[each.text] > 1):
                yield each


def _edge(values: Sequence[float]) -> float:
    """The side of the text: the least value that at least two lines or tables share."""
    ordered = sorted(values)
    for value, following in pairwise(ordered):
        if following - value <= _SAME_EDGE:
            return value
    return ordered[0] if ordered else 0.0


def _opens(line: _Line, before: _Line, left: float, right: float, indents: bool) -> bool:
    """Where paragraphs are indented, the indent tells; else a sentence that ended a line early."""
    early = right - before.right > _SHORT * before.size
    ended = before.text.endswith(_SENTENCE_ENDS) and early
    marked = _MARK.match(line.text) is not None
    return (
        _indented(line, left)
        or (ended and not indents)
        or (early and (marked or _is_heading(before)))
        or abs(line.size - before.size) > _OTHER_SIZE
        or (bool(line.font) and bool(before.font) and line.font != before.font)
        or (marked and before.text.endswith(_SENTENCE_ENDS))
    )


def _is_heading(line: _Line) -> bool:
    """Whether a line is one of the official headings, with nothing behind it."""
    text = line.text
    return _MARK.match(text) is not None and len(text) <= _LONGEST_HEADING and "。" not in text


def _indented(line: _Line, left: float) -> bool:
    return line.left - left > _INDENT * line.size


def _joined(first: str, second: str) -> str:
    gap = " " if _ASCII_ENDS.search(first) and _ASCII_STARTS.search(second) else ""
    return first + gap + second


def _page(page: Any) -> list[_Content]:
    """Lines and tables of a page from top to bottom."""
    tables = [
        table
        for table in page.find_tables()
        if len(table.rows) > 1 and max(len(row.cells) for row in table.rows) > 1
    ]
    outside = page
    for table in tables:
        outside = outside.outside_bbox(table.bbox, strict=False)
    lines = [_line(line) for line in _whole_lines(outside.extract_text_lines())]
    if lines and _PAGE_NUMBER.fullmatch(lines[-1].text):
        lines.pop()
    placed: list[tuple[float, _Content]] = [(line.top, line) for line in lines]
    for table in tables:
        left, top, right, _bottom = table.bbox
        placed.append((top, _Ruled(left, right, _table(table))))
    page.close()
    return [content for _top, content in sorted(placed, key=lambda item: item[0])]


def _whole_lines(lines: Sequence[Any]) -> Iterator[Any]:
    """Lines as one reads them: figures of another typeface may stand a little higher."""
    rows: list[list[Any]] = []
    for line in lines:
        if not line["text"].strip():
            continue
        if rows and _beside(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        if len(row) == 1:
            yield row[0]
            continue
        chars = sorted((char for line in row for char in line["chars"]), key=lambda c: c["x0"])
        high = max(line["bottom"] - line["top"] for line in row)
        yield {
            "text": extract_text(chars, y_tolerance=high).replace("\n", ""),
            "chars": chars,
            "top": min(line["top"] for line in row),
            "x0": chars[0]["x0"],
            "x1": chars[-1]["x1"],
        }


def _beside(one: Any, other: Any) -> bool:
    """Whether two lines share most of their height and stand nowhere one over the other."""
    shared = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    least = min(one["bottom"] - one["top"], other["bottom"] - other["top"])
    spots = [(char["x0"] + char["x1"]) / 2 for char in other["chars"] if char["text"].strip()]
    covered = any(
        char["x0"] < spot < char["x1"]
        for char in one["chars"]
        if char["text"].strip()
        for spot in spots
    )
    return shared > _SHARED * least and not covered


def _line(line: Any) -> _Line:
    """The typeface is that of most of the Chinese characters; without any it tells nothing."""
    fonts = Counter(
        str(char["fontname"]) for char in line["chars"] if "\u4e00" <= char["text"] <= "\u9fff"
    )
    return _Line(
        top=line["top"],
        left=line["x0"],
        right=line["x1"],
        size=float(line["chars"][0]["size"]),
        font=fonts.most_common(1)[0][0] if fonts else "",
        text=_NO_GLYPH.sub(_MISSING, line["text"]),
    )


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
