"""What asks for the officer's attention today: one line with a number that opens its list."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Concern(StrEnum):
    """What a line of 今日 is about; the order is that on screen and paper."""

    DUTY_BEHIND = "duty_behind"  # 频次要求进度滞后
    TASK_STEP_LATE = "task_step_late"
    TASK_ANSWER_WAITED = "task_answer_waited"  # 督办后等待答复
    EVIDENCE_MISSING = "evidence_missing"
    PUBLICATION_LATE = "publication_late"  # 超过 20 个工作日未公开
    PUBLICATION_DUE = "publication_due"
    REVIEW_MISSING = "review_missing"  # 尚未保密审查
    TAKE_DOWN = "take_down"  # 已公开信息到期应撤下
    VALIDITY_ENDING = "validity_ending"
    INTERPRETATION_MISSING = "interpretation_missing"
    INTERPRETATION_AHEAD = "interpretation_ahead"  # 解读已发布，文件未公开
    CATALOGUE_LATE = "catalogue_late"
    CATALOGUE_DUE = "catalogue_due"
    DECISION_GAP = "decision_gap"
    DECISION_DUE = "decision_due"
    PLATFORM_LATE = "platform_late"  # 超过更新时限
    PLATFORM_CHECK_DUE = "platform_check_due"
    MESSAGE_LATE = "message_late"
    MESSAGE_WAITING = "message_waiting"
    INSPECTION_DUE = "inspection_due"  # 本季度自查
    REPORT_DIFFERS = "report_differs"  # 已发布年报与登记不一致


class Weight(StrEnum):
    """How the line looks: red, amber, blue."""

    BAD = "bad"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """`count` things of a kind; `examples` name the first of them for the printed sheet. Page,
    section and view lead to the list that holds exactly them.
    """

    concern: Concern
    count: int
    weight: Weight
    page: str
    section: str = ""
    view: str = ""
    next_date: dt.date | None = None
    examples: tuple[str, ...] = ()
