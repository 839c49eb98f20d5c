"""Deadlines of 行政复议 and 行政诉讼, explained; all are computed when asked, none is kept.

行政复议法 (2023): five and ten 日 are working days (第八十八条), sixty 日 are calendar days.
行政诉讼法 (2017): calendar days. A period of calendar days whose last day is a rest day ends on the
next working day (民事诉讼法 第八十五条, 民法典 第二百零三条). Day 0 is never counted.
"""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case_file import Dispute, DisputeKind, DisputeResult, Procedure
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputePeriods:
    """Working days, days and months; resources/statutes/periods.toml has their sources."""

    reconsideration_answer_simple: int = 5
    reconsideration_answer_ordinary: int = 10
    litigation_answer: int = 15
    opinion_report: int = 60
    applicant_reconsideration: int = 60
    applicant_suit_after: int = 15
    applicant_suit_direct_months: int = 6


DISPUTE_PERIODS = DisputePeriods()
SOON_DAYS = 3


class Due(StrEnum):
    """What must be done by a deadline; the last three are the applicant's own limits."""

    ANSWER_SIMPLE = "answer_simple"
    ANSWER_ORDINARY = "answer_ordinary"
    ANSWER_TO_COURT = "answer_to_court"
    OPINION_REPORT = "opinion_report"
    REDECISION = "redecision"
    APPLICANT_RECONSIDERATION = "applicant_reconsideration"
    APPLICANT_SUIT_AFTER = "applicant_suit_after"
    APPLICANT_SUIT_DIRECT = "applicant_suit_direct"


DISPUTE_BASIS: Mapping[Due, str] = {
    Due.ANSWER_SIMPLE: "行政复议法第五十四条、第八十八条",
    Due.ANSWER_ORDINARY: "行政复议法第四十八条、第八十八条",
    Due.ANSWER_TO_COURT: "行政诉讼法第六十七条",
    Due.OPINION_REPORT: "行政复议法第七十六条",
    Due.REDECISION: "行政复议法第六十四条、行政诉讼法第七十条",
    Due.APPLICANT_RECONSIDERATION: "行政复议法第二十条",
    Due.APPLICANT_SUIT_AFTER: "行政诉讼法第四十五条",
    Due.APPLICANT_SUIT_DIRECT: "行政诉讼法第四十六条",
}
OURS = (
    Due.ANSWER_SIMPLE,
    Due.ANSWER_ORDINARY,
    Due.ANSWER_TO_COURT,
    Due.OPINION_REPORT,
    Due.REDECISION,
)


