"""The looks of the task list, and how their groups are called."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from gongkai_desk.domain.plan import TaskStatus, WorkPlan
from gongkai_desk.domain.task_groups import AFTER, BEFORE, UNDATED, Group, Grouping
from gongkai_desk.i18n import pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui.settings import window_state

_KEY = "tasks/look"


class Look(StrEnum):
    """How the tasks are shown; `list` is the table, the others are groups."""

    LIST = "list"
    SECTION = "section"
    UNIT = "unit"
    MONTH = "month"
    STATUS = "status"

    @property
    def label(self) -> str:
        return {
            Look.LIST: pgettext("task view", "List"),
            Look.SECTION: pgettext("task view", "Sections"),
            Look.UNIT: pgettext("task view", "Units"),
            Look.MONTH: pgettext("task view", "Months"),
            Look.STATUS: pgettext("task view", "Progress"),
        }[self]

    @property
    def grouping(self) -> Grouping | None:
        return None if self is Look.LIST else Grouping(self.value)

    @property
    def is_board(self) -> bool:
        """Cards in columns, which take the whole page."""
        return self in (Look.MONTH, Look.STATUS)


def remembered() -> Look:
    """The look the officer left the page in."""
    kept = str(window_state().value(_KEY, "", type=str))
    return Look(kept) if kept in [look.value for look in Look] else Look.LIST


def remember(look: Look) -> None:
    window_state().setValue(_KEY, look.value)


def group_title(group: Group, grouping: Grouping, plans: Mapping[str, WorkPlan]) -> str:
    """What stands over a group; with several plans a section names its plan, too."""
    match grouping:
        case Grouping.SECTION:
            name = group.key or pgettext("task view", "Without a heading")
            several = len(plans) > 1
            return f"{name} · {plans[group.plan_id].title}" if several else name
        case Grouping.UNIT:
            return group.key or pgettext("task view", "Without a unit")
        case Grouping.MONTH:
            return _month(group.key)
        case Grouping.STATUS:
            return label(TaskStatus(group.key))


def _month(key: str) -> str:
    others = {
        BEFORE: pgettext("task view", "Earlier years"),
        AFTER: pgettext("task view", "Next year"),
        UNDATED: pgettext("task view", "No deadline"),
    }
    return others.get(key) or pgettext("task view", "Month {number}").format(number=key)
