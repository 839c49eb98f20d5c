"""The list of findings: severity as icon and word, the step it belongs to, the whole sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.statistics import NotCounted
from gongkai_desk.i18n import _
from gongkai_desk.services.findings import finding_text
from gongkai_desk.services.report_wizard import STEPS, step_of
from gongkai_desk.texts import sentence
from gongkai_desk.ui import theme
from gongkai_desk.ui.report.view import severity_state
from gongkai_desk.ui.widgets.badge import GAP, ICON, PAD, paint_chip
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip

_ENTRY = int(Qt.ItemDataRole.UserRole)
_MARGIN, _GAP = 8, 6
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the list; `value` is what activating it carries."""

    severity: Severity
    where: str
    text: str
    value: object


def finding_entries(findings: Iterable[Finding], *, with_step: bool) -> list[Entry]:
    """Findings as lines, errors first; each carries its finding."""
    ordered = sorted(findings, key=lambda each: each.severity is not Severity.ERROR)
    return [
        Entry(
            severity=each.severity,
            where=_step_word(each) if with_step else "",
            text=finding_text(each),
            value=each,
        )
        for each in ordered
    ]


def _step_word(finding: Finding) -> str:
    return _("Step {number}").format(number=STEPS.index(step_of(finding)) + 1)


def uncounted_entries(cases: Iterable[NotCounted]) -> list[Entry]:
    """Cases that are in no cell of table 3 as lines; each carries the id of its request."""
    return [
        Entry(
            severity=each.problem.severity,
            where=each.number,
            text=sentence(each.problem),
            value=each.case_id,
        )
        for each in cases
    ]


class EntryList(QListWidget):
    """`opened` carries the value of the line that was double-clicked or entered."""

    opened = Signal(object)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = 0
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setItemDelegate(_EntryDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(round(self.fontMetrics().lineSpacing() * 1.8))
        self.itemDoubleClicked.connect(lambda _item: self._open())

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Replace what is shown; the line in use stays in use when it is still there."""
        chosen = [item.text() for item in self.selectedItems()]
        self.clear()
        for entry in entries:
            word = severity_state(entry.severity)[2]
            item = QListWidgetItem(f"{word} {entry.where} {entry.text}")
            item.setData(_ENTRY, entry)
            item.setToolTip(plain_tip(entry.text))
            self.addItem(item)
            if item.text() in chosen:
                self.setCurrentItem(item)
        self._fit()

    def entries(self) -> list[Entry]:
        return [self.item(row).data(_ENTRY) for row in range(self.count())]

    def hug(self, lines: int) -> None:
        """Be as high as the entries, but at most so many lines of text."""
        self._most = self.fontMetrics().lineSpacing() * lines
        self._fit()

    def _fit(self) -> None:
        if self._most:
            rows = sum(self.sizeHintForRow(row) for row in range(self.count())) + 4
            self.setFixedHeight(min(rows, self._most))

    def _open(self) -> None:
        for item in self.selectedItems():
            self.opened.emit(item.data(_ENTRY).value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self._fit()


class _EntryDelegate(QStyledItemDelegate):
    """A badge with the place beside it; the sentence beside them where it fits, else beneath."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        inside: Any = option  # the stubs lack its fields
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 240
        metrics, entry = inside.fontMetrics, index.data(_ENTRY)
        line = metrics.height() + 4
        if _fits(entry, metrics, width - 2 * _MARGIN):
            return QSize(width, line + 2 * _MARGIN)
        room = QRect(0, 0, max(width - 2 * _MARGIN, 80), 10_000)
        words = metrics.boundingRect(room, _WRAP, entry.text)
        return QSize(width, line + words.height() + 2 * _MARGIN + _GAP)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        inside: Any = option
        entry: Entry = index.data(_ENTRY)
        colours, metrics = theme.colours(), inside.fontMetrics
        painter.save()
        painter.setFont(inside.font)
        if inside.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(inside.rect, QColor(colours.accent_soft))
        painter.setPen(QColor(colours.border))
        painter.drawLine(inside.rect.bottomLeft(), inside.rect.bottomRight())
        box = QRectF(inside.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
        left, line = _paint_head(painter, box, entry), metrics.height() + 4
        below = box.adjusted(0, line + _GAP, 0, 0)
        if _fits(entry, metrics, int(box.width())):
            below = QRectF(left, box.top() + 2, box.right() - left, line)
        painter.setPen(QColor(colours.text))
        painter.drawText(below, _WRAP, entry.text)
        painter.restore()


def _paint_head(painter: QPainter, box: QRectF, entry: Entry) -> float:
    """Badge and place; returns where they end."""
    tone, icon, word = severity_state(entry.severity)
    metrics = painter.fontMetrics()
    line = metrics.height() + 4
    chip = QRectF(box.left(), box.top(), min(_chip_width(entry, metrics), box.width()), line)
    paint_chip(painter, chip, tone, icon, word)
    painter.setPen(QColor(theme.colours().muted))
    beside = QRectF(chip.right() + _MARGIN, chip.top(), box.right() - chip.right() - _MARGIN, line)
    where = metrics.elidedText(entry.where, Qt.TextElideMode.ElideRight, int(beside.width()))
    painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), where)
    return beside.left() + (metrics.horizontalAdvance(where) + 2 * _MARGIN if where else 0)


def _chip_width(entry: Entry, metrics: QFontMetrics) -> int:
    word = severity_state(entry.severity)[2]
    return metrics.horizontalAdvance(word) + 2 * PAD + ICON + GAP


def _fits(entry: Entry, metrics: QFontMetrics, room: int) -> bool:
    """Whether badge, place and sentence go on one line."""
    where = metrics.horizontalAdvance(entry.where) + 2 * _MARGIN if entry.where else 0
    needed = _chip_width(entry, metrics) + _MARGIN + where + metrics.horizontalAdvance(entry.text)
    return needed <= room


class FindingsPanel(QFrame):
    """A card with a heading, the list, and a calm word when there is nothing to say."""

    def __init__(
        self,
        name: str,
        heading: str,
        calm: str,
        parent: QWidget | None = None,
        *,
        with_step: bool = True,
    ) -> None:
        super().__init__(parent)
        self._with_step = with_step
        self.setProperty("look", "card")
        self.heading = PlainLabel(heading, self, look="strong")
        self.calm = PlainLabel(calm, self, look="muted", wrap=True)
        self.calm.setObjectName(f"{name}-calm")
        self.list = EntryList(name, heading, self)
        self.list.setStyleSheet("QListWidget { border: none; }")
        self.heading.setBuddy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.calm)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)

    def show_findings(
        self, findings: Iterable[Finding], heading: str = "", *, steps: bool = True
    ) -> None:
        """Replace the findings, and the heading when one is given; without `steps`, those are
        not named.
        """
        entries = finding_entries(findings, with_step=self._with_step and steps)
        if heading:
            self.heading.setText(heading)
        self.list.show_entries(entries)
        self.list.setVisible(bool(entries))
        self.calm.setVisible(not entries)
        tall = QSizePolicy.Policy.Expanding if entries else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
