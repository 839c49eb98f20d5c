"""What the task page lists and listens to beside the plans: the concerns of the follow-up."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai_desk.domain.activity import Activity
from gongkai_desk.domain.inspection import SelfInspection
from gongkai_desk.domain.plan import (
    Attachment,
    Task,
    TaskReminder,
    TaskStep,
    WorkPlan,
    WorkRecord,
)
from gongkai_desk.domain.platform import PlatformCheck
from gongkai_desk.services.task_follow_up import VIEWS
from gongkai_desk.ui.tasks.board import Criteria

FOLLOWED: tuple[type, ...] = (
    Task,
    TaskStep,
    TaskReminder,
    WorkRecord,
    Attachment,
    Activity,
    PlatformCheck,
    SelfInspection,
)
"""The records by which a task stands."""
WATCH_VIEWS = {view: concern for concern, view in VIEWS.items()}


def watching(view: str, plans: Sequence[WorkPlan]) -> Criteria:
    """Every task of every plan that the view lists."""
    every = "" if len(plans) > 1 else next((plan.id for plan in plans), "")
    return Criteria(every, watch=WATCH_VIEWS[view])


def newest_plan(plans: Sequence[WorkPlan]) -> str:
    """The id of the only plan of the newest year, else empty: what was done in the years before
    is no part of the count on the home page.
    """
    newest = max((plan.year for plan in plans), default=0)
    found = [plan.id for plan in plans if plan.year == newest]
    return found[0] if len(found) == 1 else ""
