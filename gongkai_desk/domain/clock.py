"""The statutory clock of one request: a pure fold over its events, explained step by step.

政府信息公开条例 第三十条 to 第三十五条, 第四十二条. Nothing here is ever stored: ask `run` again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.clock_fold import Fold
from gongkai_desk.domain.clock_period import PERIODS, Period
from gongkai_desk.domain.clock_steps import ClockEvent, CountedDay, How, Step, in_order
from gongkai_desk.domain.problems import Problem

__all__ = ["Clock", "ClockEvent", "ClockState", "CountedDay", "How", "Step", "run"]


class ClockState(StrEnum):
    RUNNING = "running"
    AWAITING_CLARIFICATION = "awaiting_clarification"
    SUSPENDED = "suspended"
    AWAITING_PAYMENT = "awaiting_payment"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Where a request stands on `as_of`.

    `due` and `remaining` (working days after `as_of`, or after the closing, up to `due`; negative
    after it) are None while the applicant must clarify or pay. `provisional` when the count
    touches a year whose holiday notice is not known.
    """

    received: dt.date
    as_of: dt.date
    state: ClockState
    due: dt.date | None
    remaining: int | None
    overdue: bool
    provisional: bool
    clarification_due: dt.date
    closed_on: dt.date | None
    period: Period
    steps: tuple[Step, ...]
    warnings: tuple[Problem, ...]
    calendar: WorkCalendar = field(repr=False, compare=False)

    @property
    def days(self) -> tuple[CountedDay, ...]:
        """Day by day from the start of the current period to `due` or, while the applicant must
        act, to the day on which the count stopped.
        """
        last = self.due if self.due is not None else self._stopped
        suspensions = self.period.suspensions(self.calendar)
        ledger: list[CountedDay] = []
        number = 0
        for ordinal in range(self.period.start.toordinal(), last.toordinal() + 1):
            day = dt.date.fromordinal(ordinal)
            kind = self.calendar.day_kind(day)
            if day == self.period.start:
                ledger.append(CountedDay(date=day, kind=kind, how=How.BEFORE_START))
            elif not kind.is_worked:
                ledger.append(CountedDay(date=day, kind=kind, how=How.REST))
            elif any(after < day <= until for after, until in suspensions):
                ledger.append(CountedDay(date=day, kind=kind, how=How.SUSPENDED))
            else:
                number += 1
                ledger.append(CountedDay(date=day, kind=kind, how=How.COUNTED, number=number))
        return tuple(ledger)

    @property
    def _stopped(self) -> dt.date:
        """The day since which there has been no due date."""
        since = takewhile(lambda step: step.due is None, reversed(self.steps))
        return min((step.date for step in since), default=self.as_of)


def run(
    received: dt.date, events: Iterable[ClockEvent], calendar: WorkCalendar, as_of: dt.date
) -> Clock:
    """The clock of a request received on `received`, as it stands on `as_of`.

    The order in which events were entered does not matter, exact repeats count once and events
    after `as_of` are named but not applied. Raises `DomainError` for an event before the receipt
    and for an argument that cannot be read.
    """
    ordered = in_order(received, events)
    fold = Fold(received, calendar)
    if received > as_of:
        fold.warn("received-in-future", received=received, as_of=as_of)
    for event in ordered:
        if event.date <= as_of:
            fold.apply(event)
        else:
            fold.warn("event-in-future", kind=event.kind, date=event.date, as_of=as_of)
    fold.finish(as_of)
    return _clock(received, as_of, fold)


def _clock(received: dt.date, as_of: dt.date, fold: Fold) -> Clock:
    calendar, due = fold.calendar, fold.due
    seen_on = fold.closed_on or as_of
    remaining = None if due is None else calendar.count(seen_on, due)
    overdue = due is not None and seen_on > due
    clarification_due = calendar.add(fold.receipt, PERIODS.clarification)
    last = due if due is not None else max(clarification_due, seen_on)
    return Clock(
        received=received,
        as_of=as_of,
        state=_state(fold, as_of),
        due=due,
        remaining=remaining,
        overdue=overdue,
        provisional=calendar.provisional(received, last),
        clarification_due=clarification_due,
        closed_on=fold.closed_on,
        period=fold.period,
        steps=tuple(fold.steps),
        warnings=tuple(fold.warnings),
        calendar=calendar,
    )


def _state(fold: Fold, as_of: dt.date) -> ClockState:
    if fold.closed_on is not None:
        return ClockState.CLOSED
    if fold.clarifying:
        return ClockState.AWAITING_CLARIFICATION
    if fold.paying:
        return ClockState.AWAITING_PAYMENT
    waits = any(
        one.answered is None and as_of <= one.limit(fold.calendar)
        for one in fold.period.consultations
    )
    return ClockState.SUSPENDED if waits else ClockState.RUNNING
