"""A made-up plan of another year that is followed up in depth, for the sample office file."""

from __future__ import annotations

import datetime as dt
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.plan import Task, TaskReminder, TaskStatus, TaskStep, WorkPlan
from gongkai_desk.domain.task_carrying import Carry, unfinished
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.task_follow_up import TaskFacts

_ALONE, _WITH = "五（一）", "三（一）"
"""The tasks of the older plan that go on in the newer one: as one of its own, with one it has."""


def enter_followed_plan(desk: Desk, today: dt.date) -> None:
    """The plan of `resources/sample/work_plan_next.txt`: that of this year, or of the year before
    the real one when that is this year's; two tasks of the older of both go on in the newer.
    """
    (real,) = desk.tasks.plans()
    year = today.year if today.year > real.year else real.year - 1
    text = resources.resource("sample", "work_plan_next.txt").read_text("utf-8")
    reading = desk.tasks.read_text(text.replace("{year}", str(year)))
    desk.tasks.commit(reading, today)
    by_title = {task.title: task for task in desk.tasks.tasks(reading.plan.id)}
    for given in resources.table("sample", "follow_up.toml")["task"]:
        _follow_up(desk, by_title[given["title"]], given, year, today)
    if year > real.year:
        _look_back(desk, real, reading.plan, today)


def _look_back(desk: Desk, older: WorkPlan, newer: WorkPlan, today: dt.date) -> None:
    """Which tasks are unfinished depends on the office: another one has other tasks."""
    left = {task.number: task for task in unfinished(desk.tasks.tasks(older.id))}
    there = {task.title: task for task in desk.tasks.tasks(newer.id)}
    carries = []
    if alone := left.get(_ALONE):
        carries.append(Carry(old=alone))
    if other := left.get(_WITH):
        day = _date(older.year, "10-16", today)
        desk.tasks.add_record(other.id, day, "完成目录初稿，报区政府办公室汇总。")
        carries.append(Carry(old=other, into=there[other.title]))
    if carries:
        desk.task_carrying.carry(older.id, newer.id, carries)


def _follow_up(desk: Desk, task: Task, given: dict[str, Any], year: int, today: dt.date) -> None:
    facts = {name: given.get(name, "") for name in ("owner", "proof", "result", "hindrance")}
    desk.task_follow_up.save_facts(task.id, TaskFacts(**facts))
    for step in given.get("steps", ()):
        desk.task_follow_up.add_step(
            TaskStep(
                id=new_id(),
                task_id=task.id,
                position=0,
                title=step["title"],
                owner=step["owner"],
                due=_day(step["due"], today),
                done_on=_day(step.get("done"), today),
                note=step.get("note", ""),
            ),
            today,
        )
    for one in given.get("reminders", ()):
        desk.task_follow_up.save(_reminder(task, one, today), today)
    for month_day, text in given.get("records", ()):
        desk.tasks.add_record(task.id, _date(year, month_day, today), text)
    for kind, month_day, title in given.get("activities", ()):
        day = _date(year, month_day, today)
        desk.activities.save(
            Activity(
                id=new_id(), kind=ActivityKind(kind), date=day, title=title, task_ids=(task.id,)
            ),
            today,
        )
    desk.tasks.set_status(task.id, TaskStatus(given["status"]), today)


def _reminder(task: Task, given: dict[str, Any], today: dt.date) -> TaskReminder:
    sent = _day(given["date"], today)
    assert sent is not None
    return TaskReminder(
        id=new_id(),
        task_id=task.id,
        unit=given["unit"],
        date=sent,
        way=given["way"],
        text=given["text"],
        due=_day(given["due"], today),
        answered_on=_day(given.get("answered"), today),
        answer=given.get("answer", ""),
    )


def _day(days: int | None, today: dt.date) -> dt.date | None:
    return None if days is None else today + dt.timedelta(days=days)


def _date(year: int, month_day: str, today: dt.date) -> dt.date:
    return min(dt.date.fromisoformat(f"{year}-{month_day}"), today)
