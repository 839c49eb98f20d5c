"""回头看: an unfinished task of an older plan goes on in a newer one.

The old task stays where it is with all that was recorded, marked as carried over; what goes on
names it in `carried_from`, so that its history is found from there.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from gongkai_desk.domain.activity import Activity
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.plan import (
    Deadline,
    DeadlineKind,
    Task,
    TaskStatus,
    TaskStep,
    WorkPlan,
)

SECTION = "以前年度结转任务"
"""The heading of what came over and is no part of the new document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carry:
    """One unfinished task goes over: as a task of its own, or into one the new plan has."""

    old: Task
    into: Task | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a carrying-over writes: the old tasks as they stay, the tasks they go on as, and the
    steps that go along.
    """

    left: tuple[Task, ...]
    going_on: tuple[Task, ...]
    steps: tuple[TaskStep, ...]

    @property
    def records(self) -> tuple[Task | TaskStep, ...]:
        return (*self.left, *self.going_on, *self.steps)


def unfinished(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """What may go over, in the order of the plan."""
    left = (task for task in tasks if task.status in (TaskStatus.OPEN, TaskStatus.IN_PROGRESS))
    return tuple(sorted(left, key=lambda task: task.position))


def carry_over(
    carries: Iterable[Carry],
    older: WorkPlan,
    newer: WorkPlan,
    there: Iterable[Task],
    steps: Iterable[TaskStep],
    due: dt.date | None = None,
) -> Carried:
    """Carry tasks of `older` into `newer`, which has the tasks `there`. `steps` are those of the
    old tasks and of the tasks they go into; unfinished ones go along without their date, which
    was one of the old year. `due` is the last day of the tasks that are new there; None is the
    whole year.
    """
    left, going_on, moved = [], [], []
    kept = list(there)
    known = list(steps)
    position = max((task.position for task in kept), default=0)
    number = sum(SECTION in task.path for task in kept)
    for carry in carries:
        old = carry.old
        left.append(replace(old, status=TaskStatus.CARRIED))
        if carry.into is None:
            position, number = position + 1, number + 1
            new = _as_new(old, older, newer, position, number, due)
        else:
            new = _as_one(old, carry.into)
        going_on.append(new)
        place = max((s.position for s in known if s.task_id == new.id), default=-1)
        for step in sorted((s for s in known if s.task_id == old.id), key=lambda s: s.position):
            if step.done_on is None:
                place += 1
                goes = replace(step, id=new_id(), task_id=new.id, position=place, due=None)
                moved.append(goes)
    return Carried(left=tuple(left), going_on=tuple(going_on), steps=tuple(moved))


def reopened(task: Task, *, begun: bool) -> Task:
    """A carried task that goes on where it was after all; `begun` when work on it is recorded."""
    return replace(task, status=TaskStatus.IN_PROGRESS if begun else TaskStatus.OPEN)


def carried_on(
    activities: Iterable[Activity], tasks: Iterable[Task], years: Mapping[str, int]
) -> tuple[Activity, ...]:
    """The activities as if they named, beside the tasks they name, those of their own year that go
    on from one of these: what is done for the old task in the new year counts for the new one.
    `tasks` are all there are, `years` the years of their plans by id.
    """
    known = {task.id: task for task in tasks}
    heirs: dict[str, list[Task]] = defaultdict(list)
    for task in known.values():
        before, passed = known.get(task.carried_from), {task.id}
        while before is not None and before.id not in passed:
            passed.add(before.id)
            heirs[before.id].append(task)
            before = known.get(before.carried_from)
    return tuple(_with_heirs(one, heirs, years) for one in activities)


def _with_heirs(
    activity: Activity, heirs: Mapping[str, Iterable[Task]], years: Mapping[str, int]
) -> Activity:
    named = [
        heir.id
        for task_id in activity.task_ids
        for heir in heirs.get(task_id, ())
        if years[heir.plan_id] == activity.date.year
    ]
    if not named:
        return activity
    return replace(activity, task_ids=tuple(dict.fromkeys((*activity.task_ids, *named))))


def _as_new(
    old: Task, older: WorkPlan, newer: WorkPlan, position: int, number: int, due: dt.date | None
) -> Task:
    limit = (
        Deadline(kind=DeadlineKind.ALL_YEAR, text="全年")
        if due is None
        else Deadline(
            kind=DeadlineKind.BY_DATE, date=due, text=f"{due.year}年{due.month}月{due.day}日前"
        )
    )
    return replace(
        old,
        id=new_id(),
        plan_id=newer.id,
        position=position,
        number=f"结转{number}",
        path=(SECTION,),
        deadline=limit,
        ours_by_hand=old.ours,
        ours_by_hand_because=f"结转自{older.year}年任务{old.number}",
        done_on=None,
        note="",
        result="",
        carried_from=old.id,
    )


def _as_one(old: Task, into: Task) -> Task:
    """The task of the new plan goes on with the old one; what it says itself stands."""
    return replace(
        into,
        owner=into.owner or old.owner,
        proof=into.proof or old.proof,
        hindrance=into.hindrance or old.hindrance,
        carried_from=old.id,
    )
