"""The picture of a case on the screen, its legend, and all of it in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from gongkai_desk.domain.case_timeline import CaseTimeline, DayMark, TimelineDay
from gongkai_desk.domain.timeline_drawing import Drawing, Metrics, Names, bar, day_at, draw
from gongkai_desk.i18n import _, date_text, ngettext, weekday_text
from gongkai_desk.texts import label
from gongkai_desk.ui.register.picture.paint import paint
from gongkai_desk.ui.register.steps_view import step_title
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip

_MOST_WEEKS = 6
_PAD = 8
_LEGEND_COLUMNS = 4


class TimelinePicture(QWidget):
    """As many weeks in a row as there is room for; the tooltip tells of the day below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline-picture")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Time axis of the case"))
        self._timeline: CaseTimeline | None = None
        self._drawing: Drawing | None = None
        self._metrics = Metrics(cell=1, text=1, weeks=1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    @property
    def drawing(self) -> Drawing | None:
        return self._drawing

    def show_timeline(self, timeline: CaseTimeline | None) -> None:
        self._timeline = timeline
        self.setAccessibleDescription(in_words(timeline) if timeline else "")
        self._draw()

    def _draw(self) -> None:
        text = self.fontMetrics().height() * 0.62
        cell = max(self.fontMetrics().horizontalAdvance("00/00") * 0.8, text * 2.4)
        room = max(1, int((self.width() - 2 * _PAD) // (cell * 7)))
        weeks = min(room, _MOST_WEEKS)
        self._metrics = Metrics(cell=cell, text=text, weeks=weeks)
        names = Names(today=_("today"), due=_("due"), due_today=_("due today"))
        self._drawing = draw(self._timeline, self._metrics, names) if self._timeline else None
        self.setFixedHeight(round(self._drawing.height if self._drawing else 0) + _PAD)
        self.updateGeometry()
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._draw()

    @override
    def minimumSizeHint(self) -> QSize:
        cell = self.fontMetrics().horizontalAdvance("00/00")
        return QSize(round(cell * 7) + 2 * _PAD, self.height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        top = 0.0
        for row in self._drawing.rows:
            paint(painter, row.shapes, _PAD, top)
            top += row.height

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(event.pos().x(), event.pos().y())
            if day is None:
                QToolTip.hideText()
            else:
                assert self._timeline is not None
                QToolTip.showText(event.globalPos(), plain_tip(day_text(day, self._timeline)), self)
            return True
        return super().event(event)

    def _day_at(self, x: float, y: float) -> TimelineDay | None:
        return day_at(self._drawing, self._metrics, x - _PAD, y) if self._drawing else None


class TimelineLegend(QWidget):
    """A swatch and a word for each of the marks that occur, some of them in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline-legend")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_PAD, 0, _PAD, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2 * _LEGEND_COLUMNS, 1)

    def show_marks(self, marks: Sequence[DayMark]) -> None:
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, mark in enumerate(marks):
            row, column = divmod(number, _LEGEND_COLUMNS)
            words = PlainLabel(label(mark), self, look="muted")
            words.setContentsMargins(0, 0, 12, 0)
            self._grid.addWidget(_Swatch(mark, self), row, 2 * column)
            self._grid.addWidget(words, row, 2 * column + 1)


class _Swatch(QWidget):
    def __init__(self, mark: DayMark, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = mark
        high = self.fontMetrics().height()
        self.setFixedSize(QSize(round(high * 1.3), high))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide, high = self.width() - 4.0, self.height() - 6.0
        paint(painter, bar(self._mark, 0, 0, wide, high, high * 0.7), 2, 3)


def day_text(day: TimelineDay, timeline: CaseTimeline) -> str:
    """One day in words: date, what the clock made of it, what happened."""
    date = _("{date}, {weekday}").format(date=date_text(day.date), weekday=weekday_text(day.date))
    what = label(day.mark)
    if day.number is not None:
        what = _("{what}: day {number}").format(what=what, number=day.number)
    lines = [date, what]
    if day.provisional:
        lines.append(_("The holiday notice of that year is not known yet."))
    lines += [
        f"{note.number}  {step_title(note.what, note.argument)}"
        for note in timeline.notes
        if note.number in day.notes
    ]
    if day.due:
        lines.append(_("Due date"))
    return "\n".join(lines)


def in_words(timeline: CaseTimeline) -> str:
    """The whole picture for who cannot see it."""
    counts = timeline.counts
    pieces = [_begun(timeline.days[0].date)]
    pieces += [
        ngettext("{what}: {n} day", "{what}: {n} days", counts[mark]).format(
            what=label(mark), n=counts[mark]
        )
        for mark in timeline.marks
        if mark is not DayMark.RECEIVED
    ]
    pieces += [
        f"{date_text(note.date)} {step_title(note.what, note.argument)}" for note in timeline.notes
    ]
    if timeline.due is not None:
        pieces.append(_("Due: {due}").format(due=date_text(timeline.due)))
    return "\n".join(pieces)


def _begun(day: dt.date) -> str:
    return _("Received on {date}").format(date=date_text(day))
