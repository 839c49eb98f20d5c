"""The open office file: records in, frozen records out, one write = one transaction = one value."""

from __future__ import annotations

import datetime as dt
import importlib
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    text,
)

from gongkai_desk.domain.changes import Changes, Edit, Record, new_id
from gongkai_desk.domain.journal import Action
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.storage import journal, lately_ended, lock, request_facts, search, touched
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
    RecordMissing,
    in_words,
)
from gongkai_desk.storage.journal import JournalEntry, Removal
from gongkai_desk.storage.rows import R, json_text, record_of_row, records_of_rows
from gongkai_desk.storage.schema import APPLICATION_ID, TABLES, VERSION, content, metadata, revision
from gongkai_desk.storage.work import Work


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
        self._finder = search.Finder()
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
            self._finder.forget()
            self._announce(Changes("restore-backup", undoable=False, everything=True))

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
        return self._records(kind, _equal_to(kind, tuple(equal)), equal)

    def read_in(self, kind: type[R], field: str, values: Collection[str]) -> list[R]:
        """The records whose `field` is one of `values`, in the order they were first stored."""
        table = TABLES[kind]
        # one JSON text instead of a parameter for each: there may be any number of values
        wanted = func.json_each(json_text(list(values))).table_valued("value")
        query = select(table).where(table.c[field].in_(select(wanted.c.value)))
        return self._records(kind, query.order_by(text(f"{table.name}.rowid")))

    def values(self, kind: type[R], field: str) -> list[Any]:
        """One plain field of every record of a kind, in no order."""
        with self.connection() as connection:
            return list(connection.execute(select(TABLES[kind].c[field])).scalars())

    def count(self, kind: type[R]) -> int:
        """How many records of a kind there are."""
        with self.connection() as connection:
            return connection.execute(select(func.count()).select_from(TABLES[kind])).scalar_one()

    def search(self, asked: str) -> set[str]:
        """The ids of the requests in which every word of `asked` occurs, somewhere in the case:
        as a part of any text, or, for names, by their sound (pinyin or its initials).
        """
        with self.connection() as connection:
            return self._finder.find(connection, asked)

    def open_requests(self, as_of: dt.date) -> list[str]:
        """The ids of the requests that may be open on `as_of`: all that are, and a few more."""
        with self.connection() as connection:
            return request_facts.open_ids(connection, as_of)

    def request_years(self) -> list[int]:
        """The years with requests, by receipt or what came before it; the latest first."""
        with self.connection() as connection:
            return request_facts.years(connection)

    @property
    def writing(self) -> bool:
        """Whether a write is under way: what is read now may yet be rolled back."""
        return self._work is not None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else reads or writes as long as the block lasts."""
        with self._lock:
            yield

    def _records(
        self, kind: type[R], query: Select[Any], values: Mapping[str, object] | None = None
    ) -> list[R]:
        with self.connection() as connection:
            result = connection.execute(query, values)
            names, rows = tuple(result.keys()), result.all()
        try:
            return records_of_rows(kind, names, rows)
        except journal.UNREADABLE:  # find out which one it is
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

    def columns(
        self, kind: type[R], *names: str, after: int = 0, most: int = -1
    ) -> list[tuple[object, ...]]:
        """Some columns of a kind as they are stored (nested values as JSON text), in the order of
        `read`. The last value of each row is its place; `most` rows behind `after` are a page.
        """
        table, place = TABLES[kind], literal_column("rowid", Integer())
        query = select(*(table.c[name] for name in names), place).order_by(place)
        with self.connection() as connection:
            found = connection.execute(query.where(place > after).limit(most))
            return [tuple(row) for row in found]

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

    def journal_about(
        self, records: Iterable[Record], removals: Iterable[Removal] | None = None
    ) -> list[JournalEntry]:
        """The journal of these records and of removed ones that belonged to them, in its order.

        Who asks often reads the `removals` once and hands them over.
        """
        with self.connection() as connection:
            gone = journal.removals(connection) if removals is None else removals
            return journal.entries_about(connection, records, gone)

    def removals(self) -> list[Removal]:
        """Every record that was ever taken out."""
        with self.connection() as connection:
            return journal.removals(connection)

    def actions(self, most: int) -> list[Action]:
        """The `most` newest actions, newest first."""
        with self.connection() as connection:
            return journal.actions(connection, most)

    def ended_since(self, since: dt.date) -> set[str]:
        """The ids of the requests that ended on `since` or later."""
        with self.connection() as connection:
            return lately_ended.ended_since(connection, since)

    def requests_since(self, record: Record) -> dict[str, dt.date | None]:
        """The requests written, themselves or by an event, since `record` was first kept, with
        the receipt date they have now.
        """
        with self.connection() as connection:
            return touched.requests_since(connection, record)

    def disputes_since(self, record: Record) -> set[str]:
        """The disputes written since `record` was first kept."""
        with self.connection() as connection:
            return touched.disputes_since(connection, record)

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
                self._announce(changes)

    def note(self, operation: str, record: Record) -> None:
        """Put into the journal that something was done with `record` that did not change it, such
        as giving data out of the file. Nothing to undo, nothing to refresh.
        """
        with self._lock, self.connection() as connection:
            if self._work is not None:
                raise RuntimeError("a note inside a write")
            seen = [Edit(record, record)]
            journal.append(connection, new_id(), self._user, operation, seen)

    def _announce(self, changes: Changes) -> None:
        for heard in self.committed:
            heard(changes)

    def _store(self, work: Work, actor: str) -> None:
        if not work.edits:
            self._roll_back()
            return
        with self.connection() as connection:
            journal.append(connection, work.action, actor, work.operation, work.edits)
            search.update(connection, work.edits)
            self._finder.forget()
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


@cache
def _equal_to(kind: type[Record], names: tuple[str, ...]) -> Select[Any]:
    """The question for records whose fields `names` equal values given later, None included; to
    put it together takes longer than to ask it.
    """
    table = TABLES[kind]
    query = select(table).order_by(text("rowid"))
    for name in names:
        query = query.where(table.c[name].is_(bindparam(name)))
    return query


def _opened_and_current(path: Path) -> Connection:
    """The office file at `path`, held, set up and migrated."""
    connection = opened(path)
    try:
        with in_words(path):
            if pragma(connection, "user_version") < VERSION:
                # Alembic takes as long to import as all the rest: only an old file pays.
                migration = importlib.import_module("gongkai_desk.storage.migration")
                migration.upgrade(connection, path)
            search.prepare(connection)
    except BaseException:
        disconnect(connection)
        raise
    return connection


def _lay_out(path: Path) -> None:
    """An empty office file of the present schema."""
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
