"""What stands between the fields of a dialog and its buttons, always in sight."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gongkai_desk.ui.widgets.dialogs import DraftDialog, keep_on_screen

D = TypeVar("D")
SCROLL_BAR = 16


class FootedDialog(DraftDialog[D]):
    """A dialog whose result shows beneath its scrolling fields; it grows when fields appear."""

    def place_foot(self, widget: QWidget) -> None:
        """Put `widget` above the buttons."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        box = QVBoxLayout()
        box.setContentsMargins(24, 8, 24, 0)
        box.addWidget(widget)
        layout.insertLayout(layout.count() - 1, box)

    def grow(self) -> None:
        """Make room for fields that were just shown, as far as the screen has some."""
        missing = self.form.sizeHint().height() - self._area.height()
        room = self.screen().availableGeometry().height() - 48
        wide = max(self.width(), self.form.minimumSizeHint().width() + SCROLL_BAR)
        high = self.height() + missing + SCROLL_BAR if missing > 0 else self.height()
        self.resize(wide, min(high, max(room, self.height())))
        keep_on_screen(self)
