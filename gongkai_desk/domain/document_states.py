"""How a document stands on a day: its way to publication, its time limit, its validity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    OfficialDocument,
    ReviewOpinion,
    SecrecyReview,
)

COUNTED_KINDS = (DocumentKind.RULE, DocumentKind.NORMATIVE)
"""规章 and 行政规范性文件, in the order of table 2."""
VALIDITY_ENDING_DAYS = 60
PUBLICATION_DUE_DAYS = 5
"""From so many working days before its last day on, a publication counts as due soon."""
_ALLOWS = frozenset({ReviewOpinion.MAY_PUBLISH, ReviewOpinion.IN_PART})


class Standing(StrEnum):
    """Where a document is on its way; each document stands at exactly one place on a day."""

    NO_ATTRIBUTE = "no_attribute"  # 未定公开属性
    KEPT = "kept"  # 依申请公开或不予公开
    TO_REVIEW = "to_review"  # 待保密审查
    REFUSED = "refused"  # 审查不同意公开
    TO_PUBLISH = "to_publish"  # 已审查、待公开
    PUBLISHED = "published"
    TO_TAKE_DOWN = "to_take_down"  # 已公开、应当撤下
    TAKEN_DOWN = "taken_down"


WAITING = (Standing.NO_ATTRIBUTE, Standing.TO_REVIEW, Standing.TO_PUBLISH)
"""To be published, as far as one knows, and not published yet."""


class Validity(StrEnum):
    """Whether a document is in force; each document is in exactly one of these on a day."""

    DRAFT = "draft"  # 尚未成文
    NOT_YET = "not_yet"  # 尚未施行
    IN_FORCE = "in_force"
    EXPIRED = "expired"  # 有效期届满
    ABOLISHED = "abolished"
    REPLACED = "replaced"  # 被后来的版本取代


ENDED = (Validity.EXPIRED, Validity.ABOLISHED, Validity.REPLACED)


def attribute_of(
    document: OfficialDocument, original: OfficialDocument | None = None
) -> Attribute | None:
    """The attribute that counts: a forwarding document follows its original (国办发〔2016〕80号
    and local rules made after it).
    """
    if original is not None and original.attribute is not None:
        return original.attribute
    return document.attribute


def review_before(document: OfficialDocument, day: dt.date) -> SecrecyReview | None:
    """The review that counts on `day`: the last one dated on or before it; of several on one day
    the one entered last.
    """
    found = None
    for review in document.reviews:
        if review.date <= day and (found is None or review.date >= found.date):
            found = review
    return found


def may_publish(document: OfficialDocument, day: dt.date) -> bool:
    """先审查、后公开: whether the review that counts on `day` lets the document be published."""
    review = review_before(document, day)
    return review is not None and review.opinion in _ALLOWS


def first_published(document: OfficialDocument) -> dt.date | None:
    """The day on which it was first published anywhere."""
    return min((each.date for each in document.published), default=None)


def standing(
    document: OfficialDocument, today: dt.date, original: OfficialDocument | None = None
) -> Standing:
    """Where `document` stands on `today`."""
    if document.published:
        return _standing_published(document, today)
    attribute = attribute_of(document, original)
    if attribute is None:
        return Standing.NO_ATTRIBUTE
    if attribute is not Attribute.PROACTIVE:
        return Standing.KEPT
    review = review_before(document, today)
    if review is None:
        return Standing.TO_REVIEW
    return Standing.TO_PUBLISH if review.opinion in _ALLOWS else Standing.REFUSED


def _standing_published(document: OfficialDocument, today: dt.date) -> Standing:
    if document.taken_down_on is not None and document.taken_down_on <= today:
        return Standing.TAKEN_DOWN
    over = document.keep_until is not None and document.keep_until < today
    if over or not may_publish(document, today):
        return Standing.TO_TAKE_DOWN
    return Standing.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationLimit:
    """The time a document has to be published. `remaining` counts working days from `today` (or
    from the day of publication) to `due`, negative when it is over: a rest day behind `due` is
    the first day over, for nothing can be done in time any more; `provisional` when the
    calendar of a year in between is not known yet.
    """

    due: dt.date
    remaining: int
    provisional: bool

    @property
    def late(self) -> bool:
        return self.remaining < 0


def publication_limit(
    document: OfficialDocument, today: dt.date, calendar: WorkCalendar, days: int
) -> PublicationLimit | None:
    """The limit of 第二十六条: `days` working days (or the document's own number) after the day it
    was formed; None while that day is not known.
    """
    if document.formed_on is None:
        return None
    due = calendar.add(document.formed_on, document.limit_days or days)
    published = first_published(document)
    measured = today if published is None else published
    remaining = calendar.count(measured, due)
    return PublicationLimit(
        due=due,
        remaining=remaining if measured <= due else min(-1, remaining),
        provisional=calendar.provisional(document.formed_on, due),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """From `day` on the document is not in force any more, and why."""

    day: dt.date
    validity: Validity


def begins(document: OfficialDocument) -> dt.date | None:
    """The first day it is in force: as said, else the day it was formed."""
    return document.in_force_on or document.formed_on


def ending(document: OfficialDocument, successor: OfficialDocument | None = None) -> Ending | None:
    """What ends its validity first: being abolished, its next edition coming into force, or its
    time running out (`valid_until` is its last day). None while nothing does.
    """
    candidates = []
    if document.abolished_on is not None:
        candidates.append(Ending(day=document.abolished_on, validity=Validity.ABOLISHED))
    replaced = begins(successor) if successor is not None else None
    if replaced is not None:
        candidates.append(Ending(day=replaced, validity=Validity.REPLACED))
    if document.valid_until is not None:
        after = document.valid_until + dt.timedelta(days=1)
        candidates.append(Ending(day=after, validity=Validity.EXPIRED))
    return min(candidates, key=lambda each: each.day, default=None)


def validity(
    document: OfficialDocument, day: dt.date, successor: OfficialDocument | None = None
) -> Validity:
    """Whether the document is in force on `day`."""
    end = ending(document, successor)
    if end is not None and end.day <= day:
        return end.validity
    start = begins(document)
    if start is None:
        return Validity.DRAFT
    return Validity.IN_FORCE if start <= day else Validity.NOT_YET


def validity_ends_soon(
    document: OfficialDocument, today: dt.date, successor: OfficialDocument | None = None
) -> bool:
    """In force, and its time runs out within `VALIDITY_ENDING_DAYS` days."""
    if document.valid_until is None:
        return False
    near = document.valid_until <= today + dt.timedelta(days=VALIDITY_ENDING_DAYS)
    return near and validity(document, today, successor) is Validity.IN_FORCE


# editions


def successors(documents: Iterable[OfficialDocument]) -> dict[str, OfficialDocument]:
    """The next edition of a document by the id of the earlier one."""
    return {each.replaces_id: each for each in documents if each.replaces_id}


def editions(
    document: OfficialDocument, by_id: Mapping[str, OfficialDocument]
) -> tuple[OfficialDocument, ...]:
    """历次修订文本: every edition of `document` that is kept, the first one first. A ring, should
    one have come about, is walked once.
    """
    after = successors(by_id.values())
    chain, seen = [document], {document.id}
    while (earlier := by_id.get(chain[0].replaces_id)) is not None and earlier.id not in seen:
        chain.insert(0, earlier)
        seen.add(earlier.id)
    while (later := after.get(chain[-1].id)) is not None and later.id not in seen:
        chain.append(later)
        seen.add(later.id)
    return tuple(chain)
