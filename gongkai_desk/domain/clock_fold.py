"""The fold behind `clock.run`: what each event does to the period that runs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from gongkai_desk.domain.calendar import WorkCalendar, read_date
from gongkai_desk.domain.clock_period import PERIODS, Consultation, Period
from gongkai_desk.domain.clock_steps import BASIS, ClockEvent, LegalStep, Step, extension_days
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import CLOSING, EventKind

_CONSULTATION = frozenset(
    {
        EventKind.CONSULTATION_SENT,
        EventKind.CONSULTATION_DELIVERED,
        EventKind.CONSULTATION_ANSWERED,
    }
)
_ONLY_WHILE_RUNNING = _CONSULTATION | {
    EventKind.EXTENDED,
    EventKind.DELAYED,
    EventKind.DUE_OVERRIDDEN,
}


class Fold:
    """Where the clock stands after the events applied so far, in order of date.

    `receipt` is the day from which the limit for asking for a clarification counts.
    """

    def __init__(self, received: dt.date, calendar: WorkCalendar) -> None:
        self.calendar = calendar
        self.period = Period(start=received)
        self.receipt = received
        self.clarifying = False
        self.paying = False
        self.closed_on: dt.date | None = None
        self.steps: list[Step] = []
        self.warnings: list[Problem] = []
        self._clarifications = 0
        self._limits_told: set[tuple[str, dt.date]] = set()
        note = _note("step-received", days=PERIODS.answer)
        self._step(received, LegalStep.RECEIVED, "", note)

    @property
    def due(self) -> dt.date | None:
        """The due date; None while the applicant must clarify or pay."""
        return None if self.clarifying or self.paying else self.period.due(self.calendar)

    def apply(self, event: ClockEvent) -> None:
        self._tell_limits(event.date.toordinal() - 1)
        if event.kind is EventKind.REDECISION_ORDERED:
            note = self._redecide(event)
        elif self.closed_on is not None:
            note = self.warn("event-after-closing", **_of(event), closed_on=self.closed_on)
        elif event.kind in _ONLY_WHILE_RUNNING and (self.clarifying or self.paying):
            note = self.warn("event-while-waiting", **_of(event))
        elif event.kind in _CONSULTATION:
            note = self._consult(event)
        elif event.kind in CLOSING:
            note = self._close(event)
        else:
            note = self._move(event)
        self._step(event.date, event.kind, event.argument, note)

    def finish(self, as_of: dt.date) -> None:
        """Add what the law did by itself up to `as_of`."""
        self._tell_limits(as_of.toordinal())

    def warn(self, code: str, **values: object) -> Problem:
        problem = _note(code, **values)
        self.warnings.append(problem)
        return problem

    def _move(self, event: ClockEvent) -> Problem:
        match event.kind:
            case EventKind.CLARIFICATION_REQUESTED:
                return self._ask_clarification(event)
            case EventKind.CLARIFICATION_RECEIVED:
                if not self.clarifying:
                    return self.warn("clarification-not-asked", **_of(event))
                self.clarifying = False
                self.receipt = event.date
                return self._restart(event, "step-clarified")
            case EventKind.FEE_NOTICED:
                return self._notice_fee(event)
            case EventKind.FEE_PAID:
                if not self.paying:
                    return self.warn("fee-not-noticed", **_of(event))
                self.paying = False
                return self._restart(event, "step-paid")
            case EventKind.EXTENDED:
                return self._extend(event)
            case EventKind.REASONS_REQUESTED | EventKind.REASONS_RECEIVED:
                return _note("step-reasons")
            case _:
                return self._fix(event)

    def _redecide(self, event: ClockEvent) -> Problem:
        """A decision on review orders a new answer: the case is open again with a new period."""
        if self.closed_on is None:
            return self.warn("redecision-of-open-case", **_of(event))
        self.closed_on = None
        self.clarifying = self.paying = False
        self.receipt = event.date
        fixed = read_date(event.argument) if event.argument else None
        self.period = Period(start=event.date, fixed=fixed)
        if fixed is None:
            return _note("step-redecision", days=PERIODS.answer)
        return _note("step-redecision-by", due=fixed)

    def _restart(self, event: ClockEvent, code: str) -> Problem:
        self.period = Period(start=event.date)
        return _note(code, days=PERIODS.answer)

    def _ask_clarification(self, event: ClockEvent) -> Problem:
        original = self.period.due(self.calendar)
        limit = self.calendar.add(self.receipt, PERIODS.clarification)
        late = event.date > limit
        if late:
            self.warn("clarification-late", date=event.date, limit=limit, due=original)
        if self._clarifications:
            self.warn("clarification-again", date=event.date, due=original)
        self._clarifications += 1
        self.clarifying = True
        return _note("step-clarification-late" if late else "step-clarification", due=original)

    def _notice_fee(self, event: ClockEvent) -> Problem:
        if self.paying:
            return self.warn("fee-noticed-again", **_of(event))
        due = self.due
        if due is not None and event.date > due:
            self.warn("fee-noticed-late", date=event.date, due=due)
        self.paying = True
        return _note("step-fee-noticed", days=PERIODS.payment)

    def _consult(self, event: ClockEvent) -> Problem:
        known = self.period.consultation(event.argument)
        if event.kind is EventKind.CONSULTATION_SENT:
            return self._send(event, known)
        if known is None:
            return self.warn("consultation-not-sent", **_of(event))
        if event.kind is EventKind.CONSULTATION_DELIVERED:
            if known.delivered is not None or known.answered is not None:
                return self.warn("consultation-known", **_of(event))
            delivered = replace(known, delivered=event.date)
            self._keep(delivered)
            return _note("step-delivered", limit=delivered.limit(self.calendar))
        if known.answered is not None:
            return self.warn("consultation-known", **_of(event))
        answered = replace(known, answered=event.date)
        self._keep(answered)
        days = self.calendar.count(answered.sent, answered.end(self.calendar))
        return _note("step-answered", days=days)

    def _send(self, event: ClockEvent, known: Consultation | None) -> Problem:
        if known is not None:
            return self.warn("consultation-known", **_of(event))
        due = self.period.due(self.calendar)
        consultation = Consultation(name=event.argument, sent=event.date)
        self._keep(consultation)
        if event.date > due:
            return self.warn("consultation-late", **_of(event), due=due)
        return _note("step-consulting", limit=consultation.limit(self.calendar))

    def _keep(self, consultation: Consultation) -> None:
        others = (one for one in self.period.consultations if one.name != consultation.name)
        self.period = replace(self.period, consultations=(*others, consultation))

    def _extend(self, event: ClockEvent) -> Problem:
        if self.period.extended:
            return self.warn("extended-again", **_of(event))
        due = self.period.due(self.calendar)
        days = extension_days(event.argument)
        self.period = replace(self.period, extension=days, extended=True)
        if event.date > due:
            return self.warn("extended-late", date=event.date, days=days, due=due)
        return _note("step-extended", days=days)

    def _fix(self, event: ClockEvent) -> Problem:
        fixed = read_date(event.argument)
        before = self.period.due(self.calendar)
        self.period = replace(self.period, fixed=fixed, extension=0)
        if not self.calendar.is_working_day(fixed):
            self.warn("due-no-working-day", due=fixed)
        if fixed < before:
            self.warn("due-earlier", due=fixed, computed=before)
        if event.kind is EventKind.DELAYED:
            return _note("step-delayed", due=fixed)
        return self.warn("due-by-hand", due=fixed, computed=before, reason=event.note or "—")

    def _close(self, event: ClockEvent) -> Problem:
        if event.kind is EventKind.CLARIFICATION_LAPSED and not self.clarifying:
            self.warn("clarification-not-asked-closed", date=event.date)
        if event.kind is EventKind.FEE_LAPSED and not self.paying:
            self.warn("fee-not-noticed-closed", date=event.date)
        self.closed_on = event.date
        due = self.due
        if due is None:
            return _note("step-closed")
        return _note("step-closed-late" if event.date > due else "step-closed-in-time", due=due)

    def _tell_limits(self, until: int) -> None:
        """Steps for the consultations whose working days were used up by the ordinal `until`."""
        if self.clarifying or self.paying or self.closed_on is not None:
            return
        reached = sorted(
            (limit, one.name)
            for one in self.period.consultations
            if one.answered is None and (limit := one.limit(self.calendar)).toordinal() <= until
        )
        for limit, name in reached:
            if (name, limit) not in self._limits_told:
                self._limits_told.add((name, limit))
                note = _note("step-consultation-limit", days=PERIODS.consultation)
                self._step(limit, LegalStep.CONSULTATION_LIMIT, name, note)

    def _step(
        self, date: dt.date, what: EventKind | LegalStep, argument: str, note: Problem
    ) -> None:
        self.steps.append(
            Step(
                date=date,
                what=what,
                argument=argument,
                basis=BASIS[what],
                counted=self.period.counted(self.calendar, date),
                due=self.due,
                note=note,
            )
        )


def _note(code: str, **values: object) -> Problem:
    return Problem(code, values=values, severity=Severity.WARNING)


def _of(event: ClockEvent) -> dict[str, object]:
    return {"kind": event.kind, "date": event.date}
