"""The register as a ledger that opens in Excel and WPS: A4 landscape, ready to print.

A second sheet recomputes every due date with a formula, a third lists the days off it uses.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter

from gongkai_desk.documents import register_review
from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.cell_text import put_text
from gongkai_desk.documents.ledger_values import WIDTH, WIDTHS, LedgerValues, Value, heading
from gongkai_desk.documents.sheet_style import (
    DATE,
    HEADER_ROW,
    body_cell,
    header_cells,
    set_page,
    title_cell,
)
from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.ledger_export import LedgerExport
from gongkai_desk.domain.ledger_fields import LedgerField
from gongkai_desk.domain.ledger_words import LedgerWords
from gongkai_desk.i18n import _, date_text, ngettext

Progress = Callable[[int, int], None]

_REPORT_EVERY = 200


def write_register(
    path: Path,
    cases: Sequence[Case],
    as_of: dt.date,
    *,
    calendar: WorkCalendar,
    words: LedgerWords,
    export: LedgerExport | None = None,
    progress: Progress = lambda _done, _total: None,
) -> None:
    """Write the ledger to `path`, whole or not at all.

    Dates are real dates, everything else that was typed is text (a name like "=1+1" stays one).
    Raises DomainError when the file cannot be written.
    """
    book = Workbook(write_only=True)
    _ledger(book, cases, as_of, export or LedgerExport(), words, progress)
    register_review.add_sheets(book, cases, calendar)
    with replace_file(path) as temporary:
        book.save(temporary)


def write_register_csv(
    path: Path, cases: Sequence[Case], *, words: LedgerWords, export: LedgerExport | None = None
) -> None:
    """Write the shown columns as csv in UTF-8 with its mark, which Excel and WPS need.

    A text that a spreadsheet would take for a formula is preceded by an apostrophe.
    """
    shown = export or LedgerExport()
    values = LedgerValues(shown, words)
    with (
        replace_file(path) as temporary,
        temporary.open("w", encoding="utf-8-sig", newline="") as file,
    ):
        lines = csv.writer(file)
        lines.writerow([heading(field, shown) for field in shown.columns])
        for case in cases:
            told = values.of(case)
            lines.writerow([_csv_text(told[field]) for field in shown.columns])


def _csv_text(value: Value) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(("=", "+", "-", "@")) else text


def _ledger(
    book: Workbook,
    cases: Sequence[Case],
    as_of: dt.date,
    export: LedgerExport,
    words: LedgerWords,
    progress: Progress,
) -> None:
    sheet = book.create_sheet(_("Request register"))
    fields = (*export.columns, *export.hidden)
    for at, field in enumerate(fields, 1):
        dimension = sheet.column_dimensions[get_column_letter(at)]
        dimension.width = WIDTHS.get(field, WIDTH)
        dimension.hidden = at > len(export.columns)
    set_page(sheet, len(export.columns), HEADER_ROW + len(cases))
    sheet.append([_title(sheet, len(cases), as_of)])
    sheet.append(header_cells(sheet, (heading(field, export) for field in fields)))
    row = _Row(sheet, fields, len(export.columns))
    values = LedgerValues(export, words)
    for done, case in enumerate(cases):
        sheet.append(row.filled(values.of(case), provisional=case.provisional))
        if done % _REPORT_EVERY == 0:
            progress(done, len(cases))


def _title(sheet: Any, count: int, as_of: dt.date) -> Cell:
    requests = ngettext("{n} request", "{n} requests", count).format(n=count)
    text = _("Register of disclosure requests ({requests}, as of {date})").format(
        requests=requests, date=date_text(as_of)
    )
    return title_cell(sheet, text)


class _Row:
    """One row of cells that is filled again for each case: making new ones takes longest."""

    def __init__(self, sheet: Any, fields: Sequence[LedgerField], shown: int) -> None:
        self._shown = shown
        mark = _("(provisional)").replace('"', "")
        self._fields = fields
        self._texts = [body_cell(sheet, "@") for _field in fields]
        self._dates = [body_cell(sheet, DATE) for _field in fields]
        self._numbers = [body_cell(sheet) for _field in fields]
        self._unsure = body_cell(sheet, f'{DATE}"{mark}"')

    def filled(self, values: dict[LedgerField, Value], *, provisional: bool) -> list[Cell | None]:
        return [
            self._cell(at, field, values[field], provisional)
            for at, field in enumerate(self._fields)
        ]

    def _cell(self, at: int, field: LedgerField, value: Value, provisional: bool) -> Cell | None:
        if isinstance(value, str) and value:
            put_text(self._texts[at], value)
            return self._texts[at]
        if isinstance(value, dt.date):
            unsure = field is LedgerField.DUE and provisional
            cell = self._unsure if unsure else self._dates[at]
            cell.value = value
            return cell
        filled = None if value == "" else value
        if filled is None and at >= self._shown:
            return None
        cell = self._numbers[at]
        cell.value = filled
        return cell
