"""The days of a case, from the receipt to the due date, each with what the clock made of it.

What the picture of a case shows: on the screen, on the calculation sheet and in the archive.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, pairwise

from gongkai_desk.domain.calendar import DayKind
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.clock import Clock, Step, run
from gongkai_desk.domain.clock_period import PERIODS, Period
from gongkai_desk.domain.clock_steps import ClockEvent, LegalStep
from gongkai_desk.domain.request import CLOSING, EventKind
from gongkai_desk.domain.request_steps import clock_events

_RESTARTS = {
    "step-clarified": True,
    "step-paid": True,
    "step-redecision": False,
    "step-redecision-by": False,
}
"""Notes of the steps that begin a new period, and whether the days before are dropped by it."""
_LONG, _KEPT_FIRST, _KEPT_LAST = 35, 10, 7
"""A stretch in which nothing is counted is shown whole up to `_LONG` days, else its two ends."""


class DayMark(StrEnum):
    """What one day was to the clock."""

    RECEIVED = "received"  # day 0 of a period
    COUNTED = "counted"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    REST = "rest"
    WAITING = "waiting"
    DROPPED = "dropped"
    LATE = "late"
    AFTER = "after"


_IDLE = frozenset({DayMark.REST, DayMark.WAITING, DayMark.LATE, DayMark.AFTER})


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineDay:
    """One day; `number` is its place among the counted ones, `notes` the numbers of what happened
    on it.
    """

    date: dt.date
    kind: DayKind
    mark: DayMark
    number: int | None = None
    notes: tuple[int, ...] = ()
    today: bool = False
    due: bool = False
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineNote:
    """One thing that happened; `number` is the one it has in the picture."""

    number: int
    date: dt.date
    what: EventKind | LegalStep
    argument: str
    due: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTimeline:
    """The days in order; where two neighbours are not adjacent, idle weeks were left out."""

    days: tuple[TimelineDay, ...]
    notes: tuple[TimelineNote, ...]
    as_of: dt.date
    due: dt.date | None
    closed_on: dt.date | None

    @property
    def counts(self) -> Mapping[DayMark, int]:
        """How many of the days shown there are of each kind."""
        return Counter(day.mark for day in self.days)

    @property
    def marks(self) -> tuple[DayMark, ...]:
        """The kinds that occur, in their order: what the legend must explain."""
        there = self.counts
        return tuple(mark for mark in DayMark if there.get(mark))


def timeline_of(case: Case) -> CaseTimeline | None:
    """The picture of `case` as its clock has it; None while it has no receipt date."""
    clock = case.clock
    if clock is None:
        return None
    notes = tuple(
        TimelineNote(
            number=number, date=step.date, what=step.what, argument=step.argument, due=step.due
        )
        for number, step in enumerate(clock.steps, start=1)
    )
    told: dict[dt.date, tuple[int, ...]] = {}
    for note in notes:
        told[note.date] = (*told.get(note.date, ()), note.number)
    days = [
        replace(
            day,
            notes=told.get(day.date, ()),
            today=day.date == clock.as_of,
            due=day.date == clock.due,
            provisional=not clock.calendar.confirmed(day.date.year),
        )
        for day in _days(clock, clock_events(case.events))
    ]
    return CaseTimeline(
        days=tuple(_shortened(days)),
        notes=notes,
        as_of=clock.as_of,
        due=clock.due,
        closed_on=clock.closed_on,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """A period with the days it rules: from `start` (day 0) to before `end`, None for the last."""

    start: dt.date
    end: dt.date | None
    period: Period
    dropped: bool
    ordered: bool


def _spans(clock: Clock, events: list[ClockEvent]) -> list[_Span]:
    first = Step(
        date=clock.received,
        what=LegalStep.RECEIVED,
        argument="",
        basis="",
        counted=0,
        due=None,
        note=clock.steps[0].note,
    )
    starts = [first, *(step for step in clock.steps if step.note.code in _RESTARTS)]
    spans = []
    for begun, after in pairwise(starts):
        if after.date > begun.date:
            before = [event for event in events if event.date < after.date]
            day = after.date - dt.timedelta(days=1)
            period = run(clock.received, before, clock.calendar, day).period
            dropped = _RESTARTS[after.note.code]
            spans.append(_span(begun, after.date, period, dropped=dropped))
    spans.append(_span(starts[-1], None, clock.period, dropped=False))
    return spans


def _span(begun: Step, end: dt.date | None, period: Period, *, dropped: bool) -> _Span:
    ordered = begun.what is EventKind.REDECISION_ORDERED
    return _Span(start=begun.date, end=end, period=period, dropped=dropped, ordered=ordered)


def _days(clock: Clock, events: list[ClockEvent]) -> Iterator[TimelineDay]:
    last = max(clock.due or clock.received, clock.closed_on or clock.as_of)
    standing = _Standing(clock)
    for span in _spans(clock, events):
        end = last if span.end is None else span.end - dt.timedelta(days=1)
        yield from _days_of(span, max(end, span.start), clock, standing)


def _days_of(
    span: _Span, last: dt.date, clock: Clock, standing: _Standing
) -> Iterator[TimelineDay]:
    calendar, number = clock.calendar, 0
    suspensions = span.period.suspensions(calendar)
    due = span.period.due(calendar)
    for ordinal in range(span.start.toordinal(), last.toordinal() + 1):
        date = dt.date.fromordinal(ordinal)
        kind = calendar.day_kind(date)
        day = TimelineDay(date=date, kind=kind, mark=DayMark.RECEIVED)
        if date == span.start:
            yield day
        elif not kind.is_worked:
            yield replace(day, mark=DayMark.REST)
        elif standing.closed(date):
            yield replace(day, mark=DayMark.AFTER)
        elif standing.waiting(date):
            yield replace(day, mark=DayMark.WAITING)
        elif any(after < date <= until for after, until in suspensions):
            yield replace(day, mark=DayMark.SUSPENDED)
        elif date > due:
            yield replace(day, mark=DayMark.LATE)
        else:
            number += 1
            yield replace(day, mark=_counted(span, number), number=number)


def _counted(span: _Span, number: int) -> DayMark:
    if span.dropped:
        return DayMark.DROPPED
    longer = number > PERIODS.answer and not (span.ordered and span.period.fixed)
    return DayMark.EXTENDED if longer else DayMark.COUNTED


class _Standing:
    """Whether the clock waited or the case was closed when a day began."""

    def __init__(self, clock: Clock) -> None:
        self._dates = [step.date for step in clock.steps]
        self._waits = [step.due is None for step in clock.steps]
        self._ended: list[bool] = []
        ended = False
        for step in clock.steps:
            if step.what in CLOSING and step.note.code.startswith("step-closed"):
                ended = True
            elif step.what is EventKind.REDECISION_ORDERED:
                ended = False
            self._ended.append(ended)

    def waiting(self, day: dt.date) -> bool:
        before = bisect_left(self._dates, day)
        return bool(before) and self._waits[before - 1]

    def closed(self, day: dt.date) -> bool:
        before = bisect_left(self._dates, day)
        return bool(before) and self._ended[before - 1]


def _shortened(days: list[TimelineDay]) -> Iterator[TimelineDay]:
    """`days` without the middle of long stretches in which nothing counts and nothing happens."""
    quiet = groupby(days, lambda d: d.mark in _IDLE and not (d.notes or d.today or d.due))
    for idle, stretch in quiet:
        part = list(stretch)
        if idle and len(part) > _LONG:
            yield from part[:_KEPT_FIRST]
            yield from part[-_KEPT_LAST:]
        else:
            yield from part
