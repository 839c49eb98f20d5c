"""A short list of records with its heading and its buttons, one of two on a leaf of a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gongkai_desk.ui.actions import ActionButton, Actions, Commands
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle
from gongkai_desk.ui.widgets.record_table import RecordTable

T = TypeVar("T")


class RecordPane(QFrame, Generic[T]):
    """`name` is the objectName of the table; `commands(self)` are its context menu and, when they
    are `primary`, buttons in the heading. Their keys work while the list has the focus.
    """

    def __init__(
        self,
        name: str,
        title: str,
        columns: Sequence[Column[T]],
        commands: Callable[[RecordPane[T]], Commands],
        parent: QWidget | None = None,
        *,
        identity: Callable[[T], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._title = title
        self.heading = PlainLabel(title, self, look="strong")
        self.table: RecordTable[T] = RecordTable(name, RecordTableModel(columns, identity), self)
        self.table.setAccessibleName(title)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        listed = commands(self)
        self.actions_of = Actions(self.table, listed, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.table.set_menu(self.actions_of)
        self.head = QHBoxLayout()
        self.head.setSpacing(4)
        self.head.addWidget(self.heading, 1)
        for command in listed:
            if command is not None and command.primary:
                button = ActionButton(self.actions_of[command.name], self)
                restyle(button, "look", "link")
                self.head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(4)
        layout.addLayout(self.head)
        layout.addWidget(self.table, 1)
        self.table.chosen.connect(lambda _record: self.actions_of.update())

    @property
    def current(self) -> T | None:
        """The chosen record."""
        return self.table.current()

    def has_current(self) -> bool:
        """Whether one is chosen."""
        return self.current is not None

    def has_any(self) -> bool:
        """Whether there is a record at all."""
        return bool(self.table.records.rows)

    def show_records(self, records: Sequence[T]) -> None:
        """Show these; how many they are stands in the heading."""
        self.heading.setText(f"{self._title}  {len(records)}" if records else self._title)
        self.table.set_rows(records)
        self.actions_of.update()
