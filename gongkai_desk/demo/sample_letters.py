"""Letters of the sample, issued on the day of their step as an officer would have."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case import Case, Query
from gongkai_desk.domain.request import RequestEvent, Service, ServiceWay
from gongkai_desk.services.desk import Desk


def issue_letters(desk: Desk, today: dt.date) -> None:
    """Issue them up to `today`; an office that cannot number its letters has none."""
    if not desk.office.get().letterhead_code:
        return
    cases = {case.request.subject: case for case in desk.register.rows(Query(), today)}
    calendar = desk.holidays.calendar()
    for given in resources.table("sample", "letters.toml")["letter"]:
        _issue(desk, cases[given["subject"]], given, calendar, today)


def _issue(
    desk: Desk, case: Case, given: dict[str, Any], calendar: WorkCalendar, today: dt.date
) -> None:
    event, received = _event(case, given), case.request.received
    assert received is not None
    day = event.date if event else calendar.add(received, given["day"])
    draft = desk.letters.draft(
        case.request.id,
        given["kind"],
        party_name=given.get("party", ""),
        event_id=event.id if event else "",
    )
    desk.letters.issue(replace(draft, values=given.get("values", {})), day)
    posted = calendar.add(day, given["posted"]) if "posted" in given else None
    if posted is not None and posted <= today:
        number = f"SAMPLE{case.request.number}"
        service = Service(way=ServiceWay.MAIL, posted_on=posted, mail_number=number)
        desk.letters.record_service(draft.id, service, today)


def _event(case: Case, given: dict[str, Any]) -> RequestEvent | None:
    """The step of the case that the letter belongs to."""
    if "event" not in given:
        return None
    return next(
        one
        for one in case.events
        if one.kind == given["event"] and given.get("party", one.argument) == one.argument
    )
