"""Due dates as a calendar file (RFC 5545) for whatever calendar the officer uses.

No name, no subject, no number of a person leaves the office file this way: an entry says the
register number and what is due, nothing else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from icalendar import Alarm, Calendar, Event

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.domain.due_calendar import DueEntry


def write_ics(name: str, entries: Sequence[DueEntry], stamp: dt.datetime, path: Path) -> None:
    """Write the calendar `name`, whole or not at all. Raises DomainError when it cannot."""
    calendar = Calendar()
    calendar.add("prodid", "-//gongkai_desk//due dates//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_event(entry, stamp))
    with replace_file(path) as temporary:
        temporary.write_bytes(calendar.to_ical())


def _event(entry: DueEntry, stamp: dt.datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@gongkai-desk")
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.date)
    event.add("dtend", entry.date + dt.timedelta(days=1))
    event.add("summary", entry.title)
    event.add("transp", "TRANSPARENT")
    if entry.note:
        event.add("description", entry.note)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", dt.timedelta(days=-entry.remind_days, hours=9))
    event.add_component(alarm)
    return event
