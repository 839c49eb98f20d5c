"""The procedure of a case: recording its steps, ending it, taking an ending or a step back.

`on` is always the day on which the officer does it: nothing can be entered that lies after it.
Every method that writes makes one write, and refuses with `DomainError` before it writes anything.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai_desk.domain.case import Case, Group, Query
from gongkai_desk.domain.case_file import ConsultedParty, FeeNotice, Opinion
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.consulting import (
    check_party,
)
from gongkai_desk.domain.fee_notice import check_notice, check_payment
from gongkai_desk.domain.outcome import FORCED
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import Problem, refuse, refuse_all
from gongkai_desk.domain.request import (
    EventKind,
    Request,
    RequestEvent,
)
from gongkai_desk.domain.request_steps import (
    check_event,
    check_void,
    closing_event_of,
    remarks,
)
from gongkai_desk.services.attaching import read_attachment
from gongkai_desk.services.endings import Endings, ended_as_before
from gongkai_desk.storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEntry:
    """A step with what belongs to it, recorded in one write.

    `party` goes with CONSULTATION_SENT (who is asked) and CONSULTATION_ANSWERED (its opinion),
    `fee` with FEE_NOTICED (what is asked for) and FEE_PAID (what was paid); `files` are attached
    to the event.
    """

    event: RequestEvent
    party: ConsultedParty | None = None
    fee: FeeNotice | None = None
    files: tuple[Path, ...] = ()


class Procedure(Endings):
    """The writing half of the register, as far as the course of a case is concerned."""

    def check_event(self, event: RequestEvent, on: dt.date) -> list[Problem]:
        """Why `event` cannot be recorded on the day `on`; empty when it can."""
        request = self._database.get(Request, event.request_id)
        if event.kind is EventKind.REPLIED:
            return [Problem("reply-by-closing", "kind")]
        problems = check_event(request, self.events(request.id), event, on)
        if event.kind is EventKind.MERGED and not problems:
            problems += self._merge_problems(event)
        return problems

    def check_entry(self, entry: StepEntry, on: dt.date) -> list[Problem]:
        """Why a step cannot be recorded as filled in, and, as warnings, what it leaves unsaid."""
        event = entry.event
        problems = self.check_event(event, on)
        if entry.party is not None:
            problems += check_party(entry.party)
        if entry.fee is not None and event.kind is EventKind.FEE_NOTICED:
            problems += check_notice(entry.fee, event.date, on)
        elif entry.fee is not None:
            problems += check_payment(entry.fee)
        return [
            *problems,
            *remarks(event),
            *self.check_lapse(event.request_id, event.kind, event.date),
        ]

    def record(
        self,
        event: RequestEvent,
        *,
        on: dt.date,
        party: ConsultedParty | None = None,
        fee: FeeNotice | None = None,
        files: Sequence[Path] = (),
    ) -> Changes:
        """Record what happened, with the party, the fee and the files that belong to it.

        A lapse, a withdrawal or a merger closes the case with the outcome it forces; a reply is
        recorded by `close`, which asks for the outcome.
        """
        entry = StepEntry(event=event, party=party, fee=fee, files=tuple(files))
        refuse_all(self.check_entry(entry, on))
        request = self._after(event)
        attachments = [read_attachment(event.id, path, on) for path in files]
        with self._database.write(f"record-{event.kind.value}") as work:
            work.put(event)
            work.put(request)
            for record in (party, fee):
                if record is not None:
                    work.put(record)
            for attachment, data in attachments:
                work.attach(attachment, data)
        return work.changes

    def recorded(self, event: RequestEvent, *, on: dt.date) -> tuple[RequestEvent, Request]:
        """What `record` would store, refused like it: for a write that holds more than that."""
        refuse_all(self.check_event(event, on))
        return event, self._after(event)

    def _after(self, event: RequestEvent) -> Request:
        """The request as `event` leaves it."""
        request = self._database.get(Request, event.request_id)
        if event.kind in FORCED:
            reason = request.outcome_reason or event.note
            request = replace(request, outcome=FORCED[event.kind], outcome_reason=reason)
        if event.kind is EventKind.MERGED:
            return replace(request, merged_into=self._by_number(event.argument).id)
        if event.kind is EventKind.REDECISION_ORDERED:
            return self.taken_up_again(request)
        return request

    def attach(self, event_id: str, files: Sequence[Path], on: dt.date) -> Changes:
        """Add documents to a step that is recorded."""
        event = self._database.get(RequestEvent, event_id)
        attachments = [read_attachment(event.id, path, on) for path in files]
        with self._database.write("attach-file") as work:
            for attachment, data in attachments:
                work.attach(attachment, data)
        return work.changes

    def documents(self, event_id: str) -> list[Attachment]:
        """The files attached to a step, in the order in which they were added."""
        return self._database.read(Attachment, owner_id=event_id)

    def content(self, attachment_id: str) -> bytes:
        """The bytes of a document; raises RecordMissing."""
        return self._database.content(attachment_id)

    def void(self, event_id: str, on: dt.date, because: str) -> Changes:
        """Take a mistaken event out of the count; it stays in the timeline with the reason. What
        was noted with it (the party asked, its opinion, the fee, the payment) goes with it.
        """
        event = self._database.get(RequestEvent, event_id)
        refuse_all(check_void(self.events(event.request_id), event, on, because))
        with self._database.write("void-event") as work:
            work.put(replace(event, voided_on=on, voided_because=because.strip()))
            if event.kind is EventKind.REDECISION_ORDERED:
                work.put(self._as_before(event))
            self._unsay(work, event)
        return work.changes

    def _as_before(self, redecision: RequestEvent) -> Request:
        events = [one for one in self.events(redecision.request_id) if one.id != redecision.id]
        ended = closing_event_of(events)
        merged = ended is not None and ended.kind is EventKind.MERGED
        lead = self._by_number(ended.argument).id if ended is not None and merged else ""
        return ended_as_before(self._database.get(Request, redecision.request_id), lead)

    def _unsay(self, work: Work, event: RequestEvent) -> None:
        match event.kind:
            case EventKind.CONSULTATION_SENT:
                for party in self._parties(event.request_id, event.argument):
                    work.remove(party)
            case EventKind.CONSULTATION_ANSWERED:
                for party in self._parties(event.request_id, event.argument):
                    work.put(
                        replace(
                            party, opinion=Opinion.PENDING, opinion_reason="", override_reason=""
                        )
                    )
            case EventKind.FEE_NOTICED:
                for notice in self._database.read(FeeNotice, event_id=event.id):
                    work.remove(notice)
            case EventKind.FEE_PAID:
                paid = self.fee_notice(event.request_id, before=event)
                if paid is not None:
                    work.put(replace(paid, paid_amount=None, receipt_number=""))

    # mergers

    def leads(self, request: Request, as_of: dt.date) -> list[Case]:
        """The open cases that `request` may be merged into, in the order of their entry."""
        cases = self.rows(Query(group=Group.OPEN), as_of)
        return [
            case
            for case in cases
            if case.request.id != request.id and case.request.matter is request.matter
        ]

    def merged_into(self, request_id: str) -> list[Request]:
        """The requests that this one carries on."""
        return self._database.read(Request, merged_into=request_id)

    def _by_number(self, number: str) -> Request:
        found = self._database.read(Request, number=number.strip())
        if not found:
            raise refuse("merge-unknown", "argument", number=number)
        return found[0]

    def _merge_problems(self, event: RequestEvent) -> list[Problem]:
        found = self._database.read(Request, number=event.argument.strip())
        values: dict[str, object] = {"number": event.argument.strip()}
        if not found:
            return [Problem("merge-unknown", "argument", values)]
        if found[0].id == event.request_id:
            return [Problem("merge-into-itself", "argument", values)]
        if found[0].matter is not self._database.get(Request, event.request_id).matter:
            return [Problem("merge-of-other-matter", "argument", values)]
        if closing_event_of(self.events(found[0].id)):
            return [Problem("merge-into-closed", "argument", values)]
        return []
