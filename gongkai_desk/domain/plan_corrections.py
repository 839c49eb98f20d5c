"""What the officer may change in a reading before it is taken: pure steps, each a new reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gongkai_desk.domain.plan import Deadline, DeadlineKind, Task
from gongkai_desk.domain.plan_deadlines import stated_deadline
from gongkai_desk.domain.plan_duties import duties_in
from gongkai_desk.domain.plan_reading import FIRST_YEAR, LAST_YEAR, PlanReading
from gongkai_desk.domain.problems import refuse


def retitle(reading: PlanReading, task_id: str, title: str) -> PlanReading:
    """Give a task another title. Error: `plan-title-empty`."""
    if not title.strip():
        raise refuse("plan-title-empty", "title")
    return _changed(reading, task_id, lambda task: replace(task, title=title.strip()))


def reassign(
    reading: PlanReading,
    task_id: str,
    *,
    lead: tuple[str, ...],
    responsible: tuple[str, ...],
    units_open: bool = False,
) -> PlanReading:
    """Name other units; whether the task is ours is found anew by `mark_ours`."""
    return _changed(
        reading,
        task_id,
        lambda task: replace(
            task, lead_units=lead, responsible_units=responsible, units_open=units_open
        ),
    )


def reschedule(reading: PlanReading, task_id: str, deadline: Deadline) -> PlanReading:
    return _changed(reading, task_id, lambda task: replace(task, deadline=deadline))


def set_ours(
    reading: PlanReading, task_id: str, ours: bool | None, because: str = ""
) -> PlanReading:
    """Say by hand that a task is ours or not; `None` returns to what was found."""
    return _changed(
        reading,
        task_id,
        lambda task: replace(
            task, ours_by_hand=ours, ours_by_hand_because=because if ours is not None else ""
        ),
    )


def drop(reading: PlanReading, task_id: str) -> PlanReading:
    """Leave a task out. Error: `plan-last-task` when it is the only one."""
    if len(reading.tasks) == 1:
        raise refuse("plan-last-task")
    task = _task(reading, task_id)
    return counted(reading, tuple(other for other in reading.tasks if other is not task))


def join_previous(reading: PlanReading, task_id: str) -> PlanReading:
    """Append a task to the one before it, units joined. Error: `plan-first-task`."""
    task = _task(reading, task_id)
    place = reading.tasks.index(task)
    if not place:
        raise refuse("plan-first-task")
    upper = reading.tasks[place - 1]
    text = upper.text + task.text
    joined = replace(
        upper,
        text=text,
        lead_units=tuple(dict.fromkeys(upper.lead_units + task.lead_units)),
        responsible_units=tuple(dict.fromkeys(upper.responsible_units + task.responsible_units)),
        units_open=upper.units_open or task.units_open,
        deadline=upper.deadline if upper.deadline != Deadline() else task.deadline,
        duties=duties_in(text),
        result="\n".join(filter(None, (upper.result, task.result))),
        note="\n".join(filter(None, (upper.note, task.note))),
    )
    lines = tuple(
        replace(line, task_id=upper.id) if line.task_id == task.id else line
        for line in reading.lines
    )
    tasks = (*reading.tasks[: place - 1], joined, *reading.tasks[place + 1 :])
    return counted(replace(reading, lines=lines), tasks)


def rename_plan(
    reading: PlanReading, *, title: str, issuer: str, document_number: str
) -> PlanReading:
    """Correct the plan's heading. Error: `plan-title-empty`."""
    if not title.strip():
        raise refuse("plan-title-empty", "title")
    plan = replace(
        reading.plan,
        title=title.strip(),
        issuer=issuer.strip(),
        document_number=document_number.strip(),
    )
    return replace(reading, plan=plan)


def for_year(reading: PlanReading, year: int) -> PlanReading:
    """The plan is for another year: limits worded without a year follow it.

    Error: `plan-year-out-of-range`.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refuse("plan-year-out-of-range", year=year, first=FIRST_YEAR, last=LAST_YEAR)
    tasks = tuple(
        replace(task, deadline=stated_deadline(task.deadline.text, year))
        if task.deadline.kind is DeadlineKind.BY_DATE and task.deadline.text
        else task
        for task in reading.tasks
    )
    return replace(reading, plan=replace(reading.plan, year=year), tasks=tasks)


def _task(reading: PlanReading, task_id: str) -> Task:
    return next(task for task in reading.tasks if task.id == task_id)


def _changed(reading: PlanReading, task_id: str, change: Callable[[Task], Task]) -> PlanReading:
    task = _task(reading, task_id)
    tasks = tuple(change(other) if other is task else other for other in reading.tasks)
    return replace(reading, tasks=tasks)


def counted(reading: PlanReading, tasks: tuple[Task, ...]) -> PlanReading:
    """The reading with other tasks, counted anew; warnings of tasks that are gone go too."""
    placed = tuple(replace(task, position=place) for place, task in enumerate(tasks, 1))
    kept = {task.id for task in tasks}
    warnings = tuple(w for w in reading.warnings if w.values.get("task") in kept)
    return replace(reading, tasks=placed, warnings=warnings)


def looked_at(reading: PlanReading, task_id: str) -> PlanReading:
    """The officer saw to a task: what was doubtful about it is no longer."""
    warnings = tuple(w for w in reading.warnings if w.values.get("task") != task_id)
    return replace(reading, warnings=warnings)
