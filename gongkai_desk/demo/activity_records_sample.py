"""Made-up records of what was done through the year, for the sample office file."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.activity import Activity, ActivityKind, Institution
from gongkai_desk.domain.changes import new_id
from gongkai_desk.services.desk import Desk


def enter_activities(desk: Desk, today: dt.date) -> None:
    """The records of `resources/sample/activities.toml`, with small files as evidence."""
    with tempfile.TemporaryDirectory() as folder:
        for given in resources.table("sample", "activities.toml")["activity"]:
            files = []
            for name in given.get("files", ()):
                path = Path(folder) / name
                path.write_text(f"{given['title']}\n{name}\n", "utf-8")
                files.append(path)
            desk.activities.save(_activity(desk, given, today), today, files)


def _activity(desk: Desk, given: dict[str, Any], today: dt.date) -> Activity:
    calendar = desk.holidays.calendar()

    def day(before: int) -> dt.date:
        found = today - dt.timedelta(days=before)
        while not calendar.is_working_day(found):
            found -= dt.timedelta(days=1)
        return found

    kind = ActivityKind(given["kind"])
    dates = {name: day(before).isoformat() for name, before in given.get("dates", {}).items()}
    names = given.get("institutions", ())
    places = [one.id for one in desk.activities.all(Institution) if one.name in names]
    word = given.get("task", "")
    tasks = [
        one.id
        for one in desk.activities.task_choices(kind, today)
        if word and (word in one.title or one.proposed)
    ]
    return Activity(
        id=new_id(),
        kind=kind,
        date=day(given["days"]),
        until=day(given["until_days"]) if "until_days" in given else None,
        title=given["title"],
        place=given.get("place", ""),
        unit=given.get("unit", ""),
        participants=given.get("participants"),
        details=given["details"] | dates,
        outcome=given.get("outcome", ""),
        task_ids=tuple(tasks[:1]),
        institution_ids=tuple(places),
    )
