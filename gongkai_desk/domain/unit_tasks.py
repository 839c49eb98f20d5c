"""Which tasks are those of one unit: named by it, or by a collective form that includes it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gongkai_desk.domain.office import Office, OfficeKind
from gongkai_desk.domain.our_tasks import names_of, ours
from gongkai_desk.domain.plan import Task

_LEVELS = "省市区县旗州镇"
_LEAST_NAME = 3
_COLLECTIVE = re.compile(r"^全?[省市区县旗州镇]?(?:政府|级|直)*(?:各|有关|相关).*")
_GOVERNMENT = re.compile(r".*(?:街道|街道办事处|镇|乡|人民政府|区政府|县政府|市政府|管委会|管委)$")


def collective(unit: str) -> bool:
    """Whether a name means several units: 各有关单位, 区政府各部门, 各街道."""
    return _COLLECTIVE.fullmatch(unit) is not None


def tasks_of_unit(tasks: Iterable[Task], unit: str, office: Office) -> list[Task]:
    """The tasks of `unit` in their order. Our own office has those that are ours, with what was
    said by hand; a collective form has those that name it.
    """
    every = list(tasks)
    if is_office(unit, office):
        return [task for task in every if task.ours]
    if collective(unit):
        return [task for task in every if unit in task.units]
    other = as_office(unit, office)
    return [task for task in every if ours(task.units, other)[0]]


def is_office(unit: str, office: Office) -> bool:
    """Whether `unit` is one of our names."""
    return bool(office.names) and unit in names_of(office)


def as_office(unit: str, office: Office) -> Office:
    """`unit` seen as an office of our region, so that collective forms are asked about it."""
    level = _level(office)
    bare = unit[1:] if unit[:1] in _LEVELS and len(unit) > _LEAST_NAME else unit
    aliases = {bare, f"{level}{bare}"} - {unit}
    kind = OfficeKind.GOVERNMENT if _GOVERNMENT.fullmatch(unit) else OfficeKind.DEPARTMENT
    return Office(
        name=unit,
        short_name=unit if unit[:1] in _LEVELS else f"{level}{bare}",
        aliases=tuple(sorted(aliases)),
        kind=kind,
        region=office.region,
    )


def _level(office: Office) -> str:
    """区 of 区司法局 or of 云海区; "" when nothing tells."""
    if office.short_name[:1] and office.short_name[:1] in _LEVELS:
        return office.short_name[0]
    return office.region[-1:] if office.region[-1:] in _LEVELS else ""
