"""Self-inspection (效能监测、自查): scored lists, and such a list filled in for a quarter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionItem:
    """One line of a list. `points` are what can be lost at it; one that is a `veto` (单项否决) has
    none: when it is not met, everything fails. `probe` names what the office file can say about it
    (`services.inspection_probes`).
    """

    key: str
    group: str
    text: str
    points: Decimal = Decimal(0)
    veto: bool = False
    basis: str = ""
    probe: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionTemplate:
    """A list: one of `resources/inspections/`, or the office's own, which is kept."""

    id: str
    title: str
    items: tuple[InspectionItem, ...]
    source: str = ""
    note: str = ""
    imported_on: dt.date | None = None
    retired_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemScore:
    """What was found at one item of the list; `lost` points (1 at a veto that is not met), None:
    not looked at yet.
    """

    lost: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfInspection:
    """The list `template` as filled in for a quarter (1 to 4). `scores` by the key of the item."""

    id: str
    template: str
    year: int
    quarter: int
    started_on: dt.date
    by: str = ""
    finished_on: dt.date | None = None
    scores: Mapping[str, ItemScore] = field(default_factory=dict)
    note: str = ""
