"""Files on their way into the office file: one way for work records, cases and letters alike."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from pathlib import Path, PurePath

from gongkai_desk.documents.reading import safety
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import refuse

_RUNS = re.compile(
    r"\.(exe|com|bat|cmd|scr|pif|msi|msp|cpl|dll|jar|jse?|vb[se]|ws[fh]|hta|psm?1|reg|lnk|url|scf|inf|sh"
    r"|desktop|app|apk|appimage|deb|rpm)",
    re.IGNORECASE,
)
"""Endings of files that run when they are opened: never kept, so that nobody starts one here."""


def read_attachment(owner_id: str, path: Path, on: dt.date) -> tuple[Attachment, bytes]:
    """The record of the file at `path` as taken in on the day `on`, and its bytes.

    Errors: `file-runs`, and those of reading: `file-unreadable`, `file-too-large`, `file-empty`.
    """
    if _runs(path):
        raise refuse("file-runs", "file", name=path.name)
    data = safety.read_bytes(path)
    attachment = Attachment(
        id=new_id(),
        owner_id=owner_id,
        name=path.name,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        added_on=on,
    )
    return attachment, data


def newest_files(folder: Path, most: int = 20) -> list[Path]:
    """The files of a scan folder that could be attached, the newest first.

    Raises `scan-folder-unreadable` when the folder is not there or may not be read.
    """
    try:
        files = [
            (one.stat().st_mtime, one)
            for one in folder.iterdir()
            if not one.name.startswith((".", "~$")) and not _runs(one) and one.is_file()
        ]
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise refuse(
            "scan-folder-unreadable", "scan_folder", folder=str(folder), reason=reason
        ) from error
    return [path for _time, path in sorted(files, key=lambda pair: -pair[0])[:most]]


def _runs(path: Path) -> bool:
    return bool(_RUNS.fullmatch(PurePath(path.name.rstrip(". ")).suffix))
