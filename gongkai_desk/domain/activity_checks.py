"""What must be right in an activity or an institution before it is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai_desk.domain.activity import Activity, Institution
from gongkai_desk.domain.problems import Problem, Severity


def check_institution(institution: Institution, today: dt.date) -> Iterator[Problem]:
    """Problems name the fields of the record."""
    if not institution.name.strip():
        yield Problem("institution-name-missing", "name")
    for field in ("catalogue_on", "closed_on"):
        day = getattr(institution, field)
        if day is not None and day > today:
            yield Problem("record-after-today", field, {"date": day, "today": today})


def check_activity(activity: Activity, today: dt.date) -> Iterator[Problem]:
    """Problems name the fields of the record; a day in the future is a plan, not a record."""
    if not activity.title.strip():
        yield Problem("activity-title-missing", "title")
    if activity.date > today:
        yield Problem("record-after-today", "date", {"date": activity.date, "today": today})
    if activity.until is not None and activity.until < activity.date:
        values = {"from": activity.date, "until": activity.until}
        yield Problem("activity-ends-before-it-begins", "until", values)
    if activity.participants == 0:
        yield Problem("activity-without-people", "participants", severity=Severity.WARNING)
