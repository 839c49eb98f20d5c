"""Carrying over loses nothing, invents nothing and leaves a way back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.plan import DeadlineKind, Task, TaskStatus, TaskStep
from gongkai_desk.domain.task_carrying import SECTION, Carry, carried_on, carry_over, unfinished
from tests.builders import a_plan, a_task

OLD, NEW = a_plan(year=2025), a_plan(year=2026)


def some(plan: object, statuses: list[TaskStatus]) -> list[Task]:
    return [
        a_task(
            OLD if plan is OLD else NEW, position=n, number=str(n), status=status, owner=f"人{n}"
        )
        for n, status in enumerate(statuses, 1)
    ]


def test_only_what_is_open_may_go_over() -> None:
    tasks = some(OLD, list(TaskStatus))
    assert {task.status for task in unfinished(tasks)} == {TaskStatus.OPEN, TaskStatus.IN_PROGRESS}


@given(st.data())
def test_nothing_is_lost_and_nothing_of_the_new_plan_is_overwritten(data: st.DataObject) -> None:
    old = some(OLD, data.draw(st.lists(st.sampled_from(TaskStatus), max_size=6)))
    there = some(NEW, data.draw(st.lists(st.just(TaskStatus.OPEN), max_size=4)))
    left = list(unfinished(old))
    into = data.draw(st.permutations([*there, *[None] * len(left)]))
    carries = [Carry(old=one, into=goal) for one, goal in zip(left, into, strict=False)]
    steps = [
        TaskStep(
            id=f"{one.id}{n}",
            task_id=one.id,
            position=n,
            title=f"{n}",
            due=dt.date(2025, 5, 1),
            done_on=done,
        )
        for one in left
        for n, done in enumerate((dt.date(2025, 4, 1), None))
    ]
    due = data.draw(st.none() | st.just(dt.date(2026, 6, 30)))
    carried = carry_over(carries, OLD, NEW, there, steps, due)
    assert [
        replace(task, status=one.status) for task, one in zip(carried.left, left, strict=True)
    ] == left
    assert {task.status for task in carried.left} <= {TaskStatus.CARRIED}
    assert [task.carried_from for task in carried.going_on] == [one.id for one in left]
    assert all(task.plan_id == NEW.id for task in carried.going_on)
    fresh = [task for task in carried.going_on if task.id not in {one.id for one in there}]
    everything = [*there, *fresh]
    assert len({task.id for task in everything}) == len(everything)
    assert len({task.position for task in everything}) == len(everything)
    for task, one in zip(carried.going_on, carries, strict=True):
        if one.into is None:
            assert (task.title, task.text, task.units, task.duties) == (
                one.old.title, one.old.text, one.old.units, one.old.duties,
            )  # fmt: skip
            assert task.ours == one.old.ours
            assert task.path == (SECTION,)
        else:
            assert replace(task, owner="", carried_from="") == replace(one.into, owner="")
            assert task.owner == one.into.owner
    assert [(s.title, s.due, s.done_on) for s in carried.steps] == [("1", None, None)] * len(left)


def test_a_task_of_its_own_has_the_whole_year_or_the_day_given() -> None:
    (old,) = some(OLD, [TaskStatus.IN_PROGRESS])
    (year,) = carry_over([Carry(old=old)], OLD, NEW, (), ()).going_on
    assert (year.deadline.kind, year.status) == (DeadlineKind.ALL_YEAR, TaskStatus.IN_PROGRESS)
    assert (year.number, year.ours_by_hand_because) == ("结转1", "结转自2025年任务1")
    (by,) = carry_over([Carry(old=old)], OLD, NEW, (year,), (), dt.date(2026, 6, 30)).going_on
    assert (by.deadline.text, by.number) == ("2026年6月30日前", "结转2")


def test_what_the_new_plan_says_itself_stands() -> None:
    (old,) = some(OLD, [TaskStatus.OPEN])
    into = a_task(NEW, owner="")
    (task,) = carry_over(
        [Carry(old=replace(old, proof="照片"), into=into)], OLD, NEW, (into,), ()
    ).going_on
    assert (task.owner, task.proof, task.title) == ("人1", "照片", into.title)


def test_what_is_done_for_the_old_task_in_the_new_year_counts_for_the_one_that_goes_on() -> None:
    plans = [a_plan(id=str(year), year=year) for year in (2024, 2025, 2026)]
    first = a_task(plans[0], id="a")
    second = a_task(plans[1], id="b", carried_from="a")
    third = a_task(plans[2], id="c", carried_from="b")
    ring = a_task(plans[2], id="r", carried_from="r")
    years = {plan.id: plan.year for plan in plans}

    def named(year: int, *task_ids: str) -> tuple[str, ...]:
        day = dt.date(year, 3, 5)
        one = Activity(
            id="x", kind=ActivityKind.TRAINING, date=day, title="培训", task_ids=task_ids
        )
        (found,) = carried_on([one], [third, second, first, ring], years)
        assert replace(found, task_ids=task_ids) == one
        return found.task_ids

    assert named(2024, "a") == ("a",)
    assert named(2025, "a") == ("a", "b")
    assert named(2026, "a") == ("a", "c")
    assert named(2026, "b", "c") == ("b", "c")
    assert named(2025, "b") == ("b",)
    assert named(2026, "r", "gone") == ("r", "gone")
    assert named(2026) == ()
