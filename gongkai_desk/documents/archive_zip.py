"""The archive folder of a case as a zip: names that every system reads, and a list of hashes."""

from __future__ import annotations

import datetime as dt
import hashlib
import zipfile
from collections.abc import Sequence
from pathlib import Path

from gongkai_desk.documents.atomic import replace_file

HASHES = "SHA256.txt"
"""Name of the list of hashes; ``sha256sum -c SHA256.txt`` checks the unpacked folder with it."""


def write_zip(path: Path, folder: str, files: Sequence[tuple[str, bytes]], day: dt.date) -> None:
    """Write `files` (name inside `folder`, with / between its parts, and bytes) as one zip.

    The list of hashes is added. Names that are not ASCII carry the UTF-8 mark, so that Windows
    shows them right; every entry is dated `day`. Whole or not at all; raises DomainError when the
    file cannot be written.
    """
    hashes = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files)
    with replace_file(path) as temporary, zipfile.ZipFile(temporary, "w") as archive:
        for name, data in (*files, (HASHES, hashes.encode("utf-8"))):
            entry = zipfile.ZipInfo(f"{folder}/{name}", (day.year, day.month, day.day, 12, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
