"""The register as a ledger: one worksheet, A4 landscape, that opens in Excel and WPS."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.cell_text import put_text
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.identity_number import masked
from gongkai_desk.i18n import N_, _, date_text, ngettext
from gongkai_desk.texts import label

Value: TypeAlias = str | int | dt.date | None

_TITLE_ROW, _HEADER_ROW = 1, 2
_DATE = "yyyy-mm-dd"
_LINE = Side(style="thin", color="999999")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TOP = Alignment(vertical="top", wrap_text=True)
_A4 = 9


@dataclass(frozen=True, slots=True)
class _Column:
    """`title` is marked for translation, `width` is in characters."""

    title: str
    width: int
    value: Callable[[Case], Value]


def _kind(case: Case) -> str:
    kind = case.request.applicant.kind
    return label(kind) if kind else ""


def _service_way(case: Case) -> str:
    service = case.request.service
    return label(service.way) if service else ""


def _served_on(case: Case) -> dt.date | None:
    service = case.request.service
    return service.counts_on if service else None


def _contact(case: Case) -> str:
    applicant = case.request.applicant
    return applicant.phone or applicant.email or applicant.address


_COLUMNS: tuple[_Column, ...] = (
    _Column(N_("Number"), 12, lambda case: case.request.number),
    _Column(N_("Received"), 12, lambda case: case.request.received),
    _Column(N_("Applicant"), 18, lambda case: case.request.applicant.name),
    _Column(N_("Applicant type"), 12, _kind),
    _Column(N_("Identity number"), 21, lambda case: masked(case.request.applicant.identity_number)),
    _Column(N_("Contact"), 18, _contact),
    _Column(N_("Channel"), 12, lambda case: label(case.request.channel)),
    _Column(N_("Information asked for"), 36, lambda case: case.request.subject),
    _Column(N_("Handling section"), 14, lambda case: case.request.handler),
    _Column(N_("Status"), 12, lambda case: label(case.status)),
    _Column(N_("Due date"), 18, lambda case: case.due),
    _Column(N_("Working days left"), 10, lambda case: None if case.closed else case.remaining),
    _Column(N_("Closed on"), 12, lambda case: case.closed_on),
    _Column(N_("Result"), 30, lambda case: case.result),
    _Column(N_("Reply number"), 20, lambda case: case.request.reply_number),
    _Column(N_("Way of service"), 12, _service_way),
    _Column(N_("Served on"), 12, _served_on),
    _Column(N_("Platform number"), 18, lambda case: case.request.platform_number),
    _Column(N_("Tags"), 14, lambda case: "、".join(case.request.tags)),
    _Column(N_("Note"), 24, lambda case: case.request.note),
)
_DUE = next(at for at, column in enumerate(_COLUMNS, 1) if column.title == "Due date")


def write_register(path: Path, cases: Sequence[Case], as_of: dt.date) -> None:
    """Write the ledger to `path`, whole or not at all. Identity numbers are masked.

    Dates are real dates, everything else that was typed is text (a name like "=1+1" stays one).
    Raises DomainError when the file cannot be written.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = _("Request register")
    _head(sheet, len(cases), as_of)
    for row, case in enumerate(cases, _HEADER_ROW + 1):
        _row(sheet, row, case)
    _page(sheet, _HEADER_ROW + len(cases))
    with replace_file(path) as temporary:
        book.save(temporary)


def _head(sheet: Worksheet, count: int, as_of: dt.date) -> None:
    requests = ngettext("{n} request", "{n} requests", count).format(n=count)
    text = _("Register of disclosure requests ({requests}, as of {date})").format(
        requests=requests, date=date_text(as_of)
    )
    title = _put(sheet, _TITLE_ROW, 1, text)
    title.font = Font(bold=True, size=14)
    for at, column in enumerate(_COLUMNS, 1):
        cell = _put(sheet, _HEADER_ROW, at, _(column.title))
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E8EEF4")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _GRID
        sheet.column_dimensions[get_column_letter(at)].width = column.width


def _row(sheet: Worksheet, row: int, case: Case) -> None:
    for at, column in enumerate(_COLUMNS, 1):
        cell = _put(sheet, row, at, column.value(case))
        cell.alignment = _TOP
        cell.border = _GRID
    due = sheet.cell(row, _DUE)
    if case.provisional and case.due is not None:
        mark = _("(provisional)").replace('"', "")
        due.number_format = f'{_DATE}"{mark}"'


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> Cell:
    """Set a value without letting the spreadsheet read more into it than it says."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if isinstance(value, str):
        if value:
            put_text(cell, value)
            cell.number_format = "@"
        return cell
    cell.value = value
    if isinstance(value, dt.date):
        cell.number_format = _DATE
    return cell


def _page(sheet: Worksheet, last_row: int) -> None:
    last = get_column_letter(len(_COLUMNS))
    sheet.freeze_panes = f"B{_HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:{last}{max(last_row, _HEADER_ROW)}"
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = sheet.oddFooter
    assert footer is not None
    footer.center.text = "&P / &N"
