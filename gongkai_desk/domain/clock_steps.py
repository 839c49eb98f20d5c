"""What goes into the clock and how its answer is explained: events, steps, counted days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gongkai_desk.domain.calendar import DayKind, read_date
from gongkai_desk.domain.clock_period import PERIODS
from gongkai_desk.domain.problems import Problem, refuse
from gongkai_desk.domain.request import EventKind


class LegalStep(StrEnum):
    """What the law does without anybody's act."""

    RECEIVED = "received"
    CONSULTATION_LIMIT = "consultation_limit"  # 征求意见的 15 个工作日届满


BASIS: Mapping[EventKind | LegalStep, str] = {
    LegalStep.RECEIVED: "第三十一条",
    LegalStep.CONSULTATION_LIMIT: "第三十二条、第三十四条",
    EventKind.CLARIFICATION_REQUESTED: "第三十条",
    EventKind.CLARIFICATION_RECEIVED: "第三十条",
    EventKind.CLARIFICATION_LAPSED: "第三十条",
    EventKind.CONSULTATION_SENT: "第三十二条、第三十三条",
    EventKind.CONSULTATION_DELIVERED: "第三十二条、第三十四条",
    EventKind.CONSULTATION_ANSWERED: "第三十二条、第三十三条",
    EventKind.EXTENDED: "第三十三条",
    EventKind.DELAYED: "第三十五条",
    EventKind.DUE_OVERRIDDEN: "",
    EventKind.FEE_NOTICED: "第四十二条、国办函〔2020〕109号",
    EventKind.FEE_PAID: "第四十二条、国办函〔2020〕109号",
    EventKind.FEE_LAPSED: "第四十二条、国办函〔2020〕109号",
    EventKind.REPLIED: "第三十三条、国办公开办函〔2016〕235号",
    EventKind.WITHDRAWN: "",
    EventKind.REASONS_REQUESTED: "第三十五条",
    EventKind.REASONS_RECEIVED: "第三十五条",
    EventKind.MERGED: "",
    EventKind.REDECISION_ORDERED: "行政复议法、行政诉讼法",
}
"""Articles of the 条例 and notices by step; an agency's or applicant's own decision has none."""

ORDER: Mapping[EventKind, int] = {
    kind: place
    for place, kind in enumerate(
        (
            EventKind.REDECISION_ORDERED,
            EventKind.REASONS_REQUESTED,
            EventKind.REASONS_RECEIVED,
            EventKind.CLARIFICATION_REQUESTED,
            EventKind.CLARIFICATION_RECEIVED,
            EventKind.CONSULTATION_SENT,
            EventKind.CONSULTATION_DELIVERED,
            EventKind.CONSULTATION_ANSWERED,
            EventKind.EXTENDED,
            EventKind.DELAYED,
            EventKind.DUE_OVERRIDDEN,
            EventKind.FEE_NOTICED,
            EventKind.FEE_PAID,
            EventKind.CLARIFICATION_LAPSED,
            EventKind.FEE_LAPSED,
            EventKind.REPLIED,
            EventKind.WITHDRAWN,
            EventKind.MERGED,
        )
    )
}
"""The order of events of one day: what closes a request comes last. A re-decision that is ordered
on the very day of an ending would come before it: no decision is that quick.
"""


@dataclass(frozen=True, slots=True)
class ClockEvent:
    """An event as the clock sees it. `argument` as in `RequestEvent`; `note` is only shown."""

    date: dt.date
    kind: EventKind
    argument: str = ""
    note: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the explanation: what happened, on which basis, and where the clock stood.

    `counted` is in working days of the period then running; `due` is None while the clock waits.
    """

    date: dt.date
    what: EventKind | LegalStep
    argument: str
    basis: str
    counted: int
    due: dt.date | None
    note: Problem


class How(StrEnum):
    BEFORE_START = "before_start"  # day 0
    COUNTED = "counted"
    REST = "rest"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedDay:
    """One day of the period; `number` is the place of a counted working day, from 1."""

    date: dt.date
    kind: DayKind
    how: How
    number: int | None = None


def in_order(received: dt.date, events: Iterable[ClockEvent]) -> list[ClockEvent]:
    """`events` checked, without repeats, in the order in which they count."""
    every = sorted(events, key=lambda e: (e.date, ORDER[e.kind], e.argument, e.note))
    for event in every:
        _check(received, event)
    return list(dict.fromkeys(every))


def _check(received: dt.date, event: ClockEvent) -> None:
    if event.date < received:
        raise refuse(
            "event-before-receipt", "date", kind=event.kind, date=event.date, received=received
        )
    if event.kind is EventKind.EXTENDED:
        extension_days(event.argument)
    elif event.kind in (EventKind.DELAYED, EventKind.DUE_OVERRIDDEN) or (
        event.kind is EventKind.REDECISION_ORDERED and event.argument
    ):
        read_date(event.argument, "argument")


def extension_days(argument: str) -> int:
    """The working days of an extension (第三十三条: 1 to 20)."""
    if argument.isascii() and argument.isdigit() and len(argument) <= len("20"):
        days = int(argument)
        if 1 <= days <= PERIODS.longest_extension:
            return days
    raise refuse(
        "extension-out-of-range", "argument", days=argument, longest=PERIODS.longest_extension
    )
