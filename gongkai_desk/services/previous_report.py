"""Last year's report: from our own file, or read from a published one and kept with the draft.

The numbers go into the draft (`ReportDraft.previous`); the file itself is kept as it was handed
in, and its texts are read from it again when they are compared.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from gongkai_desk.documents.reading.report_file import is_published_kind
from gongkai_desk.documents.reading.safety import read_bytes
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import DomainError, refuse
from gongkai_desk.domain.report import CARRIED_OUT_ROW, ReportDraft, Texts
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.report_reading import ReportReading
from gongkai_desk.domain.report_review import review_published
from gongkai_desk.services.office import OFFICE_ID
from gongkai_desk.services.published_report import read_report_bytes, read_report_file
from gongkai_desk.services.report_lock import edition_in_force, require_open
from gongkai_desk.storage.database import Database

OWNER = "previous-report-{year}"
"""The owner of the file kept for the draft of a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousRead:
    """A report of the year before, read but not taken yet: what to show before it is.

    `findings` are those on that report itself; they stand in nobody's way.
    """

    name: str
    data: bytes = field(repr=False)
    reading: ReportReading
    findings: tuple[Finding, ...]


class PreviousReportService:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._read: dict[str, Texts] = {}  # by the file's sha256

    def read(self, path: Path, year: int) -> PreviousRead:
        """The report in `path` as the one before that of `year`; nothing is stored.

        Raises DomainError when it is no report, when it names another year than the one before,
        and when its row 25 cannot be read.
        """
        data = read_bytes(path)
        if is_published_kind(path):
            reading = read_report_bytes(data, path.name)
        else:
            reading = read_report_file(path)
        if reading.year is not None and reading.year != year - 1:
            raise refuse(
                "report-previous-other-year",
                "file",
                name=path.name,
                found=reading.year,
                expected=year - 1,
            )
        if reading.row(CARRIED_OUT_ROW) is None:
            raise refuse("report-previous-no-rows", "file", name=path.name)
        return PreviousRead(
            name=path.name, data=data, reading=reading, findings=tuple(review_published(reading))
        )

    def names_us(self, read: PreviousRead) -> bool:
        """Whether the report's title names this office; one without a title says nothing else."""
        names = self._database.get(Office, OFFICE_ID).names
        return read.reading.agency in ("", *names)

    def take(self, draft: ReportDraft, read: PreviousRead, on: dt.date) -> Changes:
        """Put the numbers into the draft and keep the file with it; one kept before goes."""
        attachment = Attachment(
            id=new_id(),
            owner_id=OWNER.format(year=draft.year),
            name=read.name,
            size=len(read.data),
            sha256=hashlib.sha256(read.data).hexdigest(),
            added_on=on,
        )
        require_open(self._database, draft.year)
        with self._database.write("take-previous-report") as work:
            for old in self._database.read(Attachment, owner_id=attachment.owner_id):
                work.remove(old)
            work.attach(attachment, read.data)
            work.put(replace(draft, previous=read.reading.previous(), saved_on=on))
        self._read[attachment.sha256] = read.reading.texts
        return work.changes

    def file(self, year: int) -> Attachment | None:
        """The published report of the year before that is kept for the report of `year`."""
        found = self._database.read(Attachment, owner_id=OWNER.format(year=year))
        return found[-1] if found else None

    def texts(self, year: int) -> Texts | None:
        """The written parts of the year before: those of the file kept, else those published
        from here, else those written here.

        None when neither is known, or the file can no longer be read.
        """
        for found in (self._file_texts, self._published_texts, self._draft_texts):
            texts = found(year)
            if texts != Texts():
                return texts
        return None

    def _file_texts(self, year: int) -> Texts:
        """Those of the file kept; our own JSON has none."""
        kept = self.file(year)
        if kept is None:
            return Texts()
        if kept.sha256 not in self._read:
            self._read[kept.sha256] = self._texts_of(kept)
        return self._read[kept.sha256]

    def _published_texts(self, year: int) -> Texts:
        published = edition_in_force(self._database, year - 1)
        return published.texts if published is not None else Texts()

    def _draft_texts(self, year: int) -> Texts:
        drafts = self._database.read(ReportDraft, year=year - 1)
        return drafts[0].texts if drafts else Texts()

    def _texts_of(self, kept: Attachment) -> Texts:
        """Our own JSON has no texts."""
        if kept.name.lower().endswith(".json"):
            return Texts()
        try:
            return read_report_bytes(self._database.content(kept.id), kept.name).texts
        except DomainError:
            return Texts()
