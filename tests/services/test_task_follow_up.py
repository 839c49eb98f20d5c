"""Steps, reminders, duties and proof of tasks on a real office file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.attention import Concern, Weight
from gongkai_desk.domain.plan import (
    Duty,
    DutyKind,
    Per,
    Task,
    TaskReminder,
    TaskStatus,
    TaskStep,
)
from gongkai_desk.domain.platform import Platform, PlatformCheck, PlatformKind
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.task_evidence import ProofState
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.task_follow_up import TaskFacts, TaskFollowUpService

TODAY = dt.date(2026, 8, 3)
PLAN = """2026年云海区政务公开工作要点
一、抓好重点
（一）抓好公开。围绕重点公开信息。（责任单位：区司法局）
（二）抓好培训。每半年至少组织1次集中学习培训。（责任单位：区司法局）
（三）抓好监测。政务新媒体每季度检查1次。（责任单位：区司法局）
"""


@pytest.fixture
def tasks(desk: Desk) -> list[Task]:
    desk.tasks.commit(desk.tasks.read_text(PLAN), TODAY)
    (plan,) = desk.tasks.plans()
    return desk.tasks.tasks(plan.id)


@pytest.fixture
def keeper(desk: Desk) -> TaskFollowUpService:
    return desk.task_follow_up


def a_step(task: Task, title: str, due: dt.date | None = None) -> TaskStep:
    return TaskStep(id=f"{title}的步骤", task_id=task.id, position=0, title=title, due=due)


def a_reminder(task: Task, due: dt.date | None = None) -> TaskReminder:
    return TaskReminder(
        id="r", task_id=task.id, unit="区财政局", date=dt.date(2026, 7, 1), way="电话", due=due
    )


def titles(keeper: TaskFollowUpService, task: Task) -> list[str]:
    return [step.title for step in keeper.steps(task.id)]


def codes(error: pytest.ExceptionInfo[DomainError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_steps_are_added_moved_done_and_removed(
    desk: Desk, keeper: TaskFollowUpService, tasks: list[Task]
) -> None:
    for title in ("拟方案", "报审", "印发"):
        keeper.add_step(a_step(tasks[0], title), TODAY)
    assert titles(keeper, tasks[0]) == ["拟方案", "报审", "印发"]
    third = keeper.steps(tasks[0].id)[2]
    keeper.move_step(third, -1)
    assert titles(keeper, tasks[0]) == ["拟方案", "印发", "报审"]
    assert not keeper.move_step(keeper.steps(tasks[0].id)[0], -1)
    keeper.finish_step(keeper.steps(tasks[0].id)[0], TODAY)
    assert keeper.steps(tasks[0].id)[0].done_on == TODAY
    keeper.remove(keeper.steps(tasks[0].id)[1])
    assert titles(keeper, tasks[0]) == ["拟方案", "报审"]
    desk.history.undo()
    assert titles(keeper, tasks[0]) == ["拟方案", "印发", "报审"]


def test_wrong_steps_and_reminders_are_refused_at_their_fields(
    keeper: TaskFollowUpService, tasks: list[Task]
) -> None:
    tomorrow = TODAY + dt.timedelta(days=1)
    with pytest.raises(DomainError) as error:
        keeper.add_step(replace(a_step(tasks[0], " "), done_on=tomorrow), TODAY)
    assert codes(error) == ["step-title-missing", "record-after-today"]
    wrong = replace(
        a_reminder(tasks[0], due=dt.date(2026, 6, 30)), unit="", answered_on=dt.date(2026, 6, 1)
    )
    with pytest.raises(DomainError) as error:
        keeper.save(wrong, TODAY)
    assert codes(error) == [
        "reminder-unit-missing",
        "reminder-due-before-sent",
        "reminder-answered-before-sent",
    ]
    with pytest.raises(DomainError) as error:
        keeper.save(replace(a_reminder(tasks[0]), answer="已办"), TODAY)
    assert codes(error) == ["reminder-answer-undated"]


def test_attention_counts_the_tasks_its_views_list(
    keeper: TaskFollowUpService, tasks: list[Task]
) -> None:
    keeper.add_step(a_step(tasks[0], "拟方案", dt.date(2026, 8, 2)), TODAY)
    keeper.add_step(a_step(tasks[0], "报审", dt.date(2026, 8, 1)), TODAY)
    keeper.save(a_reminder(tasks[0], due=dt.date(2026, 8, 5)), TODAY)
    lines = {one.concern: one for one in keeper.attention(TODAY)}
    assert {concern: one.count for concern, one in lines.items()} == {
        Concern.DUTY_BEHIND: 2,
        Concern.TASK_STEP_LATE: 1,
        Concern.TASK_ANSWER_WAITED: 1,
    }
    step, waiting = lines[Concern.TASK_STEP_LATE], lines[Concern.TASK_ANSWER_WAITED]
    assert (step.page, step.view, step.next_date) == ("tasks", "step-late", dt.date(2026, 8, 1))
    assert (step.weight, waiting.weight) == (Weight.BAD, Weight.WARN)
    assert waiting.next_date == dt.date(2026, 8, 5)
    assert lines[Concern.DUTY_BEHIND].examples == ("（二） 抓好培训", "（三） 抓好监测")
    (late,) = [one for one in keeper.attention(dt.date(2026, 8, 6)) if "answer" in one.view]
    assert late.weight is Weight.BAD


def test_records_meet_duties(desk: Desk, keeper: TaskFollowUpService, tasks: list[Task]) -> None:
    _open, training, watch = tasks
    for day in (dt.date(2026, 3, 1), dt.date(2026, 7, 9)):
        desk.activities.save(
            Activity(id=str(day), kind=ActivityKind.TRAINING, date=day, title="培训"), TODAY
        )
    (one,) = keeper.standing(training.id, TODAY).progress
    assert (one.done, one.met) == (2, True)
    assert [each.date.month for each in keeper.activities(training, 2026)] == [3, 7]
    assert keeper.activities(training, 2025) == []
    with desk._database.write("save-platform-check") as work:
        work.put(Platform(id="p", kind=PlatformKind.NEW_MEDIA, name="公众号"))
        for month in (1, 4):
            work.put(PlatformCheck(id=str(month), platform_id="p", date=dt.date(2026, month, 9)))
    (quarterly,) = keeper.standing(watch.id, TODAY).progress
    assert [period.done for period in quarterly.periods] == [1, 1, 0, 0]
    assert keeper.attention(TODAY) == ()


def test_a_look_at_another_platform_and_last_years_task(
    desk: Desk, keeper: TaskFollowUpService, tasks: list[Task]
) -> None:
    training, watch = tasks[1:]
    old = replace(training, id="old", plan_id="plan-old", duties=())
    with desk._database.write("save-platform-check") as work:
        work.put(Platform(id="c", kind=PlatformKind.COLUMN, name="通知公告"))
        work.put(PlatformCheck(id="1", platform_id="c", date=dt.date(2026, 1, 9)))
        work.put(replace(desk.tasks.plan(training.plan_id), id="plan-old", year=2025))
        work.put(old)
        work.put(replace(training, carried_from="old"))
    for year in (2025, 2026):
        day = dt.date(year, 3, 1)
        named = Activity(
            id=str(day), kind=ActivityKind.TRAINING, date=day, title="培训", task_ids=("old",)
        )
        desk.activities.save(named, TODAY)
    (quarterly,) = keeper.standing(watch.id, TODAY).progress
    assert quarterly.done == 0
    standing = keeper.standing(training.id, TODAY)
    assert [[met.date.year for met in found] for found in standing.met] == [[2026]]
    assert standing.told
    assert [one.date.year for one in keeper.activities(training, 2026)] == [2026]


def test_duties_are_edited_and_those_of_others_ask_nothing(
    keeper: TaskFollowUpService, tasks: list[Task]
) -> None:
    (training,) = tasks[1].duties
    keeper.save_duties(tasks[1].id, [replace(training, applies=False)])
    standing = keeper.standing(tasks[1].id, TODAY)
    assert (standing.duties, standing.behind) == ((), ())
    assert len(standing.progress) == 1
    wordless = Duty(kind=DutyKind.OPEN_DAY, count=1, per=Per.YEAR, text=" ")
    with pytest.raises(DomainError) as error:
        keeper.save_duties(tasks[1].id, [wordless])
    assert codes(error) == ["duty-words-missing"]
    with pytest.raises(DomainError) as error:
        keeper.save_duties(tasks[1].id, [training, training])
    assert codes(error) == ["duty-twice"]


def test_missing_proof_is_seen_until_the_file_is_there(
    desk: Desk, keeper: TaskFollowUpService, tasks: list[Task], tmp_path: Path
) -> None:
    task = tasks[0]
    keeper.save_facts(task.id, TaskFacts("王芳", "签到表\n照片\n简报", "已办", "缺经费"))
    desk.tasks.set_status(task.id, TaskStatus.DONE, TODAY)
    desk.tasks.add_record(task.id, TODAY, "印发简报第3期")
    scan = tmp_path / "IMG_1.jpg"
    scan.write_bytes(b"jpg")
    keeper.attach_proof(task.id, "签到表", [scan], TODAY)
    states = [proof.state for proof in keeper.standing(task.id, TODAY).proofs]
    assert states == [ProofState.FILED, ProofState.MISSING, ProofState.TOLD]
    assert [one.name for one in keeper.files(task.id)] == ["签到表-IMG_1.jpg"]
    (missing,) = [one for one in keeper.attention(TODAY) if "evidence" in one.view]
    assert (missing.concern, missing.count) == (Concern.EVIDENCE_MISSING, 1)
    step = a_step(task, "留存")
    photo = tmp_path / "现场照片.jpg"
    photo.write_bytes(b"jpg 2")
    keeper.save(step, TODAY, [photo])
    assert not [one for one in keeper.attention(TODAY) if "evidence" in one.view]
    kept = desk.tasks.get(task.id)
    assert (kept.owner, kept.result, kept.hindrance) == ("王芳", "已办", "缺经费")


def test_a_plan_goes_with_everything_that_hangs_on_it(
    desk: Desk, keeper: TaskFollowUpService, tasks: list[Task], tmp_path: Path
) -> None:
    paper = tmp_path / "方案.txt"
    paper.write_text("方案")
    keeper.save(a_step(tasks[0], "拟方案"), TODAY, [paper])
    keeper.save(a_reminder(tasks[0]), TODAY)
    desk.tasks.remove_plan(tasks[0].plan_id)
    assert keeper.all(TaskStep) == []
    assert keeper.all(TaskReminder) == []
    assert keeper.files("拟方案的步骤") == []
    desk.history.undo()
    assert len(keeper.files("拟方案的步骤")) == 1
    assert len(keeper.reminders(tasks[0].id)) == 1


def test_an_activity_outlives_the_task_it_named(desk: Desk, tasks: list[Task]) -> None:
    """It counts again for every duty of its kind: a plan may be taken out and read in anew."""
    named = Activity(
        id="a", kind=ActivityKind.TRAINING, date=TODAY, title="培训", task_ids=(tasks[1].id,)
    )
    desk.activities.save(named, TODAY)
    desk.tasks.remove_plan(tasks[0].plan_id)
    assert desk.activities.get(Activity, "a").task_ids == ()
    desk.history.undo()
    assert desk.activities.get(Activity, "a") == named
