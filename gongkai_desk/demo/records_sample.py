"""The side records of the sample's requests: searches, contacts, errands and files."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case import Query
from gongkai_desk.domain.case_file import (
    ContactEntry,
    ContactWay,
    Errand,
    ErrandKind,
    SearchRecord,
)
from gongkai_desk.domain.changes import new_id
from gongkai_desk.services.desk import Desk


def fill_records(desk: Desk, today: dt.date) -> None:
    """Enter them as an officer would have, up to `today`."""
    given = resources.table("sample", "records.toml")
    ids = {case.request.subject: case.request.id for case in desk.register.rows(Query(), today)}
    calendar = desk.holidays.calendar()
    for one in given["search"]:
        desk.case_file.save(_search(one, ids, calendar, today), today)
    for one in given["contact"]:
        desk.case_file.save(_contact(one, ids, calendar, today), today)
    errands: dict[str, str] = {}
    for one in given["errand"]:
        errand = _errand(one, ids, calendar, today)
        desk.case_file.save(errand, today)
        errands[errand.unit] = errand.id
    with tempfile.TemporaryDirectory() as folder:
        for one in given["file"]:
            path = Path(folder) / one["name"]
            path.write_text(one["text"], "utf-8")
            owner = errands[one["errand"]] if "errand" in one else ids[one["subject"]]
            desk.case_file.attach(owner, [path], today)


def days_before(today: dt.date, days: int, calendar: WorkCalendar) -> dt.date:
    """The working day `days` before `today`, after it when negative."""
    if days < 0:
        return calendar.add(today, -days)
    day = today
    while calendar.count(day, today) < days or not (calendar.is_working_day(day) or day == today):
        day -= dt.timedelta(days=1)
    return day


def _search(
    given: dict[str, Any], ids: dict[str, str], calendar: WorkCalendar, today: dt.date
) -> SearchRecord:
    return SearchRecord(
        id=new_id(),
        request_id=ids[given["subject"]],
        date=days_before(today, given["days"], calendar),
        place=given["place"],
        method=given["method"],
        by=given["by"],
        found=given["found"],
        result=given["result"],
    )


def _contact(
    given: dict[str, Any], ids: dict[str, str], calendar: WorkCalendar, today: dt.date
) -> ContactEntry:
    return ContactEntry(
        id=new_id(),
        request_id=ids[given["subject"]],
        date=days_before(today, given["days"], calendar),
        time=given["time"],
        way=ContactWay(given["way"]),
        by=given["by"],
        reached=given["reached"],
        summary=given["summary"],
    )


def _errand(
    given: dict[str, Any], ids: dict[str, str], calendar: WorkCalendar, today: dt.date
) -> Errand:
    answered = given.get("answered")
    return Errand(
        id=new_id(),
        request_id=ids[given["subject"]],
        kind=ErrandKind(given["kind"]),
        unit=given["unit"],
        person=given.get("person", ""),
        matter=given["matter"],
        asked_on=days_before(today, given["days"], calendar),
        due_on=days_before(today, given["due"], calendar),
        answered_on=None if answered is None else days_before(today, answered, calendar),
        answer=given.get("answer", ""),
        reminded_on=tuple(days_before(today, day, calendar) for day in given.get("reminded", ())),
    )
