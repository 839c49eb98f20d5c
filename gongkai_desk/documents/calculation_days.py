"""The day-by-day part of the calculation sheet: one row a week, one cell a day."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from gongkai_desk.documents import style
from gongkai_desk.documents.group_table import Cell, GroupTable, group_table
from gongkai_desk.documents.pdf_text import Style
from gongkai_desk.domain.calendar import DayKind
from gongkai_desk.domain.clock import Clock, CountedDay, How
from gongkai_desk.i18n import _, pgettext, weekday_text

_MONDAY = dt.date(2024, 1, 1)
_WEEK = 7


def day_table(clock: Clock, width: float) -> GroupTable:
    """The days of `clock` as a calendar; the due day stands out."""
    weekdays = [weekday_text(_MONDAY + dt.timedelta(days=i)) for i in range(_WEEK)]
    rows = [[Cell(text=day, style=style.SMALL_CELL_HEAD) for day in weekdays]]
    for _week, days in groupby(clock.days, key=lambda day: _monday(day.date)):
        cells = [Cell(text="", style=style.DAY)] * _WEEK
        for day in days:
            cells[day.date.weekday()] = Cell(text=_text(day), style=_style(day, clock.due))
        rows.append(cells)
    return group_table(rows, [width / _WEEK] * _WEEK, header=1, shaded=True)


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _style(day: CountedDay, due: dt.date | None) -> Style:
    return style.DUE_DAY if day.date == due else style.DAY


def _text(day: CountedDay) -> str:
    return f"{day.date.month}-{day.date.day}  {_how(day)}"


def _how(day: CountedDay) -> str:
    """How the day counts, in a word or two."""
    if day.how is How.BEFORE_START:
        return pgettext("day", "start")
    if day.how is How.REST:
        return pgettext("day", "off")
    word = (
        pgettext("day", "suspended")
        if day.how is How.SUSPENDED
        else _("day {number}").format(number=day.number)
    )
    if day.kind is DayKind.MAKEUP:
        return _("makeup, {word}").format(word=word)
    return word
