"""The archive: closed cases put away, and exported as a folder (zip) or a PDF with bookmarks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.archive import (
    Archiving,
    check_archiving,
    distinct,
    retention_ended,
    safe_name,
)
from gongkai_desk.domain.case import Case, Query, year_of
from gongkai_desk.domain.case_file import Dispute
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.problems import Problem, refuse, refuse_all
from gongkai_desk.domain.register_settings import RegisterSettings
from gongkai_desk.domain.request import Request
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.archive_folder import CaseFolder
from gongkai_desk.services.disputes import DisputeService
from gongkai_desk.services.register import RegisterService
from gongkai_desk.services.register_settings import RegisterSettingsService
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.journal import Removal

Progress = Callable[[int, int], None]
FORMATS = ("zip", "pdf")
_DIGITS = 4


class ArchiveService:
    """Nothing is ever deleted here: what is over its retention period is listed, no more."""

    def __init__(
        self, database: Database, register: RegisterService, disputes: DisputeService
    ) -> None:
        self._database, self._register, self._disputes = database, register, disputes
        self._settings = RegisterSettingsService(database)

    # asking

    def waiting(self, as_of: dt.date) -> list[Case]:
        """The closed cases that are not archived yet, the longest closed first."""
        cases = [
            case
            for case in self._register.rows(Query(), as_of)
            if case.closed and case.request.archived_on is None
        ]
        return sorted(cases, key=lambda case: case.closed_on or dt.date.max)

    def over(self, as_of: dt.date) -> list[Case]:
        """The archived cases whose retention period has ended: the officer decides."""
        cases = self._register.rows(Query(), as_of)
        return [case for case in cases if retention_ended(case.request, as_of)]

    def archived(self, as_of: dt.date) -> list[Case]:
        """The archived cases, by archive number."""
        cases = self._register.rows(Query(), as_of)
        kept = [case for case in cases if case.request.archived_on is not None]
        return sorted(kept, key=lambda case: case.request.archive_number)

    def usual_years(self, request_id: str) -> int:
        """How long the office keeps this case: longer when there was a dispute about it."""
        settings: RegisterSettings = self._settings.get()
        disputed = bool(self._database.read(Dispute, request_id=request_id))
        return settings.retention_years_disputed if disputed else settings.retention_years

    def proposed(self, request_id: str, on: dt.date) -> Archiving:
        """What to fill in first: what is kept already, else the next number of the year. A case
        that was taken up again keeps its number.
        """
        request = self._database.get(Request, request_id)
        if request.archived_on is not None:
            return Archiving(
                number=request.archive_number,
                archived_on=request.archived_on,
                retention_years=request.retention_years or self.usual_years(request_id),
            )
        return Archiving(
            number=request.archive_number or self.next_number(on.year),
            archived_on=on,
            retention_years=self.usual_years(request_id),
        )

    def next_number(self, year: int) -> str:
        """The first free archive number after the highest of `year`: GK-2026-0001 …"""
        pattern = re.compile(rf"GK-{year}-([0-9]+)")
        found = (pattern.fullmatch(one.archive_number) for one in self._database.read(Request))
        last = max((int(match[1]) for match in found if match), default=0)
        return f"GK-{year}-{last + 1:0{_DIGITS}}"

    def check(self, request_id: str, archiving: Archiving, on: dt.date) -> list[Problem]:
        """Why the case cannot be archived like this, and what is unusual about it."""
        case = self._register.get(request_id, on)
        rows, number = self._disputes.of(request_id), archiving.number.strip()
        return check_archiving(
            case.request,
            archiving,
            closed_on=case.closed_on,
            others=self._database.read(Request, archive_number=number) if number else (),
            usual_years=self.usual_years(request_id),
            disputed=any(one.decided_on is None for one in rows),
            on=on,
        )

    # writing

    def archive(self, request_id: str, archiving: Archiving, *, on: dt.date) -> Changes:
        """Put a closed case into the archive, or correct how it was put there; one write."""
        refuse_all(self.check(request_id, archiving, on))
        request = self._database.get(Request, request_id)
        with self._database.write("archive-request") as work:
            work.put(
                replace(
                    request,
                    archive_number=archiving.number.strip(),
                    archived_on=archiving.archived_on,
                    retention_years=archiving.retention_years,
                )
            )
        return work.changes

    def archive_all(self, request_ids: Collection[str], *, on: dt.date) -> Changes:
        """Archive several closed cases with the numbers and periods proposed; all or none."""
        found = [self._database.get(Request, one) for one in request_ids]
        cases = [self._register.get(one.id, on) for one in found]
        open_ones = [
            Problem("archive-open-case", "", {"number": case.request.number})
            for case in cases
            if not case.closed
        ]
        refuse_all(open_ones)
        first = self.next_number(on.year)
        start = int(first.rpartition("-")[2])
        numbers = (f"GK-{on.year}-{one:0{_DIGITS}}" for one in count(start))
        with self._database.write("archive-request") as work:
            for request in (one for one in found if one.archived_on is None):
                work.put(
                    replace(
                        request,
                        archive_number=request.archive_number or next(numbers),
                        archived_on=on,
                        retention_years=self.usual_years(request.id),
                    )
                )
        return work.changes

    def take_back(self, request_id: str) -> Changes:
        """The case was archived by mistake; the journal keeps that it was."""
        request = self._database.get(Request, request_id)
        if request.archived_on is None:
            raise refuse("archive-not-archived", number=request.number)
        with self._database.write("unarchive-request") as work:
            work.put(replace(request, archive_number="", archived_on=None, retention_years=None))
        return work.changes

    # files

    def folder_name(self, request: Request) -> str:
        """The name of the case's folder and files, without ending."""
        return safe_name(f"{request.number} {request.subject}".replace(".", "．"))

    def export_zip(self, request_id: str, path: Path, as_of: dt.date) -> tuple[str, ...]:
        """The case as one folder in a zip: index, form, letters, calculation, history, journal,
        attachments, hashes. Returns the characters no typeface has; whole or not at all.
        """
        folder = self._folder(request_id, as_of)
        return folder.write_zip(path, self.folder_name(folder.request))

    def export_pdf(self, request_id: str, path: Path, as_of: dt.date) -> tuple[str, ...]:
        """The case as one PDF with bookmarks; what cannot be printed is named in its index."""
        return self._folder(request_id, as_of).write_pdf(path)

    def export_year(
        self,
        year: int,
        parent: Path,
        as_of: dt.date,
        *,
        formats: Collection[str] = FORMATS,
        progress: Progress = lambda _done, _total: None,
    ) -> tuple[Path, int]:
        """Every closed case filed under `year` into a new folder in `parent`, with a list of
        them; the folder and how many cases there are. `progress` may raise to stop: then nothing
        is left behind.
        """
        cases = [
            case
            for case in self._register.rows(Query(year=year), as_of)
            if case.closed and year_of(case.request) == year
        ]
        if not cases:
            raise refuse("archive-nothing-in-year", "year", year=year)
        target = _free(parent / safe_name(_("Case files of {year}").format(year=year)))
        names = list(distinct(self.folder_name(case.request) for case in cases))
        removals = self._database.removals()
        with documents.atomic.new_folder(target) as temporary:
            for done, (case, name) in enumerate(zip(cases, names, strict=True)):
                progress(done, len(cases))
                folder = self._folder(case.request.id, as_of, removals)
                if "zip" in formats:
                    folder.write_zip(temporary / f"{name}.zip", name)
                if "pdf" in formats:
                    folder.write_pdf(temporary / f"{name}.pdf")
            self._write_list(cases, year, temporary, as_of)
            progress(len(cases), len(cases))
        return target, len(cases)

    def _write_list(self, cases: list[Case], year: int, folder: Path, as_of: dt.date) -> None:
        column = documents.list_pdf.ListColumn
        title = _("List of the case files of {year}").format(year=year)
        documents.list_pdf.write_list(
            documents.list_pdf.ListDocument(
                title=title,
                columns=(
                    column(title=_("Number"), weight=1.1),
                    column(title=_("Information asked for"), weight=4.2),
                    column(title=_("Closed on"), weight=1.6, centred=True),
                    column(title=_("Outcome"), weight=2.4),
                    column(title=_("Archive number"), weight=1.6),
                    column(title=_("Retention period"), weight=1.1, centred=True),
                ),
                rows=[_list_row(case) for case in cases],
                note=_("As of {date}").format(date=date_text(as_of)),
            ),
            folder / f"{safe_name(title)}.pdf",
        )

    def _folder(
        self, request_id: str, as_of: dt.date, removals: Sequence[Removal] | None = None
    ) -> CaseFolder:
        case = self._register.get(request_id, as_of)
        return CaseFolder(self._database, self._register, self._disputes, case, as_of, removals)


def _list_row(case: Case) -> tuple[str, ...]:
    request = case.request
    years = request.retention_years
    return (
        request.number,
        request.subject,
        date_text(case.closed_on) if case.closed_on else "",
        case.outcome.label if case.outcome else "",
        request.archive_number,
        _("{n} years").format(n=years) if years else "",
    )


def _free(path: Path) -> Path:
    """`path`, or the first of its numbered variants that is not taken."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}({number})")
    return free
