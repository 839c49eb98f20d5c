"""The columns of the register."""

from __future__ import annotations

from gongkai_desk.domain.case import Case
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.view import countdown, due_text, iso, outcome_text, status_state
from gongkai_desk.ui.theme import Tone


def columns() -> tuple[Column[Case], ...]:
    """In the order in which an officer reads a row: who wants what, and how long is left."""
    return (*_asked(), *_standing(), *_more())


def _asked() -> tuple[Column[Case], ...]:
    return (
        Column(name="number", title=_("Number"), text=lambda case: case.request.number, width=5),
        Column(
            name="received",
            title=_("Received"),
            text=lambda case: iso(case.request.received),
            sort_key=lambda case: case.request.received,
            width=6,
        ),
        Column(
            name="applicant",
            title=_("Applicant"),
            text=lambda case: case.request.applicant.name,
            width=6,
        ),
        Column(
            name="subject",
            title=_("Information asked for"),
            text=lambda case: case.request.subject,
            width=14,
        ),
    )


def _standing() -> tuple[Column[Case], ...]:
    return (
        Column(
            name="left",
            title=_("Working days left"),
            text=lambda case: countdown(case)[2],
            sort_key=lambda case: None if case.closed else case.remaining,
            tone=lambda case: countdown(case)[0],
            icon=lambda case: countdown(case)[1],
            width=10,
        ),
        Column(
            name="due",
            title=_("Due date"),
            text=due_text,
            sort_key=lambda case: case.due,
            tone=lambda case: Tone.WARN if case.provisional else None,
            width=10,
        ),
        Column(
            name="status",
            title=_("Status"),
            text=lambda case: status_state(case)[2],
            tone=lambda case: status_state(case)[0],
            icon=lambda case: status_state(case)[1],
            chip=True,
            width=8,
        ),
    )


def _more() -> tuple[Column[Case], ...]:
    return (
        Column(name="outcome", title=_("Outcome"), text=outcome_text, width=12),
        Column(name="handler", title=_("Handled by"), text=lambda case: case.request.handler),
        Column(name="kind", title=_("Applicant type"), text=_kind, width=8),
        Column(
            name="channel",
            title=_("Channel"),
            text=lambda case: label(case.request.channel),
            width=9,
        ),
    )


def _kind(case: Case) -> str:
    kind = case.request.applicant.kind
    return label(kind) if kind else ""
