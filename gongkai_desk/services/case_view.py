"""Reads the register: every case with its clock, its result and what the report needs of it.

A closed case keeps the due date it had: its clock runs on the holiday notices known when it ended.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from gongkai_desk.domain import statistics
from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case import (
    Case,
    Explanation,
    Group,
    Preview,
    Query,
    sources_of,
)
from gongkai_desk.domain.case_file import ContactEntry
from gongkai_desk.domain.clock import Clock, ClockState, run
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.problems import Problem, refuse
from gongkai_desk.domain.receipt import failed_attempts
from gongkai_desk.domain.request import Matter, Request, RequestEvent
from gongkai_desk.domain.request_checks import check_request
from gongkai_desk.domain.request_steps import (
    Possible,
    clock_events,
    closing_event_of,
    possible,
)
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.outcomes import outcome_of, outcomes, result_label
from gongkai_desk.storage.database import Database


class CaseView:
    """The reading half of the register."""

    def __init__(self, database: Database, holidays: HolidayService) -> None:
        self._database = database
        self._holidays = holidays

    def rows(self, query: Query, as_of: dt.date) -> list[Case]:
        """The cases that meet `query`, as they stand on `as_of`, in the order of their entry."""
        wanted = [one for one in self._database.read(Request) if query.wants(one)]
        events = self._events_by_request() if wanted else {}
        if query.group is not None:  # all groups are of open cases: spare the clocks of the rest
            wanted = [one for one in wanted if not _ended(events.get(one.id, ()), as_of)]
        calendars = _Calendars(self._holidays)
        tried = self._attempts(wanted)
        cases = (
            _case(one, events.get(one.id, ()), calendars, as_of, tried.get(one.id, 0))
            for one in wanted
        )
        return [case for case in cases if query.takes(case, as_of)]

    def as_cases(
        self, drafts: Iterable[tuple[Request, Iterable[RequestEvent]]], as_of: dt.date
    ) -> list[Case]:
        """Requests that are not kept yet, with their clocks, as they would stand on `as_of`."""
        calendars = _Calendars(self._holidays)
        return [_case(request, events, calendars, as_of) for request, events in drafts]

    def current(
        self, as_of: dt.date, since: dt.date, also: Collection[str] = frozenset()
    ) -> list[Case]:
        """The cases that are open on `as_of` or ended on `since` or later, and those with an id
        in `also`: clocks of the long past are not built.
        """
        still_open = self.rows(Query(group=Group.OPEN), as_of)
        known = {case.request.id for case in still_open}
        more = (self._database.ended_since(since) | set(also)) - known
        calendars = _Calendars(self._holidays)
        ended = (self._database.get(Request, request_id) for request_id in sorted(more))
        return [*still_open, *(_case(e, self.events(e.id), calendars, as_of) for e in ended)]

    def overview(self, as_of: dt.date) -> Mapping[Group, tuple[Case, ...]]:
        """The open cases by group, the most urgent first; what the home page shows."""
        cases = sorted(self.rows(Query(group=Group.OPEN), as_of), key=_urgency)
        return {
            group: tuple(case for case in cases if case.belongs_to(group, as_of)) for group in Group
        }

    def years(self) -> list[int]:
        """The years with requests, the latest first."""
        days = (
            request.received or request.arrived or request.submitted
            for request in self._database.read(Request)
        )
        return sorted({day.year for day in days if day is not None}, reverse=True)

    def get(self, request_id: str, as_of: dt.date) -> Case:
        """One case; raises RecordMissing."""
        request = self._database.get(Request, request_id)
        tried = self._attempts([request]).get(request_id, 0)
        return _case(request, self.events(request_id), _Calendars(self._holidays), as_of, tried)

    def by_number(self, number: str, as_of: dt.date) -> Case:
        """The case with this number; raises DomainError when there is none."""
        found = self._database.read(Request, number=number.strip())
        if not found:
            raise refuse("request-unknown", "number", number=number)
        return self.get(found[0].id, as_of)

    def events(self, request_id: str) -> tuple[RequestEvent, ...]:
        """All events of a request in the order they were entered, voided ones too."""
        return tuple(self._database.read(RequestEvent, request_id=request_id))

    def check(self, request: Request, on: dt.date) -> list[Problem]:
        """What is wrong or missing in a request as typed, a number that is taken included."""
        events = self.events(request.id)
        return [*check_request(request, today=on, events=events), *self._number_taken(request)]

    def allowed(self, case: Case, on: dt.date) -> tuple[Possible, ...]:
        """Every kind of event, with what stands in its way on the day `on`."""
        return possible(case.request, case.events, on)

    def preview(self, case: Case, event: RequestEvent, as_of: dt.date) -> Preview:
        """The clock with and without `event`, seen from `as_of`; nothing is recorded."""
        received = _received(case.request)
        without = [one for one in case.events if one.id != event.id]
        calendar = self._holidays.calendar()
        return Preview(
            before=run(received, clock_events(without), calendar, as_of),
            after=run(received, clock_events([*without, event]), calendar, as_of),
        )

    def explain(self, request_id: str, as_of: dt.date) -> Explanation:
        """How the due date came about; raises DomainError while there is no receipt date."""
        case = self.get(request_id, as_of)
        _received(case.request)
        assert case.clock is not None
        offices = self._database.read(Office)
        return Explanation(
            case=case,
            clock=case.clock,
            office_name=offices[0].name if offices else "",
            as_of=as_of,
            sources=sources_of(case.clock),
        )

    def cases(self) -> list[statistics.Case]:
        """Every case as the annual report counts it."""
        events = self._events_by_request()
        return [
            _report_case(one, events.get(one.id, ()))
            for one in self._database.read(Request)
            if one.matter is Matter.DISCLOSURE
        ]

    def _events_by_request(self) -> Mapping[str, list[RequestEvent]]:
        events: dict[str, list[RequestEvent]] = defaultdict(list)
        for event in self._database.read(RequestEvent):
            events[event.request_id].append(event)
        return events

    def _attempts(self, requests: Iterable[Request]) -> Mapping[str, int]:
        """How often an applicant was tried in vain, by request; only what waits is looked up."""
        waiting = {one.id: one for one in requests if one.received is None}
        if not waiting:
            return {}
        contacts: dict[str, list[ContactEntry]] = defaultdict(list)
        for entry in self._database.read(ContactEntry):
            contacts[entry.request_id].append(entry)
        return {key: failed_attempts(one, contacts[key]) for key, one in waiting.items()}

    def _number_taken(self, request: Request) -> list[Problem]:
        others = self._database.read(Request, number=request.number.strip())
        return [
            Problem(
                "number-taken",
                "number",
                {
                    "number": other.number,
                    "applicant": other.applicant.name,
                    "subject": other.subject,
                },
            )
            for other in others
            if other.id != request.id
        ]


class _Calendars:
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


def _case(
    request: Request,
    events: Iterable[RequestEvent],
    calendars: _Calendars,
    as_of: dt.date,
    attempts: int = 0,
) -> Case:
    kept = tuple(events)
    calendar = calendars.for_case_closed_on(_closed_on(kept))
    clock = (
        None
        if request.received is None
        else run(request.received, clock_events(kept), calendar, as_of)
    )
    outcome = outcome_of(request.outcome)
    closed = clock is not None and clock.state is ClockState.CLOSED
    result = result_label(outcome) if outcome and closed else ""
    return Case(
        request=request,
        events=kept,
        clock=clock,
        outcome=outcome,
        result=result,
        attempts=attempts,
    )


def _received(request: Request) -> dt.date:
    if request.received is None:
        raise refuse("request-without-receipt", "received", number=request.number)
    return request.received


def _urgency(case: Case) -> tuple[bool, dt.date]:
    clock: Clock | None = case.clock
    due = clock.due if clock else None
    return due is None, due or case.request.arrived or dt.date.max


def _closed_on(events: Iterable[RequestEvent]) -> dt.date | None:
    ending = closing_event_of(events)
    return None if ending is None else ending.date


def _ended(events: Iterable[RequestEvent], as_of: dt.date) -> bool:
    return closing_event_of(one for one in events if one.date <= as_of) is not None


def _report_case(request: Request, events: Iterable[RequestEvent]) -> statistics.Case:
    """One request is counted once: by its first answer, whatever a re-decision makes of it."""
    counted = request.endings[0] if request.endings else None
    outcome = outcomes().get(counted.outcome if counted else request.outcome)
    return statistics.Case(
        id=request.id,
        number=request.number,
        received=request.received,
        closed_on=counted.closed_on if counted else _closed_on(events),
        row=outcome.row if outcome else None,
        kind=request.applicant.kind,
        arrived=request.arrived or request.submitted,
    )
