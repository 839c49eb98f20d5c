"""Records of one or several kinds with their files: read, checked, stored, taken out.

The services of proactive disclosure and of the officer's own records are keepers that know more.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from gongkai_desk.domain.changes import Changes, Record
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import Problem, refuse_all
from gongkai_desk.services.attaching import read_attachment
from gongkai_desk.storage.database import Database

R = TypeVar("R", bound=Record)


class RecordKeeper:
    """A subclass overrides `check`, and `leave` when taking a record out takes others with it.

    The operations are named after the kind: ``save-site-message``, ``remove-site-message``; each
    needs its name in a wording area's OPERATIONS.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, kind: type[R], **fields: object) -> list[R]:
        """The records of a kind whose fields equal those given, in the order they were entered."""
        return self._database.read(kind, **fields)

    def get(self, kind: type[R], record_id: str) -> R:
        return self._database.get(kind, record_id)

    def find(self, kind: type[R], record_id: str) -> R | None:
        """The record with this id, None when it is gone."""
        return self._database.find(kind, record_id)

    def check(self, _record: Record, _on: dt.date) -> list[Problem]:
        """What is wrong with a record as typed on the day; warnings do not keep it from being
        stored.
        """
        return []

    def leave(self, record: Record) -> Sequence[Record]:
        """What goes with `record` when it is taken out, itself included, in that order."""
        return [record]

    def save(self, record: Record, on: dt.date, files: Sequence[Path] = ()) -> Changes:
        """Store a record that is in order, with copies of `files`; refused with the problems at
        its fields. Errors of files as for reading one.
        """
        refuse_all(self.check(record, on))
        taken = [read_attachment(record.id, path, on) for path in files]
        with self._database.write(f"save-{operation_word(type(record))}") as work:
            work.put(record)
            for attachment, data in taken:
                work.attach(attachment, data)
        return work.changes

    def remove(self, record: Record) -> Changes:
        """Take a record out together with what goes with it and all their files."""
        with self._database.write(f"remove-{operation_word(type(record))}") as work:
            for each in self.leave(record):
                for attachment in self.files(each.id):
                    work.remove(attachment)
                work.remove(each)
        return work.changes

    # files

    def files(self, owner_id: str) -> list[Attachment]:
        """The files attached to a record, in the order they were taken in."""
        return self._database.read(Attachment, owner_id=owner_id)

    def attach(self, owner_id: str, files: Sequence[Path], on: dt.date) -> Changes:
        """Keep copies of `files` in the office file, all of them or none; errors name the file."""
        taken = [read_attachment(owner_id, path, on) for path in files]
        with self._database.write("attach-file") as work:
            for attachment, data in taken:
                work.attach(attachment, data)
        return work.changes

    def detach(self, attachment: Attachment) -> Changes:
        with self._database.write("remove-attachment") as work:
            work.remove(attachment)
        return work.changes

    def content(self, attachment_id: str) -> bytes:
        return self._database.content(attachment_id)


def operation_word(kind: type[Record]) -> str:
    """``SiteMessage`` as it stands in the name of an operation: ``site-message``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()
