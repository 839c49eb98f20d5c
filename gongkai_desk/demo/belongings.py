"""What belongs to the steps of the sample's requests: parties, fees, the days given."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case_file import (
    ConsultedParty,
    FeeBasis,
    FeeNotice,
    Opinion,
    PartyKind,
)
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.fee_notice import fee_of
from gongkai_desk.domain.request import EventKind, RequestEvent
from gongkai_desk.services.desk import Desk

_PAYMENT_WAY = "凭缴款通知书到银行柜台或网上非税平台缴纳"
_GIVEN_BY = (EventKind.CLARIFICATION_REQUESTED, EventKind.REASONS_REQUESTED)
_APPROVED = (EventKind.EXTENDED,)


def record(
    desk: Desk,
    event: RequestEvent,
    given: dict[str, Any],
    received: dt.date,
    calendar: WorkCalendar,
    on: dt.date,
) -> None:
    """Record a step of the sample with what `given` says belongs to it."""
    if event.kind in _GIVEN_BY and "until" in given:
        event = replace(event, until=calendar.add(received, given["until"]))
    if event.kind in _APPROVED and "approved_by" in given:
        event = replace(event, approved_by=given["approved_by"])
    party = _party(desk, event, given.get("parties", ()))
    fee = _fee(desk, event, given.get("fee"), received, calendar)
    desk.register.record(event, on=on, party=party, fee=fee)


def _party(desk: Desk, event: RequestEvent, parties: list[dict[str, Any]]) -> ConsultedParty | None:
    known = desk.case_file.of(ConsultedParty, event.request_id)
    if event.kind is EventKind.CONSULTATION_SENT and len(known) < len(parties):
        told = parties[len(known)]
        return ConsultedParty(
            id=new_id(),
            request_id=event.request_id,
            name=event.argument,
            kind=PartyKind(told["kind"]),
            party=told["party"],
            about=told["about"],
            contact=told.get("contact", ""),
        )
    if event.kind is EventKind.CONSULTATION_ANSWERED:
        for party, told in zip(known, parties, strict=False):
            if party.name == event.argument:
                opinion = Opinion(told["opinion"])
                return replace(party, opinion=opinion, opinion_reason=told["opinion_reason"])
    return None


def _fee(
    desk: Desk,
    event: RequestEvent,
    given: dict[str, Any] | None,
    received: dt.date,
    calendar: WorkCalendar,
) -> FeeNotice | None:
    if given is None:
        return None
    if event.kind is EventKind.FEE_PAID:
        (notice,) = desk.case_file.of(FeeNotice, event.request_id)
        return replace(notice, paid_amount=given["paid"], receipt_number=given["receipt"])
    if event.kind is not EventKind.FEE_NOTICED:
        return None
    basis = FeeBasis(given["basis"])
    return FeeNotice(
        id=new_id(),
        request_id=event.request_id,
        event_id=event.id,
        basis=basis,
        count=given["count"],
        amount=fee_of(basis, given["count"]).total,
        payment_way=_PAYMENT_WAY,
        received_on=calendar.add(received, given["received"]),
    )
