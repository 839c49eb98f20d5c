"""A table with merged cells that survive a page break.

Rows are given as in HTML: a cell names how many rows and columns it covers, the rows below leave
out what is covered. A merged cell cut by a page end goes on in the next page with its text
repeated, and the header rows stand again above it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from gongkai_desk.documents.pdf_text import Line, Pen, Style, set_lines

PAD, _PAD_Y = 3.0, 2.5  # beside and above the text of a cell, in points
_HEAD_GREY = 0.93


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell; `rows` and `columns` are how many it covers."""

    text: str
    style: Style
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Set:
    """A cell set at its place: its row and column and its broken lines."""

    row: int
    column: int
    rows: int
    columns: int
    style: Style
    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading + 2 * _PAD_Y

    @property
    def end(self) -> int:
        return self.row + self.rows


class _Grid:
    """The rows of a table, set once and shared by the parts it is cut into."""

    def __init__(
        self, rows: Sequence[Sequence[Cell]], widths: Sequence[float], tallest: float
    ) -> None:
        self.widths = tuple(widths)
        placed: list[list[_Set]] = [[] for _ in rows]
        for cell in self._set(rows):
            placed[cell.row].append(cell)
        self.rows = [part for row in placed for part in _parts(row, tallest)]
        if len(self.rows) > len(placed):
            self.rows = [[replace(cell, row=r) for cell in row] for r, row in enumerate(self.rows)]
        self.merged = [cell for row in self.rows for cell in row if cell.rows > 1]
        self.natural = [
            max((cell.height for cell in row if cell.rows == 1), default=0.0) for row in self.rows
        ]

    def _set(self, rows: Sequence[Sequence[Cell]]) -> Iterator[_Set]:
        covered: set[tuple[int, int]] = set()
        for r, row in enumerate(rows):
            c = 0
            for cell in row:
                while (r, c) in covered:
                    c += 1
                covered |= {(r + i, c + j) for i in range(cell.rows) for j in range(cell.columns)}
                width = self.width(c, cell.columns) - 2 * PAD
                yield _Set(
                    row=r,
                    column=c,
                    rows=cell.rows,
                    columns=cell.columns,
                    style=cell.style,
                    lines=tuple(set_lines(cell.text, cell.style, width)),
                )
                c += cell.columns

    def width(self, column: int, columns: int) -> float:
        return sum(self.widths[column : column + columns])

    def clipped(self, first: int, last: int) -> Iterator[_Set]:
        """The merged cells that touch the rows from `first` to before `last`, cut to them."""
        for cell in self.merged:
            start, end = max(cell.row, first), min(cell.end, last)
            if start < end:
                yield replace(cell, row=start, rows=end - start)

    def cells(self, first: int, last: int) -> Iterator[_Set]:
        """All cells of that part."""
        yield from self.clipped(first, last)
        for row in self.rows[first:last]:
            yield from (cell for cell in row if cell.rows == 1)

    def heights(self, first: int, last: int) -> list[float]:
        """Row heights of that part: the last row of a merged cell grows when its text asks."""
        heights = self.natural[first:last]
        for cell in self.clipped(first, last):
            room = sum(heights[cell.row - first : cell.end - first])
            heights[cell.end - first - 1] += max(0.0, cell.height - room)
        return heights

    def draw(self, pen: Pen, left: float, top: float, first: int, last: int) -> None:
        heights = self.heights(first, last)
        tops = [top]
        for height in heights:
            tops.append(tops[-1] - height)
        for cell in self.cells(first, last):
            x = left + self.width(0, cell.column)
            y = tops[cell.row - first]
            height = y - tops[cell.end - first]
            pen.box(x, y, self.width(cell.column, cell.columns), height)
            text_height = len(cell.lines) * cell.style.leading
            pen.lines(list(cell.lines), cell.style, x + PAD, y - (height - text_height) / 2)


def _parts(row: list[_Set], tallest: float) -> Iterator[list[_Set]]:
    """`row` in pieces no taller than `tallest`: each cell goes on with its next lines."""
    while any(cell.height > tallest for cell in row):
        counts = [max(1, int((tallest - 2 * _PAD_Y) / cell.style.leading)) for cell in row]
        yield [
            replace(cell, lines=cell.lines[:count]) for cell, count in zip(row, counts, strict=True)
        ]
        row = [
            replace(cell, lines=cell.lines[count:]) for cell, count in zip(row, counts, strict=True)
        ]
    yield row


@dataclass(frozen=True)
class GroupTable:
    """A part of a table: the header rows and the rows from `first` to before `last`."""

    grid: _Grid
    header: int
    first: int
    last: int
    keep_whole: bool = False
    shaded: bool = False
    keep_with_next: bool = False

    @cached_property
    def _header_height(self) -> float:
        return sum(self.grid.heights(0, self.header))

    @cached_property
    def height(self) -> float:
        return self._header_height + sum(self.grid.heights(self.first, self.last))

    def least(self, page: float) -> float:
        """The header with its first row; the whole table when it is to stay on one page."""
        if self.keep_whole and self.height <= page:
            return self.height
        return self._header_height + sum(self.grid.heights(self.first, self.first + 1))

    def cut(self, room: float) -> tuple[GroupTable, GroupTable]:
        """Between rows; the first part has one row at least."""
        free = room - self._header_height
        end, used = self.first, 0.0
        while end < self.last - 1 and used + self.grid.natural[end] <= free:
            used += self.grid.natural[end]
            end += 1
        while end > self.first + 1 and sum(self.grid.heights(self.first, end)) > free:
            end -= 1
        end = max(end, self.first + 1)
        return replace(self, last=end), replace(self, first=end)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        if self.header:
            if self.shaded:
                pen.shade(left, top, sum(self.grid.widths), self._header_height, _HEAD_GREY)
            self.grid.draw(pen, left, top, 0, self.header)
        self.grid.draw(pen, left, top - self._header_height, self.first, self.last)


def group_table(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    *,
    header: int = 0,
    keep_whole: bool = False,
    shaded: bool = False,
    tallest: float = math.inf,
) -> GroupTable:
    """A table of `rows`, the first `header` of them repeated on every page.

    `keep_whole` moves a table that fits on one page to the next page rather than cutting it;
    `shaded` gives the header a grey ground. A row
    taller than `tallest` goes on in further rows (for tables without merged rows).
    """
    grid = _Grid(rows, widths, tallest)
    return GroupTable(grid, header, header, len(grid.rows), keep_whole, shaded)
