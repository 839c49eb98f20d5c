"""A board: columns of cards, for the months of the year or the states of the tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.plan import Light
from gongkai_desk.domain.task_groups import Group
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.tasks.board import Row
from gongkai_desk.ui.tasks.views.card import ROW_ROLE, CardDelegate, card_text
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

_ID = int(Qt.ItemDataRole.UserRole) + 10
_NARROW, _WIDE = 3, 8
"""The least width of a column without and with cards, in Chinese characters."""
_LINES = (1, 2, 3, 4)
"""So many lines may the months of a year stand in."""
_LOWEST = 9
"""The least height of each of several lines, in lines of text."""
_BETWEEN = 6


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """`now` marks the present month; columns that may be `narrow` make room when empty. `month` is
    1 to 12 for those of a year, which stand in several lines where one is too short.
    """

    title: str
    group: Group
    now: bool = False
    narrow: bool = True
    month: int = 0

    @property
    def folded(self) -> bool:
        return self.narrow and not self.group.tasks


class CardList(QListWidget):
    """The cards of one column; what leads out of it is told to the board."""

    moved = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("look", "cards")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(CardDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(_ID)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key())
        item = self.currentItem()
        if step is not None:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.opened.emit(item.data(_ID))
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class CardBoard(QScrollArea):
    """`picked` and `opened` carry the id of a task. Left and Right go to the next column that has
    cards, Up and Down within one, Enter opens the task. The months of a year that do not fit
    beside each other stand in two lines of six, or in more.
    """

    picked = Signal(object)
    opened = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("task-cards")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lists: list[CardList] = []
        self.lines = 0
        self._columns: Sequence[BoardColumn] = ()
        self._frames: list[QFrame] = []

    def show_columns(
        self, columns: Sequence[BoardColumn], rows: Mapping[str, Row], chosen: str
    ) -> None:
        """The columns from left to right; `chosen` is the id of the task to stand on."""
        had_focus = any(each.hasFocus() for each in self.lists)
        inside = QWidget()
        below = QVBoxLayout(inside)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(_BETWEEN)
        self.lists, self.lines, self._columns = [], 0, tuple(columns)
        self._frames = [self._column(n, each, rows, inside) for n, each in enumerate(columns)]
        self.setWidget(inside)
        self._place()
        self.show_current(chosen)
        if had_focus:
            self.take_focus()

    def _place(self) -> None:
        """The columns in as few lines as the width allows."""
        room = self.viewport().width()
        lines = next((n for n in _LINES if self._widest(n) <= room), _LINES[-1])
        if not any(column.month for column in self._columns):
            lines = 1
        if lines == self.lines:
            return
        below = self.widget().layout()
        assert isinstance(below, QVBoxLayout)
        self.lines = lines
        while below.count():
            old = below.takeAt(0).layout()
            while old.count():
                old.takeAt(0)
            old.deleteLater()
        lowest = self.fontMetrics().lineSpacing() * _LOWEST if lines > 1 else 0
        for numbers in self._split(lines):
            line = QHBoxLayout()
            line.setSpacing(_BETWEEN)
            folded = all(self._columns[number].folded for number in numbers)
            for number in numbers:
                frame, column = self._frames[number], self._columns[number]
                frame.setMinimumSize(self._width(column), 0 if folded else lowest)
                line.addWidget(frame, 0 if column.folded else 1)
            if folded:
                line.addStretch(1)
            below.addLayout(line, 0 if folded and lines > 1 else 1)

    def _split(self, lines: int) -> list[list[int]]:
        """The numbers of the columns of each line: as many months in each."""
        found: list[list[int]] = [[]]
        for number, column in enumerate(self._columns):
            if column.month > 1 and (column.month - 1) % (12 // lines) == 0:
                found.append([])
            found[-1].append(number)
        return found

    def _widest(self, lines: int) -> int:
        """The least width of the widest of so many lines."""
        return max(
            sum(self._width(self._columns[n]) for n in numbers) + _BETWEEN * (len(numbers) - 1)
            for numbers in self._split(lines)
        )

    def _width(self, column: BoardColumn) -> int:
        """The least width of a column."""
        unit = self.fontMetrics().horizontalAdvance("字")
        heads = [column.title, *([pgettext("task view", "this month")] if column.now else [])]
        words = max(map(self.fontMetrics().horizontalAdvance, heads)) + unit
        return max(words, (_NARROW if column.folded else _WIDE) * unit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._frames:
            self._place()

    def show_current(self, task_id: str) -> None:
        """Stand on a task."""
        for each in self.lists:
            blocked = QSignalBlocker(each)
            each.setCurrentRow(-1)
            each.clearSelection()
            for at in range(each.count()):
                if each.item(at).data(_ID) == task_id:
                    each.setCurrentRow(at)
                    self.ensureWidgetVisible(each, 24, 0)
            blocked.unblock()

    def take_focus(self) -> None:
        """The keys go to the chosen card, else to the first."""
        chosen = next((each for each in self.lists if each.currentRow() >= 0), None)
        first = chosen or next((each for each in self.lists if each.count()), None)
        if first is not None:
            first.setFocus()
            if first.currentRow() < 0:
                first.setCurrentRow(0)

    def _column(
        self, number: int, column: BoardColumn, rows: Mapping[str, Row], parent: QWidget
    ) -> QFrame:
        frame = QFrame(parent)
        frame.setProperty("look", "card")
        narrow = column.folded
        if narrow:
            frame.setMaximumWidth(self._width(column))
        cards = CardList(f"cards-{number}", frame)
        cards.setAccessibleName(column.title)
        inside = [rows[task.id] for task in column.group.tasks]
        for row in inside:
            item = QListWidgetItem(cards)
            item.setData(ROW_ROLE, row)
            item.setData(_ID, row.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, card_text(row))
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(2 if narrow else 4, 6, 2 if narrow else 4, 4)
        layout.setSpacing(4)
        layout.addWidget(_head(column, inside, frame))
        layout.addWidget(cards, 1)
        cards.currentItemChanged.connect(lambda now, _before: self._pick(cards, now))
        cards.moved.connect(lambda step: self._move(number, step))
        cards.opened.connect(self.opened)
        cards.customContextMenuRequested.connect(lambda spot: self._menu(cards, spot))
        if narrow:
            cards.hide()
            layout.addStretch(1)
        self.lists.append(cards)
        return frame

    def _pick(self, cards: CardList, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        for each in self.lists:
            if each is not cards:
                blocked = QSignalBlocker(each)
                each.setCurrentRow(-1)
                each.clearSelection()
                blocked.unblock()
        self.ensureWidgetVisible(cards, 24, 0)
        self.picked.emit(str(item.data(_ID)))

    def _move(self, number: int, step: int) -> None:
        """To the card at the same height in the next column that has any."""
        at = max(0, self.lists[number].currentRow())
        number += step
        while 0 <= number < len(self.lists):
            target = self.lists[number]
            if target.count():
                target.setFocus()
                target.setCurrentRow(min(at, target.count() - 1))
                return
            number += step

    def _menu(self, cards: CardList, spot: QPoint) -> None:
        if cards.itemAt(spot) is not None:
            self.menu_wanted.emit(cards.viewport().mapToGlobal(spot))


def _head(column: BoardColumn, rows: Sequence[Row], parent: QWidget) -> QWidget:
    """The title with the number of cards; how many are late in red, with the word."""
    late = sum(row.light is Light.LATE for row in rows)
    title = PlainLabel(f"{column.title} · {len(rows)}" if rows else column.title, parent)
    title.setProperty("look", "strong")
    title.setAlignment(Qt.AlignmentFlag.AlignCenter)
    head = QWidget(parent)
    layout = QVBoxLayout(head)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(title)
    said = []
    if column.now:
        said.append((pgettext("task view", "now"), Tone.INFO))
    if late:
        said.append((pgettext("task view", "{n} late").format(n=late), Tone.BAD))
    words = PlainLabel(" ".join(word for word, _tone in said), head, look="plain")
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    if said:
        restyle(words, "tone", said[-1][1].value)
    layout.addWidget(words)
    head.setAccessibleName(_("{name}: {words}").format(name=column.title, words=words.text()))
    return head
