"""The one place where the window writes: runs the service, feeds bus and prompts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.problems import DomainError, Problem
from gongkai_desk.i18n import _
from gongkai_desk.texts import operation, sentence
from gongkai_desk.ui.background import Background, Cancelled, Job, Progress
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.prompts import Prompts

T = TypeVar("T")


class History(Protocol):
    """What the window needs of the history service for undo and redo."""

    @property
    def undo_name(self) -> str: ...
    @property
    def redo_name(self) -> str: ...
    def undo(self) -> Changes: ...
    def redo(self) -> Changes: ...


class Operations(QObject):
    """Runs writes and long work for pages.

    `said` carries a short sentence for the status bar; `written` says that the office file
    was written, `refreshed` that something beside the records changed (a backup was made).
    """

    said = Signal(object)
    written = Signal()
    refreshed = Signal()

    def __init__(
        self, *, bus: ChangeBus, prompts: Prompts, background: Background, history: History
    ) -> None:
        super().__init__()
        self._bus, self._prompts = bus, prompts
        self._background, self._history = background, history

    def attempt(self, write: Callable[[], Changes]) -> tuple[Problem, ...]:
        """Run a write; the problems that forbade it, nothing when it was done.

        This is what a `DraftDialog` submits to: problems go back to the fields.
        """
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            changes = write()
        except DomainError as error:
            return error.problems
        finally:
            QApplication.restoreOverrideCursor()
        self._publish(changes)
        return ()

    def perform(
        self,
        write: Callable[[], Changes],
        then: Callable[[Changes], object] | None = None,
        *,
        said: str = "",
    ) -> bool:
        """Run a write, refresh every page and call `then`; a refusal is shown in one dialog.

        `said` appears in the status bar when it was done. Returns whether it was done.
        """
        done: list[Changes] = []

        def kept() -> Changes:
            done.append(write())
            return done[0]

        if problems := self.attempt(kept):
            self.show_problems(problems)
            return False
        if said:
            self.say(said)
        if then is not None:
            then(done[0])
        return True

    def perform_long(
        self,
        title: str,
        work: Callable[[Progress], T],
        then: Callable[[T], object],
    ) -> Job:
        """Do `work(progress)` beside the window: a bar with Cancel is shown while it lasts.

        `work` runs in the worker's thread and must not touch widgets. When it returns
        `Changes` they are announced before `then` is called with them.
        """

        def arrived(result: T) -> None:
            if isinstance(result, Changes):
                self._publish(result)
            then(result)

        return self._background.run(title, work, then=arrived, failed=self._failed)

    @property
    def undo_name(self) -> str:
        """What undo would take back, in words; empty without anything."""
        return operation(self._history.undo_name)

    @property
    def redo_name(self) -> str:
        """What redo would do again, in words; empty without anything."""
        return operation(self._history.redo_name)

    def undo(self) -> None:
        """Take the last write of this session back."""
        said = _("Taken back: {operation}").format(operation=self.undo_name)
        self.perform(self._history.undo, said=said)

    def redo(self) -> None:
        """Do again what was just taken back."""
        said = _("Done again: {operation}").format(operation=self.redo_name)
        self.perform(self._history.redo, said=said)

    def say(self, text: str) -> None:
        """A short sentence for the status bar."""
        self.said.emit(text)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say why something was not done."""
        self._prompts.problems(_("This was not done"), [sentence(each) for each in problems])

    def _publish(self, changes: Changes) -> None:
        self._bus.publish(changes)
        self.written.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.say(_("Cancelled; nothing was changed."))
        elif isinstance(error, DomainError):
            self.show_problems(error.problems)
        else:
            raise error
