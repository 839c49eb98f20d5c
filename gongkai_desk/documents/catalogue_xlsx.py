"""The catalogue as a workbook: merged levels and headings, ready to print on A4 lying."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.cell_text import put_text
from gongkai_desk.domain.catalogue_table import CatalogueTable, TableCell

_SIDE = Side(style="thin", color="808080")
_BOX = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_HEAD_FILL = PatternFill("solid", fgColor="E8EEF4")
_PLAIN, _BOLD, _TITLE = (
    Font(name="宋体", size=10),
    Font(name="黑体", size=10),
    Font(name="黑体", size=16),
)
_CHARACTER = 2.1  # a Chinese character in the unit of column widths
_LINE, _MOST = 13.5, 409.0
_ILLEGAL = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
_LONGEST_NAME = 31


def write_catalogue(tables: Sequence[CatalogueTable], path: Path) -> None:
    """Write one sheet for each table to `path`, whole or not at all; raises DomainError where
    the file cannot be written.
    """
    book = Workbook()
    for number, table in enumerate(tables):
        sheet = book.active if number == 0 else book.create_sheet()
        assert isinstance(sheet, Worksheet)
        sheet.title = table.name.translate(_ILLEGAL)[:_LONGEST_NAME] or "1"
        _fill(sheet, table)
    with replace_file(path) as temporary:
        book.save(temporary)


def _fill(sheet: Worksheet, table: CatalogueTable) -> None:
    width = len(table.weights)
    _put(sheet, 1, 1, table.title, _TITLE, _CENTRE, boxed=False)
    _merge(sheet, 1, 1, 1, width)
    sheet.row_dimensions[1].height = 30
    _write(sheet, table, table.head, 2, head=True)
    first = 2 + len(table.head)
    _write(sheet, table, table.body, first, head=False)
    below = first + len(table.body)
    for line in table.note.splitlines():
        _put(sheet, below, 1, line, _PLAIN, _LEFT, boxed=False)
        _merge(sheet, below, 1, 1, width)
        below += 1
    for column, weight in enumerate(table.weights, 1):
        sheet.column_dimensions[get_column_letter(column)].width = weight * _CHARACTER + 1
    _set_page(sheet, width, len(table.head), max(below - 1, first - 1))


def _write(
    sheet: Worksheet,
    table: CatalogueTable,
    rows: Sequence[tuple[TableCell, ...]],
    first: int,
    *,
    head: bool,
) -> None:
    heights = [1.0] * len(rows)
    for row, column, cell in table.placed(rows):
        centred = _CENTRE if head or cell.centred else _LEFT
        for down in range(cell.rows):
            for across in range(cell.columns):
                spot = sheet.cell(first + row + down, column + 1 + across)
                spot.border = _BOX
                if head:
                    spot.fill = _HEAD_FILL
        _put(sheet, first + row, column + 1, cell.text, _BOLD if head else _PLAIN, centred)
        _merge(sheet, first + row, column + 1, cell.rows, cell.columns)
        room = sum(table.weights[column : column + cell.columns])
        lines = _lines(cell.text, room) / cell.rows
        for down in range(cell.rows):
            heights[row + down] = max(heights[row + down], lines)
    for row, lines in enumerate(heights):
        sheet.row_dimensions[first + row].height = min(max(lines, 1.0) * _LINE + 5, _MOST)


def _lines(text: str, characters: float) -> int:
    """How many lines a text takes in a column so wide."""
    room = max(characters * 2 - 0.5, 2)
    return sum(
        max(1, -(-sum(2 if sign > "\u2e7f" else 1 for sign in line) // int(room)))
        for line in text.split("\n")
    )


def _put(
    sheet: Worksheet,
    row: int,
    column: int,
    text: str,
    font: Font,
    alignment: Alignment,
    *,
    boxed: bool = True,
) -> None:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if text:
        put_text(cell, text)
    cell.font, cell.alignment = font, alignment
    if boxed:
        cell.border = _BOX


def _merge(sheet: Worksheet, row: int, column: int, rows: int, columns: int) -> None:
    if rows > 1 or columns > 1:
        sheet.merge_cells(
            start_row=row,
            start_column=column,
            end_row=row + rows - 1,
            end_column=column + columns - 1,
        )


def _set_page(sheet: Worksheet, columns: int, head: int, last: int) -> None:
    sheet.freeze_panes = f"A{2 + head}"
    sheet.print_title_rows = f"2:{1 + head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("&P / &N"))
    sheet.print_area = f"A1:{get_column_letter(columns)}{last}"
