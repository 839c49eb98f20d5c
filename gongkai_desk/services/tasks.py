"""Work plans and their tasks: importing, following up."""

from __future__ import annotations

import datetime as dt
import importlib
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongkai_desk.documents.reading import read_blocks, read_text_blocks, read_text_bytes
from gongkai_desk.domain.activity import Activity
from gongkai_desk.domain.backups import BackupReason
from gongkai_desk.domain.blocks import Block
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.dated_tasks import DatedTask, TaskCounts
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import (
    Attachment,
    Light,
    SectionText,
    Task,
    TaskReminder,
    TaskStatus,
    TaskStep,
    WorkPlan,
    WorkRecord,
    due_date,
    light,
)
from gongkai_desk.domain.plan_lines import compact
from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.task_carrying import reopened
from gongkai_desk.services.attaching import read_attachment
from gongkai_desk.services.maintenance import MaintenanceService
from gongkai_desk.services.office import OFFICE_ID
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.work import Work

if TYPE_CHECKING:
    from gongkai_desk.domain.plan_reading import PlanReading


def read_plan_file(path: Path, year: int | None = None) -> PlanReading:
    """Read a plan without an office: no task is marked as ours. Raises DomainError."""
    return _read(read_blocks(path), path.name, year)


def read_plan_text(text: str, year: int | None = None, name: str = "") -> PlanReading:
    """Read pasted text like a file."""
    return _read(read_text_blocks(text), name, year)


def read_plan_bytes(data: bytes, year: int | None = None, name: str = "") -> PlanReading:
    """Read text from a pipe, whatever its encoding."""
    return _read(read_text_bytes(data, name), name, year)


def _read(blocks: Sequence[Block], name: str, year: int | None) -> PlanReading:
    reading: PlanReading = _reading_of_plans().read_plan(blocks, name=name, year=year)
    return reading


def _reading_of_plans() -> Any:
    """The start of the program does not wait for it: few days bring a plan."""
    return importlib.import_module("gongkai_desk.domain.plan_reading")


