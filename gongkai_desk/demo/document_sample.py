"""Made-up documents and interpretations, for the sample office file."""

from __future__ import annotations

import datetime as dt
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    Interpretation,
    InterpretationKind,
    InterpretationStage,
    OfficialDocument,
    PublishedAt,
    ReviewOpinion,
    SecrecyReview,
)
from gongkai_desk.services.desk import Desk

_CHANNEL = "区政府网站政府信息公开专栏"


def enter_documents(desk: Desk, today: dt.date) -> None:
    """The documents of `resources/sample/official_documents.toml`, with their interpretations."""
    data = resources.table("sample", "official_documents.toml")
    ids: dict[str, str] = {}
    for given in data["document"]:
        document = _document(given, ids, today)
        ids[given["key"]] = document.id
        desk.official_documents.save(document, today)
    for given in data["interpretation"]:
        desk.official_documents.save(_interpretation(given, ids, today), today)


def _document(given: dict[str, Any], ids: dict[str, str], today: dt.date) -> OfficialDocument:
    attribute = given.get("attribute", Attribute.PROACTIVE.value)
    reviewed, published = _day(given, "reviewed", today), _day(given, "published", today)
    return OfficialDocument(
        id=new_id(),
        title=given["title"],
        kind=DocumentKind(given["kind"]),
        number=given.get("number", ""),
        registration=given.get("registration", ""),
        drafter=given["drafter"],
        formed_on=_day(given, "formed", today),
        attribute=Attribute(attribute) if attribute else None,
        ground=given.get("ground", ""),
        reviews=(_review(reviewed),) if reviewed else (),
        published=(PublishedAt(channel=_CHANNEL, date=published),) if published else (),
        keep_until=_day(given, "keep_until", today),
        taken_down_on=_day(given, "taken_down", today),
        taken_down_because=given.get("because", ""),
        valid_until=_day(given, "valid_until", today),
        abolished_on=_day(given, "abolished", today),
        abolished_by=given.get("abolished_by", ""),
        replaces_id=ids.get(given.get("replaces", ""), ""),
        needs_interpretation=given.get("interpretation", False),
    )


def _review(day: dt.date) -> SecrecyReview:
    return SecrecyReview(
        date=day,
        by="保密审查机构（办公室）",
        opinion=ReviewOpinion.MAY_PUBLISH,
        signed_by="分管领导",
    )


def _interpretation(given: dict[str, Any], ids: dict[str, str], today: dt.date) -> Interpretation:
    return Interpretation(
        id=new_id(),
        document_id=ids[given["of"]],
        title=given["title"],
        kind=InterpretationKind(given["kind"]),
        stage=InterpretationStage(given.get("stage", "release")),
        by=given.get("by", ""),
        drafted_on=_day(given, "drafted", today),
        signed_on=_day(given, "signed", today),
        published_on=_day(given, "published", today),
        linked=given.get("linked", False),
    )


def _day(given: dict[str, Any], name: str, today: dt.date) -> dt.date | None:
    ago = given.get(name)
    return None if ago is None else today - dt.timedelta(days=ago)
