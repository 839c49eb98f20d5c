"""What lapsed by the law and waits for the officer's word; nothing here happens by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.case import Case, Status
from gongkai_desk.domain.case_file import ConsultedParty, FeeNotice, Opinion, PartyKind
from gongkai_desk.domain.consulting import Consulting, consultings
from gongkai_desk.domain.fee_notice import payment_due
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
    if case.status is Status.AWAITING_CLARIFICATION:
        asked = _last(case, EventKind.CLARIFICATION_REQUESTED)
        if asked is not None and asked.until is not None and asked.until < as_of:
            return _of(case, ProposalKind.NOT_CLARIFIED, asked.until)
    if case.status is Status.AWAITING_PAYMENT:
        noticed = _last(case, EventKind.FEE_NOTICED)
        notice = next((n for n in notices if noticed and n.event_id == noticed.id), None)
        if noticed is not None and notice is not None:
            assert case.clock is not None
            due = payment_due(notice, noticed.date, case.clock.calendar)
            if due < as_of:
                return _of(case, ProposalKind.NOT_PAID, due, assumed=notice.received_on is None)
    return None


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


def _last(case: Case, kind: EventKind) -> RequestEvent | None:
    return next((e for e in reversed(counting(case.events)) if e.kind is kind), None)
