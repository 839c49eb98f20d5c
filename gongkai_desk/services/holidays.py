"""The working days: the bundled notices, and those the officer has taken into the office file."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from gongkai_desk.documents.reading.decoding import decode
from gongkai_desk.domain import clock
from gongkai_desk.domain.calendar import Notice, WorkCalendar
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.file_trouble import file_trouble
from gongkai_desk.domain.holiday_notice import HolidayNotice, check_notice, read_notice
from gongkai_desk.domain.problems import refuse, refuse_all
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.domain.request_steps import clock_events
from gongkai_desk.services.bundled_calendar import (
    bundled_calendar,
    bundled_notices,
    statutory_days,
)
from gongkai_desk.storage.database import Database

__all__ = ["Effect", "HolidayService", "NoticeReading", "bundled_calendar"]

LONGEST_NOTICE = 1_000_000
"""Bytes; the longest notice so far has 3,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReading:
    """A notice read but not yet taken: to be shown as a calendar and confirmed."""

    notice: Notice
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a notice does to one open request; a due date is None while the applicant must act."""

    request_id: str
    number: str
    old_due: dt.date | None
    new_due: dt.date | None
    old_provisional: bool
    new_provisional: bool


class HolidayService:
    """The calendar of one office file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._built: tuple[tuple[Notice, ...], WorkCalendar] | None = None

    def notices(self) -> list[HolidayNotice]:
        """The notices taken into the office file, in the order in which they were taken."""
        return self._database.read(HolidayNotice)

    def calendar(self, known_on: dt.date | None = None) -> WorkCalendar:
        """The calendar in force; with `known_on`, as it was known on that day."""
        taken = tuple(
            one.notice for one in self.notices() if known_on is None or one.taken_on <= known_on
        )
        if not taken:
            return bundled_calendar()
        if self._built is None or self._built[0] != taken:
            self._built = (taken, WorkCalendar((*bundled_notices(), *taken), statutory_days()))
        return self._built[1]

    def read(self, text: str) -> NoticeReading:
        """Read a pasted notice; raises `DomainError` with everything that is wrong."""
        return NoticeReading(notice=read_notice(text, self.calendar()), text=text)

    def read_file(self, path: Path) -> NoticeReading:
        """Read a notice from a text file; `DomainError` also when it cannot be read as text."""
        try:
            with path.open("rb") as file:
                data = file.read(LONGEST_NOTICE + 1)
        except OSError as error:
            reason = file_trouble(error)
            raise refuse("notice-file-unreadable", "file", path=path, reason=reason) from error
        return self.read_bytes(data, path.name)

    def read_bytes(self, data: bytes, name: str) -> NoticeReading:
        """Read a notice from the bytes of a text file called `name`."""
        if len(data) > LONGEST_NOTICE:
            raise refuse("notice-file-too-long", "file", name=name)
        return self.read(decode(data, name))

    def take(self, reading: NoticeReading, on: dt.date) -> Changes:
        """Keep a notice from the day `on`. Nothing is replaced: cases closed before that day keep
        the calendar they were closed under. The same notice once more changes nothing.
        """
        notice = reading.notice
        refuse_all(check_notice(notice))
        record = HolidayNotice(
            id=new_id(),
            year=notice.year,
            source=notice.source,
            text=reading.text,
            days_off=tuple(sorted(notice.days_off)),
            makeup_days=tuple(sorted(notice.makeup_days)),
            amends=notice.amends,
            taken_on=on,
        )
        with self._database.write("take-holiday-notice") as work:
            if notice not in self.calendar().notices:
                work.put(record)
        return work.changes

    def with_notice(self, notice: Notice) -> WorkCalendar:
        """The calendar as it would be with `notice`, which is not taken."""
        taken = (one.notice for one in self.notices())
        return WorkCalendar((*bundled_notices(), *taken, notice), statutory_days())

    def effect(self, notice: Notice, as_of: dt.date) -> list[Effect]:
        """The open requests whose due date, or its being provisional, the notice changes."""
        old, new = self.calendar(), self.with_notice(notice)
        events: dict[str, list[RequestEvent]] = defaultdict(list)
        for event in self._database.read(RequestEvent):
            events[event.request_id].append(event)
        effects = (
            _effect(request, events[request.id], old, new, as_of)
            for request in self._database.read(Request)
        )
        return [effect for effect in effects if effect is not None]


def _effect(
    request: Request,
    events: list[RequestEvent],
    old: WorkCalendar,
    new: WorkCalendar,
    as_of: dt.date,
) -> Effect | None:
    if request.received is None:
        return None
    counted = clock_events(events)
    before = clock.run(request.received, counted, old, as_of)
    if before.closed_on is not None:
        return None
    after = clock.run(request.received, counted, new, as_of)
    if (before.due, before.provisional) == (after.due, after.provisional):
        return None
    return Effect(
        request_id=request.id,
        number=request.number,
        old_due=before.due,
        new_due=after.due,
        old_provisional=before.provisional,
        new_provisional=after.provisional,
    )
