"""The side records of one case on paper: searches, contacts, and what units were asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.case_file import ContactEntry, Errand, SearchRecord
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.services.case_file import CaseFileService
from gongkai_desk.services.register import RegisterService
from gongkai_desk.texts import label


class RecordPaperService:
    """Writes PDF files to paths it is given, each whole or not at all.

    Every method returns the characters that no bundled typeface has (printed as 〓).
    """

    def __init__(self, register: RegisterService, case_file: CaseFileService) -> None:
        self._register, self._case_file = register, case_file

    def searches(self, request_id: str, as_of: dt.date, path: Path) -> tuple[str, ...]:
        """The searches for the information, the proof behind 信息不存在."""
        columns = (
            (_("Date"), 1.1),
            (pgettext("search", "Where"), 2.0),
            (pgettext("search", "How"), 4.0),
            (pgettext("search", "By whom"), 1.1),
            (_("Finding"), 1.1),
            (_("Result of the search"), 3.0),
        )
        rows = [
            (one.date.isoformat(), one.place, one.method, one.by, _finding(one), one.result)
            for one in self._case_file.of(SearchRecord, request_id)
        ]
        return self._write(
            request_id,
            as_of,
            path,
            pgettext("case file", "Searches for the information"),
            columns,
            rows,
        )

    def contacts(self, request_id: str, as_of: dt.date, path: Path) -> tuple[str, ...]:
        """The contacts with the applicant, reached or not."""
        columns = (
            (_("Date"), 1.5),
            (pgettext("contact", "Way"), 1.0),
            (_("With whom"), 1.2),
            (pgettext("contact", "Reached"), 1.1),
            (_("What was said"), 5.0),
            (pgettext("contact", "By whom"), 1.1),
        )
        rows = [
            (
                f"{one.date.isoformat()} {one.time}".strip(),
                label(one.way),
                one.with_whom,
                _("yes") if one.reached else _("no"),
                one.summary,
                one.by,
            )
            for one in self._case_file.of(ContactEntry, request_id)
        ]
        return self._write(
            request_id,
            as_of,
            path,
            pgettext("contact", "Contacts with the applicant"),
            columns,
            rows,
        )

    def errands(self, request_id: str, as_of: dt.date, path: Path) -> tuple[str, ...]:
        """What units were asked for (会商记录 among them), with their answers."""
        columns = (
            (pgettext("errand", "What for"), 1.8),
            (pgettext("errand", "Unit"), 1.8),
            (pgettext("errand", "Matter"), 3.0),
            (pgettext("errand", "Asked on"), 1.2),
            (_("Answer due on"), 1.2),
            (_("Answered on"), 1.2),
            (_("Answer or conclusion"), 3.2),
            (_("Reminded"), 1.2),
        )
        rows = [
            (
                label(one.kind),
                " ".join(part for part in (one.unit, one.person) if part),
                one.matter,
                one.asked_on.isoformat(),
                _iso(one.due_on),
                _iso(one.answered_on),
                one.answer,
                "\n".join(day.isoformat() for day in one.reminded_on),
            )
            for one in self._case_file.of(Errand, request_id)
        ]
        return self._write(request_id, as_of, path, _("Errands"), columns, rows)

    def _write(
        self,
        request_id: str,
        as_of: dt.date,
        path: Path,
        title: str,
        columns: Sequence[tuple[str, float]],
        rows: Sequence[Sequence[str]],
    ) -> tuple[str, ...]:
        request = self._register.get(request_id, as_of).request
        document = documents.list_pdf.ListDocument(
            title=title,
            columns=tuple(
                documents.list_pdf.ListColumn(title=name, weight=weight) for name, weight in columns
            ),
            rows=rows,
            note=_("{number} · {subject} · printed on {date}").format(
                number=request.number, subject=request.subject, date=date_text(as_of)
            ),
        )
        return documents.list_pdf.write_list(document, path)


def _finding(search: SearchRecord) -> str:
    return pgettext("search", "Found") if search.found else pgettext("search", "Not found")


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
