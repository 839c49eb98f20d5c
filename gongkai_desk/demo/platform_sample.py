"""Made-up websites, columns, accounts and messages, for the sample office file."""

from __future__ import annotations

import datetime as dt
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.platform import (
    Platform,
    PlatformCheck,
    PlatformKind,
    SiteMessage,
    Slimming,
)
from gongkai_desk.services.desk import Desk


def enter_platforms(desk: Desk, today: dt.date) -> None:
    """The platforms and messages of `resources/sample/platforms.toml`."""
    given = resources.table("sample", "platforms.toml")
    ids: dict[str, str] = {}
    for one in given["platform"]:
        platform = _platform(one, ids, today)
        ids[one.get("key", platform.id)] = platform.id
        desk.platforms.save(platform, today)
        for check in one.get("checks", ()):
            desk.platforms.save(_check(check, platform.id, one["person"], today), today)
    for one in given["message"]:
        desk.platforms.save(_message(one, ids, today), today)


def _ago(today: dt.date, days: int | None) -> dt.date | None:
    return None if days is None else today - dt.timedelta(days=days)


def _platform(given: dict[str, Any], ids: dict[str, str], today: dt.date) -> Platform:
    return Platform(
        id=new_id(),
        kind=PlatformKind(given["kind"]),
        name=given["name"],
        parent_id=ids.get(given.get("above", ""), ""),
        category=given.get("category", ""),
        address=given.get("address", ""),
        operator=given["operator"],
        person=given["person"],
        opened_on=_ago(today, given.get("opened")),
        filed_on=_ago(today, given.get("filed")),
        filing_number=given.get("filing_number", ""),
        slimming=Slimming(given.get("slimming", "keep")),
        closed_on=_ago(today, given.get("closed")),
    )


def _check(given: dict[str, Any], platform_id: str, by: str, today: dt.date) -> PlatformCheck:
    return PlatformCheck(
        id=new_id(),
        platform_id=platform_id,
        date=today - dt.timedelta(days=given["ago"]),
        last_update=_ago(today, given["updated"]),
        by=by,
        problems=given.get("problems", ""),
        mended_on=_ago(today, given.get("mended")),
    )


def _message(given: dict[str, Any], ids: dict[str, str], today: dt.date) -> SiteMessage:
    received = today - dt.timedelta(days=given["ago"])
    after = given.get("answered_after")
    return SiteMessage(
        id=new_id(),
        received=received,
        text=given["text"],
        platform_id=ids.get(given.get("above", ""), ""),
        source=given["source"],
        number=given.get("number", ""),
        sender=given["sender"],
        handler=given["handler"],
        answered_on=None if after is None else received + dt.timedelta(days=after),
        result=given.get("result", ""),
    )
