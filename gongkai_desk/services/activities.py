"""What the office did, and the institutions it supervises."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from typing_extensions import override

from gongkai_desk import resources
from gongkai_desk.domain.activity import Activity, ActivityKind, Institution
from gongkai_desk.domain.activity_checks import (
    check_activity,
    check_consultation,
    check_details,
    check_institution,
)
from gongkai_desk.domain.activity_forms import Forms, KindForm, awaits_feedback, read_forms
from gongkai_desk.domain.changes import Record
from gongkai_desk.domain.disclosure_settings import DisclosureSettings
from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.domain.plan import Attachment, Task, WorkPlan
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.supervision import Supervised, supervised
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The names of what an activity is linked to, by id; what is gone is left out."""

    tasks: dict[str, str] = field(default_factory=dict)
    institutions: dict[str, str] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskChoice:
    """A task an activity may prove; `proposed` by a duty of the same kind, in whose words."""

    id: str
    title: str
    proposed: str = ""


class ActivityService(RecordKeeper):
    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    @cached_property
    def forms(self) -> Forms:
        """What each kind asks for, in the order of the kinds."""
        return read_forms(resources.table("activities", "kinds.toml"))

    def form(self, kind: ActivityKind) -> KindForm:
        return self.forms[kind]

    @override
    def check(self, record: Record, on: dt.date) -> list[Problem]:
        match record:
            case Activity():
                return [
                    *check_activity(record, on),
                    *check_details(record, self.form(record.kind), on),
                    *check_consultation(record, self._settings().consultation_days),
                ]
            case Institution():
                return list(check_institution(record, on))
        return []

    def institutions(self) -> list[Institution]:
        """The institutions by sector and name, closed ones last."""
        return sorted(
            self.all(Institution), key=lambda one: (one.closed_on is not None, one.sector, one.name)
        )

    def supervised(self) -> Mapping[str, Supervised]:
        """What the records say about each institution, by its id."""
        return supervised(self.all(Activity))

    # activities

    def activities(
        self, year: int | None = None, kind: ActivityKind | None = None
    ) -> list[Activity]:
        """Newest first; of a year and of a kind where these are given."""
        chosen = (
            each
            for each in self.all(Activity)
            if year in (None, each.date.year) and kind in (None, each.kind)
        )
        return sorted(chosen, key=lambda each: (each.date, each.title), reverse=True)

    def years(self, today: dt.date) -> list[int]:
        """The years with records and the present one, newest first."""
        days = self._database.values(Activity, "date")
        return sorted({today.year, *(_year(day) for day in days)}, reverse=True)

    def waits(self, activity: Activity, today: dt.date) -> bool:
        """Whether the public has not yet been told what came of it."""
        return awaits_feedback(activity, self.form(activity.kind), today)

    def with_files(self) -> frozenset[str]:
        """The ids of all records that have files."""
        return frozenset(self._database.values(Attachment, "owner_id"))

    # what an activity is linked to

    def links(self, activities: Iterable[Activity]) -> Links:
        """The names behind the ids of these activities."""
        every = list(activities)
        tasks = {name for each in every for name in each.task_ids}
        places = {name for each in every for name in each.institution_ids}
        papers = {name for each in every for name in each.document_ids}
        read = self._database.read_in
        return Links(
            tasks={one.id: one.title for one in read(Task, "id", tasks)},
            institutions={one.id: one.name for one in read(Institution, "id", places)},
            documents={one.id: one.title for one in read(OfficialDocument, "id", papers)},
        )

    def task_choices(self, kind: ActivityKind, day: dt.date) -> list[TaskChoice]:
        """Our tasks of the plans of that year, those with a duty of this kind first; of the
        newest plan before it where that year has none.
        """
        choices = [
            TaskChoice(id=task.id, title=task.title, proposed=_proposed(task, kind))
            for plan in self._plans(day.year)
            for task in sorted(
                self._database.read(Task, plan_id=plan.id), key=lambda task: task.position
            )
            if task.ours
        ]
        return sorted(choices, key=lambda choice: not choice.proposed)

    def document_choices(self) -> list[OfficialDocument]:
        """The documents, the newest first."""
        papers = self._database.read(OfficialDocument)
        return sorted(papers, key=lambda one: one.formed_on or dt.date.min, reverse=True)

    def _plans(self, year: int) -> Sequence[WorkPlan]:
        plans = [plan for plan in self._database.read(WorkPlan) if plan.year <= year]
        newest = max((plan.year for plan in plans), default=year)
        return [plan for plan in plans if plan.year == newest]

    def _settings(self) -> DisclosureSettings:
        found = self._database.find(DisclosureSettings, DisclosureSettings().id)
        return found or DisclosureSettings()


def _proposed(task: Task, kind: ActivityKind) -> str:
    return next((duty.text for duty in task.duties if duty.kind.value == kind.value), "")


def _year(day: dt.date | str) -> int:
    return day.year if isinstance(day, dt.date) else int(day[:4])
