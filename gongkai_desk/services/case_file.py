"""What a case file holds beside the request and its events: read, put, taken out.

One write each. What one kind of record needs checked is checked by the service that knows it.
"""

from __future__ import annotations

from typing import TypeVar

from gongkai_desk.domain.case_file import (
    ConsultedParty,
    ContactEntry,
    Dispute,
    Errand,
    FeeNotice,
    SearchRecord,
    StageMark,
)
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.storage.database import Database

K = TypeVar("K", ConsultedParty, ContactEntry, Dispute, Errand, FeeNotice, SearchRecord, StageMark)


class CaseFileService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, kind: type[K], request_id: str) -> list[K]:
        """The records of one kind of a case, in the order they were entered."""
        return self._database.read(kind, request_id=request_id)

    def put(self, record: K) -> Changes:
        """Store a record, new or corrected."""
        with self._database.write("save-case-record") as work:
            work.put(record)
        return work.changes

    def remove(self, record: K) -> Changes:
        """Take a record out together with its attachments."""
        with self._database.write("remove-case-record") as work:
            for attachment in self._database.read(Attachment, owner_id=record.id):
                work.remove(attachment)
            work.remove(record)
        return work.changes
