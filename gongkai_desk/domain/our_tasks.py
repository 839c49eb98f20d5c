"""Which tasks are ours: our names, and the collective forms that include an office like us."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gongkai_desk.domain.office import Office, OfficeKind
from gongkai_desk.domain.plan_lines import compact

_LEVEL = r"(?P<level>[省市区县旗州镇])?(?:委、?|政府|级|直|属)*"
_WHICH = r"(?:各级|各|有关|相关)*"
_DEPARTMENTS = re.compile(
    rf"(?:全)?{_LEVEL}{_WHICH}(?:责任|职能|直属)?(?:部门|单位)"
    r"(?:(?:、|和|及)?(?:各|有关|相关|直属)*(?:部门|单位|机构))*"
)
_LEVELS = "省市区县旗州镇"
_GOVERNMENTS = re.compile(r"各(?:级)?(?:街道|镇|乡|区|县|市|开发区|功能区|园区|人民政府|政府).*")
_ONLY_GOVERNMENTS = re.compile(
    r"各级?(?:街道|镇|乡|街|区|县|市|旗|开发区|功能区|园区|人民政府|政府|管委会?|办事处|、|和|及)+"
    r"(?=每|年内|全年|至少|原则上)"
)
_EVERYBODY = re.compile(r"各(?:有关|相关|责任)?单位")
_REGION = re.compile(
    r"(?:[\u4e00-\u9fff]{2,7}?(?:省|自治区|市|州|盟|地区))?([\u4e00-\u9fff]{2,6}?([市区县旗]))?"
)
_PART_OF_US = re.compile(r"(?:各)?(?:有关|相关)?(?:处室|科室|单位|部门)?")
_BRACKETED = re.compile(r"^(.+?)[（(](.+)[)）]$")


def ours(units: Iterable[str], office: Office) -> tuple[bool, str]:
    """Whether a task for `units` is one of `office`, and the unit that says so.

    A unit that names us outweighs a collective form. An office without a name has no tasks.
    """
    if not office.names:
        return False, ""
    written = tuple(units)
    names = names_of(office)
    by_name = next((unit for unit in written if _is_us(unit, names)), None)
    found = by_name or next((unit for unit in written if _includes(unit, office)), None)
    return found is not None, found or ""


def meant_for_others(words: str, office: Office) -> bool:
    """Whether the words of a duty order it of governments alone while we are a department of one:
    各区市、开发区每季度1次. What names anybody else is left to the officer.
    """
    governments = _ONLY_GOVERNMENTS.match(compact(words)) is not None
    return governments and office.kind is OfficeKind.DEPARTMENT


def names_of(office: Office) -> frozenset[str]:
    """Every way a plan may write our name: 威海市环翠区司法局, 环翠区司法局, 区司法局, 司法局."""
    names: set[str] = set()
    for name in map(compact, office.names):
        names.add(name)
        names.update(_shortened(name, compact(office.region)))
    return frozenset(names)


def _shortened(name: str, region: str) -> Iterable[str]:
    rest, level = name, ""
    if region and name.startswith(region):
        rest, level = name[len(region) :], region[-1]
    elif match := _REGION.match(name):
        head = match.group()
        rest, level = name[len(head) :], head[-1:] if head else ""
        if match.group(1):
            yield match.group(1) + rest
    if level and rest:
        yield level + rest
        yield rest
        if rest.startswith("人民政府"):
            yield level + rest.removeprefix("人民")


def _is_us(unit: str, names: frozenset[str]) -> bool:
    if unit in names:
        return True
    if match := _BRACKETED.match(unit):
        outer, inner = match.groups()
        return outer in names or inner in names
    return any(
        len(name) > 3 and unit.startswith(name) and _PART_OF_US.fullmatch(unit[len(name) :])
        for name in names
    )


def _includes(unit: str, office: Office) -> bool:
    """Whether a collective form means us: 市政府各部门 are the departments of a city, not those of
    its districts. An office whose level nobody told is taken to be meant.
    """
    if _EVERYBODY.fullmatch(unit):
        return True
    if office.kind is OfficeKind.GOVERNMENT:
        return _GOVERNMENTS.fullmatch(unit) is not None
    form = _DEPARTMENTS.fullmatch(unit)
    return form is not None and (form["level"] is None or _level(office) in ("", form["level"]))


def _level(office: Office) -> str:
    """省, 市, 区, 县 … as our short name, region or full name tells; "" when none does."""
    short, region = compact(office.short_name), compact(office.region)
    if short[:1] and short[:1] in _LEVELS:
        return short[0]
    if region[-1:] and region[-1] in _LEVELS:
        return region[-1]
    match = _REGION.match(compact(office.name))
    return match.group()[-1:] if match and match.group()[-1:] in _LEVELS else ""
