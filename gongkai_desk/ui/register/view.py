"""How a case looks: tone, icon and words of its state, its due date and what is left of it."""

from __future__ import annotations

import datetime as dt

from gongkai_desk.domain.case import Case, Status
from gongkai_desk.domain.receipt import receipt_hint
from gongkai_desk.i18n import _, date_text, ngettext
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.theme import Tone

State = tuple[Tone, str, str]
"""Tone, icon and word."""

AMPLE, ENOUGH, SHORT = 10, 5, 2
"""Working days left: more than 10 calm, 10 to 6 soon, 5 to 3 pressing, 2 and less urgent."""

_STATUS = {
    Status.UNCONFIRMED: (Tone.WARN, "help"),
    Status.RUNNING: (Tone.INFO, "clock"),
    Status.AWAITING_CLARIFICATION: (Tone.NEUTRAL, "pause"),
    Status.SUSPENDED: (Tone.NEUTRAL, "pause"),
    Status.AWAITING_PAYMENT: (Tone.NEUTRAL, "money"),
    Status.CLOSED: (Tone.GOOD, "done"),
}


def status_state(case: Case) -> State:
    """Where the case stands."""
    tone, icon = _STATUS[case.status]
    return tone, icon, label(case.status)


def countdown(case: Case) -> State:
    """What is left until the due date; for a closed case whether it was in time."""
    clock = case.clock
    if clock is None:
        return Tone.WARN, "help", _("Not running yet")
    if case.closed:
        if clock.due is None:
            return Tone.NEUTRAL, "", ""
        late = clock.overdue
        return (Tone.BAD, "error", _("Late")) if late else (Tone.GOOD, "done", _("In time"))
    if clock.due is None or clock.remaining is None:
        return Tone.NEUTRAL, "pause", _("Paused")
    return _open_countdown(clock.due, clock.remaining, clock.as_of)


def _open_countdown(due: dt.date, left: int, as_of: dt.date) -> State:
    if left < 0:
        words = ngettext("{n} workday overdue", "{n} workdays overdue", -left)
        return Tone.BAD, "error", words.format(n=-left)
    if due < as_of:
        return Tone.BAD, "error", _("Due date has passed")
    if left == 0:
        return Tone.BAD, "warning", _("Due today")
    words = ngettext("{n} workday left", "{n} workdays left", left).format(n=left)
    if left <= SHORT:
        return Tone.BAD, "warning", words
    if left <= ENOUGH:
        return Tone.WARN, "warning", words
    return (Tone.WARN, "clock", words) if left <= AMPLE else (Tone.GOOD, "clock", words)


def due_text(case: Case, *, full: bool = False) -> str:
    """The due date with its mark when it depends on an unknown notice; empty without one."""
    if case.due is None:
        return ""
    text = date_text(case.due) if full else case.due.isoformat()
    return _("{date} (provisional)").format(date=text) if case.provisional else text


def due_headline(case: Case) -> str:
    """The large line of the detail pane."""
    if case.due is not None:
        return date_text(case.due)
    if case.clock is None:
        return _("Not running yet")
    return _("No due date") if case.closed else _("Paused")


def due_words(case: Case) -> str:
    """A sentence below the large line: what the officer waits for or has to do."""
    match case.status:
        case Status.UNCONFIRMED:
            return sentence(receipt_hint(case.request.channel))
        case Status.AWAITING_CLARIFICATION:
            return _("Twenty working days run anew from the day the clarification arrives.")
        case Status.AWAITING_PAYMENT:
            return _("Twenty working days run anew from the day of payment.")
        case Status.SUSPENDED:
            return _("The working days of the consultation are not counted.")
        case Status.CLOSED if case.closed_on is not None:
            return _("Closed on {date}. {result}").format(
                date=date_text(case.closed_on), result=case.outcome.label if case.outcome else ""
            )
    return ""


def outcome_text(case: Case) -> str:
    """The outcome of a closed case as lists show it."""
    return case.outcome.label if case.closed and case.outcome else ""


def iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
