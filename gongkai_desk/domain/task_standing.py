"""How a task stands beyond its light: why it is late, what it waits for, what proof it lacks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.attention import Concern
from gongkai_desk.domain.duty_progress import DutyProgress, PeriodCount
from gongkai_desk.domain.duty_records import Met
from gongkai_desk.domain.plan import Task, TaskReminder, TaskStatus, TaskStep, due_date
from gongkai_desk.domain.task_evidence import Proof, ProofState


class LateKind(StrEnum):
    DEADLINE = "deadline"
    STEP = "step"
    DUTY = "duty"


@dataclass(frozen=True, slots=True, kw_only=True)
class LateReason:
    """Why a task is late: `date` was the last day; the step or the duty with its period."""

    kind: LateKind
    date: dt.date
    step: TaskStep | None = None
    progress: DutyProgress | None = None
    period: PeriodCount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A task of a plan of `year` on `today` with all that hangs on it. `files` counts the files
    at the task, its steps and records; `told` whether a record or an activity speaks for it.
    `met` says for each of `progress` what was counted in that year.
    """

    task: Task
    year: int
    today: dt.date
    progress: tuple[DutyProgress, ...] = ()
    met: tuple[tuple[Met, ...], ...] = ()
    steps: tuple[TaskStep, ...] = ()
    reminders: tuple[TaskReminder, ...] = ()
    proofs: tuple[Proof, ...] = ()
    files: int = 0
    told: bool = False

    @property
    def closed(self) -> bool:
        return self.task.status in (TaskStatus.DONE, TaskStatus.CARRIED)

    @property
    def duties(self) -> tuple[DutyProgress, ...]:
        """Those meant for us."""
        return tuple(one for one in self.progress if one.duty.applies)

    @property
    def late(self) -> tuple[LateReason, ...]:
        """Every reason why the task is late, in the order deadline, steps, duties."""
        return tuple(_reasons(self))

    @property
    def watched_duties(self) -> tuple[DutyProgress, ...]:
        """The duties of our own tasks that still matter: records meet them, ticking the task does
        not; once the year is over those of a closed task are left in peace.
        """
        over = self.task.status is TaskStatus.DONE and self.today.year > self.year
        if not self.task.ours or over or self.task.status is TaskStatus.CARRIED:
            return ()
        return self.duties

    @property
    def behind(self) -> tuple[DutyProgress, ...]:
        return tuple(one for one in self.watched_duties if one.behind(self.today))

    @property
    def late_steps(self) -> tuple[TaskStep, ...]:
        return () if self.closed else tuple(s for s in self.steps if step_late(s, self.today))

    @property
    def waiting(self) -> tuple[TaskReminder, ...]:
        """The reminders that have not been answered."""
        return () if self.closed else tuple(r for r in self.reminders if r.answered_on is None)

    @property
    def missing_proofs(self) -> tuple[Proof, ...]:
        return tuple(one for one in self.proofs if one.state is ProofState.MISSING)

    @property
    def evidence_missing(self) -> bool:
        """One of ours is marked done, but a wanted proof is missing; where none is listed:
        nothing at all is there that shows it. After the year that follows the plan's, whose
        report may still ask for it, nobody is bothered any more.
        """
        done = self.task.ours and self.task.status is TaskStatus.DONE
        if not done or self.today.year > self.year + 1:
            return False
        return bool(self.missing_proofs) or not (self.proofs or self.files or self.told)

    def asks(self, concern: Concern) -> bool:
        """Whether the task belongs to the list of this concern. Duties and proof concern our own
        tasks only; steps and reminders were made by hand, they count wherever they are.
        """
        match concern:
            case Concern.DUTY_BEHIND:
                return bool(self.behind)
            case Concern.TASK_STEP_LATE:
                return bool(self.late_steps)
            case Concern.TASK_ANSWER_WAITED:
                return bool(self.waiting)
            case Concern.EVIDENCE_MISSING:
                return self.evidence_missing
            case _:
                return False


TASK_CONCERNS = (
    Concern.DUTY_BEHIND,
    Concern.TASK_STEP_LATE,
    Concern.TASK_ANSWER_WAITED,
    Concern.EVIDENCE_MISSING,
)
"""What of a task asks for attention beside its deadline."""


def step_late(step: TaskStep, today: dt.date) -> bool:
    return step.done_on is None and step.due is not None and step.due < today


def _reasons(standing: Standing) -> Iterator[LateReason]:
    due = due_date(standing.task, standing.year)
    if due is not None and due < standing.today and not standing.closed:
        yield LateReason(kind=LateKind.DEADLINE, date=due)
    for step in standing.late_steps:
        assert step.due is not None
        yield LateReason(kind=LateKind.STEP, date=step.due, step=step)
    for one in standing.watched_duties:
        for period in one.periods:
            if period.missing and period.over(standing.today):
                yield LateReason(kind=LateKind.DUTY, date=period.last, progress=one, period=period)
