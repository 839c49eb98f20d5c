"""An area's official tables 2 to 4 on sheets whose numbers refer to the sums over its units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_desk.documents.cell_text import put_text
from gongkai_desk.documents.report_grid import (
    HEAD_ROWS,
    Grid,
    GridCell,
    Kind,
    disputes_grid,
    form,
    proactive_grid,
    requests_grid,
)
from gongkai_desk.documents.report_words import report_title
from gongkai_desk.domain.report import (
    CARRIED_IN_ROW,
    CARRIED_OUT_ROW,
    COLUMN_LABELS,
    DISPUTE_LABELS,
    RECEIVED_ROW,
    RESULT_ROWS,
    ROWS,
    TOTAL_ROW,
)
from gongkai_desk.domain.roll_up import RollUp
from gongkai_desk.resources import table

_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_PLAIN, _BOLD = Font(name="宋体", size=11), Font(name="黑体", size=11)
_RED, _ROSE = Font(color="9C0006", bold=True), PatternFill("solid", bgColor="FFC7CE")
_TITLE = Font(name="黑体", size=13)
_TOP = 3
"""The line at which a table begins, under the title of the report and the heading of the part."""
_LABELS = 3
_WIDTHS = ((24, 18, 18, 18), (7, 13, 48, *(11,) * 7, 16), (9,) * 15)
_LINE_HEIGHT, _TWO_LINES = 17, 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """References to the sums over the units, in the reading order of each table."""

    proactive: Sequence[str]
    requests: Sequence[str]
    disputes: Sequence[str]


def write_forms(sheets: Sequence[Worksheet], rolled: RollUp, sums: Sums) -> None:
    """Fill the three sheets."""
    figures = rolled.figures
    grids = (proactive_grid(figures.proactive), requests_grid(figures))
    every = (*grids, disputes_grid(figures.disputes))
    references = (sums.proactive, sums.requests, sums.disputes)
    headings = form()["sections"][1:4]
    for place, (sheet, grid) in enumerate(zip(sheets, every, strict=True)):
        _text(sheet, 1, 1, report_title(figures), _TITLE, _LEFT)
        _text(sheet, 2, 1, headings[place], _BOLD, _LEFT)
        _grid(sheet, grid, references[place])
        for column, width in enumerate(_WIDTHS[place], 1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        _page(sheet, head=HEAD_ROWS if place else 0)
    _identities(sheets[1])
    _dispute_identities(sheets[2])


def _page(sheet: Worksheet, head: int) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.5
    sheet.print_options.horizontalCentered = True
    if head:
        sheet.print_title_rows = f"{_TOP}:{_TOP + head - 1}"
        sheet.freeze_panes = f"A{_TOP + head}"


def _grid(sheet: Worksheet, grid: Grid, references: Sequence[str]) -> None:
    """Cells as in HTML: what a cell above covers is left out of the rows below."""
    taken: set[tuple[int, int]] = set()
    waiting = iter(references)
    for line, row in enumerate(grid, _TOP):
        column = 1
        for cell in row:
            while (line, column) in taken:
                column += 1
            _form_cell(sheet, line, column, cell, waiting)
            taken |= {
                (line + down, column + right)
                for down in range(cell.rows)
                for right in range(cell.columns)
            }
            column += cell.columns
        narrow = [cell for cell in row if cell.kind is Kind.LABEL and cell.columns == 1]
        longest = max((len(cell.text) for cell in narrow), default=0)
        room = _WIDTHS[1][_LABELS - 1] / 2
        sheet.row_dimensions[line].height = _TWO_LINES if longest > room else _LINE_HEIGHT


def _form_cell(sheet: Worksheet, line: int, column: int, cell: GridCell, waiting: Any) -> None:
    if cell.kind is Kind.NUMBER:
        _formula(sheet, line, column, f"={next(waiting)}")
    else:
        font = _BOLD if cell.kind is Kind.HEAD else _PLAIN
        side = _LEFT if cell.kind is Kind.LABEL else _CENTRE
        _text(sheet, line, column, cell.text, font, side)
    area = sheet.iter_rows(line, line + cell.rows - 1, column, column + cell.columns - 1)
    for cells in area:
        for each in cells:
            each.border = _BOX
    if cell.rows * cell.columns > 1:
        sheet.merge_cells(
            start_row=line,
            start_column=column,
            end_row=line + cell.rows - 1,
            end_column=column + cell.columns - 1,
        )


def _identities(sheet: Worksheet) -> None:
    """A and B below every column of table 3, C beside every row, as formulas."""
    words = table("report", "roll_up.toml")["sheets"]
    first, sums = _LABELS + 1, _LABELS + len(COLUMN_LABELS)
    below = _line(ROWS[-1]) + 2
    for line, name in ((below, "identity_a"), (below + 1, "identity_b")):
        _text(sheet, line, 1, words[name], _PLAIN, _LEFT)
        sheet.merge_cells(start_row=line, start_column=1, end_row=line, end_column=_LABELS)
    one, two, done, out = (
        _line(row) for row in (RECEIVED_ROW, CARRIED_IN_ROW, TOTAL_ROW, CARRIED_OUT_ROW)
    )
    for column in range(first, sums + 1):
        at = get_column_letter(column)
        results = f"{at}{_line(RESULT_ROWS[0])}:{at}{_line(RESULT_ROWS[-1])}"
        _says(sheet, below, column, f"{at}{one}+{at}{two}={at}{done}+{at}{out}")
        _says(sheet, below + 1, column, f"{at}{done}=SUM({results})")
    _text(sheet, _TOP, sums + 1, words["identity_c"], _PLAIN, _CENTRE)
    sheet.merge_cells(
        start_row=_TOP, start_column=sums + 1, end_row=_TOP + HEAD_ROWS - 1, end_column=sums + 1
    )
    kinds = get_column_letter(first), get_column_letter(sums - 1), get_column_letter(sums)
    for row in ROWS:
        line = _line(row)
        condition = f"{kinds[2]}{line}=SUM({kinds[0]}{line}:{kinds[1]}{line})"
        _says(sheet, line, sums + 1, condition)


def _dispute_identities(sheet: Worksheet) -> None:
    words = table("report", "roll_up.toml")["sheets"]
    line, wide = _TOP + HEAD_ROWS, len(DISPUTE_LABELS)
    for group in range(3):
        start = 1 + group * wide
        ends = get_column_letter(start), get_column_letter(start + wide - 2)
        total = get_column_letter(start + wide - 1)
        _text(sheet, line + 2, start, words["identity_f"], _PLAIN, _LEFT)
        sheet.merge_cells(
            start_row=line + 2, start_column=start, end_row=line + 2, end_column=start + wide - 2
        )
        sums = f"{total}{line}=SUM({ends[0]}{line}:{ends[1]}{line})"
        _says(sheet, line + 2, start + wide - 1, sums)


def _line(row: int) -> int:
    """The line of the sheet on which row 1 to 25 of table 3 stands."""
    return _TOP + HEAD_ROWS + row - 1


def _says(sheet: Worksheet, line: int, column: int, condition: str) -> None:
    words = table("report", "roll_up.toml")["sheets"]
    _formula(sheet, line, column, f'=IF({condition},"{words["equal"]}","{words["differs"]}")')
    differs = CellIsRule(  # type: ignore[no-untyped-call]
        operator="equal", formula=[f'"{words["differs"]}"'], font=_RED, fill=_ROSE
    )
    sheet.conditional_formatting.add(f"{get_column_letter(column)}{line}", differs)


def _text(
    sheet: Worksheet, line: int, column: int, text: str, font: Font, alignment: Alignment
) -> None:
    cell = sheet.cell(line, column)
    assert isinstance(cell, Cell)
    put_text(cell, text)
    cell.font = font
    if line >= _TOP:  # the words over a table go on over the columns beside
        cell.alignment = alignment


def _formula(sheet: Worksheet, line: int, column: int, formula: str) -> None:
    cell = sheet.cell(line, column)
    assert isinstance(cell, Cell)
    cell.value = formula
    cell.font, cell.alignment = _PLAIN, _CENTRE
