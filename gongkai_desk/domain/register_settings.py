"""What an office decides once about its register: tags, stage targets, numbers, columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from gongkai_desk.domain.case_file import Stage

TAGS = (
    "征地拆迁",
    "城市管理",
    "社会保障",
    "物业管理",
    "规划建设",
    "教育医疗",
    "财政资金",
    "行政执法",
)
STAGE_TARGETS: Mapping[Stage, int] = {
    Stage.REGISTERED: 1,
    Stage.REVIEWED: 3,
    Stage.HANDLED: 10,
    Stage.REPLIED: 18,
    Stage.ARCHIVED: 30,
}
"""Working days after the receipt; recommended, no rule of law."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSettings:
    """One office file has exactly one; its id is always ``"register"``.

    `numbering` gives the pattern of a family's document numbers, with {代字} {年} {序号};
    `letterhead` the red line when it is not the office's name. Retention in years.
    """

    id: str = "register"
    tags: tuple[str, ...] = TAGS
    stage_targets: Mapping[Stage, int] = field(default_factory=lambda: dict(STAGE_TARGETS))
    numbering: Mapping[str, str] = field(default_factory=dict)
    letterhead: str = ""
    contact_line: str = ""
    payment_way: str = ""
    retention_years: int = 10
    retention_years_disputed: int = 30
    scan_folder: str = ""
    ledger_headings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A way of looking at the register that the officer named and kept.

    `filters` are typed texts by column name, `sort` column names, the most important first, with
    "-" before a descending one; `columns` the shown ones in their order.
    """

    id: str
    name: str
    position: int = 0
    view: str = ""  # the group it starts from
    text: str = ""
    year: int | None = None
    filters: Mapping[str, str] = field(default_factory=dict)
    sort: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderMark:
    """A reminder the officer has seen; its id is the reminder's key, which names its date."""

    id: str
    request_id: str
    acknowledged_on: dt.date
