"""Moving the register out as a ledger: xlsx with the sheets that check it, or csv."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.case import Case, Query
from gongkai_desk.domain.ledger_export import LedgerExport
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.problems import refuse
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.ledger_words import ledger_words
from gongkai_desk.services.office import OFFICE_ID
from gongkai_desk.services.register import RegisterService
from gongkai_desk.services.register_settings import RegisterSettingsService
from gongkai_desk.storage.database import Database

Progress = Callable[[int, int], None]


class LedgerExportService:
    def __init__(
        self,
        database: Database,
        register: RegisterService,
        holidays: HolidayService,
        settings: RegisterSettingsService,
    ) -> None:
        self._database, self._register = database, register
        self._holidays, self._settings = holidays, settings

    def write(
        self,
        path: Path,
        cases: Sequence[Case],
        as_of: dt.date,
        export: LedgerExport | None = None,
        progress: Progress = lambda _done, _total: None,
    ) -> int:
        """Write these cases; a name that ends in .csv makes a csv. The office's own headings are
        used where `export` has none. Returns how many cases they are. A ledger whose personal
        data are not masked leaves a line in the journal.
        """
        wanted = export or LedgerExport()
        if not wanted.columns:
            raise refuse("ledger-without-columns")
        own = {**self._settings.get().ledger_headings, **wanted.headings}
        wanted = replace(wanted, headings=own)
        if path.suffix.lower() == ".csv":
            documents.register_xlsx.write_register_csv(
                path, cases, words=ledger_words(), export=wanted
            )
        else:
            documents.register_xlsx.write_register(
                path,
                cases,
                as_of,
                calendar=self._holidays.calendar(),
                words=ledger_words(),
                export=wanted,
                progress=progress,
            )
        if wanted.full:
            office = self._database.get(Office, OFFICE_ID)
            self._database.note("export-ledger-in-full", office)
        return len(cases)

    def write_all(
        self, path: Path, query: Query, as_of: dt.date, export: LedgerExport | None = None
    ) -> int:
        """Write the cases that meet `query`."""
        return self.write(path, self._register.rows(query, as_of), as_of, export)
