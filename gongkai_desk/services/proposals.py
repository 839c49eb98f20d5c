"""What lapsed and waits for the officer's word: proposed, listed, carried out when agreed to.

Nothing here happens by itself. `close_lapsed` and `note_silences` look again at what holds on the
day and refuse the whole write when one of the chosen no longer does.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from gongkai_desk.domain.case_file import ConsultedParty, FeeNotice, Opinion
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.outcome import FORCED
from gongkai_desk.domain.problems import Problem, refuse_all
from gongkai_desk.domain.proposals import LAPSES, Proposal, ProposalKind, proposals_of
from gongkai_desk.domain.request import EventKind, Request, RequestEvent
from gongkai_desk.i18n import _
from gongkai_desk.services.register import RegisterService
from gongkai_desk.storage.database import Database

_MAY_LAPSE = (
    EventKind.CLARIFICATION_REQUESTED,
    EventKind.CONSULTATION_SENT,
    EventKind.FEE_NOTICED,
)


class ProposalService:
    """Reads the register for what lapsed."""

    def __init__(self, database: Database, register: RegisterService) -> None:
        self._database, self._register = database, register

    def proposals(self, as_of: dt.date) -> list[Proposal]:
        """Everything that lapsed before `as_of`, the longest ago first."""
        parties, notices = self._parties(), self._notices()
        concerned = dict.fromkeys(
            event.request_id
            for event in self._database.read(RequestEvent)
            if event.kind in _MAY_LAPSE and event.counts and event.date < as_of
        )
        found = [
            proposal
            for request_id in concerned
            if not self._database.get(Request, request_id).outcome
            for proposal in proposals_of(
                self._register.get(request_id, as_of),
                parties[request_id],
                notices[request_id],
                as_of,
            )
        ]
        return sorted(found, key=lambda each: (each.limit, each.number, each.name))

    def _parties(self) -> dict[str, list[ConsultedParty]]:
        parties: dict[str, list[ConsultedParty]] = defaultdict(list)
        for party in self._database.read(ConsultedParty):
            parties[party.request_id].append(party)
        return parties

    def _notices(self) -> dict[str, list[FeeNotice]]:
        notices: dict[str, list[FeeNotice]] = defaultdict(list)
        for notice in self._database.read(FeeNotice):
            notices[notice.request_id].append(notice)
        return notices

    def close_lapsed(self, ids: Sequence[str], on: dt.date, actor: str = "") -> Changes:
        """Close the cases of these proposals as lapsed on the day `on`, all in one write."""
        chosen = self._chosen(ids, on)
        refuse_all(
            Problem("proposal-closes-nothing", values={"number": each.number})
            for each in chosen
            if not each.kind.closes
        )
        events = [_lapse(each, on, actor) for each in chosen]
        refuse_all(p for event in events for p in self._register.check_event(event, on))
        with self._database.write("close-lapsed") as work:
            for event in events:
                request = self._database.get(Request, event.request_id)
                reason = request.outcome_reason or event.note
                work.put(event)
                work.put(replace(request, outcome=FORCED[event.kind], outcome_reason=reason))
        return work.changes

    def note_silences(self, ids: Sequence[str], on: dt.date) -> Changes:
        """Note for these proposals that the parties kept silent, all in one write."""
        chosen = self._chosen(ids, on)
        refuse_all(
            Problem("silence-without-party", values={"name": each.name, "limit": each.limit})
            for each in chosen
            if not each.kind.settles
        )
        with self._database.write("note-silence") as work:
            for each in chosen:
                of_case = self._database.read(
                    ConsultedParty, request_id=each.request_id, name=each.name
                )
                for party in of_case:
                    work.put(replace(party, opinion=Opinion.SILENT))
        return work.changes

    def _chosen(self, ids: Sequence[str], on: dt.date) -> list[Proposal]:
        known = {each.id: each for each in self.proposals(on)}
        refuse_all(Problem("proposal-gone") for each in ids if each not in known)
        return [known[each] for each in dict.fromkeys(ids)]


def _lapse(proposal: Proposal, on: dt.date, actor: str) -> RequestEvent:
    if proposal.kind is ProposalKind.NOT_CLARIFIED:
        words = _("The time given for the clarification ended on {date}; nothing came in.")
    else:
        words = _("The time to pay the fee ended on {date}; it was not paid.")
    return RequestEvent(
        id=new_id(),
        request_id=proposal.request_id,
        date=on,
        kind=LAPSES[proposal.kind],
        note=words.format(date=proposal.limit),
        actor=actor,
    )
