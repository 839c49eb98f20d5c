"""The days of a time limit as months: which were counted, which were not, and why."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from gongkai_desk.domain.calendar import DayKind
from gongkai_desk.domain.clock import CountedDay, How
from gongkai_desk.i18n import _, date_text, pgettext, weekday_text
from gongkai_desk.texts import label
from gongkai_desk.ui import theme
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip

MONDAY = dt.date(2024, 1, 1)
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a day is painted: surface, ink, the mark below its number."""

    mark: str
    soft: str
    ink: str


def mark_of(day: CountedDay) -> str:
    """The mark below a day's number: its place in the count, or why it has none."""
    match day.how:
        case How.BEFORE_START:
            return pgettext("ledger", "day 0")
        case How.SUSPENDED:
            return pgettext("ledger", "paused")
        case How.COUNTED if day.kind is DayKind.MAKEUP:
            return pgettext("ledger", "{n} on").format(n=day.number)
        case How.COUNTED:
            return str(day.number)
    return pgettext("calendar mark", "off") if day.kind is DayKind.HOLIDAY else ""


def day_words(day: CountedDay, *, due: bool) -> str:
    """A day in full, for tooltips and screen readers."""
    how = label(day.how)
    if day.number is not None:
        how = _("working day {n}").format(n=day.number)
    words = _("{date} {weekday}: {kind}, {how}").format(
        date=date_text(day.date), weekday=weekday_text(day.date), kind=label(day.kind), how=how
    )
    return _("{day} — due date").format(day=words) if due else words


class MonthView(QWidget):
    """One month; days outside the time limit are pale."""

    def __init__(
        self,
        year: int,
        month: int,
        days: Mapping[dt.date, CountedDay],
        due: dt.date | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._year, self._month, self._days, self._due = year, month, days, due
        self._weeks = calendar.Calendar().monthdatescalendar(year, month)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        title = _("{year}-{month:02}").format(year=year, month=month)
        self._title = title
        self.setAccessibleName(title)
        inside = (day for date, day in days.items() if (date.year, date.month) == (year, month))
        self.setAccessibleDescription(
            "\n".join(day_words(day, due=day.date == due) for day in inside)
        )

    @property
    def _cell(self) -> QSize:
        metrics = self.fontMetrics()
        marks = {mark_of(day) for day in self._days.values()}
        widest = max(metrics.horizontalAdvance(mark) for mark in {*marks, "20"}) + 10
        return QSize(max(widest, metrics.height() * 2), round(metrics.height() * 2.3))

    @override
    def sizeHint(self) -> QSize:
        cell, line = self._cell, self.fontMetrics().height()
        return QSize(cell.width() * 7, round(line * 3.2) + cell.height() * len(self._weeks))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, line, cell = theme.colours(), self.fontMetrics().height(), self._cell
        painter.setFont(_weighted(self.font(), bold=True))
        painter.setPen(QColor(colours.text))
        painter.drawText(QRectF(0, 0, self.width(), line * 1.6), _CENTRE, self._title)
        painter.setFont(_weighted(self.font(), bold=False, scale=0.85))
        painter.setPen(QColor(colours.muted))
        for number in range(7):
            box = QRectF(number * cell.width(), line * 1.7, cell.width(), line * 1.3)
            painter.drawText(box, _CENTRE, _weekday_sign(MONDAY + dt.timedelta(days=number)))
        for row, week in enumerate(self._weeks):
            for column, day in enumerate(week):
                if day.month == self._month:
                    self._paint_day(painter, self._box(row, column), day)

    def _box(self, row: int, column: int) -> QRectF:
        cell, top = self._cell, self.fontMetrics().height() * 3.1
        box = QRectF(column * cell.width(), top + row * cell.height(), cell.width(), cell.height())
        return box.adjusted(1.5, 1.5, -1.5, -1.5)

    def _paint_day(self, painter: QPainter, box: QRectF, date: dt.date) -> None:
        colours, day = theme.colours(), self._days.get(date)
        if day is None:
            painter.setFont(_weighted(self.font(), bold=False, scale=0.85))
            painter.setPen(QColor(colours.field_border))
            painter.drawText(box, _CENTRE, str(date.day))
            return
        look = _look(day, due=date == self._due)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.soft))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(look.ink))
        half = box.height() / 2
        upper = QRectF(box.topLeft() + QPointF(0, 1), box.size()).adjusted(0, 0, 0, -half)
        lower = box.adjusted(0, half - 2, 0, -1)
        painter.setFont(_weighted(self.font(), bold=False, scale=0.8))
        painter.drawText(upper if look.mark else box, _CENTRE, str(date.day))
        painter.setFont(_weighted(self.font(), bold=True))
        painter.drawText(lower, _CENTRE, look.mark)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(QPointF(event.pos()))
            text = day_words(day, due=day.date == self._due) if day else ""
            QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().event(event)

    def _day_at(self, spot: QPointF) -> CountedDay | None:
        for row, week in enumerate(self._weeks):
            for column, date in enumerate(week):
                if self._box(row, column).contains(spot) and date.month == self._month:
                    return self._days.get(date)
        return None


