"""Last year's unfinished go on in this year's plan; two plans side by side."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.plan import Task, TaskReminder, TaskStatus, TaskStep, WorkRecord
from gongkai_desk.domain.plan_comparison import TaskChange
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.task_carrying import Carry
from gongkai_desk.services.desk import Desk

TODAY = dt.date(2026, 3, 10)
OLD = """2025年云海区政务公开工作要点
一、抓好重点
（一）抓好营商环境信息公开。围绕营商环境公开信息，9月底前完成。（责任单位：区司法局）
（二）抓好政策解读。坚持三同步。（责任单位：区司法局）
（三）抓好专区建设。建成政务公开专区。（责任单位：区司法局）
"""
NEW = """2026年云海区政务公开工作要点
一、抓好重点
（一）抓好政策解读。坚持三同步，视频解读不低于30%。（责任单位：区司法局、财政局）
（二）抓好队伍。充实力量。（责任单位：区司法局）
（三）抓好营商环境信息公开。围绕营商环境公开信息，9月底前完成。（责任单位：区司法局）
"""


@pytest.fixture
def plans(desk: Desk) -> tuple[str, str]:
    """The ids of the older and the newer plan."""
    for text in (OLD, NEW):
        desk.tasks.commit(desk.tasks.read_text(text), TODAY)
    newer, older = desk.tasks.plans()
    return older.id, newer.id


def everything(desk: Desk) -> list[object]:
    return [
        sorted(desk.task_follow_up.all(kind), key=lambda record: record.id)
        for kind in (Task, TaskStep, TaskReminder, WorkRecord)
    ]


def carries(desk: Desk, plans: tuple[str, str]) -> list[Carry]:
    return [Carry(old=one.old, into=one.match) for one in desk.task_carrying.proposals(*plans)]


def test_the_list_names_what_is_unfinished_and_what_it_nearly_is(
    desk: Desk, plans: tuple[str, str]
) -> None:
    done = desk.tasks.tasks(plans[0])[0]
    desk.tasks.set_status(done.id, TaskStatus.DONE, TODAY)
    found = desk.task_carrying.proposals(*plans)
    assert [(one.old.title, one.match and one.match.title) for one in found] == [
        ("抓好政策解读", "抓好政策解读"),
        ("抓好专区建设", None),
    ]
    assert [plan.year for plan in desk.task_carrying.older_plans(plans[1])] == [2025]
    assert desk.task_carrying.older_plans(plans[0]) == []


def test_history_is_read_from_the_new_task_through_the_chain(
    desk: Desk, plans: tuple[str, str], tmp_path: Path
) -> None:
    old = desk.tasks.tasks(plans[0])[2]
    paper = tmp_path / "方案.txt"
    paper.write_text("方案")
    desk.task_follow_up.attach(old.id, [paper], TODAY)
    event = Activity(
        id="a",
        kind=ActivityKind.ZONE_EVENT,
        date=dt.date(2025, 7, 1),
        title="专区开放",
        task_ids=(old.id,),
    )
    desk.activities.save(event, TODAY)
    desk.tasks.add_record(old.id, dt.date(2025, 5, 8), "选址")
    step = TaskStep(id="s", task_id=old.id, position=0, title="装修", due=dt.date(2025, 9, 1))
    desk.task_follow_up.add_step(step, TODAY)
    desk.task_follow_up.save(
        TaskReminder(id="r", task_id=old.id, unit="区财政局", date=dt.date(2025, 6, 1), way="函"),
        TODAY,
    )
    old = desk.tasks.get(old.id)
    desk.task_carrying.carry(*plans, [Carry(old=old)], dt.date(2026, 6, 30))
    assert desk.tasks.get(old.id).status is TaskStatus.CARRIED
    new = desk.task_carrying.later(old)
    assert new is not None
    assert (new.plan_id, new.number, new.deadline.date) == (plans[1], "结转1", dt.date(2026, 6, 30))
    (goes,) = desk.task_follow_up.steps(new.id)
    assert (goes.title, goes.due) == ("装修", None)
    (before,) = desk.task_carrying.earlier(new)
    assert (before.plan.year, before.records[0].text) == (2025, "选址")
    assert [one.title for one in before.activities] == ["专区开放"]
    assert [one.name for one in before.files] == ["方案.txt"]
    assert (before.steps[0].due, before.reminders[0].unit) == (dt.date(2025, 9, 1), "区财政局")
    third = OLD.replace("2025", "2027")
    desk.tasks.commit(desk.tasks.read_text(third), TODAY)
    latest = desk.tasks.plans()[0]
    desk.task_carrying.carry(plans[1], latest.id, [Carry(old=new)])
    again = desk.task_carrying.later(new)
    assert again is not None
    assert [one.plan.year for one in desk.task_carrying.earlier(again)] == [2026, 2025]
    desk.tasks.remove_plan(plans[1])
    assert desk.task_carrying.earlier(again) == []


def test_what_the_plan_says_already_is_not_doubled(desk: Desk, plans: tuple[str, str]) -> None:
    before = len(desk.tasks.tasks(plans[1]))
    desk.task_carrying.carry(*plans, carries(desk, plans))
    tasks = desk.tasks.tasks(plans[1])
    assert [task.title for task in tasks[before:]] == ["抓好专区建设"]
    assert [bool(task.carried_from) for task in tasks] == [True, False, True, True]
    assert desk.task_carrying.proposals(*plans) == []


def test_removing_the_new_plan_opens_the_old_tasks_again(
    desk: Desk, plans: tuple[str, str]
) -> None:
    begun = desk.tasks.tasks(plans[0])[1]
    desk.tasks.add_record(begun.id, TODAY, "解读2篇")
    desk.task_carrying.carry(*plans, carries(desk, plans))
    desk.tasks.remove_plan(plans[1])
    assert [task.status for task in desk.tasks.tasks(plans[0])] == [
        TaskStatus.OPEN,
        TaskStatus.IN_PROGRESS,
        TaskStatus.OPEN,
    ]


def test_what_cannot_be_carried_is_refused(desk: Desk, plans: tuple[str, str]) -> None:
    older, newer = plans
    first, second, _third = desk.tasks.tasks(older)
    into = desk.tasks.tasks(newer)[0]
    wrong: list[tuple[str, tuple[object, ...]]] = [
        ("carry-nothing", (older, newer, [])),
        ("carry-into-older", (newer, older, [Carry(old=into)])),
        ("carry-not-open", (older, newer, [Carry(old=into)])),
        (
            "carry-two-into-one",
            (older, newer, [Carry(old=first, into=into), Carry(old=second, into=into)]),
        ),
        ("carry-due-outside", (older, newer, [Carry(old=first)], dt.date(2025, 12, 31))),
    ]
    before = everything(desk)
    for code, given_to in wrong:
        with pytest.raises(DomainError) as error:
            desk.task_carrying.carry(*given_to)  # type: ignore[arg-type]
        assert error.value.problems[0].code == code
    assert everything(desk) == before


@settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.data())
def test_undo_restores_everything(desk: Desk, plans: tuple[str, str], data: st.DataObject) -> None:
    possible = carries(desk, plans)
    chosen = [
        replace(one, into=one.into if data.draw(st.booleans()) else None)
        for one in possible
        if data.draw(st.booleans())
    ]
    if not chosen:
        return
    before = everything(desk)
    desk.task_carrying.carry(*plans, chosen)
    assert everything(desk) != before
    desk.history.undo()
    assert everything(desk) == before


def test_two_plans_side_by_side(desk: Desk, plans: tuple[str, str]) -> None:
    found = desk.task_carrying.comparison(*plans)
    assert [(one.task.title, one.change) for one in found] == [
        ("抓好政策解读", TaskChange.CHANGED),
        ("抓好专区建设", TaskChange.GONE),
        ("抓好队伍", TaskChange.NEW),
        ("抓好营商环境信息公开", TaskChange.SAME),
    ]
    left = [one for one in carries(desk, plans) if one.into is None]
    desk.task_carrying.carry(*plans, left)
    (carried,) = [
        one for one in desk.task_carrying.comparison(*plans) if one.task.title == "抓好专区建设"
    ]
    assert carried.old is not None
    assert carried.new is not None


def test_a_carrying_over_is_taken_back_while_nothing_was_recorded_since(
    desk: Desk, plans: tuple[str, str]
) -> None:
    before = everything(desk)
    desk.task_carrying.carry(*plans, carries(desk, plans))
    for old in desk.tasks.tasks(plans[0]):
        assert old.status is TaskStatus.CARRIED
        with pytest.raises(DomainError) as error:
            desk.tasks.set_status(old.id, TaskStatus.DONE, TODAY)
        assert error.value.problems[0].code == "task-carried"
        desk.task_carrying.take_back(old)
    assert everything(desk) == before


def test_a_carried_task_with_work_of_its_own_is_not_taken_back(
    desk: Desk, plans: tuple[str, str]
) -> None:
    old = desk.tasks.tasks(plans[0])[2]
    desk.task_carrying.carry(*plans, [Carry(old=old)])
    new = desk.task_carrying.later(old)
    assert new is not None
    desk.tasks.add_record(new.id, TODAY, "选址")
    before = everything(desk)
    with pytest.raises(DomainError) as error:
        desk.task_carrying.take_back(desk.tasks.get(old.id))
    assert error.value.problems[0].code == "carry-has-history"
    assert everything(desk) == before


def test_a_carried_task_that_an_activity_names_is_not_taken_back(
    desk: Desk, plans: tuple[str, str]
) -> None:
    old = desk.tasks.tasks(plans[0])[2]
    desk.task_carrying.carry(*plans, [Carry(old=old)])
    new = desk.task_carrying.later(old)
    assert new is not None
    day = dt.date(2026, 2, 3)
    desk.activities.save(
        Activity(id="a", kind=ActivityKind.OTHER, date=day, title="选址", task_ids=(new.id,)), day
    )
    with pytest.raises(DomainError) as error:
        desk.task_carrying.take_back(desk.tasks.get(old.id))
    assert error.value.problems[0].code == "carry-has-history"
