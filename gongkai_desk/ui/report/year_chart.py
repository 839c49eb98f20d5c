"""Stacked columns by year; every piece shows its number and opens what it counts.

Pieces are told apart by pattern as well as by colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gongkai_desk.domain.report_comparison import Line
from gongkai_desk.domain.year_charts import YearChart, apart
from gongkai_desk.i18n import _, number_text
from gongkai_desk.texts import label
from gongkai_desk.ui import theme
from gongkai_desk.ui.theme import Tone
from gongkai_desk.wording.report_comparison import line_text

_LOOKS = (
    (Tone.INFO, Qt.BrushStyle.SolidPattern),
    (Tone.GOOD, Qt.BrushStyle.BDiagPattern),
    (Tone.WARN, Qt.BrushStyle.SolidPattern),
    (Tone.NEUTRAL, Qt.BrushStyle.Dense6Pattern),
    (Tone.BAD, Qt.BrushStyle.FDiagPattern),
    (Tone.NEUTRAL, Qt.BrushStyle.HorPattern),
)
_LINES = 12
"""The height of a chart in lines of text, without its legend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One number of a chart."""

    line: Line
    year: int
    count: int


class YearColumns(QWidget):
    """`chosen` carries the `Piece` that was clicked."""

    chosen = Signal(object)

    def __init__(self, chart: YearChart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._pieces: list[tuple[QRectF, Piece]] = []
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label(chart.name))
        told = []
        for at, year in enumerate(chart.years):
            numbers = chart.column(at)
            words = _("no data") if numbers is None else "、".join(map(str, numbers))
            told.append(_("{name}: {count}").format(name=year, count=words))
        self.setAccessibleDescription("; ".join(told))

    @property
    def _text(self) -> int:
        return self.fontMetrics().height()

    @override
    def sizeHint(self) -> QSize:
        unit = self.fontMetrics().horizontalAdvance("字")
        return QSize(unit * 40, self._text * _LINES + self._legend_height(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("字") * 24, self.sizeHint().height())

    def pieces(self) -> tuple[Piece, ...]:
        """What is drawn, in the order of years and from the ground up."""
        return tuple(piece for _box, piece in self._pieces)

    # drawing

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._pieces = []
        top = self._draw_legend(painter) if len(self._chart.lines) > 1 else 0.0
        text = self._text
        ground, ceiling = self.height() - text * 1.6, top + text * 1.5
        start = self._draw_axis(painter, ground, ceiling)
        share = (self.width() - start) / len(self._chart.years)
        scale = (ground - ceiling) / self._chart.ceiling
        for at, year in enumerate(self._chart.years):
            left = start + at * share
            painter.setPen(QColor(theme.colours().text))
            foot = QRectF(left, ground + text * 0.25, share, text * 1.2)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(year))
            numbers = self._chart.column(at)
            if numbers is None:
                painter.setPen(QColor(theme.colours().muted))
                words = QRectF(left, ground - text * 1.4, share, text * 1.2)
                painter.drawText(words, Qt.AlignmentFlag.AlignCenter, _("no data"))
                continue
            wide = min(share * 0.5, text * 4.2)
            place = QRectF(left + (share - wide) / 2, ground, wide, scale)
            self._draw_column(painter, year, numbers, place)

    def _draw_axis(self, painter: QPainter, ground: float, ceiling: float) -> float:
        """The ground and two lines above it; where the columns may begin."""
        most = self._chart.ceiling
        room = painter.fontMetrics().horizontalAdvance(number_text(most)) + 10
        for part in (0, 1, 2) if most % 2 == 0 else (0, 2):
            y = ground - (ground - ceiling) * part / 2
            colour = theme.colours().field_border if part == 0 else theme.colours().border
            painter.setPen(QPen(QColor(colour), 1))
            painter.drawLine(QPointF(room, y), QPointF(self.width(), y))
            painter.setPen(QColor(theme.colours().muted))
            box = QRectF(0, y - self._text / 2, room - 8, self._text)
            sides = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, sides, number_text(most * part // 2))
        return float(room)

    def _draw_column(
        self, painter: QPainter, year: int, numbers: Sequence[int], place: QRectF
    ) -> None:
        """`place`: the left edge, the ground as its top, the width, and the height of 1."""
        y, text = place.top(), self._text
        low: list[tuple[float, int]] = []
        for number, count in enumerate(numbers):
            height = count * place.height()
            box = QRectF(place.left(), y - height, place.width(), height)
            if count:
                self._fill(painter, box, number)
                piece = Piece(line=self._chart.lines[number], year=year, count=count)
                self._pieces.append((box, piece))
                words = number_text(count)
                wide = painter.fontMetrics().horizontalAdvance(words) + 8
                if len(numbers) > 1 and height > text and wide < place.width():
                    self._plate(painter, box.center(), words)
                elif len(numbers) > 1:
                    low.append((place.top() - box.center().y(), count))
            y -= height
        beside = apart([up for up, _count in low], text)
        for up, (middle, count) in zip(beside, low, strict=True):
            right = place.right()
            painter.setPen(QPen(QColor(theme.colours().muted), 1))
            painter.drawLine(
                QPointF(right, place.top() - middle), QPointF(right + 6, place.top() - up)
            )
            painter.setPen(QColor(theme.colours().text))
            box = QRectF(right + 8, place.top() - up - text / 2, text * 6, text)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, number_text(count))
        painter.setPen(QColor(theme.colours().text))
        above = QRectF(
            place.left() - text * 3, y - text * 1.3, place.width() + text * 6, text * 1.2
        )
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, number_text(sum(numbers)))

    def _fill(self, painter: QPainter, box: QRectF, number: int) -> None:
        tone, pattern = _LOOKS[number % len(_LOOKS)]
        colours = theme.colours()
        painter.setPen(QPen(QColor(colours.ink(tone)), 1))
        painter.setBrush(QColor(colours.soft(tone)))
        painter.drawRect(box)
        painter.setBrush(QBrush(QColor(colours.ink(tone)), pattern))
        painter.drawRect(box)

    def _plate(self, painter: QPainter, middle: QPointF, words: str) -> None:
        """A number on the ground of the card, readable on any pattern."""
        width = painter.fontMetrics().horizontalAdvance(words) + 6
        box = QRectF(
            middle.x() - width / 2, middle.y() - self._text * 0.46, width, self._text * 0.92
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().base))
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(QColor(theme.colours().text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    # legend

    def _legend_places(self, width: int) -> list[tuple[float, int]]:
        """Where every name stands: its left and its line."""
        text, places, x, line = self._text, [], 0.0, 0
        for row in self._chart.lines:
            room = text * 1.3 + self.fontMetrics().horizontalAdvance(line_text(row)) + text
            if x and x + room > width:
                x, line = 0.0, line + 1
            places.append((x, line))
            x += room
        return places

    def _legend_height(self, width: int) -> int:
        if len(self._chart.lines) < 2:
            return 0
        return round((self._legend_places(width)[-1][1] + 1) * self._text * 1.4)

    def _draw_legend(self, painter: QPainter) -> float:
        text = self._text
        places = self._legend_places(self.width())
        for number, (row, (x, line)) in enumerate(zip(self._chart.lines, places, strict=True)):
            top = line * text * 1.4
            self._fill(painter, QRectF(x + 1, top + text * 0.2, text * 0.8, text * 0.8), number)
            painter.setPen(QColor(theme.colours().text))
            box = QRectF(x + text * 1.2, top, self.width(), text * 1.2)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line_text(row))
        return float(self._legend_height(self.width()))

    # the mouse

    def _piece_at(self, point: QPointF) -> Piece | None:
        return next((piece for box, piece in self._pieces if box.contains(point)), None)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._piece_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        piece = self._piece_at(event.position())
        if piece is not None:
            self.chosen.emit(piece)
