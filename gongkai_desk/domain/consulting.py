"""The consultations of a case side by side: who was asked, until when, with what answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case_file import ConsultedParty, Opinion, PartyKind
from gongkai_desk.domain.clock_period import Consultation
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import EventKind, RequestEvent
from gongkai_desk.domain.request_steps import counting


@dataclass(frozen=True, slots=True, kw_only=True)
class Consulting:
    """One consultation as it stands on a day. `party` is None for one that was recorded without
    saying who was asked; `left` are the working days the party still has, negative after them,
    None once it has answered.
    """

    name: str
    party: ConsultedParty | None
    sent: dt.date
    delivered: dt.date | None
    answered: dt.date | None
    limit: dt.date
    left: int | None
    as_of: dt.date

    @property
    def id(self) -> str:
        return self.name

    @property
    def opinion(self) -> Opinion:
        return self.party.opinion if self.party else Opinion.PENDING

    @property
    def kind(self) -> PartyKind | None:
        return self.party.kind if self.party else None

    @property
    def silent(self) -> bool:
        """Whether the 15 working days are over and nothing came in, noted as such or not."""
        return self.answered is None and self.limit < self.as_of

    @property
    def waits(self) -> bool:
        """Whether the answer may still come in time."""
        return self.answered is None and not self.silent

    @property
    def consents(self) -> bool:
        """Whether the information may be disclosed as far as this party is concerned: it agrees, or
        is a joint maker that kept silent (第三十四条: 逾期视为同意公开).
        """
        if self.opinion is Opinion.AGREE:
            return True
        return self.kind is PartyKind.JOINT_MAKER and self.opinion is Opinion.SILENT

    @property
    def objects(self) -> bool:
        """Whether a third party refuses and nothing outweighs it (第三十二条)."""
        party = self.party
        return (
            party is not None
            and party.kind is PartyKind.THIRD_PARTY
            and party.opinion in (Opinion.REFUSE, Opinion.PARTLY)
            and not party.override_reason.strip()
        )

    @property
    def overrules(self) -> bool:
        """Whether it was decided to disclose against the third party for the public interest."""
        return self.party is not None and bool(self.party.override_reason.strip())


def consultings(
    events: Iterable[RequestEvent],
    parties: Iterable[ConsultedParty],
    calendar: WorkCalendar,
    as_of: dt.date,
) -> tuple[Consulting, ...]:
    """Every consultation that was sent and not voided, in the order of sending."""
    known = {party.name: party for party in parties}
    sent: dict[str, Consultation] = {}
    for event in counting(events):
        match event.kind:
            case EventKind.CONSULTATION_SENT:
                sent[event.argument] = Consultation(name=event.argument, sent=event.date)
            case EventKind.CONSULTATION_DELIVERED | EventKind.CONSULTATION_ANSWERED:
                before = sent.get(event.argument)
                if before is not None:
                    sent[event.argument] = _with(before, event)
    return tuple(_shown(one, known.get(one.name), calendar, as_of) for one in sent.values())


def _with(before: Consultation, event: RequestEvent) -> Consultation:
    answered = event.kind is EventKind.CONSULTATION_ANSWERED
    return Consultation(
        name=before.name,
        sent=before.sent,
        delivered=before.delivered if answered else event.date,
        answered=event.date if answered else before.answered,
    )


def _shown(
    one: Consultation, party: ConsultedParty | None, calendar: WorkCalendar, as_of: dt.date
) -> Consulting:
    limit = one.limit(calendar)
    return Consulting(
        name=one.name,
        party=party,
        sent=one.sent,
        delivered=one.delivered,
        answered=one.answered,
        limit=limit,
        left=None if one.answered is not None else calendar.count(as_of, limit),
        as_of=as_of,
    )


def duties(one: Consulting, *, told: bool) -> list[Problem]:
    """What must still be done about a party, as warnings; `told` whether the third party was told
    in writing of a decision against it.
    """
    codes: list[str] = []
    if one.party is None:
        codes.append("consultation-without-party")
    elif one.silent and one.opinion is Opinion.PENDING:
        codes.append(f"proposal-{one.party.kind.value}_silent")
    elif one.waits and one.delivered is None:
        codes.append("delivery-not-recorded")
    if one.objects:
        codes.append("third-party-objects")
    if one.overrules and not told:
        codes.append("third-party-to-be-told")
    values = {
        "name": one.name,
        "party": one.party.party if one.party else one.name,
        "limit": one.limit,
    }
    return [Problem(code, values=values, severity=Severity.WARNING) for code in codes]


def check_party(party: ConsultedParty) -> list[Problem]:
    """What is missing before a letter can go out to this party."""
    return [] if party.party.strip() else [Problem("consulted-party-missing", "party.party")]


def check_silence(one: Consulting) -> list[Problem]:
    """Why it cannot be noted that this party kept silent."""
    values = {"name": one.name, "limit": one.limit}
    if one.answered is not None:
        return [Problem("silence-after-answer", values={**values, "date": one.answered})]
    if not one.silent:
        return [Problem("silence-too-early", values=values)]
    if one.party is None:
        return [Problem("silence-without-party", values=values)]
    if one.party.opinion is not Opinion.PENDING:
        return [Problem("silence-noted-already", values=values)]
    return []


def check_override(one: Consulting, reason: str) -> list[Problem]:
    """Why the agency cannot decide for the public interest against this party."""
    if one.kind is not PartyKind.THIRD_PARTY:
        return [Problem("override-no-third-party", values={"name": one.name})]
    if one.opinion not in (Opinion.REFUSE, Opinion.PARTLY):
        return [Problem("override-without-refusal", values={"name": one.name})]
    return [] if reason.strip() else [Problem("public-interest-reason-missing", "override_reason")]
