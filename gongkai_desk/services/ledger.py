"""Moving a whole ledger into the register: read, look, decide, take. All of it or nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from gongkai_desk.documents import reading as files
from gongkai_desk.domain.case import Case, year_of
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.ledger_cases import Surroundings, read_cases
from gongkai_desk.domain.ledger_draft import LedgerDraft, draft_of
from gongkai_desk.domain.ledger_reading import LedgerCase, LedgerReading
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import Request
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.ledger_words import heading_finder, ledger_words
from gongkai_desk.services.outcomes import outcomes
from gongkai_desk.services.register import RegisterService
from gongkai_desk.services.register_settings import RegisterSettingsService
from gongkai_desk.storage.database import Database

Progress = Callable[[int, int], None]
_NUMBER = re.compile(r"(\d{4})-(\d+)")
_DIGITS = 3
_PARTS = 4


class LedgerImportService:
    def __init__(
        self,
        database: Database,
        register: RegisterService,
        holidays: HolidayService,
        settings: RegisterSettingsService,
    ) -> None:
        self._database, self._register = database, register
        self._holidays, self._settings = holidays, settings

    def open(self, path: Path) -> LedgerDraft:
        """Read a file (xlsx, xls, ods, csv) and find its headings; raises DomainError when it
        cannot be read or has none.
        """
        sheets = files.read_ledger(path)
        finder = heading_finder(self._settings.get().ledger_headings)
        return draft_of(path.name, tuple(sheets), finder)

    def read(self, draft: LedgerDraft, today: dt.date) -> LedgerReading:
        """The requests as the draft decides, with what is wrong and what is open."""
        around = Surroundings(
            words=ledger_words(),
            outcomes=outcomes(),
            calendar=self._holidays.calendar(),
            today=today,
            taken={request.number for request in self._database.read(Request)},
        )
        reading = read_cases(
            draft.sheet, draft.layout, around, draft.answers, skip_duplicates=draft.skip_duplicates
        )
        cases = self._numbered(reading.cases, today.year)
        return replace(reading, cases=cases, other_sheets=draft.other_sheets)

    def cases(self, reading: LedgerReading, as_of: dt.date) -> list[Case]:
        """The requests as the register would list them."""
        drafts = [(case.request, case.events) for case in reading.cases]
        return self._register.as_cases(drafts, as_of)

    def commit(
        self, reading: LedgerReading, progress: Progress = lambda _done, _total: None
    ) -> Changes:
        """Take all requests with their events as one write. Raises DomainError, and writes
        nothing, while there is an error or an open question.
        """
        if reading.obstacles:
            raise DomainError(*reading.obstacles)
        progress(1, _PARTS)
        with self._database.write("import-ledger") as work:
            work.put_new([case.request for case in reading.cases])
            progress(2, _PARTS)
            work.put_new([event for case in reading.cases for event in case.events])
            progress(3, _PARTS)
        return work.changes

    def _numbered(self, cases: tuple[LedgerCase, ...], this_year: int) -> tuple[LedgerCase, ...]:
        """The cases without a number with the next free ones of their years."""
        if all(case.request.number for case in cases):
            return cases
        last: dict[int, int] = defaultdict(int)
        kept = (one.number for one in self._database.read(Request))
        for number in (*kept, *(case.request.number for case in cases)):
            found = _NUMBER.fullmatch(number)
            if found:
                last[int(found[1])] = max(last[int(found[1])], int(found[2]))
        numbered = []
        for case in cases:
            request = case.request
            if not request.number:
                year = year_of(request) or this_year
                last[year] += 1
                request = replace(request, number=f"{year}-{last[year]:0{_DIGITS}}")
            numbered.append(replace(case, request=request))
        return tuple(numbered)
