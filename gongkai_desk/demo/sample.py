"""Fills an office file with a real work plan and some thirty made-up requests, through services.

The data stand in resources/sample; everything is entered as an officer would enter it, so the
sample obeys every rule the program has.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from gongkai_desk import resources
from gongkai_desk.demo import belongings
from gongkai_desk.demo.activity_records_sample import enter_activities
from gongkai_desk.demo.activity_sample import enter_institutions
from gongkai_desk.demo.catalogue_sample import enter_catalogue
from gongkai_desk.demo.decision_sample import enter_decisions, enter_inspections
from gongkai_desk.demo.document_sample import enter_documents
from gongkai_desk.demo.earlier_reports import enter_earlier_reports
from gongkai_desk.demo.follow_up_sample import enter_followed_plan
from gongkai_desk.demo.platform_sample import enter_platforms
from gongkai_desk.demo.publishing_sample import publish_before_last
from gongkai_desk.demo.records_sample import fill_records
from gongkai_desk.demo.sample_disputes import enter_disputes
from gongkai_desk.demo.sample_letters import issue_letters
from gongkai_desk.demo.views_sample import enter_deadlines
from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.office import Office, OfficeKind
from gongkai_desk.domain.plan import Task, TaskStatus
from gongkai_desk.domain.report import Override
from gongkai_desk.domain.request import (
    Applicant,
    ApplicantKind,
    Channel,
    EventKind,
    IdentityKind,
    Request,
    RequestEvent,
    Service,
    ServiceWay,
)
from gongkai_desk.services.desk import Desk, create_desk

_UNCONFIRMED = "unconfirmed"
_SENT = (ServiceWay.MAIL, ServiceWay.EMAIL, ServiceWay.ONLINE)
_CLARIFICATION_LAPSED, _FEE_LAPSED, _WITHDRAWN = "X1", "X2", "X3"
_LAPSED = {
    _CLARIFICATION_LAPSED: EventKind.CLARIFICATION_LAPSED,
    _FEE_LAPSED: EventKind.FEE_LAPSED,
    _WITHDRAWN: EventKind.WITHDRAWN,
}


def sample_office() -> Office:
    """The office of the sample."""
    given = dict(_data()["office"])
    kind = OfficeKind(given.pop("kind"))
    aliases = tuple(given.pop("aliases"))
    return Office(kind=kind, aliases=aliases, **given)


def fill(desk: Desk, today: dt.date) -> None:
    """Enter the sample into a new office file, as it would look on `today`."""
    _enter_plan(desk, today)
    for given in _data()["request"]:
        _enter_request(desk, given, today)
    fill_records(desk, today)
    enter_disputes(desk, today)
    issue_letters(desk, today)
    enter_institutions(desk, today)
    enter_platforms(desk, today)
    enter_decisions(desk, today)
    enter_inspections(desk, today)
    enter_documents(desk, today)
    enter_activities(desk, today)
    enter_followed_plan(desk, today)
    enter_catalogue(desk, today)
    publish_before_last(desk, today)
    _write_report(desk, today)
    enter_earlier_reports(desk, today)
    enter_deadlines(desk, today)


def create_sample(path: Path, today: dt.date) -> None:
    """A new, filled office file at `path`; raises DomainError when there is one already."""
    with create_desk(path, sample_office()) as desk:
        fill(desk, today)


def _data() -> dict[str, Any]:
    return resources.table("sample", "requests.toml")


def _enter_plan(desk: Desk, today: dt.date) -> None:
    text = resources.resource("sample", "work_plan.txt").read_text("utf-8")
    reading = desk.tasks.read_text(text)
    desk.tasks.commit(reading, today)
    (plan,) = desk.tasks.plans(reading.plan.year)
    ours = [task for task in desk.tasks.tasks(plan.id) if task.ours]
    for task, progress in zip(ours, _data()["progress"], strict=False):
        _enter_progress(desk, task, progress, today)


def _enter_progress(desk: Desk, task: Task, progress: dict[str, Any], today: dt.date) -> None:
    for month_day, text in progress["records"]:
        day = min(dt.date.fromisoformat(f"{today.year - 1}-{month_day}"), today)
        desk.tasks.add_record(task.id, day, text)
    status = TaskStatus(progress["status"])
    desk.tasks.set_status(task.id, status, today)


def _write_report(desk: Desk, today: dt.date) -> None:
    given = _data()["report"]
    draft = desk.reporting.draft(today.year - 1)
    written = (given["information_management"], given["platform"], given["supervision"])
    proactive = replace(
        draft.proactive,
        normative_documents=desk.official_documents.counted(draft.year).numbers(
            "normative_documents"
        ),
        licences=given["licences"],
        penalties=given["penalties"],
        coercion=given["coercion"],
        fees_10k_yuan=Decimal(given["fees_10k_yuan"]),
    )
    one = given["override"]
    counted = getattr(desk.disputes.counted(draft.year).numbers, one["row"])[one["column"]]
    by_hand = Override(
        table=4,
        row=one["row"],
        column=one["column"],
        number=counted + 1,
        counted=counted,
        reason=one["reason"],
        made_on=today,
    )
    draft = replace(draft, proactive=proactive, overrides=(by_hand,), saved_on=today)
    drafted = desk.reporting.drafted(draft).texts
    texts = replace(
        drafted,
        overview=(*drafted.overview[:2], *written),
        problems=given["problems"].strip(),
    )
    desk.reporting.save(replace(draft, texts=texts))


def _enter_request(desk: Desk, given: dict[str, Any], today: dt.date) -> None:
    calendar = desk.holidays.calendar()
    if given["received"] == _UNCONFIRMED:
        desk.register.add(_unconfirmed(_request(given, today)), on=today)
        return
    received = _received(given["received"], today, calendar)
    request = _request(given, received)
    desk.register.add(request, on=today)
    for number, kind, *rest in given.get("events", ()):
        event = _event(desk, request, received, number, EventKind(kind), rest)
        belongings.record(desk, event, given, received, calendar, today)
    closed = calendar.add(received, given.get("closed", 0))
    if "outcome" in given and closed <= today:
        _close(desk, request, given, closed, today)


def _unconfirmed(request: Request) -> Request:
    """The same request as it arrives, before we and the applicant have confirmed the receipt."""
    return replace(request, received=None, confirmed_by="", confirmed_how="")


def _received(given: str | int, today: dt.date, calendar: WorkCalendar) -> dt.date:
    if isinstance(given, int):
        return _working_days_before(today, given, calendar)
    which, month_day = given.split("-", 1)
    year = today.year - (1 if which == "last" else 2)
    return dt.date.fromisoformat(f"{year}-{month_day}")


def _working_days_before(today: dt.date, days: int, calendar: WorkCalendar) -> dt.date:
    day = today
    while calendar.count(day, today) < days or not calendar.is_working_day(day):
        day -= dt.timedelta(days=1)
    return day


def _request(given: dict[str, Any], received: dt.date) -> Request:
    channel = Channel(given["channel"])
    kind = ApplicantKind(given["kind"])
    organisation = kind is not ApplicantKind.NATURAL_PERSON
    applicant = Applicant(
        name=given["applicant"],
        kind=kind,
        identity_kind=IdentityKind.CREDIT_CODE if organisation else IdentityKind.ID_CARD,
        phone=given.get("phone", ""),
        email=given.get("email", ""),
        address=given.get("address", ""),
        contact_person=given.get("contact_person", ""),
        rare_characters=given.get("rare_characters", ""),
    )
    return Request(
        id=new_id(),
        number="",
        applicant=applicant,
        channel=channel,
        subject=given["subject"],
        description=given.get("description", f"申请公开：{given['subject']}。"),
        submitted=received,
        arrived=received,
        received=received,
        confirmed_by="登记岗" if channel.needs_confirmation else "",
        confirmed_how="电话确认" if channel.needs_confirmation else "",
        handler=given.get("handler", "办公室"),
    )


def _event(
    desk: Desk,
    request: Request,
    received: dt.date,
    number: int,
    kind: EventKind,
    rest: list[str],
) -> RequestEvent:
    calendar = desk.holidays.calendar()
    day = calendar.add(received, number)
    argument, note = (*rest, "", "")[:2]
    if kind is EventKind.DELAYED:
        argument = calendar.add(received, int(argument)).isoformat()
    if kind is EventKind.MERGED:
        (lead,) = (
            one for one in desk.register.leads(request, day) if one.request.subject == argument
        )
        argument = lead.request.number
    return RequestEvent(
        id=new_id(),
        request_id=request.id,
        date=day,
        kind=kind,
        argument=argument,
        note=note,
        actor="经办人",
    )


def _close(
    desk: Desk, request: Request, given: dict[str, Any], day: dt.date, today: dt.date
) -> None:
    lapse = _LAPSED.get(given["outcome"])
    if lapse is not None:
        event = RequestEvent(
            id=new_id(), request_id=request.id, date=day, kind=lapse, note=given.get("reason", "")
        )
        desk.register.record(event, on=today)
        return
    way = ServiceWay(given["way"])
    sent = way in _SENT
    service = Service(
        way=way,
        posted_on=day if sent else None,
        mail_number=f"SAMPLE{given['reply']:04}" if way is ServiceWay.MAIL else "",
        signed_on=None if sent else day,
        signed_by="" if sent else request.applicant.name,
    )
    number = f"示文旅公复〔{day.year}〕{given['reply']}号"
    desk.register.close(
        request.id,
        outcome=given["outcome"],
        reason=given.get("reason", ""),
        reply_number=number,
        service=service,
        on=today,
    )
