"""Ending a case: the outcome, its reasons, the reply and its service (第三十六条; 235号)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.outcome import Outcome
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import EventKind, Request, RequestEvent, Service, ServiceWay
from gongkai_desk.domain.request_steps import check_event


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What the officer fills in to end a case.

    `outcome` is a code of resources/statutes/outcomes.toml. The day of the service ends the case
    (`Service.counts_on`); without a service it is `dated`.
    """

    outcome: str = ""
    reason: str = ""
    reply_number: str = ""
    service: Service | None = None
    dated: dt.date | None = None
    note: str = ""

    @property
    def day(self) -> dt.date | None:
        return self.dated if self.service is None else self.service.counts_on


def closing_kind(outcome: Outcome, closing: Closing) -> EventKind:
    """The event that ends the case: 其他处理 that was answered and served is a reply too."""
    if outcome.closed_by is EventKind.WITHDRAWN and closing.service is not None:
        return EventKind.REPLIED
    return outcome.closed_by


def closing_event(
    request: Request, closing: Closing, outcome: Outcome, day: dt.date
) -> RequestEvent:
    return RequestEvent(
        id=new_id(),
        request_id=request.id,
        date=day,
        kind=closing_kind(outcome, closing),
        note=closing.note,
    )


def check_closing(
    request: Request,
    events: Iterable[RequestEvent],
    closing: Closing,
    outcome: Outcome | None,
    on: dt.date,
) -> list[Problem]:
    """Why the case cannot end this way on the day `on`, and what is missing in the file.

    `outcome` is the entry of `closing.outcome`, None when there is no such code.
    """
    problems: list[Problem] = []
    if outcome is None:
        code = "outcome-unknown" if closing.outcome else "outcome-missing"
        problems.append(Problem(code, "outcome", {"outcome": closing.outcome}))
    if closing.day is None:
        field = "dated" if closing.service is None else _day_field(closing.service)
        problems.append(Problem("closing-day-missing", field))
    if outcome is None or closing.day is None:
        return problems
    event = closing_event(request, closing, outcome, closing.day)
    problems += check_event(request, events, event, on)
    return problems + _missing(closing, outcome, event.kind)


def _day_field(service: Service) -> str:
    handed_over = service.way in (ServiceWay.IN_PERSON, ServiceWay.DELEGATED)
    return "service.signed_on" if handed_over else "service.posted_on"


def _missing(closing: Closing, outcome: Outcome, kind: EventKind) -> list[Problem]:
    absent: list[tuple[str, str]] = []
    if outcome.needs_reasons and not closing.reason.strip():
        absent.append(("outcome-reason-missing", "reason"))
    if kind is EventKind.REPLIED:
        if not closing.reply_number.strip():
            absent.append(("reply-number-missing", "reply_number"))
        if closing.service is None:
            absent.append(("service-missing", "service"))
    service = closing.service
    if service and service.way is ServiceWay.MAIL and not service.mail_number.strip():
        absent.append(("mail-number-missing", "service.mail_number"))
    values = {"article": outcome.article or "—", "outcome": outcome.label}
    return [Problem(code, field, values, Severity.WARNING) for code, field in absent]
