"""A state as a coloured label: colour, icon and word together, in forms and inside tables."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.models.records import CHIP_ICON_ROLE, TONE_ROLE
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel

ICON, PAD, GAP = 16, 8, 4


class LightBadge(QWidget):
    """`show_state(tone, icon, word)`: for example ``(Tone.BAD, "warning", _("Late"))``."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        tone: Tone = Tone.NEUTRAL,
        icon: str = "",
        word: str = "",
    ) -> None:
        super().__init__(parent)
        self._tone, self._icon, self._word = tone, icon, word
        self.setAccessibleName(word)

    def show_state(self, tone: Tone, icon: str, word: str) -> None:
        self._tone, self._icon, self._word = tone, icon, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    @property
    def word(self) -> str:
        return self._word

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._word) + 2 * PAD + (ICON + GAP) * bool(self._icon)
        return QSize(width + 2, metrics.height() + 6)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, _event: object) -> None:
        if self._word:
            painter = QPainter(self)
            box = QRectF(0, 0, self.sizeHint().width(), self.height())
            paint_chip(painter, box, self._tone, self._icon, self._word)


class ChipDelegate(QStyledItemDelegate):
    """Paints the cells of `Column(chip=True)` as badges."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        inside: Any = QStyleOptionViewItem(option)  # the stubs lack its fields
        self.initStyleOption(inside, index)
        word, inside.text = inside.text, ""
        style = inside.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, inside, painter, inside.widget)
        if not word:
            return
        icon = str(index.data(CHIP_ICON_ROLE) or "")
        metrics = inside.fontMetrics
        width = metrics.horizontalAdvance(word) + 2 * PAD + (ICON + GAP) * bool(icon)
        height = metrics.height() + 4
        cell = inside.rect
        box = QRectF(
            cell.left() + 6,
            cell.center().y() - height / 2 + 0.5,
            min(width, cell.width() - 12),
            height,
        )
        painter.save()
        painter.setFont(inside.font)
        paint_chip(painter, box, Tone(index.data(TONE_ROLE)), icon, word)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + ICON + GAP + 2 * PAD, size.height())


def paint_chip(painter: QPainter, box: QRectF, tone: Tone, icon: str, word: str) -> None:
    """A rounded label with icon and word, cut with … when `box` is too narrow."""
    colours = theme.colours()
    ink = colours.ink(tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.soft(tone)))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    left = box.left() + PAD
    if icon:
        ratio = painter.device().devicePixelRatioF()
        picture = icons.pixmap(icon, ICON, ink, ratio)
        painter.drawPixmap(round(left), round(box.center().y() - ICON / 2), picture)
        left += ICON + GAP
    words = QRectF(left, box.top(), box.right() - PAD / 2 - left, box.height())
    painter.setPen(QColor(ink))
    text = painter.fontMetrics().elidedText(
        word, Qt.TextElideMode.ElideRight, int(words.width()) + 1
    )
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class StateLine(QWidget):
    """A badge with a sentence beside it, such as ``[Late] 3 working days over``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.badge = LightBadge(self)
        self.words = PlainLabel("", self, wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1)
