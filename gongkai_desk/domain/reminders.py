"""双向提醒: what falls due for us, and what others owe us, computed from a case and its file.

Nothing here is stored. A reminder has a key that names its date; what is stored is that a key was
acknowledged. A date that moves is a new key, so the reminder comes again; what fell due while the
computer was off is there at the next start and stays until somebody acknowledges it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import (
    ContactEntry,
    Dispute,
    Errand,
    FeeNotice,
    Stage,
    StageMark,
)
from gongkai_desk.domain.clock import Clock, ClockState
from gongkai_desk.domain.clock_period import PERIODS
from gongkai_desk.domain.disputes import Due, deadlines_of
from gongkai_desk.domain.fee_notice import payment_due
from gongkai_desk.domain.letter import Letter, LetterStatus
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.publication import asks_publication
from gongkai_desk.domain.request import EventKind
from gongkai_desk.domain.request_steps import counting
from gongkai_desk.domain.stages import next_stage, stages

SOON, TOMORROW = 3, 1
"""Working days before a due date at which one is reminded."""
BEFORE_CLARIFICATION = 2
UNCONFIRMED_EVERY = 5
"""A receipt that is not confirmed is brought up again after so many working days."""
WITHOUT_DATE = 5
"""Working days after which an errand without a date of its own is asked about."""
AFTER_REMINDING = 2
"""Working days that an errand rests after somebody was reminded of it."""
LOOK_BACK_DAYS = 180
"""Days after its end for which a case still brings up archiving and publication."""


class Side(StrEnum):
    OURS = "ours"  # 该我办
    THEIRS = "theirs"  # 该催办


class Urgency(StrEnum):
    LATE = "late"
    TODAY = "today"
    SOON = "soon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One thing to do or to ask for. `day` is the date it is about; `note` says it in words
    without any applicant's name; `key` names kind, record and date.
    """

    key: str
    side: Side
    request_id: str
    number: str
    subject: str
    day: dt.date
    note: Problem
    urgency: Urgency

    @property
    def id(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """A case with what of its file reminders look at."""

    case: Case
    errands: tuple[Errand, ...] = ()
    contacts: tuple[ContactEntry, ...] = ()
    notices: tuple[FeeNotice, ...] = ()
    marks: tuple[StageMark, ...] = ()
    letters: tuple[Letter, ...] = ()
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What one rule found: kind and record make the key together with `day`."""

    kind: str
    day: dt.date
    record_id: str = ""
    side: Side = Side.OURS
    values: Mapping[str, object] = field(default_factory=dict)
    as_day: dt.date | None = None  # the date that makes the key, when it is not `day`


def reminders(
    facts: CaseFacts, calendar: WorkCalendar, targets: Mapping[Stage, int], today: dt.date
) -> tuple[Reminder, ...]:
    """Everything of one case that wants somebody's attention on `today`."""
    case = facts.case
    found: list[_Found] = []
    if not case.closed:
        found += _due(case)
        found += _unconfirmed(facts, calendar, today)
        found += _clarification(facts, calendar, targets, today)
        found += _consultations(case, calendar, today)
        found += _clarifying(case, today)
        found += _payment(facts, calendar, today)
        found += _errands(facts.errands, calendar, today)
    found += _stage(facts, targets, today)
    found += _letters(facts.letters, calendar, today)
    found += _publication(case, today)
    found += _disputes(facts, calendar, today)
    return tuple(_reminder(case, one, today) for one in found)


def in_order(every: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """By date, the oldest first."""
    return tuple(sorted(every, key=lambda one: (one.day, one.number, one.key)))


def _reminder(case: Case, found: _Found, today: dt.date) -> Reminder:
    request = case.request
    named = (found.as_day or found.day).isoformat()
    if found.day < today:
        urgency = Urgency.LATE
    else:
        urgency = Urgency.TODAY if found.day == today else Urgency.SOON
    return Reminder(
        key=f"{found.kind}:{found.record_id or request.id}:{named}",
        side=found.side,
        request_id=request.id,
        number=request.number,
        subject=request.subject,
        day=found.day,
        note=Problem(f"reminder-{found.kind}", values={"day": found.day, **found.values}),
        urgency=urgency,
    )


def _due(case: Case) -> Iterator[_Found]:
    """The answer itself: three and one working day before, on the day, after it."""
    clock = case.clock
    if clock is None or clock.due is None or clock.remaining is None:
        return
    left = clock.remaining
    if clock.overdue:
        yield _Found(kind="overdue", day=clock.due)
    elif clock.due == clock.as_of:
        yield _Found(kind="due-today", day=clock.due)
    elif left <= TOMORROW:
        yield _Found(kind="due-tomorrow", day=clock.due)
    elif left <= SOON:
        yield _Found(kind="due-soon", day=clock.due, values={"n": left})


def _unconfirmed(facts: CaseFacts, calendar: WorkCalendar, today: dt.date) -> Iterator[_Found]:
    """A receipt date still missing, on the day of arrival and every five working days after."""
    request = facts.case.request
    since = request.arrived or request.submitted
    if facts.case.clock is not None or since is None or since > today:
        return
    times = max(0, calendar.count(since, today)) // UNCONFIRMED_EVERY
    again = calendar.add(since, times * UNCONFIRMED_EVERY)
    if not request.channel.needs_confirmation:
        yield _Found(kind="receipt-missing", day=since, as_day=again)
        return
    tried = [one for one in facts.contacts if not one.reached and one.date >= since]
    if tried:
        values = {"n": len(tried), "last": max(one.date for one in tried)}
        yield _Found(kind="unreachable", day=since, as_day=again, values=values)
    else:
        yield _Found(kind="unconfirmed", day=since, as_day=again)


def _clarification(
    facts: CaseFacts, calendar: WorkCalendar, targets: Mapping[Stage, int], today: dt.date
) -> Iterator[_Found]:
    """The seventh working day for asking for a clarification (第三十条), while nobody has looked
    at the request.
    """
    clock = facts.case.clock
    if clock is None or clock.period.start != clock.received:
        return
    states = stages(facts.case, facts.marks, facts.errands, targets, today)
    reviewed = any(state.stage is Stage.REVIEWED and state.passed for state in states)
    if not reviewed and calendar.count(today, clock.clarification_due) <= BEFORE_CLARIFICATION:
        yield _Found(kind="clarification", day=clock.clarification_due)


def _consultations(case: Case, calendar: WorkCalendar, today: dt.date) -> Iterator[_Found]:
    """Theirs from three working days before the fifteenth on; after it, ours to decide."""
    if case.clock is None:
        return
    for one in case.clock.period.consultations:
        if one.answered is not None:
            continue
        limit, values = one.limit(calendar), {"name": one.name, "sent": one.sent}
        named = f"{case.request.id}/{one.name}"
        if today > limit:
            yield _Found(kind="consultation-over", day=limit, record_id=named, values=values)
        elif calendar.count(today, limit) <= SOON:
            yield _Found(
                kind="consultation-open",
                day=limit,
                record_id=named,
                side=Side.THEIRS,
                values=values,
            )


def _clarifying(case: Case, today: dt.date) -> Iterator[_Found]:
    """The day given to the applicant for the clarification is over (第三十条)."""
    clock = case.clock
    if clock is None or clock.state is not ClockState.AWAITING_CLARIFICATION:
        return
    asked = [e for e in counting(case.events) if e.kind is EventKind.CLARIFICATION_REQUESTED]
    until = asked[-1].until if asked else None
    if until is not None and today > until:
        yield _Found(kind="clarification-over", day=until)


def _payment(facts: CaseFacts, calendar: WorkCalendar, today: dt.date) -> Iterator[_Found]:
    """The twenty working days for paying are over (国办函〔2020〕109号)."""
    clock: Clock | None = facts.case.clock
    if clock is None or clock.state is not ClockState.AWAITING_PAYMENT:
        return
    asked = [e for e in counting(facts.case.events) if e.kind is EventKind.FEE_NOTICED][-1]
    notice = next((one for one in facts.notices if one.event_id == asked.id), None)
    limit = (
        payment_due(notice, asked.date, calendar)
        if notice is not None
        else calendar.add(asked.date, PERIODS.payment)
    )
    if today > limit:
        yield _Found(kind="payment-over", day=limit, values={"asked": asked.date})


def _errands(errands: Iterable[Errand], calendar: WorkCalendar, today: dt.date) -> Iterator[_Found]:
    """What a unit owes us: on its date, then again two working days after each reminding."""
    for errand in errands:
        if errand.answered_on is not None:
            continue
        due = errand.due_on or calendar.add(errand.asked_on, WITHOUT_DATE)
        reminded = max(errand.reminded_on, default=None)
        rests_until = None if reminded is None else calendar.add(reminded, AFTER_REMINDING)
        again = due if rests_until is None else max(due, rests_until)
        if today < again:
            continue
        values = {"unit": errand.unit, "what": errand.kind, "n": len(errand.reminded_on)}
        yield _Found(
            kind="errand-reminded" if errand.reminded_on else "errand",
            day=due,
            as_day=again,
            record_id=errand.id,
            side=Side.THEIRS,
            values=values,
        )


def _stage(facts: CaseFacts, targets: Mapping[Stage, int], today: dt.date) -> Iterator[_Found]:
    """The office's own target of the next stage is reached."""
    states = stages(facts.case, facts.marks, facts.errands, targets, today)
    state = next_stage(states)
    if state is None or state.target is None or today < state.target:
        return
    kind = "archive" if state.stage is Stage.ARCHIVED else "stage"
    closed = facts.case.closed
    if (kind == "archive") == closed and (not closed or _ended_lately(facts.case, today)):
        values = {"stage": state.stage}
        yield _Found(
            kind=kind,
            as_day=state.target,
            record_id=f"{facts.case.request.id}/{state.stage.value}",
            day=state.target,
            values=values,
        )


def _letters(letters: Iterable[Letter], calendar: WorkCalendar, today: dt.date) -> Iterator[_Found]:
    """Issued, but not served by the next working day."""
    for letter in letters:
        if letter.status is not LetterStatus.ISSUED or letter.issued_on is None:
            continue
        if letter.service is not None or not letter.addressee:
            continue  # letters for the file have nobody to be served on
        if today >= calendar.next_working_day(letter.issued_on):
            values = {"title": letter.title, "letter": letter.number}
            yield _Found(
                kind="letter-unserved", day=letter.issued_on, record_id=letter.id, values=values
            )


def _publication(case: Case, today: dt.date) -> Iterator[_Found]:
    if _ended_lately(case, today) and case.closed_on and asks_publication(case.request):
        yield _Found(kind="publication", day=case.closed_on)


def _ended_lately(case: Case, today: dt.date) -> bool:
    """What ended long ago (a ledger that was taken over) is in lists, not in reminders."""
    return case.closed_on is not None and (today - case.closed_on).days <= LOOK_BACK_DAYS


_DISPUTE_WORDS = {Due.OPINION_REPORT: "opinion", Due.REDECISION: "redecide"}


def _disputes(facts: CaseFacts, calendar: WorkCalendar, today: dt.date) -> Iterator[_Found]:
    """From three working days before the last day on, until it is done. The due date of a case
    that was taken up again stands for the new answer it waits for.
    """
    ended = facts.case.closed_on
    for dispute in facts.disputes:
        decided = dispute.decided_on
        answered_anew = ended if ended and decided and ended >= decided else None
        for limit in deadlines_of(dispute, calendar, answered_anew):
            if limit.what is Due.REDECISION and ended is None:
                continue
            if limit.waiting and calendar.count(today, limit.due) <= SOON:
                values = {"what": dispute.kind, "case": dispute.case_number or dispute.authority}
                yield _Found(
                    kind=f"dispute-{_DISPUTE_WORDS.get(limit.what, 'answer')}",
                    day=limit.due,
                    record_id=dispute.id,
                    values=values,
                )
