"""The list of findings: severity as icon and word, the step it belongs to, the whole sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import Answer
from gongkai_desk.domain.report_answers import answer_to, needs_answer
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.statistics import NotCounted
from gongkai_desk.i18n import _
from gongkai_desk.services.findings import finding_text
from gongkai_desk.services.report_wizard import STEPS, step_of
from gongkai_desk.texts import sentence
from gongkai_desk.ui import theme
from gongkai_desk.ui.report.view import finding_state, severity_state
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import GAP, ICON, PAD, paint_chip
from gongkai_desk.ui.widgets.plain import plain_tip

_ENTRY = int(Qt.ItemDataRole.UserRole)
_MARGIN, _GAP = 8, 6
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the list; `value` is what activating it carries. `state` is tone, icon and word
    of its badge, by the severity where there is none; `answer` is what was said to it.
    """

    severity: Severity
    where: str
    text: str
    value: object
    state: tuple[Tone, str, str] | None = None
    answer: str = ""

    @property
    def badge(self) -> tuple[Tone, str, str]:
        return self.state or severity_state(self.severity)

    @property
    def told(self) -> str:
        """What was said to it, in words."""
        return _("Explained: {words}").format(words=self.answer) if self.answer else ""


def finding_entries(
    findings: Iterable[Finding], *, with_step: bool, answers: Sequence[Answer] | None = None
) -> list[Entry]:
    """Findings as lines, errors first, answered ones last; each carries its finding. Without
    `answers` it is a report of others, and nothing can be answered.
    """
    given = answers or ()
    return [
        Entry(
            severity=each.severity,
            where=_step_word(each) if with_step else "",
            text=finding_text(each),
            value=each,
            state=None if answers is None else finding_state(each, given),
            answer=answer.words if (answer := answer_to(each, given)) is not None else "",
        )
        for each in sorted(findings, key=lambda each: _order(each, given))
    ]


def _order(finding: Finding, answers: Sequence[Answer]) -> int:
    if finding.severity is Severity.ERROR:
        return 0
    if not needs_answer(finding):
        return 1
    return 2 if answer_to(finding, answers) is None else 3


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
    """`opened` carries the value of the line that was double-clicked or entered, `asked` that of
    the one on which F2 was pressed. One that `yields` takes what room is left and asks for none.
    """

    opened = Signal(object)
    asked = Signal(object)

    def __init__(
        self, name: str, label: str, parent: QWidget | None = None, *, yields: bool = False
    ) -> None:
        super().__init__(parent)
        self._most, self._yields = 0, yields
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setItemDelegate(_EntryDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(round(self.fontMetrics().lineSpacing() * 1.8))
        self.itemDoubleClicked.connect(lambda _item: self._open())

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Replace what is shown; the line in use stays in use when it is still there."""
        chosen, row = [item.text() for item in self.selectedItems()], self.currentRow()
        self.clear()
        for entry in entries:
            word = entry.badge[2]
            item = QListWidgetItem(" ".join((word, entry.where, entry.text, entry.told)))
            item.setData(_ENTRY, entry)
            item.setToolTip(plain_tip(entry.text))
            self.addItem(item)
            if item.text() in chosen:
                self.setCurrentItem(item)
        if chosen and not self.selectedItems() and self.count():
            self.setCurrentRow(min(max(row, 0), self.count() - 1))  # the next one that is open
        self._fit()
        if not self.selectedItems():
            self.scrollToTop()  # a list that was filled anew begins with its first line

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

    @override
    def sizeHint(self) -> QSize:
        """Around a wrapped text a layout gives no widget less than this."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.minimumHeight()) if self._yields else hint

    def chosen(self) -> Entry | None:
        """The line in use."""
        found = self.selectedItems()
        return found[0].data(_ENTRY) if found else None

    def _open(self) -> None:
        if (entry := self.chosen()) is not None:
            self.opened.emit(entry.value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_F2 and (entry := self.chosen()) is not None:
            self.asked.emit(entry.value)
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
        across = max(width - 2 * _MARGIN, 80)
        high = line
        if not _fits(entry, metrics, width - 2 * _MARGIN):
            high += _height(metrics, entry.text, across) + _GAP
        if entry.told:
            high += _height(metrics, entry.told, across) + _GAP
        return QSize(width, high + 2 * _MARGIN)

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
        painter.setPen(QColor(colours.muted if entry.told else colours.text))
        painter.drawText(below, _WRAP, entry.text)
        if entry.told:
            high = _height(metrics, entry.told, int(box.width()))
            painter.setPen(QColor(colours.text))
            last = QRectF(box.left(), box.bottom() - high, box.width(), high)
            painter.drawText(last, _WRAP, entry.told)
        painter.restore()


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    """How high a text is in so narrow a place."""
    return metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()


def _paint_head(painter: QPainter, box: QRectF, entry: Entry) -> float:
    """Badge and place; returns where they end."""
    tone, icon, word = entry.badge
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
    word = entry.badge[2]
    return metrics.horizontalAdvance(word) + 2 * PAD + ICON + GAP


def _fits(entry: Entry, metrics: QFontMetrics, room: int) -> bool:
    """Whether badge, place and sentence go on one line."""
    where = metrics.horizontalAdvance(entry.where) + 2 * _MARGIN if entry.where else 0
    needed = _chip_width(entry, metrics) + _MARGIN + where + metrics.horizontalAdvance(entry.text)
    return needed <= room
