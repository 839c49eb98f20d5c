"""行政复议 and 行政诉讼 about requests: entered, answered, decided, counted, kept as precedents."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import Dispute, DisputeResult
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.dispute_checks import check_dispute
from gongkai_desk.domain.dispute_counts import CountedDisputes, count_disputes
from gongkai_desk.domain.disputes import (
    Deadline,
    applicant_limits,
    deadlines_of,
    next_deadline,
    running,
)
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import Problem, refuse, refuse_all
from gongkai_desk.domain.request import EventKind, Request, RequestEvent
from gongkai_desk.domain.request_steps import closing_event_of
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.outcomes import outcomes
from gongkai_desk.services.register import RegisterService
from gongkai_desk.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRow:
    """A dispute with its request and its deadlines, as lists show it."""

    dispute: Dispute
    request: Request
    deadlines: tuple[Deadline, ...]

    @property
    def id(self) -> str:
        return self.dispute.id

    @property
    def next(self) -> Deadline | None:
        """What we still have to do first."""
        return next_deadline(self.deadlines)

    @property
    def running(self) -> bool:
        return running(self.dispute, self.deadlines)


class DisputeService:
    """`on` is the day on which the officer does it; nothing that happened lies after it."""

    def __init__(
        self, database: Database, register: RegisterService, holidays: HolidayService
    ) -> None:
        self._database, self._register, self._holidays = database, register, holidays

    # asking

    def of(self, request_id: str) -> list[Dispute]:
        """The disputes of a request, in the order they were entered."""
        return self._database.read(Dispute, request_id=request_id)

    def get(self, dispute_id: str) -> Dispute:
        """One dispute; raises RecordMissing."""
        return self._database.get(Dispute, dispute_id)

    def deadlines(self, dispute: Dispute) -> tuple[Deadline, ...]:
        """All deadlines of `dispute`, kept or still a draft; ours first."""
        calendar = self._holidays.calendar()
        return deadlines_of(dispute, calendar, self._redecided_on(dispute))

    def limits(self, case: Case) -> tuple[Deadline, ...]:
        """How long the applicant may contest the latest answer of `case`; empty while open."""
        if case.closed_on is None:
            return ()
        return applicant_limits(case.closed_on, _remedy(case.request), self._holidays.calendar())

    def rows(self, *, only_running: bool = False) -> list[DisputeRow]:
        """Every dispute of the register, the most urgent first."""
        calendar = self._holidays.calendar()
        rows = []
        for dispute in self._database.read(Dispute):
            request = self._database.find(Request, dispute.request_id)
            if request is not None:  # asked one by one: they are few among many requests
                events = self._register.events(request.id)
                rows.append(_row(dispute, request, events, calendar))
        return sorted((row for row in rows if row.running or not only_running), key=_urgency)

    def library(self, text: str = "", tag: str = "") -> list[DisputeRow]:
        """The disputes taken into the case library, the latest first; `text` must stand in them
        somewhere, in any width or case, and `tag` be one of their tags.
        """
        wanted = _folded(text.strip())
        return sorted(
            (
                row
                for row in self.rows()
                if row.dispute.in_library
                and (not tag or tag in row.dispute.tags)
                and (not wanted or wanted in _searched(row))
            ),
            key=lambda row: row.dispute.received_on,
            reverse=True,
        )

    def library_tags(self) -> list[str]:
        """The tags used in the case library, by how often, then by name."""
        counts: dict[str, int] = defaultdict(int)
        for dispute in self._database.read(Dispute):
            for tag in dispute.tags if dispute.in_library else ():
                counts[tag] += 1
        return sorted(counts, key=lambda tag: (-counts[tag], tag))

    def counted(self, year: int) -> CountedDisputes:
        """Table 4 of the annual report of `year`, with the ids behind each number."""
        return count_disputes(self._database.read(Dispute), year)

    def check(self, dispute: Dispute, on: dt.date) -> list[Problem]:
        """Everything wrong (errors) or unusual (warnings) in `dispute` as it would be kept."""
        request = self._database.get(Request, dispute.request_id)
        return check_dispute(
            dispute,
            request=request,
            first_answer=self._first_answer(request),
            remedy=_remedy(request),
            others=self.of(request.id),
            calendar=self._holidays.calendar(),
            on=on,
        )

    # writing

    def add(self, dispute: Dispute, *, on: dt.date) -> Changes:
        """Enter a dispute."""
        return self._put("add-dispute", dispute, on)

    def save(self, dispute: Dispute, *, on: dt.date) -> Changes:
        """Correct a dispute, or write down what became of it."""
        self._database.get(Dispute, dispute.id)
        return self._put("save-dispute", dispute, on)

    def remove(self, dispute_id: str) -> Changes:
        """Take out a dispute entered by mistake, with its attachments; refused while a suit
        names it as the reconsideration it follows.
        """
        dispute = self._database.get(Dispute, dispute_id)
        follower = next(
            (one for one in self.of(dispute.request_id) if one.after_id == dispute.id), None
        )
        if follower is not None:
            raise refuse("dispute-is-followed", number=follower.case_number or follower.authority)
        with self._database.write("remove-dispute") as work:
            for attachment in self._database.read(Attachment, owner_id=dispute.id):
                work.remove(attachment)
            work.remove(dispute)
        return work.changes

    def check_redecision(self, dispute: Dispute, began: dt.date, on: dt.date) -> list[Problem]:
        """Why the new answer that `dispute` orders cannot be recorded as begun on `began`."""
        if dispute.result is not DisputeResult.CORRECTED or dispute.decided_on is None:
            return [Problem("dispute-not-corrected", "result")]
        if began < dispute.decided_on:
            values = {"date": began, "decided": dispute.decided_on}
            return [Problem("dispute-redecision-too-early", "date", values)]
        if closing_event_of(self._register.events(dispute.request_id)) is None:
            request = self._database.get(Request, dispute.request_id)
            return [Problem("dispute-case-open", "", {"number": request.number})]
        return self._register.check_event(_redecision(dispute, began, "", ""), on)

    def order_redecision(
        self, dispute: Dispute, *, began: dt.date, on: dt.date, note: str = "", actor: str = ""
    ) -> Changes:
        """Keep the decision and take the request up again, in one write.

        The new period begins on `began`, the day the decision reached us, and ends on the day the
        decision orders or, when it names none, after twenty working days.
        """
        refuse_all([*self.check(dispute, on), *self.check_redecision(dispute, began, on)])
        event = _redecision(dispute, began, note, actor)
        records = self._register.recorded(event, on=on)
        with self._database.write("order-redecision") as work:
            work.put(dispute)
            for record in records:
                work.put(record)
        return work.changes

    # inside

    def _put(self, operation: str, dispute: Dispute, on: dt.date) -> Changes:
        refuse_all(self.check(dispute, on))
        with self._database.write(operation) as work:
            work.put(replace(dispute, tags=tuple(dict.fromkeys(dispute.tags))))
        return work.changes

    def _first_answer(self, request: Request) -> dt.date | None:
        if request.endings:
            return request.endings[0].closed_on
        ending = closing_event_of(self._register.events(request.id))
        return None if ending is None else ending.date

    def _redecided_on(self, dispute: Dispute) -> dt.date | None:
        return _redecided_on(dispute, self._register.events(dispute.request_id))


def _row(
    dispute: Dispute, request: Request, events: Iterable[RequestEvent], calendar: WorkCalendar
) -> DisputeRow:
    deadlines = deadlines_of(dispute, calendar, _redecided_on(dispute, events))
    return DisputeRow(dispute=dispute, request=request, deadlines=deadlines)


def _redecided_on(dispute: Dispute, events: Iterable[RequestEvent]) -> dt.date | None:
    """The day of the answer that followed the decision."""
    ending = closing_event_of(events)
    if ending is None or dispute.decided_on is None or ending.date < dispute.decided_on:
        return None
    return ending.date


def _redecision(dispute: Dispute, began: dt.date, note: str, actor: str) -> RequestEvent:
    by = dispute.redecide_by.isoformat() if dispute.redecide_by else ""
    return RequestEvent(
        id=new_id(),
        request_id=dispute.request_id,
        date=began,
        kind=EventKind.REDECISION_ORDERED,
        argument=by,
        note=note.strip() or " ".join((dispute.authority, dispute.decision_number)).strip(),
        actor=actor.strip(),
    )


def _remedy(request: Request) -> Remedy | None:
    """The class of the first answer, for a part withheld that of its ground."""
    first = request.endings[0] if request.endings else request
    outcome = outcomes().get(first.outcome)
    if outcome is None:
        return None
    if outcome.remedy is Remedy.BY_GROUND:
        ground = outcomes().get(first.withheld_ground)
        return ground.remedy if ground else Remedy.EITHER
    return outcome.remedy


def _urgency(row: DisputeRow) -> tuple[int, dt.date]:
    """By the next deadline; then what waits for a decision, then what is over, latest first."""
    if row.next is not None:
        return 0, row.next.due
    if row.running:
        return 1, row.dispute.received_on
    return 2, dt.date.fromordinal(dt.date.max.toordinal() - row.dispute.received_on.toordinal())


def _searched(row: DisputeRow) -> str:
    dispute, request = row.dispute, row.request
    return _folded(
        "\n".join(
            (
                dispute.authority,
                dispute.case_number,
                dispute.decision_number,
                dispute.claimant,
                dispute.claim,
                dispute.result_text,
                dispute.costs,
                dispute.lesson,
                *dispute.tags,
                request.number,
                request.subject,
                request.applicant.name,
            )
        )
    )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
