"""What the officer can do with a case, named as a deed."""

from __future__ import annotations

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.request import EventKind
from gongkai_desk.i18n import _
from gongkai_desk.texts import sentence
from gongkai_desk.ui.settings import window_state

_ACTOR = "register/actor"

DEEDS = (
    EventKind.CLARIFICATION_REQUESTED,
    EventKind.CLARIFICATION_RECEIVED,
    EventKind.CONSULTATION_SENT,
    EventKind.CONSULTATION_DELIVERED,
    EventKind.CONSULTATION_ANSWERED,
    EventKind.EXTENDED,
    EventKind.REASONS_REQUESTED,
    EventKind.REASONS_RECEIVED,
    EventKind.DELAYED,
    EventKind.FEE_NOTICED,
    EventKind.FEE_PAID,
    EventKind.CLARIFICATION_LAPSED,
    EventKind.FEE_LAPSED,
    EventKind.WITHDRAWN,
    EventKind.MERGED,
    EventKind.DUE_OVERRIDDEN,
    EventKind.REDECISION_ORDERED,
)
"""Every kind that is recorded by itself, in the order of a case; a reply belongs to closing."""

ICONS = {
    EventKind.CLARIFICATION_REQUESTED: "send",
    EventKind.CLARIFICATION_RECEIVED: "done",
    EventKind.CLARIFICATION_LAPSED: "close",
    EventKind.CONSULTATION_SENT: "send",
    EventKind.CONSULTATION_DELIVERED: "requests",
    EventKind.CONSULTATION_ANSWERED: "done",
    EventKind.EXTENDED: "calendar",
    EventKind.DELAYED: "calendar",
    EventKind.FEE_NOTICED: "money",
    EventKind.FEE_PAID: "money",
    EventKind.FEE_LAPSED: "close",
    EventKind.REPLIED: "done",
    EventKind.WITHDRAWN: "undo",
    EventKind.DUE_OVERRIDDEN: "edit",
    EventKind.REASONS_REQUESTED: "send",
    EventKind.REASONS_RECEIVED: "done",
    EventKind.MERGED: "copy",
    EventKind.REDECISION_ORDERED: "reopen",
}


def deed_text(kind: EventKind) -> str:
    """The name of recording an event of this kind."""
    return {
        EventKind.CLARIFICATION_REQUESTED: _("Ask for clarification"),
        EventKind.CLARIFICATION_RECEIVED: _("Clarification came in"),
        EventKind.CLARIFICATION_LAPSED: _("Not clarified in time"),
        EventKind.CONSULTATION_SENT: _("Consult: sent"),
        EventKind.CONSULTATION_DELIVERED: _("Consult: delivered"),
        EventKind.CONSULTATION_ANSWERED: _("Consult: answered"),
        EventKind.EXTENDED: _("Extend"),
        EventKind.DELAYED: _("Delay the reply (Article 35)"),
        EventKind.FEE_NOTICED: _("Send fee notice"),
        EventKind.FEE_PAID: _("Fee was paid"),
        EventKind.FEE_LAPSED: _("Fee not paid in time"),
        EventKind.REPLIED: _("Close (reply)"),
        EventKind.WITHDRAWN: _("Withdrawn by the applicant"),
        EventKind.DUE_OVERRIDDEN: _("Set the due date by hand"),
        EventKind.REASONS_REQUESTED: _("Ask for reasons (Article 35)"),
        EventKind.REASONS_RECEIVED: _("Reasons came in (Article 35)"),
        EventKind.MERGED: _("Merge into another case"),
        EventKind.REDECISION_ORDERED: _("New decision ordered"),
    }[kind]


def obstacle_text(problem: Problem) -> str:
    """Why something cannot be recorded now, in a few words; the sentence where there are none."""
    short = {
        "event-while-applicant-must-act": _("the time limit is paused"),
        "clarification-not-requested": _("no clarification is being waited for"),
        "fee-not-asked-for": _("no payment is being waited for"),
        "fee-already-asked-for": _("a fee notice is being waited for already"),
        "redecision-before-ending": _("the case has no answer yet"),
        "already-extended": _("this time limit was extended already"),
        "consultation-unknown": _("no consultation was sent"),
        "consultation-already-recorded": _("recorded already"),
        "reasons-not-asked-for": _("no reasons were asked for"),
    }
    return short.get(problem.code) or sentence(problem)


def first_actor(case: Case) -> str:
    """Whom to offer as the one who records: who did last at this machine, else in this case."""
    kept = window_state().value(_ACTOR)
    if isinstance(kept, str) and kept:
        return kept
    return next((event.actor for event in reversed(case.events) if event.actor), "")


def remember_actor(name: str) -> None:
    """Offer `name` the next time."""
    if name:
        window_state().setValue(_ACTOR, name)
