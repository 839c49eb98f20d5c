"""Ending a case, and taking it up again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import SearchRecord
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.closing import (
    Closing,
    check_closing,
    check_grounds,
    closing_event,
    closing_kind,
)
from gongkai_desk.domain.problems import Problem, refuse, refuse_all
from gongkai_desk.domain.request import Ending, Request, RequestEvent, RequestPart, Service
from gongkai_desk.domain.request_steps import closing_event_of, first_ending_of
from gongkai_desk.services.attaching import read_attachment
from gongkai_desk.services.consultations import Consultations
from gongkai_desk.services.fees import Fees
from gongkai_desk.services.outcomes import outcomes_for


class Endings(Consultations, Fees):
    """How a case ends."""

    def check_closing(self, request_id: str, closing: Closing, on: dt.date) -> list[Problem]:
        """What stands in the way of this closing, and what the file will lack."""
        return self._closing_problems(self.get(request_id, on), closing, on)

    def _closing_problems(self, case: Case, closing: Closing, on: dt.date) -> list[Problem]:
        request_id, known = case.request.id, outcomes_for(case.request.matter)
        problems = check_closing(case.request, case.events, closing, known, on)
        if not closing.outcome:
            return problems
        if closing.day is not None and closing.outcome in known:
            kind = closing_kind(known[closing.outcome], closing)
            problems += self.check_lapse(request_id, kind, closing.day)
        searched = bool(self._database.read(SearchRecord, request_id=request_id))
        consulted = self.consultings(case, on)
        return [*problems, *check_grounds(closing, known, consulted, searched=searched)]

    def close(
        self,
        request_id: str,
        *,
        outcome: str,
        on: dt.date,
        reason: str = "",
        reply_number: str = "",
        service: Service | None = None,
        dated: dt.date | None = None,
        note: str = "",
        withheld_ground: str = "",
        parts: Sequence[RequestPart] = (),
    ) -> Changes:
        """End a case. The day of the service counts; without one `dated`, else `on`."""
        closing = Closing(
            outcome=outcome,
            reason=reason,
            reply_number=reply_number,
            service=service,
            dated=dated or on,
            note=note,
            withheld_ground=withheld_ground,
            parts=tuple(parts),
        )
        return self.close_as(request_id, closing, on=on)

    def close_as(
        self,
        request_id: str,
        closing: Closing,
        *,
        on: dt.date,
        files: Sequence[Path] = (),
        actor: str = "",
    ) -> Changes:
        """End a case as filled in; `files` (letter, proof of service) go to its last step."""
        refuse_all(self.check_closing(request_id, closing, on))
        request = self._database.get(Request, request_id)
        event = _ending_event(request, closing, actor)
        attachments = [read_attachment(event.id, path, on) for path in files]
        with self._database.write("close-request") as work:
            work.put(event)
            work.put(_ended(request, closing))
            for attachment, data in attachments:
                work.attach(attachment, data)
        return work.changes

    def before_ending(self, request_id: str, on: dt.date) -> Case:
        """The case as if the step that ended it had not been recorded."""
        case = self.get(request_id, on)
        ending = closing_event_of(case.events)
        return replace(case, events=tuple(one for one in case.events if one is not ending))

    def check_correction(
        self, request_id: str, closing: Closing, because: str, on: dt.date
    ) -> list[Problem]:
        """What stands in the way of this ending in place of the recorded one."""
        reason = () if because.strip() else (Problem("reason-missing", "because"),)
        case = self.before_ending(request_id, on)
        return [*reason, *self._closing_problems(case, closing, on)]

    def correct_ending(
        self,
        request_id: str,
        closing: Closing,
        *,
        on: dt.date,
        because: str,
        files: Sequence[Path] = (),
        actor: str = "",
    ) -> Changes:
        """End a closed case otherwise than recorded, in one write: outcome, reply, service and day
        are `closing`; the timeline keeps the former ending, voided with the reason `because`.
        """
        request = self._database.get(Request, request_id)
        ending = closing_event_of(self.events(request_id))
        if ending is None:
            raise refuse("case-not-closed", number=request.number)
        refuse_all(self.check_correction(request_id, closing, because, on))
        event = replace(_ending_event(request, closing, actor), id=ending.id)
        attachments = [read_attachment(event.id, path, on) for path in files]
        with self._database.write("correct-ending") as work:
            work.put(_former(ending, on, because))
            work.put(event)
            work.put(_ended(request, closing))
            for attachment, data in attachments:
                work.attach(attachment, data)
        return work.changes

    def check_first_answer(self, request_id: str, outcome: str, because: str) -> list[Problem]:
        """What stands in the way of this outcome of the answer before the re-decision."""
        request = self._database.get(Request, request_id)
        problems = [] if because.strip() else [Problem("reason-missing", "because")]
        if outcome not in outcomes_for(request.matter):
            problems.append(Problem("outcome-missing", "outcome", {"outcome": outcome}))
        if not request.endings:
            problems.append(Problem("redecision-missing", "outcome", {"number": request.number}))
        return problems

    def correct_first_answer(
        self, request_id: str, outcome: str, *, on: dt.date, because: str
    ) -> Changes:
        """Put right what the first answer of a re-decided case is counted as; its day stays. The
        timeline keeps the former ending, voided with the reason `because`.
        """
        refuse_all(self.check_first_answer(request_id, outcome, because))
        request = self._database.get(Request, request_id)
        ended = first_ending_of(self.events(request_id))
        assert ended is not None, "a re-decision follows an ending"
        first, *later = request.endings
        closing = Closing(outcome=outcome, service=first.service)
        kind = closing_kind(outcomes_for(request.matter)[outcome], closing)
        right = replace(request, endings=(replace(first, outcome=outcome), *later))
        with self._database.write("correct-ending") as work:
            work.put(_former(ended, on, because))
            work.put(replace(ended, kind=kind))
            work.put(right)
        return work.changes

    def reopen(self, request_id: str, on: dt.date, because: str) -> Changes:
        """Take a case up again: the closing event is voided, the outcome cleared; the journal and
        the timeline keep both.
        """
        request = self._database.get(Request, request_id)
        ending = closing_event_of(self.events(request_id))
        if ending is None and not request.outcome:
            raise refuse("case-not-closed", number=request.number)
        if not because.strip():
            raise refuse("reason-missing", "voided_because")
        with self._database.write("reopen-request") as work:
            if ending is not None:
                work.put(replace(ending, voided_on=on, voided_because=because.strip()))
            work.put(_without_ending(request))
        return work.changes

    def taken_up_again(self, request: Request) -> Request:
        """The request with its ending put away and room for another one (重新答复)."""
        ended = closing_event_of(self.events(request.id))
        assert ended is not None, "a re-decision needs an ending"
        ending = Ending(
            closed_on=ended.date,
            outcome=request.outcome,
            reason=request.outcome_reason,
            reply_number=request.reply_number,
            service=request.service,
            withheld_ground=request.withheld_ground,
            parts=request.parts,
        )
        return replace(_without_ending(request), endings=(*request.endings, ending))


def _ending_event(request: Request, closing: Closing, actor: str) -> RequestEvent:
    assert closing.day is not None, "checked before"
    outcome = outcomes_for(request.matter)[closing.outcome]
    return replace(closing_event(request, closing, outcome, closing.day), actor=actor)


def _former(ending: RequestEvent, on: dt.date, because: str) -> RequestEvent:
    """How a case ended before it was corrected, for the timeline. It is the one with a new id: the
    files of the ending stay with what counts.
    """
    return replace(ending, id=new_id(), voided_on=on, voided_because=because.strip())


def _ended(request: Request, closing: Closing) -> Request:
    return replace(
        request,
        outcome=closing.outcome,
        outcome_reason=closing.reason.strip(),
        reply_number=closing.reply_number.strip(),
        service=closing.service,
        withheld_ground=closing.withheld_ground,
        parts=closing.parts or request.parts,
    )


def _without_ending(request: Request) -> Request:
    """The request open again, and out of the archive, where only its number is kept for it. The
    texts of contents handled apart stay, their answers go.
    """
    return replace(
        request,
        outcome="",
        outcome_reason="",
        reply_number="",
        service=None,
        withheld_ground="",
        merged_into="",
        archived_on=None,
        parts=tuple(replace(part, outcome="", reason="") for part in request.parts),
    )


def ended_as_before(request: Request, merged_into: str) -> Request:
    """The request with its last ending put back: the re-decision was entered by mistake."""
    *earlier, last = request.endings
    return replace(
        request,
        endings=tuple(earlier),
        outcome=last.outcome,
        outcome_reason=last.reason,
        reply_number=last.reply_number,
        service=last.service,
        withheld_ground=last.withheld_ground,
        parts=last.parts,
        merged_into=merged_into,
    )
