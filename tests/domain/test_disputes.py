"""Deadlines of 行政复议 and 行政诉讼: law.md's rules, on the real calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk import resources
from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case_file import DisputeKind, DisputeResult, Procedure
from gongkai_desk.domain.disputes import (
    DISPUTE_BASIS,
    DISPUTE_PERIODS,
    Deadline,
    Due,
    DueState,
    applicant_limits,
    deadlines_of,
    next_deadline,
    running,
)
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.services.bundled_calendar import bundled_calendar
from gongkai_desk.texts import label, sentence
from tests.builders import a_dispute

D = dt.date
CALENDAR = bundled_calendar()
SUIT = DisputeKind.LITIGATION


def one(what: Due, *deadlines: Deadline) -> Deadline:
    (found,) = (each for each in deadlines if each.what is what)
    return found


@pytest.mark.parametrize(
    ("received", "simple", "ordinary"),
    [
        (D(2026, 11, 2), D(2026, 11, 9), D(2026, 11, 16)),
        (D(2026, 9, 28), D(2026, 10, 10), D(2026, 10, 16)),  # 国庆, 10-10 is worked
        (D(2026, 2, 14), D(2026, 2, 28), D(2026, 3, 6)),  # 春节, 02-28 is worked
    ],
)
def test_an_answer_to_a_reconsideration_counts_working_days(
    received: dt.date, simple: dt.date, ordinary: dt.date
) -> None:
    dispute = a_dispute("r", received_on=received)
    (answer,) = deadlines_of(dispute, CALENDAR)
    assert (answer.what, answer.due, answer.provisional) == (Due.ANSWER_SIMPLE, simple, False)
    assert CALENDAR.count(received, simple) == 5
    ordinary_one = a_dispute("r", received_on=received, procedure=Procedure.ORDINARY)
    (answer,) = deadlines_of(ordinary_one, CALENDAR)
    assert (answer.what, answer.due) == (Due.ANSWER_ORDINARY, ordinary)
    assert CALENDAR.count(received, ordinary) == 10


@pytest.mark.parametrize(
    ("received", "due", "code"),
    [
        (D(2026, 11, 2), D(2026, 11, 17), "dispute-days"),  # a Tuesday
        (D(2026, 10, 30), D(2026, 11, 16), "dispute-days-rolled"),  # 11-14 is a Saturday
        (D(2026, 9, 20), D(2026, 10, 8), "dispute-days-rolled"),  # 10-05 lies in 国庆
        (D(2026, 9, 25), D(2026, 10, 10), "dispute-days"),  # a Saturday that is worked
    ],
)
def test_a_defence_counts_days_and_rolls_over_days_of_rest(
    received: dt.date, due: dt.date, code: str
) -> None:
    (answer,) = deadlines_of(a_dispute("r", kind=SUIT, received_on=received), CALENDAR)
    assert (answer.what, answer.due, answer.note.code) == (Due.ANSWER_TO_COURT, due, code)
    assert str(due) in sentence(answer.note)


def test_the_report_on_an_opinion_is_due_after_sixty_days() -> None:
    dispute = a_dispute("r", opinion_received_on=D(2026, 6, 1))
    report = one(Due.OPINION_REPORT, *deadlines_of(dispute, CALENDAR))
    assert report.due == D(2026, 7, 31)
    assert report.waiting
    done = a_dispute("r", opinion_received_on=D(2026, 6, 1), opinion_reported_on=D(2026, 8, 3))
    report = one(Due.OPINION_REPORT, *deadlines_of(done, CALENDAR))
    assert report.state(D(2026, 11, 20)) is DueState.MET_LATE


def test_a_new_answer_is_due_as_ordered_and_never_provisional() -> None:
    dispute = a_dispute(
        "r",
        answered_on=D(2026, 11, 5),
        decided_on=D(2026, 12, 1),
        result=DisputeResult.CORRECTED,
        redecide_by=D(2027, 1, 8),
    )
    every = deadlines_of(dispute, CALENDAR)
    ordered = one(Due.REDECISION, *every)
    assert (ordered.due, ordered.provisional, ordered.waiting) == (D(2027, 1, 8), False, True)
    assert next_deadline(every) == ordered
    answered = deadlines_of(dispute, CALENDAR, D(2026, 12, 20))
    assert one(Due.REDECISION, *answered).state(D(2027, 2, 1)) is DueState.MET
    assert next_deadline(answered) is None


def test_the_applicant_may_sue_within_fifteen_days_of_a_reconsideration() -> None:
    dispute = a_dispute("r", decided_on=D(2026, 11, 5), result=DisputeResult.UPHELD)
    after = one(Due.APPLICANT_SUIT_AFTER, *deadlines_of(dispute, CALENDAR))
    assert (after.due, after.ours, after.waiting) == (D(2026, 11, 20), False, False)
    suit = a_dispute("r", kind=SUIT, decided_on=D(2026, 11, 5), result=DisputeResult.UPHELD)
    assert [each.what for each in deadlines_of(suit, CALENDAR)] == [Due.ANSWER_TO_COURT]


@pytest.mark.parametrize(
    ("remedy", "kinds"),
    [
        (Remedy.RECONSIDERATION_FIRST, [Due.APPLICANT_RECONSIDERATION]),
        (Remedy.EITHER, [Due.APPLICANT_RECONSIDERATION, Due.APPLICANT_SUIT_DIRECT]),
        (None, [Due.APPLICANT_RECONSIDERATION, Due.APPLICANT_SUIT_DIRECT]),
        (Remedy.NONE, []),
    ],
)
def test_the_applicants_limits_follow_the_class_of_the_answer(
    remedy: Remedy | None, kinds: list[Due]
) -> None:
    limits = applicant_limits(D(2026, 3, 2), remedy, CALENDAR)
    assert [each.what for each in limits] == kinds


@pytest.mark.parametrize(
    ("served", "last"),
    [
        (D(2026, 3, 2), D(2026, 9, 2)),
        (D(2025, 8, 31), D(2026, 2, 28)),  # no 31 February; the 28th is a worked Saturday
        (D(2025, 12, 31), D(2026, 6, 30)),
        (D(2026, 4, 1), D(2026, 10, 8)),  # 1 October rolls over the holiday
    ],
)
def test_six_months_end_on_the_same_day_of_the_month(served: dt.date, last: dt.date) -> None:
    limit = one(Due.APPLICANT_SUIT_DIRECT, *applicant_limits(served, Remedy.EITHER, CALENDAR))
    assert limit.due == last


def test_what_depends_on_an_unknown_notice_is_provisional() -> None:
    (answer,) = deadlines_of(a_dispute("r", received_on=D(2026, 12, 28)), CALENDAR)
    assert answer.due > D(2027, 1, 1)
    assert answer.provisional
    (suit,) = deadlines_of(a_dispute("r", kind=SUIT, received_on=D(2026, 12, 24)), CALENDAR)
    assert suit.provisional
    (known,) = deadlines_of(a_dispute("r", kind=SUIT, received_on=D(2026, 12, 10)), CALENDAR)
    assert not known.provisional


def test_a_dispute_that_ended_early_asks_for_nothing() -> None:
    dispute = a_dispute("r", decided_on=D(2026, 11, 4), result=DisputeResult.OTHER)
    every = deadlines_of(dispute, CALENDAR)
    assert every[0].state(D(2026, 11, 20)) is DueState.MOOT
    assert not running(dispute, every)


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (D(2026, 11, 3), DueState.AHEAD),
        (D(2026, 11, 6), DueState.SOON),
        (D(2026, 11, 9), DueState.TODAY),
        (D(2026, 11, 10), DueState.LATE),
    ],
)
def test_states_by_the_days_left(as_of: dt.date, state: DueState) -> None:
    (answer,) = deadlines_of(a_dispute("r"), CALENDAR)
    assert answer.due == D(2026, 11, 9)
    assert answer.state(as_of) is state


def test_periods_and_articles_are_those_of_the_statute_table() -> None:
    table = resources.table("statutes", "periods.toml")
    assert asdict(DISPUTE_PERIODS) == table["dispute"]
    assert {what.value: basis for what, basis in DISPUTE_BASIS.items()} == table["dispute_basis"]
    assert all(label(what) for what in Due)


DAYS = st.dates(D(2019, 1, 2), D(2026, 12, 31))


@given(DAYS, st.sampled_from(DisputeKind), st.sampled_from(Procedure))
def test_the_last_day_is_worked_and_never_early(
    received: dt.date, kind: DisputeKind, procedure: Procedure
) -> None:
    dispute = a_dispute("r", received_on=received, kind=kind, procedure=procedure)
    (answer,) = deadlines_of(dispute, CALENDAR)
    assert CALENDAR.is_working_day(answer.due)
    if kind is SUIT:
        raw = received + dt.timedelta(days=DISPUTE_PERIODS.litigation_answer)
        assert CALENDAR.count(raw, answer.due) == (0 if answer.due == raw else 1)
        assert answer.due >= raw
    else:
        days = 5 if procedure is Procedure.SIMPLE else 10
        assert CALENDAR.count(received, answer.due) == days
    assert sentence(answer.note)


@given(DAYS)
def test_a_later_receipt_is_never_due_earlier(received: dt.date) -> None:
    empty = WorkCalendar(())
    for calendar in (CALENDAR, empty):
        for kind in DisputeKind:
            today, tomorrow = (
                deadlines_of(a_dispute("r", kind=kind, received_on=day), calendar)[0].due
                for day in (received, received + dt.timedelta(days=1))
            )
            assert today <= tomorrow
