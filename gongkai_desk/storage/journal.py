"""The journal: what every write changed, when and by whom; append-only."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select

from gongkai_desk.domain.changes import Edit, Record
from gongkai_desk.domain.journal import Action
from gongkai_desk.domain.problems import Problem
from gongkai_desk.storage.rows import json_text, plain_of, record_of, record_of_row
from gongkai_desk.storage.schema import KINDS, TABLES, journal

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError)
"""What a damaged row makes the codec raise."""

_OWNER = re.compile(r'"(?:request_id|owner_id)": ?"([^"]+)"')
"""The record that another one belongs to, in its JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One record touched by one action. `at` is UTC; `before` and `after` hold the record's
    fields, None where the record did not exist.
    """

    seq: int
    action: str
    at: dt.datetime
    who: str
    operation: str
    kind: str
    record_id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def append(
    connection: Connection, action: str, who: str, operation: str, edits: list[Edit]
) -> None:
    """Write down the edits of one action, in order."""
    at = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
    connection.execute(
        insert(journal),
        [
            {
                "action": action,
                "at": at,
                "who": who,
                "operation": operation,
                "kind": TABLES[type(edit.record)].name,
                "record_id": edit.record.id,
                "before": _text(edit.before),
                "after": _text(edit.after),
            }
            for edit in edits
        ],
    )


def _text(record: Record | None) -> str | None:
    return None if record is None else json_text(plain_of(record))


def entries(connection: Connection, *, record_id: str = "", action: str = "") -> list[JournalEntry]:
    """The journal in its order, of one record or one action when asked."""
    query = select(journal).order_by(journal.c.seq)
    if record_id:
        query = query.where(journal.c.record_id == record_id)
    if action:
        query = query.where(journal.c.action == action)
    return [_entry(dict(row)) for row in connection.execute(query).mappings()]


@dataclass(frozen=True, slots=True)
class Removal:
    """A record that was taken out, and the records it belonged to."""

    kind: str
    record_id: str
    owners: frozenset[str]


def removals(connection: Connection) -> list[Removal]:
    """Every record that was ever taken out, or whose entry was undone; one pass over it all."""
    removed = select(journal.c.kind, journal.c.record_id, journal.c.before)
    return [
        Removal(kind, record_id, frozenset(_OWNER.findall(before)))
        for kind, record_id, before in connection.execute(removed.where(journal.c.after.is_(None)))
    ]


def entries_about(
    connection: Connection, records: Iterable[Record], gone: Iterable[Removal]
) -> list[JournalEntry]:
    """What the journal holds of `records`, and of those of `gone` that belonged to them, in order:
    with a request, its events and their attachments, also of what was taken out or undone.
    """
    wanted: dict[str, set[str]] = defaultdict(set)
    for record in records:
        wanted[TABLES[type(record)].name].add(record.id)
    owners = {one for ids in wanted.values() for one in ids}
    removed = list(gone)
    found = True
    while found:  # what was removed may have had attachments that were removed with it
        fresh = [one for one in removed if one.record_id not in owners and one.owners & owners]
        for one in fresh:
            wanted[one.kind].add(one.record_id)
            owners.add(one.record_id)
        found = bool(fresh)
    entries: list[JournalEntry] = []
    for kind, ids in wanted.items():
        of_kind = select(journal).where(journal.c.kind == kind, journal.c.record_id.in_(ids))
        entries += [_entry(dict(row)) for row in connection.execute(of_kind).mappings()]
    return sorted(entries, key=lambda entry: entry.seq)


def _entry(row: dict[str, Any]) -> JournalEntry:
    row["at"] = dt.datetime.fromisoformat(row["at"])
    for side in ("before", "after"):
        row[side] = None if row[side] is None else json.loads(row[side])
    return JournalEntry(**row)


def actions(connection: Connection, most: int) -> list[Action]:
    """The `most` newest actions, newest first."""
    last = func.max(journal.c.seq)
    query = (
        select(
            journal.c.action,
            func.min(journal.c.at),
            func.min(journal.c.who),
            func.min(journal.c.operation),
            func.count(),
        )
        .group_by(journal.c.action)
        .order_by(last.desc())
        .limit(most)
    )
    return [
        Action(
            id=action,
            at=dt.datetime.fromisoformat(at).astimezone(),
            who=who,
            operation=operation,
            records=records,
        )
        for action, at, who, operation, records in connection.execute(query)
    ]


def knows(connection: Connection, action: str) -> bool:
    """Whether the action was stored; the answer after a COMMIT that reported an error."""
    query = select(journal.c.seq).where(journal.c.action == action).limit(1)
    return connection.execute(query).first() is not None


def last_action(connection: Connection) -> str:
    """The newest action, empty in a file without any."""
    query = select(journal.c.action).order_by(journal.c.seq.desc()).limit(1)
    return connection.execute(query).scalar() or ""


def contradictions(connection: Connection) -> Iterator[Problem]:
    """Records that are not what the journal last saw: damage no checksum of SQLite finds."""
    last = select(func.max(journal.c.seq)).group_by(journal.c.kind, journal.c.record_id)
    query = select(journal.c.kind, journal.c.record_id, journal.c.after).where(
        journal.c.seq.in_(last)
    )
    told = {(kind, record_id): after for kind, record_id, after in connection.execute(query)}
    for name, kind in KINDS.items():
        for row in connection.execute(select(TABLES[kind])).mappings():
            after = told.pop((name, row["id"]), None)
            code = _verdict(kind, dict(row), after)
            if code:
                yield Problem(code, values={"table": name, "id": row["id"]})
    for (name, record_id), after in told.items():
        if after is not None:
            yield Problem("journal-record-lost", values={"table": name, "id": record_id})


def _verdict(kind: type[Record], row: dict[str, Any], after: str | None) -> str:
    if after is None:
        return "journal-record-unknown"
    try:
        same = record_of_row(kind, row) == record_of(kind, json.loads(after))
    except UNREADABLE:
        return "journal-record-unreadable"
    return "" if same else "journal-record-differs"
