"""The due dates of a month, the requests of the chosen day, and the way into other calendars."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.due_calendar import DueDay
from gongkai_desk.i18n import _, date_text, ngettext, weekday_text
from gongkai_desk.ui import icons
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.view import countdown
from gongkai_desk.ui.register.views.month_view import MonthView
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.day_legend import DayLegend
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable

_MONTHS = 12


class CalendarDialog(QDialog):
    """Opens on the present month; Page Up and Page Down turn the months."""

    def __init__(self, context: CaseContext) -> None:
        super().__init__(context.parent)
        self.setObjectName("calendar-dialog")
        self.setWindowTitle(_("Calendar of due dates"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._context, self._first = context, today().replace(day=1)
        self.heading = PlainLabel("", self, look="title")
        self.count = PlainLabel("", self, look="muted")
        self.view = MonthView(self)
        self.day_title = PlainLabel("", self, look="strong")
        model = RecordTableModel[Case](_columns(), identity=lambda case: case.request.id)
        self.cases = RecordTable[Case]("calendar-day", model, self)
        self._arrange()
        self.view.chosen.connect(self._show_day)
        self.view.left.connect(self.turn)
        self.cases.activated_record.connect(self._leave)
        self.show_month(today())
        self.view.setFocus()

    def _arrange(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.addWidget(self.view)
        side = QWidget(split)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.day_title)
        column.addWidget(self.cases, 1)
        split.addWidget(side)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 3)
        unit = self.fontMetrics().horizontalAdvance("字")
        split.setSizes([unit * 52, unit * 30])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(10)
        layout.addLayout(self._head())
        layout.addWidget(split, 1)
        layout.addWidget(DayLegend(self))
        layout.addWidget(self._buttons())
        room = self.screen().availableGeometry()
        self.resize(min(unit * 88, room.width() - 48), min(unit * 50, room.height() - 40))

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        for name, text, icon, run in (
            ("earlier", _("Earlier month"), "left", lambda: self.turn(-1)),
            ("this-month", _("This month"), "home", lambda: self.show_month(today())),
            ("later", _("Later month"), "right", lambda: self.turn(1)),
        ):
            button = QPushButton(text, self)
            button.setObjectName(name)
            button.setAutoDefault(False)
            icons.set_icon(button, icon)
            button.clicked.connect(run)
            head.addWidget(button)
        return head

    def _buttons(self) -> QWidget:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.export_button = QPushButton(_("Export as calendar &file…"), self)
        self.export_button.setObjectName("export-ics")
        icons.set_icon(self.export_button, "export")
        box.addButton(self.export_button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in box.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        self.export_button.clicked.connect(self.export)
        box.rejected.connect(self.reject)
        return box

    def show_month(self, day: dt.date) -> None:
        """Show the month of `day`, with the mark on it."""
        self._first = day.replace(day=1)
        month = self._context.desk.register_views.month(day.year, day.month, today())
        self.heading.setText(_("{year}-{month:02}").format(year=day.year, month=day.month))
        due = sum(len(each.cases) for each in month.days)
        words = _("{days} working days, {due} requests due").format(
            days=month.working_days, due=due
        )
        self.count.setText(words)
        self.view.show_month(month, today(), day)

    def turn(self, months: int) -> None:
        """Go on by `months`, to the first day, or to today in the present month."""
        number = self._first.year * _MONTHS + self._first.month - 1 + months
        if not dt.MINYEAR * _MONTHS <= number < dt.MAXYEAR * _MONTHS:
            return
        first = dt.date(number // _MONTHS, number % _MONTHS + 1, 1)
        day = today()
        self.show_month(day if day.replace(day=1) == first else first)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageUp:
                self.turn(-1)
            case Qt.Key.Key_PageDown:
                self.turn(1)
            case Qt.Key.Key_Home:
                self.show_month(today())
            case _:
                super().keyPressEvent(event)

    def _show_day(self, day: object) -> None:
        if not isinstance(day, DueDay):
            return
        title = _("{date}, {weekday}").format(
            date=date_text(day.date), weekday=weekday_text(day.date)
        )
        due = ngettext("{n} request due", "{n} requests due", len(day.cases))
        told = due.format(n=len(day.cases)) if day.cases else _("nothing due")
        self.day_title.setText(_("{day}: {told}").format(day=title, told=told))
        self.cases.set_rows(day.cases)

    def _leave(self, case: object) -> None:
        if isinstance(case, Case):
            self.accept()
            self._context.go_to(Target(page="requests", view="all", record_id=case.request.id))

    def export(self) -> None:
        """Write the due dates of all open requests for another calendar, without names."""
        name = _("Due dates of disclosure requests") + ".ics"
        path = self._context.prompts.save_file(
            _("Export the due dates"), name, [_("Calendar file (*.ics)")]
        )
        if path is None:
            return
        target = path.with_suffix(".ics")
        day, stamp = today(), dt.datetime.now(dt.UTC).replace(microsecond=0)

        def written(count: int) -> None:
            words = ngettext("{n} due date written.", "{n} due dates written.", count)
            self._context.operations.say(words.format(n=count))

        self._context.operations.perform_long(
            _("Exporting"),
            lambda _p: self._context.desk.register_views.write_due_dates(target, day, stamp),
            written,
        )


def _columns() -> tuple[Column[Case], ...]:
    return (
        Column(name="number", title=_("Number"), text=lambda case: case.request.number, width=4),
        Column(
            name="left",
            title=_("Working days left"),
            text=lambda case: countdown(case)[2],
            tone=lambda case: countdown(case)[0],
            icon=lambda case: countdown(case)[1],
            width=8,
        ),
        Column(
            name="subject",
            title=_("Information asked for"),
            text=lambda case: case.request.subject,
            stretch=True,
        ),
    )
