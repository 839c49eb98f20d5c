"""Keeps what is being typed when the officer pauses, so that a crash does not lose it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

IDLE_MS, LATEST_MS = 10_000, 60_000
"""After so long without a stroke, and at the latest while one follows the other."""


class Autosave(QObject):
    """Calls `keep` some seconds after the last `touch`, at the latest a minute after the first."""

    def __init__(self, keep: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._keep = keep
        self._idle, self._latest = QTimer(self), QTimer(self)
        for timer, interval in ((self._idle, IDLE_MS), (self._latest, LATEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(interval)
            timer.timeout.connect(self.now)

    def touch(self) -> None:
        """Something was typed."""
        self._idle.start()
        if not self._latest.isActive():
            self._latest.start()

    def stop(self) -> None:
        """Everything typed is saved, or not wanted."""
        self._idle.stop()
        self._latest.stop()

    def now(self) -> None:
        self.stop()
        self._keep()
