"""A year of twelve months: days off, weekend days worked, days that a notice would change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.i18n import _, date_text, month_text, ngettext, weekday_text
from gongkai_desk.texts import label
from gongkai_desk.ui import theme
from gongkai_desk.ui.widgets import day_paint
from gongkai_desk.ui.widgets.day_paint import DayLook
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip

MONTHS, COLUMNS, DAYS, WEEKS = 12, 3, 7, 6
_A_MONDAY = dt.date(2024, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLook:
    """A year to show; `changed` days are framed."""

    year: int
    calendar: WorkCalendar
    today: dt.date
    changed: Collection[dt.date] = ()


class YearCalendar(QWidget):
    """Twelve months in a grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("year-calendar")
        self.months = [_Month(self) for _n in range(MONTHS)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        for number, month in enumerate(self.months):
            grid.addWidget(month, *divmod(number, COLUMNS))

    def show_year(self, look: YearLook) -> None:
        for number, month in enumerate(self.months, 1):
            month.show_month(look, number)


class _Month(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", self, look="strong")
        self.days = MonthDays(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.title)
        layout.addWidget(self.days)
        layout.addStretch(1)

    def show_month(self, look: YearLook, month: int) -> None:
        first = dt.date(look.year, month, 1)
        days = [first + dt.timedelta(days=n) for n in range(31)]
        looks = [_look(look, day) for day in days if day.month == month]
        working = sum(each.kind.is_worked for each in looks)
        text = ngettext("{month}: {n} working day", "{month}: {n} working days", working).format(
            month=month_text(first), n=working
        )
        self.title.setText(text)
        self.days.show_days(looks, set(look.changed))


def _look(look: YearLook, day: dt.date) -> DayLook:
    return DayLook(
        date=day,
        kind=look.calendar.day_kind(day),
        provisional=not look.calendar.confirmed(day.year),
        today=day == look.today,
    )


class MonthDays(QWidget):
    """The days of one month; the tooltip tells a day in words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._days: list[DayLook] = []
        self._changed: set[dt.date] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: list[DayLook], changed: set[dt.date]) -> None:
        self._days, self._changed = days, changed
        told = [describe(look) for look in days if day_paint.mark(look.kind)]
        self.setAccessibleName(_("Days off and weekend days worked"))
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def _line(self) -> int:
        return self.fontMetrics().height() + 6

    @override
    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance("00休") - 2
        return QSize(wide * DAYS, self._line() * (WEEKS + 1))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cell(self, look: DayLook) -> QRectF:
        first = look.date.replace(day=1).weekday()
        row, column = divmod(first + look.date.day - 1, DAYS)
        wide, high = self.width() / DAYS, self._line()
        return QRectF(column * wide, (row + 1) * high, wide, high).adjusted(1, 1, -1, -1)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.colours().muted))
        for column in range(DAYS):
            head = QRectF(column * self.width() / DAYS, 0, self.width() / DAYS, self._line())
            name = weekday_text(_A_MONDAY + dt.timedelta(days=column))
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, _short(name))
        for look in self._days:
            self._paint_day(painter, self._cell(look), look)

    def _paint_day(self, painter: QPainter, cell: QRectF, look: DayLook) -> None:
        painter.save()
        day_paint.background(painter, cell, look)
        marked = bool(day_paint.mark(look.kind))
        small = QFont(painter.font())
        small.setPointSizeF(small.pointSizeF() * 0.72)
        figures = cell.adjusted(0, 0, -painter.fontMetrics().height() * 0.7 * marked, 0)
        day_paint.number(painter, figures, look)
        painter.setFont(small)
        day_paint.word(painter, cell.adjusted(0, 0, -2, 0), look)
        if look.date in self._changed:
            day_paint.ring(painter, cell)
        painter.restore()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = event.pos()
            at = (look for look in self._days if self._cell(look).contains(spot.x(), spot.y()))
            found = next(at, None)
            QToolTip.showText(event.globalPos(), plain_tip(describe(found) if found else ""), self)
            return True
        return super().event(event)


def describe(look: DayLook) -> str:
    """A day in words: date, weekday, what kind of day."""
    return _("{date}, {weekday}: {kind}").format(
        date=date_text(look.date), weekday=weekday_text(look.date), kind=label(look.kind)
    )


def _short(weekday: str) -> str:
    """一 of 周一, Mo of Mon."""
    return weekday[1:] if weekday.startswith("周") else weekday[:2]
