"""The badge in the window's corner and, where there is one, the tray: how many reminders wait."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QPushButton, QWidget

from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui import icons
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.reminders.dialog import ReminderDialog, counts, show_reminders
from gongkai_desk.ui.reminders.tray import Tray, system_tray
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.plain import plain_tip

LOOK_EVERY_MS = 60_000
"""How often it is looked whether a new day has begun."""


class ReminderCenter(QObject):
    """Belongs to one window. `new_day` says that the date has changed while the window was open.

    Nothing is counted before `begin`: the window comes first. The tray shows one notification at
    the start and one on each new day, with numbers only: no name and no subject leaves the window.
    `told` is asked whether the officer wants them.
    """

    new_day = Signal()

    def __init__(
        self,
        *,
        window: QMainWindow,
        desk: Desk,
        bus: ChangeBus,
        operations: Operations,
        go_to: Callable[[Target], object],
        told: Callable[[], bool],
        tray: Callable[
            [QWidget, Callable[[], object], Callable[[], object]], Tray | None
        ] = system_tray,
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._operations = window, desk, operations
        self._go_to, self._told = go_to, told
        self._day = today()
        self.badge = QPushButton(window)
        self.badge.setObjectName("reminder-badge")
        self.badge.setProperty("look", "link")
        self.badge.setAutoDefault(False)
        icons.set_icon(self.badge, "bell")
        self.badge.clicked.connect(self.show)
        self._corner = QWidget(window)
        inside = QHBoxLayout(self._corner)
        inside.setContentsMargins(0, 0, 12, 0)
        inside.addWidget(self.badge)
        window.menuBar().setCornerWidget(self._corner)
        self.tray = tray(window, self.show, self._come_forward) if told() else None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        bus.changed.connect(lambda _changes: self.refresh())
        operations.refreshed.connect(self.refresh)
        self.badge.setText(_("Reminders"))
        self._waiting = (0, 0)

    def begin(self) -> None:
        """Count for the first time, and tell the tray."""
        self.refresh()
        self.tell()

    def refresh(self) -> None:
        """The numbers as they are now."""
        self._waiting = ours, theirs = counts(self._desk, today())
        waiting = ours + theirs
        self.badge.setText(
            ngettext("{n} reminder", "{n} reminders", waiting).format(n=waiting)
            if waiting
            else _("No reminders")
        )
        self._give_room()
        self.badge.setToolTip(plain_tip(summary(ours, theirs)))
        self.badge.setAccessibleName(summary(ours, theirs))
        if self.tray is not None:
            self.tray.describe(f"{_('Disclosure desk')} · {self.badge.text()}")

    def _give_room(self) -> None:
        """The menu bar asks for the size of what stands in its corner only when that appears."""
        corner = self._corner
        if corner.isVisible() and corner.sizeHint().width() != corner.width():
            corner.hide()
            corner.show()

    def show(self) -> ReminderDialog:
        """Open the list of reminders."""
        self._come_forward()
        return show_reminders(self._desk, self._operations, self._go_to, self._window)

    def look(self) -> None:
        """Begin the new day when there is one."""
        if today() == self._day:
            return
        self._day = today()
        self.refresh()
        self.tell()
        self.new_day.emit()

    def tell(self) -> None:
        """One notification, when something waited at the last count and the officer wants it."""
        if self.tray is not None and self._told() and any(self._waiting):
            self.tray.tell(_("Reminders"), summary(*self._waiting))

    def stop(self) -> None:
        """The window closes: nothing is looked at or told any more."""
        self._timer.stop()
        if self.tray is not None:
            self.tray.remove()
            self.tray = None

    def _come_forward(self) -> None:
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()


def summary(ours: int, theirs: int) -> str:
    """The numbers in words; nothing else is said outside the window."""
    if not ours + theirs:
        return _("Nothing waits to be seen.")
    return _("For us to do: {ours}. For us to ask others for: {theirs}.").format(
        ours=ours, theirs=theirs
    )
