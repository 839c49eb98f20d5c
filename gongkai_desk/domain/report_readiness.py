"""What in the register would break the tables of the annual report, found all year long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.case_file import Dispute, DisputeResult
from gongkai_desk.domain.request import EventKind, Matter, Request, RequestEvent, Service
from gongkai_desk.domain.statistics import Case as Counted


class Lack(StrEnum):
    """Why a case or a dispute would be missing in the tables, or wrong there."""

    NO_KIND = "no_kind"  # none of the six columns of table 3
    NO_RECEIPT = "no_receipt"  # the year has ended and it is still unconfirmed
    NO_OUTCOME = "no_outcome"  # closed, and no row of table 3
    DATE_ORDER = "date_order"
    NO_SERVICE = "no_service"  # replied, and no day of service
    NO_RESULT = "no_result"  # a dispute that was decided without a result


@dataclass(frozen=True, slots=True, kw_only=True)
class Unready:
    """One thing to mend; `dispute_id` when it is at a dispute of the request."""

    lack: Lack
    request_id: str
    number: str
    subject: str
    dispute_id: str = ""

    @property
    def id(self) -> str:
        return f"{self.lack}/{self.request_id}/{self.dispute_id}"


def lacks(
    request: Request,
    events: Iterable[RequestEvent],
    counted: Counted,
    year: int,
    today: dt.date,
) -> tuple[Lack, ...]:
    """What must be mended in one request before the report of `year` can be right; `counted` is
    how the report counts it. While the year runs, what may still come is not missed.

    Requests for correction (第四十一条) stand in no table, and those of other years not in this.
    """
    if request.matter is Matter.CORRECTION or not _concerns(counted, year):
        return ()
    return tuple(_lacks(request, events, counted, year, today))


def undecided(dispute: Dispute, year: int) -> bool:
    """Whether a dispute was decided in the year and nobody wrote how."""
    decided = dispute.decided_on
    return decided is not None and decided.year == year and dispute.result is DisputeResult.PENDING


def _concerns(counted: Counted, year: int) -> bool:
    first = counted.received or counted.arrived
    ended = counted.closed_on is not None and counted.closed_on.year < year
    return not ended and (first is None or first.year <= year)


def _lacks(
    request: Request,
    events: Iterable[RequestEvent],
    counted: Counted,
    year: int,
    today: dt.date,
) -> Iterator[Lack]:
    received, arrived, closed = request.received, request.arrived, counted.closed_on
    if request.applicant.kind is None:
        yield Lack.NO_KIND
    if received is None and today.year > year:
        yield Lack.NO_RECEIPT
    if received and ((arrived and received < arrived) or (closed and closed < received)):
        yield Lack.DATE_ORDER
    if closed is None or closed.year != year:
        return
    if not counted.row:
        yield Lack.NO_OUTCOME
    replied = any(event.kind is EventKind.REPLIED and event.counts for event in events)
    if replied and not request.endings and _unserved(request.service):
        yield Lack.NO_SERVICE


def _unserved(service: Service | None) -> bool:
    return service is None or service.counts_on is None
