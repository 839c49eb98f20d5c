"""What the task page shows: rows of tasks, the views on them, the search. No widgets here."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from gongkai_desk.domain.attention import Concern
from gongkai_desk.domain.plan import Light, Task, TaskStatus, WorkPlan, due_date, light
from gongkai_desk.domain.task_standing import TASK_CONCERNS, Standing
from gongkai_desk.i18n import N_, _
from gongkai_desk.ui.theme import Tone

if TYPE_CHECKING:  # the home page borrows the lights, and does not wait for the service
    from gongkai_desk.services.tasks import TaskService

LIGHTS = {
    Light.DONE: (Tone.GOOD, "done"),
    Light.LATE: (Tone.BAD, "warning"),
    Light.SOON: (Tone.WARN, "clock"),
    Light.ON_TRACK: (Tone.INFO, "right"),
    Light.UNDATED: (Tone.NEUTRAL, "calendar"),
}
"""Tone and icon of each light; the word comes from `texts.label`."""


class View(Enum):
    """Which tasks are listed; the value is the English name of the filter."""

    ALL = N_("All states")
    OPEN = N_("Unfinished")
    SOON = N_("Due soon")
    LATE = N_("Past its deadline")
    DONE = N_("Done")

    @property
    def label(self) -> str:
        return _(self.value)


@dataclass(frozen=True, slots=True)
class Row:
    """A task with what its place on the page needs; `records` counts the work records, `standing`
    says how it stands beside its light.
    """

    task: Task
    plan: WorkPlan
    light: Light
    due: dt.date | None
    records: int
    standing: Standing | None = None

    @property
    def id(self) -> str:
        return self.task.id

    def shows_in(self, view: View) -> bool:
        match view:
            case View.ALL:
                return True
            case View.OPEN:
                return self.task.status not in (TaskStatus.DONE, TaskStatus.CARRIED)
            case View.SOON:
                return self.light is Light.SOON
            case View.LATE:
                return self.light is Light.LATE
            case View.DONE:
                return self.task.status is TaskStatus.DONE

    def asks(self, concern: Concern) -> bool:
        """Whether the task belongs to the list of a concern."""
        return self.standing is not None and self.standing.asks(concern)

    def says(self, words: Iterable[str]) -> bool:
        """Whether every one of the folded `words` stands somewhere in the task."""
        task = self.task
        every = (
            task.number,
            task.title,
            task.text,
            task.note,
            task.owner,
            task.result,
            task.hindrance,
            task.deadline.text,
            task.ours_by_hand_because,
            *task.path,
            *task.units,
        )
        text = folded("\n".join(every))
        return all(word in text for word in words)


@dataclass(frozen=True, slots=True)
class Criteria:
    """What the officer wants to see. No `plan_id` means every plan. `watch` lists the tasks that
    ask for attention, whatever their state and whosever they are.
    """

    plan_id: str = ""
    only_ours: bool = False
    view: View = View.ALL
    search: str = ""
    watch: Concern | None = None

    @property
    def words(self) -> list[str]:
        return folded(self.search).split()


@dataclass(frozen=True, slots=True)
class Board:
    """The rows that meet the criteria, and how many each button would show."""

    rows: tuple[Row, ...]
    views: dict[View, int]
    ours: int
    total: int
    watches: Mapping[Concern, int] = field(default_factory=dict)


def folded(text: str) -> str:
    """Full-width and half-width, capitals and small letters made equal."""
    return unicodedata.normalize("NFKC", text).casefold()


def read_rows(
    service: TaskService,
    plans: Iterable[WorkPlan],
    today: dt.date,
    standings: Mapping[str, Standing],
) -> list[Row]:
    """The tasks of `plans` in their order, as they stand on `today`."""
    return [
        Row(
            task,
            plan,
            light(task, plan.year, today),
            due_date(task, plan.year),
            len(service.records(task.id)),
            standings.get(task.id),
        )
        for plan in plans
        for task in service.tasks(plan.id)
    ]


def board(rows: Iterable[Row], criteria: Criteria) -> Board:
    """Counts are taken within the search, so that they say what a click would show."""
    words = criteria.words
    found = [row for row in rows if criteria.plan_id in ("", row.plan.id) and row.says(words)]
    scope = [row for row in found if row.task.ours or not criteria.only_ours]
    if criteria.watch is None:
        rows = tuple(row for row in scope if row.shows_in(criteria.view))
    else:
        rows = tuple(row for row in found if row.asks(criteria.watch))
    return Board(
        rows=rows,
        views={view: sum(row.shows_in(view) for row in scope) for view in View},
        ours=sum(row.task.ours for row in found),
        total=len(found),
        watches={each: sum(row.asks(each) for row in found) for each in TASK_CONCERNS},
    )
