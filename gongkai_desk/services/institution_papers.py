"""The list of the institutions supervised, on paper and as a workbook."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.activity_sheet import ActivityTable
from gongkai_desk.domain.supervision import Supervised
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.services.activities import ActivityService
from gongkai_desk.services.activity_papers import worksheet
from gongkai_desk.services.office import OfficeService

_CENTRED = frozenset({0, 2, 6, 7, 8, 9})


class InstitutionPapers:
    def __init__(self, activities: ActivityService, office: OfficeService) -> None:
        self._activities, self._office = activities, office

    def table(self, on: dt.date) -> ActivityTable:
        """The institutions still supervised, with what the records of work say about them."""
        known = self._activities.supervised()
        open_ones = (one for one in self._activities.institutions() if one.closed_on is None)
        rows = []
        for number, one in enumerate(open_ones, 1):
            seen = known.get(one.id, Supervised())
            rows.append(
                (
                    number,
                    one.name,
                    one.sector,
                    one.person,
                    one.phone,
                    one.website,
                    one.catalogue_on,
                    seen.last,
                    seen.in_year(on.year),
                    len(seen.unmended),
                    one.note,
                )
            )
        return ActivityTable(
            name=_("Institutions"),
            title=_("Ledger of the public institutions supervised"),
            headings=(
                _("No."),
                pgettext("institution", "Name"),
                _("Sector"),
                pgettext("institution", "Contact"),
                _("Telephone"),
                _("Website"),
                _("Catalogue renewed"),
                _("Last supervised"),
                _("Supervised in {year}").format(year=on.year),
                _("Visits with problems not mended"),
                _("Remarks"),
            ),
            widths=(6, 30, 14, 12, 16, 24, 13, 13, 10, 12, 24),
            rows=tuple(rows),
        )

    def print_list(self, on: dt.date, path: Path) -> tuple[str, ...]:
        """Returns the characters that no bundled typeface has."""
        table = self.table(on)
        column = documents.list_pdf.ListColumn
        columns = tuple(
            column(title=title, weight=float(width), centred=number in _CENTRED)
            for number, (title, width) in enumerate(zip(table.headings, table.widths, strict=True))
        )
        rows = [["" if value is None else str(value) for value in row] for row in table.rows]
        note = _("{agency}, as of {date}").format(
            agency=self._office.get().name, date=date_text(on)
        )
        return documents.list_pdf.write_list(
            documents.list_pdf.ListDocument(
                title=table.title, columns=columns, rows=rows, note=note
            ),
            path,
        )

    def export(self, on: dt.date, path: Path) -> None:
        """As a workbook."""
        documents.tables_xlsx.write_tables(path, [worksheet(self.table(on))])
