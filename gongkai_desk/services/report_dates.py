"""When the annual report is due, and how far its draft has come: loads at once, counts nothing."""

from __future__ import annotations

import datetime as dt

from gongkai_desk.domain.office import Office
from gongkai_desk.domain.report import ReportDraft, due_date
from gongkai_desk.services.report_lock import is_published
from gongkai_desk.storage.database import Database


class ReportDateService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def draft(self, year: int) -> ReportDraft:
        """The draft kept for the year, or a fresh one that nothing has been saved of yet."""
        return self._kept(year) or ReportDraft(id=f"report-{year}", year=year)

    def due(self, year: int) -> dt.date:
        """The day by which the report of `year` must be out (第四十九条)."""
        return due_date(year, self._office().kind)

    def year_due(self, today: dt.date) -> int:
        """The year of the report that is due next: last year's until its day has passed or it is
        published.
        """
        last = today.year - 1
        waits = today <= self.due(last) and not is_published(self._database, last)
        return last if waits else today.year

    def _kept(self, year: int) -> ReportDraft | None:
        kept = self._database.read(ReportDraft, year=year)
        return kept[0] if kept else None

    def _office(self) -> Office:
        return self._database.get(Office, "office")
