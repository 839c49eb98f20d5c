"""The seven steps at the left of the wizard: number, name, and how each stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.i18n import _
from gongkai_desk.services.report_wizard import STEPS, Step
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.report.view import ReportView, numbered_title, step_state
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import plain_tip

_STATE = int(Qt.ItemDataRole.UserRole)
_PAD, _ICON = 10, 16


class StepList(QListWidget):
    """`asked` carries the step that was clicked or entered; moving along asks nothing."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report-steps")
        self.setAccessibleName(_("Steps"))
        self.setItemDelegate(_StepDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for _step in STEPS:
            self.addItem(QListWidgetItem())
        self.itemClicked.connect(lambda _item: self._ask())

    def show_steps(self, view: ReportView, present: Step) -> None:
        """Titles and states of all steps; the present one is chosen."""
        for step in STEPS:
            self._show(step, *step_state(step, view), present=step is present)
        self.setCurrentRow(STEPS.index(present))
        self.setFixedHeight(self.sizeHintForRow(0) * len(STEPS) + 4)

    def show_wrong_input(self, present: Step) -> None:
        """The present step has cells that cannot be taken."""
        self._show(present, Tone.BAD, "error", _("Correct the marked cells"), present=True)

    def _show(self, step: Step, tone: Tone, icon: str, words: str, *, present: bool) -> None:
        title = numbered_title(step)
        item = self.item(STEPS.index(step))
        item.setText(title)
        item.setData(_STATE, (tone, icon, words, present))
        item.setData(int(Qt.ItemDataRole.AccessibleTextRole), f"{title} {words}")
        item.setToolTip(plain_tip(words))

    def _ask(self) -> None:
        if self.currentRow() >= 0:
            self.asked.emit(STEPS[self.currentRow()])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask()
        else:
            super().keyPressEvent(event)


class _StepDelegate(QStyledItemDelegate):
    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        inside: Any = option  # the stubs lack its fields
        return QSize(200, 2 * inside.fontMetrics.height() + 10)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        inside: Any = option
        colours, metrics = theme.colours(), inside.fontMetrics
        tone, icon, words, present = index.data(_STATE) or (Tone.NEUTRAL, "info", "", False)
        box = QRectF(inside.rect)
        painter.save()
        if present:
            painter.fillRect(box, QColor(colours.accent_soft))
            painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), QColor(colours.accent))
        font = inside.font
        font.setBold(present)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        half = box.height() / 2 - 2
        centre = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        upper = QRectF(box.left() + _PAD + 2, box.top() + 2, box.width() - 2 * _PAD, half)
        title = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, int(upper.width())
        )
        painter.drawText(upper, centre, title)
        font.setBold(False)
        painter.setFont(font)
        left = upper.left() + metrics.horizontalAdvance("1  ")
        lower = QRectF(left, upper.bottom(), box.right() - left - _PAD, half)
        ink = colours.ink(tone)
        ratio = painter.device().devicePixelRatioF()
        picture = icons.pixmap(icon, _ICON, ink, ratio)
        painter.drawPixmap(round(left), round(lower.center().y() - _ICON / 2), picture)
        painter.setPen(QColor(ink))
        beside = lower.adjusted(_ICON + 6, 0, 0, 0)
        told = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(beside.width()))
        painter.drawText(beside, centre, told)
        if inside.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(inside.rect.adjusted(0, 0, -1, -1))
        painter.restore()
