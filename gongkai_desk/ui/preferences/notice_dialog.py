"""Paste a holiday notice, see what it says and what it changes, and only then take it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.calendar import Notice
from gongkai_desk.domain.problems import DomainError, Problem
from gongkai_desk.i18n import _, date_text, ngettext
from gongkai_desk.services.holidays import Effect, HolidayService, NoticeReading
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.preferences.year_calendar import YearCalendar, YearLook
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.day_legend import DayLegend
from gongkai_desk.ui.widgets.fields import LongTextField
from gongkai_desk.ui.widgets.form import ProblemLine
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable

WAIT_MS = 300
"""Read when the typing rests for this long."""
ROWS = 4
"""How many requests are shown without scrolling."""


class NoticeDialog(QDialog):
    """`take` gets the reading when the officer adopts it and answers with what forbade it."""

    def __init__(
        self,
        holidays: HolidayService,
        today: dt.date,
        take: Callable[[NoticeReading], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice-dialog")
        self.setWindowTitle(_("Holiday notice"))
        self._holidays, self._today, self._take, self._prompts = holidays, today, take, prompts
        self.reading: NoticeReading | None = None
        self._read_text = ""
        self.text = LongTextField(lines=8)
        self.text.setObjectName("notice-text")
        self.text.setAccessibleName(_("Text of the notice"))
        self.text.setPlaceholderText(
            _("Paste the whole text here, from the title to the arrangement of the last festival.")
        )
        self.file_button = QPushButton(_("Read from a text file…"), self)
        self.file_button.setObjectName("notice-file")
        self.file_button.setAutoDefault(False)
        self.wrong = ProblemLine(self)
        self.wrong.setObjectName("notice-problems")
        self.headline = PlainLabel("", self, look="heading", wrap=True)
        self.figures = PlainLabel("", self, look="muted", wrap=True)
        self.figures.setObjectName("notice-figures")
        self.calendar = YearCalendar(self)
        self.effects = _effect_table(self)
        self.effect_words = PlainLabel("", self, look="strong", wrap=True)
        self.effect_words.setObjectName("notice-effect")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.take_button = self.buttons.addButton(
            _("Adopt"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.take_button.setObjectName("take")
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.read)
        self._connect()
        self.text.setFocus()
        self.read()

    def _connect(self) -> None:
        QWidget.setTabOrder(self.text, self.file_button)
        self.text.changed.connect(self._typed)
        self.file_button.clicked.connect(self._read_file)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        unit = self.fontMetrics().horizontalAdvance("字")
        intro = _(
            "Text of the notice (国务院办公厅关于…年部分节假日安排的通知, or one that amends it)"
        )
        name = PlainLabel(intro, self, wrap=True)
        name.setBuddy(self.text)
        self.text.setMinimumWidth(unit * 15)
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (name, self.text, self.file_button):
            left.addWidget(part)
        left.setStretchFactor(self.text, 1)
        self.preview = QStackedWidget(self)
        self.preview.addWidget(self._waiting())
        self.preview.addWidget(self._reading())
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addLayout(left, 1)
        middle.addWidget(self.preview, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(middle, 1)
        layout.addWidget(self.buttons)
        room = self.screen().availableGeometry()
        self.resize(min(unit * 80, room.width() - 48), min(unit * 50, room.height() - 80))

    def _waiting(self) -> QScrollArea:
        """What stands at the right before the notice reads well: a hint, or what is wrong."""
        hint = _("The calendar of the year and the due dates that change are shown here.")
        self.hint = PlainLabel(hint, self, look="muted", wrap=True)
        return _scrolled((self.hint, self.wrong))

    def _reading(self) -> QScrollArea:
        """What stands there of a notice that reads well."""
        words = (self.headline, self.figures, self.effect_words)
        return _scrolled((*words, self.effects, self.calendar, DayLegend(self)))

    def _typed(self) -> None:
        self.take_button.setEnabled(False)
        self._timer.start()

    def read(self) -> None:
        """Read what stands in the field now; the preview or the problems follow."""
        self._timer.stop()
        self._read_text = self.text.value()
        self.reading, problems = None, []
        if self._read_text:
            try:
                self.reading = self._holidays.read(self._read_text)
            except DomainError as error:
                problems = list(error.problems)
        self.wrong.show_problems(problems)
        self.hint.setVisible(not problems)
        self.take_button.setEnabled(self.reading is not None)
        self.take_button.setDefault(self.reading is not None)
        self.preview.setCurrentIndex(1 if self.reading else 0)
        if self.reading is not None:
            self._show(self.reading.notice)

    def _show(self, notice: Notice) -> None:
        old, new = self._holidays.calendar(), self._holidays.with_notice(notice)
        year = notice.year
        touched = notice.days_off | notice.makeup_days
        self.headline.setText(notice.source)
        self.figures.setText(
            _(
                "{year}: {working} working days, {off} days off, {makeup} weekend days worked."
            ).format(
                year=year,
                working=new.working_days(year),
                off=len(new.days_off(year)),
                makeup=len(new.makeup_days(year)),
            )
        )
        changed = {day for day in touched if old.day_kind(day) is not new.day_kind(day)}
        shown = changed if old.confirmed(year) else set()
        self.calendar.show_year(YearLook(year=year, calendar=new, today=self._today, changed=shown))
        self._show_effects(self._holidays.effect(notice, self._today))

    def _show_effects(self, effects: list[Effect]) -> None:
        self.effects.set_rows(effects)
        self.effects.setVisible(bool(effects))
        row = self.effects.verticalHeader().defaultSectionSize()
        head = self.effects.horizontalHeader().sizeHint().height()
        self.effects.setFixedHeight(row * min(len(effects), ROWS) + head + 4)
        self.effect_words.setText(_told(effects))

    def _read_file(self) -> None:
        path = self._prompts.open_file(
            _("Read a holiday notice"), [_("Text files (*.txt)"), _("All files (*)")]
        )
        if path is None:
            return
        try:
            reading = self._holidays.read_file(path)
        except DomainError as error:
            self.wrong.show_problems(error.problems)
            return
        self.text.set_value(reading.text)
        self.read()

    @override
    def accept(self) -> None:
        """Adopt what is shown; what was typed since is read first."""
        if self.text.value() != self._read_text:
            self.read()
            return
        if self.reading is None:
            return
        refused = self._take(self.reading)
        if refused:
            self.wrong.show_problems(refused)
            return
        super().accept()

    @override
    def reject(self) -> None:
        """Close; a notice that reads well is not thrown away unasked."""
        if self.reading is not None and not self._prompts.ask(
            _("Close without adopting the notice?"),
            _("The calendar stays as it is."),
            yes=_("Close"),
            danger=True,
        ):
            return
        super().reject()


def _scrolled(parts: Sequence[QWidget]) -> QScrollArea:
    inside = QWidget()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(0, 0, 12, 0)
    layout.setSpacing(8)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area


def _effect_table(parent: QWidget) -> RecordTable[Effect]:
    columns: list[Column[Effect]] = [
        Column(name="number", title=_("Request"), text=lambda e: e.number, width=7),
        Column(
            name="old",
            title=_("Due until now"),
            text=lambda e: due_text(e.old_due, provisional=e.old_provisional),
            sort_key=lambda e: e.old_due,
            width=13,
        ),
        Column(
            name="new",
            title=_("Due by the notice"),
            text=lambda e: due_text(e.new_due, provisional=e.new_provisional),
            sort_key=lambda e: e.new_due,
            stretch=True,
        ),
    ]
    model = RecordTableModel(columns, identity=lambda effect: effect.request_id)
    table = RecordTable("notice-effects", model, parent)
    table.setAccessibleName(_("Due dates that change"))
    return table


def _told(effects: Sequence[Effect]) -> str:
    if not effects:
        return _("No due date of an open request changes.")
    moved = sum(each.old_due != each.new_due for each in effects)
    settled = len(effects) - moved
    told = []
    if moved:
        words = ngettext(
            "The due date of {n} open request moves.",
            "The due dates of {n} open requests move.",
            moved,
        )
        told.append(words.format(n=moved))
    if settled:
        words = ngettext(
            "{n} due date stays and is provisional no longer.",
            "{n} due dates stay and are provisional no longer.",
            settled,
        )
        told.append(words.format(n=settled))
    return " ".join(told)


def due_text(due: dt.date | None, *, provisional: bool) -> str:
    """A due date in full, with its mark when it is provisional."""
    if due is None:
        return _("Waiting, no due date")
    text = date_text(due)
    return _("{text} (provisional)").format(text=text) if provisional else text
