"""A drop-down list that the wheel cannot change by accident."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override


class DropDown(QComboBox):
    """A QComboBox; without the focus it leaves the wheel to the page around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # by default Qt focuses it on the wheel's first notch
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
