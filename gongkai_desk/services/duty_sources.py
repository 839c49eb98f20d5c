"""What was recorded and may meet the duties of tasks, read from the office file."""

from __future__ import annotations

from gongkai_desk.domain.activity import Activity
from gongkai_desk.domain.duty_records import Recorded
from gongkai_desk.domain.inspection import SelfInspection
from gongkai_desk.domain.plan import Task, WorkPlan
from gongkai_desk.domain.platform import Platform, PlatformCheck
from gongkai_desk.domain.task_carrying import carried_on
from gongkai_desk.storage.database import Database


def read_activities(database: Database) -> tuple[Activity, ...]:
    """The activities with the tasks they name, and those that go on from them in their year."""
    activities = database.read(Activity)
    if not any(one.task_ids for one in activities):
        return tuple(activities)
    years = {plan.id: plan.year for plan in database.read(WorkPlan)}
    return carried_on(activities, database.read(Task), years)


def read_recorded(database: Database) -> Recorded:
    """Everything but the work records."""
    return Recorded(
        activities=read_activities(database),
        checks=tuple(database.read(PlatformCheck)),
        inspections=tuple(database.read(SelfInspection)),
        platforms={one.id: one.kind for one in database.read(Platform)},
    )
