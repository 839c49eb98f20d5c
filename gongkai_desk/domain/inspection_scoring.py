"""The score of a self-inspection, what became better or worse, and which quarters are due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gongkai_desk.domain.inspection import (
    InspectionItem,
    InspectionTemplate,
    ItemScore,
    SelfInspection,
)
from gongkai_desk.domain.problems import Problem, Severity

REMIND_DAYS = 15
"""The quarter's inspection is asked for within the last days of the quarter."""
QUARTERS_IN_USE = 4
"""A list that was filled in within the last four quarters is one the office uses."""

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """`value` = `full` - `lost`; `open` items were not looked at, `vetoes` are not met."""

    full: Decimal
    lost: Decimal
    open: int
    vetoes: tuple[InspectionItem, ...] = ()

    @property
    def value(self) -> Decimal:
        return self.full - self.lost

    @property
    def complete(self) -> bool:
        return self.open == 0


def score(template: InspectionTemplate, inspection: SelfInspection) -> Score:
    """What the inspection came to; points beyond those of an item do not count."""
    found = [(item, inspection.scores.get(item.key, ItemScore()).lost) for item in template.items]
    return Score(
        full=full_score(template),
        lost=sum((_lost(item, lost) for item, lost in found), NOTHING),
        open=sum(lost is None for _item, lost in found),
        vetoes=tuple(item for item, lost in found if item.veto and lost),
    )


def full_score(template: InspectionTemplate) -> Decimal:
    return sum((item.points for item in template.items if not item.veto), NOTHING)


def _lost(item: InspectionItem, lost: Decimal | None) -> Decimal:
    if item.veto or lost is None:
        return NOTHING
    return min(max(lost, NOTHING), item.points)


class Trend(StrEnum):
    """How an item stands against another quarter."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"  # not looked at in one of them

    @property
    def opposite(self) -> Trend:
        """The same comparison seen from the other quarter."""
        return {Trend.BETTER: Trend.WORSE, Trend.WORSE: Trend.BETTER}.get(self, self)


def trend(now: ItemScore | None, before: ItemScore | None) -> Trend:
    """Fewer points lost is better."""
    if now is None or before is None or now.lost is None or before.lost is None:
        return Trend.UNKNOWN
    if now.lost == before.lost:
        return Trend.SAME
    return Trend.BETTER if now.lost < before.lost else Trend.WORSE


def compare(
    template: InspectionTemplate, now: SelfInspection, before: SelfInspection | None
) -> dict[str, Trend]:
    """The trend of each item of the list, by its key."""
    older = before.scores if before is not None else {}
    return {
        item.key: trend(now.scores.get(item.key), older.get(item.key)) for item in template.items
    }


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Quarter:
    year: int
    number: int

    @property
    def before(self) -> Quarter:
        if self.number == 1:
            return Quarter(year=self.year - 1, number=4)
        return Quarter(year=self.year, number=self.number - 1)

    @property
    def last_day(self) -> dt.date:
        if self.number == 4:
            return dt.date(self.year, 12, 31)
        return dt.date(self.year, 3 * self.number + 1, 1) - dt.timedelta(days=1)

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.year, 3 * self.number - 2, 1)


def quarter_of(day: dt.date) -> Quarter:
    return Quarter(year=day.year, number=(day.month + 2) // 3)


def quarter_before(
    inspections: Iterable[SelfInspection], inspection: SelfInspection
) -> SelfInspection | None:
    """The latest earlier inspection by the same list."""
    this = (inspection.year, inspection.quarter)
    earlier = [
        one
        for one in inspections
        if one.template == inspection.template and (one.year, one.quarter) < this
    ]
    return max(earlier, key=lambda one: (one.year, one.quarter), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueInspection:
    """An inspection that is not finished; `inspection` when it was begun. `late`: its quarter is
    over.
    """

    template: str
    quarter: Quarter
    late: bool
    inspection: SelfInspection | None = None


def due_inspections(
    inspections: Sequence[SelfInspection], usable: Sequence[str], today: dt.date
) -> Iterator[DueInspection]:
    """Of each list in use: the last quarter when it is missing, the present one within its last
    days. `usable` are the ids of the lists that may be filled in; where none was used lately the
    first of them is asked for.
    """
    now = quarter_of(today)
    remind = (now.last_day - today).days < REMIND_DAYS
    used = _in_use(inspections, now)
    for template in usable:
        if template in used:
            first = min(_quarter(one) for one in inspections if one.template == template)
            if first < now and (due := _due(inspections, template, now.before, late=True)):
                yield due
        elif used or template != usable[0]:
            continue
        if remind and (due := _due(inspections, template, now, late=False)):
            yield due


def _in_use(inspections: Sequence[SelfInspection], now: Quarter) -> set[str]:
    oldest = now
    for _step in range(QUARTERS_IN_USE):
        oldest = oldest.before
    return {one.template for one in inspections if _quarter(one) >= oldest}


def _due(
    inspections: Sequence[SelfInspection], template: str, quarter: Quarter, *, late: bool
) -> DueInspection | None:
    found = next(
        (one for one in inspections if one.template == template and _quarter(one) == quarter), None
    )
    if found is not None and found.finished_on is not None:
        return None
    return DueInspection(template=template, quarter=quarter, late=late, inspection=found)


def _quarter(inspection: SelfInspection) -> Quarter:
    return Quarter(year=inspection.year, number=inspection.quarter)


def check_inspection(
    inspection: SelfInspection, template: InspectionTemplate, today: dt.date
) -> Iterator[Problem]:
    """Problems name the key of the item as their field."""
    for item in template.items:
        found = inspection.scores.get(item.key)
        if found is None or found.lost is None:
            continue
        most = Decimal(1) if item.veto else item.points
        if not NOTHING <= found.lost <= most:
            values = {"points": plain_number(most), "text": short(item.text)}
            yield Problem("inspection-points-too-many", item.key, values)
        if found.lost and not found.note.strip():
            values = {"text": short(item.text)}
            yield Problem("inspection-loss-without-note", item.key, values, Severity.WARNING)
    for field in ("started_on", "finished_on"):
        day = getattr(inspection, field)
        if day is not None and day > today:
            yield Problem("record-after-today", field, {"date": day, "today": today})
    open_items = score(template, inspection).open
    if inspection.finished_on is not None and open_items:
        yield Problem("inspection-items-open", "finished_on", {"n": open_items})


def plain_number(value: Decimal) -> str:
    """``5``, ``0.5``: without trailing zeros or exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def short(text: str, most: int = 20) -> str:
    """The beginning of a text, for a sentence that names it."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
