"""A request with its history and its clock: what lists and pages show, and how to ask for some."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.clock import Clock, ClockState
from gongkai_desk.domain.outcome import Outcome
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.request import Request, RequestEvent

SOON_WORKING_DAYS = 3
_DAYS_OF_A_WEEK = 7


class Status(StrEnum):
    """How a case stands, as shown in lists: the clock's states, and no clock yet."""

    UNCONFIRMED = "unconfirmed"
    RUNNING = "running"
    AWAITING_CLARIFICATION = "awaiting_clarification"
    SUSPENDED = "suspended"
    AWAITING_PAYMENT = "awaiting_payment"
    CLOSED = "closed"


class Group(StrEnum):
    """What the home page counts; a case can be in several."""

    OPEN = "open"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DUE_SOON = "due_soon"  # in one to three working days
    DUE_THIS_WEEK = "due_this_week"  # today until Sunday
    WAITING = "waiting"  # for the applicant or a consulted party
    UNCONFIRMED = "unconfirmed"
    UNREACHABLE = "unreachable"  # receipt unconfirmed: the applicant was tried in vain
    PROVISIONAL = "provisional"  # the due date depends on a notice that is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case as it stands on a day. `clock` is None while there is no receipt date; `result` is
    the label of the official result row, "" while the case is not closed. `attempts` is how often
    the applicant was tried in vain while the receipt waits for a confirmation.
    """

    request: Request
    events: tuple[RequestEvent, ...]
    clock: Clock | None
    outcome: Outcome | None = None
    result: str = ""
    attempts: int = 0

    @property
    def status(self) -> Status:
        return Status.UNCONFIRMED if self.clock is None else Status(self.clock.state.value)

    @property
    def closed(self) -> bool:
        return self.status is Status.CLOSED

    @property
    def due(self) -> dt.date | None:
        return None if self.clock is None else self.clock.due

    @property
    def remaining(self) -> int | None:
        return None if self.clock is None else self.clock.remaining

    @property
    def overdue(self) -> bool:
        return self.clock is not None and self.clock.overdue

    @property
    def provisional(self) -> bool:
        return self.clock is not None and self.clock.provisional

    @property
    def closed_on(self) -> dt.date | None:
        return None if self.clock is None else self.clock.closed_on

    @property
    def row(self) -> int | None:
        """The result row of table 3, 3 to 23; None for what the table does not count."""
        return (self.outcome.row or None) if self.outcome and self.closed else None

    @property
    def timeline(self) -> tuple[RequestEvent, ...]:
        """All events by date, the voided ones among them."""
        return tuple(sorted(self.events, key=lambda event: event.date))

    def belongs_to(self, group: Group, as_of: dt.date) -> bool:
        """Whether the home page counts the case under `group` on `as_of`."""
        if group is Group.UNREACHABLE:
            return self.clock is None and self.attempts > 0
        if group is Group.UNCONFIRMED or self.clock is None:
            return self.clock is None and group in (Group.UNCONFIRMED, Group.OPEN)
        if self.closed:
            return False
        left, due = self.remaining, self.due
        sunday = as_of + dt.timedelta(days=_DAYS_OF_A_WEEK - as_of.isoweekday())
        match group:
            case Group.OPEN:
                return True
            case Group.OVERDUE:
                return self.overdue
            case Group.DUE_TODAY:
                return due == as_of
            case Group.DUE_SOON:
                return left is not None and 1 <= left <= SOON_WORKING_DAYS
            case Group.DUE_THIS_WEEK:
                return due is not None and as_of <= due <= sunday
            case Group.WAITING:
                return self.clock.state is not ClockState.RUNNING
            case Group.PROVISIONAL:
                return self.provisional


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which cases to list; every condition that is set must hold. `text` is what the search index
    of the office file is asked (`Database.search`); `ids` are the only requests wanted.
    """

    year: int | None = None
    status: Status | None = None
    text: str = ""
    group: Group | None = None
    ids: frozenset[str] | None = None

    def wants(self, request: Request) -> bool:
        """The conditions that need neither clock nor index."""
        if self.year is not None and year_of(request) not in (None, self.year):
            return False
        return self.ids is None or request.id in self.ids

    def takes(self, case: Case, as_of: dt.date) -> bool:
        """The conditions that need the clock."""
        if self.status is not None and case.status is not self.status:
            return False
        return self.group is None or case.belongs_to(self.group, as_of)


def year_of(request: Request) -> int | None:
    """The year a case is filed under: that of its receipt or, before it, of its arrival."""
    day = request.received or request.arrived or request.submitted
    return None if day is None else day.year


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What recording an event would do: the clock before and after."""

    before: Clock
    after: Clock

    @property
    def new_warnings(self) -> tuple[Problem, ...]:
        return tuple(one for one in self.after.warnings if one not in self.before.warnings)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarSource:
    """Which notice the working days of a year come from; `source` is "" while there is none."""

    year: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Everything the due-date dialog and the printed calculation sheet show of one case."""

    case: Case
    clock: Clock
    office_name: str
    as_of: dt.date
    sources: tuple[CalendarSource, ...]

    @property
    def request(self) -> Request:
        return self.case.request


def sources_of(clock: Clock) -> tuple[CalendarSource, ...]:
    """The notices behind every year the clock's count touches."""
    last = max(clock.due or clock.as_of, clock.closed_on or clock.received, clock.clarification_due)
    years = range(clock.received.year, last.year + 1)
    return tuple(CalendarSource(year=year, source=clock.calendar.source(year)) for year in years)
