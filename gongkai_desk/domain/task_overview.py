"""How a plan stands, on one page for the head of the office: lights per section, what is late,
which duties of the year are met, what is due next.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.duty_progress import DutyProgress, progress
from gongkai_desk.domain.duty_records import Recorded, meeting_records
from gongkai_desk.domain.plan import (
    Duty,
    DutyKind,
    Light,
    Task,
    WorkPlan,
    due_date,
    light,
)
from gongkai_desk.domain.task_groups import by_section


class Signal(StrEnum):
    """The traffic light of a section or a duty: red where something is late, amber where it is
    due soon or behind the pace.
    """

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionStanding:
    """`total` counts done, late, soon and the rest (on track or undated)."""

    section: str
    total: int
    done: int
    late: int
    soon: int

    @property
    def signal(self) -> Signal:
        if self.late:
            return Signal.RED
        return Signal.AMBER if self.soon else Signal.GREEN


@dataclass(frozen=True, slots=True, kw_only=True)
class DueTask:
    """A task with its last day; `days` from today, negative when it is over."""

    task: Task
    due: dt.date
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyStanding:
    """A duty with the tasks that order it; `counted` is False where no record can meet it."""

    progress: DutyProgress
    tasks: tuple[Task, ...]
    counted: bool
    signal: Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """`late` longest over first, `next` soonest first."""

    plan: WorkPlan
    today: dt.date
    sections: tuple[SectionStanding, ...]
    late: tuple[DueTask, ...]
    duties: tuple[DutyStanding, ...]
    next: tuple[DueTask, ...]

    @property
    def total(self) -> SectionStanding:
        """All sections together."""
        return SectionStanding(
            section="",
            total=sum(one.total for one in self.sections),
            done=sum(one.done for one in self.sections),
            late=sum(one.late for one in self.sections),
            soon=sum(one.soon for one in self.sections),
        )


Days = Callable[[Duty, Sequence[Task]], Iterable[dt.date]]
"""The days on which something was recorded that meets a duty which these tasks order."""


def overview(plan: WorkPlan, tasks: Sequence[Task], days: Days, today: dt.date) -> Overview:
    """How `tasks` of `plan` stand on `today`; duties are counted from `days`."""
    return Overview(
        plan=plan,
        today=today,
        sections=tuple(
            _standing(group.key, group.tasks, plan.year, today) for group in by_section(tasks)
        ),
        late=tuple(late_tasks(tasks, plan.year, today)),
        duties=tuple(_duties(tasks, days, plan.year, today)),
        next=tuple(_next(tasks, plan.year, today)),
    )


def late_tasks(tasks: Iterable[Task], year: int, today: dt.date) -> list[DueTask]:
    """The tasks past their deadline, the longest over first."""
    return _dated(tasks, year, today, {Light.LATE})


def duty_days(duty: Duty, tasks: Iterable[Task], recorded: Recorded) -> list[dt.date]:
    """When something was recorded that meets `duty` of one of `tasks`, each thing once."""
    met = {one for task in tasks for one in meeting_records(duty, task, recorded)}
    return sorted(one.date for one in met)


def _standing(section: str, tasks: Sequence[Task], year: int, today: dt.date) -> SectionStanding:
    lights = Counter(light(task, year, today) for task in tasks)
    return SectionStanding(
        section=section,
        total=len(tasks),
        done=lights[Light.DONE],
        late=lights[Light.LATE],
        soon=lights[Light.SOON],
    )


def _next(tasks: Iterable[Task], year: int, today: dt.date) -> list[DueTask]:
    return _dated(tasks, year, today, {Light.SOON, Light.ON_TRACK})


def _dated(tasks: Iterable[Task], year: int, today: dt.date, lights: set[Light]) -> list[DueTask]:
    found = [
        DueTask(task=task, due=due, days=(due - today).days)
        for task in tasks
        if light(task, year, today) in lights and (due := due_date(task, year)) is not None
    ]
    return sorted(found, key=lambda one: (one.due, one.task.position))


def _duties(tasks: Iterable[Task], days: Days, year: int, today: dt.date) -> Iterable[DutyStanding]:
    """Each duty once, also where several tasks order it; a duty without a kind of its own is that
    of its task alone.
    """
    ordered: dict[tuple[object, ...], list[tuple[Duty, Task]]] = {}
    for task in tasks:
        for duty in task.duties:
            if duty.applies:
                own = task.id if duty.kind is DutyKind.OTHER else ""
                key = (duty.kind, duty.count, duty.per, own or "")
                ordered.setdefault(key, []).append((duty, task))
    for pairs in ordered.values():
        duty = pairs[0][0]
        whose = tuple(dict.fromkeys(task for _duty, task in pairs))
        so_far = progress(duty, year, days(duty, whose))
        counted = duty.kind is not DutyKind.OTHER or so_far.done > 0
        yield DutyStanding(
            progress=so_far, tasks=whose, counted=counted, signal=_signal(so_far, today)
        )


def _signal(so_far: DutyProgress, today: dt.date) -> Signal:
    if so_far.late(today):
        return Signal.RED
    if so_far.behind(today):
        return Signal.AMBER
    return Signal.GREEN
