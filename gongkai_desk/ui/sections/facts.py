"""A chosen record in full: its title, its facts line by line, its files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.plan import Attachment
from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import ActionButton, Actions
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.file_button import FileDeeds, file_button
from gongkai_desk.ui.widgets.files import dropped_files
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

_WIDEST_NAME = 24  # of a file, in Chinese characters


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what, and what it is; `tone` colours a value that wants attention."""

    name: str
    value: str
    tone: Tone | None = None


class FactsCard(QFrame):
    """`show_record(title, facts, files)`; `show_nothing()` when none is chosen.

    `dropped` gets the files dropped on the card, `file_deeds` is what can be done with an
    attachment. Facts without a value are left out.
    """

    def __init__(
        self,
        nothing: str,
        dropped: Callable[[list[Path]], object] | None = None,
        file_deeds: FileDeeds | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("facts-card")
        self.setProperty("look", "card")
        self._dropped, self._file_deeds = dropped, file_deeds
        self.setAcceptDrops(dropped is not None)
        self.title = PlainLabel("", self, look="heading", wrap=True, selectable=True)
        self.title.setObjectName("facts-title")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 12, 6)
        head.addWidget(self.title, 1)
        head.addLayout(self.buttons)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        full = QWidget(self)
        self.column = QVBoxLayout(full)
        self.column.setContentsMargins(0, 0, 0, 8)
        self.column.setSpacing(0)
        self.column.addLayout(head)
        self.column.addWidget(self._area, 1)
        empty = PlainLabel(nothing, self, look="muted")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(empty)
        self._stack.addWidget(full)

    def set_actions(self, actions: Actions, names: Sequence[str]) -> None:
        """Buttons for these commands at the right of the title."""
        for name in names:
            button = ActionButton(actions[name], self)
            restyle(button, "look", "link")
            self.buttons.addWidget(button)

    def show_nothing(self) -> None:
        self._stack.setCurrentIndex(0)

    def show_record(
        self, title: str, facts: Sequence[Fact], files: Sequence[Attachment] = ()
    ) -> None:
        """Show these in place of what was shown."""
        self.title.setText(title)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(16, 0, 16, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, fact in enumerate(fact for fact in facts if fact.value):
            name = PlainLabel(fact.name, body, look="muted")
            look = "plain" if fact.tone else ""  # the one that takes a tone's colour
            value = PlainLabel(fact.value, body, look=look, wrap=True, selectable=True)
            if fact.tone is not None:
                restyle(value, "tone", fact.tone.value)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        for attachment in files:
            row = grid.rowCount()
            button = file_button(attachment, self._file_deeds, self, widest=_WIDEST_NAME)
            grid.addWidget(button, row, 1, Qt.AlignmentFlag.AlignLeft)
        if files:
            label = PlainLabel(_("Files"), body, look="muted")
            grid.addWidget(label, grid.rowCount() - len(files), 0, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(body)
        for ground in (body, self._area.viewport()):
            ground.setAutoFillBackground(False)  # the card behind shows through
        self._stack.setCurrentIndex(1)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._stack.currentIndex() and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if self._dropped is not None and files:
            event.acceptProposedAction()
            self._dropped(files)
