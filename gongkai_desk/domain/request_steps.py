"""Which event may be recorded in a case now, and why another may not.

Refused is what the law cannot mean (a reply before the receipt, a second extension of one period,
anything after the end). What is merely late or unusual is recorded: the clock warns about it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count, product
from string import ascii_uppercase

from gongkai_desk.domain.calendar import read_date
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.clock import ClockEvent
from gongkai_desk.domain.clock_steps import ORDER, extension_days
from gongkai_desk.domain.problems import DomainError, Problem, Severity
from gongkai_desk.domain.request import CLOSING, EventKind, Request, RequestEvent

_LATER_OF_CONSULTATION = (EventKind.CONSULTATION_DELIVERED, EventKind.CONSULTATION_ANSWERED)
_NEEDS_PERIOD = (
    EventKind.EXTENDED,
    EventKind.DELAYED,
    EventKind.DUE_OVERRIDDEN,
    EventKind.CONSULTATION_SENT,
)
_NAMED = (EventKind.CONSULTATION_SENT, *_LATER_OF_CONSULTATION)
_DATED = (EventKind.DELAYED, EventKind.DUE_OVERRIDDEN)
_WITH_ARGUMENT = (
    EventKind.EXTENDED,
    EventKind.MERGED,
    EventKind.REDECISION_ORDERED,
    *_DATED,
    *_NAMED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """A kind of event and what stands in its way today; None when it may be recorded."""

    kind: EventKind
    obstacle: Problem | None


class _History:
    """Where a case stands after some of its events, as far as it decides what may follow."""

    def __init__(self) -> None:
        self.clarifying = False
        self.paying = False
        self.extended = False
        self.closed = False
        self.reasons_asked = False
        self.consultations: dict[str, EventKind] = {}

    def obstacle(self, event: RequestEvent) -> str:
        """The code of the reason why `event` cannot follow here, "" if it can."""
        if event.kind is EventKind.REDECISION_ORDERED:
            return "" if self.closed else "redecision-before-ending"
        if self.closed:
            return "event-on-closed-case"
        if event.kind in _NEEDS_PERIOD and (self.clarifying or self.paying):
            return "event-while-applicant-must-act"
        match event.kind:
            case EventKind.CLARIFICATION_RECEIVED | EventKind.CLARIFICATION_LAPSED:
                return "" if self.clarifying else "clarification-not-requested"
            case EventKind.FEE_PAID | EventKind.FEE_LAPSED:
                return "" if self.paying else "fee-not-asked-for"
            case EventKind.FEE_NOTICED:
                return "fee-already-asked-for" if self.paying else ""
            case EventKind.EXTENDED:
                return "already-extended" if self.extended else ""
            case EventKind.REASONS_RECEIVED:
                return "" if self.reasons_asked else "reasons-not-asked-for"
            case kind if kind in _NAMED:
                return self._obstacle_of_consultation(event)
        return ""

    def _obstacle_of_consultation(self, event: RequestEvent) -> str:
        last = self.consultations.get(event.argument)
        if event.kind is EventKind.CONSULTATION_SENT:
            return "" if last is None else "consultation-name-taken"
        if last is None:
            return "consultation-unknown"
        if last is EventKind.CONSULTATION_ANSWERED or last is event.kind:
            return "consultation-already-recorded"
        return ""

    def apply(self, event: RequestEvent) -> None:
        match event.kind:
            case EventKind.CLARIFICATION_REQUESTED:
                self.clarifying = True
            case EventKind.CLARIFICATION_RECEIVED:
                self.clarifying = self.extended = False
            case EventKind.FEE_NOTICED:
                self.paying = True
            case EventKind.FEE_PAID:
                self.paying = self.extended = False
            case EventKind.EXTENDED:
                self.extended = True
            case EventKind.REASONS_REQUESTED | EventKind.REASONS_RECEIVED:
                self.reasons_asked = event.kind is EventKind.REASONS_REQUESTED
            case kind if kind in _NAMED:
                self.consultations[event.argument] = event.kind
            case kind if kind in CLOSING:
                self.closed = True
            case EventKind.REDECISION_ORDERED:
                self.closed = self.clarifying = self.paying = self.extended = False
                self.reasons_asked = False


def counting(events: Iterable[RequestEvent]) -> list[RequestEvent]:
    """The events that are not voided, in the order in which they count."""
    valid = (event for event in events if event.counts)
    return sorted(valid, key=lambda e: (e.date, ORDER[e.kind], e.argument, e.id))


def clock_events(events: Iterable[RequestEvent]) -> list[ClockEvent]:
    """The events that are not voided, as the clock takes them."""
    return [ClockEvent(e.date, e.kind, e.argument, e.note) for e in events if e.counts]


def closing_event_of(events: Iterable[RequestEvent]) -> RequestEvent | None:
    """The event that ended the case; None while it is open, also after a re-decision."""
    ending = None
    for event in counting(events):
        if event.kind in CLOSING:
            ending = event
        elif event.kind is EventKind.REDECISION_ORDERED:
            ending = None
    return ending


def first_ending_of(events: Iterable[RequestEvent]) -> RequestEvent | None:
    """The event that ended the case the first time, whatever a re-decision made of it."""
    return next((event for event in counting(events) if event.kind in CLOSING), None)


def check_history(events: Iterable[RequestEvent]) -> list[Problem]:
    """What cannot have happened in this order; the events found impossible are left out."""
    return [_problem(code, event) for event, code in _impossible(events).items()]


def _impossible(events: Iterable[RequestEvent]) -> dict[RequestEvent, str]:
    history, found = _History(), {}
    for event in counting(events):
        code = history.obstacle(event)
        if code:
            found[event] = code
        else:
            history.apply(event)
    return found


def check_event(
    request: Request, events: Iterable[RequestEvent], event: RequestEvent, on: dt.date
) -> list[Problem]:
    """Why `event` cannot be recorded on the day `on`; empty when it can."""
    known = list(events)
    if request.received is None:
        return [_problem("event-without-receipt", event)]
    if closing_event_of(known) and event.kind is not EventKind.REDECISION_ORDERED:
        return [_problem("event-on-closed-case", event)]
    problems = [
        *_date_problems(request.received, event, on),
        *_redecision_problems(known, event),
        *_argument_problems(event),
    ]
    if problems:
        return problems
    before, after = _impossible(known), _impossible([*known, event])
    if event in after:
        return [_problem(after[event], event)]
    broken = [later for later in after if later not in before]
    return [_breaks("event-breaks-later-event", event, broken[0])] if broken else []


def check_void(
    events: Iterable[RequestEvent], event: RequestEvent, on: dt.date, because: str
) -> list[Problem]:
    """Why `event` cannot be taken out of the history on the day `on`."""
    known = list(events)
    if not event.counts:
        return [_problem("event-already-voided", event)]
    if event.kind in CLOSING:
        return [_problem("void-by-reopening", event)]
    if not because.strip():
        return [Problem("reason-missing", "voided_because")]
    voided = replace(event, voided_on=on, voided_because=because)
    rest = [voided if one.id == event.id else one for one in known]
    before, after = _impossible(known), _impossible(rest)
    broken = [later for later in after if later not in before]
    return [_breaks("void-breaks-later-event", event, broken[0])] if broken else []


def _breaks(code: str, event: RequestEvent, later: RequestEvent) -> Problem:
    return _problem(code, event, later=later.kind, later_date=later.date)


def possible(request: Request, events: Iterable[RequestEvent], on: dt.date) -> tuple[Possible, ...]:
    """Every kind of event, with the reason why it may not be recorded on the day `on`."""
    known = list(events)
    return tuple(
        Possible(kind=kind, obstacle=_obstacle_today(request, known, kind, on))
        for kind in EventKind
    )


def _obstacle_today(
    request: Request, events: list[RequestEvent], kind: EventKind, on: dt.date
) -> Problem | None:
    problems: list[Problem] = []
    for argument in _arguments_to_try(events, kind, on):
        trial = RequestEvent(
            id=new_id(), request_id=request.id, date=on, kind=kind, argument=argument, note="-"
        )
        found = check_event(request, events, trial, on)
        if not found:
            return None
        problems += found
    return problems[0]


def _arguments_to_try(events: list[RequestEvent], kind: EventKind, on: dt.date) -> list[str]:
    if kind in _LATER_OF_CONSULTATION:
        return consultations(events) or [next_consultation(events)]
    if kind is EventKind.CONSULTATION_SENT:
        return [next_consultation(events)]
    if kind in (EventKind.EXTENDED, EventKind.MERGED):
        return ["1"]
    return [on.isoformat()] if kind in _DATED else [""]


def consultations(events: Iterable[RequestEvent]) -> list[str]:
    """The names of the consultations sent, in order."""
    return [e.argument for e in counting(events) if e.kind is EventKind.CONSULTATION_SENT]


def open_consultations(events: Iterable[RequestEvent], kind: EventKind) -> list[str]:
    """The consultations whose `kind` (delivered or answered) is not recorded yet. A delivery may be
    entered after the answer, with its own earlier date.
    """
    known = list(events)
    recorded = {event.argument for event in counting(known) if event.kind is kind}
    return [name for name in consultations(known) if name not in recorded]


def next_consultation(events: Iterable[RequestEvent]) -> str:
    """A free name for another consultation: A, B … Z, AA …; voided ones keep theirs."""
    taken = {event.argument for event in events if event.kind in _NAMED}
    return next(name for name in _letters() if name not in taken)


def _letters() -> Iterator[str]:
    for length in count(1):
        yield from ("".join(letters) for letters in product(ascii_uppercase, repeat=length))


def _date_problems(received: dt.date, event: RequestEvent, on: dt.date) -> Iterator[Problem]:
    if event.date < received:
        yield _problem("event-before-receipt", event, "date", received=received)
    if event.date > on:
        yield _problem("event-after-today", event, "date", today=on)


def _redecision_problems(known: list[RequestEvent], event: RequestEvent) -> Iterator[Problem]:
    """What was answered once stays as it was: nothing is recorded before the last re-decision."""
    ordered = [one.date for one in counting(known) if one.kind is EventKind.REDECISION_ORDERED]
    if ordered and event.date < max(ordered):
        yield _problem("event-before-redecision", event, "date", ordered=max(ordered))


def _argument_problems(event: RequestEvent) -> Iterator[Problem]:
    try:
        if event.kind is EventKind.EXTENDED:
            extension_days(event.argument)
        elif (event.kind in _DATED or _redecision_with_date(event)) and read_date(
            event.argument, "argument"
        ) < event.date:
            yield _problem("due-before-its-event", event, "argument", due=event.argument)
    except DomainError as error:
        yield from error.problems
    if event.kind in _NAMED and event.argument != event.argument.strip():
        yield _problem("consultation-name-blanks", event, "argument")
    elif event.kind in _NAMED and not event.argument:
        yield _problem("consultation-name-missing", event, "argument")
    if event.kind is EventKind.MERGED and not event.argument.strip():
        yield _problem("merge-without-number", event, "argument")
    if event.kind not in _WITH_ARGUMENT and event.argument:
        yield _problem("argument-not-wanted", event, "argument", argument=event.argument)
    if event.kind is EventKind.DUE_OVERRIDDEN and not event.note.strip():
        yield _problem("override-without-reason", event, "note")
    if event.until is not None and event.until < event.date:
        yield _problem("until-before-event", event, "until", until=event.until)


_SHOULD_SAY: dict[EventKind, tuple[tuple[str, str], ...]] = {
    EventKind.CLARIFICATION_REQUESTED: (
        ("note", "clarification-text-missing"),
        ("until", "clarification-until-missing"),
    ),
    EventKind.EXTENDED: (
        ("approved_by", "extension-approval-missing"),
        ("note", "extension-reason-missing"),
    ),
    EventKind.DELAYED: (("note", "delay-reason-missing"),),
    EventKind.REASONS_REQUESTED: (("until", "reasons-until-missing"),),
    EventKind.WITHDRAWN: (("note", "withdrawal-reason-missing"),),
}
"""What the file should say of an event, and the code of the warning while it does not."""


def remarks(event: RequestEvent) -> list[Problem]:
    """Warnings on what `event` leaves unsaid; they never keep it from being recorded."""
    return [
        Problem(code, field, {"kind": event.kind, "date": event.date}, Severity.WARNING)
        for field, code in _SHOULD_SAY.get(event.kind, ())
        if not str(getattr(event, field) or "").strip()
    ]


def _redecision_with_date(event: RequestEvent) -> bool:
    return event.kind is EventKind.REDECISION_ORDERED and bool(event.argument)


def _problem(code: str, event: RequestEvent, field: str = "", **values: object) -> Problem:
    return Problem(
        code,
        field,
        {"kind": event.kind, "date": event.date, "name": event.argument, **values},
    )
