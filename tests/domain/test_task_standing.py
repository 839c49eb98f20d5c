"""Why a task is late, behind, waiting or without proof."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai_desk.domain.attention import Concern
from gongkai_desk.domain.duty_progress import progress
from gongkai_desk.domain.plan import (
    Deadline,
    DeadlineKind,
    Duty,
    DutyKind,
    Per,
    TaskReminder,
    TaskStatus,
    TaskStep,
)
from gongkai_desk.domain.task_evidence import proofs
from gongkai_desk.domain.task_standing import TASK_CONCERNS, LateKind, Standing
from tests.builders import a_plan, a_task

TODAY = dt.date(2026, 8, 3)
YESTERDAY = dt.date(2026, 8, 2)
PLAN = a_plan()
TWICE = Duty(kind=DutyKind.TRAINING, count=1, per=Per.HALF_YEAR, text="每半年培训1次")


def standing(today: dt.date = TODAY, *, days: tuple[dt.date, ...] = (), **values: Any) -> Standing:
    hanging = {
        name: values.pop(name) for name in ("steps", "reminders", "files", "told") if name in values
    }
    task = a_task(PLAN, **{"ours_found": True, "deadline": Deadline(), "duties": (), **values})
    return Standing(
        task=task,
        year=2026,
        today=today,
        progress=tuple(progress(duty, 2026, days) for duty in task.duties),
        proofs=proofs(task.proof, (), ()),
        **hanging,
    )


def step(due: dt.date | None, done: dt.date | None = None) -> TaskStep:
    return TaskStep(id="s", task_id="t", position=0, title="拟稿", due=due, done_on=done)


def reminder(answered: dt.date | None = None) -> TaskReminder:
    return TaskReminder(id="r", task_id="t", unit="区财政局", date=YESTERDAY, answered_on=answered)


def asked(one: Standing) -> set[Concern]:
    return {concern for concern in TASK_CONCERNS if one.asks(concern)}


def test_a_passed_deadline_a_late_step_and_an_unmet_period_are_reasons() -> None:
    late = Deadline(kind=DeadlineKind.BY_DATE, date=YESTERDAY)
    one = standing(deadline=late, steps=(step(YESTERDAY),), duties=(TWICE,))
    assert [(reason.kind, reason.date) for reason in one.late] == [
        (LateKind.DEADLINE, YESTERDAY),
        (LateKind.STEP, YESTERDAY),
        (LateKind.DUTY, dt.date(2026, 6, 30)),
    ]
    assert asked(one) == {Concern.DUTY_BEHIND, Concern.TASK_STEP_LATE}


@pytest.mark.parametrize("due", [None, TODAY])
def test_a_step_without_a_date_or_due_today_is_not_late(due: dt.date | None) -> None:
    assert standing(steps=(step(due),)).late == ()


def test_a_step_done_is_not_late() -> None:
    assert standing(steps=(step(YESTERDAY, TODAY),)).late == ()


def test_records_meet_duties_ticking_does_not() -> None:
    done = standing(duties=(TWICE,), status=TaskStatus.DONE, told=True)
    assert [reason.kind for reason in done.late] == [LateKind.DUTY]
    assert asked(done) == {Concern.DUTY_BEHIND}
    met = standing(duties=(TWICE,), days=(dt.date(2026, 5, 1),))
    assert met.late == ()
    assert asked(met) == set()


def test_a_duty_of_others_or_of_a_year_closed_with_its_task_asks_nothing() -> None:
    assert standing(duties=(TWICE,), ours_found=False).late == ()
    theirs = Duty(kind=TWICE.kind, count=1, per=Per.QUARTER, text="各区市每季度1次", applies=False)
    assert standing(duties=(theirs,)).late == ()
    new_year = dt.date(2027, 1, 1)
    assert standing(new_year, duties=(TWICE,), status=TaskStatus.DONE, told=True).late == ()
    assert standing(new_year, duties=(TWICE,), status=TaskStatus.CARRIED).late == ()
    assert len(standing(new_year, duties=(TWICE,)).late) == 2


def test_a_reminder_waits_until_it_is_answered_or_the_task_is_done() -> None:
    assert asked(standing(reminders=(reminder(),), ours_found=False)) == {
        Concern.TASK_ANSWER_WAITED
    }
    assert asked(standing(reminders=(reminder(TODAY),))) == set()
    assert asked(standing(reminders=(reminder(),), status=TaskStatus.DONE, told=True)) == set()


def test_proof_is_asked_for_until_the_report_is_out() -> None:
    for year, missing in ((2026, True), (2027, True), (2028, False)):
        one = standing(dt.date(year, 3, 1), status=TaskStatus.DONE)
        assert one.evidence_missing == missing


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({}, True),
        ({"told": True}, False),
        ({"files": 1}, False),
        ({"files": 1, "proof": "签到表"}, True),
        ({"status": TaskStatus.OPEN, "proof": "签到表"}, False),
        ({"ours_found": False}, False),
    ],
)
def test_a_task_said_to_be_done_must_have_its_proof(values: dict[str, Any], missing: bool) -> None:
    one = standing(**{"status": TaskStatus.DONE, **values})
    assert (Concern.EVIDENCE_MISSING in asked(one)) == missing
