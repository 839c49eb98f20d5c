"""The tasks of a plan as they are counted and printed: units, 配档表, 任务单, overview."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import Light, Task, WorkPlan, WorkRecord, light
from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.schedule import (
    ScheduleColumn,
    ScheduleSheet,
    Scope,
    ScopeKind,
    SheetColumn,
    chosen_columns,
)
from gongkai_desk.domain.task_groups import by_unit
from gongkai_desk.domain.task_overview import Days, Overview, duty_days, late_tasks, overview
from gongkai_desk.domain.unit_tasks import collective, tasks_of_unit
from gongkai_desk.i18n import pgettext
from gongkai_desk.services.disclosure_settings import DisclosureSettingsService
from gongkai_desk.services.duty_sources import read_recorded
from gongkai_desk.services.office import OFFICE_ID
from gongkai_desk.services.overview_words import overview_paper
from gongkai_desk.services.schedule_rows import schedule_note, schedule_rows
from gongkai_desk.services.tasks import TaskService
from gongkai_desk.storage.database import Database
from gongkai_desk.wording.schedule import usual_heading

UNIT_SHEET = (
    ScheduleColumn.NUMBER,
    ScheduleColumn.SECTION,
    ScheduleColumn.TITLE,
    ScheduleColumn.CONTENT,
    ScheduleColumn.LEAD,
    ScheduleColumn.RESPONSIBLE,
    ScheduleColumn.DEADLINE,
    ScheduleColumn.FREQUENCY,
    ScheduleColumn.PROGRESS,
    ScheduleColumn.RESULT,
)
"""The columns of one unit's sheet: what it has to do, and how far it is."""
FORMATS = ("xlsx", "docx", "pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCount:
    """A unit of a plan with how many tasks it has, also by collective forms, and how many are
    late. `collective` tells a form such as 各有关单位.
    """

    unit: str
    total: int
    late: int
    collective: bool


class TaskViewService:
    """Reads; the only thing it writes are the columns that the office prints."""

    def __init__(
        self, database: Database, tasks: TaskService, settings: DisclosureSettingsService
    ) -> None:
        self._database, self._tasks, self._settings = database, tasks, settings

    def units(self, plan_id: str, today: dt.date) -> list[UnitCount]:
        """The units named in a plan: single ones in its order, then collective forms."""
        plan, tasks = self._tasks.plan(plan_id), self._tasks.tasks(plan_id)
        office = self._office()
        counts = []
        for group in by_unit(tasks):
            if group.key:
                own = tasks_of_unit(tasks, group.key, office)
                late = sum(light(task, plan.year, today) is Light.LATE for task in own)
                several = collective(group.key)
                counts.append(
                    UnitCount(unit=group.key, total=len(own), late=late, collective=several)
                )
        return sorted(counts, key=lambda one: one.collective)

    def chosen(self, plan_id: str, scope: Scope, today: dt.date) -> list[Task]:
        """The tasks of a plan within `scope`, in its order."""
        plan, tasks = self._tasks.plan(plan_id), self._tasks.tasks(plan_id)
        if scope.only_ours:
            tasks = [task for task in tasks if task.ours]
        match scope.kind:
            case ScopeKind.ALL:
                return tasks
            case ScopeKind.OURS:
                return [task for task in tasks if task.ours]
            case ScopeKind.UNIT:
                return tasks_of_unit(tasks, scope.unit, self._office())
            case ScopeKind.LATE:
                ids = {one.task.id for one in late_tasks(tasks, plan.year, today)}
                return [task for task in tasks if task.id in ids]

    # the 配档表

    def columns(self) -> tuple[SheetColumn, ...]:
        """Every column with the office's heading, those it prints first and in its order."""
        settings = self._settings.get()
        first = chosen_columns(settings)
        rest = tuple(column for column in ScheduleColumn if column not in first)
        return self.headed((*first, *rest))

    def printed(self) -> tuple[ScheduleColumn, ...]:
        """The columns the office prints."""
        return chosen_columns(self._settings.get())

    def headed(self, columns: Sequence[ScheduleColumn]) -> tuple[SheetColumn, ...]:
        """`columns` with the office's headings."""
        own = self._settings.get().schedule_headings
        return tuple(
            SheetColumn(column=column, heading=own.get(column.value) or usual_heading(column))
            for column in columns
        )

    def keep_columns(self, printed: Sequence[SheetColumn], every: Sequence[SheetColumn]) -> Changes:
        """Keep which columns the office prints, and the headings it gave to any of `every`."""
        headings = {
            one.column.value: one.heading.strip()
            for one in every
            if one.heading.strip() not in ("", usual_heading(one.column))
        }
        names = tuple(one.column.value for one in printed)
        return self._settings.save(
            replace(
                self._settings.get(),
                schedule_columns=names,
                schedule_headings=headings,
            )
        )

    def schedule(
        self,
        plan_id: str,
        scope: Scope,
        today: dt.date,
        columns: Sequence[SheetColumn] | None = None,
        *,
        title: str = "",
    ) -> ScheduleSheet:
        """The 配档表 as texts; without `columns` those the office prints. Refused without any."""
        taken = self.headed(self.printed()) if columns is None else tuple(columns)
        if not taken:
            raise refuse("schedule-without-columns", "columns")
        plan, tasks = self._tasks.plan(plan_id), self.chosen(plan_id, scope, today)
        records = {
            task.id: self._tasks.records(task.id)
            for task in tasks
            if any(one.column is ScheduleColumn.RECORDS for one in taken)
        }
        return ScheduleSheet(
            title=title or pgettext("schedule", "Schedule of {plan}").format(plan=plan.title),
            note=schedule_note(plan, scope, len(tasks), today),
            columns=taken,
            rows=schedule_rows(plan, tasks, records, [one.column for one in taken], today),
        )

    def unit_sheet(self, plan_id: str, unit: str, today: dt.date) -> ScheduleSheet:
        """单位任务单: what one unit has to do by this plan."""
        return self.schedule(
            plan_id,
            Scope(kind=ScopeKind.UNIT, unit=unit),
            today,
            self.headed(UNIT_SHEET),
            title=pgettext("schedule", "Tasks of {unit}").format(unit=unit),
        )

    def write(self, sheet: ScheduleSheet, path: Path) -> tuple[str, ...]:
        """Write a sheet in the format that the ending of `path` names: xlsx, docx or pdf.

        Returns the characters that no bundled typeface has (pdf only). Raises DomainError where
        the file cannot be written, or for another ending.
        """
        match path.suffix.lower().removeprefix("."):
            case "xlsx":
                documents.plan_xlsx.write_schedule(sheet, path)
                return ()
            case "docx":
                documents.schedule_docx.write_schedule(sheet, path)
                return ()
            case "pdf":
                return documents.schedule_pdf.write_schedule(sheet, path)
        raise refuse("schedule-format", format=path.suffix, known="、".join(FORMATS))

    def export(self, plan_id: str, scope: Scope, today: dt.date, path: Path) -> Path:
        """Write the 配档表 with the office's columns to `path`, as `write` does."""
        self.write(self.schedule(plan_id, scope, today), path)
        return path

    # the overview

    def overview(self, plan_id: str, today: dt.date, *, only_ours: bool) -> Overview:
        """How a plan stands, all of it or our tasks."""
        scope = Scope(kind=ScopeKind.OURS if only_ours else ScopeKind.ALL)
        return overview(
            self._tasks.plan(plan_id),
            self.chosen(plan_id, scope, today),
            self._days(),
            today,
        )

    def _days(self) -> Days:
        work = tuple(self._database.read(WorkRecord))
        recorded = replace(read_recorded(self._database), work=work)
        return lambda duty, tasks: duty_days(duty, tasks, recorded)

    def write_overview(
        self, plan_id: str, today: dt.date, path: Path, *, only_ours: bool
    ) -> tuple[str, ...]:
        """The overview on one A4 page. Raises DomainError where it cannot be written."""
        found = self.overview(plan_id, today, only_ours=only_ours)
        paper = overview_paper(found, self._office().name, only_ours=only_ours)
        return documents.overview_pdf.write_overview(paper, path)

    def years(self) -> Mapping[str, int]:
        """The years of the plans, by id."""
        return {plan.id: plan.year for plan in self._database.read(WorkPlan)}

    def _office(self) -> Office:
        return self._database.get(Office, OFFICE_ID)
