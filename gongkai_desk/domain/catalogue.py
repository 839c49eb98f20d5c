"""主动公开事项目录: its versions, its items, and how soon each must be published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class LimitKind(StrEnum):
    """How a 公开时限 tells its time."""

    WORKING_DAYS = "working_days"  # 自形成或变更之日起 n 个工作日内
    DAYS = "days"  # n 日内
    MONTHS = "months"  # n 个月内
    YEARLY = "yearly"  # 每年 4 月 1 日之前
    HALF_YEARLY = "half_yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    AT_ONCE = "at_once"  # 及时、实时
    STANDING = "standing"  # 长期、常年
    UNKNOWN = "unknown"  # kept as text, watched by nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A 公开时限. `days` counts for WORKING_DAYS and DAYS (and for the day of the month or of the
    period by which MONTHLY, QUARTERLY and HALF_YEARLY items are due), `months` for MONTHS; `month`
    and `day` are set for YEARLY: the last day that is in time. `working`: `days` of a period are
    working days. `text` is the wording of the catalogue.
    """

    kind: LimitKind = LimitKind.UNKNOWN
    days: int | None = None
    months: int | None = None
    month: int | None = None
    day: int | None = None
    working: bool = False
    text: str = ""


class Mode(StrEnum):
    """公开方式 in the sense of 主动 or 依申请."""

    PROACTIVE = "proactive"
    ON_REQUEST = "on_request"
    BOTH = "both"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueVersion:
    """One edition of the catalogue; the newest with `in_force_on` is the one in force.
    `headings` are those of the file it was read from, for writing it like that again.
    """

    id: str
    title: str
    number: int
    made_on: dt.date
    in_force_on: dt.date | None = None
    source_name: str = ""
    headings: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueItem:
    """One row. `path` are the one to three levels of 公开事项, `unit` 公开主体, `content`
    公开内容, `responsible` 责任单位/科室, `level` 公开层级, `duration` 公开时长,
    `audience` 公开对象. `lineage` is the same in every version of the same item.
    `extra` keeps columns of other headings.
    """

    id: str
    version_id: str
    lineage: str
    position: int
    path: tuple[str, ...]
    unit: str = ""
    content: str = ""
    limit: Limit = Limit()
    mode: Mode = Mode.PROACTIVE
    channels: tuple[str, ...] = ()
    responsible: str = ""
    basis: str = ""
    level: str = ""
    audience: str = ""
    duration: str = ""
    note: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The last level of its 公开事项."""
        return self.path[-1] if self.path else ""
