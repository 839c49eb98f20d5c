"""Working days: what holiday notices, weekends and statutory days make of a date.

全国年节及纪念日放假办法 names the statutory days; the yearly notice
(国务院办公厅关于…年部分节假日安排的通知) decides which days are really off and which
weekend days are worked instead. A year without its notice is reckoned with weekends and statutory
days and is *provisional*.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.problems import refuse

SATURDAY = 5
FIXED_STATUTORY_DAYS = ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))
"""Month and day of the statutory days that need no lunar calendar (放假办法 第二条, 2024)."""

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_date(text: str, field: str = "") -> dt.date:
    """The date written as YYYY-MM-DD; anything else is refused, never guessed."""
    if _ISO_DATE.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            pass
    raise refuse("iso-date-unreadable", field, text=text)


def is_weekend(day: dt.date) -> bool:
    return day.weekday() >= SATURDAY


class DayKind(StrEnum):
    WORKDAY = "workday"
    MAKEUP = "makeup"  # 补班日: a weekend day worked by notice
    WEEKEND = "weekend"
    HOLIDAY = "holiday"

    @property
    def is_worked(self) -> bool:
        return self in (DayKind.WORKDAY, DayKind.MAKEUP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What one holiday notice says.

    `year` is the year it arranges (a New Year holiday may begin in the December before), `source`
    its title and number. One that `amends` names only the days it changes.
    """

    year: int
    source: str
    days_off: frozenset[dt.date]
    makeup_days: frozenset[dt.date]
    amends: bool = False


class WorkCalendar:
    """The working days of all years.

    `notices` in order of issue: a yearly notice replaces an earlier one of the same year, an
    amending one changes single days of it. `statutory` holds the statutory days of years that have
    no notice yet; for years in neither only the days with a fixed date are known.
    """

    def __init__(
        self,
        notices: Iterable[Notice],
        statutory: Mapping[int, frozenset[dt.date]] | None = None,
    ) -> None:
        self._notices = _in_force(notices)
        self._statutory = statutory or {}
        self._confirmed = frozenset(n.year for n in self._notices if not n.amends)
        self._named: dict[dt.date, bool] = {}  # day -> is it worked?
        for notice in self._notices:
            self._named.update(dict.fromkeys(notice.days_off, False))
            self._named.update(dict.fromkeys(notice.makeup_days, True))
        self._years: dict[int, list[int]] = {}

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The notices in force: the yearly ones, then those that amend them."""
        return self._notices

    @property
    def last_confirmed(self) -> int | None:
        """The last year whose notice is known."""
        return max(self._confirmed, default=None)

    def confirmed(self, year: int) -> bool:
        """Whether the notice of `year` is known."""
        return year in self._confirmed

    def source(self, year: int) -> str:
        """Title and number of the notices that arrange `year`; empty when there is none."""
        return "；".join(notice.source for notice in self._notices if notice.year == year)

    def day_kind(self, day: dt.date) -> DayKind:
        worked = self._named.get(day)
        if worked is None and not self.confirmed(day.year) and day in self._statutory_of(day.year):
            worked = False
        if worked is False:
            return DayKind.HOLIDAY
        if is_weekend(day):
            return DayKind.MAKEUP if worked else DayKind.WEEKEND
        return DayKind.WORKDAY

    def is_working_day(self, day: dt.date) -> bool:
        return self.day_kind(day).is_worked

    def days_off(self, year: int) -> tuple[dt.date, ...]:
        """The days of `year` named as off, weekends among them included, in order."""
        named = {day for day, worked in self._named.items() if not worked and day.year == year}
        if not self.confirmed(year):
            named |= {d for d in self._statutory_of(year) if not self._named.get(d, False)}
        return tuple(sorted(named))

    def makeup_days(self, year: int) -> tuple[dt.date, ...]:
        """The weekend days of `year` that are worked, in order."""
        return tuple(
            sorted(
                day
                for day, worked in self._named.items()
                if worked and day.year == year and is_weekend(day)
            )
        )

    def working_days(self, year: int) -> int:
        """How many working days `year` has."""
        return len(self._worked(year))

    def add(self, day: dt.date, days: int) -> dt.date:
        """The `days`-th working day strictly after `day`; `day` itself for 0."""
        if days < 0:
            raise refuse("working-days-negative", days=days)
        if days == 0:
            return day
        year, left = day.year, days
        worked = self._worked(year)
        first = bisect_right(worked, day.toordinal())
        while len(worked) - first < left:
            left -= len(worked) - first
            year, first = year + 1, 0
            worked = self._worked(year)
        return dt.date.fromordinal(worked[first + left - 1])

    def count(self, after: dt.date, until: dt.date) -> int:
        """Working days in (`after`, `until`]; negative when `until` is the earlier one."""
        if until < after:
            return -self.count(until, after)
        whole = sum(self.working_days(year) for year in range(after.year, until.year))
        return (
            whole
            + bisect_right(self._worked(until.year), until.toordinal())
            - bisect_right(self._worked(after.year), after.toordinal())
        )

    def next_working_day(self, day: dt.date) -> dt.date:
        """The first working day strictly after `day`."""
        return self.add(day, 1)

    def provisional(self, after: dt.date, until: dt.date) -> bool:
        """Whether (`after`, `until`] touches a year without a notice."""
        if until <= after:
            return False
        first = (after + dt.timedelta(days=1)).year
        return any(not self.confirmed(year) for year in range(first, until.year + 1))

    def _worked(self, year: int) -> list[int]:
        """The working days of `year` as ordinals, in order."""
        if year not in self._years:
            if not dt.MINYEAR <= year <= dt.MAXYEAR:
                raise refuse("calendar-out-of-range", year=year)
            first = dt.date(year, 1, 1).toordinal()
            last = dt.date(year, 12, 31).toordinal()
            days = {n for n in range(first, last + 1) if (n - 1) % 7 < 5}  # day 1 was a Monday
            if not self.confirmed(year):
                days -= {day.toordinal() for day in self._statutory_of(year)}
            for day, worked in self._named.items():
                if day.year == year:
                    (days.add if worked else days.discard)(day.toordinal())
            self._years[year] = sorted(days)
        return self._years[year]

    def _statutory_of(self, year: int) -> frozenset[dt.date]:
        if year in self._statutory:
            return self._statutory[year]
        return frozenset(dt.date(year, month, day) for month, day in FIXED_STATUTORY_DAYS)


def _in_force(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The newest yearly notice of each year, then the amending ones: they rule whenever they came,
    so that pasting a yearly notice once more takes nothing back.
    """
    every = tuple(notices)
    yearly = {notice.year: notice for notice in every if not notice.amends}
    return (*yearly.values(), *(notice for notice in every if notice.amends))
