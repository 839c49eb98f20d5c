"""The cases of the register, held in memory: read once, then kept up to date by what is written.

The open ones are read first and alone, for the home page and the groups need no others. A closed
case's clock runs when somebody looks at it. What is handed out always equals a fresh reading.
"""

from __future__ import annotations

import datetime as dt
import gc
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

from typing_extensions import override

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case import Case, Status
from gongkai_desk.domain.case_file import ContactEntry
from gongkai_desk.domain.changes import Changes, Record
from gongkai_desk.domain.clock import Clock, ClockState, run
from gongkai_desk.domain.holiday_notice import HolidayNotice
from gongkai_desk.domain.outcome import Outcome
from gongkai_desk.domain.receipt import failed_attempts
from gongkai_desk.domain.request import CLOSING, EventKind, Request, RequestEvent
from gongkai_desk.domain.request_steps import clock_events, closing_event_of, counting
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.outcomes import outcome_of, result_label
from gongkai_desk.storage.database import Database


class ClosedCase(Case):
    """A case that has ended; its clock runs when it is first asked for. `dataclasses.replace`
    works as on any other case: then the `clock` has run.
    """

    __slots__ = ("_clock", "_run")
    _clock: Clock | None
    _run: Callable[[], Clock] | None

    def __init__(
        self,
        *,
        request: Request,
        events: tuple[RequestEvent, ...],
        outcome: Outcome | None,
        run: Callable[[], Clock] | None = None,
        clock: Clock | None = None,
        result: str | None = None,
        attempts: int = 0,
    ) -> None:
        if result is None:
            result = result_label(outcome) if outcome else ""
        for name, value in (
            ("request", request),
            ("events", events),
            ("outcome", outcome),
            ("result", result),
            ("attempts", attempts),
            ("_run", run),
            ("_clock", clock),
        ):
            object.__setattr__(self, name, value)

    @property
    def clock(self) -> Clock | None:
        if self._clock is None and self._run is not None:
            object.__setattr__(self, "_clock", self._run())
        return self._clock

    @property
    @override
    def status(self) -> Status:
        return Status.CLOSED

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Case):
            return NotImplemented
        return _parts(self) == _parts(other)

    @override
    def __hash__(self) -> int:
        return hash((self.request, self.events))


def _parts(case: Case) -> tuple[object, ...]:
    return (case.request, case.events, case.clock, case.outcome, case.result, case.attempts)


class Calendars:
    """The calendar in force, and those of earlier days, each built once for one reading."""

    def __init__(self, holidays: HolidayService) -> None:
        self._holidays = holidays
        self._changed = sorted({notice.taken_on for notice in holidays.notices()})
        self._known: dict[int, WorkCalendar] = {len(self._changed): holidays.calendar()}

    def for_case_closed_on(self, day: dt.date | None) -> WorkCalendar:
        """The calendar of the day a case ended; the present one while it is open."""
        age = len(self._changed) if day is None else bisect_right(self._changed, day)
        if age not in self._known:
            known_on = self._changed[age - 1] if age else dt.date.min
            self._known[age] = self._holidays.calendar(known_on)
        return self._known[age]


