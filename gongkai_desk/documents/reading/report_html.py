"""A published report as a web page: text and tables, whatever the page is laid out with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeAlias

from gongkai_desk.documents.reading.decoding import decode
from gongkai_desk.domain.report_pieces import Piece, Spanned, spread

_LOOKS_LIKE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|table|div|p|article)\b", re.IGNORECASE
)
_SKIPPED = frozenset(
    ["script", "style", "noscript", "template", "select", "button", "nav", "footer", "svg", "title"]
)
_VOID = frozenset(["br", "img", "input", "hr", "meta", "link", "col", "wbr", "source", "area"])
_INLINE = frozenset(["a", "abbr", "b", "big", "code", "del", "em", "font", "i", "img", "input"]) | {
    *["ins", "label", "mark", "o:p", "s", "small", "span", "strong", "sub", "sup", "u", "wbr"]
}
_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0]+")


@dataclass(slots=True)
class _Cell:
    rows: int = 1
    columns: int = 1
    pieces: list[_Node] = field(default_factory=list)


@dataclass(slots=True)
class _Grid:
    rows: list[list[_Cell]] = field(default_factory=list)


_Node: TypeAlias = str | _Grid


def looks_like_html(data: bytes) -> bool:
    """Whether the first bytes are those of a web page."""
    head = data[:4096].replace(b"\0", b"").decode("latin-1")
    return _LOOKS_LIKE.search(head) is not None


def read(data: bytes, name: str) -> list[Piece]:
    """Pieces of a web page. Errors: as for a text file."""
    parser = _Parser()
    parser.feed(decode(data, name))
    parser.close()
    parser.end()
    return [piece for node in parser.page for piece in _pieces(node)]


def _pieces(node: _Node) -> Iterator[Piece]:
    if isinstance(node, str):
        yield node
        return
    cells = [cell for row in node.rows for cell in row]
    laid_out = any(isinstance(inner, _Grid) for cell in cells for inner in cell.pieces)
    if laid_out or all(len(row) <= 1 for row in node.rows):
        for cell in cells:
            for inner in cell.pieces:
                yield from _pieces(inner)
        return
    yield spread(
        [
            [
                Spanned(
                    "\n".join(text for text in cell.pieces if isinstance(text, str)),
                    cell.rows,
                    cell.columns,
                )
                for cell in row
            ]
            for row in node.rows
        ]
    )


class _Parser(HTMLParser):
    """Builds lines of text and grids; every unclosed or stray tag is taken as it comes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page: list[_Node] = []
        self._open: list[_Grid] = []
        self._skipping: list[str] = []
        self._words: list[str] = []

    def end(self) -> None:
        """Close what the page left open."""
        self._break()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._skipping:
            if tag == self._skipping[-1]:
                self._skipping.append(tag)
            return
        if tag in _SKIPPED:
            self._skipping.append(tag)
            return
        if tag not in _INLINE:
            self._break()
        if tag == "table":
            self._start_table()
        elif tag == "tr" and self._open:
            self._open[-1].rows.append([])
        elif tag in ("td", "th") and self._open:
            given = dict(attrs)
            if not self._open[-1].rows:
                self._open[-1].rows.append([])
            self._open[-1].rows[-1].append(
                _Cell(rows=_span(given.get("rowspan")), columns=_span(given.get("colspan")))
            )

    def _start_table(self) -> None:
        grid = _Grid()
        self._place().append(grid)
        self._open.append(grid)

    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            if tag == self._skipping[-1]:
                self._skipping.pop()
            return
        if tag in _INLINE or tag in _VOID:
            return
        self._break()
        if tag == "table" and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._words.append(data)

    def _break(self) -> None:
        text = _BLANKS.sub(" ", "".join(self._words)).strip()
        self._words.clear()
        if text:
            self._place().append(text)

    def _place(self) -> list[_Node]:
        """Where the next text or table goes: the open cell, else the page."""
        for grid in reversed(self._open):
            if grid.rows and grid.rows[-1]:
                return grid.rows[-1][-1].pieces
        return self.page


def _span(value: str | None) -> int:
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and 0 < int(text[:6]) <= 500 else 1
