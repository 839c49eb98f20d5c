"""督办: which units are to be urged to do what is late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.office import Office, OfficeKind
from gongkai_desk.domain.plan import Task, TaskReminder
from gongkai_desk.domain.task_groups import written_as
from gongkai_desk.domain.task_overview import DueTask
from gongkai_desk.domain.unit_tasks import is_office

ANSWER_DAYS = 5
"""Working days to answer: no source sets a number; five is usual and can be changed in the window.
"""
URGING_WAY = "督办单"


@dataclass(frozen=True, slots=True, kw_only=True)
class Urged:
    """One unit and what it is late with, the longest over first."""

    unit: str
    late: tuple[DueTask, ...]
    inside: bool = False  # somebody of our own office


def to_urge(late: Iterable[DueTask], office: Office) -> list[Urged]:
    """The units of late tasks, in the order in which they are named. For a task of ours it is who
    does it in our office; our own name only where nobody is named.
    """
    every = list(late)
    names = written_as(unit for one in every for unit in one.task.units)
    found: dict[str, list[DueTask]] = {}
    for one in every:
        for unit in _addressees(one.task, names, office):
            found.setdefault(unit, []).append(one)
    return [
        Urged(
            unit=unit,
            late=tuple(ones),
            inside=is_office(unit, office)
            or any(one.task.ours and one.task.owner == unit for one in ones),
        )
        for unit, ones in found.items()
    ]


def usually_urged(urged: Iterable[Urged], office: Office) -> list[Urged]:
    """Whom the office urges unless it says otherwise: a government everybody, a department its own
    people; other units are not its to urge.
    """
    every = list(urged)
    inside = [each for each in every if each.inside]
    return every if office.kind is OfficeKind.GOVERNMENT or not inside else inside


def _addressees(task: Task, names: dict[str, str], office: Office) -> list[str]:
    others = [names[unit] for unit in task.units if not is_office(unit, office)]
    inside = [task.owner] if task.ours and task.owner else []
    return list(dict.fromkeys(inside + others)) or [office.short_name or office.name]


def answer_by(today: dt.date, calendar: WorkCalendar) -> dt.date:
    """The day by which to answer when nothing else is said."""
    return calendar.add(today, ANSWER_DAYS)


def reminders(
    urged: Iterable[Urged], on: dt.date, due: dt.date | None, text: str
) -> list[TaskReminder]:
    """What is to be recorded when a 督办单 is issued: one for each task of each unit."""
    return [
        TaskReminder(
            id=new_id(),
            task_id=one.task.id,
            unit=each.unit,
            date=on,
            way=URGING_WAY,
            text=text,
            due=due,
        )
        for each in urged
        for one in each.late
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgingPaper:
    """A 督办单 on paper. `head` are the titles of the columns, `rows` the late tasks; the last
    column is left to the one who answers. `answer` are the lines of the slip at the end.
    """

    title: str
    number: str
    addressee: str
    opening: str
    head: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    slip: str
    answer: tuple[str, ...]
    signed: str
    closing: tuple[str, ...]
    signature: str
    dated: str

    def texts(self) -> Iterable[str]:
        """Everything written on it."""
        yield from (self.title, self.number, self.addressee, self.opening, self.signed)
        yield from (*self.head, self.slip, *self.answer, *self.closing, self.signature, self.dated)
        for row in self.rows:
            yield from row
