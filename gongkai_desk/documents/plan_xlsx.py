"""The task schedule (配档表) as a workbook: one sheet, merged sections, ready to print on A4.

Text is always stored as text: a task that begins with = + - or @ can never become a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
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
from gongkai_desk.domain.plan import Task, WorkPlan, WorkRecord
from gongkai_desk.i18n import date_text, pgettext
from gongkai_desk.texts import label

_WIDTHS = (6, 22, 18, 52, 18, 24, 14, 20, 9, 10, 13, 30, 14)
_SIDE = Side(style="thin", color="808080")
_BOX = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_TOP = Alignment(horizontal="left", vertical="top", wrap_text=True)
_HEAD_FILL = PatternFill("solid", fgColor="E8EEF4")
_PLAIN = Font(name="宋体", size=10)
_BOLD = Font(name="黑体", size=10)
_TITLE = Font(name="黑体", size=16)
_CENTRED = frozenset({1, 2, 3, 7, 9, 10, 11})
_FIRST_ROW = 3
_SECTION_COLUMN = 2
_POINTS_PER_LINE = 14


def write_plan(
    plan: WorkPlan,
    tasks: Sequence[Task],
    records: Mapping[str, Sequence[WorkRecord]],
    path: Path,
) -> None:
    """Write the schedule of `tasks` to `path`, whole or not at all; `records` by task id.

    Raises DomainError where the file cannot be written.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = pgettext("schedule", "Schedule")
    columns = _headings()
    _write_head(sheet, plan, columns)
    for row, task in enumerate(tasks, _FIRST_ROW):
        _write_row(sheet, row, _cells(row - _FIRST_ROW + 1, task, records.get(task.id, ())))
    _merge_sections(sheet, tasks)
    _set_page(sheet, len(columns))
    with replace_file(path) as temporary:
        book.save(temporary)


def _headings() -> tuple[str, ...]:
    return (
        pgettext("schedule", "No."),
        pgettext("schedule", "Section"),
        pgettext("schedule", "Task title"),
        pgettext("schedule", "Content"),
        pgettext("schedule", "Lead units"),
        pgettext("schedule", "Responsible units"),
        pgettext("schedule", "Time limit"),
        pgettext("schedule", "Frequency"),
        pgettext("schedule", "Ours"),
        pgettext("schedule", "Progress"),
        pgettext("schedule", "Done on"),
        pgettext("schedule", "Work records"),
        pgettext("schedule", "Remarks"),
    )


def _cells(position: int, task: Task, records: Iterable[WorkRecord]) -> tuple[str | int, ...]:
    return (
        position,
        _section(task),
        task.title,
        task.text,
        "、".join(task.lead_units),
        "、".join(task.responsible_units) + ("等" if task.units_open else ""),
        task.deadline.text,
        "\n".join(duty.text for duty in task.duties),
        pgettext("schedule", "Yes") if task.ours else pgettext("schedule", "No"),
        label(task.status),
        date_text(task.done_on) if task.done_on else "",
        "\n".join(f"{record.date.isoformat()} {record.text}" for record in records),
        task.note,
    )


def _section(task: Task) -> str:
    return "\n".join(task.path)


def _write_head(sheet: Worksheet, plan: WorkPlan, columns: Sequence[str]) -> None:
    _put(sheet, 1, 1, plan.title, _TITLE, _CENTRE, box=False)
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(columns))
    sheet.row_dimensions[1].height = 30
    for column, heading in enumerate(columns, 1):
        _put(sheet, 2, column, heading, _BOLD, _CENTRE)
        sheet.cell(2, column).fill = _HEAD_FILL
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS[column - 1]


def _write_row(sheet: Worksheet, row: int, values: Sequence[str | int]) -> None:
    for column, value in enumerate(values, 1):
        _put(sheet, row, column, value, _PLAIN, _CENTRE if column in _CENTRED else _TOP)
    lines = max(
        sum(-(-max(len(part), 1) * 2 // _WIDTHS[column]) for part in str(value).split("\n"))
        for column, value in enumerate(values)
        if column != _SECTION_COLUMN - 1
    )
    sheet.row_dimensions[row].height = min(max(lines, 2) * _POINTS_PER_LINE, 409)


def _put(
    sheet: Worksheet,
    row: int,
    column: int,
    value: str | int,
    font: Font,
    alignment: Alignment,
    *,
    box: bool = True,
) -> None:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if isinstance(value, str):
        put_text(cell, value)
    else:
        cell.value = value
    cell.font, cell.alignment = font, alignment
    if box:
        cell.border = _BOX


def _merge_sections(sheet: Worksheet, tasks: Sequence[Task]) -> None:
    """One cell for the tasks that share the headings above them."""
    row = _FIRST_ROW
    for _name, group in groupby(tasks, key=_section):
        height = len(list(group))
        if height > 1:
            sheet.merge_cells(
                start_row=row,
                end_row=row + height - 1,
                start_column=_SECTION_COLUMN,
                end_column=_SECTION_COLUMN,
            )
        row += height


def _set_page(sheet: Worksheet, columns: int) -> None:
    sheet.freeze_panes = f"D{_FIRST_ROW}"
    sheet.print_title_rows = "1:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("&P / &N"))
    sheet.print_area = f"A1:{get_column_letter(columns)}{sheet.max_row}"
