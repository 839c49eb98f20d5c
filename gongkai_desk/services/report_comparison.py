"""The annual reports of several years: the best source for each, read and kept, compared, printed.

Reports of earlier years lie where last year's report lies (`previous_report.OWNER`): one file for
a year, whoever brought it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.documents.reading.report_file import is_published_kind
from gongkai_desk.documents.reading.safety import read_bytes
from gongkai_desk.domain.case_file import Dispute
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.dispute_counts import count_disputes
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import DomainError, Problem, Severity
from gongkai_desk.domain.published_report import PublishedReport, latest
from gongkai_desk.domain.report import Previous, Proactive, ReportDraft
from gongkai_desk.domain.report_comparison import Comparison, compare
from gongkai_desk.domain.report_reading import ReportReading, read_document
from gongkai_desk.domain.report_review import review_published
from gongkai_desk.domain.request import Request
from gongkai_desk.domain.statistics import Case, count
from gongkai_desk.domain.year_report import (
    Doubt,
    Fees,
    YearReport,
    of_edition,
    of_reading,
    of_register,
)
from gongkai_desk.services.case_view import CaseView
from gongkai_desk.services.fees import sums_of_year
from gongkai_desk.services.office import OFFICE_ID
from gongkai_desk.services.previous_report import OWNER
from gongkai_desk.services.published_report import read_report_bytes
from gongkai_desk.services.report_file import document_in
from gongkai_desk.services.report_lock import is_published
from gongkai_desk.services.report_wizard import STEPS, Step
from gongkai_desk.services.reporting import ReportingService
from gongkai_desk.storage.database import Database

FIRST_YEAR = 2008
"""The first year of 政府信息公开年度报告: the 条例 came into force on 1 May 2008."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRead:
    """A file that was read, or why it cannot be; nothing of it is kept yet."""

    name: str
    data: bytes = field(default=b"", repr=False)
    reading: ReportReading | None = None
    problems: tuple[Problem, ...] = ()


