"""The register seen from further away: counted for a year, as due dates in a calendar, by stage."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.bulk import BulkChange, planned
from gongkai_desk.domain.case import Case, Group, Query
from gongkai_desk.domain.case_file import Errand, Stage, StageMark
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.due_calendar import DueEntry, DueMonth, due_month
from gongkai_desk.domain.register_statistics import RegisterStatistics, statistics_of
from gongkai_desk.domain.request import Request
from gongkai_desk.domain.stages import stage_of
from gongkai_desk.i18n import _
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.register import RegisterService
from gongkai_desk.storage.database import Database


class RegisterViewService:
    def __init__(
        self, database: Database, register: RegisterService, holidays: HolidayService
    ) -> None:
        self._database, self._register, self._holidays = database, register, holidays
        self._marks: Mapping[str, Sequence[StageMark]] | None = None
        self._errands: Mapping[str, Sequence[Errand]] | None = None
        database.committed.append(self._hear)

    def stage(self, case: Case) -> Stage | None:
        """The last stage that `case` has passed. What is marked by hand is read once for all."""
        if self._marks is None or self._errands is None:
            marks, errands = defaultdict(list), defaultdict(list)
            for mark in self._database.read(StageMark):
                marks[mark.request_id].append(mark)
            for errand in self._database.read(Errand):
                errands[errand.request_id].append(errand)
            self._marks, self._errands = marks, errands
        request_id = case.request.id
        return stage_of(case, self._marks.get(request_id, ()), self._errands.get(request_id, ()))

    def _hear(self, changes: Changes) -> None:
        if changes.touches(StageMark, Errand):
            self._marks = self._errands = None

    def statistics(self, year: int | None, as_of: dt.date) -> RegisterStatistics:
        """The statistics of a year, of all years when None."""
        return statistics_of(self._register.rows(Query(), as_of), year)

    def print_statistics(
        self, counted: RegisterStatistics, agency: str, as_of: dt.date, path: Path
    ) -> tuple[str, ...]:
        """Write them as PDF; returns the characters no typeface has."""
        return documents.statistics_pdf.write_statistics(counted, agency, as_of, path)

    def month(self, year: int, month: int, as_of: dt.date) -> DueMonth:
        """A month with the open requests that fall due in it."""
        open_ones = self._register.rows(Query(group=Group.OPEN), as_of)
        return due_month(year, month, open_ones, self._holidays.calendar())

    def change_many(self, ids: Sequence[str], change: BulkChange) -> Changes:
        """Make one change in many requests, in one write; refuses an empty change."""
        requests = [self._database.get(Request, request_id) for request_id in ids]
        with self._database.write("change-many-requests") as work:
            for after in planned(requests, change):
                work.put(after)
        return work.changes

    def write_due_dates(self, path: Path, as_of: dt.date, stamp: dt.datetime) -> int:
        """Write the due dates of the open requests as .ics without personal data; how many.

        `stamp` is the moment of the export, in UTC.
        """
        cases = self._register.rows(Query(group=Group.OPEN), as_of)
        entries = [
            DueEntry(
                uid=case.request.id,
                date=case.due,
                title=_("Reply due: request {number}").format(number=case.request.number),
                note=_("Due date provisional") if case.provisional else "",
            )
            for case in cases
            if case.due is not None
        ]
        documents.due_ics.write_ics(_("Due dates of disclosure requests"), entries, stamp, path)
        return len(entries)