class TaskService:
    def __init__(self, database: Database, maintenance: MaintenanceService) -> None:
        self._database = database
        self._maintenance = maintenance

    # taking plans in

    def read_file(self, path: Path, year: int | None = None) -> PlanReading:
        """The plan in a file with our tasks marked; nothing is stored. Raises DomainError."""
        return self.with_ours(read_plan_file(path, year))

    def read_text(self, text: str, year: int | None = None, name: str = "") -> PlanReading:
        """The plan in pasted text with our tasks marked; nothing is stored."""
        return self.with_ours(read_plan_text(text, year, name))

    def with_ours(self, reading: PlanReading) -> PlanReading:
        """The reading with our tasks marked for this office; call it after units were changed."""
        with_ours: PlanReading = _reading_of_plans().mark_ours(reading, self._office())
        return with_ours

    def commit(self, reading: PlanReading, on: dt.date) -> Changes:
        """Take a plan with its tasks into the office file, after a backup.

        Raises DomainError `plan-already-imported` for a plan of the same title and year.
        """
        same = [
            plan
            for plan in self._database.read(WorkPlan, year=reading.plan.year)
            if compact(plan.title) == compact(reading.plan.title)
        ]
        if same:
            raise refuse("plan-already-imported", title=same[0].title, year=same[0].year)
        self._maintenance.backup_if_changed(BackupReason.IMPORT)
        taken: PlanReading = _reading_of_plans().imported(reading, on)
        with self._database.write("import-plan") as work:
            work.put(taken.plan)
            for task in taken.tasks:
                work.put(task)
        return work.changes

    def remove_plan(self, plan_id: str) -> Changes:
        """Take a plan out again with its tasks and everything that hangs on them; what was carried
        over into it is open again in the plan it came from. Activities stay and forget its tasks:
        one bound to a task that is gone would count for no duty any more.
        """
        with self._database.write("remove-plan") as work:
            gone = self.tasks(plan_id)
            self._forget(work, {task.id for task in gone})
            for task in gone:
                self._reopen_origin(work, task)
                hanging: list[WorkRecord | TaskStep | TaskReminder] = [
                    *self._database.read(WorkRecord, task_id=task.id),
                    *self._database.read(TaskStep, task_id=task.id),
                    *self._database.read(TaskReminder, task_id=task.id),
                ]
                for record in hanging:
                    self._remove_record(work, record)
                self._remove_attachments(work, task.id)
                work.remove(task)
            for text in self._database.read(SectionText, plan_id=plan_id):
                work.remove(text)
            work.remove(self._database.get(WorkPlan, plan_id))
        return work.changes

    def _forget(self, work: Work, task_ids: Set[str]) -> None:
        for activity in self._database.read(Activity):
            left = tuple(each for each in activity.task_ids if each not in task_ids)
            if left != activity.task_ids:
                work.put(replace(activity, task_ids=left))

    def _reopen_origin(self, work: Work, task: Task) -> None:
        origin = self._database.find(Task, task.carried_from) if task.carried_from else None
        if origin is not None and origin.status is TaskStatus.CARRIED:
            work.put(reopened(origin, begun=bool(self.records(origin.id))))

    # reading

    def plans(self, year: int | None = None) -> list[WorkPlan]:
        """The plans, newest year first, within a year in the order of import."""
        plans = self._database.read(WorkPlan)
        return sorted(
            (plan for plan in plans if year in (None, plan.year)), key=lambda plan: -plan.year
        )

    def tasks(self, plan_id: str) -> list[Task]:
        """The tasks of a plan in its order."""
        return sorted(self._database.read(Task, plan_id=plan_id), key=lambda task: task.position)

    def get(self, task_id: str) -> Task:
        return self._database.get(Task, task_id)

    def plan(self, plan_id: str) -> WorkPlan:
        return self._database.get(WorkPlan, plan_id)

    def records(self, task_id: str) -> list[WorkRecord]:
        """The records of work done on a task, oldest first."""
        return sorted(
            self._database.read(WorkRecord, task_id=task_id), key=lambda record: record.date
        )

    def attachments(self, owner_id: str) -> list[Attachment]:
        """The files attached to a record (or a task)."""
        return self._database.read(Attachment, owner_id=owner_id)

    def content(self, attachment_id: str) -> bytes:
        return self._database.content(attachment_id)

    def counts(self, today: dt.date) -> TaskCounts:
        """How our tasks stand: those of the newest plans, and what is open of older ones."""
        found: dict[Light, int] = defaultdict(int)
        plans = self.plans()
        newest = max((plan.year for plan in plans), default=today.year)
        for plan in plans:
            for task in self._database.read(Task, plan_id=plan.id):
                shown = light(task, plan.year, today)
                if task.ours and (plan.year >= newest or shown is not Light.DONE):
                    found[shown] += 1
        return TaskCounts(
            open=found[Light.ON_TRACK] + found[Light.UNDATED],
            soon=found[Light.SOON],
            late=found[Light.LATE],
            done=found[Light.DONE],
        )

    def unfinished(self, today: dt.date) -> list[DatedTask]:
        """Our tasks of all plans that are still to be done, the earliest deadline first."""
        found = [
            DatedTask(task=task, due=due_date(task, plan.year), light=shown)
            for plan in self.plans()
            for task in self.tasks(plan.id)
            if task.ours and (shown := light(task, plan.year, today)) is not Light.DONE
        ]
        return sorted(
            found, key=lambda each: (each.due is None, each.due or today, each.task.position)
        )

    # following up

    def set_status(self, task_id: str, status: TaskStatus, on: dt.date) -> Changes:
        """Set how far a task is; a done task keeps the day it was done `on`. Raises `task-carried`
        for one that goes on in another plan.
        """
        task = self.get(task_id)
        if task.status is TaskStatus.CARRIED:
            raise refuse("task-carried", number=task.number, title=task.title)
        done_on = on if status is TaskStatus.DONE else None
        return self._put("set-task-status", replace(task, status=status, done_on=done_on))

    def save(self, task: Task) -> Changes:
        """Store an edited task; a change of units looks anew whether it is ours.

        Raises DomainError `plan-title-empty` at `title`.
        """
        if not task.title.strip():
            raise refuse("plan-title-empty", "title")
        if task.units != self.get(task.id).units:
            task = _reading_of_plans().marked(task, self._office())
        return self._put("save-task", task)

    def find_ours(self) -> Changes:
        """Mark every task anew, after the office changed its names; what was set by hand stays."""
        office = self._office()
        with self._database.write("find-our-tasks") as work:
            for task in self._database.read(Task):
                work.put(_reading_of_plans().marked(task, office))
        return work.changes

    def add_record(
        self,
        task_id: str,
        date: dt.date,
        text: str,
        files: Sequence[Path] = (),
        on: dt.date | None = None,
    ) -> Changes:
        """Record work done, with copies of `files` taken `on` a day (default: that of the work).

        The record's id is in the changes. Raises `work-record-empty`; errors as for reading a file.
        """
        record = WorkRecord(id=new_id(), task_id=task_id, date=date, text=text)
        return self._put_record("add-work-record", record, files, on or date)

    def save_record(
        self, record: WorkRecord, files: Sequence[Path] = (), on: dt.date | None = None
    ) -> Changes:
        """Store an edited record and add copies of `files` to it."""
        self._database.get(WorkRecord, record.id)
        return self._put_record("save-work-record", record, files, on or record.date)

    def remove_record(self, record_id: str) -> Changes:
        """Take a record out together with its attachments."""
        with self._database.write("remove-work-record") as work:
            self._remove_record(work, self._database.get(WorkRecord, record_id))
        return work.changes

    def attach(self, owner_id: str, path: Path, on: dt.date) -> Changes:
        """Keep a copy of a file inside the office file. Errors as for reading a file."""
        attachment, data = read_attachment(owner_id, path, on)
        with self._database.write("attach-file") as work:
            work.attach(attachment, data)
        return work.changes

    def remove_attachment(self, attachment_id: str) -> Changes:
        with self._database.write("remove-attachment") as work:
            work.remove(self._database.get(Attachment, attachment_id))
        return work.changes

    def _office(self) -> Office:
        return self._database.get(Office, OFFICE_ID)

    def _put(self, operation: str, task: Task) -> Changes:
        with self._database.write(operation) as work:
            work.put(task)
        return work.changes

    def _put_record(
        self, operation: str, record: WorkRecord, files: Sequence[Path], on: dt.date
    ) -> Changes:
        if not record.text.strip():
            raise refuse("work-record-empty", "text")
        attachments = [read_attachment(record.id, path, on) for path in files]
        with self._database.write(operation) as work:
            work.put(replace(record, text=record.text.strip()))
            for attachment, data in attachments:
                work.attach(attachment, data)
        return work.changes

    def _remove_record(self, work: Work, record: WorkRecord | TaskStep | TaskReminder) -> None:
        self._remove_attachments(work, record.id)
        work.remove(record)

    def _remove_attachments(self, work: Work, owner_id: str) -> None:
        for attachment in self.attachments(owner_id):
            work.remove(attachment)