class ReportComparisonService:
    def __init__(self, database: Database, register: CaseView, reporting: ReportingService) -> None:
        self._database, self._register, self._reporting = database, register, reporting
        self._read: dict[str, ReportReading] = {}  # by the file's sha256
        self._faults: dict[str, int] = {}

    def first_year(self, last: int) -> int:
        """The earliest year up to `last` that anything is known of; `last` when nothing is."""
        known = {year for year in self._database.values(PublishedReport, "year") if year <= last}
        known |= set(self._files(range(FIRST_YEAR, last + 1)))
        # days as they are stored, year first: not one case is built for this
        received = self._database.values(Request, "received")
        known |= {year for day in received if day and (year := int(day[:4])) <= last}
        return min(known, default=last)

    def compare(self, years: Sequence[int]) -> Comparison:
        """The reports of `years`, each from its best source; a year without one is a gap."""
        cases = self._register.cases()
        files = self._files(years)
        reports = [self._report(year, cases, files.get(year)) for year in years]
        agency = self._database.get(Office, OFFICE_ID).name
        return compare(agency, years, [report for report in reports if report is not None])

    def requests_of(self, disputes: Sequence[str]) -> tuple[str, ...]:
        """The ids of the requests that these disputes are about, each once."""
        found = self._database.read_in(Dispute, "id", disputes) if disputes else []
        return tuple(dict.fromkeys(dispute.request_id for dispute in found))

    def _report(
        self, year: int, cases: Sequence[Case], kept: Attachment | None
    ) -> YearReport | None:
        since = _since(cases)
        reached = since is not None and since.year <= year
        report = self._outside(year, kept)
        if report is None and reached:
            report = self._counted(year, cases, since if since and since.year == year else None)
        if report is None or not reached:
            return report
        fees = sums_of_year(self._database, year)
        told = Fees(noticed=fees.noticed, amount=fees.amount, received=fees.received)
        return replace(report, fees=told)

    def _outside(self, year: int, kept: Attachment | None) -> YearReport | None:
        """What was published: with this program, else what the file says."""
        edition = latest(self._database.read(PublishedReport, year=year))
        if edition is not None:
            return of_edition(edition)
        reading = self._reading(kept) if kept is not None else None
        if reading is None or kept is None:
            return None
        if kept.sha256 not in self._faults:
            found = review_published(reading)
            self._faults[kept.sha256] = sum(
                one.severity is Severity.ERROR for one in found if one.place.table
            )
        report = of_reading(reading, year, kept.added_on)
        return replace(report, faults=self._faults[kept.sha256])

    def _counted(self, year: int, cases: Sequence[Case], since: dt.date | None) -> YearReport:
        draft = self._reporting.draft(year)
        return of_register(
            draft,
            count(cases, year),
            count_disputes(self._database.read(Dispute), year),
            since=since,
            table_2=draft.proactive != Proactive() or _beyond_table_2(draft),
        )

    # reports of earlier years

    def read(
        self, paths: Sequence[Path], progress: Callable[[int, int], None]
    ) -> list[EarlierRead]:
        """The reports in these files; one that is none is told, not raised."""
        found = []
        for number, path in enumerate(paths):
            progress(number, len(paths))
            try:
                data = read_bytes(path)
                read = read_report_bytes if is_published_kind(path) else _read_json
                found.append(EarlierRead(name=path.name, data=data, reading=read(data, path.name)))
            except DomainError as error:
                found.append(EarlierRead(name=path.name, problems=error.problems))
        return found

    def doubts(self, read: EarlierRead, year: int | None, today: dt.date) -> tuple[Doubt, ...]:
        """What is to be asked before `read` is kept as the report of `year`."""
        found = []
        names = self._database.get(Office, OFFICE_ID).names
        if read.reading is not None and read.reading.agency not in ("", *names):
            found.append(Doubt.OTHER_AGENCY)
        if year is None:
            return (*found, Doubt.NO_YEAR)
        if year >= today.year:
            found.append(Doubt.FUTURE)
        if self._database.read(PublishedReport, year=year):
            found.append(Doubt.PUBLISHED_HERE)
        elif self._files([year]):
            found.append(Doubt.REPLACES)
        return tuple(found)

    def keep(self, reads: Sequence[tuple[int, EarlierRead]], on: dt.date) -> Changes:
        """Keep each file as the report of its year, in place of one kept before. The draft of the
        year after takes its numbers over where it had none, or those of the file replaced.
        """
        with self._database.write("keep-earlier-reports") as work:
            for year, read in reads:
                assert read.reading is not None
                old = self._files([year]).get(year)
                draft = self._following(year, self._reading(old) if old else None)
                if draft is not None:
                    work.put(replace(draft, previous=read.reading.previous(), saved_on=on))
                if old is not None:
                    work.remove(old)
                attachment = Attachment(
                    id=new_id(),
                    owner_id=OWNER.format(year=year + 1),
                    name=read.name,
                    size=len(read.data),
                    sha256=hashlib.sha256(read.data).hexdigest(),
                    added_on=on,
                )
                work.attach(attachment, read.data)
        return work.changes

    def remove(self, year: int) -> Changes:
        """Keep the file of `year` no longer; a draft that took numbers from it keeps them."""
        with self._database.write("remove-earlier-report") as work:
            for kept in self._database.read(Attachment, owner_id=OWNER.format(year=year + 1)):
                work.remove(kept)
        return work.changes

    def kept(self, year: int) -> Attachment | None:
        """The file kept as the report of `year`."""
        return self._files([year]).get(year)

    def _following(self, year: int, replaced: ReportReading | None) -> ReportDraft | None:
        """The draft of the year after, when it is to take the numbers of the file over: not where
        either year was published here, for then the edition counts.
        """
        drafts = self._database.read(ReportDraft, year=year + 1)
        if not drafts or any(is_published(self._database, each) for each in (year, year + 1)):
            return None
        taken = (Previous(), replaced.previous() if replaced else Previous())
        return drafts[0] if drafts[0].previous in taken else None

    def _files(self, years: Sequence[int]) -> dict[int, Attachment]:
        owners = {OWNER.format(year=year + 1): year for year in years}
        kept = self._database.read_in(Attachment, "owner_id", list(owners))
        return {owners[one.owner_id]: one for one in kept}

    def _reading(self, kept: Attachment) -> ReportReading | None:
        """None when the file can no longer be read."""
        if kept.sha256 not in self._read:
            data = self._database.content(kept.id)
            read = _read_json if kept.name.lower().endswith(".json") else read_report_bytes
            try:
                self._read[kept.sha256] = read(data, kept.name)
            except DomainError:
                return None
        return self._read[kept.sha256]

    # papers

    def write_pdf(self, comparison: Comparison, path: Path, on: dt.date) -> tuple[str, ...]:
        """Table and charts; returns the characters no typeface has."""
        return documents.report_comparison_pdf.write_comparison(comparison, on, path)

    def write_workbook(self, comparison: Comparison, path: Path, on: dt.date) -> Path:
        """The same as a workbook with live changes."""
        documents.report_comparison_xlsx.write_comparison(comparison, on, path)
        return path


def _read_json(data: bytes, name: str) -> ReportReading:
    return read_document(document_in(data, name), name)


def _since(cases: Sequence[Case]) -> dt.date | None:
    """The day the register begins with."""
    return min((case.received for case in cases if case.received is not None), default=None)


def _beyond_table_2(draft: ReportDraft) -> bool:
    """Whether the wizard was already led past table 2, so that its zeros are meant."""
    return draft.step in STEPS and STEPS.index(Step(draft.step)) > STEPS.index(Step.TABLE_2)
