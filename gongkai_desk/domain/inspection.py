"""Self-inspection (效能监测、自查): a scored list, filled in each quarter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemScore:
    """What was found at one item of the list; `lost` points, None: not looked at yet."""

    lost: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfInspection:
    """The list `template` (a file of `resources/inspections/`) as filled in for a quarter (1 to 4).
    `scores` by the key of the item.
    """

    id: str
    template: str
    year: int
    quarter: int
    started_on: dt.date
    by: str = ""
    finished_on: dt.date | None = None
    scores: Mapping[str, ItemScore] = field(default_factory=dict)
    note: str = ""
