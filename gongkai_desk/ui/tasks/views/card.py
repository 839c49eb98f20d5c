"""A task as a card: its light, its title in up to three lines, its units and its last day."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from gongkai_desk.i18n import pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui import theme
from gongkai_desk.ui.tasks.board import LIGHTS, Row
from gongkai_desk.ui.tasks.wording import joined
from gongkai_desk.ui.widgets.badge import paint_chip

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 20
_PAD, _GAP, _MARGIN, _BAR = 8, 4, 3, 4
_LINES = 3


class CardDelegate(QStyledItemDelegate):
    """Paints the rows kept under `ROW_ROLE`."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: Row = index.data(ROW_ROLE)
        metrics = self._view.fontMetrics()
        width = self._view.viewport().width()
        lines = len(_title(row, metrics, width))
        height = (lines + 1) * metrics.lineSpacing() + metrics.height() + 4
        return QSize(width, height + 2 * _PAD + 2 * _GAP + 2 * _MARGIN)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ROW_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        box = QRectF(option.rect).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)  # type: ignore[attr-defined]
        painter.save()
        painter.setFont(self._view.font())
        _ground(painter, box, row, chosen=chosen)
        _words(painter, box, row, self._view.viewport().width())
        painter.restore()


def card_text(row: Row) -> str:
    """What a screen reader says of a card."""
    due = row.due.isoformat() if row.due else ""
    parts = (row.task.number, row.task.title, label(row.light), due, joined(row.task.units))
    return "，".join(part for part in parts if part)


def _ground(painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
    colours = theme.colours()
    tone, _icon = LIGHTS[row.light]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colours.accent_soft if chosen else colours.base))
    painter.setPen(QPen(QColor(colours.accent if chosen else colours.border), 2 if chosen else 1))
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.ink(tone)))
    painter.drawRoundedRect(QRectF(box.left(), box.top(), _BAR, box.height()), 2, 2)


def _words(painter: QPainter, box: QRectF, row: Row, width: int) -> None:
    colours, metrics = theme.colours(), painter.fontMetrics()
    tone, icon = LIGHTS[row.light]
    left, top = box.left() + _BAR + _PAD, box.top() + _PAD
    room = box.right() - _PAD - left
    word = label(row.light)
    chip = min(room, metrics.horizontalAdvance(word) + 40)
    paint_chip(painter, QRectF(left, top, chip, metrics.height() + 4), tone, icon, word)
    top += metrics.height() + 4 + _GAP
    painter.setPen(QColor(colours.text))
    for line in _title(row, metrics, width):
        painter.drawText(QRectF(left, top, room, metrics.lineSpacing()), line)
        top += metrics.lineSpacing()
    painter.setPen(QColor(colours.muted))
    elided = metrics.elidedText(_foot(row), Qt.TextElideMode.ElideRight, int(room))
    painter.drawText(QRectF(left, top + _GAP, room, metrics.lineSpacing()), elided)


def _foot(row: Row) -> str:
    """The day of the month first: it is what the eye looks for within a month."""
    day = pgettext("task view", "by {date}").format(date=f"{row.due:%m-%d}") if row.due else ""
    return "  ".join(part for part in (day, joined(row.task.units)) if part)


def _title(row: Row, metrics: QFontMetrics, width: int) -> list[str]:
    room = width - 2 * _MARGIN - _BAR - 2 * _PAD
    return lines_of(f"{row.task.number} {row.task.title}", metrics, room)


def lines_of(text: str, metrics: QFontMetrics, room: int) -> list[str]:
    """`text` in at most three lines, the last cut with … when there is more."""
    lines: list[str] = []
    line, wide = "", 0
    for place, sign in enumerate(text):
        advance = metrics.horizontalAdvance(sign)
        if line and wide + advance > room:
            if len(lines) == _LINES - 1:
                rest = line + text[place:]
                return [*lines, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)]
            lines.append(line.strip())
            line, wide = "", 0
        line += sign
        wide += advance
    return [*lines, line.strip()]
