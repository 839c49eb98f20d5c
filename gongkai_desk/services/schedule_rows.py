"""The rows of a 配档表: every column of a task as a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from gongkai_desk.domain.plan import DeadlineKind, Task, WorkPlan, WorkRecord, light
from gongkai_desk.domain.schedule import ScheduleColumn, Scope, ScopeKind
from gongkai_desk.i18n import _, date_text, ngettext, pgettext
from gongkai_desk.texts import label

Records = Mapping[str, Sequence[WorkRecord]]


def schedule_rows(
    plan: WorkPlan,
    tasks: Sequence[Task],
    records: Records,
    columns: Sequence[ScheduleColumn],
    today: dt.date,
) -> list[tuple[str, ...]]:
    """One row for each task, numbered through; `records` by task id."""
    rows = []
    for number, task in enumerate(tasks, 1):
        texts = {
            ScheduleColumn.NUMBER: str(number),
            **_what(task),
            **_how_far(task, records.get(task.id, ())),
            ScheduleColumn.LIGHT: label(light(task, plan.year, today)),
        }
        rows.append(tuple(texts[column] for column in columns))
    return rows


def schedule_note(plan: WorkPlan, scope: Scope, count: int, today: dt.date) -> str:
    """The line under the title: where the tasks come from, whose they are, how many, as of when."""
    counted = ngettext("{n} task", "{n} tasks", count).format(n=count)
    number = f"{plan.title}（{plan.document_number}）" if plan.document_number else plan.title
    whose = {
        ScopeKind.ALL: "",
        ScopeKind.OURS: pgettext("schedule", "our tasks"),
        ScopeKind.UNIT: pgettext("schedule", "unit: {unit}").format(unit=scope.unit),
        ScopeKind.LATE: pgettext("schedule", "past their deadline"),
    }[scope.kind]
    source = pgettext("schedule", "Source: {plan}").format(plan=number)
    as_of = _("{counted}, as of {date}").format(counted=counted, date=date_text(today))
    return "　　".join(part for part in (source, whose, as_of) if part)


def deadline_words(task: Task) -> str:
    """The plan's own words, or the date that was set by hand."""
    deadline = task.deadline
    if deadline.text:
        return deadline.text
    if deadline.date is not None:
        return deadline.date.isoformat()
    return label(deadline.kind) if deadline.kind is DeadlineKind.ALL_YEAR else ""


def _what(task: Task) -> dict[ScheduleColumn, str]:
    return {
        ScheduleColumn.SECTION: "\n".join(part for part in task.path if part),
        ScheduleColumn.TITLE: task.title,
        ScheduleColumn.CONTENT: task.text,
        ScheduleColumn.LEAD: "、".join(task.lead_units),
        ScheduleColumn.RESPONSIBLE: "、".join(task.responsible_units)
        + ("等" if task.units_open and task.responsible_units else ""),
        ScheduleColumn.DEADLINE: deadline_words(task),
        ScheduleColumn.FREQUENCY: "\n".join(duty.text for duty in task.duties if duty.applies),
        ScheduleColumn.OURS: pgettext("schedule", "Yes")
        if task.ours
        else pgettext("schedule", "No"),
    }


def _how_far(task: Task, records: Sequence[WorkRecord]) -> dict[ScheduleColumn, str]:
    return {
        ScheduleColumn.OWNER: task.owner,
        ScheduleColumn.PROOF: task.proof,
        ScheduleColumn.RESULT: task.result,
        ScheduleColumn.NOTE: task.note,
        ScheduleColumn.PROGRESS: label(task.status),
        ScheduleColumn.DONE_ON: date_text(task.done_on) if task.done_on else "",
        ScheduleColumn.RECORDS: "\n".join(f"{one.date.isoformat()} {one.text}" for one in records),
        ScheduleColumn.HINDRANCE: task.hindrance,
    }
