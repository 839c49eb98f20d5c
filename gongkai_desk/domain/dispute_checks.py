"""What is wrong or unusual in a dispute as it is entered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case_file import Dispute, DisputeKind, DisputeResult
from gongkai_desk.domain.disputes import deadlines_of
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import Request

_NEVER_BEFORE_RECEIPT = (
    "answered_on",
    "heard_on",
    "decided_on",
    "opinion_received_on",
    "opinion_reported_on",
)
_HAPPENED = (
    "received_on",
    "answered_on",
    "decided_on",
    "opinion_received_on",
    "opinion_reported_on",
)
"""A hearing may be set for a day to come; these cannot."""


def check_dispute(
    dispute: Dispute,
    *,
    request: Request,
    first_answer: dt.date | None,
    remedy: Remedy | None,
    others: Iterable[Dispute],
    calendar: WorkCalendar,
    on: dt.date,
) -> list[Problem]:
    """Everything wrong (errors) or unusual (warnings) in `dispute` as entered on the day `on`.

    `first_answer` is the day of the request's first answer, None while there is none, `remedy`
    that answer's class; `others` are the disputes of the same request.
    """
    return [
        *_missing(dispute),
        *_dates(dispute, on),
        *_against_request(dispute, request, first_answer),
        *_after(dispute, list(others), remedy),
        *_result(dispute),
        *_opinion(dispute),
        *_lateness(dispute, calendar),
    ]


def _warning(code: str, field: str, **values: object) -> Problem:
    return Problem(code, field, values, Severity.WARNING)


def _missing(dispute: Dispute) -> Iterator[Problem]:
    if not dispute.authority.strip():
        yield Problem("dispute-authority-missing", "authority")


def _dates(dispute: Dispute, on: dt.date) -> Iterator[Problem]:
    for field in _HAPPENED:
        day: dt.date | None = getattr(dispute, field)
        if day is not None and day > on:
            yield Problem("dispute-date-in-future", field, {"date": day, "today": on})
    for field in _NEVER_BEFORE_RECEIPT:
        day = getattr(dispute, field)
        if day is not None and day < dispute.received_on:
            values = {"date": day, "received": dispute.received_on}
            yield Problem("dispute-date-before-receipt", field, values)


def _against_request(
    dispute: Dispute, request: Request, first_answer: dt.date | None
) -> Iterator[Problem]:
    values = {"date": dispute.received_on}
    if request.received is not None and dispute.received_on < request.received:
        received = {**values, "received": request.received}
        yield Problem("dispute-before-request", "received_on", received)
    elif first_answer is None:
        yield _warning("dispute-without-answer", "received_on", **values)
    elif dispute.received_on < first_answer:
        yield _warning("dispute-before-answer", "received_on", answered=first_answer, **values)


def _after(dispute: Dispute, others: list[Dispute], remedy: Remedy | None) -> Iterator[Problem]:
    if dispute.kind is DisputeKind.RECONSIDERATION:
        if dispute.after_id:
            yield Problem("dispute-after-no-suit", "after_id")
        return
    if not dispute.after_id:
        if remedy is Remedy.RECONSIDERATION_FIRST:
            yield _warning("dispute-reconsideration-first", "after_id")
        return
    before = next((one for one in others if one.id == dispute.after_id), None)
    if before is None or before.kind is not DisputeKind.RECONSIDERATION:
        yield Problem("dispute-after-unknown", "after_id")
    elif before.received_on > dispute.received_on:
        values = {"date": dispute.received_on, "before": before.received_on}
        yield Problem("dispute-before-reconsideration", "received_on", values)
    elif before.decided_on is None:
        yield _warning("dispute-after-undecided", "after_id")


def _result(dispute: Dispute) -> Iterator[Problem]:
    pending = dispute.result is DisputeResult.PENDING
    if dispute.decided_on is not None and pending:
        yield Problem("dispute-result-missing", "result")
    if dispute.decided_on is None and not pending:
        yield Problem("dispute-decision-date-missing", "decided_on")
    if dispute.redecide_by is None:
        return
    if dispute.result is not DisputeResult.CORRECTED:
        yield Problem("dispute-redecision-not-ordered", "redecide_by")
    elif dispute.decided_on is not None and dispute.redecide_by < dispute.decided_on:
        values = {"date": dispute.redecide_by, "decided": dispute.decided_on}
        yield Problem("dispute-redecision-before-decision", "redecide_by", values)


def _opinion(dispute: Dispute) -> Iterator[Problem]:
    received, reported = dispute.opinion_received_on, dispute.opinion_reported_on
    if dispute.kind is DisputeKind.LITIGATION:
        if received or reported:
            yield Problem("dispute-opinion-of-court", "opinion_received_on")
        return
    if reported is not None and received is None:
        yield Problem("dispute-opinion-not-received", "opinion_received_on")
    elif reported is not None and received is not None and reported < received:
        values = {"date": reported, "received": received}
        yield Problem("dispute-report-before-opinion", "opinion_reported_on", values)


def _lateness(dispute: Dispute, calendar: WorkCalendar) -> Iterator[Problem]:
    """The answer must be in by its day: 第七十条, 第三十四条: late means without evidence."""
    answer = deadlines_of(dispute, calendar)
    due = next(one for one in answer if one.start == dispute.received_on and one.ours)
    if dispute.answered_on is not None and dispute.answered_on > due.due:
        yield _warning("dispute-answered-late", "answered_on", due=due.due)
