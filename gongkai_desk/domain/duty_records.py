"""Which recorded days meet a duty: duties are counted from what was recorded, never ticked.

An activity that names tasks counts for these tasks alone; one that names none counts for every
duty of its kind. A look at platforms and a finished self-inspection are inspections as well; where
the words of the duty name kinds of platforms, only a look at one of these counts. A duty no record
is made for (OTHER) is met by the task's own work records and by the activities that name the task.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.duty_progress import DutyProgress, periods_of, progress
from gongkai_desk.domain.inspection import SelfInspection
from gongkai_desk.domain.plan import Duty, DutyKind, Per, Task, WorkRecord
from gongkai_desk.domain.platform import PlatformCheck, PlatformKind
from gongkai_desk.domain.platform_words import platforms_named

_BLANK = re.compile(r"\s")
_BREAK = re.compile(r"[，,。；;：:！？]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """Everything that may meet a duty. `work` may hold the records of other tasks as well;
    `platforms` are the kinds of the platforms that were looked at, by id.
    """

    activities: tuple[Activity, ...] = ()
    checks: tuple[PlatformCheck, ...] = ()
    inspections: tuple[SelfInspection, ...] = ()
    work: tuple[WorkRecord, ...] = ()
    platforms: Mapping[str, PlatformKind] = field(default_factory=dict)


def activity_kind(kind: DutyKind) -> ActivityKind | None:
    """The activity that meets a duty of this kind; None where none does."""
    return None if kind is DutyKind.OTHER else ActivityKind(kind.value)


def counts_for(activity: Activity, task: Task) -> bool:
    """Whether an activity of the right kind counts for this task."""
    return not activity.task_ids or task.id in activity.task_ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Something recorded that counts: on which day, and what it was (empty for an inspection of
    platforms or by the list). `record_id` tells two of one day and name apart; it is empty for a
    day of looking at platforms.
    """

    date: dt.date
    what: str = ""
    record_id: str = ""


def meeting_records(duty: Duty, task: Task, recorded: Recorded) -> tuple[Met, ...]:
    """What met `duty` of `task`, by day, of every year."""
    return tuple(sorted(_met(duty, task, recorded), key=lambda met: (met.date, met.what)))


def meeting_days(duty: Duty, task: Task, recorded: Recorded) -> tuple[dt.date, ...]:
    """The days on which something met `duty` of `task`, in their order, of every year."""
    return tuple(met.date for met in meeting_records(duty, task, recorded))


def of_year(recorded: Recorded, year: int) -> Recorded:
    """What can count in a year."""
    return Recorded(
        activities=tuple(one for one in recorded.activities if one.date.year == year),
        checks=tuple(one for one in recorded.checks if one.date.year == year),
        inspections=tuple(one for one in recorded.inspections if one.year == year),
        work=tuple(one for one in recorded.work if one.date.year == year),
        platforms=recorded.platforms,
    )


def duty_progress(
    task: Task, year: int, recorded: Recorded
) -> tuple[tuple[DutyProgress, tuple[Met, ...]], ...]:
    """How far every duty of the task is in the year of its plan, with what was counted, in their
    order; those of others (`applies` False) as well. `recorded` is of that year (`of_year`).
    """
    found = []
    for duty in task.duties:
        met = meeting_records(duty, task, recorded)
        found.append((progress(duty, year, (one.date for one in met)), met))
    return tuple(found)


def _met(duty: Duty, task: Task, recorded: Recorded) -> Iterator[Met]:
    kind = activity_kind(duty.kind)
    if kind is None:
        for record in recorded.work:
            if record.task_id == task.id:
                yield Met(date=record.date, what=record.text, record_id=record.id)
        for one in recorded.activities:
            if task.id in one.task_ids:
                yield Met(date=one.date, what=one.title, record_id=one.id)
        return
    for one in recorded.activities:
        if one.kind is kind and counts_for(one, task):
            yield Met(date=one.date, what=one.title, record_id=one.id)
    if duty.kind is DutyKind.INSPECTION:
        for day in _looked_at(duty, task, recorded):
            yield Met(date=day)
        for each in recorded.inspections:
            if each.finished_on is not None:
                yield Met(date=_within_its_quarter(each, each.finished_on), record_id=each.id)


def _looked_at(duty: Duty, task: Task, recorded: Recorded) -> set[dt.date]:
    """The days of looking at platforms the duty speaks of; one round looks at many of them."""
    wanted = platforms_named(_clause(duty, task))
    return {
        check.date
        for check in recorded.checks
        if not wanted or recorded.platforms.get(check.platform_id) in wanted
    }


def _clause(duty: Duty, task: Task) -> str:
    """The duty with what stands before it up to the comma (政务新媒体每季度检查1次): what is to be
    looked at is named there.
    """
    text = _BLANK.sub("", task.text)
    found = text.find(duty.text)
    return duty.text if found < 0 else _BREAK.split(text[:found])[-1] + duty.text


def _within_its_quarter(inspection: SelfInspection, day: dt.date) -> dt.date:
    """The list of a quarter counts in that quarter, also when it was finished days later."""
    first, last = periods_of(Per.QUARTER, inspection.year)[inspection.quarter - 1]
    return min(max(day, first), last)
