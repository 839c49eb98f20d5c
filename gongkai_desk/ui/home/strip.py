"""The coming five weeks: working days, days off, and what falls due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from gongkai_desk.i18n import _, weekday_text
from gongkai_desk.ui import theme
from gongkai_desk.ui.widgets import day_paint
from gongkai_desk.ui.widgets.day_paint import DayLook
from gongkai_desk.ui.widgets.plain import plain_tip

WEEKS, DAYS = 5, 7
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}


class CalendarStrip(QWidget):
    """Five weeks from Monday on, one row each. The arrow keys walk through the days, `chosen`
    says on which one; Enter or a double click emits `opened` with the date.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, describe: Callable[[dt.date], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar-strip")
        self.setAccessibleName(_("The coming five weeks"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._describe = describe
        self._days: Sequence[DayLook] = ()
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def days(self) -> Sequence[DayLook]:
        return self._days

    @property
    def current(self) -> dt.date | None:
        """The day the keyboard is on."""
        return self._days[self._at].date if self._days else None

    def show_days(self, days: Sequence[DayLook]) -> None:
        """Show these 35 days; the keyboard stays on its date, else goes to today."""
        before = self.current
        self._days = days
        dates = [look.date for look in days]
        today = next((n for n, look in enumerate(days) if look.today), 0)
        self._go(dates.index(before) if before in dates else today)

    def _go(self, number: int) -> None:
        self._at = min(max(number, 0), len(self._days) - 1)
        look = self._days[self._at]
        self.setAccessibleDescription(self._describe(look.date))
        self.update()
        self.chosen.emit(look.date)

    def _row_height(self) -> int:
        return round(self.fontMetrics().height() * 2.6)

    def _head(self) -> int:
        return self.fontMetrics().height() + 6

    @override
    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance("00休") + 16
        return QSize(wide * DAYS, self._head() + WEEKS * self._row_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cell(self, number: int) -> QRectF:
        row, column = divmod(number, DAYS)
        wide = self.width() / DAYS
        high = (self.height() - self._head()) / WEEKS
        return QRectF(column * wide, self._head() + row * high, wide, high).adjusted(2, 2, -2, -2)

    def _number_at(self, x: float, y: float) -> int | None:
        return next((n for n in range(len(self._days)) if self._cell(n).contains(x, y)), None)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.colours().muted))
        for column, look in enumerate(self._days[:DAYS]):
            head = QRectF(self._cell(column).left(), 0, self._cell(column).width(), self._head())
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, weekday_text(look.date))
        for number, look in enumerate(self._days):
            self._paint_day(painter, self._cell(number), look)
        if self._days and self.hasFocus():
            day_paint.ring(painter, self._cell(self._at))

    def _paint_day(self, painter: QPainter, cell: QRectF, look: DayLook) -> None:
        painter.save()
        day_paint.background(painter, cell, look)
        line = painter.fontMetrics().height() + 2
        figures = QRectF(cell.left() + 4, cell.top() + 2, line + 8, line)
        if look.date.day == 1 or look is self._days[0]:
            self._paint_month(painter, cell, look.date)
        day_paint.number(painter, figures, look)
        day_paint.word(painter, cell.adjusted(0, 2, -6, line + 2 - cell.height()), look)
        colours = theme.colours()
        pressing = look.today or any(each.today for each in self._days[self._days.index(look) :])
        fill = colours.bad if pressing else colours.info
        left = self._paint_due(painter, cell, cell.right() - 4, look.requests, fill)
        self._paint_due(painter, cell, left, look.tasks, "")
        painter.restore()

    def _paint_month(self, painter: QPainter, cell: QRectF, date: dt.date) -> None:
        painter.setPen(QColor(theme.colours().muted))
        month = _("{month}/").format(month=date.month)
        below = cell.adjusted(6, cell.height() / 2, 0, -2)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, month)

    def _paint_due(
        self, painter: QPainter, cell: QRectF, right: float, count: int, fill: str
    ) -> float:
        """A disc with the count that ends at `right`, outlined without `fill`; where the next
        one may end.
        """
        if not count:
            return right
        colours = theme.colours()
        side = painter.fontMetrics().height()
        wide = max(side, painter.fontMetrics().horizontalAdvance(str(count)) + 10)
        disc = QRectF(right - wide, cell.bottom() - side - 3, wide, side)
        painter.setPen(QPen(QColor(fill or colours.text), 1.4))
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(disc, side / 2, side / 2)
        painter.setPen(QColor(colours.base if fill else colours.text))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(count))
        return disc.left() - 3

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and 0 <= self._at + step < len(self._days):
            self._go(self._at + step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._days:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().x(), event.position().y())
        if number is not None:
            self._go(number)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._number_at(event.position().x(), event.position().y()) is not None:
            self.opened.emit(self.current)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._number_at(event.pos().x(), event.pos().y())
            text = "" if number is None else self._describe(self._days[number].date)
            QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().event(event)
