"""今日 on one A4 page: what waits, list by list, never more than the page holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paginate, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, group_table
from gongkai_desk.documents.list_pdf import ListColumn, page_of_pages
from gongkai_desk.documents.page_frame import SHEET, Pages, write_pages
from gongkai_desk.i18n import ngettext

_MOST_ROWS, _LEAST_ROWS = 20, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TodaySection:
    """One list; every row has a text for each column. Without rows it is one line: `nothing`. The
    others give way before one that stands `whole`: each of its rows is about something else.
    """

    heading: str
    columns: tuple[ListColumn, ...]
    rows: Sequence[Sequence[str]]
    nothing: str
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TodaySheet:
    """`note` stands under the title."""

    title: str
    note: str
    sections: tuple[TodaySection, ...]


def write_today(sheet: TodaySheet, path: Path) -> tuple[str, ...]:
    """Write the sheet to `path`, whole or not at all: as many rows as fit on one page, below each
    list how many more there are.

    Returns the characters that no bundled typeface has. Raises DomainError when the file cannot
    be written.
    """
    blocks = list(_blocks(sheet, _limits(sheet)))
    write_pages(path, sheet.title, Pages(SHEET, page_of_pages, style.SHEET_FOOT), blocks)
    return missing_characters(_all_texts(sheet))


def _limits(sheet: TodaySheet) -> list[int]:
    """How many rows of each list fit on the page: as many of each, then the room that is left for
    the first ones. What stands whole is cut, too, before another list gets less than some rows.
    """
    limits = [0] * len(sheet.sections)
    for whole, least in ((True, _LEAST_ROWS), (False, 0)):
        for most in range(_MOST_ROWS, least - 1, -1):
            limits = [_MOST_ROWS if whole and one.whole else most for one in sheet.sections]
            if _fits(sheet, limits):
                return _filled(sheet, limits)
    return limits


def _filled(sheet: TodaySheet, limits: list[int]) -> list[int]:
    """Row by row more, the first list first, while the page holds them."""
    for number, section in enumerate(sheet.sections):
        while limits[number] < len(section.rows):
            more = [limit + (at == number) for at, limit in enumerate(limits)]
            if not _fits(sheet, more):
                break
            limits = more
    return limits


def _fits(sheet: TodaySheet, limits: Sequence[int]) -> bool:
    return len(paginate(list(_blocks(sheet, limits)), SHEET.height)) == 1


def _blocks(sheet: TodaySheet, limits: Sequence[int]) -> Iterator[Block]:
    width = SHEET.width
    yield paragraph(sheet.title, style.LIST_TITLE, width, heading=True)
    yield paragraph(sheet.note, style.SHEET_FOOT, width, heading=True)
    for section, most in zip(sheet.sections, limits, strict=True):
        yield Gap(6.0)
        yield paragraph(section.heading, style.SHEET_HEADING, width, heading=True)
        if not section.rows:
            yield paragraph(section.nothing, style.SHEET_FOOT, width)
            continue
        rows = section.rows[:most]
        if rows:
            yield _table(section, rows)
        left = len(section.rows) - len(rows)
        if left > 0:
            more = ngettext("and {n} more", "and {n} more", left).format(n=left)
            yield paragraph(more, style.SHEET_FOOT, width)


def _table(section: TodaySection, shown: Sequence[Sequence[str]]) -> Block:
    total = sum(column.weight for column in section.columns)
    head = [Cell(text=column.title, style=style.LIST_HEAD) for column in section.columns]
    rows = [
        [
            Cell(text=text, style=style.LIST_CELL_CENTRED if column.centred else style.LIST_CELL)
            for column, text in zip(section.columns, row, strict=True)
        ]
        for row in shown
    ]
    widths = [column.weight / total * SHEET.width for column in section.columns]
    return group_table([head, *rows], widths, header=1, shaded=True, tallest=SHEET.height)


def _all_texts(sheet: TodaySheet) -> Iterator[str]:
    yield sheet.title
    yield sheet.note
    for section in sheet.sections:
        yield section.heading
        for column in section.columns:
            yield column.title
        for row in section.rows:
            yield from row
