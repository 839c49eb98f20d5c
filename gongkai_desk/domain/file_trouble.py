"""Why a file cannot be read or written, as far as the operating system says."""

from __future__ import annotations

import errno
from enum import StrEnum


class FileTrouble(StrEnum):
    MISSING = "missing"
    FOLDER = "folder"
    NO_FOLDER = "no_folder"
    FORBIDDEN = "forbidden"
    READ_ONLY = "read_only"
    EXISTS = "exists"
    FULL = "full"
    BUSY = "busy"
    NAME_TOO_LONG = "name_too_long"
    DEVICE = "device"


_BY_NUMBER = {
    errno.ENOENT: FileTrouble.MISSING,
    errno.EISDIR: FileTrouble.FOLDER,
    errno.ENOTDIR: FileTrouble.NO_FOLDER,
    errno.EACCES: FileTrouble.FORBIDDEN,
    errno.EPERM: FileTrouble.FORBIDDEN,
    errno.EROFS: FileTrouble.READ_ONLY,
    errno.EEXIST: FileTrouble.EXISTS,
    errno.ENOSPC: FileTrouble.FULL,
    errno.EBUSY: FileTrouble.BUSY,
    errno.ENAMETOOLONG: FileTrouble.NAME_TOO_LONG,
    errno.EIO: FileTrouble.DEVICE,
}


def file_trouble(error: OSError) -> FileTrouble | str:
    """The reason, to be named in a sentence; the system's own words for one without a name."""
    known = _BY_NUMBER.get(error.errno or 0)
    return known or error.strerror or type(error).__name__
