"""The 保密审查表 on one A4 sheet, to be filled in and signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, group_table
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import SHEET, Pages, write_pages
from gongkai_desk.documents.pdf_text import Align
from gongkai_desk.domain.review_sheet import ReviewSheet, SheetRow

_WIDTH = SHEET.width
_TEXT = replace(style.CELL, size=11, leading=18, align=Align.LEFT)
_HEAD = replace(style.CELL_HEAD, size=11, leading=18)
_SHARES = (0.19, 0.31, 0.19, 0.31)


def write_review_sheet(sheet: ReviewSheet, path: Path) -> tuple[str, ...]:
    """Write the sheet to `path`, whole or not at all; the characters no typeface has."""
    texts = [sheet.agency, *(text for row in sheet.rows for cell in row.cells for text in cell)]
    missing = missing_characters(texts)
    pages = Pages(SHEET, lambda _page, _pages: "", style.SHEET_FOOT)
    write_pages(path, sheet.title, pages, [*_blocks(sheet), *missing_note(missing, _WIDTH)])
    return missing


def _blocks(sheet: ReviewSheet) -> Iterator[Block]:
    yield paragraph(sheet.agency, style.LIST_TITLE, _WIDTH, heading=True)
    yield paragraph(sheet.title, style.SHEET_TITLE, _WIDTH, heading=True)
    yield Gap(8.0)
    rows = [_row(row) for row in sheet.rows]
    yield group_table(rows, [share * _WIDTH for share in _SHARES], tallest=SHEET.height / 2)
    yield Gap(6.0)
    yield paragraph(sheet.note, style.SHEET_FOOT, _WIDTH)


def _row(row: SheetRow) -> list[Cell]:
    wide = 1 if len(row.cells) > 1 else 3
    cells = []
    for name, text in row.cells:
        cells.append(Cell(text=name, style=_HEAD))
        cells.append(Cell(text=_filled(text, row.lines), style=_TEXT, columns=wide))
    return cells


def _filled(text: str, lines: int) -> str:
    """`text` with empty lines before its last one, where one signs."""
    parts = text.split("\n")
    lacking = max(0, lines - len(parts))
    return (
        "\n".join([*parts[:-1], *[""] * lacking, parts[-1]])
        if len(parts) > 1
        else (text + "\n" * lacking)
    )
