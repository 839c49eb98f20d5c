"""Backups and the soundness of the office file."""

from __future__ import annotations

from pathlib import Path

from gongkai_desk.domain.backups import Backup, BackupReason
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.problems import Problem
from gongkai_desk.services.history import HistoryService
from gongkai_desk.storage import backup as backups
from gongkai_desk.storage import checking
from gongkai_desk.storage.database import Database


class MaintenanceService:
    def __init__(self, database: Database, history: HistoryService) -> None:
        self._database = database
        self._history = history

    @property
    def folder(self) -> Path:
        """Where the backups are."""
        return backups.folder_of(self._database.path)

    def backup(self, path: Path | None = None) -> Path:
        """A verified copy at `path`, or in the folder of backups; never over an existing file."""
        if path is not None:
            backups.refuse_existing(path)
        with self._database.connection() as connection:
            if path is None:
                return backups.keep_copy(connection, self._database.path, BackupReason.BY_HAND)
            backups.copy_out(connection, path)
            return path

    def backup_if_changed(self, reason: BackupReason) -> Path | None:
        """A backup unless the newest one already holds the last action; its path when made.

        Files set aside by a restore say no action, and do not count.
        """
        newest = next((each.action for each in self.backups() if each.action), None)
        if newest is not None and self._database.last_action().startswith(newest):
            return None
        with self._database.connection() as connection:
            return backups.keep_copy(connection, self._database.path, reason)

    def backups(self) -> list[Backup]:
        """Newest first."""
        return backups.listing(self._database.path)

    def restore(self, file: Path) -> Changes:
        """Put a backup in the office file's place, after verifying it; what was there is set
        aside among the backups. The session's history is forgotten: every view must be read anew.
        """
        self._database.restore(file)
        self._history.clear()
        return Changes("restore-backup", undoable=False, everything=True)

    def check(self) -> list[Problem]:
        """Everything that is wrong with the file; empty when it is sound."""
        return checking.check(self._database)
