"""The sheet of one work record (活动记录表) on A4, to be signed and filed with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, group_table
from gongkai_desk.documents.list_pdf import page_of_pages
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import SHEET, Pages, write_pages
from gongkai_desk.documents.pdf_text import Align
from gongkai_desk.domain.activity_sheet import ActivitySheet, SheetRow, pairs

_WIDTH = SHEET.width
_HEAD = replace(style.CELL_HEAD, size=11, leading=18)
_TEXT = replace(style.CELL, size=11, leading=18, align=Align.LEFT)
_SHARES = (0.18, 0.32, 0.18, 0.32)
_SIGNATURE = "＿＿＿＿＿＿"


def write_sheet(sheet: ActivitySheet, path: Path) -> tuple[str, ...]:
    """Write the sheet to `path`, whole or not at all.

    Returns the characters that no bundled typeface has. Raises DomainError when the file cannot
    be written.
    """
    texts = (sheet.title, sheet.agency, *(t for row in sheet.rows for t in (row.name, row.text)))
    missing = missing_characters(texts)
    blocks = [*_blocks(sheet), *missing_note(missing, _WIDTH)]
    write_pages(path, sheet.title, Pages(SHEET, page_of_pages, style.SHEET_FOOT), blocks)
    return missing


def _blocks(sheet: ActivitySheet) -> Iterator[Block]:
    yield paragraph(sheet.title, style.TITLE, _WIDTH, heading=True)
    yield Gap(4.0)
    yield paragraph(sheet.agency, style.SHEET_TEXT, _WIDTH, heading=True)
    yield Gap(4.0)
    yield group_table(
        [_cells(row) for row in pairs(sheet.rows)],
        [share * _WIDTH for share in _SHARES],
        tallest=SHEET.height / 3,
    )
    if sheet.signed:
        yield Gap(14.0)
        line = "　　".join(f"{name}：{_SIGNATURE}" for name in sheet.signed)
        yield paragraph(line, style.SHEET_TEXT, _WIDTH)


def _cells(row: tuple[SheetRow, ...]) -> list[Cell]:
    alone = len(row) == 1
    cells = []
    for one in row:
        cells.append(Cell(text=one.name, style=_HEAD))
        cells.append(Cell(text=one.text, style=_TEXT, columns=3 if alone else 1))
    return cells
