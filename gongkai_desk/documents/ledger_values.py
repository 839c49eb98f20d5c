"""What stands in each column of an exported ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TypeAlias

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.identity_number import masked
from gongkai_desk.domain.ledger_export import (
    LedgerExport,
    masked_address,
    masked_email,
    masked_phone,
)
from gongkai_desk.domain.ledger_fields import LedgerField
from gongkai_desk.domain.ledger_history import course_text
from gongkai_desk.domain.ledger_words import LedgerWords
from gongkai_desk.domain.request import (
    Applicant,
    CarrierForm,
    Channel,
    Delivery,
    EventKind,
    RequestEvent,
    Service,
)
from gongkai_desk.domain.request_steps import counting
from gongkai_desk.texts import label

Value: TypeAlias = str | int | dt.date | None
_F = LedgerField

WIDTHS: Mapping[LedgerField, int] = {
    _F.NUMBER: 11,
    _F.RECEIVED: 11,
    _F.APPLICANT: 16,
    _F.APPLICANT_KIND: 11,
    _F.IDENTITY_NUMBER: 20,
    _F.PHONE: 13,
    _F.ADDRESS: 28,
    _F.EMAIL: 22,
    _F.CHANNEL: 11,
    _F.SUBJECT: 34,
    _F.DESCRIPTION: 40,
    _F.HANDLER: 11,
    _F.STATUS: 9,
    _F.DUE: 13,
    _F.REMAINING: 7,
    _F.CLOSED_ON: 11,
    _F.OUTCOME: 20,
    _F.RESULT: 20,
    _F.REPLY_NUMBER: 18,
    _F.SERVICE_WAY: 10,
    _F.SERVED_ON: 11,
    _F.NOTE: 18,
    _F.HISTORY: 40,
}
WIDTH = 14
"""In characters, of a column without a width of its own."""

_PERSONAL: Mapping[LedgerField, Callable[[str], str]] = {
    _F.IDENTITY_NUMBER: masked,
    _F.PHONE: masked_phone,
    _F.EMAIL: masked_email,
    _F.ADDRESS: masked_address,
}


def heading(field: LedgerField, export: LedgerExport) -> str:
    """The office's own heading, or the name of the field."""
    return export.headings.get(field.value, "").strip() or label(field)


class LedgerValues:
    """The cells of one case after another."""

    def __init__(self, export: LedgerExport, words: LedgerWords) -> None:
        self._full, self._words = export.full, words

    def of(self, case: Case) -> dict[LedgerField, Value]:
        """Every field of a case; what is not recorded is "" or None."""
        values: dict[LedgerField, Value] = {
            **_of_request(case),
            **_of_applicant(case.request.applicant),
            **_of_events(case.events),
            **_of_answer(case),
            **_of_service(case.request.service),
        }
        values[_F.HISTORY] = course_text(case.events, self._words)
        if not self._full:
            for field, mask in _PERSONAL.items():
                values[field] = mask(str(values[field] or ""))
        return values


def _of_request(case: Case) -> dict[LedgerField, Value]:
    request = case.request
    channel, carrier, delivery = request.channel, request.carrier, request.delivery
    return {
        _F.NUMBER: request.number,
        _F.PLATFORM_NUMBER: request.platform_number,
        _F.RECEIVED: request.received,
        _F.ARRIVED: request.arrived,
        _F.SUBMITTED: request.submitted,
        _F.CO_APPLICANTS: "、".join(one.name for one in request.co_applicants),
        _F.SUBJECT: request.subject,
        _F.DESCRIPTION: request.description,
        _F.PURPOSE: request.purpose,
        _F.CHANNEL: "" if channel is Channel.UNSPECIFIED else label(channel),
        _F.CONFIRMED_BY: request.confirmed_by,
        _F.CONFIRMED_HOW: request.confirmed_how,
        _F.DELIVERY: "" if delivery is Delivery.UNSPECIFIED else label(delivery),
        _F.CARRIER: "" if carrier is CarrierForm.UNSPECIFIED else label(carrier),
        _F.HANDLER: request.handler,
        _F.TAGS: "、".join(request.tags),
        _F.NOTE: request.note,
    }


def _of_applicant(applicant: Applicant) -> dict[LedgerField, Value]:
    number = applicant.identity_number
    return {
        _F.APPLICANT: applicant.name,
        _F.APPLICANT_KIND: label(applicant.kind) if applicant.kind else "",
        _F.IDENTITY_KIND: label(applicant.identity_kind) if number else "",
        _F.IDENTITY_NUMBER: number,
        _F.LEGAL_REPRESENTATIVE: applicant.legal_representative,
        _F.CONTACT_PERSON: applicant.contact_person,
        _F.AGENT_NAME: applicant.agent_name,
        _F.PHONE: applicant.phone,
        _F.EMAIL: applicant.email,
        _F.ADDRESS: applicant.address,
        _F.POSTCODE: applicant.postcode,
        _F.RARE_CHARACTERS: applicant.rare_characters,
    }


def _of_events(events: tuple[RequestEvent, ...]) -> dict[LedgerField, Value]:
    """The last clarification and the last extension that count."""
    last = {event.kind: event for event in counting(events)}
    extended = last.get(EventKind.EXTENDED)
    asked = last.get(EventKind.CLARIFICATION_REQUESTED)
    got = last.get(EventKind.CLARIFICATION_RECEIVED)
    return {
        _F.CLARIFICATION_REQUESTED: asked.date if asked else None,
        _F.CLARIFICATION_RECEIVED: got.date if got else None,
        _F.EXTENDED_ON: extended.date if extended else None,
        _F.EXTENSION_DAYS: int(extended.argument) if extended else None,
    }


def _of_answer(case: Case) -> dict[LedgerField, Value]:
    outcome = case.outcome
    return {
        _F.STATUS: label(case.status),
        _F.DUE: case.due,
        _F.REMAINING: None if case.closed else case.remaining,
        _F.CLOSED_ON: case.closed_on,
        _F.OUTCOME: outcome.label if outcome else "",
        _F.RESULT: case.result,
        _F.OUTCOME_REASON: case.request.outcome_reason,
        _F.REPLY_NUMBER: case.request.reply_number,
    }


def _of_service(service: Service | None) -> dict[LedgerField, Value]:
    if service is None:
        fields = (_F.SERVICE_WAY, _F.SIGNED_BY, _F.MAIL_NUMBER)
        empty: dict[LedgerField, Value] = dict.fromkeys(fields, "")
        return {**empty, _F.POSTED_ON: None, _F.SIGNED_ON: None, _F.SERVED_ON: None}
    return {
        _F.SERVICE_WAY: label(service.way),
        _F.POSTED_ON: service.posted_on,
        _F.SIGNED_ON: service.signed_on,
        _F.SERVED_ON: service.counts_on,
        _F.SIGNED_BY: service.signed_by,
        _F.MAIL_NUMBER: service.mail_number,
    }
