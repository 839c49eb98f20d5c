"""The icon beside the clock of the screen: a notification, and a way back to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from gongkai_desk.i18n import _
from gongkai_desk.ui import icons


class Tray(Protocol):
    """What the reminders need of it; tests put something in its place that only remembers."""

    def describe(self, text: str) -> None: ...
    def tell(self, title: str, text: str) -> None: ...
    def remove(self) -> None: ...


class SystemTray:
    """The system's own. `opened` shows the reminders, `raised` the window."""

    def __init__(
        self, parent: QWidget, opened: Callable[[], object], raised: Callable[[], object]
    ) -> None:
        self._icon = QSystemTrayIcon(icons.program_icon(), parent)
        menu = QMenu(parent)
        menu.addAction(_("Reminders"), opened)
        menu.addAction(_("Show the window"), raised)
        self._icon.setContextMenu(menu)
        self._icon.activated.connect(lambda _reason: raised())
        self._icon.messageClicked.connect(opened)
        self._icon.show()

    def describe(self, text: str) -> None:
        """The words beside the pointer."""
        self._icon.setToolTip(text)

    def tell(self, title: str, text: str) -> None:
        """One notification."""
        self._icon.showMessage(title, text)

    def remove(self) -> None:
        """Take the icon away."""
        self._icon.hide()


def system_tray(
    parent: QWidget, opened: Callable[[], object], raised: Callable[[], object]
) -> Tray | None:
    """The system's tray, None where there is none."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return None
    return SystemTray(parent, opened, raised)
