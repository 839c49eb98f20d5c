"""What the looks of the days in a calendar mean."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from gongkai_desk.ui.widgets import day_paint
from gongkai_desk.ui.widgets.day_paint import DayLook
from gongkai_desk.ui.widgets.plain import PlainLabel

_SOME_DAY = dt.date(2000, 1, 1)


class DayLegend(QWidget):
    """A swatch and a word for every look, `columns` beside each other."""

    def __init__(self, parent: QWidget | None = None, *, columns: int = 4) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(4)
        for number, (kind, provisional, words) in enumerate(day_paint.legend()):
            row, column = divmod(number, columns)
            look = DayLook(date=_SOME_DAY, kind=kind, provisional=provisional)
            layout.addWidget(_Swatch(look, self), row, 2 * column)
            layout.addWidget(PlainLabel(words, self, look="muted"), row, 2 * column + 1)
        layout.setColumnStretch(2 * columns, 1)


class _Swatch(QWidget):
    def __init__(self, look: DayLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        side = self.fontMetrics().height() + 6
        self.setFixedSize(QSize(side + 4, side))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        day_paint.background(painter, box, self._look)
        day_paint.word(painter, box.adjusted(0, 0, -4, 0), self._look)
