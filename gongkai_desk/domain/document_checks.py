"""What must be right in a document before it is kept: attribute, 先审查后公开, dates, editions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence

from gongkai_desk.domain.document_states import (
    attribute_of,
    begins,
    first_published,
    review_before,
    successors,
)
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    OfficialDocument,
    ReviewOpinion,
    SecrecyReview,
)
from gongkai_desk.domain.problems import Problem, Severity

MOST_LIMIT_DAYS = 250
"""A working year: a longer time for publishing is a slip of the pen."""


def check_document(
    document: OfficialDocument,
    today: dt.date,
    others: Mapping[str, OfficialDocument],
    articles: Sequence[str] = (),
) -> Iterator[Problem]:
    """Problems name the fields of the record. `others` are the documents kept, by id; `articles`
    the articles that may withhold (``第十四条``).
    """
    if not document.title.strip():
        yield Problem("document-title-missing", "title")
    yield from _check_attribute(document, others, articles)
    yield from _check_reviews(document, today)
    yield from _check_publications(document, today, others)
    yield from _check_time_in_public(document, today)
    yield from _check_validity(document, today)
    yield from _check_editions(document, others)


def _check_attribute(
    document: OfficialDocument, others: Mapping[str, OfficialDocument], articles: Sequence[str]
) -> Iterator[Problem]:
    """国办发〔2016〕80号: fixed at drafting, with reasons when it is not to be published."""
    original = others.get(document.original_id)
    if original is not None and original.attribute not in (None, document.attribute):
        values = {"original": original.title}
        yield Problem("document-attribute-of-original", "attribute", values)
    elif document.attribute is None:
        fixed = document.formed_on is None
        severity = Severity.WARNING if fixed else Severity.ERROR
        yield Problem("document-attribute-missing", "attribute", severity=severity)
    ground = document.ground.strip()
    if document.attribute is Attribute.WITHHELD:
        if not ground:
            yield Problem("document-ground-missing", "ground")
        elif articles and not any(article in ground for article in articles):
            values = {"articles": "、".join(articles)}
            yield Problem("document-ground-no-article", "ground", values, Severity.WARNING)
        if document.kind is not DocumentKind.INFORMATION:
            yield Problem("document-policy-withheld", "attribute", severity=Severity.WARNING)
    if document.attribute is Attribute.ON_REQUEST and not ground:
        yield Problem("document-reason-missing", "ground")
    if document.attribute in (Attribute.ON_REQUEST, Attribute.WITHHELD):
        for each in others.values():
            if each.original_id == document.id and each.published and not each.taken_down_on:
                yield Problem("forwarded-still-published", "attribute", {"title": each.title})
    if document.limit_days is not None and not 1 <= document.limit_days <= MOST_LIMIT_DAYS:
        yield Problem("document-limit-odd", "limit_days", {"most": MOST_LIMIT_DAYS})


def _check_reviews(document: OfficialDocument, today: dt.date) -> Iterator[Problem]:
    if document.formed_on is not None and document.formed_on > today:
        yield _after_today("formed_on", document.formed_on, today)
    for review in document.reviews:
        yield from _check_review(review.date, review.by, today)


def _check_review(day: dt.date, by: str, today: dt.date) -> Iterator[Problem]:
    if day > today:
        yield _after_today("reviews", day, today)
    if not by.strip():
        yield Problem("review-person-missing", "reviews", {"date": day})


def check_review(
    review: SecrecyReview, today: dt.date, forbidding: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with one review as typed; `forbidding` are the concerns with which nothing is
    published as it is (国家秘密、工作秘密). Problems name the fields of the review.
    """
    if review.date > today:
        yield _after_today("date", review.date, today)
    if not review.by.strip():
        yield Problem("review-person-missing", "by", {"date": review.date})
    if review.opinion is not ReviewOpinion.MAY_PUBLISH:
        if not review.basis.strip():
            yield Problem("review-basis-missing", "basis")
        return
    secret = [each for each in review.concerns if each in forbidding]
    if secret:
        yield Problem("review-secret-published", "opinion", {"concerns": "、".join(secret)})
    elif review.concerns and not review.basis.strip():
        values = {"concerns": "、".join(review.concerns)}
        yield Problem("review-concern-open", "basis", values, Severity.WARNING)