class DueState(StrEnum):
    """Where a deadline stands on a day."""

    AHEAD = "ahead"
    SOON = "soon"  # at most three days left
    TODAY = "today"
    LATE = "late"
    MET = "met"
    MET_LATE = "met_late"
    MOOT = "moot"  # the dispute ended before anything had to be done


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One deadline of a dispute.

    `start` is day 0, `due` the last day, `note` says how it was counted. `provisional` when the
    holiday notice of a year it depends on is not known. `done_on` is the day it was met on;
    `moot` when the dispute ended without it.
    """

    what: Due
    start: dt.date
    due: dt.date
    basis: str
    note: Problem
    provisional: bool = False
    done_on: dt.date | None = None
    moot: bool = False

    @property
    def ours(self) -> bool:
        return self.what in OURS

    @property
    def waiting(self) -> bool:
        """Whether we still have to do it."""
        return self.ours and self.done_on is None and not self.moot

    def days_left(self, as_of: dt.date) -> int:
        """Calendar days from `as_of` to the last day; negative after it."""
        return (self.due - as_of).days

    def state(self, as_of: dt.date) -> DueState:
        if self.done_on is not None:
            return DueState.MET_LATE if self.done_on > self.due else DueState.MET
        if self.moot:
            return DueState.MOOT
        left = self.days_left(as_of)
        if left < 0:
            return DueState.LATE
        if left == 0:
            return DueState.TODAY
        return DueState.SOON if left <= SOON_DAYS else DueState.AHEAD


def deadlines_of(
    dispute: Dispute, calendar: WorkCalendar, redecided_on: dt.date | None = None
) -> tuple[Deadline, ...]:
    """Our own deadlines in `dispute`, then the applicant's, each in the order of its date.

    `redecided_on` is the day of the new answer, None while there is none.
    """
    ours = sorted(_ours(dispute, calendar, redecided_on), key=lambda one: one.due)
    return (*ours, *_after_decision(dispute, calendar))


def next_deadline(deadlines: Iterable[Deadline]) -> Deadline | None:
    """The first one that we still have to meet."""
    waiting = [one for one in deadlines if one.waiting]
    return min(waiting, key=lambda one: one.due, default=None)


def applicant_limits(
    answered_on: dt.date, remedy: Remedy | None, calendar: WorkCalendar
) -> tuple[Deadline, ...]:
    """How long the applicant may contest the answer served on `answered_on`, for information.

    Answers of class A (第十四、十五、十六条) must go to 复议 first and have no direct suit;
    `remedy` None stands for an answer whose class is not known. 第二十条's longer limit for those
    who were not told of their rights is not reckoned: the day they learn of them is not ours.
    """
    if remedy is Remedy.NONE:
        return ()
    limits = [
        _days(
            Due.APPLICANT_RECONSIDERATION,
            answered_on,
            DISPUTE_PERIODS.applicant_reconsideration,
            calendar,
        )
    ]
    if remedy is not Remedy.RECONSIDERATION_FIRST:
        limits.append(_months(answered_on, calendar))
    return tuple(limits)


def _ours(
    dispute: Dispute, calendar: WorkCalendar, redecided_on: dt.date | None
) -> Iterator[Deadline]:
    yield _answer(dispute, calendar)
    if dispute.opinion_received_on is not None:
        yield _days(
            Due.OPINION_REPORT,
            dispute.opinion_received_on,
            DISPUTE_PERIODS.opinion_report,
            calendar,
            done_on=dispute.opinion_reported_on,
        )
    if dispute.redecide_by is not None:
        yield Deadline(
            what=Due.REDECISION,
            start=dispute.decided_on or dispute.received_on,
            due=dispute.redecide_by,
            basis=DISPUTE_BASIS[Due.REDECISION],
            note=Problem("dispute-as-ordered", values={"due": dispute.redecide_by}),
            done_on=redecided_on,
        )


def _answer(dispute: Dispute, calendar: WorkCalendar) -> Deadline:
    moot = dispute.decided_on is not None and dispute.answered_on is None
    if dispute.kind is DisputeKind.LITIGATION:
        return _days(
            Due.ANSWER_TO_COURT,
            dispute.received_on,
            DISPUTE_PERIODS.litigation_answer,
            calendar,
            done_on=dispute.answered_on,
            moot=moot,
        )
    simple = dispute.procedure is Procedure.SIMPLE
    what = Due.ANSWER_SIMPLE if simple else Due.ANSWER_ORDINARY
    days = (
        DISPUTE_PERIODS.reconsideration_answer_simple
        if simple
        else DISPUTE_PERIODS.reconsideration_answer_ordinary
    )
    due = calendar.add(dispute.received_on, days)
    values = {"start": dispute.received_on, "days": days, "due": due}
    return Deadline(
        what=what,
        start=dispute.received_on,
        due=due,
        basis=DISPUTE_BASIS[what],
        note=Problem("dispute-working-days", values=values),
        provisional=calendar.provisional(dispute.received_on, due),
        done_on=dispute.answered_on,
        moot=moot,
    )


def _after_decision(dispute: Dispute, calendar: WorkCalendar) -> Iterator[Deadline]:
    """第四十五条: who is not content with the 复议决定 may sue. Counted from the decision's date,
    for the day on which the applicant got it is not ours to know.
    """
    if dispute.kind is DisputeKind.RECONSIDERATION and dispute.decided_on is not None:
        days = DISPUTE_PERIODS.applicant_suit_after
        yield _days(Due.APPLICANT_SUIT_AFTER, dispute.decided_on, days, calendar)


def _days(
    what: Due,
    start: dt.date,
    days: int,
    calendar: WorkCalendar,
    *,
    done_on: dt.date | None = None,
    moot: bool = False,
) -> Deadline:
    """`days` calendar days after `start`."""
    last = start + dt.timedelta(days=days)
    values = {"start": start, "days": days}
    return _rolled(
        what, start, last, Problem("dispute-days", values=values), calendar, done_on, moot
    )


def _months(start: dt.date, calendar: WorkCalendar) -> Deadline:
    """Six months after `start`: the same day of the month, or the month's last day (民法典 第二百
    零二条).
    """
    number = DISPUTE_PERIODS.applicant_suit_direct_months
    year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
    day = min(start.day, months.monthrange(year, month + 1)[1])
    last = dt.date(year, month + 1, day)
    note = Problem("dispute-months", values={"start": start, "months": number})
    return _rolled(Due.APPLICANT_SUIT_DIRECT, start, last, note, calendar, None, False)


def _rolled(
    what: Due,
    start: dt.date,
    last: dt.date,
    counted: Problem,
    calendar: WorkCalendar,
    done_on: dt.date | None,
    moot: bool,
) -> Deadline:
    due = last if calendar.is_working_day(last) else calendar.next_working_day(last)
    code = counted.code if due == last else f"{counted.code}-rolled"
    values = {**counted.values, "last": last, "due": due}
    return Deadline(
        what=what,
        start=start,
        due=due,
        basis=DISPUTE_BASIS[what],
        note=Problem(code, values=values),
        provisional=not (calendar.confirmed(last.year) and calendar.confirmed(due.year)),
        done_on=done_on,
        moot=moot,
    )


def running(dispute: Dispute, deadlines: Iterable[Deadline]) -> bool:
    """Whether somebody still has to act: no decision yet, or something left for us to do."""
    return dispute.result is DisputeResult.PENDING or next_deadline(deadlines) is not None
