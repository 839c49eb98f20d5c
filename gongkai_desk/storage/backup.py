"""Verified copies of the office file, made with SQLite's backup API, and how one is put back."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from gongkai_desk.domain.backups import Backup, BackupReason, keep
from gongkai_desk.storage import journal
from gongkai_desk.storage.connection import connect, disconnect, raw, version_of
from gongkai_desk.storage.errors import (
    BackupBroken,
    OfficeFileDamaged,
    OfficeFileExists,
    OfficeFileIsFolder,
    OfficeFileMissing,
    in_words,
)

_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"(\d{8}-\d{6})-([a-z_]+)-([0-9a-f]*)\.db")


def folder_of(office_file: Path) -> Path:
    """Where the backups of an office file live: next to it, so that they move with it."""
    return office_file.with_name(f"{office_file.name}.backups")


def listing(office_file: Path) -> list[Backup]:
    """The backups of an office file, newest first; files that are none of ours are passed over."""
    folder = folder_of(office_file)
    with in_words(folder):
        files = list(folder.iterdir()) if folder.is_dir() else []
        found = [backup for file in files if (backup := _described(file)) is not None]
    return sorted(found, key=lambda backup: (backup.taken_at, backup.name), reverse=True)


def _described(file: Path) -> Backup | None:
    match = _NAME.fullmatch(file.name)
    if match is None:
        return None
    stamp, reason, action = match.groups()
    try:
        return Backup(
            name=file.name,
            taken_at=dt.datetime.strptime(stamp, _STAMP),  # noqa: DTZ007  local, as people read it
            reason=BackupReason(reason),
            action=action,
            size=file.stat().st_size,
        )
    except ValueError:
        return None


def keep_copy(connection: Connection, office_file: Path, reason: BackupReason) -> Path:
    """A verified backup in the folder of backups, which is thinned afterwards."""
    target = _next_name(office_file, reason, journal.last_action(connection))
    copy_out(connection, target)
    _thin(office_file)
    return target


def _next_name(office_file: Path, reason: BackupReason, action: str) -> Path:
    """A free name; the time is the present, moved on by seconds while names are taken."""
    time = dt.datetime.now()  # noqa: DTZ005  local, as people read it
    folder = folder_of(office_file)
    with in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        while (path := folder / f"{time:{_STAMP}}-{reason}-{action[:8]}.db").exists():
            time += dt.timedelta(seconds=1)
    return path


def _thin(office_file: Path) -> None:
    """Remove what need not stay, and what a crash left of copies that were never finished."""
    for part in folder_of(office_file).glob(".*.part"):
        with suppress(OSError):
            part.unlink()
    backups = listing(office_file)
    verified = [backup for backup in backups if backup.action]
    aside = [backup for backup in backups if not backup.action]
    for group in (verified, aside):  # what a restore set aside may be damaged: it displaces no copy
        kept = keep(backup.taken_at for backup in group)
        for backup in group:
            if backup.taken_at not in kept:
                _remove(folder_of(office_file) / backup.name)


def _remove(backup: Path) -> None:
    """Remove a backup, and the journal that may have been set aside with it."""
    for file in (backup, _journal_of(backup)):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def copy_out(connection: Connection, target: Path) -> None:
    """A verified copy of the open office file at `target`: whole or not at all. Raises
    OfficeFileDamaged when the copy does not verify, for then the file is not sound either.
    """
    if target.is_dir():
        raise OfficeFileIsFolder(path=str(target))
    with _whole(target) as part:
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous=OFF")  # flushed as a whole below
            raw(connection).backup(copy)
        try:
            verify(part)
        except BackupBroken as error:
            detail = error.problems[0].values["detail"]
            raise OfficeFileDamaged(path=_main_file(connection), detail=detail) from error


def _main_file(connection: Connection) -> str:
    return str(connection.exec_driver_sql("PRAGMA database_list").all()[0][2])


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A temporary file beside `target` that takes its place, flushed to the disk, when the block
    ends well.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        with in_words(target):
            part.unlink(missing_ok=True)
            yield part
            _flush(part)
            part.replace(target)
            _flush(target.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    """To the disk, past every cache. Windows cannot flush folders and does not need it."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def verify(file: Path) -> None:
    """Raises a `StorageError` unless `file` is a whole office file this program can read."""
    if file.is_dir():
        raise OfficeFileIsFolder(path=str(file))
    if not file.exists():
        raise OfficeFileMissing(path=str(file))
    with in_words(file):
        connection = connect(file, mode="ro")
    try:
        with in_words(file):
            version_of(connection, file)
            faults = integrity_faults(connection)
    finally:
        disconnect(connection)
    if faults:
        raise BackupBroken(path=str(file), detail=faults[0])


def integrity_faults(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong with pages, indices and references, in its words."""
    try:
        faults = [
            str(line)
            for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars()
            if line != "ok"
        ]
        for table, row, target, _key in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            faults.append(f"{table} {row} -> {target}")
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", -1) & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return [str(error.orig)]
    return faults


def put_in_place(backup: Path, office_file: Path) -> None:
    """Make a verified `backup` the office file, atomically; what was there is set aside among the
    backups first, byte by byte, however damaged. Nobody may have the office file open.
    """
    verify(backup)
    with _whole(office_file) as part:
        shutil.copyfile(backup, part)
        _set_aside(office_file)


def _set_aside(office_file: Path) -> None:
    """Copy the closed office file into its backups. A journal that a crash left belongs to the
    old bytes: it goes along, for it would be played into the new ones.
    """
    if not office_file.exists():
        return
    target = _next_name(office_file, BackupReason.RESTORE, "")
    shutil.copyfile(office_file, target)
    _flush(target)
    left = _journal_of(office_file)
    if left.exists():
        shutil.copyfile(left, _journal_of(target))
        left.unlink()


def _journal_of(file: Path) -> Path:
    """Where SQLite keeps what a crash left undone."""
    return file.with_name(f"{file.name}-journal")


def refuse_existing(target: Path) -> None:
    """Raises OfficeFileExists: a copy never replaces a file."""
    if target.is_dir():
        raise OfficeFileIsFolder(path=str(target))
    if target.exists():
        raise OfficeFileExists(path=str(target))
