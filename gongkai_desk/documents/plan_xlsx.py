"""The task schedule (配档表) as a workbook: one sheet, merged sections, ready to print on A4.

Text is always stored as text: a task that begins with = + - or @ can never become a formula.
"""

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
from gongkai_desk.domain.schedule import ScheduleColumn, ScheduleSheet, section_spans
from gongkai_desk.i18n import pgettext

_SIDE = Side(style="thin", color="808080")
_BOX = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_TOP = Alignment(horizontal="left", vertical="top", wrap_text=True)
_NOTE = Alignment(horizontal="left", vertical="center")
_HEAD_FILL = PatternFill("solid", fgColor="E8EEF4")
_PLAIN = Font(name="宋体", size=10)
_BOLD = Font(name="黑体", size=10)
_TITLE = Font(name="黑体", size=16)
_HEAD_ROW = 3
_FIRST_ROW = 4
_CHARACTER = 1.7  # widths of columns are counted in Latin figures
_ON_A_LINE = 0.88  # so much of its width in Chinese characters stands on a line
_POINTS_PER_LINE = 14
_STAYS_LEFT = (ScheduleColumn.NUMBER, ScheduleColumn.SECTION, ScheduleColumn.TITLE)


def write_schedule(sheet: ScheduleSheet, path: Path) -> None:
    """Write the schedule to `path`, whole or not at all.

    Raises DomainError where the file cannot be written.
    """
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = pgettext("schedule", "Schedule")
    _write_head(page, sheet)
    for row, texts in enumerate(sheet.rows, _FIRST_ROW):
        _write_row(page, row, sheet, texts)
    _merge_sections(page, sheet)
    _set_page(page, sheet)
    with replace_file(path) as temporary:
        book.save(temporary)


def _write_head(page: Worksheet, sheet: ScheduleSheet) -> None:
    last = len(sheet.columns)
    _put(page, 1, 1, sheet.title, _TITLE, _CENTRE, box=False)
    _put(page, 2, 1, sheet.note, _PLAIN, _NOTE, box=False)
    for row in (1, 2):
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
    page.row_dimensions[1].height = 30
    page.row_dimensions[2].height = 18
    for number, column in enumerate(sheet.columns, 1):
        _put(page, _HEAD_ROW, number, column.heading, _BOLD, _CENTRE)
        page.cell(_HEAD_ROW, number).fill = _HEAD_FILL
        page.column_dimensions[get_column_letter(number)].width = column.width * _CHARACTER
    page.row_dimensions[_HEAD_ROW].height = 30


def _write_row(page: Worksheet, row: int, sheet: ScheduleSheet, texts: Sequence[str]) -> None:
    lines = 2
    for number, (column, text) in enumerate(zip(sheet.columns, texts, strict=True), 1):
        counted = column.column is ScheduleColumn.NUMBER and text.isdecimal()
        value = int(text) if counted else text
        _put(page, row, number, value, _PLAIN, _CENTRE if column.centred else _TOP)
        if column.column is not ScheduleColumn.SECTION:
            room = max(2, int(column.width * _ON_A_LINE))
            lines = max(lines, sum(len(part) // room + 1 for part in text.split("\n")))
    page.row_dimensions[row].height = min(lines * _POINTS_PER_LINE, 409)


def _put(
    page: Worksheet,
    row: int,
    column: int,
    value: str | int,
    font: Font,
    alignment: Alignment,
    *,
    box: bool = True,
) -> None:
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)
    if isinstance(value, str):
        put_text(cell, value)
    else:
        cell.value = value
    cell.font, cell.alignment = font, alignment
    if box:
        cell.border = _BOX


def _merge_sections(page: Worksheet, sheet: ScheduleSheet) -> None:
    """One cell for the tasks that share the headings above them."""
    place = sheet.section_column
    if place is None:
        return
    for row, span in enumerate(section_spans(sheet), _FIRST_ROW):
        if span > 1:
            page.merge_cells(
                start_row=row, end_row=row + span - 1, start_column=place + 1, end_column=place + 1
            )


def _set_page(page: Worksheet, sheet: ScheduleSheet) -> None:
    stays = 0
    while stays < len(sheet.columns) and sheet.columns[stays].column in _STAYS_LEFT:
        stays += 1
    if stays == len(sheet.columns):
        stays = 0
    page.freeze_panes = f"{get_column_letter(stays + 1)}{_FIRST_ROW}"
    page.print_title_rows = f"1:{_HEAD_ROW}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_margins.left = page.page_margins.right = 0.4
    page.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("&P / &N"))
    page.print_area = f"A1:{get_column_letter(len(sheet.columns))}{page.max_row}"
