"""The working days the program counts with, and how next year's notice comes in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.holiday_notice import HolidayNotice
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.holidays import NoticeReading
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.preferences.notice_dialog import NoticeDialog
from gongkai_desk.ui.preferences.section import Section, button, row_of
from gongkai_desk.ui.preferences.year_calendar import YearCalendar, YearLook
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.day_legend import DayLegend
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable

FIRST_YEAR = 2019
"""The first year the present Regulation was in force, and whose notice comes with the program."""
ROWS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """One row of the list of years; `source` is empty while there is no notice."""

    year: int
    confirmed: bool
    source: str
    working: int
    off: int
    makeup: int
    by_hand: bool

    @property
    def id(self) -> str:
        return str(self.year)


class CalendarSection(Section):
    """The years known, one of them month by month."""

    def __init__(
        self, desk: Desk, operations: Operations, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "calendar",
            _("Calendar"),
            _("Working days follow the State Council's holiday notices, one a year."),
            parent,
        )
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self.dialog: NoticeDialog | None = None
        self.years = RecordTable("years", RecordTableModel(_columns()), self)
        self.years.setAccessibleName(_("Years"))
        row = self.years.verticalHeader().defaultSectionSize()
        head = self.years.horizontalHeader().sizeHint().height()
        self.years.setFixedHeight(row * ROWS + head + 4)
        self.paste_button = button(
            "paste-notice", _("Paste the holiday notice…"), "paste", self, look="primary"
        )
        self.heading = PlainLabel("", self, look="heading", wrap=True)
        self.heading.setObjectName("year-heading")
        self.source = PlainLabel("", self, look="muted", wrap=True, selectable=True)
        self.source.setObjectName("year-source")
        self.calendar = YearCalendar(self)
        self._lay_out()
        self.years.chosen.connect(self._show_year)
        self.paste_button.clicked.connect(self.paste)

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(8)
        for part in (self.heading, self.source, self.calendar, DayLegend(card)):
            inside.addWidget(part)
        self.body.addLayout(row_of(self.paste_button))
        self.body.addWidget(self.years)
        self.body.addWidget(card)
        self.body.addStretch(1)

    @override
    def concerns(self, changes: Changes) -> bool:
        return changes.touches(HolidayNotice)

    @override
    def refresh(self) -> None:
        calendar = self._desk.holidays.calendar()
        taken = {notice.year for notice in self._desk.holidays.notices()}
        last = max(today().year + 1, calendar.last_confirmed or 0, *taken, FIRST_YEAR)
        rows = [_year(calendar, year, year in taken) for year in range(last, FIRST_YEAR - 1, -1)]
        before = self.years.selected_ids() or [str(today().year)]
        self.years.set_rows(rows)
        self.years.select(before)
        self._show_year(self.years.current())

    def show_year(self, year: int) -> None:
        """Choose a year of the list."""
        self.years.select([str(year)])

    def _show_year(self, row: Year | None) -> None:
        if row is None:
            return
        figures = _("{year}: {working} working days, {off} days off, {makeup} weekend days worked.")
        self.heading.setText(
            figures.format(year=row.year, working=row.working, off=row.off, makeup=row.makeup)
        )
        missing = _(
            "No notice yet: weekends and statutory days are known, make-up days are not. Due dates "
            "that reach into this year are provisional."
        )
        self.source.setText(row.source or missing)
        self.calendar.show_year(
            YearLook(year=row.year, calendar=self._desk.holidays.calendar(), today=today())
        )

    def paste(self) -> None:
        """Open the dialog in which a notice is pasted."""
        dialog = NoticeDialog(
            self._desk.holidays, today(), self._take, self._prompts, self.window()
        )
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _take(self, reading: NoticeReading) -> tuple[Problem, ...]:
        problems = self._operations.attempt(lambda: self._desk.holidays.take(reading, today()))
        if not problems:
            self.show_year(reading.notice.year)
            self._operations.say(_("The notice was adopted; due dates were counted anew."))
        return problems


def _year(calendar: WorkCalendar, year: int, by_hand: bool) -> Year:
    return Year(
        year=year,
        confirmed=calendar.confirmed(year),
        source=calendar.source(year),
        working=calendar.working_days(year),
        off=len(calendar.days_off(year)),
        makeup=len(calendar.makeup_days(year)),
        by_hand=by_hand,
    )


def _columns() -> list[Column[Year]]:
    return [
        Column(name="year", title=_("Year"), text=lambda y: str(y.year), width=4),
        Column(
            name="state",
            title=_("State"),
            text=lambda y: _("Settled") if y.confirmed else _("Provisional"),
            tone=lambda y: Tone.GOOD if y.confirmed else Tone.WARN,
            icon=lambda y: "done" if y.confirmed else "warning",
            chip=True,
            width=7,
        ),
        Column(
            name="working",
            title=_("Working days"),
            text=lambda y: str(y.working),
            sort_key=lambda y: y.working,
            right=True,
            width=6,
        ),
        Column(name="origin", title=_("From"), text=_origin, width=7),
        Column(
            name="source",
            title=_("Holiday notice"),
            text=lambda y: y.source or _("No notice yet"),
            stretch=True,
        ),
    ]


def _origin(year: Year) -> str:
    if year.by_hand:
        return _("Adopted here")
    return _("With the program") if year.confirmed else ""
