"""Made-up deadlines, owners and texts for the tasks of the sample office's plan."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import replace

from gongkai_desk import resources
from gongkai_desk.domain.plan import Deadline, DeadlineKind
from gongkai_desk.services.desk import Desk


def enter_deadlines(desk: Desk, today: dt.date) -> None:
    """Deadlines within the plan's year, who does it, and one text on what was done."""
    given = resources.table("sample", "task_views.toml")
    plan = desk.tasks.plans()[-1]
    results = {one["task"]: one for one in given["result"]}
    for task, month in zip(desk.tasks.tasks(plan.id), given["months"], strict=False):
        said = results.get(task.position, {})
        owners = given["owners"]
        desk.tasks.save(
            replace(
                task,
                deadline=_by(plan.year, month) if month else task.deadline,
                owner=owners[task.position % len(owners)] if task.ours else "",
                result=said.get("text", ""),
                proof=said.get("proof", ""),
            )
        )
    sections = [draft.section for draft in desk.section_texts.drafts(plan.id)]
    texts = {sections[one["section"]]: one["text"] for one in given["text"]}
    desk.section_texts.save(plan.id, texts, today)


def _by(year: int, month: int) -> Deadline:
    day = dt.date(year, month, monthrange(year, month)[1])
    return Deadline(kind=DeadlineKind.BY_DATE, date=day, text=f"{month}月底前")
