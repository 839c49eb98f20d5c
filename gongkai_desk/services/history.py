"""Undo and redo of the session's writes."""

from __future__ import annotations

from gongkai_desk.domain.changes import PROVISIONAL, Changes
from gongkai_desk.domain.journal import Action
from gongkai_desk.domain.problems import refuse
from gongkai_desk.storage.database import Database

_FOLLOWS = frozenset({PROVISIONAL, "save-report"})
"""The writes that carry on what was typed."""


class HistoryService:
    """Hears every committed write of the database, so that no service can forget to tell.

    A step back is a write of its own, in the journal like any other. What must not be taken back
    (issued documents, published reports) is a barrier: nothing before it can be undone either,
    for it may rest on that.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._done: list[Changes] = []
        self._undone: list[Changes] = []
        self._stepping = False
        database.committed.append(self._committed)

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    @property
    def undo_name(self) -> str:
        """The operation that `undo` would take back, empty when there is none."""
        return self._done[-1].operation if self._done else ""

    @property
    def redo_name(self) -> str:
        """The operation that `redo` would do again, empty when there is none."""
        return self._undone[-1].operation if self._undone else ""

    def actions(self, most: int = 500) -> list[Action]:
        """The newest writes of all sessions, newest first; of what was kept while somebody typed
        only what no later write followed at once.
        """
        found = self._database.actions(most)
        return [
            each
            for at, each in enumerate(found)
            if at == 0 or each.operation != PROVISIONAL or found[at - 1].operation not in _FOLLOWS
        ]

    def undo(self) -> Changes:
        """Take the last write back; raises RecordChanged when that would lose a later change."""
        if not self._done:
            raise refuse("nothing-to-undo")
        changes = self._replay("undo", self._done[-1].inverse)
        self._undone.append(self._done.pop())
        return changes

    def redo(self) -> Changes:
        """Do what was undone last again; raises RecordChanged like `undo`."""
        if not self._undone:
            raise refuse("nothing-to-redo")
        changes = self._replay("redo", self._undone[-1])
        self._done.append(self._undone.pop())
        return changes

    def clear(self) -> None:
        """Forget everything: the file was replaced."""
        self._done.clear()
        self._undone.clear()

    def _committed(self, changes: Changes) -> None:
        if self._stepping:
            return
        self._undone.clear()
        if not changes.undoable:
            self._done.clear()
            return
        together = changes.absorbing(self._done[-1]) if self._done else None
        if together is not None:
            self._done.pop()
            changes = together
        if changes:
            self._done.append(changes)

    def _replay(self, step: str, wanted: Changes) -> Changes:
        self._stepping = True
        try:
            with self._database.write(f"{step}:{wanted.operation}") as work:
                work.replay_all(wanted.edits)
        finally:
            self._stepping = False
        return work.changes
