"""A field for one date: typed in any usual way, empty when nothing is known, never guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.problems import DomainError, Problem
from gongkai_desk.i18n import _, date_text, weekday_text
from gongkai_desk.texts import sentence
from gongkai_desk.ui import icons
from gongkai_desk.ui.today import today as clock
from gongkai_desk.ui.widgets.date_text import EARLIEST, LATEST, parse_date
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip, restyle


class DateField(QWidget):
    """`date()` is the date or None (empty, or wrong: then `problem()` says what is wrong).

    The weekday, or a short word when the input is wrong, stands beside the field. F4 and
    Alt+Down open a calendar. `changed` is emitted on every edit. `today` decides what 今天,
    +15 and 11-20 mean.
    """

    changed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        mandatory: bool = False,
        today: Callable[[], dt.date] = clock,
    ) -> None:
        super().__init__(parent)
        self.mandatory = mandatory
        self._today = today
        self._date: dt.date | None = None
        self._problem: Problem | None = None
        self._calendar: CalendarPopup | None = None
        self.line = _DateLine(self)
        self.line.setObjectName("date")
        self.line.setPlaceholderText(_("e.g. {example}").format(example=self._today().isoformat()))
        wide = self.line.fontMetrics().horizontalAdvance("2025年11月20日字字")
        self.line.setFixedWidth(wide + 24)
        self.button = QToolButton(self)
        self.button.setObjectName("calendar")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        icons.set_icon(self.button, "calendar")
        self.button.setToolTip(plain_tip(_("Calendar (F4)")))
        self.button.setAccessibleName(_("Calendar (F4)"))
        self.word = PlainLabel("", self, look="hint")
        self.word.setObjectName("weekday")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.button)
        layout.addWidget(self.word, 1)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._read)
        self.line.left.connect(self._tidy)
        self.line.calendar_asked.connect(self.open_calendar)
        self.button.clicked.connect(self.open_calendar)
        self._read("")

    def date(self) -> dt.date | None:
        return self._date

    def set_date(self, date: dt.date | None) -> None:
        self.line.setText(date.isoformat() if date else "")

    def problem(self) -> Problem | None:
        """What is wrong with the input; a mandatory field that is empty is wrong, too."""
        if self._problem is None and self.mandatory and self._date is None:
            return Problem("field-missing")
        return self._problem

    def open_calendar(self) -> None:
        """Show the calendar below the field; the day chosen goes into the field."""
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.chosen.connect(self.set_date)
        self._calendar.show_at(self.line, self._date or self._today())

    def _read(self, text: str) -> None:
        try:
            self._date, self._problem = parse_date(text, self._today()), None
        except DomainError as error:
            self._date, self._problem = None, error.problems[0]
        wrong = self._problem is not None
        restyle(self.line, "wrong", wrong)
        restyle(self.word, "look", "problem" if wrong else "hint")
        if self._problem is not None:
            self.word.setText(_("not a date"))
            self.line.setAccessibleDescription(sentence(self._problem))
        else:
            self.word.setText(self._spoken())
            self.line.setAccessibleDescription(date_text(self._date) if self._date else "")
        self.changed.emit()

    def _spoken(self) -> str:
        return weekday_text(self._date) if self._date else ""

    def _tidy(self) -> None:
        if self._date is not None:
            self.line.setText(self._date.isoformat())


class _DateLine(QLineEdit):
    left = Signal()
    calendar_asked = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and (
            event.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if event.key() == Qt.Key.Key_F4 or alt_down:
            self.calendar_asked.emit()
        else:
            super().keyPressEvent(event)


class CalendarPopup(QFrame):
    """A month to choose a day from; Esc closes it. `chosen` carries the `datetime.date`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar-popup")
        self.setProperty("look", "card")
        self.month = QCalendarWidget(self)
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setDateRange(_qt(EARLIEST), _qt(LATEST))
        self.month.activated.connect(self._choose)
        self.month.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.month)

    def show_at(self, line: QWidget, date: dt.date) -> None:
        self.month.setSelectedDate(_qt(date))
        self.adjustSize()
        spot = line.mapToGlobal(QPoint(0, line.height() + 2))
        room = line.screen().availableGeometry()
        if spot.y() + self.height() > room.bottom():
            spot = line.mapToGlobal(QPoint(0, -self.height() - 2))
        self.move(min(spot.x(), max(room.left(), room.right() - self.width())), spot.y())
        self.show()
        self.month.setFocus()

    def _choose(self, day: QDate) -> None:
        self.hide()
        self.chosen.emit(dt.date(day.year(), day.month(), day.day()))

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.hide()
            return True
        return super().event(event)


def _qt(date: dt.date) -> QDate:
    return QDate(date.year, date.month, date.day)
