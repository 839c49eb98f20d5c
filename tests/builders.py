"""Small builders of records: sensible values, and whatever a test says otherwise."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from typing import Any

from gongkai_desk.domain.case_file import Dispute, DisputeKind
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import Attachment, Task, WorkPlan, WorkRecord
from gongkai_desk.domain.request import (
    Applicant,
    ApplicantKind,
    Channel,
    EventKind,
    Request,
    RequestEvent,
)


def an_office(**values: Any) -> Office:
    office = Office(
        name="威宁市云海区司法局", short_name="区司法局", region="云海区", aliases=("司法局",)
    )
    return replace(office, **values)


def an_applicant(**values: Any) -> Applicant:
    return replace(Applicant(name="林知远", kind=ApplicantKind.NATURAL_PERSON), **values)


def a_request(**values: Any) -> Request:
    """A request with an id and a number of its own."""
    own = new_id()
    request = Request(
        id=own,
        number=f"2026-{own[:8]}",
        applicant=an_applicant(),
        channel=Channel.REGISTERED_MAIL,
        subject="2025年度法律援助经费决算",
        submitted=dt.date(2026, 9, 16),
        arrived=dt.date(2026, 9, 18),
        received=dt.date(2026, 9, 18),
    )
    return replace(request, **values)


def an_event(request: Request | str, **values: Any) -> RequestEvent:
    """An event of `request` (or of the request with this id)."""
    request_id = request if isinstance(request, str) else request.id
    event = RequestEvent(
        id=new_id(),
        request_id=request_id,
        date=dt.date(2026, 9, 21),
        kind=EventKind.CLARIFICATION_REQUESTED,
    )
    return replace(event, **values)


def a_plan(**values: Any) -> WorkPlan:
    plan = WorkPlan(
        id=new_id(),
        title="2026年政务公开工作要点",
        issuer="云海区人民政府办公室",
        document_number="云政办发〔2026〕3号",
        year=2026,
    )
    return replace(plan, **values)


def a_task(plan: WorkPlan | str, **values: Any) -> Task:
    """A task of `plan` (or of the plan with this id)."""
    plan_id = plan if isinstance(plan, str) else plan.id
    task = Task(
        id=new_id(),
        plan_id=plan_id,
        position=1,
        number="一（一）",
        path=("一、深化政策公开",),
        title="加强政策解读",
        text="加强政策解读。对涉及群众切身利益的文件，与文件同步解读。",
        responsible_units=("区司法局",),
    )
    return replace(task, **values)


def a_work_record(task: Task | str, **values: Any) -> WorkRecord:
    task_id = task if isinstance(task, str) else task.id
    record = WorkRecord(
        id=new_id(), task_id=task_id, date=dt.date(2026, 5, 8), text="举办政策解读培训。"
    )
    return replace(record, **values)


def an_attachment(owner_id: str, data: bytes, **values: Any) -> Attachment:
    """The record that describes `data`."""
    attachment = Attachment(
        id=new_id(),
        owner_id=owner_id,
        name="签到表.pdf",
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        added_on=dt.date(2026, 5, 9),
    )
    return replace(attachment, **values)


def a_dispute(request: Request | str, **values: Any) -> Dispute:
    """A 行政复议 about `request` (or about the request with this id)."""
    request_id = request if isinstance(request, str) else request.id
    dispute = Dispute(
        id=new_id(),
        request_id=request_id,
        kind=DisputeKind.RECONSIDERATION,
        authority="云海区人民政府",
        received_on=dt.date(2026, 11, 2),
    )
    return replace(dispute, **values)
