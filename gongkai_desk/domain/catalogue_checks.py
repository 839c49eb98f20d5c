"""What must be right in an item or a version of the catalogue, and in what was published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai_desk.domain.catalogue import CatalogueItem, CatalogueVersion, LimitKind, Mode
from gongkai_desk.domain.catalogue_limits import limit_doubt
from gongkai_desk.domain.document_states import review_before
from gongkai_desk.domain.official_document import Attribute, OfficialDocument, ReviewOpinion
from gongkai_desk.domain.problems import Problem, Severity


def check_item(item: CatalogueItem) -> Iterator[Problem]:
    """Problems name the fields of the record, the first level is `path`."""
    if not item.path or not item.path[0].strip():
        yield Problem("catalogue-title-missing", "path")
    doubt = limit_doubt(item.limit.text)
    if doubt:
        values = {"text": item.limit.text}
        yield Problem(doubt, "limit", values, Severity.WARNING)
    if item.mode is not Mode.ON_REQUEST and item.limit.kind is LimitKind.UNKNOWN and not doubt:
        yield Problem("catalogue-limit-open", "limit", severity=Severity.WARNING)


def check_version(version: CatalogueVersion) -> Iterator[Problem]:
    if not version.title.strip():
        yield Problem("catalogue-version-title-missing", "title")


def check_publication(document: OfficialDocument, today: dt.date) -> Iterator[Problem]:
    """What was published under an item: formed, then reviewed, then published (先审查后公开)."""
    if not document.title.strip():
        yield Problem("catalogue-published-title-missing", "title")
    formed = document.formed_on
    if formed is None:
        yield Problem("catalogue-formed-missing", "formed_on")
    elif formed > today:
        yield Problem("record-after-today", "formed_on", {"date": formed, "today": today})
    if document.published and document.attribute is not Attribute.PROACTIVE:
        yield Problem("publication-not-proactive", "attribute")
    for place in document.published:
        if not place.channel.strip():
            yield Problem("catalogue-channel-missing", "channel")
        yield from _check_place(document, place.date, today)
    for review in document.reviews:
        if review.date > today:
            values = {"date": review.date, "today": today}
            yield Problem("record-after-today", "reviewed_on", values)
        if not review.by.strip():
            yield Problem("catalogue-reviewer-missing", "reviewed_by")
        if review.opinion is not ReviewOpinion.MAY_PUBLISH and not review.basis.strip():
            yield Problem("catalogue-review-basis-missing", "basis")


def _check_place(document: OfficialDocument, day: dt.date, today: dt.date) -> Iterator[Problem]:
    if day > today:
        yield Problem("record-after-today", "published_on", {"date": day, "today": today})
    if document.formed_on is not None and day < document.formed_on:
        values = {"published": day, "formed": document.formed_on}
        yield Problem("catalogue-published-before-formed", "published_on", values)
    yield from _check_reviewed(document, day)


def _check_reviewed(document: OfficialDocument, day: dt.date) -> Iterator[Problem]:
    """The review that counts on the day is found as for every other document."""
    counts = review_before(document, day)
    allow = any(each.opinion is not ReviewOpinion.MAY_NOT for each in document.reviews)
    if not document.reviews:
        yield Problem("catalogue-review-missing", "reviewed_on")
    elif not allow or (counts is not None and counts.opinion is ReviewOpinion.MAY_NOT):
        yield Problem("catalogue-review-forbids", "opinion")
    elif counts is None:
        reviewed = min(each.date for each in document.reviews)
        values = {"published": day, "reviewed": reviewed}
        yield Problem("catalogue-published-before-review", "published_on", values)
