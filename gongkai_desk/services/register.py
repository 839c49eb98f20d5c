"""The register of disclosure requests: entering, recording, closing, correcting (第四十五条).

`on` is always the day on which the officer does it: nothing can be entered that lies after it.
Every method that writes makes one write, and refuses with `DomainError` before it writes anything.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.case import Query
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.closing import Closing, check_closing, closing_event
from gongkai_desk.domain.outcome import FORCED
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import Problem, refuse, refuse_all
from gongkai_desk.domain.request import Ending, EventKind, Request, RequestEvent, Service
from gongkai_desk.domain.request_steps import check_event, check_void, closing_event_of
from gongkai_desk.services.attaching import attachment_of
from gongkai_desk.services.case_view import CaseView
from gongkai_desk.services.outcomes import outcomes
from gongkai_desk.storage.database import Work

_DIGITS = 3
"""2026-001: places of the running number; a busier year simply takes more."""


class RegisterService(CaseView):
    """What can be done with requests; `CaseView` is what can be asked."""

    def next_number(self, year: int) -> str:
        """The first free number after the highest of `year`: 2026-001, 2026-002 …"""
        pattern = re.compile(rf"{year}-([0-9]+)")
        numbers = self._database.columns(Request, "number")
        every = (pattern.fullmatch(str(number)) for number, _place in numbers)
        last = max((int(match[1]) for match in every if match), default=0)
        return f"{year}-{last + 1:0{_DIGITS}}"

    def add(self, request: Request, *, on: dt.date, files: Sequence[Path] = ()) -> Changes:
        """Enter a new request with copies of `files`; an empty number is given the next free one
        of its year. Errors as for reading a file.
        """
        day = request.received or request.arrived or request.submitted or on
        number = request.number.strip() or self.next_number(day.year)
        fresh = replace(request, number=number)
        refuse_all(self.check(fresh, on))
        copies = [attachment_of(request.id, path, on) for path in files]
        with self._database.write("add-request") as work:
            work.put(fresh)
            _attach(work, copies)
        return work.changes

    def save(
        self,
        request: Request,
        *,
        on: dt.date,
        files: Sequence[Path] = (),
        without: Iterable[Attachment] = (),
    ) -> Changes:
        """Correct what is written about a request; its outcome changes by closing only. Copies of
        `files` are added to it, the attachments `without` are taken out.
        """
        before = self._database.get(Request, request.id)
        trimmed = replace(request, number=request.number.strip())
        refuse_all([*self.check(trimmed, on), *_by_saving(before, trimmed)])
        copies = [attachment_of(request.id, path, on) for path in files]
        with self._database.write("change-request") as work:
            work.put(trimmed)
            for attachment in without:
                work.remove(attachment)
            _attach(work, copies)
        return work.changes

    def confirm_receipt(
        self, request_id: str, *, received: dt.date, by: str, how: str, on: dt.date
    ) -> Changes:
        """Record that we and the applicant confirmed the receipt: the clock starts that day."""
        request = self._database.get(Request, request_id)
        confirmed = replace(request, received=received, confirmed_by=by, confirmed_how=how)
        missing = [
            Problem("confirmation-incomplete", field)
            for field, text in (("confirmed_by", by), ("confirmed_how", how))
            if not text.strip()
        ]
        refuse_all([*missing, *self.check(confirmed, on)])
        with self._database.write("confirm-receipt") as work:
            work.put(confirmed)
        return work.changes

    def check_event(self, event: RequestEvent, on: dt.date) -> list[Problem]:
        """Why `event` cannot be recorded on the day `on`; empty when it can."""
        request = self._database.get(Request, event.request_id)
        if event.kind is EventKind.REPLIED:
            return [Problem("reply-by-closing", "kind")]
        return check_event(request, self.events(request.id), event, on)

    def record(self, event: RequestEvent, *, on: dt.date) -> Changes:
        """Record what happened. A lapse or a withdrawal closes the case with the outcome it
        forces; a reply is recorded by `close`, which asks for the outcome.
        """
        refuse_all(self.check_event(event, on))
        request = self._database.get(Request, event.request_id)
        if event.kind in FORCED:
            reason = request.outcome_reason or event.note
            request = replace(request, outcome=FORCED[event.kind], outcome_reason=reason)
        elif event.kind is EventKind.REDECISION_ORDERED:
            request = self._taken_up_again(request)
        with self._database.write(f"record-{event.kind.value}") as work:
            work.put(event)
            work.put(request)
        return work.changes

    def void(self, event_id: str, on: dt.date, because: str) -> Changes:
        """Take a mistaken event out of the count; it stays in the timeline with the reason."""
        event = self._database.get(RequestEvent, event_id)
        refuse_all(check_void(self.events(event.request_id), event, on, because))
        with self._database.write("void-event") as work:
            work.put(replace(event, voided_on=on, voided_because=because.strip()))
            if event.kind is EventKind.REDECISION_ORDERED:
                work.put(_ended_as_before(self._database.get(Request, event.request_id)))
        return work.changes

    def check_closing(self, request_id: str, closing: Closing, on: dt.date) -> list[Problem]:
        """What stands in the way of this closing, and what the file will lack."""
        request = self._database.get(Request, request_id)
        outcome = outcomes().get(closing.outcome)
        return check_closing(request, self.events(request_id), closing, outcome, on)

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
    ) -> Changes:
        """End a case. The day of the service counts; without one `dated`, else `on`."""
        closing = Closing(
            outcome=outcome,
            reason=reason,
            reply_number=reply_number,
            service=service,
            dated=dated or on,
            note=note,
        )
        refuse_all(self.check_closing(request_id, closing, on))
        request = self._database.get(Request, request_id)
        assert closing.day is not None
        event = closing_event(request, closing, outcomes()[outcome], closing.day)
        closed = replace(
            request,
            outcome=outcome,
            outcome_reason=reason.strip(),
            reply_number=reply_number.strip(),
            service=service,
        )
        with self._database.write("close-request") as work:
            work.put(event)
            work.put(closed)
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
            work.put(replace(request, outcome="", outcome_reason="", reply_number="", service=None))
        return work.changes

    def _taken_up_again(self, request: Request) -> Request:
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
        return replace(
            request,
            endings=(*request.endings, ending),
            outcome="",
            outcome_reason="",
            reply_number="",
            service=None,
            withheld_ground="",
            parts=(),
        )

    def export(self, path: Path, query: Query, as_of: dt.date) -> int:
        """Write the ledger of the cases that meet `query` as xlsx; returns how many they are."""
        cases = self.rows(query, as_of)
        documents.register_xlsx.write_register(path, cases, as_of)
        return len(cases)


def _attach(work: Work, copies: Iterable[tuple[Attachment, bytes]]) -> None:
    for attachment, data in copies:
        work.attach(attachment, data)


def _ended_as_before(request: Request) -> Request:
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
    )


def _by_saving(before: Request, after: Request) -> Iterator[Problem]:
    """Only closing and reopening may decide how and when a case ended."""
    if not after.number:
        yield Problem("number-missing", "number")
    was = (before.outcome, before.service.counts_on if before.service else None)
    now = (after.outcome, after.service.counts_on if after.service else None)
    if was != now:
        yield Problem("outcome-by-closing", "outcome")
