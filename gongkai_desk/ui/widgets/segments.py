"""A row of buttons of which one is pressed: filters that show at a glance what they let through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QPushButton, QWidget

from gongkai_desk.ui.widgets.flow import FlowLayout

T = TypeVar("T")


class Segments(QWidget, Generic[T]):
    """One of `values`; `chosen` is emitted when the officer presses another one. Many of them go
    on in the next line when it `wraps`.
    """

    chosen = Signal()

    def __init__(
        self,
        name: str,
        values: Sequence[T],
        label: Callable[[T], str],
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._values, self._label = list(values), label
        self._group = QButtonGroup(self)
        layout: QLayout = FlowLayout(self) if wraps else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.buttons: list[QPushButton] = []
        for number, value in enumerate(self._values):
            button = QPushButton(label(value), self)
            button.setObjectName(f"{name}-{number}")
            button.setProperty("look", "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._group.addButton(button, number)
            self.buttons.append(button)
            layout.addWidget(button)
        self.buttons[0].setChecked(True)
        self._group.idClicked.connect(lambda _id: self.chosen.emit())

    def value(self) -> T:
        return self._values[self._group.checkedId()]

    def set_value(self, value: T) -> None:
        self.buttons[self._values.index(value)].setChecked(True)

    def show_count(self, value: T, count: int) -> None:
        """Write the number of tasks behind a button's name."""
        self.buttons[self._values.index(value)].setText(f"{self._label(value)} {count}")
        self.updateGeometry()
