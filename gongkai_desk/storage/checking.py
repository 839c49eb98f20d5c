"""Is the office file sound: what SQLite finds, what the journal contradicts, what digests deny."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, select

from gongkai_desk.domain.problems import Problem
from gongkai_desk.storage import journal
from gongkai_desk.storage.backup import integrity_faults
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.schema import content


def check(database: Database) -> list[Problem]:
    """Every fault found; empty when the file is sound. Where SQLite already finds broken pages,
    the rest is not asked: it would only repeat the damage.
    """
    with database.connection() as connection:
        faults = integrity_faults(connection)
        if faults:
            return [Problem("integrity-fault", values={"detail": fault}) for fault in faults]
        return [*journal.contradictions(connection), *_altered_contents(connection)]


def _altered_contents(connection: Connection) -> Iterator[Problem]:
    for sha256, data in connection.execute(select(content.c.sha256, content.c.bytes)):
        if hashlib.sha256(data).hexdigest() != sha256:
            yield Problem("content-altered", values={"sha256": sha256})