class CaseBook:
    """One of these for each office file. Any thread may ask."""

    def __init__(self, database: Database, holidays: HolidayService) -> None:
        self._database, self._holidays = database, holidays
        self._open: list[Case] | None = None
        self._all: list[Case] | None = None
        self._forget()
        database.committed.append(self._hear)

    @property
    def filled(self) -> bool:
        """Whether the closed cases are in memory, too."""
        return self._whole

    def open_cases(self, as_of: dt.date) -> Sequence[Case]:
        """The cases that have not ended by `as_of`, in the order of their entry."""
        with self._reading():
            if not self._whole and (self._since is None or as_of < self._since):
                self._read_open(as_of)
            self._look_from(as_of)
            if self._open is None:
                self._open = [one for one in self._made() if not isinstance(one, ClosedCase)]
            return self._open

    def all_cases(self, as_of: dt.date) -> Sequence[Case]:
        """Every case, in the order of entry."""
        with self._reading():
            if not self._whole:
                self._read_all()
            self._look_from(as_of)
            if self._all is None:
                self._all = list(self._made())
            return self._all

    def histories(self) -> list[tuple[Request, tuple[RequestEvent, ...]]]:
        """Every request with its events, in the order of entry; no clock is run."""
        with self._reading():
            if not self._whole:
                self._read_all()
            return [(one, tuple(self._events.get(one.id, ()))) for one in self._requests.values()]

    def some_cases(self, ids: Collection[str], as_of: dt.date) -> Sequence[Case]:
        """The cases with these ids, in the order of entry, without reading the others."""
        with self._reading():
            if self._whole:
                return [one for one in self.all_cases(as_of) if one.request.id in ids]
            events = _by_request(self._database.read_in(RequestEvent, "request_id", ids))
            calendars = self._calendars_now()
            return [
                self._case(one, events.get(one.id, ()), calendars, as_of)
                for one in self._database.read_in(Request, "id", ids)
            ]

    def case(self, request: Request, as_of: dt.date) -> Case:
        """A case as it stands in the file, also in the middle of a write."""
        with self._database.held():
            events = self._database.read(RequestEvent, request_id=request.id)
            return self._case(request, events, self._calendars_now(), as_of)

    # keeping

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Nobody writes meanwhile; what is read in the middle of a write is not kept, for the
        write may yet be rolled back.
        """
        with self._database.held():
            passing = self._database.writing
            if passing:
                self._forget()
            try:
                yield
            finally:
                if passing:
                    self._forget()

    def _forget(self) -> None:
        self._whole = False
        self._since: dt.date | None = None
        self._requests: dict[str, Request] = {}
        self._events: dict[str, list[RequestEvent]] = {}
        self._calendars: Calendars | None = None
        self._as_of: dt.date | None = None
        self._cases: dict[str, Case] = {}
        self._stale()

    def _stale(self) -> None:
        self._open = self._all = None

    def _read_open(self, as_of: dt.date) -> None:
        self._forget()
        ids = self._database.open_requests(as_of)
        self._requests = {one.id: one for one in self._database.read_in(Request, "id", ids)}
        self._events = _by_request(self._database.read_in(RequestEvent, "request_id", ids))
        self._since = as_of

    def _read_all(self) -> None:
        self._forget()
        with _without_collecting():
            self._requests = {one.id: one for one in self._database.read(Request)}
            self._events = _by_request(self._database.read(RequestEvent))
        self._whole = True

    def _look_from(self, as_of: dt.date) -> None:
        if as_of != self._as_of:
            self._as_of = as_of
            self._cases = {}
            self._stale()

    def _made(self) -> Iterator[Case]:
        """The cases held, in the order of entry, as on `_as_of`; each is made once."""
        assert self._as_of is not None
        calendars = self._calendars_now()
        for request in self._requests.values():
            case = self._cases.get(request.id)
            if case is None:
                events = self._events.get(request.id, ())
                case = self._case(request, events, calendars, self._as_of)
                self._cases[request.id] = case
            yield case

    def _calendars_now(self) -> Calendars:
        if self._calendars is None:
            self._calendars = Calendars(self._holidays)
        return self._calendars

    def _case(
        self,
        request: Request,
        events: Iterable[RequestEvent],
        calendars: Calendars,
        as_of: dt.date,
    ) -> Case:
        kept = tuple(events)
        attempts = 0
        if request.received is None and request.channel.needs_confirmation:
            contacts = self._database.read(ContactEntry, request_id=request.id)
            attempts = failed_attempts(request, contacts)
        return made_case(request, kept, calendars, as_of, attempts)

    # hearing

    def _hear(self, changes: Changes) -> None:
        if changes.everything:
            self._forget()
        if changes.touches(HolidayNotice):  # single cases look at it, too, with nothing read yet
            self._calendars = None
            self._cases = {}
            self._stale()
        if not self._whole and self._since is None:  # nothing was read yet
            return
        for edit in changes.edits:
            before, after = edit.before, edit.after
            if isinstance(edit.record, Request):
                self._take_request(edit.record.id, after, known=before is not None)
            elif isinstance(edit.record, RequestEvent):  # it stays with its request for good
                self._take_event(edit.record, kept=after is not None)
            elif isinstance(edit.record, ContactEntry):
                self._renew(edit.record.request_id)

    def _take_request(self, request_id: str, after: Record | None, *, known: bool) -> None:
        if after is None:
            self._requests.pop(request_id, None)
            self._events.pop(request_id, None)
        elif known and request_id not in self._requests:
            self._forget()  # a closed case, which is not in memory
            return
        elif isinstance(after, Request):
            self._requests[request_id] = after
        self._renew(request_id)

    def _take_event(self, event: RequestEvent, *, kept: bool) -> None:
        if event.request_id not in self._requests and not self._whole:
            self._forget()  # a closed case, not in memory, may be open now
            return
        events = self._events.setdefault(event.request_id, [])
        place = next((at for at, one in enumerate(events) if one.id == event.id), None)
        if place is None:
            if kept:
                events.append(event)
        elif kept:
            events[place] = event
        else:
            del events[place]
        self._renew(event.request_id)

    def _renew(self, request_id: str) -> None:
        self._cases.pop(request_id, None)
        self._stale()


def made_case(
    request: Request,
    events: tuple[RequestEvent, ...],
    calendars: Calendars,
    as_of: dt.date,
    attempts: int = 0,
) -> Case:
    """A request with its events as it stands on `as_of`."""
    outcome = outcome_of(request.outcome)
    received = request.received
    if received is None:
        return Case(request=request, events=events, clock=None, outcome=outcome, attempts=attempts)
    ending = closing_event_of(events)
    calendar = calendars.for_case_closed_on(None if ending is None else ending.date)
    if _ended(events, as_of):
        return ClosedCase(
            request=request,
            events=events,
            outcome=outcome,
            run=lambda: run(received, clock_events(events), calendar, as_of),
        )
    clock = run(received, clock_events(events), calendar, as_of)
    result = result_label(outcome) if outcome and clock.state is ClockState.CLOSED else ""
    return Case(request=request, events=events, clock=clock, outcome=outcome, result=result)


def _ended(events: Iterable[RequestEvent], as_of: dt.date) -> bool:
    """Whether the clock has come to its end, told from the events alone."""
    ended = False
    for event in counting(one for one in events if one.date <= as_of):
        if event.kind in CLOSING:
            ended = True
        elif event.kind is EventKind.REDECISION_ORDERED:
            ended = False
    return ended


def _by_request(events: Iterable[RequestEvent]) -> dict[str, list[RequestEvent]]:
    found: dict[str, list[RequestEvent]] = defaultdict(list)
    for event in events:
        found[event.request_id].append(event)
    return dict(found)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Many records are made, none is thrown away: looking for garbage again and again costs more
    than reading.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
