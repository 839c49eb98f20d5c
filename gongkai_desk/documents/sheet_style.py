"""How our worksheets look: title, headings, bordered cells, A4 landscape pages.

Made for workbooks in writing-only mode, whose sheets openpyxl does not type.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from gongkai_desk.documents.cell_text import put_text
from gongkai_desk.i18n import _

HEADER_ROW = 2
DATE = "yyyy-mm-dd"
_LINE = Side(style="thin", color="999999")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TOP = Alignment(vertical="top", wrap_text=True)
_A4 = 9


def title_cell(sheet: Any, text: str) -> Cell:
    """The words over a sheet."""
    cell: Cell = WriteOnlyCell(sheet)
    put_text(cell, text)
    cell.font = Font(bold=True, size=14)
    return cell


def header_cells(sheet: Any, titles: Iterable[str]) -> list[Cell]:
    """The row of headings."""
    cells = []
    for title in titles:
        cell: Cell = WriteOnlyCell(sheet)
        put_text(cell, title)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E8EEF4")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _GRID
        cells.append(cell)
    return cells


def body_cell(sheet: Any, number_format: str = "General") -> Cell:
    """A cell with its grid; the same one may be filled and appended again and again."""
    cell: Cell = WriteOnlyCell(sheet)
    cell.border, cell.alignment = _GRID, _TOP
    cell.number_format = number_format
    return cell


def set_page(sheet: Any, columns: int, last_row: int) -> None:
    """A4 landscape, as wide as the page, the headings on each, the page's number below."""
    last = get_column_letter(columns)
    sheet.freeze_panes = f"B{HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{last}{max(last_row, HEADER_ROW)}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddFooter.center.text = _("Page {page} of {pages}").format(page="&P", pages="&N")
