"""The overview for the head of the office: one A4 page, never more.

Lists are shortened, the longest first, until everything fits; the row that ends a shortened list
says how many more there are. A light is a coloured disc with its word: it is read in grey, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, GroupTable, group_table
from gongkai_desk.documents.page_frame import SHEET, Pages, write_pages
from gongkai_desk.documents.pdf_text import Align, Line, Pen
from gongkai_desk.domain.overview_paper import OverviewPaper, OverviewTable
from gongkai_desk.domain.task_overview import Signal

_WIDTH = SHEET.width
_HEAD = style.LIST_HEAD
_CELL = style.LIST_CELL_CENTRED
_LEFT = style.LIST_CELL
_BIG = replace(style.TITLE, size=20, leading=26)
_SMALL = replace(style.LIST_CELL, align=Align.CENTRE)
_SECTION = replace(style.SHEET_HEADING, size=11, leading=16)
_COLOURS = {Signal.RED: (0.78, 0.12, 0.1), Signal.AMBER: (0.93, 0.6, 0.05),
            Signal.GREEN: (0.1, 0.55, 0.25)}  # fmt: skip
_DISC = 4.2
_LONGEST = 46
"""Characters of a name in a table; a page has no room for more."""
_ROW = 17.0


def write_overview(paper: OverviewPaper, path: Path) -> tuple[str, ...]:
    """Write the page to `path`, whole or not at all.

    Returns the characters that no bundled typeface has. Raises DomainError when the file cannot
    be written.
    """
    pages = Pages(SHEET, lambda _page, _pages: paper.foot, style.SHEET_FOOT)
    write_pages(path, paper.title, pages, _fitting(paper))
    return missing_characters(paper.texts())


def _fitting(paper: OverviewPaper) -> list[Block]:
    """The blocks with lists as long as one page allows."""
    most = [min(len(table.rows), table.most) for table in paper.tables]
    shown = list(most)
    while (over := _over(paper, shown)) > 0 and max(shown, default=0) > 1:
        for _again in range(max(1, int(over / _ROW))):
            longest = shown.index(max(shown))
            shown[longest] = max(1, shown[longest] - 1)
    growing = True
    while growing:  # rows of two lines left more room than was asked for
        growing = False
        for number in sorted(range(len(shown)), key=lambda one: shown[one]):
            more = [*shown[:number], shown[number] + 1, *shown[number + 1 :]]
            if more[number] <= most[number] and _over(paper, more) <= 0:
                shown, growing = more, True
    return list(_blocks(paper, shown))


def _over(paper: OverviewPaper, shown: Sequence[int]) -> float:
    """How many points do not fit on the page."""
    return sum(block.height for block in _blocks(paper, shown)) - SHEET.height


def _blocks(paper: OverviewPaper, shown: Sequence[int]) -> Iterator[Block]:
    yield paragraph(paper.title, style.SHEET_TITLE, _WIDTH, heading=True)
    yield paragraph(paper.note, style.SHEET_FOOT, _WIDTH, heading=True)
    yield Gap(6.0)
    yield _figures(paper.figures)
    for table, count in zip(paper.tables, shown, strict=True):
        yield Gap(8.0)
        yield paragraph(table.heading, _SECTION, _WIDTH, heading=True)
        if table.rows:
            yield _Lit.of(table, count)
        else:
            yield paragraph(table.none, _LEFT, _WIDTH)


def _figures(pairs: Sequence[tuple[str, str]]) -> GroupTable:
    share = _WIDTH / len(pairs)
    numbers = [Cell(text=number, style=_BIG) for number, _word in pairs]
    words = [Cell(text=word, style=_SMALL) for _number, word in pairs]
    return group_table([numbers, words], [share] * len(pairs), keep_whole=True)


def _clipped(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


@dataclass(frozen=True, slots=True)
class _Lit:
    """A table whose last column has discs: the text of a light is drawn beside its disc."""

    table: GroupTable
    lights: tuple[Signal | None, ...]
    words: tuple[str, ...]
    left_of_last: float
    keep_with_next: bool = False

    @classmethod
    def of(cls, table: OverviewTable, count: int) -> _Lit:
        """The first `count` rows, and one more that says how many are left out."""
        total = sum(table.weights)
        widths = [weight / total * _WIDTH for weight in table.weights]
        rows = list(table.rows[:count])
        cells = [[Cell(text=text, style=_HEAD) for text in table.columns]]
        for row in rows:
            texts = [*row.texts[:-1], ""] if row.light else row.texts
            cells.append(
                [
                    Cell(text=_clipped(text), style=_CELL if number else _LEFT)
                    for number, text in enumerate(texts)
                ]
            )
        if len(table.rows) > count:
            more = table.more.format(count=len(table.rows) - count)
            cells.append([Cell(text=more, style=_LEFT, columns=len(widths))])
        return cls(
            table=group_table(cells, widths, header=1, shaded=True),
            lights=tuple(row.light for row in rows),
            words=tuple(row.texts[-1] for row in rows),
            left_of_last=sum(widths[:-1]),
        )

    @property
    def height(self) -> float:
        return self.table.height

    def least(self, page: float) -> float:
        return min(self.height, page)

    def cut(self, room: float) -> tuple[Block, Block]:  # noqa: ARG002
        """Never: the lists are short enough for the page."""
        return self, Gap(0.0)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        self.table.draw(pen, left, top)
        heights = self.table.grid.heights(0, self.table.last)
        down = heights[0]
        for light, word, height in zip(self.lights, self.words, heights[1:], strict=False):
            if light is not None:
                self._disc(pen, left, top - down - height / 2, light, word)
            down += height

    def _disc(self, pen: Pen, left: float, middle: float, light: Signal, word: str) -> None:
        at = left + self.left_of_last + 12
        pen.canvas.saveState()
        pen.canvas.setFillColorRGB(*_COLOURS[light])
        pen.canvas.circle(at, middle, _DISC, stroke=0, fill=1)
        pen.canvas.restoreState()
        line = Line(word, 0.0, 0.0)
        pen.lines([line], _LEFT, at + _DISC + 4, middle + _LEFT.leading / 2)
