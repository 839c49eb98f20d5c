"""What can go wrong with the office file, in words that say what to do.

Every error is a `DomainError`, so window and command line show it like any other refusal; its
sentence lives in `gongkai_desk/wording/storage.py`. Errors of the environment are told apart from
bugs: a statement SQLite cannot parse is a bug and passes through.
"""

# ruff: noqa: N818  the names say what is wrong: RecordMissing, DiskFull

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from gongkai_desk.domain.problems import DomainError, Problem


class StorageError(DomainError):
    """The office file cannot do what was asked; nothing was changed unless the code says so."""

    code = "storage-failed"

    def __init__(self, **values: object) -> None:
        super().__init__(Problem(self.code, values=values))


class OfficeFileMissing(StorageError):
    code = "office-file-missing"


class OfficeFileExists(StorageError):
    code = "office-file-exists"


class NotAnOfficeFile(StorageError):
    code = "not-an-office-file"


class OfficeFileIsFolder(StorageError):
    code = "office-file-is-folder"


class OfficeFileEmpty(StorageError):
    code = "office-file-empty"


class OfficeFileNewer(StorageError):
    code = "office-file-newer"


class OfficeFileLocked(StorageError):
    """Another process holds the file, nobody knows which."""

    code = "office-file-locked"


class OfficeFileHeld(OfficeFileLocked):
    """Another process holds the file, and left its name: pid, host, user, since."""

    code = "office-file-held"


class DiskFull(StorageError):
    code = "disk-full"


class OfficeFileReadOnly(StorageError):
    code = "office-file-read-only"


class OfficeFileForbidden(StorageError):
    code = "office-file-forbidden"


class OfficeFileDamaged(StorageError):
    code = "office-file-damaged"


class SettingRefused(StorageError):
    """SQLite did not take a setting that keeps the data safe."""

    code = "setting-refused"


class DiskFailed(StorageError):
    code = "disk-failed"


class RecordMissing(StorageError):
    code = "record-missing"


class RecordConflict(StorageError):
    """Two records claim what only one may have, or one refers to what is not there."""

    code = "record-conflict"


class RecordChanged(StorageError):
    """The record is no longer what a step back expects."""

    code = "record-changed-meanwhile"


class RecordStays(StorageError):
    """A published report and its files are never changed or taken out."""

    code = "record-stays"


class BackupBroken(StorageError):
    code = "backup-broken"


_BY_CODE: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_BUSY: OfficeFileLocked,
    sqlite3.SQLITE_LOCKED: OfficeFileLocked,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: OfficeFileReadOnly,
    sqlite3.SQLITE_CANTOPEN: OfficeFileForbidden,
    sqlite3.SQLITE_PERM: OfficeFileForbidden,
    sqlite3.SQLITE_AUTH: OfficeFileForbidden,
    sqlite3.SQLITE_CORRUPT: OfficeFileDamaged,
    sqlite3.SQLITE_NOTADB: NotAnOfficeFile,
    sqlite3.SQLITE_IOERR: DiskFailed,
    sqlite3.SQLITE_CONSTRAINT: RecordConflict,
}

_BY_ERRNO: dict[int, type[StorageError]] = {
    errno.ENOENT: OfficeFileMissing,
    errno.EEXIST: OfficeFileExists,
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: OfficeFileReadOnly,
    errno.EACCES: OfficeFileForbidden,
    errno.EPERM: OfficeFileForbidden,
    errno.EISDIR: OfficeFileIsFolder,
    errno.ENOTDIR: OfficeFileForbidden,
    errno.ENAMETOOLONG: OfficeFileForbidden,
}


def storage_error(error: BaseException, path: Path) -> StorageError | None:
    """The refusal for an error of SQLite or the file system; None when it is a bug."""
    if isinstance(error, DBAPIError):
        return None if error.orig is None else storage_error(error.orig, path)
    if isinstance(error, sqlite3.Error):
        known = _BY_CODE.get(getattr(error, "sqlite_errorcode", -1) & 0xFF)
    elif isinstance(error, OSError):
        known = _BY_ERRNO.get(error.errno or 0, DiskFailed)
    else:
        return None
    return None if known is None else known(path=str(path), detail=str(error))


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system raise inside into a `StorageError` about `path`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        refusal = storage_error(error, path)
        if refusal is None:
            raise
        raise refusal from error
