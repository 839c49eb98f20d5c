"""What a letter may draw on: the case with everything of its file that can stand in a letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import ConsultedParty, Dispute, Errand, FeeNotice, SearchRecord
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.outcome import Outcome, Remedy
from gongkai_desk.domain.register_settings import RegisterSettings
from gongkai_desk.domain.request import Applicant, EventKind, Request, RequestEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """All a letter may draw on.

    `event` is the event the letter belongs to, recorded or about to be; `party` the consultation
    it is for, `fee` the fee notice, `errand` the help asked for, `earlier` the case answered
    before (重复申请), `target` the one that carries this one on (并案), `dispute` the one whose
    decision ordered a new answer. `outcomes` are all of resources/statutes/outcomes.toml by code.
    """

    office: Office
    case: Case
    today: dt.date
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    settings: RegisterSettings = field(default_factory=RegisterSettings)
    event: RequestEvent | None = None
    party: ConsultedParty | None = None
    fee: FeeNotice | None = None
    searches: tuple[SearchRecord, ...] = ()
    errand: Errand | None = None
    dispute: Dispute | None = None
    earlier: Case | None = None
    target: Case | None = None

    @property
    def request(self) -> Request:
        return self.case.request

    @property
    def applicant(self) -> Applicant:
        return self.case.request.applicant

    @property
    def events(self) -> tuple[RequestEvent, ...]:
        """The events that count by date, with the one about to be recorded."""
        known = [one for one in self.case.events if one.counts]
        if self.event is not None and all(one.id != self.event.id for one in known):
            known.append(self.event)
        return tuple(sorted(known, key=lambda one: one.date))

    @property
    def ground(self) -> Outcome | None:
        """The outcome behind the withheld part of 部分公开."""
        return self.outcomes.get(self.request.withheld_ground)

    def last(self, kind: EventKind) -> RequestEvent | None:
        """The latest event of a kind; of the party's consultation where there is a party."""
        name = self.party.name if self.party and kind.value.startswith("consultation_") else None
        found = [one for one in self.events if one.kind is kind and name in (None, one.argument)]
        return found[-1] if found else None


def ground_of(facts: LetterFacts) -> Remedy | None:
    """The remedy class of what a letter withholds, for `compose`; None while no ground is told.

    The strictest rules: one part withheld under 第十四 to 第十六条 asks for 复议前置.
    """
    grounds = [facts.outcomes.get(part.outcome) for part in facts.request.parts]
    classes = {one.remedy for one in (facts.ground, *grounds) if one is not None}
    if Remedy.RECONSIDERATION_FIRST in classes:
        return Remedy.RECONSIDERATION_FIRST
    return Remedy.EITHER if classes else None
