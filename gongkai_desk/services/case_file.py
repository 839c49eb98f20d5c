"""What a case file holds beside the request and its events: read, put, taken out.

One write each. What one kind of record needs checked is checked by the service that knows it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
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
from gongkai_desk.domain.case_records import Checked, check_record
from gongkai_desk.domain.changes import Changes, Record
from gongkai_desk.domain.letter import Letter, LetterStatus
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import Problem, refuse, refuse_all
from gongkai_desk.domain.register_records import CASE_RECORDS
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.services.attaching import read_attachment
from gongkai_desk.storage.database import Database

K = TypeVar("K", ConsultedParty, ContactEntry, Dispute, Errand, FeeNotice, SearchRecord, StageMark)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A file of a case and the record it is attached to: the request, an event, a side record."""

    attachment: Attachment
    owner: Record

    @property
    def id(self) -> str:
        return self.attachment.id


class CaseFileService:
    def __init__(self, database: Database) -> None:
        self._database = database

    # side records

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

    def check(self, record: Checked, on: dt.date) -> list[Problem]:
        """What is wrong with a record as typed on the day `on`."""
        return check_record(record, on)

    def save(self, record: Checked, on: dt.date) -> Changes:
        """Store a record that is in order; refused with the problems at its fields."""
        refuse_all(self.check(record, on))
        with self._database.write("save-case-record") as work:
            work.put(record)
        return work.changes

    def remind(self, errand: Errand, on: dt.date) -> Changes:
        """Note that the unit was reminded of an errand on the day `on` (催办)."""
        if errand.answered_on is not None:
            raise refuse("errand-answered-already", unit=errand.unit, date=errand.answered_on)
        if on in errand.reminded_on:
            raise refuse("errand-reminded-today", unit=errand.unit, date=on)
        reminded = tuple(sorted((*errand.reminded_on, on)))
        with self._database.write("remind-unit") as work:
            work.put(replace(errand, reminded_on=reminded))
        return work.changes

    # files

    def owners(self, request_id: str) -> list[Record]:
        """What files of a case hang on: the request, its events, its side records and letters."""
        found: list[Record] = [self._database.get(Request, request_id)]
        found += self._database.read(RequestEvent, request_id=request_id)
        for kind in CASE_RECORDS:
            found += self._database.read(kind, request_id=request_id)
        return found

    def materials(self, request_id: str) -> list[Material]:
        """Every file of a case, by the record it belongs to, in the order it was taken in."""
        return [
            Material(attachment=attachment, owner=owner)
            for owner in self.owners(request_id)
            for attachment in self._database.read(Attachment, owner_id=owner.id)
        ]

    def open_owners(self, request_id: str) -> list[Record]:
        """What more files can be attached to: everything but letters, which make their own."""
        return [one for one in self.owners(request_id) if not isinstance(one, Letter)]

    def attach(self, owner_id: str, files: Sequence[Path], on: dt.date) -> Changes:
        """Keep copies of `files` in the office file, all of them or none; errors name the file."""
        taken = [read_attachment(owner_id, path, on) for path in files]
        with self._database.write("attach-file") as work:
            for attachment, data in taken:
                work.attach(attachment, data)
        return work.changes

    def content(self, attachment_id: str) -> bytes:
        """The bytes of a file."""
        return self._database.content(attachment_id)

    def detach(self, attachment_id: str) -> Changes:
        """Take a file out of the office file; undo brings it back. Those of a letter that was
        issued stay: they are the letter as it went out.
        """
        attachment = self._database.get(Attachment, attachment_id)
        letter = self._database.find(Letter, attachment.owner_id)
        if letter is not None and letter.status is not LetterStatus.DRAFT:
            raise refuse("letter-files-stay", name=attachment.name, letter=letter.number)
        with self._database.write("remove-attachment") as work:
            work.remove(attachment)
        return work.changes
