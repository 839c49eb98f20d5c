"""The lines of the document beside the tasks that were found in them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from gongkai_desk.domain.plan_reading import LineKind, PlanReading
from gongkai_desk.i18n import _
from gongkai_desk.ui import theme


class SourceView(QPlainTextEdit):
    """Lines that became no task are muted, those of the chosen task have a coloured ground.

    `picked` carries the id of the task whose line the officer clicked or reached by keys.
    """

    picked = Signal(object)

    def __init__(self, reading: PlanReading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source")
        self.setAccessibleName(_("Text of the document"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setPlainText("\n".join(" ".join(line.text.split("\n")) for line in reading.lines))
        self._reading = reading
        self._task_id = ""

    def show_reading(self, reading: PlanReading) -> None:
        """Corrections changed which lines belong to which task."""
        self._reading = reading
        self._paint()

    def show_task(self, task_id: str) -> None:
        """Colour the lines of a task and scroll to the first of them."""
        self._task_id = task_id
        self._paint()
        places = self._places(task_id)
        if places:
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
        line = self._reading.lines[self.textCursor().blockNumber()]
        if line.task_id and not self.textCursor().hasSelection():
            self.picked.emit(line.task_id)