def _check_publications(
    document: OfficialDocument, today: dt.date, others: Mapping[str, OfficialDocument]
) -> Iterator[Problem]:
    """先审查、后公开, 一事一审 (保密法第三十五条、实施条例第四十二条): every publication needs a
    review of this very document that is not later than it and does not forbid it.
    """
    for published in document.published:
        values = {"date": published.date, "channel": published.channel}
        if not published.channel.strip():
            yield Problem("publication-place-missing", "published", values)
        if published.date > today:
            yield _after_today("published", published.date, today)
        if document.formed_on is not None and published.date < document.formed_on:
            values = {**values, "formed": document.formed_on}
            yield Problem("publication-before-formed", "published", values)
        review = review_before(document, published.date)
        if review is None:
            yield Problem("publication-before-review", "published", values)
        elif review.opinion is ReviewOpinion.MAY_NOT:
            values = {**values, "reviewed": review.date}
            yield Problem("publication-against-review", "published", values)
    if document.published and document.formed_on is None:
        yield Problem("publication-not-formed", "formed_on")
    if not document.published or document.taken_down_on is not None:
        return
    if attribute_of(document, others.get(document.original_id)) is not Attribute.PROACTIVE:
        yield Problem("publication-not-proactive", "attribute")


def _check_time_in_public(document: OfficialDocument, today: dt.date) -> Iterator[Problem]:
    first = first_published(document)
    if document.keep_until is not None and first is not None and document.keep_until < first:
        yield Problem("keep-until-before-published", "keep_until", {"published": first})
    if document.taken_down_on is None:
        return
    if first is None:
        yield Problem("taken-down-unpublished", "taken_down_on")
    elif document.taken_down_on < max(each.date for each in document.published):
        last = max(each.date for each in document.published)
        yield Problem("taken-down-before-published", "taken_down_on", {"published": last})
    if document.taken_down_on > today:
        yield _after_today("taken_down_on", document.taken_down_on, today)
    if not document.taken_down_because.strip():
        yield Problem("taken-down-reason-missing", "taken_down_because")


def _check_validity(document: OfficialDocument, today: dt.date) -> Iterator[Problem]:
    formed, start = document.formed_on, begins(document)
    if formed is not None and document.in_force_on is not None and document.in_force_on < formed:
        values = {"formed": formed}
        yield Problem("in-force-before-formed", "in_force_on", values, Severity.WARNING)
    if start is not None and document.valid_until is not None and document.valid_until < start:
        yield Problem("valid-until-before-begin", "valid_until", {"begin": start})
    if document.abolished_on is not None:
        if formed is not None and document.abolished_on < formed:
            yield Problem("abolished-before-formed", "abolished_on", {"formed": formed})
        if not document.abolished_by.strip():
            yield Problem("abolished-by-missing", "abolished_by", severity=Severity.WARNING)
    elif document.abolished_by.strip():
        yield Problem("abolished-day-missing", "abolished_on", {"today": today})


def _check_editions(
    document: OfficialDocument, others: Mapping[str, OfficialDocument]
) -> Iterator[Problem]:
    rest = {key: each for key, each in others.items() if key != document.id}
    if document.replaces_id:
        if _leads_back(document, rest):
            yield Problem("edition-ring", "replaces_id")
        rival = successors(rest.values()).get(document.replaces_id)
        if rival is not None:
            yield Problem("edition-twice", "replaces_id", {"other": rival.title})
        yield from _check_order(document, rest.get(document.replaces_id))
    if document.original_id and document.original_id == document.id:
        yield Problem("original-itself", "original_id")


def _leads_back(document: OfficialDocument, rest: Mapping[str, OfficialDocument]) -> bool:
    """Whether the chain of earlier editions comes back to `document`."""
    walked: set[str] = set()
    earlier = document.replaces_id
    while earlier and earlier not in walked:
        if earlier == document.id:
            return True
        walked.add(earlier)
        found = rest.get(earlier)
        earlier = found.replaces_id if found is not None else ""
    return bool(earlier)


def _check_order(document: OfficialDocument, earlier: OfficialDocument | None) -> Iterator[Problem]:
    if earlier is None or earlier.formed_on is None or document.formed_on is None:
        return
    if document.formed_on < earlier.formed_on:
        values = {"earlier": earlier.formed_on}
        yield Problem("edition-before-earlier", "formed_on", values)


def _after_today(field: str, day: dt.date, today: dt.date) -> Problem:
    return Problem("record-after-today", field, {"date": day, "today": today})
