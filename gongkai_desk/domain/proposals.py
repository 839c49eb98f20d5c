"""What lapsed by the law and waits for the officer's word; nothing here happens by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case import Case, Status
from gongkai_desk.domain.case_file import ConsultedParty, FeeNotice, Opinion, PartyKind
from gongkai_desk.domain.clock_period import PERIODS
from gongkai_desk.domain.consulting import Consulting, consultings
from gongkai_desk.domain.fee_notice import payment_due
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import EventKind, RequestEvent
from gongkai_desk.domain.request_steps import counting


class ProposalKind(StrEnum):
    NOT_CLARIFIED = "not_clarified"  # 第三十条: 逾期不补正, 视为放弃申请
    NOT_PAID = "not_paid"  # 国办函〔2020〕109号: 逾期未缴费, 视为放弃申请
    THIRD_PARTY_SILENT = "third_party_silent"  # 第三十二条: the agency decides
    JOINT_MAKER_SILENT = "joint_maker_silent"  # 第三十四条: 视为同意公开
    OTHER_AGENCY_SILENT = "other_agency_silent"
    PARTY_UNKNOWN = "party_unknown"  # a limit is over, but nobody wrote down who was asked

    @property
    def closes(self) -> bool:
        """Whether the case ends when the officer agrees."""
        return self in LAPSES

    @property
    def settles(self) -> bool:
        """Whether it is only noted that a party kept silent."""
        return not self.closes and self is not ProposalKind.PARTY_UNKNOWN


LAPSES = {
    ProposalKind.NOT_CLARIFIED: EventKind.CLARIFICATION_LAPSED,
    ProposalKind.NOT_PAID: EventKind.FEE_LAPSED,
}
_SILENT = {
    PartyKind.THIRD_PARTY: ProposalKind.THIRD_PARTY_SILENT,
    PartyKind.JOINT_MAKER: ProposalKind.JOINT_MAKER_SILENT,
    PartyKind.OTHER_AGENCY: ProposalKind.OTHER_AGENCY_SILENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One thing to decide. `limit` was the last day; `assumed` tells that it was counted from the
    day of sending because no delivery is recorded. `name` and `party` are of a consultation.
    """

    kind: ProposalKind
    request_id: str
    number: str
    applicant: str
    subject: str
    limit: dt.date
    assumed: bool = False
    name: str = ""
    party: str = ""

    @property
    def id(self) -> str:
        return ":".join((self.kind.value, self.request_id, self.name))


def proposals_of(
    case: Case, parties: Iterable[ConsultedParty], notices: Iterable[FeeNotice], as_of: dt.date
) -> Iterator[Proposal]:
    """What lapsed in an open case before `as_of`."""
    if case.clock is None or case.closed:
        return
    lapse = _applicant_lapse(case, list(notices), as_of)
    if lapse is not None:
        yield lapse
    for one in consultings(case.events, parties, case.clock.calendar, as_of):
        if one.silent and one.opinion is Opinion.PENDING:
            yield _of(case, _silence(one), one.limit, one=one)


def _applicant_lapse(case: Case, notices: list[FeeNotice], as_of: dt.date) -> Proposal | None:
    """What the applicant let pass in a case that waits for the applicant."""
    assert case.clock is not None
    calendar = case.clock.calendar
    if case.status is Status.AWAITING_CLARIFICATION:
        until = clarification_limit(case.events)
        if until is not None and until < as_of:
            return _of(case, ProposalKind.NOT_CLARIFIED, until)
    if case.status is Status.AWAITING_PAYMENT:
        notice = notice_in_force(case.events, notices)
        due = payment_limit(case.events, notices, calendar)
        if notice is not None and due is not None and due < as_of:
            return _of(case, ProposalKind.NOT_PAID, due, assumed=notice.received_on is None)
    return None


def clarification_limit(events: Iterable[RequestEvent]) -> dt.date | None:
    """The day given for the last clarification asked for; None when none was given."""
    asked = _last(events, EventKind.CLARIFICATION_REQUESTED)
    return asked.until if asked is not None else None


def notice_in_force(
    events: Iterable[RequestEvent], notices: Iterable[FeeNotice]
) -> FeeNotice | None:
    """What the last fee notice asks for; None when that is not on record."""
    noticed = _last(events, EventKind.FEE_NOTICED)
    return next((n for n in notices if noticed is not None and n.event_id == noticed.id), None)


def payment_limit(
    events: Iterable[RequestEvent], notices: Iterable[FeeNotice], calendar: WorkCalendar
) -> dt.date | None:
    """The last day to pay what the last fee notice asks for."""
    known = list(events)
    noticed, notice = _last(known, EventKind.FEE_NOTICED), notice_in_force(known, notices)
    if noticed is None:
        return None
    if notice is None:
        return calendar.add(noticed.date, PERIODS.payment)
    return payment_due(notice, noticed.date, calendar)


def check_lapse(
    kind: EventKind,
    day: dt.date,
    events: Iterable[RequestEvent],
    notices: Iterable[FeeNotice],
    calendar: WorkCalendar,
) -> list[Problem]:
    """A warning when the applicant still had time on the day the case is ended as given up."""
    known = list(events)
    limit: dt.date | None = None
    if kind is EventKind.CLARIFICATION_LAPSED:
        limit = clarification_limit(known)
    elif kind is EventKind.FEE_LAPSED:
        limit = payment_limit(known, notices, calendar)
    if limit is None or limit < day:
        return []
    values = {"kind": kind, "date": day, "limit": limit}
    return [Problem("lapse-too-early", "date", values, Severity.WARNING)]


def _silence(one: Consulting) -> ProposalKind:
    return ProposalKind.PARTY_UNKNOWN if one.kind is None else _SILENT[one.kind]


def _of(
    case: Case,
    kind: ProposalKind,
    limit: dt.date,
    *,
    assumed: bool = False,
    one: Consulting | None = None,
) -> Proposal:
    return Proposal(
        kind=kind,
        request_id=case.request.id,
        number=case.request.number,
        applicant=case.request.applicant.name,
        subject=case.request.subject,
        limit=limit,
        assumed=assumed or (one is not None and one.delivered is None),
        name=one.name if one else "",
        party=one.party.party if one and one.party else "",
    )


def _last(events: Iterable[RequestEvent], kind: EventKind) -> RequestEvent | None:
    return next((e for e in reversed(counting(events)) if e.kind is kind), None)
