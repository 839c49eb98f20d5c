"""Paints the shapes of `domain.timeline_drawing` on the screen, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from gongkai_desk.domain.timeline_drawing import Area, Box, Ink, Shape, Stroke, Word
from gongkai_desk.ui import theme


def ink(of: Ink) -> QColor:
    """The colour of an ink in the theme in use."""
    colours = theme.colours()
    return QColor(
        {
            Ink.PAPER: colours.base,
            Ink.TEXT: colours.text,
            Ink.MUTED: colours.muted,
            Ink.LINE: colours.field_border,
            Ink.COUNTED: colours.accent,
            Ink.EXTENDED: colours.accent,
            Ink.SUSPENDED: colours.warn,
            Ink.REST: colours.border,
            Ink.LATE: colours.bad,
            Ink.TODAY: colours.info,
        }[of]
    )


def paint(painter: QPainter, shapes: Iterable[Shape], left: float, top: float) -> None:
    """Paint shapes whose origin is at (`left`, `top`)."""
    painter.save()
    painter.translate(left, top)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        match shape:
            case Box():
                _box(painter, shape)
            case Stroke():
                painter.setPen(QPen(ink(shape.ink), shape.thick))
                painter.drawLine(QLineF(shape.x1, shape.y1, shape.x2, shape.y2))
            case Area():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink(shape.fill))
                painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in shape.points]))
            case Word():
                _word(painter, shape)
    painter.restore()


def _box(painter: QPainter, box: Box) -> None:
    if box.line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        style = Qt.PenStyle.DashLine if box.dashed else Qt.PenStyle.SolidLine
        pen = QPen(ink(box.line), box.thick, style)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if box.fill is None else ink(box.fill))
    painter.drawRect(QRectF(box.x, box.y, box.width, box.height))


def _word(painter: QPainter, word: Word) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(word.size)))
    font.setWeight(QFont.Weight.DemiBold if word.bold else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(ink(word.ink))
    wide, high = word.size * 20, word.size * 2
    area = QRectF(word.x - wide / 2, word.y - high / 2, wide, high)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word.text)
