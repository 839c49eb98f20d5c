"""The register's statistics of a year on A4: the figures, then a bar chart for each dimension."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, GroupTable, group_table
from gongkai_desk.documents.list_pdf import page_of_pages
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import SHEET, Pages, write_pages
from gongkai_desk.documents.pdf_text import Line, Pen, set_lines
from gongkai_desk.domain.register_statistics import RegisterStatistics
from gongkai_desk.i18n import _, date_text, number_text
from gongkai_desk.texts import label
from gongkai_desk.wording.bars import bar_text, figures

_WIDTH = SHEET.width
_LABEL_SHARE = 0.36
_NUMBER = 34.0  # room behind the longest bar, in points
_BAR = 9.0
_PAD = 3.0
_GREY = 0.7
_FIRST = 2  # so many bars and one more stay with their heading


def write_statistics(
    counted: RegisterStatistics, agency: str, as_of: dt.date, path: Path
) -> tuple[str, ...]:
    """Write `counted` to `path`, whole or not at all.

    Returns the characters that no bundled typeface has. Raises DomainError when the file cannot
    be written.
    """
    title = statistics_title(counted)
    texts = [
        agency,
        *(bar_text(kind, bar) for kind, bars in counted.charts.items() for bar in bars),
    ]
    missing = missing_characters(texts)
    blocks = [*_blocks(counted, title, agency, as_of), *missing_note(missing, _WIDTH)]
    write_pages(path, title, Pages(SHEET, page_of_pages, style.SHEET_FOOT), blocks)
    return missing


def statistics_title(counted: RegisterStatistics) -> str:
    """The heading on paper and in the file's name."""
    if counted.year is None:
        return _("Disclosure requests: statistics of all years")
    return _("Disclosure requests: statistics of {year}").format(year=counted.year)


def _blocks(
    counted: RegisterStatistics, title: str, agency: str, as_of: dt.date
) -> Iterator[Block]:
    yield paragraph(title, style.SHEET_TITLE, _WIDTH, heading=True)
    note = _("{agency}, as of {date}").format(agency=agency, date=date_text(as_of))
    yield paragraph(note, style.SHEET_FOOT, _WIDTH, heading=True)
    yield Gap(6.0)
    yield _figures(counted)
    for dimension, bars in counted.charts.items():
        if not any(bar.count for bar in bars):
            continue
        yield Gap(12.0)
        yield paragraph(label(dimension), style.SHEET_HEADING, _WIDTH, heading=True)
        most = max(bar.count for bar in bars)
        for number, bar in enumerate(bars):
            text = bar_text(dimension, bar)
            together = number < _FIRST or number == len(bars) - 2
            last = number == len(bars) - 1
            yield _Bar.of(text, bar.count, most, keep_with_next=together and not last)


def _figures(counted: RegisterStatistics) -> GroupTable:
    pairs = figures(counted)
    head = [Cell(text=name, style=style.SMALL_CELL_HEAD) for name, _value in pairs]
    values = [Cell(text=value, style=style.CELL) for _name, value in pairs]
    share = _WIDTH / len(pairs)
    return group_table([head, values], [share] * len(pairs), header=1, keep_whole=True)


@dataclass(frozen=True, slots=True)
class _Bar:
    """One bar with its words before and its number behind it."""

    lines: tuple[Line, ...]
    count: int
    length: float
    keep_with_next: bool

    @classmethod
    def of(cls, text: str, count: int, most: int, *, keep_with_next: bool) -> _Bar:
        room = _WIDTH * (1 - _LABEL_SHARE) - _NUMBER
        lines = tuple(set_lines(text, style.LIST_CELL, _WIDTH * _LABEL_SHARE - 2 * _PAD))
        return cls(lines, count, room * count / most, keep_with_next)

    @property
    def height(self) -> float:
        return max(len(self.lines) * style.LIST_CELL.leading, _BAR) + _PAD

    def least(self, page: float) -> float:  # noqa: ARG002
        return self.height

    def cut(self, room: float) -> tuple[Block, Block]:  # noqa: ARG002
        """A bar is never taller than a page: it moves on whole."""
        return self, Gap(0.0)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        pen.lines(list(self.lines), style.LIST_CELL, left, top)
        start = left + _WIDTH * _LABEL_SHARE
        middle = top - (self.height - _PAD) / 2
        if self.count:
            pen.shade(start, middle + _BAR / 2, self.length, _BAR, _GREY)
            pen.box(start, middle + _BAR / 2, self.length, _BAR)
        number = Line(number_text(self.count), 0.0, 0.0)
        pen.lines(
            [number], style.LIST_CELL, start + self.length + _PAD,
            middle + style.LIST_CELL.leading / 2,
        )  # fmt: skip
