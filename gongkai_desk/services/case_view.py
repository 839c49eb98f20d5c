"""Reads the register: every case with its clock, its result and what the report needs of it.

A closed case keeps the due date it had: its clock runs on the holiday notices known when it ended.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from gongkai_desk.domain import statistics
from gongkai_desk.domain.case import (
    Case,
    Explanation,
    Group,
    Preview,
    Query,
    sources_of,
)
from gongkai_desk.domain.clock import Clock, run
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.problems import Problem, refuse
from gongkai_desk.domain.request import Matter, Request, RequestEvent
from gongkai_desk.domain.request_checks import check_request
from gongkai_desk.domain.request_steps import (
    Possible,
    clock_events,
    closing_event_of,
    possible,
)
from gongkai_desk.services.case_book import Calendars, CaseBook, made_case
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.outcomes import outcomes
from gongkai_desk.storage.database import Database

_FEW = 2000
"""Found requests that are read apart while the others are not in memory."""


class CaseView:
    """The reading half of the register."""

    def __init__(self, database: Database, holidays: HolidayService) -> None:
        self._database = database
        self._holidays = holidays
        self._book = CaseBook(database, holidays)
        self._looked_over: tuple[Sequence[Case], Mapping[Group, tuple[Case, ...]]] | None = None

    def rows(self, query: Query, as_of: dt.date) -> list[Case]:
        """The cases that meet `query`, as they stand on `as_of`, in the order of their entry."""
        found = self.found(query.text)
        return [
            case
            for case in self._candidates(query, found, as_of)
            if (found is None or case.request.id in found)
            and query.wants(case.request)
            and query.takes(case, as_of)
        ]

    def found(self, text: str) -> frozenset[str] | None:
        """The ids of the requests in which all words of `text` occur; None for no words."""
        return frozenset(self._database.search(text)) if text.strip() else None

    def _candidates(
        self, query: Query, found: frozenset[str] | None, as_of: dt.date
    ) -> Sequence[Case]:
        if query.group is not None:  # all groups are of open cases
            return self._book.open_cases(as_of)
        few = query.ids if found is None else found
        if few is not None and len(few) < _FEW and not self._book.filled:
            return self._book.some_cases(few, as_of)
        return self._book.all_cases(as_of)

    def count(self) -> int:
        """How many requests there are."""
        return self._database.count(Request)

    def as_cases(
        self, drafts: Iterable[tuple[Request, Iterable[RequestEvent]]], as_of: dt.date
    ) -> list[Case]:
        """Requests that are not kept yet, with their clocks, as they would stand on `as_of`."""
        calendars = Calendars(self._holidays)
        return [made_case(one, tuple(events), calendars, as_of) for one, events in drafts]

    def current(
        self, as_of: dt.date, since: dt.date, also: Collection[str] = frozenset()
    ) -> list[Case]:
        """The cases that are open on `as_of` or ended on `since` or later, and those with an id
        in `also`: clocks of the long past are not built.
        """
        still_open = self.rows(Query(group=Group.OPEN), as_of)
        known = {case.request.id for case in still_open}
        more = (self._database.ended_since(since) | set(also)) - known
        return [*still_open, *self._book.some_cases(more, as_of)]

    def overview(self, as_of: dt.date) -> Mapping[Group, tuple[Case, ...]]:
        """The open cases by group, the most urgent first; what the home page shows."""
        held = self._book.open_cases(as_of)
        if self._looked_over is None or self._looked_over[0] is not held:
            cases = sorted(held, key=_urgency)
            groups = {
                group: tuple(case for case in cases if case.belongs_to(group, as_of))
                for group in Group
            }
            self._looked_over = held, groups
        return self._looked_over[1]

    def years(self) -> list[int]:
        """The years with requests, the latest first."""
        return self._database.request_years()

    def get(self, request_id: str, as_of: dt.date) -> Case:
        """One case; raises RecordMissing."""
        return self._book.case(self._database.get(Request, request_id), as_of)

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
        return [
            report_case(request, events)
            for request, events in self._book.histories()
            if request.matter is Matter.DISCLOSURE
        ]

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


def report_case(request: Request, events: Iterable[RequestEvent]) -> statistics.Case:
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
