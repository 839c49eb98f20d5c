"""The days by which an agency must act in a 行政复议 or 行政诉讼 about one of its answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case_file import Dispute, DisputeKind, Procedure

SIMPLE_DAYS, ORDINARY_DAYS = 5, 10
"""Working days to answer a reconsideration (行政复议法 第五十四条、第四十八条、第八十八条)."""
LITIGATION_DAYS = 15
"""Days to answer a suit (行政诉讼法 第六十七条)."""
OPINION_DAYS = 60
"""Days to report on a 行政复议意见书 (行政复议法 第七十六条)."""


class DisputeLimitKind(StrEnum):
    ANSWER = "answer"
    OPINION = "opinion"
    REDECIDE = "redecide"


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeLimit:
    kind: DisputeLimitKind
    last_day: dt.date


def dispute_limits(
    dispute: Dispute, calendar: WorkCalendar, ended_on: dt.date | None = None
) -> Iterator[DisputeLimit]:
    """What is still to be done in `dispute`, and its last day. Day 0 is the day of receipt; a
    last day in calendar days that is none of work moves to the next working day.

    `ended_on` is the day on which the case it is about ended, None while it is open: a new answer
    that was ordered is missing as long as the case still stands as it ended before the decision.
    """
    if dispute.answered_on is None and dispute.decided_on is None:
        yield DisputeLimit(kind=DisputeLimitKind.ANSWER, last_day=_answer(dispute, calendar))
    if dispute.opinion_received_on is not None and dispute.opinion_reported_on is None:
        last = _rolled(dispute.opinion_received_on, OPINION_DAYS, calendar)
        yield DisputeLimit(kind=DisputeLimitKind.OPINION, last_day=last)
    ordered, decided = dispute.redecide_by, dispute.decided_on
    if ordered and decided and ended_on and ended_on < decided:
        yield DisputeLimit(kind=DisputeLimitKind.REDECIDE, last_day=ordered)


def _answer(dispute: Dispute, calendar: WorkCalendar) -> dt.date:
    if dispute.kind is DisputeKind.LITIGATION:
        return _rolled(dispute.received_on, LITIGATION_DAYS, calendar)
    simple = dispute.procedure is Procedure.SIMPLE
    return calendar.add(dispute.received_on, SIMPLE_DAYS if simple else ORDINARY_DAYS)


def _rolled(day: dt.date, days: int, calendar: WorkCalendar) -> dt.date:
    last = day + dt.timedelta(days=days)
    return last if calendar.is_working_day(last) else calendar.next_working_day(last)
