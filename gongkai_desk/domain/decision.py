"""重大行政决策: the yearly list and what of each decision must be published, and when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class DecisionStage(StrEnum):
    """What is shown of a decision, in the order of its making."""

    DRAFT = "draft"  # 草案全文
    EXPLANATION = "explanation"  # 草案说明
    BACKGROUND = "background"  # 决策背景
    INTERPRETATION = "interpretation"  # 草案解读
    CONSULTATION = "consultation"  # 意见征集
    ADOPTION = "adoption"  # 意见采纳情况
    MEETING = "meeting"  # 会议审议、公众代表列席
    RESULT = "result"  # 决策结果
    EVALUATION = "evaluation"  # 效果评估


@dataclass(frozen=True, slots=True, kw_only=True)
class StageEntry:
    """One stage as published on `date`; a consultation lasts to `until`. `reason` tells why a
    stage is left out (then `date` is None) or a consultation is shorter than 30 days.
    """

    stage: DecisionStage
    date: dt.date | None = None
    until: dt.date | None = None
    url: str = ""
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One matter of the list (决策事项目录) of `year`. `planned_on` is when the decision is planned
    to be made; `decided_on` when it was. `dropped_on`: taken off the list, with the reason.
    """

    id: str
    year: int
    position: int
    title: str
    unit: str = ""
    basis: str = ""
    listed_on: dt.date | None = None
    planned_on: dt.date | None = None
    decided_on: dt.date | None = None
    dropped_on: dt.date | None = None
    dropped_because: str = ""
    stages: tuple[StageEntry, ...] = ()
    document_id: str = ""
    url: str = ""
    note: str = ""
