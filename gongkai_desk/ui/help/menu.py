"""The way to the manual: the command of the Help menu."""

from __future__ import annotations

import importlib

from PySide6.QtWidgets import QDialog

from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands


class Help:
    """The command of the Help menu; the manual is opened once and raised again."""

    def __init__(self) -> None:
        self.dialog: QDialog | None = None

    def commands(self) -> Commands:
        return (
            Command(name="manual", text=_("&Manual"), run=self.show, shortcut="F1", icon="help"),
        )

    def show(self) -> None:
        """Show the manual beside the window."""
        if self.dialog is None:
            viewer = importlib.import_module("gongkai_desk.ui.help.viewer")  # loaded when needed
            self.dialog = viewer.HelpDialog()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def close(self) -> None:
        """Close it together with the window."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None
