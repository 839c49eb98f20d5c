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

_MOST_ROWS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TodaySection:
    """One list; every row has a text for each column. Without rows it is one line: `nothing`."""

    heading: str
    columns: tuple[ListColumn, ...]
    rows: Sequence[Sequence[str]]
    nothing: str


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
    for most in range(_MOST_ROWS, -1, -1):
        blocks = list(_blocks(sheet, most))
        if len(paginate(blocks, SHEET.height)) == 1:
            break
    write_pages(path, sheet.title, Pages(SHEET, page_of_pages, style.SHEET_FOOT), blocks)
    return missing_characters(_all_texts(sheet))


def _blocks(sheet: TodaySheet, most: int) -> Iterator[Block]:
    width = SHEET.width
    yield paragraph(sheet.title, style.LIST_TITLE, width, heading=True)
    yield paragraph(sheet.note, style.SHEET_FOOT, width, heading=True)
    for section in sheet.sections:
        yield Gap(6.0)
        yield paragraph(section.heading, style.SHEET_HEADING, width, heading=True)
        if not section.rows:
            yield paragraph(section.nothing, style.SHEET_FOOT, width)
            continue
        if most:
            yield _table(section, most)
        left = len(section.rows) - most
        if left > 0:
            more = ngettext("and {n} more", "and {n} more", left).format(n=left)
            yield paragraph(more, style.SHEET_FOOT, width)


def _table(section: TodaySection, most: int) -> Block:
    total = sum(column.weight for column in section.columns)
    head = [Cell(text=column.title, style=style.LIST_HEAD) for column in section.columns]
    rows = [
        [
            Cell(text=text, style=style.LIST_CELL_CENTRED if column.centred else style.LIST_CELL)
            for column, text in zip(section.columns, row, strict=True)
        ]
        for row in section.rows[:most]
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
