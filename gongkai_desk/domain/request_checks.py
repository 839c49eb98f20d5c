"""What is wrong, or missing, in a request as it is written down.

Only the name, what is asked for and the channel are needed to keep a request, and dates that
contradict each other are refused; everything else the law or the annual report will want one day
(第二十九条, 第三十一条) is a warning.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai_desk.domain.identity_number import check_identity
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.receipt import suggested_receipt
from gongkai_desk.domain.request import (
    Applicant,
    CarrierForm,
    Channel,
    Delivery,
    IdentityKind,
    Request,
    RequestEvent,
)


def check_request(
    request: Request, *, today: dt.date, events: Iterable[RequestEvent] = ()
) -> list[Problem]:
    """All problems of `request`, which may be a draft; `events` are those already recorded.

    `Problem.field` is the field's name, dotted for the applicant's ("applicant.kind").
    """
    return [
        *_needed(request),
        *_dates(request, today),
        *_against_events(request, [event for event in events if event.counts]),
        *_receipt(request),
        *_applicant(request.applicant),
        *_form(request),
    ]


def _needed(request: Request) -> Iterator[Problem]:
    if not request.applicant.name.strip():
        yield Problem("applicant-name-missing", "applicant.name")
    if not request.subject.strip():
        yield Problem("subject-missing", "subject")
    if request.channel is Channel.UNSPECIFIED:
        yield Problem("channel-missing", "channel")


def _dates(request: Request, today: dt.date) -> Iterator[Problem]:
    submitted, arrived, received = request.submitted, request.arrived, request.received
    if received and received > today:
        yield Problem("received-after-today", "received", {"received": received, "today": today})
    if received and arrived and received < arrived:
        values = {"received": received, "arrived": arrived}
        yield Problem("received-before-arrival", "received", values)
    elif received and submitted and received < submitted:
        values = {"received": received, "submitted": submitted}
        yield Problem("received-before-submission", "received", values)
    if submitted and arrived and arrived < submitted:
        yield _warning("arrived-before-submission", "arrived", arrived=arrived, submitted=submitted)
    if arrived and arrived > today:
        yield _warning("arrived-after-today", "arrived", arrived=arrived, today=today)


def _against_events(request: Request, events: list[RequestEvent]) -> Iterator[Problem]:
    if not events:
        return
    first = min(events, key=lambda event: event.date)
    values = {"kind": first.kind, "date": first.date}
    if request.received is None:
        yield Problem("received-needed-by-events", "received", values)
    elif first.date < request.received:
        values |= {"received": request.received}
        yield Problem("received-after-event", "received", values)


def _receipt(request: Request) -> Iterator[Problem]:
    if request.channel is Channel.UNSPECIFIED:
        return
    suggested = suggested_receipt(request)
    if request.received is None:
        yield _warning("received-missing", "received", channel=request.channel)
    elif request.channel.needs_confirmation:
        if not (request.confirmed_by.strip() and request.confirmed_how.strip()):
            yield _warning("receipt-proof-missing", "confirmed_by", channel=request.channel)
    elif suggested is not None and suggested != request.received:
        yield _warning(
            "received-differs-from-rule",
            "received",
            channel=request.channel,
            received=request.received,
            suggested=suggested,
        )


def _applicant(applicant: Applicant) -> Iterator[Problem]:
    if applicant.kind is None:
        yield _warning("applicant-kind-missing", "applicant.kind")
    if applicant.identity_number.strip():
        field = "applicant.identity_number"
        doubt = check_identity(applicant.identity_kind, applicant.identity_number, field)
        if doubt:
            yield doubt
    else:
        yield _warning("identity-missing", "applicant.identity_number")
    if not any(text.strip() for text in (applicant.phone, applicant.email, applicant.address)):
        yield _warning("contact-missing", "applicant.phone")
    if applicant.agent_name.strip() and not applicant.agent_authority.strip():
        yield _warning("agent-authority-missing", "applicant.agent_authority")
    field = "applicant.agent_identity_number"
    doubt = check_identity(IdentityKind.ID_CARD, applicant.agent_identity_number, field)
    if doubt:
        yield doubt


def _form(request: Request) -> Iterator[Problem]:
    if request.delivery is Delivery.UNSPECIFIED and request.carrier is CarrierForm.UNSPECIFIED:
        yield _warning("form-missing", "delivery")


def _warning(code: str, field: str, **values: object) -> Problem:
    return Problem(code, field, values, Severity.WARNING)
