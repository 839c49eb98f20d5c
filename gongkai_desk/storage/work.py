"""What one write puts and removes: every change is an edit of the journal and of the undo."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from gongkai_desk.domain.changes import Changes, Edit, Record, new_id
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.published_report import PublishedReport, stays
from gongkai_desk.storage.errors import RecordChanged, RecordStays
from gongkai_desk.storage.rows import R, row_of
from gongkai_desk.storage.schema import TABLES, content

if TYPE_CHECKING:
    from gongkai_desk.storage.database import Database


class Work:
    """What a write puts and removes; lives inside the block of `Database.write` only."""

    def __init__(self, database: Database, operation: str, undoable: bool) -> None:
        self.operation = operation
        self.action = new_id()
        self.edits: list[Edit] = []
        self._database = database
        self._undoable = undoable
        self._changes: Changes | None = None

    @property
    def changes(self) -> Changes:
        """What was committed; only after the block."""
        assert self._changes is not None, "the write has not ended"
        return self._changes

    def end(self) -> Changes:
        self._changes = Changes(self.operation, self.action, tuple(self.edits), self._undoable)
        return self._changes

    def put(self, record: Record) -> None:
        """Store the record under its id, new or in the place of the old; no change, no trace."""
        before = self._database.find(type(record), record.id)
        if before == record:
            return
        self._require_free(before, record)
        table, row = TABLES[type(record)], row_of(record)
        with self._database.connection() as connection:
            if before is None:
                connection.execute(insert(table), row)
            else:
                connection.execute(update(table).where(table.c.id == record.id), row)
        self.edits.append(Edit(before, record))

    def put_new(self, records: Sequence[R]) -> None:
        """Store records of one kind that are all new, many at once."""
        if not records:
            return
        table = TABLES[type(records[0])]
        with self._database.connection() as connection:
            connection.execute(insert(table), [row_of(record) for record in records])
        self.edits.extend(Edit(None, record) for record in records)

    def remove(self, record: Record) -> None:
        """Take the record out; raises RecordMissing when it is not there."""
        before = self._database.get(type(record), record.id)
        self._require_free(before, None)
        table = TABLES[type(record)]
        with self._database.connection() as connection:
            connection.execute(delete(table).where(table.c.id == record.id))
        self.edits.append(Edit(before, None))

    def _require_free(self, before: Record | None, after: Record | None) -> None:
        """A published report and its files stay whatever is asked: raises RecordStays."""
        if isinstance(before, PublishedReport):
            if not isinstance(after, PublishedReport) or not stays(before, after):
                raise RecordStays(name=before.title)
        elif isinstance(before, Attachment):
            owner = self._database.find(PublishedReport, before.owner_id)
            if owner is not None:
                raise RecordStays(name=before.name)

    def attach(self, attachment: Attachment, data: bytes) -> None:
        """Store a file with its record; the record's size and digest must be those of `data`."""
        if (attachment.size, attachment.sha256) != (len(data), hashlib.sha256(data).hexdigest()):
            raise ValueError("the attachment's record does not describe its bytes")
        with self._database.connection() as connection:
            connection.execute(
                sqlite_insert(content).on_conflict_do_nothing(),
                {"sha256": attachment.sha256, "bytes": data},
            )
        self.put(attachment)

    def replay_all(self, edits: Sequence[Edit]) -> None:
        """Replay edits in their order; long runs of new or removed records go in one go."""
        for (kind, new, gone), found in groupby(edits, key=_sort_of_edit):
            run = list(found)
            if len(run) < _LONG_RUN or not (new or gone):
                for edit in run:
                    self.replay(edit)
                continue
            kept = {record.id: record for record in self._database.read(kind)}
            for edit in run:
                if kept.get(edit.record.id) != edit.before:
                    raise RecordChanged(kind=TABLES[kind].name, id=edit.record.id)
            if new:
                self.put_new([edit.record for edit in run])
            else:
                self._remove_all(kind, run)

    def _remove_all(self, kind: type[Record], run: Sequence[Edit]) -> None:
        for edit in run:
            self._require_free(edit.record, None)
        table = TABLES[kind]
        gone = delete(table).where(table.c.id == bindparam("gone"))
        with self._database.connection() as connection:
            connection.execute(gone, [{"gone": edit.record.id} for edit in run])
        self.edits.extend(run)

    def replay(self, edit: Edit) -> None:
        """Make an edit again or take one back; raises RecordChanged when the record is no longer
        as the edit found it.
        """
        record = edit.record
        if self._database.find(type(record), record.id) != edit.before:
            raise RecordChanged(kind=TABLES[type(record)].name, id=record.id)
        if edit.after is None:
            self.remove(record)
        else:
            self.put(edit.after)


_LONG_RUN = 100
"""From here on reading all records of a kind costs less than looking up each."""


def _sort_of_edit(edit: Edit) -> tuple[type[Record], bool, bool]:
    """The kind of record, and whether it is made or taken away."""
    return type(edit.record), edit.before is None, edit.after is None
