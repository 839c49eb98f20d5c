"""Ending a case: the outcome, its reasons, the reply and its service (第三十六条; 235号)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.consulting import Consulting
from gongkai_desk.domain.outcome import DISCLOSING, Outcome, Remedy
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import (
    EventKind,
    Request,
    RequestEvent,
    RequestPart,
    Service,
    ServiceWay,
)
from gongkai_desk.domain.request_steps import check_event

PARTIAL = "PARTIAL"
"""部分公开, also the outcome of a request whose contents are answered in different ways."""
NOT_HELD = "U1a"
"""经检索没有，该政府信息不存在: what a search must prove."""
THIRD_PARTY = "D4"
"""第十五条: withheld to protect a third party."""
_FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What the officer fills in to end a case.

    `outcome` is a code of resources/statutes/outcomes.toml. The day of the service ends the case
    (`Service.counts_on`); without a service it is `dated`. `withheld_ground` is the code behind
    the withheld part of 部分公开; `parts` are several contents that are answered apart.
    """

    outcome: str = ""
    reason: str = ""
    reply_number: str = ""
    service: Service | None = None
    dated: dt.date | None = None
    note: str = ""
    withheld_ground: str = ""
    parts: tuple[RequestPart, ...] = ()

    @property
    def day(self) -> dt.date | None:
        return self.dated if self.service is None else self.service.counts_on

    @property
    def grounds(self) -> tuple[str, ...]:
        """Every outcome code the answer rests on."""
        every = (self.outcome, self.withheld_ground, *(part.outcome for part in self.parts))
        return tuple(dict.fromkeys(code for code in every if code))


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


def outcome_of_parts(parts: Sequence[RequestPart], known: Mapping[str, Outcome]) -> str:
    """How a request of several contents is counted: once, by their common row or, when they
    differ, as 部分公开 (row 4: 区分处理的，只计这一情形). "" while a part has no outcome.
    """
    found = [known.get(part.outcome) for part in parts]
    rows = {each.row for each in found if each is not None}
    if not found or None in found:
        return ""
    return parts[0].outcome if len(rows) == 1 else PARTIAL


def first_ground(parts: Iterable[RequestPart], known: Mapping[str, Outcome]) -> str:
    """The code behind the first part that is withheld, those of 第十四 to 十六条 before others."""
    withheld = [
        known[part.outcome]
        for part in parts
        if part.outcome in known and known[part.outcome].row not in DISCLOSING
    ]
    withheld.sort(key=lambda each: each.remedy is not Remedy.RECONSIDERATION_FIRST)
    return withheld[0].code if withheld else ""


def remedy_of(outcome: Outcome, grounds: Iterable[str], known: Mapping[str, Outcome]) -> Remedy:
    """The remedy paragraph of the answer: 部分公开 follows what its withheld part rests on."""
    if outcome.remedy is not Remedy.BY_GROUND:
        return outcome.remedy
    first = Remedy.RECONSIDERATION_FIRST
    under = any(known[code].remedy is first for code in grounds if code in known)
    return first if under else Remedy.EITHER


def check_closing(
    request: Request,
    events: Iterable[RequestEvent],
    closing: Closing,
    known: Mapping[str, Outcome],
    on: dt.date,
) -> list[Problem]:
    """Why the case cannot end this way on the day `on`, and what is missing in the file.

    `known` are the outcomes a request of this matter can have, by code.
    """
    outcome = known.get(closing.outcome)
    problems: list[Problem] = []
    if outcome is None:
        code = "outcome-unknown" if closing.outcome else "outcome-missing"
        problems.append(Problem(code, "outcome", {"outcome": closing.outcome}))
    if closing.day is None:
        field = "dated" if closing.service is None else _day_field(closing.service)
        problems.append(Problem("closing-day-missing", field))
    problems += _of_parts(closing, known)
    if outcome is None or closing.day is None:
        return problems
    event = closing_event(request, closing, outcome, closing.day)
    problems += check_event(request, events, event, on)
    return problems + _missing(closing, outcome, event.kind)


def _of_parts(closing: Closing, known: Mapping[str, Outcome]) -> Iterator[Problem]:
    parts = closing.parts
    if not parts:
        return
    if len(parts) < _FEWEST_PARTS:
        yield Problem("parts-too-few", "parts")
    for number, part in enumerate(parts, 1):
        if not part.text.strip():
            yield Problem("part-text-missing", "parts", {"number": number})
        outcome = known.get(part.outcome)
        if outcome is None:
            yield Problem("part-outcome-missing", "parts", {"number": number})
        elif outcome.needs_reasons and not part.reason.strip():
            values = {"number": number, "outcome": outcome.label}
            yield Problem("part-reason-missing", "parts", values, Severity.WARNING)
    whole = outcome_of_parts(parts, known)
    if whole and closing.outcome in known and known[whole].row != known[closing.outcome].row:
        yield Problem("outcome-not-of-parts", "outcome", {"outcome": known[whole].label})


def _day_field(service: Service) -> str:
    handed_over = service.way in (ServiceWay.IN_PERSON, ServiceWay.DELEGATED)
    return "service.signed_on" if handed_over else "service.posted_on"


def _missing(closing: Closing, outcome: Outcome, kind: EventKind) -> list[Problem]:
    absent: list[tuple[str, str]] = []
    if outcome.needs_reasons and not closing.reason.strip() and not closing.parts:
        absent.append(("outcome-reason-missing", "reason"))
    if outcome.code == PARTIAL and not closing.withheld_ground:
        absent.append(("withheld-ground-missing", "withheld_ground"))
    if kind is EventKind.REPLIED:
        if not closing.reply_number.strip():
            absent.append(("reply-number-missing", "reply_number"))
        if closing.service is None:
            absent.append(("service-missing", "service"))
    service = closing.service
    if service and service.way is ServiceWay.MAIL and not service.mail_number.strip():
        absent.append(("mail-number-missing", "service.mail_number"))
    if service and service.way is ServiceWay.DELEGATED and not service.agency.strip():
        absent.append(("agency-missing", "service.agency"))
    values = {"article": outcome.article or "—", "outcome": outcome.label}
    return [Problem(code, field, values, Severity.WARNING) for code, field in absent]


def check_grounds(
    closing: Closing,
    known: Mapping[str, Outcome],
    consulted: Sequence[Consulting],
    *,
    searched: bool,
) -> list[Problem]:
    """What the file does not bear out yet: warnings a lawyer would raise.

    `consulted` are the consultations of the case, `searched` whether a search is on record.
    """
    found: list[tuple[str, dict[str, object]]] = []
    if NOT_HELD in closing.grounds and not searched:
        found.append(("no-search-recorded", {}))
    if THIRD_PARTY in closing.grounds and not consulted:
        found.append(("third-party-not-asked", {}))
    found += [("consultation-still-open", _named(one)) for one in consulted if one.waits]
    outcome = known.get(closing.outcome)
    if outcome is not None and outcome.row in DISCLOSING:
        found += [("disclosed-against-refusal", _named(one)) for one in consulted if one.objects]
    return [Problem(code, "outcome", values, Severity.WARNING) for code, values in found]


def _named(one: Consulting) -> dict[str, object]:
    return {"party": one.party.party if one.party else one.name, "limit": one.limit}
