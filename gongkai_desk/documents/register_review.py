"""The sheets by which a superior checks our due dates without our program (期限复核).

Every due date is reckoned by WORKDAY.INTL with a week of seven working days, from which the days
off of the second sheet are taken: weekends without those that are worked, and holidays.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter

from gongkai_desk.documents.cell_text import put_text
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
from gongkai_desk.domain.clock import Clock
from gongkai_desk.domain.clock_period import PERIODS
from gongkai_desk.i18n import _
from gongkai_desk.texts import label

_FIRST = HEADER_ROW + 1
_WIDTHS = (12, 12, 12, 9, 9, 9, 26, 13, 13, 10, 26)


def add_sheets(book: Workbook, cases: Iterable[Case], calendar: WorkCalendar) -> None:
    """Add both sheets; cases without a due date (waiting for the applicant) are left out."""
    dated = [(case, case.clock) for case in cases if case.clock and case.clock.due]
    clocks = [clock for _case, clock in dated]
    days = _days_off(clocks, calendar)
    name = _("Days off")
    listed = f"'{name}'!$A${_FIRST}:$A${_FIRST + max(len(days), 1) - 1}"
    sheet: Any = book.create_sheet(_("Check of due dates"))
    _set_widths(sheet, _WIDTHS)
    set_page(sheet, len(_WIDTHS), HEADER_ROW + len(dated))
    sheet.append([title_cell(sheet, _title(len(dated)))])
    sheet.append(header_cells(sheet, _headings()))
    row = _Row(sheet)
    for at, (case, clock) in enumerate(dated, _FIRST):
        sheet.append(row.filled(at, case, clock, listed))
    _add_days_off(book, name, days, calendar)


def _title(count: int) -> str:
    """Words and, as a formula, how many due dates differ; a title that is a text stays one."""
    return _("Check of {n} due dates; days off on the next sheet").format(n=count)


def _headings() -> tuple[str, ...]:
    return (
        _("Number"),
        _("Received"),
        _("Count starts after"),
        _("Statutory days"),
        _("Extended by"),
        _("Days not counted"),
        _("Not counted (after – until)"),
        _("By formula"),
        _("By the program"),
        _("Do they agree?"),
        _("Remarks on the due date"),
    )


def _set_widths(sheet: Any, widths: Sequence[int]) -> None:
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width


class _Row:
    """The cells of a row, filled again for each case."""

    def __init__(self, sheet: Any) -> None:
        self._texts = [body_cell(sheet, "@") for _width in _WIDTHS]
        self._dates = [body_cell(sheet, DATE) for _width in _WIDTHS]
        self._plain = [body_cell(sheet) for _width in _WIDTHS]

    def filled(self, row: int, case: Case, clock: Clock, days_off: str) -> list[Cell]:
        period, calendar = clock.period, clock.calendar
        due = clock.due
        skipped = [
            (after, until)
            for after, until in period.suspensions(calendar)
            if period.fixed is None and due is not None and after < due
        ]
        same, differs = _("agrees"), _("disagrees")
        formula = f'=WORKDAY.INTL(C{row},D{row}+E{row}+F{row},"0000000",{days_off})'
        return [
            self._text(0, case.request.number),
            self._date(1, clock.received),
            self._date(2, period.fixed or period.start),
            self._number(3, PERIODS.answer if period.fixed is None else 0),
            self._number(4, period.extension),
            self._number(5, sum(calendar.count(after, until) for after, until in skipped)),
            self._text(6, "\n".join(_interval(*one) for one in skipped)),
            self._formula(7, formula, DATE),
            self._date(8, due),
            self._formula(9, f'=IF(H{row}=I{row},"{same}","{differs}")'),
            self._text(10, _explanation(case, clock)),
        ]

    def _text(self, at: int, text: str) -> Cell:
        put_text(self._texts[at], text)
        return self._texts[at]

    def _date(self, at: int, day: dt.date | None) -> Cell:
        self._dates[at].value = day
        return self._dates[at]

    def _number(self, at: int, number: int) -> Cell:
        self._plain[at].value = number
        return self._plain[at]

    def _formula(self, at: int, formula: str, number_format: str = "General") -> Cell:
        cell = self._dates[at] if number_format == DATE else self._plain[at]
        cell.value = formula
        return cell


def _interval(after: dt.date, until: dt.date) -> str:
    return _("{after} – {until}").format(after=after.isoformat(), until=until.isoformat())


def _explanation(case: Case, clock: Clock) -> str:
    """What a checker must know about how this due date came about."""
    words = []
    if clock.period.fixed is not None:
        words.append(_("The date was set by hand"))
    elif clock.period.start != clock.received:
        words.append(_("The count started anew (clarification, fee or new decision)"))
    if case.provisional:
        words.append(_("The holiday notice of the year was not known"))
    return "\n".join(words)


def _days_off(clocks: Sequence[Clock], calendar: WorkCalendar) -> list[dt.date]:
    """Every day that is not worked in the years the due dates touch."""
    starts = [clock.period.fixed or clock.period.start for clock in clocks]
    ends = [clock.due for clock in clocks if clock.due is not None]
    if not ends:
        return []
    first, last = dt.date(min(starts).year, 1, 1), dt.date(max(ends).year, 12, 31)
    every = (first + dt.timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in every if not calendar.is_working_day(day)]


def _add_days_off(
    book: Workbook, name: str, days: Sequence[dt.date], calendar: WorkCalendar
) -> None:
    sheet: Any = book.create_sheet(name)
    _set_widths(sheet, (13, 13, 44))
    set_page(sheet, 3, HEADER_ROW + len(days))
    words = _("Days off: weekends that are not worked, and holidays")
    sheet.append([title_cell(sheet, words)])
    sheet.append(header_cells(sheet, (_("Day off"), _("Kind"), _("Holiday notice of the day"))))
    date, kind, source = body_cell(sheet, DATE), body_cell(sheet, "@"), body_cell(sheet, "@")
    sources = {year: calendar.source(year) for year in {day.year for day in days}}
    for day in days:
        date.value = day
        put_text(kind, label(calendar.day_kind(day)))
        put_text(source, sources[day.year] or _("no notice yet, statutory days"))
        sheet.append([date, kind, source])
