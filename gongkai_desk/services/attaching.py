"""Files on their way into the office file: read once, described by their record."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

from gongkai_desk.documents.reading import safety
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.plan import Attachment


def attachment_of(owner_id: str, path: Path, on: dt.date) -> tuple[Attachment, bytes]:
    """The record of a file and its bytes. Errors as for reading a file: `file-unreadable` …"""
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
