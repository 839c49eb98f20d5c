"""A month as an officer plans it: working days numbered, and what falls due on each day."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai_desk.domain.calendar import DayKind, WorkCalendar
from gongkai_desk.domain.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay:
    """One day. `number` is its place among the working days of its month, None on a rest day;
    `cases` are the open requests due that day.
    """

    date: dt.date
    kind: DayKind
    provisional: bool
    number: int | None
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueMonth:
    """Six or fewer weeks from Monday to Sunday; days of the neighbouring months are included."""

    year: int
    month: int
    weeks: tuple[tuple[DueDay, ...], ...]

    @property
    def days(self) -> tuple[DueDay, ...]:
        """The days of the month itself."""
        return tuple(day for week in self.weeks for day in week if day.date.month == self.month)

    @property
    def working_days(self) -> int:
        return sum(day.number is not None for day in self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueEntry:
    """One day-long entry; `uid` stays the same for the same request, so that a second import
    moves the entry instead of doubling it. `remind_days` calendar days before it rings.
    """

    uid: str
    date: dt.date
    title: str
    note: str = ""
    remind_days: int = 1


def due_month(year: int, month: int, cases: Iterable[Case], known: WorkCalendar) -> DueMonth:
    """The month with the due dates of the open ones among `cases`."""
    due: dict[dt.date, list[Case]] = {}
    for case in cases:
        if case.due is not None and not case.closed:
            due.setdefault(case.due, []).append(case)
    weeks = calendar.Calendar().monthdatescalendar(year, month)
    return DueMonth(
        year=year,
        month=month,
        weeks=tuple(tuple(_day(day, due.get(day, []), known) for day in week) for week in weeks),
    )


def _day(date: dt.date, cases: list[Case], known: WorkCalendar) -> DueDay:
    kind = known.day_kind(date)
    before = date.replace(day=1) - dt.timedelta(days=1)
    return DueDay(
        date=date,
        kind=kind,
        provisional=not known.confirmed(date.year),
        number=known.count(before, date) if kind.is_worked else None,
        cases=tuple(cases),
    )
