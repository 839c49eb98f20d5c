"""Websites, their columns and new-media accounts: how old their newest entry may be."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class PlatformKind(StrEnum):
    WEBSITE = "website"
    COLUMN = "column"  # 栏目
    NEW_MEDIA = "new_media"  # 微信公众号、微博、抖音、客户端
    MAILBOX = "mailbox"  # 留言、信箱
    ZONE = "zone"  # 政务公开专区
    GAZETTE = "gazette"  # 政府公报


class Slimming(StrEnum):
    """瘦身提质: what is done with an account."""

    KEEP = "keep"
    IMPROVE = "improve"  # 提升一批
    MERGE = "merge"  # 整合一批
    CLOSE = "close"  # 关停一批
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A place where the office publishes. `category` names its update limit in
    `resources/platforms/limits.toml`; `limit_days` overrides it.
    """

    id: str
    kind: PlatformKind
    name: str
    parent_id: str = ""  # the website of a column
    category: str = ""
    limit_days: int | None = None
    address: str = ""
    operator: str = ""  # 主办、运维单位
    person: str = ""
    opened_on: dt.date | None = None
    filed_on: dt.date | None = None  # 备案
    filing_number: str = ""
    slimming: Slimming = Slimming.KEEP
    closed_on: dt.date | None = None
    check_every_days: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformCheck:
    """A look at a platform on `date`: when it was updated last, what was wrong, when mended."""

    id: str
    platform_id: str
    date: dt.date
    last_update: dt.date | None = None
    by: str = ""
    problems: str = ""
    mended_on: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteMessage:
    """A message to answer: 我为政府网站找错, a letterbox, a comment. `answered_on` is the day of
    the answer; `limit_days` working days when the office's own rule sets them.
    """

    id: str
    received: dt.date
    text: str
    platform_id: str = ""
    source: str = ""  # which channel it came by: a name in resources/platforms/limits.toml
    number: str = ""
    sender: str = ""
    handler: str = ""
    limit_days: int | None = None
    answered_on: dt.date | None = None
    result: str = ""
    note: str = ""
