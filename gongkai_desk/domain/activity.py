"""What the office did for disclosure beside answering requests: trainings, open days and so on.

Each kind has a few fields of its own, described in `resources/activities/kinds.toml`; their values
are kept as text in `Activity.details` under the field's name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ActivityKind(StrEnum):
    """What work plans ask for; the order is that of the lists on screen."""

    TRAINING = "training"  # 业务培训
    OPEN_DAY = "open_day"  # 政府开放日
    MEETING_SEATS = "meeting_seats"  # 公众代表列席会议
    PUBLIC_CONSULTATION = "public_consultation"  # 意见征集
    POLICY_EVALUATION = "policy_evaluation"  # 政策评价
    PRESS_CONFERENCE = "press_conference"  # 新闻发布会、吹风会
    PUBLIC_RESPONSE = "public_response"  # 回应关切
    ZONE_EVENT = "zone_event"  # 政务公开专区活动
    CASE_SUBMISSION = "case_submission"  # 亮点、案例报送
    LEADER_BRIEFING = "leader_briefing"  # 主要负责同志听取汇报
    JOINT_CONSULTATION = "joint_consultation"  # 依申请公开联合会商
    SUPERVISION = "supervision"  # 公共企事业单位监管
    INSPECTION = "inspection"  # 检查、通报
    CLEANUP = "cleanup"  # 信息清理、敏感信息整治
    EXCHANGE = "exchange"  # 调研、经验交流
    RULES_MADE = "rules_made"  # 制度建设
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One thing done on a day, or from `date` to `until`. `details` are the fields of its kind;
    photos, sign-in sheets and minutes are attached to it. `task_ids` are the tasks it proves.
    """

    id: str
    kind: ActivityKind
    date: dt.date
    title: str
    until: dt.date | None = None
    place: str = ""
    unit: str = ""
    participants: int | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    outcome: str = ""
    url: str = ""
    task_ids: tuple[str, ...] = ()
    institution_ids: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A public institution or enterprise (公共企事业单位, 条例第五十五条) we supervise."""

    id: str
    name: str
    sector: str = ""
    person: str = ""
    phone: str = ""
    website: str = ""
    catalogue_on: dt.date | None = None  # when its 公开目录/事项清单 was last renewed
    note: str = ""
    closed_on: dt.date | None = None
