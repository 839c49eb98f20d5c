"""The search index of the register: what stands in a case, found in a few milliseconds.

Derived from the records and never journalled: it is laid out and filled when it is missing or was
made by another recipe, and brought up to date inside every write. Measured on 100,000 requests:
`benchmarks/register.py`.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError

from gongkai_desk.domain.changes import Edit, Record
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.request import Request
from gongkai_desk.storage.connection import raw
from gongkai_desk.storage.rows import R, record_of_row
from gongkai_desk.storage.schema import TABLES
from gongkai_desk.storage.search_terms import folded, parts, questions, words
from gongkai_desk.storage.search_texts import SEARCHED, names_of, shape, texts_of

C = TypeVar("C", str, int)

RECIPE = "1"
"""Counted up when texts are broken up in another way; every file is then indexed anew."""

_LAYOUT = (
    "CREATE TABLE search_recipe (recipe TEXT NOT NULL) STRICT",
    "CREATE TABLE search_case (row INTEGER PRIMARY KEY, request_id TEXT NOT NULL UNIQUE) STRICT",
    "CREATE VIRTUAL TABLE search_text USING fts5(texts)",
    "CREATE VIRTUAL TABLE search_part USING fts5(parts, detail=none, prefix='2 3 4')",
)
_NAMES = ("search_text", "search_part", "search_case", "search_recipe")
_CHUNK = 500
"""Requests indexed together, and ids in one question: SQLite takes at most 999 in old versions."""
_MOST_WORDS = 16
_MANY = 5_000
_SIDE = tuple(kind for kind in SEARCHED if kind not in (Request, Attachment))


def prepare(connection: Connection) -> None:
    """Make the index unless it is there and by this recipe; one transaction."""
    if _recipe_of(connection) == _recipe():
        return
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        rebuild(connection)
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise


def rebuild(connection: Connection) -> None:
    """Lay the index out anew and fill it, inside a transaction of the caller."""
    for name in _NAMES:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    for statement in _LAYOUT:
        connection.exec_driver_sql(statement)
    table = TABLES[Request]
    every = connection.execute(select(table.c.id).order_by(text("rowid"))).scalars().all()
    _fill(connection, every)
    raw(connection).execute("INSERT INTO search_recipe VALUES (?)", (_recipe(),))


def update(connection: Connection, edits: Iterable[Edit]) -> None:
    """Index anew the cases that `edits` touched, inside the transaction that made them. An index
    that is damaged is made anew: what is derived must not stand in the way of a write.
    """
    touched = _touched(connection, edits)
    if not touched:
        return
    try:
        for chunk in _chunks(touched):
            _forget(connection, chunk)
        _fill(connection, touched)
    except (sqlite3.DatabaseError, DBAPIError) as error:
        if not _damaged(error):
            raise
        rebuild(connection)


class Finder:
    """Answers searches; keeps in mind which row of the index stands for which request, for a
    search may find half of all. `forget` after every write.
    """

    def __init__(self) -> None:
        self._ids: dict[int, str] | None = None

    def forget(self) -> None:
        self._ids = None

    def find(self, connection: Connection, asked: str) -> set[str]:
        """The ids of the requests in which every word of `asked` occurs; all of them when it has
        no word.
        """
        rows = _found(connection, asked)
        if rows is None:
            return set(connection.execute(select(TABLES[Request].c.id)).scalars())
        if self._ids is None and len(rows) < _MANY:
            return _requests(connection, rows)
        if self._ids is None:
            every = raw(connection).execute("SELECT row, request_id FROM search_case")
            self._ids = dict(every.fetchall())
        return set(map(self._ids.__getitem__, rows))


def _found(connection: Connection, asked: str) -> set[int] | None:
    """The rows of the index in which every word occurs; None when nothing is asked."""
    wanted = questions(asked)
    rows: set[int] | None = None
    for table, of_it in (("search_part", wanted.parts), ("search_text", wanted.words)):
        for start in range(0, len(of_it), _MOST_WORDS):
            hits = _rows(connection, table, " AND ".join(of_it[start : start + _MOST_WORDS]))
            rows = hits if rows is None else rows & hits
    return rows


def _rows(connection: Connection, table: str, question: str) -> set[int]:
    found = raw(connection).execute(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ?",  # noqa: S608  one of our own
        (question,),
    )
    return {row for (row,) in found}


def _requests(connection: Connection, rows: set[int]) -> set[str]:
    """The requests of a few rows."""
    driver = raw(connection)
    found: set[str] = set()
    for chunk in _chunks(rows):
        marks = ",".join("?" * len(chunk))
        some = driver.execute(
            f"SELECT request_id FROM search_case WHERE row IN ({marks})",  # noqa: S608
            chunk,
        )
        found.update(request_id for (request_id,) in some)
    return found


def _recipe() -> str:
    return f"{RECIPE} {shape()}"


def _recipe_of(connection: Connection) -> str:
    """The recipe by which the index was made; empty when there is none, or not all of it."""
    tables = raw(connection).execute(
        f"SELECT count(*) FROM sqlite_master WHERE name IN {_NAMES}"  # noqa: S608  our own names
    )
    if tables.fetchone() != (len(_NAMES),):
        return ""
    found = raw(connection).execute("SELECT recipe FROM search_recipe").fetchone()
    return "" if found is None else str(found[0])


def _damaged(error: sqlite3.DatabaseError | DBAPIError) -> bool:
    cause = error.orig if isinstance(error, DBAPIError) else error
    return getattr(cause, "sqlite_errorcode", -1) & 0xFF == sqlite3.SQLITE_CORRUPT


def _touched(connection: Connection, edits: Iterable[Edit]) -> list[str]:
    """The requests to which the edited records belong or belonged."""
    found: dict[str, None] = {}
    owners: dict[str, None] = {}
    for edit in edits:
        for record in (edit.before, edit.after):
            if isinstance(record, Request):
                found[record.id] = None
            elif isinstance(record, Attachment):
                owners[record.owner_id] = None
            elif isinstance(record, _SIDE):
                found[getattr(record, "request_id", "")] = None
    kinds: tuple[type[Record], ...] = (Request, *_SIDE) if owners else ()
    for kind in kinds:
        table = TABLES[kind]
        column = table.c.id if kind is Request else table.c.request_id
        for chunk in _chunks(owners):
            found.update(
                dict.fromkeys(
                    connection.execute(select(column).where(table.c.id.in_(chunk))).scalars()
                )
            )
    return list(found)


def _forget(connection: Connection, ids: Sequence[str]) -> None:
    marks = ",".join("?" * len(ids))
    driver = raw(connection)
    rows = f"SELECT row FROM search_case WHERE request_id IN ({marks})"  # noqa: S608
    for table in ("search_text", "search_part"):
        driver.execute(f"DELETE FROM {table} WHERE rowid IN ({rows})", ids)  # noqa: S608
    driver.execute(f"DELETE FROM search_case WHERE request_id IN ({marks})", ids)  # noqa: S608


def _fill(connection: Connection, ids: Iterable[str]) -> None:
    driver = raw(connection)
    for chunk in _chunks(ids):
        for request_id, records in _records(connection, chunk).items():
            row = driver.execute("INSERT INTO search_case (request_id) VALUES (?)", (request_id,))
            texts = [folded(text) for record in records for text in texts_of(record)]
            names = [name for record in records for name in names_of(record)]
            for table, kept in (("text", words(texts)), ("part", parts(texts, names))):
                driver.execute(
                    f"INSERT INTO search_{table} (rowid, {table}s) VALUES (?, ?)",  # noqa: S608
                    (row.lastrowid, kept),
                )


def _records(connection: Connection, ids: Sequence[str]) -> dict[str, list[Record]]:
    """The requests with these ids, each with everything that belongs to it."""
    cases: dict[str, list[Record]] = {}
    owned: dict[str, str] = {}
    for request in _read(connection, Request, "id", ids):
        cases[request.id] = [request]
        owned[request.id] = request.id
    for kind in _SIDE:
        for record in _read(connection, kind, "request_id", list(cases)):
            request_id = str(getattr(record, "request_id", ""))
            cases[request_id].append(record)
            owned[record.id] = request_id
    attachments: dict[str, list[Record]] = defaultdict(list)
    for chunk in _chunks(owned):
        for record in _read(connection, Attachment, "owner_id", chunk):
            attachments[owned[getattr(record, "owner_id", "")]].append(record)
    for request_id, files in attachments.items():
        cases[request_id] += sorted(files, key=lambda file: file.id)
    return cases


def _read(connection: Connection, kind: type[R], column: str, values: Sequence[str]) -> Iterator[R]:
    marks = ",".join("?" * len(values))
    name = TABLES[kind].name
    # plain SQL: every write reads all kinds, and putting a query together took most of its time
    found = raw(connection).execute(
        f"SELECT * FROM {name} WHERE {column} IN ({marks}) ORDER BY rowid",  # noqa: S608
        values,
    )
    names = [each[0] for each in found.description]
    for row in found.fetchall():
        yield record_of_row(kind, dict(zip(names, row, strict=True)))


def _chunks(ids: Iterable[C]) -> Iterator[list[C]]:
    rest = iter(ids)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
