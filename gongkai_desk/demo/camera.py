"""Takes a picture of the window or of the dialog that a command opens, and notes its faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gongkai_desk.ui.main_window import MainWindow
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.pictures import clipped_labels, grab, interpreting_labels

_LOOK_EVERY_MS = 15
_GIVE_UP_MS = 20_000
_SETTLING = 4
"""How often what was just laid out may ask what surrounds it for another size."""


@dataclass(frozen=True, slots=True)
class Picture:
    """`faults` names labels that are clipped, or that would interpret markup in their text."""

    name: str
    path: Path
    faults: tuple[str, ...]


def sweep() -> None:
    """Delete what was closed: it waits for an event loop, and every change of the style would
    dress it again.
    """
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def settle(dialog: QDialog) -> None:
    """What a dialog does when nobody has typed for a while, it does now."""
    again = _SETTLING
    while again:
        timers = [each for each in dialog.findChildren(QTimer) if each.isSingleShot()]
        waiting = [each for each in timers if each.isActive()]
        for timer in waiting:
            timer.start(0)
        QApplication.processEvents()
        again = _SETTLING if waiting else again - 1


class Camera:
    """Pictures of one window in one dress, all into one folder."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self.folder = window, folder
        self.taken: list[Picture] = []

    def page(self, name: str, view: str = "", record_id: str = "", *, section: str = "") -> None:
        """Show a page, as another page would lead there."""
        self.window.go_to(Target(page=name, view=view, record_id=record_id, section=section))
        self.window.complete()
        QApplication.processEvents()

    def snap(self, name: str, widget: QWidget | None = None) -> None:
        """A picture of the window, or of `widget`."""
        shown = widget or self.window
        for _again in range(_SETTLING):
            QApplication.processEvents()
        path = grab(shown, self.folder / f"{len(self.taken) + 1:02}-{name}.png")
        faults = (*clipped_labels(shown), *interpreting_labels(shown))
        self.taken.append(Picture(name, path, faults))

    def command(self, name: str) -> None:
        """Choose a command of the window or of the page that is shown."""
        for action in self.window.findChildren(QAction, name):
            if action.isEnabled():
                action.trigger()
                return
        raise LookupError(name)

    def dialog(
        self,
        name: str,
        opens: str | Callable[[], object],
        prepare: Callable[[QDialog], object] = lambda _dialog: None,
    ) -> None:
        """A picture of the dialog that a command opens, in the state `prepare` brings it to."""
        loop = QEventLoop()
        looking, end = QTimer(), QTimer()
        looking.setInterval(_LOOK_EVERY_MS)
        end.setSingleShot(True)
        caught: list[QDialog] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog) or dialog.objectName() == "progress-dialog":
                return
            looking.stop()
            caught.append(dialog)
            prepare(dialog)
            self.snap(name, dialog)
            dialog.done(0)
            loop.quit()

        looking.timeout.connect(look)
        end.timeout.connect(loop.quit)
        looking.start()
        end.start(_GIVE_UP_MS)
        self.command(opens) if isinstance(opens, str) else opens()
        if not caught:
            loop.exec()
        looking.stop()
        if not caught:
            raise TimeoutError(name)
        QApplication.processEvents()
