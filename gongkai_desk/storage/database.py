"""The open office file: records in, frozen records out, one write = one transaction = one value."""

from __future__ import annotations

import hashlib
import importlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from gongkai_desk.domain.changes import Changes, Edit, Record, new_id
from gongkai_desk.domain.journal import Action
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.storage import journal, lock
from gongkai_desk.storage.backup import put_in_place, verify
from gongkai_desk.storage.connection import (
    connect,
    disconnect,
    hold,
    opened,
    pragma,
    raw,
    set_up,
)
from gongkai_desk.storage.errors import (
    OfficeFileDamaged,
    OfficeFileExists,
    RecordChanged,
    RecordMissing,
    in_words,
)
from gongkai_desk.storage.journal import JournalEntry
from gongkai_desk.storage.rows import R, record_of_row, row_of
from gongkai_desk.storage.schema import APPLICATION_ID, TABLES, VERSION, content, metadata, revision


class Database:
    """One office file, held by this process alone.

    Any thread may use it; a write keeps the others waiting until it has ended. Everything raises
    `StorageError` when the file, the disk or another process is in the way.
    """

    def __init__(self, path: Path, connection: Connection) -> None:
        """For `create` and `open`: takes over a connection that is set up and held."""
        self.path = path
        self.committed: list[Callable[[Changes], None]] = []
        self._connection = connection
        self._lock = threading.RLock()
        self._work: Work | None = None
        self._user = lock.user_name()
        lock.leave_note(path)

    @classmethod
    def create(cls, path: Path, office: Office) -> Database:
        """A new office file; refuses to touch one that exists. Missing folders are made."""
        if path.exists():
            raise OfficeFileExists(path=str(path))
        fresh = path.with_name(f"{path.name}.new")
        with in_words(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh.unlink(missing_ok=True)
            _lay_out(fresh)
        with cls.open(fresh) as database, database.write("create-office", undoable=False) as work:
            work.put(office)
        with in_words(path):
            fresh.replace(path)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Database:
        """The office file at `path`, brought to the present schema after a backup of the old."""
        return cls(path, _opened_and_current(path))

    def close(self) -> None:
        """Give the file back."""
        with self._lock:
            if not self._connection.closed:
                lock.remove_note(self.path)
                disconnect(self._connection)

    def restore(self, backup: Path) -> None:
        """Put a verified backup in the file's place and go on with it. What was there is set
        aside among the backups.
        """
        with self._lock:
            verify(backup)
            disconnect(self._connection)
            try:
                put_in_place(backup, self.path)
            finally:
                self._connection = _opened_and_current(self.path)
                lock.leave_note(self.path)

    @property
    def closed(self) -> bool:
        return self._connection.closed

    def sweep(self) -> None:
        """Wipe the bytes that no attachment names any more; nothing can bring them back."""
        named = select(TABLES[Attachment].c.sha256)
        with self.connection() as connection:
            connection.execute(delete(content).where(content.c.sha256.not_in(named)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """The connection, for us alone as long as the block lasts; only storage uses it."""
        with self._lock, in_words(self.path):
            yield self._connection

    # reading

    def read(self, kind: type[R], /, **equal: object) -> list[R]:
        """The records whose fields equal those given, in the order they were first stored."""
        table = TABLES[kind]
        query = select(table).order_by(text("rowid"))
        for name, value in equal.items():
            query = query.where(table.c[name] == value)
        with self.connection() as connection:
            result = connection.execute(query)
            names, rows = tuple(result.keys()), result.all()
        return [self._record(kind, dict(zip(names, row, strict=True))) for row in rows]

    def find(self, kind: type[R], record_id: str) -> R | None:
        """The record with this id, or None."""
        found = self.read(kind, id=record_id)
        return found[0] if found else None

    def get(self, kind: type[R], record_id: str) -> R:
        """The record with this id; raises RecordMissing."""
        found = self.find(kind, record_id)
        if found is None:
            raise RecordMissing(kind=TABLES[kind].name, id=record_id)
        return found

    def content(self, attachment_id: str) -> bytes:
        """The bytes of an attachment; raises RecordMissing."""
        attachment = self.get(Attachment, attachment_id)
        query = select(content.c.bytes).where(content.c.sha256 == attachment.sha256)
        with self.connection() as connection:
            found: bytes | None = connection.execute(query).scalar()
        if found is None:
            raise RecordMissing(kind="content", id=attachment_id)
        return found

    def journal(self, *, record_id: str = "", action: str = "") -> list[JournalEntry]:
        """The journal in its order, of one record or one action when asked."""
        with self.connection() as connection:
            return journal.entries(connection, record_id=record_id, action=action)

    def actions(self, most: int) -> list[Action]:
        """The `most` newest actions, newest first."""
        with self.connection() as connection:
            return journal.actions(connection, most)

    def last_action(self) -> str:
        """The UUID of the newest action in the journal."""
        with self.connection() as connection:
            return journal.last_action(connection)

    def _record(self, kind: type[R], row: dict[str, object]) -> R:
        try:
            return record_of_row(kind, row)
        except journal.UNREADABLE as error:
            detail = f"{TABLES[kind].name} {row.get('id')}"
            raise OfficeFileDamaged(path=str(self.path), detail=detail) from error

    # writing

    @contextmanager
    def write(self, operation: str, *, undoable: bool = True, actor: str = "") -> Iterator[Work]:
        """One action: everything put inside the block is stored together with its journal, or
        nothing is. `actor` is who did it, the user of the machine when empty. Afterwards the
        block's `changes` say what was touched.
        """
        with self._lock:
            if self._work is not None:
                raise RuntimeError("a write inside a write")
            self._work = Work(self, operation, undoable)
            try:
                with self.connection() as connection:
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                try:
                    yield self._work
                    self._store(self._work, actor or self._user)
                except BaseException:
                    self._roll_back()
                    raise
                changes = self._work.end()
            finally:
                self._work = None
            if changes:
                for heard in self.committed:
                    heard(changes)

    def _store(self, work: Work, actor: str) -> None:
        if not work.edits:
            self._roll_back()
            return
        with self.connection() as connection:
            journal.append(connection, work.action, actor, work.operation, work.edits)
            try:
                connection.exec_driver_sql("COMMIT")
            except Exception:
                # After a failed fsync COMMIT may complain although the rows are there.
                self._roll_back()
                if not journal.knows(connection, work.action):
                    raise

    def _roll_back(self) -> None:
        connection = raw(self._connection)
        if connection.in_transaction:
            with in_words(self.path):
                connection.execute("ROLLBACK")


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
        table, row = TABLES[type(record)], row_of(record)
        with self._database.connection() as connection:
            if before is None:
                connection.execute(insert(table), row)
            else:
                connection.execute(update(table).where(table.c.id == record.id), row)
        self.edits.append(Edit(before, record))

    def remove(self, record: Record) -> None:
        """Take the record out; raises RecordMissing when it is not there."""
        before = self._database.get(type(record), record.id)
        table = TABLES[type(record)]
        with self._database.connection() as connection:
            connection.execute(delete(table).where(table.c.id == record.id))
        self.edits.append(Edit(before, None))

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


def _opened_and_current(path: Path) -> Connection:
    """The office file at `path`, held, set up and migrated."""
    connection = opened(path)
    try:
        with in_words(path):
            if pragma(connection, "user_version") < VERSION:
                # Alembic takes as long to import as all the rest: only an old file pays.
                migration = importlib.import_module("gongkai_desk.storage.migration")
                migration.upgrade(connection, path)
    except BaseException:
        disconnect(connection)
        raise
    return connection


def _lay_out(path: Path) -> None:
    """An empty office file of the present schema at `path`."""
    connection = connect(path, mode="rwc")
    try:
        set_up(connection, path)
        hold(connection)
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
        metadata.create_all(connection)
        connection.execute(insert(revision), {"version_num": f"{VERSION:04}"})
        connection.exec_driver_sql("COMMIT")
    finally:
        disconnect(connection)
