"""回头看: what is unfinished goes on in a newer plan; two years' plans side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gongkai_desk.domain.activity import Activity
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.plan import Attachment, Task, TaskReminder, TaskStep, WorkPlan, WorkRecord
from gongkai_desk.domain.plan_comparison import ComparedTask, Years, compare_plans
from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.task_carrying import SECTION, Carry, carry_over, reopened, unfinished
from gongkai_desk.services.plan_matching import NEARLY_THE_SAME, SAME_TASK, likeness_of
from gongkai_desk.services.tasks import TaskService
from gongkai_desk.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryProposal:
    """An unfinished task of the older plan, and the task of the newer one that it nearly is."""

    old: Task
    match: Task | None = None
    score: int = 0
    records: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierTask:
    """A task as it was followed up under an older plan."""

    task: Task
    plan: WorkPlan
    records: tuple[WorkRecord, ...]
    steps: tuple[TaskStep, ...]
    reminders: tuple[TaskReminder, ...]
    activities: tuple[Activity, ...]
    files: tuple[Attachment, ...]


class TaskCarryingService:
    def __init__(self, database: Database, tasks: TaskService) -> None:
        self._database, self._tasks = database, tasks

    def older_plans(self, plan_id: str) -> list[WorkPlan]:
        """The plans of the years before that of a plan, newest first."""
        year = self._tasks.plan(plan_id).year
        return [plan for plan in self._tasks.plans() if plan.year < year]

    def proposals(self, older_id: str, newer_id: str) -> list[CarryProposal]:
        """What would go over, ours first, each in the order of the plan; nothing is stored."""
        left = unfinished(self._tasks.tasks(older_id))
        free = self.goals(newer_id)
        found = {pair.old.id: pair for pair in likeness_of(left, free, NEARLY_THE_SAME)}
        proposals = []
        for old in sorted(left, key=lambda task: not task.ours):
            pair = found.get(old.id)
            proposals.append(
                CarryProposal(
                    old=old,
                    match=pair.new if pair else None,
                    score=pair.score if pair else 0,
                    records=len(self._tasks.records(old.id)),
                )
            )
        return proposals

    def goals(self, newer_id: str) -> list[Task]:
        """The tasks of the newer plan that an older one may go on as."""
        return [task for task in self._tasks.tasks(newer_id) if not task.carried_from]

    def carry(
        self, older_id: str, newer_id: str, carries: Sequence[Carry], due: dt.date | None = None
    ) -> Changes:
        """Carry these tasks over in one write. `due`: the last day of those that become tasks of
        their own; None is the whole year.

        Raises DomainError: `carry-nothing`, `carry-into-older`, `carry-not-open`,
        `carry-two-into-one`, `carry-due-outside` at `due`.
        """
        older, newer = self._tasks.plan(older_id), self._tasks.plan(newer_id)
        there = self._tasks.tasks(newer_id)
        self._refuse_wrong(older, newer, carries, there)
        if due is not None and due.year < newer.year:
            raise refuse("carry-due-outside", "due", date=due, year=newer.year)
        steps = [
            step
            for task in (*(each.old for each in carries), *there)
            for step in self._database.read(TaskStep, task_id=task.id)
        ]
        carried = carry_over(carries, older, newer, there, steps, due)
        with self._database.write("carry-over-tasks") as work:
            for record in carried.records:
                work.put(record)
        return work.changes

    def take_back(self, old: Task) -> Changes:
        """Let a carried task go on in its own plan again. The task it became goes with the steps
        it was given; one the newer plan had itself only forgets where it came from. Raises
        `carry-has-history` when something was recorded at the new task since.
        """
        new = self.later(old)
        with self._database.write("take-back-carrying") as work:
            if new is not None and SECTION in new.path:
                steps = self._database.read(TaskStep, task_id=new.id)
                owners = (new.id, *(step.id for step in steps))
                if (
                    self._tasks.records(new.id)
                    or self._reminders(new.id)
                    or any(step.done_on is not None for step in steps)
                    or any(self._tasks.attachments(owner) for owner in owners)
                    or any(new.id in one.task_ids for one in self._database.read(Activity))
                ):
                    raise refuse("carry-has-history", number=new.number, title=new.title)
                for step in steps:
                    work.remove(step)
                work.remove(new)
            elif new is not None:
                work.put(replace(new, carried_from=""))
            work.put(reopened(old, begun=bool(self._tasks.records(old.id))))
        return work.changes

    def _reminders(self, task_id: str) -> list[TaskReminder]:
        return self._database.read(TaskReminder, task_id=task_id)

    def _refuse_wrong(
        self, older: WorkPlan, newer: WorkPlan, carries: Sequence[Carry], there: Sequence[Task]
    ) -> None:
        if not carries:
            raise refuse("carry-nothing")
        if older.year >= newer.year:
            raise refuse("carry-into-older", older=older.year, newer=newer.year)
        open_ids = {task.id for task in unfinished(self._tasks.tasks(older.id))}
        for each in carries:
            if each.old.id not in open_ids:
                raise refuse("carry-not-open", number=each.old.number, title=each.old.title)
        free = {task.id for task in there if not task.carried_from}
        for each in carries:
            if each.into is not None:
                if each.into.id not in free:
                    raise refuse("carry-two-into-one", number=each.into.number)
                free.remove(each.into.id)

    def earlier(self, task: Task) -> list[EarlierTask]:
        """What the task was under older plans, the latest first; a plan that was removed ends the
        chain.
        """
        found: list[EarlierTask] = []
        seen = {task.id}
        before = self._database.find(Task, task.carried_from) if task.carried_from else None
        while before is not None and before.id not in seen:
            seen.add(before.id)
            found.append(self._earlier(before))
            before = self._database.find(Task, before.carried_from) if before.carried_from else None
        return found

    def _earlier(self, task: Task) -> EarlierTask:
        read = self._database.read
        records, reminders = self._tasks.records(task.id), self._reminders(task.id)
        steps = sorted(read(TaskStep, task_id=task.id), key=_position)
        activities = [one for one in read(Activity) if task.id in one.task_ids]
        owners = (
            task.id,
            *(record.id for record in records),
            *(step.id for step in steps),
            *(reminder.id for reminder in reminders),
        )
        return EarlierTask(
            task=task,
            plan=self._tasks.plan(task.plan_id),
            records=tuple(records),
            steps=tuple(steps),
            reminders=tuple(reminders),
            activities=tuple(sorted(activities, key=lambda one: one.date)),
            files=tuple(file for owner in owners for file in self._tasks.attachments(owner)),
        )

    def later(self, task: Task) -> Task | None:
        """The task that a carried one goes on as."""
        return next(iter(self._database.read(Task, carried_from=task.id)), None)

    def comparison(self, older_id: str, newer_id: str) -> tuple[ComparedTask, ...]:
        """The tasks of two plans side by side; what was carried over belongs to its origin, the
        rest is matched by title and text.
        """
        older, newer = self._tasks.plan(older_id), self._tasks.plan(newer_id)
        old, new = self._tasks.tasks(older_id), self._tasks.tasks(newer_id)
        ids = {task.id for task in old}
        pairs = {task.id: task.carried_from for task in new if task.carried_from in ids}
        gone = set(pairs.values())
        for pair in likeness_of(
            [task for task in old if task.id not in gone],
            [task for task in new if task.id not in pairs],
            SAME_TASK,
        ):
            pairs[pair.new.id] = pair.old.id
        return compare_plans(old, new, pairs, Years(old=older.year, new=newer.year))


def _position(step: TaskStep) -> int:
    return step.position
