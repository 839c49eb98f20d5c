"""Following a task up: its steps, reminders, duties, proof; and how every task stands."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from typing_extensions import override

from gongkai_desk.domain.activity import Activity
from gongkai_desk.domain.attention import Attention, Concern, Weight
from gongkai_desk.domain.changes import Changes, Record
from gongkai_desk.domain.duty_records import (
    Recorded,
    activity_kind,
    counts_for,
    duty_progress,
    of_year,
)
from gongkai_desk.domain.plan import (
    Attachment,
    Duty,
    Task,
    TaskReminder,
    TaskStep,
    WorkPlan,
    WorkRecord,
)
from gongkai_desk.domain.problems import Problem, refuse
from gongkai_desk.domain.task_evidence import name_for, proofs
from gongkai_desk.domain.task_follow_up_checks import check_reminder, check_step
from gongkai_desk.domain.task_standing import TASK_CONCERNS, Standing
from gongkai_desk.services.attaching import read_attachment
from gongkai_desk.services.duty_sources import read_activities, read_recorded
from gongkai_desk.services.record_keeper import RecordKeeper

VIEWS = {
    Concern.DUTY_BEHIND: "duty-behind",
    Concern.TASK_STEP_LATE: "step-late",
    Concern.TASK_ANSWER_WAITED: "answer-waited",
    Concern.EVIDENCE_MISSING: "evidence-missing",
}
"""The views of the task page that list what the concerns count."""
_EXAMPLES = 3

R = TypeVar("R", TaskStep, TaskReminder, WorkRecord, Attachment)


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """What the officer notes about a task: who does it, what shall prove it, how far it came and
    what stood in the way.
    """

    owner: str = ""
    proof: str = ""
    result: str = ""
    hindrance: str = ""


class TaskFollowUpService(RecordKeeper):
    @override
    def check(self, record: Record, on: dt.date) -> list[Problem]:
        match record:
            case TaskStep():
                return list(check_step(record, on))
            case TaskReminder():
                return list(check_reminder(record, on))
        return []

    # steps

    def steps(self, task_id: str) -> list[TaskStep]:
        """The steps of a task in their order."""
        return sorted(self.all(TaskStep, task_id=task_id), key=lambda step: step.position)

    def add_step(self, step: TaskStep, on: dt.date) -> Changes:
        """Store a new step behind the others."""
        last = max((each.position for each in self.steps(step.task_id)), default=-1)
        return self.save(replace(step, position=last + 1), on)

    def finish_step(self, step: TaskStep, done_on: dt.date | None) -> Changes:
        """Say when a step was done; None: it is not done after all."""
        with self._database.write("finish-task-step") as work:
            work.put(replace(self.get(TaskStep, step.id), done_on=done_on))
        return work.changes

    def move_step(self, step: TaskStep, by: int) -> Changes:
        """Move a step `by` places down (negative: up); at the ends nothing happens."""
        steps = self.steps(step.task_id)
        place = next(n for n, each in enumerate(steps) if each.id == step.id)
        target = min(max(place + by, 0), len(steps) - 1)
        steps.insert(target, steps.pop(place))
        with self._database.write("move-task-step") as work:
            for position, each in enumerate(steps):
                work.put(replace(each, position=position))
        return work.changes

    # reminders, facts, duties

    def reminders(self, task_id: str) -> list[TaskReminder]:
        """The reminders of a task, oldest first."""
        return sorted(self.all(TaskReminder, task_id=task_id), key=lambda one: one.date)

    def save_facts(self, task_id: str, facts: TaskFacts) -> Changes:
        task = self.get(Task, task_id)
        with self._database.write("save-task-facts") as work:
            work.put(
                replace(
                    task,
                    owner=facts.owner,
                    proof=facts.proof,
                    result=facts.result,
                    hindrance=facts.hindrance,
                )
            )
        return work.changes

    def save_duties(self, task_id: str, duties: Iterable[Duty]) -> Changes:
        """What must happen how often in a task, as the officer says. Raises `duty-words-missing`
        at `text` for a duty without the words that order it, `duty-twice` for two alike.
        """
        given = tuple(duties)
        if not all(duty.text.strip() for duty in given):
            raise refuse("duty-words-missing", "text")
        if len(set(given)) < len(given):
            raise refuse("duty-twice", "text")
        with self._database.write("save-task-duties") as work:
            work.put(replace(self.get(Task, task_id), duties=given))
        return work.changes

    # evidence

    def attach_proof(
        self, task_id: str, wanted: str, files: Sequence[Path], on: dt.date
    ) -> Changes:
        """Keep copies of `files` with the task under names that say which proof they are."""
        taken = [read_attachment(task_id, path, on) for path in files]
        with self._database.write("attach-file") as work:
            for attachment, data in taken:
                work.attach(replace(attachment, name=name_for(wanted, attachment.name)), data)
        return work.changes

    def activities(self, task: Task, year: int) -> list[Activity]:
        """The activities of `year` that name the task, or count for one of its duties."""
        kinds = {activity_kind(duty.kind) for duty in task.duties if duty.applies}
        return sorted(
            (
                one
                for one in read_activities(self._database)
                if one.date.year == year
                and (task.id in one.task_ids or (one.kind in kinds and counts_for(one, task)))
            ),
            key=lambda one: one.date,
        )

    def recorded(self) -> Recorded:
        """What may meet the duties of tasks, beside their work records."""
        return read_recorded(self._database)

    # how tasks stand

    def standing(self, task_id: str, today: dt.date) -> Standing:
        """How one task stands."""
        task = self.get(Task, task_id)
        plan = self.get(WorkPlan, task.plan_id)
        return next(_Reading(self).standings([task], plan.year, today))

    def standings(self, today: dt.date, plan_id: str = "") -> dict[str, Standing]:
        """How every task stands, of all plans or of one, by id."""
        reading = _Reading(self)
        found: dict[str, Standing] = {}
        for plan in self.all(WorkPlan):
            if plan_id in ("", plan.id):
                tasks = sorted(self.all(Task, plan_id=plan.id), key=lambda task: task.position)
                for standing in reading.standings(tasks, plan.year, today):
                    found[standing.task.id] = standing
        return found

    def attention(self, today: dt.date) -> tuple[Attention, ...]:
        """Duties behind, steps late, reminders without an answer, proof that is missing; the
        counts are of tasks.
        """
        standings = list(self.standings(today).values())
        lines = []
        for concern in TASK_CONCERNS:
            found = [standing for standing in standings if standing.asks(concern)]
            if found:
                days = [day for standing in found for day in _days(standing, concern)]
                lines.append(
                    Attention(
                        concern=concern,
                        count=len(found),
                        weight=_weight(concern, days, today),
                        page="tasks",
                        view=VIEWS[concern],
                        next_date=min(days, default=None),
                        examples=tuple(
                            f"{one.task.number} {one.task.title}" for one in found[:_EXAMPLES]
                        ),
                    )
                )
        return tuple(lines)


class _Reading:
    """Everything that hangs on tasks, read once."""

    def __init__(self, keeper: TaskFollowUpService) -> None:
        self._steps = _by(keeper.all(TaskStep), "task_id")
        self._reminders = _by(keeper.all(TaskReminder), "task_id")
        self._work = _by(keeper.all(WorkRecord), "task_id")
        self._files = _by(keeper.all(Attachment), "owner_id")
        self._recorded = keeper.recorded()
        self._named: dict[str, list[Activity]] = defaultdict(list)
        for one in self._recorded.activities:
            for task_id in one.task_ids:
                self._named[task_id].append(one)

    def standings(self, tasks: Iterable[Task], year: int, today: dt.date) -> Iterator[Standing]:
        """Those of tasks of plans of one year."""
        recorded = of_year(self._recorded, year)
        for task in tasks:
            yield self._standing(task, year, today, recorded)

    def _standing(self, task: Task, year: int, today: dt.date, recorded: Recorded) -> Standing:
        steps, work = self._steps.get(task.id, []), self._work.get(task.id, [])
        named = self._named.get(task.id, [])
        files = self._file_names(task, steps, work, named)
        this_year = tuple(record for record in work if record.date.year == year)
        counted = duty_progress(task, year, replace(recorded, work=this_year))
        told = (
            *(record.text for record in work),
            *(f"{step.title}\n{step.note}" for step in steps if step.done_on is not None),
            *(f"{one.title}\n{one.outcome}\n{one.note}" for one in named),
        )
        return Standing(
            task=task,
            year=year,
            today=today,
            progress=tuple(progress for progress, _met in counted),
            met=tuple(met for _progress, met in counted),
            steps=tuple(sorted(steps, key=lambda step: step.position)),
            reminders=tuple(sorted(self._reminders.get(task.id, ()), key=lambda one: one.date)),
            proofs=proofs(task.proof, files, told),
            files=len(files),
            told=bool(work or named) or any(p.done for p, _met in counted if p.duty.applies),
        )

    def _file_names(
        self,
        task: Task,
        steps: Iterable[TaskStep],
        work: Iterable[WorkRecord],
        named: Iterable[Activity],
    ) -> list[str]:
        owners = (
            task.id,
            *(step.id for step in steps),
            *(record.id for record in work),
            *(one.id for one in named),
        )
        return [file.name for owner in owners for file in self._files.get(owner, ())]


def _by(records: Iterable[R], field: str) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for record in records:
        found[getattr(record, field)].append(record)
    return found


def _days(standing: Standing, concern: Concern) -> Iterator[dt.date]:
    """The days a concern hangs on: ends of periods, dates of steps, of answers."""
    match concern:
        case Concern.DUTY_BEHIND:
            for one in standing.behind:
                yield next(period.last for period in one.periods if period.missing)
        case Concern.TASK_STEP_LATE:
            yield from (step.due for step in standing.late_steps if step.due is not None)
        case Concern.TASK_ANSWER_WAITED:
            yield from (one.due for one in standing.waiting if one.due is not None)


def _weight(concern: Concern, days: Sequence[dt.date], today: dt.date) -> Weight:
    if concern is Concern.TASK_STEP_LATE or any(day < today for day in days):
        return Weight.BAD
    return Weight.WARN
