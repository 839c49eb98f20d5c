"""信息处理费: how much was asked for before, what a notice asks for, the sums of a year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai_desk.domain.case_file import FeeNotice
from gongkai_desk.domain.fee_notice import same_applicant
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.proposals import check_lapse
from gongkai_desk.domain.request import Applicant, EventKind, Matter, Request, RequestEvent
from gongkai_desk.domain.request_steps import counting
from gongkai_desk.services.case_view import CaseView
from gongkai_desk.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFees:
    """The fees of a year for part six of the annual report. `noticed` and `paid` are requests;
    `amount` and `received` yuan, None when what a notice or a payment came to is not on record.
    """

    noticed: int
    paid: int
    amount: int | None
    received: int | None


class Fees(CaseView):
    """Reads the fees of the register."""

    def items_this_month(self, applicant: Applicant, month: dt.date, *, leaving: str = "") -> int:
        """How many items the same applicant asked for in the calendar month of `month`, by receipt
        date; the request with the id `leaving` is left out, and so are those to correct one's own
        data. A request for which a fee was noticed by items counts with its number of items, any
        other as one.
        """
        counted = {
            notice.request_id: notice.count
            for notice in self._database.read(FeeNotice, basis="items")
        }
        return sum(
            counted.get(one.id, 1)
            for one in self._database.read(Request)
            if one.id != leaving
            and one.matter is Matter.DISCLOSURE
            and one.received is not None
            and (one.received.year, one.received.month) == (month.year, month.month)
            and same_applicant(one.applicant, applicant)
        )

    def fee_notice(
        self, request_id: str, *, before: RequestEvent | None = None
    ) -> FeeNotice | None:
        """What the fee notice now in force, or that before an event, asks for."""
        return notice_before(self._database, request_id, before)

    def check_lapse(self, request_id: str, kind: EventKind, day: dt.date) -> list[Problem]:
        """A warning when a case ends as given up on a day on which the applicant still had time."""
        notices = self._database.read(FeeNotice, request_id=request_id)
        calendar = self._holidays.calendar()
        return check_lapse(kind, day, self.events(request_id), notices, calendar)

    def fees_of_year(self, year: int) -> YearFees:
        """What was noticed and what was paid in `year`, by the dates of the events."""
        return sums_of_year(self._database, year)


def notice_before(
    database: Database, request_id: str, before: RequestEvent | None = None
) -> FeeNotice | None:
    """What the last fee notice, or the last one before an event, asks for; None when not on
    record.
    """
    notices = {n.event_id: n for n in database.read(FeeNotice, request_id=request_id)}
    found: FeeNotice | None = None
    for event in counting(database.read(RequestEvent, request_id=request_id)):
        if before is not None and event.id == before.id:
            break
        if event.kind is EventKind.FEE_NOTICED:
            found = notices.get(event.id)
    return found


def sums_of_year(database: Database, year: int) -> YearFees:
    """What was noticed and what was paid in `year`, by the dates of the events."""
    noticed, paid = (
        [
            event
            for event in database.read(RequestEvent, kind=kind.value)
            if event.counts and event.date.year == year
        ]
        for kind in (EventKind.FEE_NOTICED, EventKind.FEE_PAID)
    )
    notices = {notice.event_id: notice for notice in database.read(FeeNotice)}
    behind = [notice_before(database, event.request_id, event) for event in paid]
    return YearFees(
        noticed=len({event.request_id for event in noticed}),
        paid=len({event.request_id for event in paid}),
        amount=_sum([notices[e.id].amount if e.id in notices else None for e in noticed]),
        received=_sum([notice.paid_amount if notice else None for notice in behind]),
    )


def _sum(amounts: list[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None
