"""A question that waits for its turn: no dialog opens over another one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget


def when_free(owner: QWidget, run: Callable[[], object]) -> None:
    """Call `run` now, or as soon as no dialog is open any more; never once `owner` is gone."""
    busy = QApplication.activeModalWidget()
    if busy is None:
        run()
        return

    def again(*_ignored: object) -> None:
        QTimer.singleShot(0, owner, lambda: when_free(owner, run))

    (busy.finished if isinstance(busy, QDialog) else busy.destroyed).connect(again)
