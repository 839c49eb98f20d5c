"""Policy documents and other information to be published, and their interpretations (解读)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """RULE and NORMATIVE are counted in table 2 of the annual report (第二十条第（一）项)."""

    RULE = "rule"  # 规章
    NORMATIVE = "normative"  # 行政规范性文件
    POLICY = "policy"  # 其他政策文件
    INFORMATION = "information"  # 其他信息


class Attribute(StrEnum):
    """公开属性, fixed when a document is drafted."""

    PROACTIVE = "proactive"  # 主动公开
    ON_REQUEST = "on_request"  # 依申请公开
    WITHHELD = "withheld"  # 不予公开


class ReviewOpinion(StrEnum):
    """What a 保密审查 came to."""

    MAY_PUBLISH = "may_publish"
    IN_PART = "in_part"  # 删减后公开
    MAY_NOT = "may_not"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecrecyReview:
    """One review before publication (保密法第三十五条：先审查、后公开；一事一审). `concerns` are
    what was looked for and found (国家秘密、工作秘密、商业秘密、个人隐私、三安全一稳定).
    """

    date: dt.date
    by: str
    opinion: ReviewOpinion
    concerns: tuple[str, ...] = ()
    basis: str = ""
    signed_by: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedAt:
    """Where a document stands since when."""

    channel: str
    date: dt.date
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialDocument:
    """A document with its way from the draft to its end.

    `formed_on` is the day it was formed or changed: from it the 20 working days of 第二十六条 run
    (`limit_days` when another rule sets another number). `keep_until` is when it must be taken
    down (已公开信息管理), `valid_until` when its validity ends by itself. `replaces_id` is the
    edition before it (历次修订文本), `original_id` the document it forwards (转发), whose attribute
    it follows. `lineage` names the catalogue item it belongs to, `request_ids` the requests that
    led to it.
    """

    id: str
    title: str
    kind: DocumentKind
    number: str = ""
    drafter: str = ""
    formed_on: dt.date | None = None
    attribute: Attribute | None = None
    ground: str = ""  # the article that withholds it, or why only on request
    reviews: tuple[SecrecyReview, ...] = ()
    published: tuple[PublishedAt, ...] = ()
    limit_days: int | None = None
    keep_until: dt.date | None = None
    taken_down_on: dt.date | None = None
    taken_down_because: str = ""
    in_force_on: dt.date | None = None
    valid_until: dt.date | None = None
    abolished_on: dt.date | None = None
    abolished_by: str = ""
    replaces_id: str = ""
    original_id: str = ""
    registration: str = ""  # 规范性文件统一登记号
    lineage: str = ""
    needs_interpretation: bool = False
    request_ids: tuple[str, ...] = ()
    note: str = ""


class InterpretationKind(StrEnum):
    """The forms of an interpretation; VIDEO and ANIMATION count for the share plans ask for."""

    TEXT = "text"
    CHART = "chart"  # 图解
    VIDEO = "video"
    ANIMATION = "animation"
    AUDIO = "audio"
    H5 = "h5"
    PRESS = "press"  # 新闻发布会、吹风会
    EXPERT = "expert"  # 专家解读
    MEDIA = "media"  # 媒体解读
    LEADER = "leader"  # 负责人解读


class InterpretationStage(StrEnum):
    """政策全周期解读."""

    DRAFT = "draft"  # 草案解读
    RELEASE = "release"  # 发布解读
    SECOND = "second"  # 二次解读、跟踪解读


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation:
    """One interpretation of a document; the three dates are those of the 三同步."""

    id: str
    document_id: str
    title: str
    kind: InterpretationKind
    stage: InterpretationStage = InterpretationStage.RELEASE
    by: str = ""
    drafted_on: dt.date | None = None
    signed_on: dt.date | None = None
    published_on: dt.date | None = None
    url: str = ""
    linked: bool = False  # 文件与解读相互链接
    note: str = ""