class LedgerCalendar(QWidget):
    """All months of a time limit, `across` of them in a row, with a legend beneath."""

    def __init__(
        self,
        days: Sequence[CountedDay],
        due: dt.date | None,
        parent: QWidget | None = None,
        *,
        across: int = 2,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ledger")
        self.days = tuple(days)
        by_date = {day.date: day for day in days}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        months = sorted({(day.date.year, day.date.month) for day in days})
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        for number, (year, month) in enumerate(months):
            view = MonthView(year, month, by_date, due, self)
            grid.addWidget(view, number // across, number % across, top)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(across, 1)

    @property
    def marks(self) -> dict[dt.date, str]:
        """What stands below each day."""
        return {day.date: mark_of(day) for day in self.days}


class Legend(QWidget):
    """The looks that occur among `days`, with their meaning."""

    def __init__(
        self, days: Iterable[CountedDay], due: dt.date | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for number, (look, words) in enumerate(_legend(days, due)):
            row = QHBoxLayout()
            row.setSpacing(6)
            sample = PlainLabel(look.mark or " ", self)
            sample.setAlignment(_CENTRE)
            sample.setMinimumWidth(self.fontMetrics().horizontalAdvance("字字"))
            sample.setStyleSheet(
                f"background: {look.soft}; color: {look.ink}; border-radius: 4px; padding: 1px 4px;"
            )
            row.addWidget(sample)
            row.addWidget(PlainLabel(words, self, look="muted"), 1)
            grid.addLayout(row, number // 3, number % 3)


def _legend(days: Iterable[CountedDay], due: dt.date | None) -> list[tuple[Look, str]]:
    found: dict[str, tuple[Look, str]] = {}
    for day in days:
        if day.date == due:
            found.setdefault("due", (_look(day, due=True), _("Due date")))
            continue
        words = label(day.how)
        if (day.how is How.COUNTED and day.kind is DayKind.MAKEUP) or day.how is How.REST:
            words = label(day.kind)
        found.setdefault(words, (_look(day, due=False), words))
    return list(found.values())


def _look(day: CountedDay, *, due: bool) -> Look:
    colours, mark = theme.colours(), mark_of(day)
    if due:
        return Look(mark=mark, soft=colours.accent, ink=colours.on_accent)
    match day.how:
        case How.BEFORE_START:
            return Look(mark=mark, soft=colours.info_soft, ink=colours.info)
        case How.SUSPENDED:
            return Look(mark=mark, soft=colours.warn_soft, ink=colours.warn)
        case How.COUNTED:
            return Look(mark=mark, soft=colours.accent_soft, ink=colours.text)
    if day.kind is DayKind.HOLIDAY:
        return Look(mark=mark, soft=colours.good_soft, ink=colours.good)
    return Look(mark=mark, soft=colours.neutral_soft, ink=colours.neutral)


def _weekday_sign(day: dt.date) -> str:
    return weekday_text(day).removeprefix("周")


def _weighted(font: QFont, *, bold: bool, scale: float = 1.0) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * scale)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made
