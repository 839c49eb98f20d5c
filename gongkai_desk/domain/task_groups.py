"""The tasks of plans put into groups: by section, by unit, by the month of the deadline, by status.

Every task stands in exactly one group, by unit once in that of each of its units.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.plan import Task, TaskStatus, due_date

_LEVELS = "省市区县旗州镇"

BEFORE, AFTER, UNDATED = "before", "after", "undated"
"""Keys of the groups by month whose tasks are due in no month of the plan's year."""


class Grouping(StrEnum):
    SECTION = "section"
    UNIT = "unit"
    MONTH = "month"
    STATUS = "status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """`key` is a heading, a unit, "1" to "12" (or one of the keys above), a status; "" stands for
    tasks without a heading or a unit. `plan_id` is set for sections: two plans may share a heading.
    """

    key: str
    tasks: tuple[Task, ...]
    plan_id: str = ""


def section_of(task: Task) -> str:
    """The first heading above a task, "" without one."""
    return next((part for part in task.path if part), "")


def by_section(tasks: Iterable[Task]) -> list[Group]:
    """In the order in which the headings come."""
    found: dict[tuple[str, str], list[Task]] = {}
    for task in tasks:
        found.setdefault((task.plan_id, section_of(task)), []).append(task)
    return [
        Group(key=section, tasks=tuple(inside), plan_id=plan)
        for (plan, section), inside in found.items()
    ]


def by_unit(tasks: Iterable[Task]) -> list[Group]:
    """In the order in which the units are named; those who have no unit come last. A name with
    and without its level (区财政局, 财政局) is one unit where the plan leaves no doubt.
    """
    every = list(tasks)
    names = written_as(unit for task in every for unit in task.units)
    found: dict[str, list[Task]] = {}
    for task in every:
        for unit in dict.fromkeys(names[unit] for unit in task.units):
            found.setdefault(unit, []).append(task)
    groups = [Group(key=unit, tasks=tuple(inside)) for unit, inside in found.items()]
    nobodys = tuple(task for task in every if not task.units)
    return [*groups, Group(key="", tasks=nobodys)] if nobodys else groups


def written_as(units: Iterable[str]) -> dict[str, str]:
    """For every unit the name under which it stands: 财政局 -> 区财政局, where only one such unit
    is named.
    """
    known = dict.fromkeys(units)
    longer: dict[str, list[str]] = {}
    for unit in known:
        if unit[:1] in _LEVELS and unit[1:] in known:
            longer.setdefault(unit[1:], []).append(unit)
    return {
        unit: longer[unit][0] if len(longer.get(unit, ())) == 1 else unit for unit in known if unit
    } | ({"": ""} if "" in known else {})


def by_month(tasks: Iterable[Task], years: Mapping[str, int]) -> list[Group]:
    """Twelve months, and before, after and without them what is not due in the year of its plan;
    `years` are those of the plans by id. The twelve are always there, the others when needed.
    """
    found: dict[str, list[Task]] = {str(month): [] for month in range(1, 13)}
    before: list[Task] = []
    for task in tasks:
        year = years[task.plan_id]
        due = due_date(task, year)
        if due is None:
            found.setdefault(UNDATED, []).append(task)
        elif due.year < year:
            before.append(task)
        else:
            found.setdefault(str(due.month) if due.year == year else AFTER, []).append(task)
    ordered = [*map(str, range(1, 13)), *(key for key in (AFTER, UNDATED) if key in found)]
    groups = [Group(key=key, tasks=tuple(found[key])) for key in ordered]
    return [Group(key=BEFORE, tasks=tuple(before)), *groups] if before else groups


def by_status(tasks: Iterable[Task]) -> list[Group]:
    """The four states, each of them always."""
    found: dict[TaskStatus, list[Task]] = {status: [] for status in TaskStatus}
    for task in tasks:
        found[task.status].append(task)
    return [Group(key=status.value, tasks=tuple(inside)) for status, inside in found.items()]


def grouped(tasks: Iterable[Task], grouping: Grouping, years: Mapping[str, int]) -> list[Group]:
    """The groups of a grouping."""
    match grouping:
        case Grouping.SECTION:
            return by_section(tasks)
        case Grouping.UNIT:
            return by_unit(tasks)
        case Grouping.MONTH:
            return by_month(tasks, years)
        case Grouping.STATUS:
            return by_status(tasks)
