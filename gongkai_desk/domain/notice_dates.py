"""Dates as holiday notices write them: 「2月15日（农历腊月二十八、周日）至23日（周一）、28日」."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from gongkai_desk.domain.problems import Problem

LONGEST_RANGE = 31
"""No arrangement ever ran longer, in days; a longer range is a misprint."""

WEEKDAYS = "一二三四五六日"

_NOTE = r"(?:\((?P<{0}note>[^()]*)\))?(?P<{0}bare>(?:星期|周)[一二三四五六日天])?"
_DAY = r"(?:(?P<{0}year>\d{{4}})年)?(?:(?P<{0}month>\d{{1,2}})月)?(?P<{0}day>\d{{1,2}})"
_RANGE = r"(?:至|到|-|[—–―]+|~)"
_TOKEN = re.compile(
    _DAY.format("a_") + rf"(?:日|(?={_RANGE}))" + _NOTE.format("a_") +
    rf"(?:{_RANGE}(?:次年)?" + _DAY.format("b_") + "日" + _NOTE.format("b_") + ")?"
)  # fmt: skip
_JOINT = re.compile("[、和及与]")
_WEEKDAY = re.compile("(?:星期|周|礼拜)([一二三四五六日天])")


@dataclass(frozen=True, slots=True)
class Clause:
    """The dates at the head of a clause and the words after them."""

    days: tuple[dt.date, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Mark:
    problems: int
    last: tuple[int, int] | None
    new_year: bool


class DateReader:
    """Reads the dates of one notice in their order, since a missing year or month is inherited.

    What is wrong with a date is added to `problems`, with the `line` it stands in.
    """

    def __init__(self, year: int, *, amends: bool) -> None:
        self.year = year
        self.problems: list[Problem] = []
        self._new_year = not amends  # are December dates still those before New Year?
        self._last: tuple[int, int] | None = None  # year and month of the date before

    def mark(self) -> Mark:
        """Where the reader stands, to go back to when the dates belonged to something else."""
        return Mark(len(self.problems), self._last, self._new_year)

    def back(self, mark: Mark) -> None:
        """Forget what was read since `mark`."""
        del self.problems[mark.problems :]
        self._last, self._new_year = mark.last, mark.new_year

    def clause(self, text: str, line: str) -> Clause | None:
        """The dates `text` begins with, and what follows; None when it begins with none."""
        days: list[dt.date] = []
        place = 0
        while token := _TOKEN.match(text, place):
            days += self._days(token, line)
            place = token.end()
            joint = _JOINT.match(text, place)
            if joint is None or _TOKEN.match(text, joint.end()) is None:
                break
            place = joint.end()
        return Clause(tuple(days), text[place:]) if place else None

    def _days(self, token: re.Match[str], line: str) -> list[dt.date]:
        first = self._date(token, "a_", None, line)
        if first is None:
            return []
        notes = _WEEKDAY.findall(_note(token, "a_"))
        if token["b_day"] is None:
            self._check_weekday(first, notes[:1], line)
            return [first]
        last = self._date(token, "b_", first, line)
        if last is None:
            return []
        both = _WEEKDAY.findall(_note(token, "b_"))
        if len(both) > 1:  # 「4月4日至6日（周六至周一）」
            notes, both = both[:1], both[-1:]
        self._check_weekday(first, notes[:1], line)
        self._check_weekday(last, both[:1], line)
        length = (last - first).days + 1
        if not 1 <= length <= LONGEST_RANGE:
            self._complain("notice-range", line, text=token[0])
            return []
        return [first + dt.timedelta(days=days) for days in range(length)]

    def _date(
        self, token: re.Match[str], part: str, start: dt.date | None, line: str
    ) -> dt.date | None:
        year, month = self._year_and_month(token, part, start)
        try:
            date = dt.date(year, month, int(token[f"{part}day"]))
        except ValueError:
            self._complain("notice-impossible-date", line, text=token[0])
            return None
        over_new_year = start is not None and (start.month, month) == (12, 1)
        if over_new_year and token[f"{part}year"] is None:
            date = date.replace(year=year + 1)
        self._last = (date.year, date.month)
        if date.month not in (1, 12):
            self._new_year = False
        if not self._belongs(date):
            self._complain("notice-foreign-date", line, text=token[0], year=self.year)
            return None
        return date

    def _year_and_month(
        self, token: re.Match[str], part: str, start: dt.date | None
    ) -> tuple[int, int]:
        written_year, written_month = token[f"{part}year"], token[f"{part}month"]
        last_year, last_month = self._last or (self.year, 0)
        month = int(written_month) if written_month else last_month
        if written_year:
            return int(written_year), month
        if start is not None:
            return start.year, month
        if written_month is None:
            return last_year, month
        return (self.year - 1 if month == 12 and self._new_year else self.year), month

    def _belongs(self, date: dt.date) -> bool:
        return date.year == self.year or (date.year, date.month) in (
            (self.year - 1, 12),
            (self.year + 1, 1),
        )

    def _check_weekday(self, date: dt.date, stated: list[str], line: str) -> None:
        for weekday in stated:
            computed = WEEKDAYS[date.weekday()]
            if weekday.replace("天", "日") != computed:
                self._complain("notice-weekday", line, date=date, stated=weekday, computed=computed)

    def _complain(self, code: str, line: str, **values: object) -> None:
        self.problems.append(Problem(code, "notice", {"line": line, **values}))


def _note(token: re.Match[str], part: str) -> str:
    return (token[f"{part}note"] or "") + (token[f"{part}bare"] or "")
