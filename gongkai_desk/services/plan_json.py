"""The JSON shape of a plan, as `plan import` and `plan list` print it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gongkai_desk.domain.plan import Task, WorkPlan


def plan_json(
    plan: WorkPlan | None, tasks: Iterable[Task], year: int | None = None
) -> dict[str, Any]:
    """One document; without one single `plan` its heading is empty and `year` what was asked."""
    listed = [task_json(task) for task in tasks]
    return {
        "title": plan.title if plan else "",
        "issuer": plan.issuer if plan else "",
        "document_number": plan.document_number if plan else "",
        "year": plan.year if plan else year,
        "task_count": len(listed),
        "tasks": listed,
    }


def task_json(task: Task) -> dict[str, Any]:
    because = task.ours_because if task.ours_by_hand is None else task.ours_by_hand_because
    return {
        "number": task.number,
        "path": list(task.path),
        "title": task.title,
        "text": task.text,
        "lead_units": list(task.lead_units),
        "responsible_units": list(task.responsible_units),
        "deadline": {
            "kind": task.deadline.kind.value,
            "date": task.deadline.date.isoformat() if task.deadline.date else None,
            "text": task.deadline.text,
        },
        "duties": [
            {
                "kind": duty.kind.value,
                "count": duty.count,
                "per": duty.per.value,
                "text": duty.text,
            }
            for duty in task.duties
        ],
        "units_open": task.units_open,
        "ours": task.ours,
        "ours_because": because,
    }
