"""The working days as the program itself knows them: needs no office file and loads at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

from gongkai_desk import resources
from gongkai_desk.domain.calendar import Notice, WorkCalendar


@cache
def bundled_notices() -> tuple[Notice, ...]:
    """The notices that come with the program, in order of issue."""
    files = sorted(path.name for path in resources.resource("holidays").glob("[0-9]*.toml"))
    return tuple(notice for file in files for notice in _notices_of(file))


def _notices_of(file: str) -> Iterator[Notice]:
    table = resources.table("holidays", file)
    for row in table["notices"]:
        yield Notice(
            year=table["year"],
            source=f"{row['title']}（{row['number']}）",
            days_off=frozenset(day for first, last in row["off"] for day in _days(first, last)),
            makeup_days=frozenset(row["makeup"]),
            amends=row.get("amends", False),
        )


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield dt.date.fromordinal(ordinal)


@cache
def statutory_days() -> dict[int, frozenset[dt.date]]:
    """The statutory days of the years that have no notice yet."""
    years = resources.table("holidays", "statutory.toml")["years"]
    return {
        int(year): frozenset(dt.date.fromisoformat(f"{year}-{day}") for day in days)
        for year, days in years.items()
    }


@cache
def bundled_calendar() -> WorkCalendar:
    """The calendar as far as the program itself knows it; needs no office file."""
    return WorkCalendar(bundled_notices(), statutory_days())
