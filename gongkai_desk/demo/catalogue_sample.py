"""A made-up catalogue in two versions with what was published under it, for the sample file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.catalogue import CatalogueItem, CatalogueVersion, LimitKind
from gongkai_desk.domain.catalogue_limits import read_limit
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    OfficialDocument,
    PublishedAt,
    ReviewOpinion,
    SecrecyReview,
)
from gongkai_desk.services.desk import Desk

_OLD_DAYS, _NEW_DAYS = 640, 250
_REVIEWED_DAYS, _FORMED_DAYS = 1, 3


def enter_catalogue(desk: Desk, today: dt.date) -> None:
    """The catalogue of `resources/sample/catalogue.toml`: the version before, then the present."""
    given = resources.table("sample", "catalogue.toml")
    before = given["before"]
    old = _version(given, today - dt.timedelta(days=_OLD_DAYS))
    new = _version(given, today - dt.timedelta(days=_NEW_DAYS))
    desk.catalogue.new_version(old, None)
    lineages: dict[str, str] = {}
    for item in (*given["item"], *before["item"]):
        title = item["path"][-1]
        lineages[title] = new_id()
        if title not in before["without"]:
            limit = before["limits"].get(title, item["limit"])
            channels = before["channels"].get(title, item["channels"])
            desk.catalogue.add(_item(given, item, old.id, lineages[title], limit, channels), None)
    desk.catalogue.new_version(new, None)
    for item in given["item"]:
        lineage = lineages[item["path"][-1]]
        made = _item(given, item, new.id, lineage, item["limit"], item["channels"])
        desk.catalogue.add(made, None)
        for document in _documents(item, lineage, today):
            desk.catalogue.record_publication(document, today)


def _version(given: dict[str, Any], day: dt.date) -> CatalogueVersion:
    return CatalogueVersion(
        id=new_id(),
        title=f"{given['title']}（{day.year}年版）",
        number=0,
        made_on=day,
        in_force_on=day,
    )


def _item(
    given: dict[str, Any],
    item: dict[str, Any],
    version_id: str,
    lineage: str,
    limit: str,
    channels: list[str],
) -> CatalogueItem:
    return CatalogueItem(
        id=new_id(),
        version_id=version_id,
        lineage=lineage,
        position=0,
        path=tuple(item["path"]),
        unit=given["unit"],
        content=item["content"],
        limit=read_limit(limit),
        channels=tuple(channels),
        responsible=item["responsible"],
        basis=item.get("basis", ""),
        level="区级",
        audience="全社会",
    )


def _documents(item: dict[str, Any], lineage: str, today: dt.date) -> Iterator[OfficialDocument]:
    for days in item.get("published", ()):
        day = today - dt.timedelta(days=days)
        place = PublishedAt(channel=(item["channels"] or ["区政府门户网站"])[0], date=day)
        formed = day - dt.timedelta(days=_FORMED_DAYS)
        yield _document(item, lineage, formed, place)
    for days in item.get("formed", ()):
        yield _document(item, lineage, today - dt.timedelta(days=days), None)


def _document(
    item: dict[str, Any], lineage: str, formed: dt.date, place: PublishedAt | None
) -> OfficialDocument:
    limit = read_limit(item["limit"])
    review = SecrecyReview(
        date=(place.date if place else formed) - dt.timedelta(days=_REVIEWED_DAYS if place else 0),
        by="办公室审核岗",
        opinion=ReviewOpinion.MAY_PUBLISH,
    )
    return OfficialDocument(
        id=new_id(),
        title=f"{item['path'][-1]}（{formed.year}年{formed.month}月）",
        kind=DocumentKind.INFORMATION,
        formed_on=formed,
        attribute=Attribute.PROACTIVE,
        reviews=(review,),
        published=(place,) if place else (),
        limit_days=limit.days if limit.kind is LimitKind.WORKING_DAYS else None,
        lineage=lineage,
    )
