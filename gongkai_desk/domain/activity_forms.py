"""What each kind of activity asks for: its own fields, the names of the common ones, its rules.

The table is `resources/activities/kinds.toml`; it is passed in. Values of own fields are kept as
text: a count as digits, a date as ISO text, yes or no as ``yes`` and ``no``, a choice as it stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gongkai_desk.domain.activity import Activity, ActivityKind

YES, NO = "yes", "no"
COMMON = ("title", "place", "unit", "participants", "until", "outcome")
"""The fields of the record a kind may name; those it does not name are not asked for."""


class FieldType(StrEnum):
    LINE = "line"
    TEXT = "text"
    COUNT = "count"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"


class ActivityGroup(StrEnum):
    """Kinds that are looked at together; the order is that of the views on screen."""

    LEARNING = "learning"  # 培训与组织保障
    PARTICIPATION = "participation"  # 公众参与
    RELEASE = "release"  # 发布解读与宣传
    SUPERVISION = "supervision"  # 监督管理
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindField:
    """A field of its own. `future` tells that a date after today is in order."""

    name: str
    title: str
    type: FieldType
    hint: str = ""
    mandatory: bool = False
    choices: tuple[str, ...] = ()
    future: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KindForm:
    """`names` are the titles of the common fields it uses. Rules name fields of either sort:
    `at_most` pairs (the first is not more than the second), `ordered` dates one after the other,
    `asks` pairs (whoever fills in the first shall fill in the second). `feedback` is the date on
    which the public was told what came of it, wanted when one of `feedback_when` is filled in,
    always when there is none.
    """

    kind: ActivityKind
    group: ActivityGroup
    hint: str
    names: Mapping[str, str]
    fields: tuple[KindField, ...] = ()
    at_most: tuple[tuple[str, str], ...] = ()
    ordered: tuple[tuple[str, ...], ...] = ()
    asks: tuple[tuple[str, str], ...] = ()
    feedback: str = ""
    feedback_when: tuple[str, ...] = ()

    def title(self, name: str) -> str:
        """What a field of either sort is called; ``date`` has no name of its own ("")."""
        own = next((field.title for field in self.fields if field.name == name), "")
        return own or self.names.get(name, "")

    def field(self, name: str) -> KindField | None:
        return next((field for field in self.fields if field.name == name), None)


Forms = Mapping[ActivityKind, KindForm]


def read_forms(table: Mapping[str, Any]) -> dict[ActivityKind, KindForm]:
    """The forms of a table, in its order. Raises ValueError or KeyError where it is not one."""
    forms = {}
    for given in table["kind"]:
        form = _form(given)
        forms[form.kind] = form
    return forms


def _form(given: Mapping[str, Any]) -> KindForm:
    return KindForm(
        kind=ActivityKind(given["kind"]),
        group=ActivityGroup(given["group"]),
        hint=given["hint"],
        names={name: given[name] for name in COMMON if name in given},
        fields=tuple(_field(each) for each in given.get("field", ())),
        at_most=tuple((less, more) for less, more in given.get("at_most", ())),
        ordered=tuple(tuple(names) for names in given.get("ordered", ())),
        asks=tuple((given_, wanted) for given_, wanted in given.get("asks", ())),
        feedback=given.get("feedback", ""),
        feedback_when=tuple(given.get("feedback_when", ())),
    )


def _field(given: Mapping[str, Any]) -> KindField:
    values = {name: value for name, value in given.items() if name not in ("type", "choices")}
    return KindField(
        type=FieldType(given["type"]), choices=tuple(given.get("choices", ())), **values
    )


def whole_number(text: str) -> int | None:
    """A count as it was typed (also full-width, with separators), None when it is none."""
    digits = text.strip().replace(",", "").replace("，", "")
    return int(digits) if digits.isdecimal() else None


def iso_date(text: str) -> dt.date | None:
    """A date as it is kept, None when it is none."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def value_of(activity: Activity, name: str) -> str:
    """What a field of either sort says, as text."""
    if name in COMMON or name == "date":
        value = getattr(activity, name)
        if value is None:
            return ""
        return value.isoformat() if isinstance(value, dt.date) else str(value)
    return activity.details.get(name, "").strip()


def count_of(activity: Activity, name: str) -> int:
    """The count in a field; 0 where there is none."""
    return whole_number(value_of(activity, name)) or 0


def filled(activity: Activity, name: str) -> bool:
    """Whether a field says something; a count of 0 says that there was nothing."""
    value = value_of(activity, name)
    return bool(value) and whole_number(value) != 0


def last_day(activity: Activity) -> dt.date:
    return activity.until or activity.date


def awaits_feedback(activity: Activity, form: KindForm, today: dt.date) -> bool:
    """Whether the public still waits to hear what became of what it said: it is over, and the
    date of the feedback is empty.
    """
    if not form.feedback or last_day(activity) >= today or filled(activity, form.feedback):
        return False
    return not form.feedback_when or any(filled(activity, name) for name in form.feedback_when)


def told(activity: Activity, form: KindForm) -> Iterator[tuple[KindField, str]]:
    """The own fields of an activity that say something, in the order of the form."""
    for field in form.fields:
        value = value_of(activity, field.name)
        if value:
            yield field, value


def untold(activity: Activity, form: KindForm) -> Mapping[str, str]:
    """Values kept under names the form does not have (any more): nothing typed is dropped."""
    known = {field.name for field in form.fields}
    return {name: text for name, text in activity.details.items() if text and name not in known}


def of_year(activities: Iterable[Activity], year: int) -> list[Activity]:
    """Those begun in a year, oldest first."""
    return sorted(
        (each for each in activities if each.date.year == year),
        key=lambda each: (each.date, each.title),
    )


def quarter_counts(activities: Iterable[Activity]) -> dict[ActivityKind, tuple[int, int, int, int]]:
    """How many of each kind began in each quarter, whatever the year, for kinds that happened; in
    the order of the kinds.
    """
    counted: dict[ActivityKind, list[int]] = {kind: [0, 0, 0, 0] for kind in ActivityKind}
    for each in activities:
        counted[each.kind][(each.date.month - 1) // 3] += 1
    return {kind: (q[0], q[1], q[2], q[3]) for kind, q in counted.items() if any(q)}
