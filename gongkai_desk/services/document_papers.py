"""Documents on paper: the 保密审查表 and lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gongkai_desk import documents
from gongkai_desk.domain.document_states import publication_limit, review_before
from gongkai_desk.domain.official_document import (
    Attribute,
    OfficialDocument,
    ReviewOpinion,
    SecrecyReview,
)
from gongkai_desk.domain.review_sheet import ReviewSheet, SheetRow
from gongkai_desk.i18n import _, date_text, ngettext, pgettext
from gongkai_desk.resources import table
from gongkai_desk.services.document_rows import DocumentRow
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.office import OfficeService
from gongkai_desk.services.official_documents import OfficialDocumentService, concerns
from gongkai_desk.texts import label

_OPINIONS = {
    ReviewOpinion.MAY_PUBLISH: "opinion_may_publish",
    ReviewOpinion.IN_PART: "opinion_in_part",
    ReviewOpinion.MAY_NOT: "opinion_may_not",
}


_DATE, _NUMBER = 14, 6


class DocumentPaperService:
    """Writes files to paths it is given, each whole or not at all."""

    def __init__(
        self,
        office: OfficeService,
        holidays: HolidayService,
        official_documents: OfficialDocumentService,
    ) -> None:
        self._office, self._holidays = office, holidays
        self._documents = official_documents

    def sheet(self, document: OfficialDocument, today: dt.date) -> ReviewSheet:
        """The review sheet: what is known filled in, with the review that counts now where there
        is one: of several the last by its date, not by when it was entered.
        """
        words = table("statutes", "secrecy_review.toml")["sheet"]
        review = review_before(document, today)
        rows = (*_about(document, words), self._when(document, today, words), *_opinions(review))
        return ReviewSheet(
            agency=self._office.get().name,
            title=table("statutes", "secrecy_review.toml")["title"],
            rows=rows,
            note=words["note"],
        )

    def review_pdf(self, document: OfficialDocument, today: dt.date, path: Path) -> tuple[str, ...]:
        """The sheet as PDF; the characters that no bundled typeface has."""
        return documents.review_sheet_pdf.write_review_sheet(self.sheet(document, today), path)

    def review_docx(self, document: OfficialDocument, today: dt.date, path: Path) -> None:
        """The sheet as a Word file."""
        documents.review_sheet_docx.write_review_sheet(self.sheet(document, today), path)

    def list_pdf(
        self, rows: Sequence[DocumentRow], title: str, today: dt.date, path: Path
    ) -> tuple[str, ...]:
        """The documents as listed, on lying A4; the characters that no typeface has."""
        Column = documents.list_pdf.ListColumn  # noqa: N806  the class, under a short name
        counted = ngettext("{n} document", "{n} documents", len(rows)).format(n=len(rows))
        document = documents.list_pdf.ListDocument(
            title=title,
            columns=tuple(
                Column(title=name, weight=weight / 10, centred=weight in (_DATE, _NUMBER))
                for name, weight in _columns()
            ),
            rows=[[_text(value) for value in _values(n, row)] for n, row in enumerate(rows, 1)],
            note=_("{counted}, as of {date}").format(counted=counted, date=date_text(today)),
        )
        return documents.list_pdf.write_list(document, path)

    def list_xlsx(self, rows: Sequence[DocumentRow], title: str, path: Path) -> None:
        """The documents as listed, as a workbook."""
        sheet = documents.tables_xlsx.TableSheet(
            name=title,
            title=title,
            columns=tuple(_columns()),
            rows=[_values(n, row) for n, row in enumerate(rows, 1)],
        )
        documents.tables_xlsx.write_tables(path, [sheet])

    def _when(
        self, document: OfficialDocument, today: dt.date, words: Mapping[str, str]
    ) -> SheetRow:
        days = document.limit_days or self._documents.publication_days()
        limit = publication_limit(document, today, self._holidays.calendar(), days)
        told = words["date_blank"].strip()
        if limit is not None:
            told = words["when_due"].format(date=date_text(limit.due), days=days)
        return SheetRow(cells=((words["scope"], words["scope_blank"]), (words["when"], told)))


def _about(document: OfficialDocument, words: Mapping[str, str]) -> Sequence[SheetRow]:
    attribute = document.attribute or Attribute.PROACTIVE
    boxes = "　".join(f"{'☑' if each is attribute else '□'}{label(each)}" for each in Attribute)
    formed = date_text(document.formed_on) if document.formed_on else ""
    return (
        SheetRow(cells=((words["name"], document.title),)),
        SheetRow(cells=((words["number"], document.number), (words["formed"], formed))),
        SheetRow(
            cells=((words["drafter"], document.drafter), (words["kind"], label(document.kind)))
        ),
        SheetRow(cells=((words["summary"], ""),), lines=3),
        SheetRow(cells=((words["attribute"], boxes),)),
        SheetRow(cells=((words["ground"], document.ground),), lines=2),
        SheetRow(cells=((words["how"], words["how_blank"]),)),
    )


def _opinions(review: SecrecyReview | None) -> Sequence[SheetRow]:
    data: Mapping[str, Any] = table("statutes", "secrecy_review.toml")
    words = data["sheet"]
    found = review.concerns if review is not None else ()
    boxes = [f"{'☑' if c['label'] in found else '□'}{c['label']}" for c in concerns()]
    none = words["concerns_none"]
    if review is not None and not found:
        none = none.replace("□", "☑")
    opinion = words[_OPINIONS[review.opinion]] if review is not None else words["opinion_blank"]
    told = f"{review.text}\n" if review is not None and review.text else ""
    body = f"{opinion}\n{told}{_signature(words, review.by if review else '', review)}"
    last = _signature(words, review.signed_by if review is not None else "", None)
    blank = _signature(words, "", None)
    return (
        SheetRow(cells=((words["concerns"], f"{'　'.join(boxes)}\n{none}"),)),
        SheetRow(cells=((words["first"], f"{words['opinion_blank']}\n{blank}"),), lines=3),
        SheetRow(cells=((words["second"], f"{words['opinion_blank']}\n{blank}"),), lines=3),
        SheetRow(cells=((words["body"], body),), lines=3),
        SheetRow(cells=((words["basis"], review.basis if review is not None else ""),), lines=2),
        SheetRow(cells=((words["last"], f"{words['opinion_blank']}\n{last}"),), lines=3),
    )


def _signature(words: Mapping[str, str], name: str, review: SecrecyReview | None) -> str:
    day = date_text(review.date) if review is not None else words["date_blank"]
    signed: str = words["signature"].format(name=name or words["name_blank"], date=day)
    return signed


def _columns() -> Sequence[tuple[str, int]]:
    """Titles with widths in characters."""
    return (
        (pgettext("list", "No."), _NUMBER),
        (_("Title"), 38),
        (pgettext("document", "Number"), 17),
        (_("Formed on"), _DATE),
        (_("Attribute"), 12),
        (pgettext("document", "State"), 13),
        (_("To be public by"), _DATE),
        (_("Published on"), _DATE),
        (_("Published at"), 16),
        (_("Public until"), _DATE),
        (_("Validity"), 12),
        (_("Drafted by"), 12),
    )


def _values(number: int, row: DocumentRow) -> Sequence[str | dt.date | None]:
    document = row.document
    first = min(document.published, key=lambda each: each.date, default=None)
    places = "、".join(dict.fromkeys(each.channel for each in document.published))
    return (
        str(number),
        document.title,
        document.number,
        document.formed_on,
        label(document.attribute) if document.attribute is not None else "",
        label(row.standing),
        row.limit.due if row.limit is not None and row.waiting else None,
        first.date if first is not None else None,
        places,
        document.keep_until,
        label(row.validity) if row.has_validity else "",
        document.drafter,
    )


def _text(value: str | dt.date | None) -> str:
    return value.isoformat() if isinstance(value, dt.date) else value or ""
