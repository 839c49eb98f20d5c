"""Gathers what a letter may draw on: the case, its office, and what its case file holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import (
    ConsultedParty,
    Dispute,
    Errand,
    ErrandKind,
    FeeNotice,
    SearchRecord,
)
from gongkai_desk.domain.letter import Letter
from gongkai_desk.domain.letter_facts import LetterFacts
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.register_settings import RegisterSettings
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.services.case_view import CaseView
from gongkai_desk.services.office import OFFICE_ID
from gongkai_desk.services.outcomes import outcomes
from gongkai_desk.services.register_settings import SETTINGS_ID
from gongkai_desk.storage.database import Database

GROUND, ATTACHMENTS, EARLIER = "不予公开部分的办理结果", "附件", "原申请登记编号"
"""Values of a letter that are no field of its text: an outcome code, names one a line, a number."""

K = TypeVar("K", Errand, Dispute, FeeNotice)


def facts_of(database: Database, register: CaseView, letter: Letter, today: dt.date) -> LetterFacts:
    """Everything `letter` may draw on, as it stands today."""
    case = _with_ground(register.get(letter.request_id, today), letter.values.get(GROUND, ""))
    event = _event(case, letter.event_id)
    return LetterFacts(
        office=database.get(Office, OFFICE_ID),
        case=case,
        today=today,
        outcomes=outcomes(),
        settings=database.find(RegisterSettings, SETTINGS_ID) or RegisterSettings(),
        event=event,
        party=_party(database, letter, event),
        fee=_fee(database, letter),
        searches=tuple(database.read(SearchRecord, request_id=letter.request_id)),
        errand=_last(
            one
            for one in database.read(Errand, request_id=letter.request_id)
            if one.kind is ErrandKind.ASSISTANCE
        ),
        dispute=_last(iter(database.read(Dispute, request_id=letter.request_id))),
        earlier=_numbered(database, register, letter.values.get(EARLIER, ""), today),
        target=_target(register, case.request, today),
    )


def _with_ground(case: Case, ground: str) -> Case:
    """The case as if the ground chosen in the letter had been recorded."""
    if not ground or case.request.withheld_ground == ground:
        return case
    return replace(case, request=replace(case.request, withheld_ground=ground))


def _event(case: Case, event_id: str) -> RequestEvent | None:
    return next((one for one in case.events if one.id == event_id), None)


def _party(database: Database, letter: Letter, event: RequestEvent | None) -> ConsultedParty | None:
    consulted = event.argument if event and event.kind.value.startswith("consultation_") else ""
    name = letter.party_name or consulted
    every = database.read(ConsultedParty, request_id=letter.request_id)
    return next((one for one in every if one.name == name), None)


def _fee(database: Database, letter: Letter) -> FeeNotice | None:
    every = database.read(FeeNotice, request_id=letter.request_id)
    mine = [one for one in every if letter.event_id and one.event_id == letter.event_id]
    return _last(iter(mine or every))


def _last(every: Iterator[K]) -> K | None:
    found = list(every)
    return found[-1] if found else None


def _numbered(database: Database, register: CaseView, number: str, today: dt.date) -> Case | None:
    found = database.read(Request, number=number.strip()) if number.strip() else []
    return register.get(found[0].id, today) if found else None


def _target(register: CaseView, request: Request, today: dt.date) -> Case | None:
    return register.get(request.merged_into, today) if request.merged_into else None
