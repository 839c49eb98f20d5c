"""The lines of the document beside the tasks that were found in them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from gongkai_desk.domain.plan_reading import LineKind, PlanReading
from gongkai_desk.i18n import _
from gongkai_desk.ui import theme
from gongkai_desk.ui.actions import Actions

_MOVING = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Right,
)  # fmt: skip


def _shown(reading: PlanReading) -> str:
    """A line of the reading is a line of the view; places in both are the same."""
    return "\n".join(line.text.replace("\n", " ") for line in reading.lines)


class SourceView(QPlainTextEdit):
    """Lines that became no task are muted, those of the chosen task have a coloured ground.

    `picked` carries the id of the task whose line the officer clicked or reached by keys, `moved`
    says that the cursor or what is marked changed.
    """

    picked = Signal(object)
    moved = Signal()

    def __init__(self, reading: PlanReading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source")
        self.setAccessibleName(_("Text of the document"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(2)
        self.setPlainText(_shown(reading))
        self._reading = reading
        self._task_id = ""
        self._menu = QMenu(self)
        self._menu.setObjectName("source-menu")
        self.cursorPositionChanged.connect(self.moved)
        self.selectionChanged.connect(self.moved)

    def show_reading(self, reading: PlanReading) -> None:
        """Corrections changed which lines belong to which task."""
        text = _shown(reading)
        if text != self.toPlainText():
            at = self.textCursor().position()
            self.setPlainText(text)
            self.go_to(at)
        self._reading = reading
        self._paint()

    def set_menu(self, actions: Actions) -> None:
        """The commands of the context menu."""
        actions.fill(self._menu)

    def cursor_place(self) -> tuple[int, int]:
        """The line of the cursor, counted from 0, and its place in the line."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart())
        return cursor.blockNumber(), cursor.positionInBlock()

    def go_to(self, position: int) -> None:
        """Put the cursor at a place counted in characters from the beginning."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, len(self.toPlainText())))
        self.setTextCursor(cursor)

    def places(self) -> list[int]:
        """The lines that are marked, or that of the cursor."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart()).blockNumber()
        end = max(cursor.selectionEnd() - cursor.hasSelection(), cursor.selectionStart())
        return list(range(first, self.document().findBlock(end).blockNumber() + 1))

    def show_task(self, task_id: str) -> None:
        """Colour the lines of a task and go to the first of them, unless the cursor is there."""
        self._task_id = task_id
        self._paint()
        places = self._places(task_id)
        if places and self.textCursor().blockNumber() not in places:
            self.setTextCursor(QTextCursor(self.document().findBlockByNumber(places[0])))
            self.centerCursor()

    def _places(self, task_id: str) -> list[int]:
        return [n for n, line in enumerate(self._reading.lines) if line.task_id == task_id]

    def _paint(self) -> None:
        kept = {task.id for task in self._reading.tasks}
        chosen, other = [], []
        for place, line in enumerate(self._reading.lines):
            if line.task_id and line.task_id == self._task_id:
                chosen.append(self._mark(place, chosen=True))
            elif line.kind is not LineKind.TASK or line.task_id not in kept:
                other.append(self._mark(place, chosen=False))
        self.setExtraSelections(other + chosen)

    def _mark(self, place: int, *, chosen: bool) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document().findBlockByNumber(place))
        colours = theme.colours()
        if chosen:
            mark.format.setBackground(QColor(colours.accent_soft))  # type: ignore[attr-defined]
            mark.format.setProperty(  # type: ignore[attr-defined]
                QTextFormat.Property.FullWidthSelection, True
            )
        else:
            mark.format.setForeground(QColor(colours.muted))  # type: ignore[attr-defined]
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor  # type: ignore[attr-defined]
        return mark

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pick()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() in _MOVING:
            self._pick()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._menu.popup(event.globalPos())

    def _pick(self) -> None:
        line = self._reading.lines[self.textCursor().blockNumber()]
        if line.task_id and not self.textCursor().hasSelection():
            self.picked.emit(line.task_id)
