"""Where the headings of a catalogue stand: in one to three rows, with or without merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gongkai_desk.domain.catalogue_headings import (
    LEVELS,
    OPTIONAL,
    CatalogueColumn,
    CatalogueField,
    CatalogueWords,
    assign,
)
from gongkai_desk.domain.ledger_sheet import LedgerSheet, cell_text

SEARCHED_ROWS = 30
DEEPEST_HEAD = 3
LOOKED_AT = 60
SAMPLES = 3
_SPREAD = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")


class Grid:
    """The texts of a sheet, and which cells are covered by a merged one."""

    def __init__(self, sheet: LedgerSheet) -> None:
        self.name = sheet.name
        self.width = max((len(row) for row in sheet.rows), default=0)
        below = max((bottom + 1 for _t, _l, bottom, _r in sheet.merged), default=0)
        self.height = min(max(len(sheet.rows), below), len(sheet.rows) + LOOKED_AT)
        self._rows = [[cell_text(value) for value in row] for row in sheet.rows]
        self._anchors: dict[tuple[int, int], tuple[int, int]] = {}
        self._spans: dict[tuple[int, int], tuple[int, int]] = {}
        for top, left, bottom, right in sheet.merged:
            self._spans[top, left] = (bottom - top + 1, right - left + 1)
            for row in range(top, min(bottom, self.height - 1) + 1):
                for column in range(left, min(right, self.width - 1) + 1):
                    if (row, column) != (top, left):
                        self._anchors[row, column] = (top, left)

    def text(self, row: int, column: int) -> str:
        """What stands in the cell itself."""
        if row >= len(self._rows) or column >= len(self._rows[row]):
            return ""
        return self._rows[row][column]

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The cell that covers this one, itself when none does."""
        return self._anchors.get((row, column), (row, column))

    def span(self, row: int, column: int) -> tuple[int, int]:
        """How many rows and columns the cell covers."""
        return self._spans.get((row, column), (1, 1))

    def value(self, row: int, column: int) -> str:
        """The text that holds in the cell: its own, or that of the merged cell from above. What
        a cell to the left covers is empty.
        """
        top, left = self.anchor(row, column)
        return self.text(top, left) if left == column else ""

    def covered_sideways(self, row: int, column: int) -> bool:
        return self.anchor(row, column)[1] != column

    def filled(self, row: int) -> list[int]:
        """The columns with a text of their own."""
        return [column for column in range(self.width) if self.text(row, column)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueLayout:
    """The rows `first` to `last` are the heading, counted from 0; the items begin below."""

    first: int
    last: int
    columns: tuple[CatalogueColumn, ...]

    def having(self, field: CatalogueField) -> tuple[CatalogueColumn, ...]:
        return tuple(column for column in self.columns if column.field is field)

    @property
    def levels(self) -> tuple[CatalogueColumn, ...]:
        """The columns of 公开事项, the first level first."""
        return tuple(column for field in LEVELS for column in self.having(field))

    def assigned(self, index: int, field: CatalogueField | None) -> CatalogueLayout:
        """The layout with another field for a column; a field that only one column can have is
        taken from the one that had it.
        """

        def given(column: CatalogueColumn) -> CatalogueColumn:
            if column.index == index:
                grouped = bool(column.group) and bool(column.heading)
                return replace(column, field=field, option=grouped and field in OPTIONAL)
            same = field is not None and column.field is field
            return (
                replace(column, field=None, option=False) if same and not column.option else column
            )

        return replace(self, columns=tuple(given(column) for column in self.columns))


def find_layout(sheet: LedgerSheet, words: CatalogueWords) -> CatalogueLayout | None:
    """The heading with the most known columns among the first rows; None when there is none."""
    grid = Grid(sheet)
    best: tuple[tuple[int, int, int], CatalogueLayout] | None = None
    for depth in range(1, DEEPEST_HEAD + 1):
        for last in range(depth - 1, min(SEARCHED_ROWS, grid.height)):
            first = last - depth + 1
            if not _is_head(grid, first, last, words):
                continue
            titles = head_titles(grid, first, last)
            if len({title for title in titles if any(title)}) < 2:
                continue
            columns = assign(titles, words, _Values(grid, last))
            fields = {column.field for column in columns} - {None, CatalogueField.SEQUENCE}
            if len(fields) < 2 or CatalogueField.LEVEL_1 not in fields:
                continue
            known = sum(column.field is not None for column in columns)
            if 2 * known < len(columns) and _named_cells(grid, first, last, words) < 2:
                continue
            score = (known + _known_cells(grid, first, last, words), -depth, -last)
            if best is None or score > best[0]:
                best = score, CatalogueLayout(first=first, last=last, columns=tuple(columns))
    if best is None:
        return None
    layout = best[1]
    whole = _named(list(_with_nameless(grid, layout)))
    return replace(layout, columns=tuple(_sampled(grid, layout, column) for column in whole))


def _named(columns: Sequence[CatalogueColumn]) -> Iterator[CatalogueColumn]:
    """The columns, each with a title of its own: the second of a name with its letters, one
    without a heading with them alone.
    """
    seen: set[str] = set()
    for column in columns:
        one = column
        if not (one.heading or one.group):
            one = replace(one, heading=one.letters)
        if one.title in seen and one.field not in LEVELS:
            name = one.heading or one.group
            group = one.group if one.heading else ""
            one = replace(one, heading=f"{name}（{one.letters}）", group=group)
        seen.add(one.title)
        yield one


def _known_cells(grid: Grid, first: int, last: int, words: CatalogueWords) -> int:
    """How many cells of a heading are words of catalogues, or go down through its rows: what
    tells a second heading row from a first item.
    """
    spans = sum(
        1 < grid.span(row, column)[0] <= last - row + 1
        for row in range(first, last + 1)
        for column in grid.filled(row)
    )
    return _named_cells(grid, first, last, words) + spans


def _named_cells(grid: Grid, first: int, last: int, words: CatalogueWords) -> int:
    """How many cells are headings of catalogues by themselves."""
    texts = (grid.text(r, c) for r in range(first, last + 1) for c in grid.filled(r))
    return sum(bool(words.field_of(text, exact=True)) or words.is_option(text) for text in texts)


class _Values:
    """The texts below a heading, by column."""

    def __init__(self, grid: Grid, last: int) -> None:
        self._grid, self._last = grid, last

    def __call__(self, index: int) -> Sequence[str]:
        rows = range(self._last + 1, min(self._last + 1 + LOOKED_AT, self._grid.height))
        return [text for row in rows if (text := self._grid.text(row, index))]


def _is_head(grid: Grid, first: int, last: int, words: CatalogueWords) -> bool:
    """Whether these rows can be one heading: a text over another names a group, and a group has
    its second column beside it (or a choice that is known).
    """
    for column in range(grid.width):
        filled = [row for row in range(first, last + 1) if grid.text(row, column)]
        for upper in filled[:-1]:
            beside = [row for row in range(upper + 1, last + 1) if grid.text(row, column + 1)]
            grouped = not grid.text(upper, column + 1) and bool(beside)
            if not grouped and not words.is_option(grid.text(filled[-1], column)):
                return False
    return first == last or any(grid.text(last, column) for column in range(grid.width))


def head_titles(grid: Grid, first: int, last: int) -> list[tuple[str, str]]:
    """Group and heading of each column: the lowest filled cell names it, those over it the group.
    A column that a heading covers sideways, with nothing of its own, has only the group.
    """
    titles = []
    for column in range(grid.width):
        filled = [row for row in range(first, last + 1) if grid.text(row, column)]
        lowest = filled[-1] if filled else last + 1
        above = [_over(grid, row, column, last) for row in range(first, lowest)]
        group = "".join(dict.fromkeys(text for text in above if text))
        heading = _line(grid.text(lowest, column)) if filled else ""
        titles.append((group, heading))
    return titles


def _over(grid: Grid, row: int, column: int, last: int) -> str:
    """The heading in `row` under which a column stands: its own, the merged one that covers it,
    or the nearest to the left of which no column between has one of its own.
    """
    if grid.text(row, column):
        return _line(grid.text(row, column))
    top, left = grid.anchor(row, column)
    if left != column:
        return _line(grid.text(top, left))
    for nearest in range(column, -1, -1):
        if not any(grid.text(below, nearest) for below in range(row + 1, last + 1)):
            return ""
        if grid.text(row, nearest):
            return _line(grid.text(row, nearest))
    return ""


def _line(text: str) -> str:
    """A heading on one line, without the blanks that spread or break Chinese words."""
    return _SPREAD.sub("", "".join(text.split("\n")).strip())


def _with_nameless(grid: Grid, layout: CatalogueLayout) -> Iterator[CatalogueColumn]:
    """The columns, those among them that have a text somewhere but no heading."""
    known = {column.index: column for column in layout.columns}
    for index in range(grid.width):
        if index in known:
            yield known[index]
        elif any(grid.text(row, index) for row in range(layout.last + 1, grid.height)):
            yield CatalogueColumn(index=index, heading="")


def _sampled(grid: Grid, layout: CatalogueLayout, column: CatalogueColumn) -> CatalogueColumn:
    seen: dict[str, None] = {}
    for row in range(layout.last + 1, min(layout.last + 1 + LOOKED_AT, grid.height)):
        text = " ".join(grid.text(row, column.index).split())
        if text and len(seen) < SAMPLES:
            seen[text[:40]] = None
    return replace(column, samples=tuple(seen))
