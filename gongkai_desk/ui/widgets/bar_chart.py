"""Horizontal bars with words and numbers; each can be opened, by click or with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gongkai_desk.i18n import _, number_text
from gongkai_desk.ui import theme
from gongkai_desk.ui.theme import Tone

_RADIUS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBar:
    """One bar; `value` is what `chosen` carries."""

    text: str
    count: int
    value: object
    tone: Tone = Tone.INFO


class BarChart(QWidget):
    """`chosen` carries the value of the bar that was clicked or opened with Enter; Up and Down
    move between the bars.
    """

    chosen = Signal(object)

    def __init__(self, title: str, bars: Sequence[ChartBar], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars, self._at, self._hover = tuple(bars), 0, -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if bars else Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        told = (_("{name}: {count}").format(name=bar.text, count=bar.count) for bar in bars)
        self.setAccessibleDescription("; ".join(told))

    @property
    def _line(self) -> int:
        return round(self.fontMetrics().height() * 1.45)

    @property
    def _words(self) -> int:
        widest = max((self.fontMetrics().horizontalAdvance(b.text) for b in self._bars), default=0)
        return min(widest, round(self.width() * 0.42)) + 8

    @override
    def sizeHint(self) -> QSize:
        unit = self.fontMetrics().horizontalAdvance("字")
        return QSize(unit * 24, max(len(self._bars), 1) * self._line)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("字") * 16, self.sizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((bar.count for bar in self._bars), default=0) or 1
        for number, bar in enumerate(self._bars):
            self._paint(painter, number, bar, most)

    def _paint(self, painter: QPainter, number: int, bar: ChartBar, most: int) -> None:
        colours, line, words = theme.colours(), self._line, self._words
        top = number * line
        row = QRectF(0, top, self.width(), line)
        if number == self._hover or (self.hasFocus() and number == self._at):
            painter.setPen(
                QPen(QColor(colours.accent), 1) if self.hasFocus() else Qt.PenStyle.NoPen
            )
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setPen(QColor(colours.text))
        text = painter.fontMetrics().elidedText(bar.text, Qt.TextElideMode.ElideRight, words - 8)
        start = QRectF(4, top, words - 8, line)
        painter.drawText(start, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        behind_bar = painter.fontMetrics().horizontalAdvance(number_text(most)) + 14
        room = self.width() - words - behind_bar
        length = max(room * bar.count / most, 2 if bar.count else 0)
        if bar.count:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ink(bar.tone)))
            painter.drawRoundedRect(QRectF(words, top + line * 0.24, length, line * 0.52), 2, 2)
        painter.setPen(QColor(colours.text if bar.count else colours.muted))
        behind = QRectF(words + length + 6, top, self.width(), line)
        painter.drawText(behind, Qt.AlignmentFlag.AlignVCenter, number_text(bar.count))

    def _bar_at(self, y: float) -> int:
        number = int(y // self._line)
        return number if 0 <= number < len(self._bars) else -1

    def _open(self, number: int) -> None:
        if 0 <= number < len(self._bars) and self._bars[number].count:
            self.chosen.emit(self._bars[number].value)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._bar_at(event.position().y())
        if number != self._hover:
            self._hover = number
            full = self._bars[number] if number >= 0 else None
            can_open = full is not None and full.count > 0
            shape = Qt.CursorShape.PointingHandCursor if can_open else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    @override
    def leaveEvent(self, event: object) -> None:
        self._hover = -1
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._at = max(self._bar_at(event.position().y()), 0)
        self._open(self._bar_at(event.position().y()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down if self._at < len(self._bars) - 1:
                self._at += 1
            case Qt.Key.Key_Up if self._at > 0:
                self._at -= 1
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._open(self._at)
            case _:
                super().keyPressEvent(event)
                return
        self.update()
