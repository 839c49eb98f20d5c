"""Help with the keys: a table made from the commands themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Commands, native, shortcut_rows
from gongkai_desk.ui.widgets.plain import PlainLabel


def everywhere() -> list[tuple[str, str, str]]:
    """The keys that belong to fields and tables rather than to a command."""
    group = _("Everywhere")
    return [
        (group, _("Open the calendar of a date field"), f"F4, {native('Alt+Down')}"),
        (group, _("Open the selected row"), native("Return")),
        (group, _("Copy the selected rows"), native("Ctrl+C")),
        (group, _("Context menu"), f"{native('Menu')}, {native('Shift+F10')}"),
        (group, _("Close the dialog"), native("Esc")),
    ]


class ShortcutDialog(QDialog):
    """All keys, grouped by menu."""

    def __init__(
        self, groups: Sequence[tuple[str, Commands]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setWindowTitle(_("Keyboard shortcuts"))
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        shown = ""
        for group, text, keys in [*shortcut_rows(groups), *everywhere()]:
            if group != shown:
                shown = group
                heading = PlainLabel(group, body, look="heading")
                heading.setContentsMargins(0, 12, 0, 0)
                grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            row = grid.rowCount()
            grid.addWidget(PlainLabel(text, body), row, 0)
            grid.addWidget(PlainLabel(keys, body, look="strong"), row, 1, _RIGHT)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(body)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        box.setContentsMargins(24, 8, 24, 16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        layout.addWidget(box)
        self.resize(self.fontMetrics().horizontalAdvance("字") * 36, 560)


_RIGHT = Qt.AlignmentFlag.AlignRight
