"""Work that waits until its widget is seen, and is then done piece by piece between events.

So the window stands there at once and answers while the rest is read. Every piece runs in the
window's thread and should take no longer than a frame of a film or two.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget
from typing_extensions import override

Step = Callable[[], object]


class Steps(QObject):
    """The steps of `shown`, done in their order once it stands on the screen, and only while it
    does: who closes the window takes the office file away from them.

    `finish` does at once what is left, `drop` forgets it. `ended` says that nothing is left.
    """

    ended = Signal()

    def __init__(self, shown: QWidget) -> None:
        super().__init__(shown)
        self._shown = shown
        self._left: deque[Step] = deque()
        self._seen = False
        self._handle: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        self._wait()

    @property
    def waiting(self) -> bool:
        """Whether anything is left to do."""
        return bool(self._left)

    def add(self, *steps: Step) -> None:
        """Do these, too, after what waits already."""
        self._left.extend(steps)
        self._go_on()

    def finish(self) -> None:
        """Do now what is left."""
        while self._left:
            self._do()

    def drop(self) -> None:
        """What is left will not be done: it has been overtaken."""
        self._timer.stop()
        self._left.clear()

    def _go_on(self) -> None:
        if self._left and self._seen:
            self._timer.start(0)

    def _next(self) -> None:
        if not self._shown.isVisible():
            self._seen = False
            self._wait()
        elif self._left:  # else it was finished meanwhile
            self._do()

    def _do(self) -> None:
        step = self._left.popleft()
        self._go_on()  # before the step: one that fails does not keep the others
        step()
        if not self._left:
            self.ended.emit()

    def _wait(self) -> None:
        """Until the window is on the screen: a widget that others cover wholly is never painted
        itself, so its own painting would tell nothing.
        """
        if not self._shown.isVisible():
            self._shown.installEventFilter(self)
            return
        handle = self._shown.window().windowHandle()
        if handle.isExposed():
            self._begin()
        else:
            self._handle = handle
            handle.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and watched is self._shown:
            watched.removeEventFilter(self)
            self._wait()
        elif event.type() is QEvent.Type.Expose and watched is self._handle:
            watched.removeEventFilter(self)
            self._begin()  # the timer comes after the painting that this event brings
        return False

    def _begin(self) -> None:
        self._seen = True
        self._go_on()
