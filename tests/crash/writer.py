"""The process that is killed: random writes through the real services, each acknowledged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from gongkai_desk.domain.case import Query
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.plan import SET_BY_HAND
from gongkai_desk.domain.plan_reading import PlanReading
from gongkai_desk.domain.request import EventKind, Request
from gongkai_desk.services import register, tasks
from gongkai_desk.services.desk import Desk, open_desk
from tests.builders import a_plan, a_request, a_task, an_event

PRELOADED = (register, tasks)
"""A desk loads them when it first needs them; here it is done once, not in every process."""

TODAY = dt.date(2026, 11, 20)
NUMBER_OF_TASKS = 12


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What the services said was stored: the action, and how many records it touched."""

    action: str
    operation: str
    edits: int


def write_until_killed(path: Path, seed: int, acknowledged: Connection) -> None:
    """Open the office file and write without end; tells each action after its write returned, and
    None before the next one begins.
    """
    desk, random = open_desk(path), Random(seed)
    while True:
        acknowledged.send(None)
        changes = random.choice(STEPS)(desk, random)
        if changes:
            acknowledged.send(Acknowledged(changes.action, changes.operation, len(changes.edits)))


def save_office(desk: Desk, random: Random) -> Changes:
    return desk.office.save(replace(desk.office.get(), phone=str(random.random())))


def add_request(desk: Desk, random: Random) -> Changes:
    text = "申请公开的内容" * random.randint(1, 2000)
    return desk.register.add(a_request(number="", description=text), on=TODAY)


def change_request(desk: Desk, random: Random) -> Changes:
    open_requests = _open_requests(desk)
    if not open_requests:
        return add_request(desk, random)
    request = random.choice(open_requests)
    return desk.register.save(replace(request, note=str(random.random())), on=TODAY)


def withdraw_request(desk: Desk, random: Random) -> Changes:
    """Two records in one write: the event, and the request with its outcome."""
    open_requests = _open_requests(desk)
    if not open_requests:
        return add_request(desk, random)
    event = an_event(random.choice(open_requests), kind=EventKind.WITHDRAWN, date=TODAY)
    return desk.register.record(event, on=TODAY)


def _open_requests(desk: Desk) -> list[Request]:
    cases = desk.register.rows(Query(), TODAY)
    return [case.request for case in cases if not case.request.outcome]


def import_plan(desk: Desk, random: Random) -> Changes:
    """Thirteen records in one write."""
    plan = a_plan(title=f"工作要点 {random.random()}")
    tasks = tuple(
        a_task(plan, position=position, text="任务" * random.randint(1, 3000))
        for position in range(NUMBER_OF_TASKS)
    )
    return desk.tasks.commit(PlanReading(plan=plan, tasks=tasks), TODAY)


def set_status(desk: Desk, random: Random) -> Changes:
    plans = desk.tasks.plans()
    if not plans:
        return import_plan(desk, random)
    task = random.choice(desk.tasks.tasks(random.choice(plans).id))
    return desk.tasks.set_status(task.id, random.choice(SET_BY_HAND), TODAY)


def remove_plan(desk: Desk, random: Random) -> Changes:
    plans = desk.tasks.plans()
    return desk.tasks.remove_plan(plans[0].id) if len(plans) > 3 else set_status(desk, random)


def step_back(desk: Desk, random: Random) -> Changes:
    return desk.history.undo() if desk.history.can_undo else save_office(desk, random)


def step_forward(desk: Desk, random: Random) -> Changes:
    return desk.history.redo() if desk.history.can_redo else save_office(desk, random)


STEPS: tuple[Callable[[Desk, Random], Changes], ...] = (
    save_office,
    add_request,
    change_request,
    withdraw_request,
    import_plan,
    set_status,
    remove_plan,
    step_back,
    step_forward,
)
