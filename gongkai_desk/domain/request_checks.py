"""What is wrong, or missing, in a request as it is written down.

Only the name, what is asked for and the channel are needed to keep a request, and dates that
contradict each other are refused; everything else the law or the annual report will want one day
(第二十九条, 第三十一条) is a warning.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from gongkai_desk.domain.identity_number import check_identity
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.receipt import read_hour, suggested_receipt
from gongkai_desk.domain.request import (
    Applicant,
    CarrierForm,
    Channel,
    Delivery,
    IdentityKind,
    Request,
    RequestEvent,
)

_EMAIL = re.compile(r"[^\s@，、；]+@[^\s@，、；]+\.[^\s@，、；]+")
_POSTCODE = re.compile(r"[0-9]{6}")


def check_request(
    request: Request, *, today: dt.date, events: Iterable[RequestEvent] = ()
) -> list[Problem]:
    """All problems of `request`, which may be a draft; `events` are those already recorded.

    `Problem.field` is the field's name, dotted for the applicant's ("applicant.kind") and for
    those who ask together with him, counted from 1 ("co_applicants.1.phone").
    """
    return [
        *_needed(request),
        *_dates(request, today),
        *_against_events(request, [event for event in events if event.counts]),
        *_receipt(request),
        *_applicant(request.applicant),
        *_co_applicants(request),
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
    if request.arrived_at.strip() and read_hour(request.arrived_at) is None:
        yield _warning("hour-unreadable", "arrived_at", text=request.arrived_at.strip())


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


def _applicant(applicant: Applicant, place: str = "applicant") -> Iterator[Problem]:
    if applicant.kind is None:
        yield _warning("applicant-kind-missing", f"{place}.kind")
    if applicant.identity_number.strip():
        field = f"{place}.identity_number"
        doubt = check_identity(applicant.identity_kind, applicant.identity_number, field)
        if doubt:
            yield doubt
    else:
        yield _warning("identity-missing", f"{place}.identity_number")
    if not any(text.strip() for text in (applicant.phone, applicant.email, applicant.address)):
        yield _warning("contact-missing", f"{place}.phone")
    yield from _shapes(applicant, place)
    yield from _agent(applicant, place)


def _shapes(applicant: Applicant, place: str) -> Iterator[Problem]:
    """What looks mistyped; papers and foreign addresses may well look so."""
    email, postcode = applicant.email.strip(), applicant.postcode.strip()
    if email and not _EMAIL.fullmatch(email):
        yield _warning("email-shape", f"{place}.email", text=email)
    if postcode and not _POSTCODE.fullmatch(postcode):
        yield _warning("postcode-shape", f"{place}.postcode", text=postcode)


def _agent(applicant: Applicant, place: str) -> Iterator[Problem]:
    if applicant.agent_name.strip() and not applicant.agent_authority.strip():
        yield _warning("agent-authority-missing", f"{place}.agent_authority")
    number = applicant.agent_identity_number
    doubt = check_identity(IdentityKind.ID_CARD, number, f"{place}.agent_identity_number")
    if doubt:
        yield doubt


def _co_applicants(request: Request) -> Iterator[Problem]:
    """Each needs a name; only the lead's type counts, and one way to reach the group is enough."""
    for number, applicant in enumerate(request.co_applicants, start=1):
        place = f"co_applicants.{number}"
        if not applicant.name.strip():
            yield Problem("co-applicant-name-missing", f"{place}.name", {"number": number + 1})
        for problem in _applicant(applicant, place):
            if problem.code not in ("applicant-kind-missing", "contact-missing"):
                yield problem


def _form(request: Request) -> Iterator[Problem]:
    if request.delivery is Delivery.UNSPECIFIED and request.carrier is CarrierForm.UNSPECIFIED:
        yield _warning("form-missing", "delivery")


def _warning(code: str, field: str, **values: object) -> Problem:
    return Problem(code, field, values, Severity.WARNING)
