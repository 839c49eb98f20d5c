"""Publishing the annual report: figures, texts and four files are frozen, and stay.

What happens in the register afterwards is told as differences (`published_changes`); a corrected
edition keeps the first.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.attention import Attention
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.file_trouble import file_trouble
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import DomainError, Problem, refuse, refuse_all
from gongkai_desk.domain.published_report import (
    FrozenFile,
    PublishedReport,
    cases_behind,
    disputes_behind,
)
from gongkai_desk.domain.report import Figures, Previous, ReportDraft, Texts
from gongkai_desk.domain.report_answers import unanswered
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.services.findings import finding_text
from gongkai_desk.services.published_changes import Differing, PublishedChanges
from gongkai_desk.services.publishing_checks import (
    Publication,
    address_faults,
    correction_note,
    faults_of_day,
)
from gongkai_desk.services.report_lock import edition_in_force, is_locked
from gongkai_desk.services.reporting import (
    WRITERS,
    Report,
    ReportingService,
    Written,
    report_name,
    require_formats,
)
from gongkai_desk.services.saving import write_file
from gongkai_desk.storage.database import Database

FORMATS = tuple(WRITERS)


class PublishingService:
    def __init__(self, database: Database, reporting: ReportingService) -> None:
        self._database = database
        self._reporting = reporting
        self._changes = PublishedChanges(database, reporting)

    # what there is

    def editions(self, year: int) -> list[PublishedReport]:
        """Every edition of the report of `year`, the first one first."""
        return sorted(self._database.read(PublishedReport, year=year), key=lambda one: one.edition)

    def latest(self, year: int) -> PublishedReport | None:
        """The edition in force."""
        return edition_in_force(self._database, year)

    def years(self) -> list[int]:
        """The years with a published report."""
        return sorted(set(self._database.values(PublishedReport, "year")))

    def locked(self, year: int) -> bool:
        """Whether the report of `year` is published and no correction of it has begun."""
        return is_locked(self._database, year)

    def standing(self, year: int) -> PublishedReport | None:
        """The edition that stands for `year` while it is locked: what is shown and given out."""
        return self.latest(year) if self.locked(year) else None

    # publishing

    def obstacles(self, draft: ReportDraft, report: Report | None = None) -> list[Finding]:
        """The findings that nobody has mended or answered; `report` when it is worked out."""
        found = (report or self._reporting.report(draft)).findings
        return unanswered(found, draft.answers)

    def check(self, draft: ReportDraft, how: Publication, on: dt.date) -> list[Problem]:
        """Why the report cannot be published like this on the day `on`, its findings aside."""
        if self.locked(draft.year):
            return [Problem("report-locked", values={"year": draft.year})]
        found = list(faults_of_day(draft.year, how.published_on, on))
        before, day = self.latest(draft.year), how.published_on
        if before is not None and day is not None and day < before.published_on:
            values = {"date": before.published_on, "edition": before.edition}
            found.append(Problem("report-published-before-edition", "published_on", values))
        return [*found, *address_faults(how.address)]

    def publish(self, draft: ReportDraft, how: Publication, on: dt.date) -> Changes:
        """Freeze the report of the draft's year with its four files, in one write that is never
        undone.

        Raises DomainError when `check` finds something, when a finding is neither mended nor
        answered, and when a file cannot be made; then nothing is kept.
        """
        refuse_all(self.check(draft, how, on))
        with self._database.held():  # what is counted is what is frozen
            draft = self._worded(draft, how)
            report = self._reporting.report(draft)
            if left := self.obstacles(draft, report):
                raise refuse(
                    "report-publish-obstacles", count=len(left), first=finding_text(left[0])
                )
            before = self.latest(draft.year)
            number = before.edition + 1 if before else 1
            files = _made_files(report, number)
            edition = _edition(draft, report, how, number)
            kept = [_attachment(edition.id, name, data, on) for name, data in files]
            edition = replace(edition, files=tuple(map(_frozen, kept)))
            with self._database.write("publish-report", undoable=False) as work:
                work.put(edition)
                for attachment, (_name, data) in zip(kept, files, strict=True):
                    work.attach(attachment, data)
                work.put(replace(draft, correcting="", saved_on=on))
        return work.changes

    def _worded(self, draft: ReportDraft, how: Publication) -> ReportDraft:
        """The draft with the texts that are published: those drafted where none was written, and
        the note of a correction where it is asked for.
        """
        texts = draft.texts
        if texts == Texts():
            texts = self._reporting.report(draft).texts
        if how.tells_why and draft.correcting and how.published_on is not None:
            note = correction_note(how.published_on, draft.correcting)
            texts = replace(texts, other=f"{texts.other.rstrip()}\n{note}")
        return replace(draft, texts=texts)

    def set_address(self, edition: PublishedReport, address: str) -> Changes:
        """Note where an edition is found, once the website has told; nothing else of it moves."""
        refuse_all(address_faults(address))
        with self._database.write("set-report-address") as work:
            kept = self._database.get(PublishedReport, edition.id)
            work.put(replace(kept, address=address.strip()))
        return work.changes

    # correcting

    def begin_correction(self, year: int, reason: str, on: dt.date) -> Changes:
        """Open the draft of a published year again; raises DomainError without a reason, or when
        there is nothing published or the correction has begun.
        """
        if not self.locked(year):
            raise refuse("report-not-locked", year=year)
        if not reason.strip():
            raise refuse("report-correction-reason-missing", "reason")
        with self._database.write("begin-report-correction") as work:
            draft = self._reporting.draft(year)
            work.put(replace(draft, correcting=reason.strip(), saved_on=on))
        return work.changes

    def drop_correction(self, year: int, on: dt.date) -> Changes:
        """Give a correction up: the draft is again what was published."""
        edition, draft = self.latest(year), self._reporting.draft(year)
        if edition is None or not draft.correcting:
            raise refuse("report-not-correcting", year=year)
        known = self._reporting.previous(replace(draft, previous=Previous()))
        with self._database.write("drop-report-correction") as work:
            work.put(_as_published(draft, edition, known, on))
        return work.changes

    # differences

    def differences(self, year: int, report: Report | None = None) -> tuple[Differing, ...]:
        """What the edition in force says otherwise than the register does now; nothing for a year
        that was never published. `report` is that of the year's draft when it is worked out.
        """
        edition = self.latest(year)
        if edition is None:
            return ()
        worked_out = report or self._reporting.report(self._reporting.draft(year))
        return self._changes.differences(edition, worked_out)

    def attention(self, _today: dt.date) -> tuple[Attention, ...]:
        """Published reports that the register has moved away from."""
        return self._changes.attention()

    # given out

    def write(self, draft: ReportDraft, folder: Path, formats: Collection[str]) -> Written:
        """The documents of the draft's year in `folder`: the frozen files while it is locked,
        with what was published as their figures and the differences as their findings; else
        those of the draft. Raises DomainError as `ReportingService.write` does.
        """
        edition = self.standing(draft.year)
        if edition is None:
            return self._reporting.write(draft, folder, formats)
        require_formats(formats)
        report = self._reporting.report(draft)
        differing = self._changes.differences(edition, report)
        return Written(
            paths=self.save_files(edition, folder, formats),
            draft=False,
            report=replace(
                report,
                figures=edition.figures,
                texts=edition.texts,
                findings=tuple(one.finding for one in differing),
            ),
            edition=edition,
        )

    def file_names(self, draft: ReportDraft, formats: Collection[str]) -> list[str]:
        """What `write` will call its files."""
        edition = self.standing(draft.year)
        if edition is not None:
            return [file.name for file in edition.files if _format(file.name) in formats]
        name = report_name(self._reporting.report(draft).figures)
        return [f"{name}.{each}" for each in formats]

    # the frozen files

    def content(self, file: FrozenFile) -> bytes:
        """The bytes of a frozen file; raises DomainError when they are no longer those."""
        fault = self._fault(file)
        if fault is not None:
            raise DomainError(fault)
        return self._database.content(file.attachment_id)

    def verify(self, edition: PublishedReport) -> list[Problem]:
        """Every file of the edition that is missing or not what was published."""
        faults = (self._fault(file) for file in edition.files)
        return [fault for fault in faults if fault is not None]

    def save_files(
        self, edition: PublishedReport, folder: Path, formats: Collection[str] = FORMATS
    ) -> tuple[Path, ...]:
        """The frozen files of these formats in `folder`, byte for byte; none is written when one
        is damaged.
        """
        wanted = [file for file in edition.files if _format(file.name) in formats]
        ready = [(folder / file.name, self.content(file)) for file in wanted]
        documents.atomic.make_folder(folder)
        for path, data in ready:
            write_file(path, data)
        return tuple(path for path, _data in ready)

    def _fault(self, file: FrozenFile) -> Problem | None:
        kept = self._database.find(Attachment, file.attachment_id)
        if kept is None:
            return Problem("published-file-missing", values={"name": file.name})
        try:
            data = self._database.content(kept.id)
        except DomainError:
            return Problem("published-file-missing", values={"name": file.name})
        if (len(data), hashlib.sha256(data).hexdigest()) != (file.size, file.sha256):
            return Problem("published-file-altered", values={"name": file.name})
        return None


def edition_name(figures: Figures, edition: int) -> str:
    """What the files of an edition are called, without ending; later ones tell which they are."""
    name = report_name(figures)
    return name if edition == 1 else f"{name}（第{edition}版）"


def _edition(draft: ReportDraft, report: Report, how: Publication, number: int) -> PublishedReport:
    """The record, with the answers that are about something found; its files follow."""
    assert how.published_on is not None
    keys = {finding.key for finding in report.findings}
    return PublishedReport(
        id=new_id(),
        year=draft.year,
        edition=number,
        title=report_name(report.figures),
        published_on=how.published_on,
        address=how.address.strip(),
        because=draft.correcting,
        figures=report.figures,
        texts=report.texts,
        overrides=draft.overrides,
        answers=tuple(one for one in draft.answers if one.key in keys),
        last_problems=draft.last_problems,
        cases=cases_behind(report.counted),
        disputes=disputes_behind(report.counted_disputes),
    )


def _as_published(
    draft: ReportDraft, edition: PublishedReport, known: Previous, on: dt.date
) -> ReportDraft:
    """What this office file knows of the year before by itself (`known`) is not as if typed."""
    previous = edition.figures.previous
    return replace(
        draft,
        proactive=edition.figures.proactive,
        previous=Previous() if previous == known else previous,
        texts=edition.texts,
        overrides=edition.overrides,
        answers=edition.answers,
        last_problems=edition.last_problems,
        correcting="",
        saved_on=on,
    )


def _made_files(report: Report, edition: int) -> list[tuple[str, bytes]]:
    """Names and bytes of the four files, none of them marked as a draft."""
    name, made = edition_name(report.figures, edition), []
    with _a_folder() as folder:
        for ending, write in WRITERS.items():
            path = folder / f"report.{ending}"
            write(report.figures, report.texts, path, False)
            made.append((f"{name}.{ending}", path.read_bytes()))
    return made


@contextmanager
def _a_folder() -> Iterator[Path]:
    """A folder for a moment; raises DomainError `file-not-written` when the disk has no room."""
    try:
        with tempfile.TemporaryDirectory(prefix="gongkai-desk-") as folder:
            yield Path(folder)
    except OSError as error:
        where = tempfile.gettempdir()
        raise refuse("file-not-written", path=where, reason=file_trouble(error)) from error


def _attachment(owner: str, name: str, data: bytes, on: dt.date) -> Attachment:
    return Attachment(
        id=new_id(),
        owner_id=owner,
        name=name,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        added_on=on,
    )


def _frozen(kept: Attachment) -> FrozenFile:
    return FrozenFile(attachment_id=kept.id, name=kept.name, size=kept.size, sha256=kept.sha256)


def _format(name: str) -> str:
    return name.rpartition(".")[2]
