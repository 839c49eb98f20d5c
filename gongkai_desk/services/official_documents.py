"""Documents on their way to the public and their interpretations: kept, checked, counted."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from gongkai_desk.domain.attention import Attention
from gongkai_desk.domain.changes import Changes, Record, new_id
from gongkai_desk.domain.document_checks import check_document, check_review
from gongkai_desk.domain.document_counts import CountedDocuments, count_documents
from gongkai_desk.domain.document_states import (
    editions,
    publication_limit,
    standing,
    successors,
    validity,
    validity_ends_soon,
)
from gongkai_desk.domain.document_steps import steps_of
from gongkai_desk.domain.interpretations import (
    Share,
    check_interpretation,
    in_step,
    video_share,
)
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    Interpretation,
    OfficialDocument,
    SecrecyReview,
)
from gongkai_desk.domain.problems import Problem, refuse, refuse_all
from gongkai_desk.domain.request import Publish, Request
from gongkai_desk.resources import table
from gongkai_desk.services.disclosure_settings import DisclosureSettingsService
from gongkai_desk.services.document_rows import DocumentRow, InterpretationRow, attention_of
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.storage.database import Database


class OfficialDocumentService(RecordKeeper):
    def __init__(
        self,
        database: Database,
        holidays: HolidayService,
        settings: DisclosureSettingsService,
    ) -> None:
        super().__init__(database)
        self._holidays, self._settings = holidays, settings

    # asking

    def rows(self, today: dt.date) -> list[DocumentRow]:
        """Every document, those formed last first, drafts before them."""
        every = self.all(OfficialDocument)
        by_id, after = {each.id: each for each in every}, successors(every)
        told: dict[str, list[Interpretation]] = defaultdict(list)
        for each in self.all(Interpretation):
            told[each.document_id].append(each)
        calendar, days = self._holidays.calendar(), self._settings.get().publication_days
        rows = []
        for document in every:
            original = by_id.get(document.original_id)
            stands = standing(document, today, original)
            limit = publication_limit(document, today, calendar, days)
            successor, found = after.get(document.id), tuple(told[document.id])
            rows.append(
                DocumentRow(
                    document=document,
                    original=original,
                    successor=successor,
                    standing=stands,
                    validity=validity(document, today, successor),
                    limit=limit,
                    ends_soon=validity_ends_soon(document, today, successor),
                    interpretations=found,
                    steps=steps_of(document, stands, limit, found),
                )
            )
        return sorted(rows, key=lambda row: row.document.formed_on or dt.date.max, reverse=True)

    def row(self, document_id: str, today: dt.date) -> DocumentRow | None:
        """One document as it stands; None when it is gone."""
        return next((row for row in self.rows(today) if row.id == document_id), None)

    def editions(self, document: OfficialDocument) -> tuple[OfficialDocument, ...]:
        """Every edition of `document`, the first one first."""
        return editions(document, self._chain(document))

    def _chain(self, document: OfficialDocument) -> dict[str, OfficialDocument]:
        """The editions before and after a document by id, read one by one: they are few, and the
        documents may be thousands.
        """
        found = {document.id: document}
        earlier = document.replaces_id
        while earlier and earlier not in found:
            before = self.find(OfficialDocument, earlier)
            if before is None:
                break
            found[earlier], earlier = before, before.replaces_id
        later = document.id
        while fresh := [each for each in self._replacing(later) if each.id not in found]:
            found.update({each.id: each for each in fresh})
            later = fresh[0].id
        return found

    def _replacing(self, document_id: str) -> list[OfficialDocument]:
        return self.all(OfficialDocument, replaces_id=document_id) if document_id else []

    def _neighbours(self, document: OfficialDocument) -> dict[str, OfficialDocument]:
        """The documents kept that its checks ask for."""
        forwards = self.all(OfficialDocument, original_id=document.id)
        original = self.find(OfficialDocument, document.original_id)
        rivals = self._replacing(document.replaces_id)
        found = (*self._chain(document).values(), *forwards, *rivals)
        near = {each.id: each for each in found if each.id != document.id}
        return near if original is None else {**near, original.id: original}

    def interpretations(self, today: dt.date) -> list[InterpretationRow]:
        """The documents that lack one first, then the interpretations, the latest first; before
        them those whose document is not public.
        """
        every = self.rows(today)
        calendar, allowed = self._holidays.calendar(), self._settings.get().interpretation_days
        missing = [
            InterpretationRow(document=row.document) for row in every if row.lacks_interpretation
        ]
        found = [
            InterpretationRow(
                document=row.document,
                interpretation=each,
                step=in_step(each, row.document, calendar, allowed),
            )
            for row in every
            for each in row.interpretations
        ]
        return missing + sorted(found, key=lambda row: (row.ahead, _published(row)), reverse=True)

    def share(self, year: int) -> Share:
        """Video and animation among the interpretations of a year."""
        return video_share(self.all(Interpretation), year)

    def share_goal(self) -> int:
        """What the office wants it to be, in per cent."""
        return self._settings.get().video_share

    def publication_days(self) -> int:
        """The working days a document has without a rule of its own."""
        return self._settings.get().publication_days

    def counted(self, year: int) -> CountedDocuments:
        """规章 and 规范性文件 of table 2, with the ids behind each number."""
        return count_documents(self.all(OfficialDocument), year)

    # checking

    @override
    def check(self, record: Record, on: dt.date) -> list[Problem]:
        match record:
            case OfficialDocument():
                others = self._neighbours(record)
                articles = tuple(dict.fromkeys(each["article"][:4] for each in grounds()))
                return list(check_document(record, on, others, articles))
            case Interpretation():
                document = self.find(OfficialDocument, record.document_id)
                allowed = self._settings.get().interpretation_days
                calendar = self._holidays.calendar()
                return list(check_interpretation(record, document, on, calendar, allowed))
        return []

    def check_review(self, review: SecrecyReview, on: dt.date) -> list[Problem]:
        """What is wrong with a review as typed."""
        return list(check_review(review, on, [str(c["label"]) for c in concerns() if c["forbids"]]))

    # writing

    def review(self, document: OfficialDocument, review: SecrecyReview, on: dt.date) -> Changes:
        """Record a 保密审查 of this document."""
        refuse_all(self.check_review(review, on))
        reviewed = replace(document, reviews=(*document.reviews, review))
        return self._write("review-document", reviewed, on)

    def publish(self, document: OfficialDocument, on: dt.date) -> Changes:
        """Store `document` with a place it now stands at; refused when it was not reviewed."""
        return self._write("publish-document", document, on)

    def take_down(self, document: OfficialDocument, on: dt.date) -> Changes:
        """Store `document` with the day it was taken down and why."""
        return self._write("take-down-document", document, on)

    def abolish(self, document: OfficialDocument, on: dt.date) -> Changes:
        """Store `document` with the day it was abolished and by what."""
        return self._write("abolish-document", document, on)

    def _write(self, operation: str, document: OfficialDocument, on: dt.date) -> Changes:
        refuse_all(self.check(document, on))
        with self._database.write(operation) as work:
            work.put(document)
        return work.changes

    @override
    def leave(self, record: Record) -> Sequence[Record]:
        if not isinstance(record, OfficialDocument):
            return [record]
        return [*self.all(Interpretation, document_id=record.id), record]

    @override
    def remove(self, record: Record) -> Changes:
        """Refused while another document is the next edition of it or forwards it."""
        if isinstance(record, OfficialDocument):
            forwards = self.all(OfficialDocument, original_id=record.id)
            for each in (*self._replacing(record.id), *forwards):
                raise refuse("document-referred-to", title=each.title)
        return super().remove(record)

    # drafts

    def next_edition(self, document: OfficialDocument) -> OfficialDocument:
        """修订: a draft of the edition after `document`, nothing reviewed and nothing published."""
        return OfficialDocument(
            id=new_id(),
            title=document.title,
            kind=document.kind,
            drafter=document.drafter,
            attribute=document.attribute,
            ground=document.ground,
            limit_days=document.limit_days,
            lineage=document.lineage,
            needs_interpretation=document.needs_interpretation,
            replaces_id=document.id,
        )

    def from_requests(self, requests: Sequence[Request]) -> OfficialDocument:
        """依申请转主动公开: a draft of what these requests asked for (条例第四十四条)."""
        return OfficialDocument(
            id=new_id(),
            title=requests[0].subject,
            kind=DocumentKind.INFORMATION,
            attribute=Attribute.PROACTIVE,
            request_ids=tuple(each.id for each in requests),
        )

    def publishable(self) -> list[Request]:
        """The requests decided to be published that no document was made of yet."""
        made = {each for one in self.all(OfficialDocument) for each in one.request_ids}
        return [
            each
            for each in self.all(Request)
            if each.publication is not None
            and each.publication.choice is Publish.YES
            and each.id not in made
        ]

    # what asks for attention

    def attention(self, today: dt.date) -> tuple[Attention, ...]:
        """What must be done about documents and interpretations on `today`."""
        return attention_of(self.rows(today))


def grounds() -> Sequence[dict[str, str]]:
    """The grounds of 第十四条 to 第十六条: `article`, `label`, `force` (must, unless, may)."""
    found: Sequence[dict[str, str]] = table("statutes", "withholding.toml")["ground"]
    return found


def imprint(attribute: Attribute) -> str:
    """What the document itself says of its attribute, at its end (版记)."""
    words: str = table("statutes", "withholding.toml")["imprint"][attribute.value]
    return words


def concerns() -> Sequence[dict[str, str | bool]]:
    """What a review looks for: `label`, `forbids`."""
    found: Sequence[dict[str, str | bool]] = table("statutes", "secrecy_review.toml")["concern"]
    return found


def _published(row: InterpretationRow) -> dt.date:
    """Those still to be published first."""
    one = row.interpretation
    return dt.date.max if one is None or one.published_on is None else one.published_on
