"""A month with what falls due on each day, painted so that it also reads in black and white."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from gongkai_desk.domain.due_calendar import DueDay, DueMonth
from gongkai_desk.i18n import _, date_text, ngettext, pgettext, weekday_text
from gongkai_desk.texts import label
from gongkai_desk.ui import theme
from gongkai_desk.ui.register.view import countdown
from gongkai_desk.ui.widgets import day_paint
from gongkai_desk.ui.widgets.day_paint import DayLook
from gongkai_desk.ui.widgets.plain import plain_tip

_DAYS = 7
_A_MONDAY = dt.date(2024, 1, 1)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_DAYS,
    Qt.Key.Key_Down: _DAYS,
}


class MonthView(QWidget):
    """`chosen` carries the `DueDay` that the mouse or the arrow keys are on."""

    chosen = Signal(object)
    left = Signal(int)  # the keys ran off the month: -1 before, 1 behind it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("due-month")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._month: DueMonth | None = None
        self._today = self._at = dt.date.min

    def show_month(self, month: DueMonth, today: dt.date, at: dt.date) -> None:
        """Show `month` with the mark on the day `at`."""
        self._month, self._today, self._at = month, today, at
        told = "; ".join(describe(day) for day in month.days if day.cases)
        self.setAccessibleName(_("{year}-{month:02}").format(year=month.year, month=month.month))
        self.setAccessibleDescription(told)
        self.update()
        self.chosen.emit(self.day)

    @property
    def day(self) -> DueDay | None:
        """The day with the mark."""
        days = () if self._month is None else self._month.days
        return next((day for day in days if day.date == self._at), None)

    @override
    def sizeHint(self) -> QSize:
        unit = self.fontMetrics().height()
        return QSize(unit * 40, unit * 24)

    @override
    def minimumSizeHint(self) -> QSize:
        unit = self.fontMetrics().height()
        return QSize(unit * 30, unit * 19)

    def _head(self) -> float:
        return self.fontMetrics().height() * 1.6

    def _cell(self, row: int, column: int) -> QRectF:
        assert self._month is not None
        wide = self.width() / _DAYS
        high = (self.height() - self._head()) / len(self._month.weeks)
        box = QRectF(column * wide, self._head() + row * high, wide, high)
        return box.adjusted(2, 2, -2, -2)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._month is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.colours().muted))
        for column in range(_DAYS):
            box = QRectF(column * self.width() / _DAYS, 0, self.width() / _DAYS, self._head())
            name = weekday_text(_A_MONDAY + dt.timedelta(days=column))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
        for row, week in enumerate(self._month.weeks):
            for column, day in enumerate(week):
                if day.date.month == self._month.month:
                    painter.save()
                    self._paint_day(painter, self._cell(row, column), day)
                    painter.restore()

    def _paint_day(self, painter: QPainter, cell: QRectF, day: DueDay) -> None:
        colours, line = theme.colours(), painter.fontMetrics().height()
        look = DayLook(
            date=day.date,
            kind=day.kind,
            provisional=day.provisional,
            today=day.date == self._today,
        )
        painter.setPen(QColor(colours.border))
        painter.setBrush(QColor(colours.base))
        painter.drawRoundedRect(cell, day_paint.RADIUS, day_paint.RADIUS)
        day_paint.background(painter, cell, look)
        corner = QRectF(cell.left() + 6, cell.top() + 4, line * 1.5, line * 1.3)
        day_paint.number(painter, corner, look)
        self._paint_mark(painter, cell, day)
        if day.cases:
            self._paint_cases(painter, cell, day)
        if day.date == self._at:
            day_paint.ring(painter, cell)

    def _paint_mark(self, painter: QPainter, cell: QRectF, day: DueDay) -> None:
        """The place among the working days, or why it is none."""
        line = painter.fontMetrics().height()
        small = QFont(painter.font())
        small.setWeight(QFont.Weight.Normal)
        small.setPointSizeF(theme.points() * 0.8)
        painter.setFont(small)
        painter.setPen(QColor(theme.colours().muted))
        words = day_paint.mark(day.kind)
        if day.number is not None:
            number = pgettext("working day of the month", "wd {n}").format(n=day.number)
            words = f"{words} {number}".strip()
        box = QRectF(cell.left(), cell.top() + 4, cell.width() - 8, line * 1.3)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_cases(self, painter: QPainter, cell: QRectF, day: DueDay) -> None:
        colours = theme.colours()
        font = QFont(painter.font())
        font.setPointSizeF(theme.points() * 0.9)
        painter.setFont(font)
        line = painter.fontMetrics().height() * 1.25
        top = cell.top() + theme.points() * 2.6
        room = max(int((cell.bottom() - top - 2) // line), 1)
        shown = day.cases if len(day.cases) <= room else day.cases[: room - 1]
        for number, case in enumerate(shown):
            box = QRectF(cell.left() + 4, top + number * line, cell.width() - 8, line - 2)
            tone = countdown(case)[0]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft(tone)))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(QColor(colours.ink(tone)))
            text = painter.fontMetrics().elidedText(
                case.request.number, Qt.TextElideMode.ElideRight, int(box.width()) - 8
            )
            painter.drawText(box.adjusted(4, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, text)
        if len(shown) < len(day.cases):
            more = ngettext("{n} more", "{n} more", len(day.cases) - len(shown))
            box = QRectF(cell.left() + 8, top + len(shown) * line, cell.width() - 16, line - 2)
            painter.setPen(QColor(colours.muted))
            words = more.format(n=len(day.cases) - len(shown))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    def _day_at(self, point: QPointF) -> DueDay | None:
        if self._month is None:
            return None
        for row, week in enumerate(self._month.weeks):
            for column, day in enumerate(week):
                inside = day.date.month == self._month.month
                if inside and self._cell(row, column).contains(point):
                    return day
        return None

    def _go(self, date: dt.date) -> None:
        self._at = date
        self.update()
        self.chosen.emit(self.day)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None:
            self._go(day.date)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._month is None:
            super().keyPressEvent(event)
            return
        there = self._at + dt.timedelta(days=step)
        if (there.year, there.month) == (self._month.year, self._month.month):
            self._go(there)
        else:
            self.left.emit(-1 if step < 0 else 1)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(describe(day) if day else ""), self)
            return True
        return super().event(event)


def describe(day: DueDay) -> str:
    """A day in words: what kind of day, and the numbers of what is due."""
    words = _("{date}, {weekday}: {kind}").format(
        date=date_text(day.date), weekday=weekday_text(day.date), kind=label(day.kind)
    )
    if day.number is not None:
        words += "\n" + _("Working day {n} of the month").format(n=day.number)
    if day.cases:
        numbers = _(", ").join(case.request.number for case in day.cases)
        words += "\n" + _("Due: {numbers}").format(numbers=numbers)
    return words
