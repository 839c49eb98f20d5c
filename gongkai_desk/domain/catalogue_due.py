"""When something under an item of the catalogue must be published next, and why."""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.catalogue import CatalogueItem, Limit, LimitKind, Mode
from gongkai_desk.domain.catalogue_limits import STATUTORY_DAYS
from gongkai_desk.domain.official_document import Attribute, OfficialDocument
from gongkai_desk.domain.platform_limits import add_months
from gongkai_desk.domain.problems import Problem, Severity

SOON = 10
"""Working days before its date from which an item is named as coming up."""
_MONTHS = {
    LimitKind.MONTHLY: 1,
    LimitKind.QUARTERLY: 3,
    LimitKind.HALF_YEARLY: 6,
    LimitKind.YEARLY: 12,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDue:
    """`date` is the last day that is in time, None when none can be told; `because` says how it
    was found; `provisional` when it rests on a year whose holiday notice is not known.
    """

    because: Problem
    date: dt.date | None = None
    provisional: bool = False

    def late(self, today: dt.date) -> bool:
        return self.date is not None and self.date < today

    def soon(self, calendar: WorkCalendar, today: dt.date) -> bool:
        """Whether it must be published within `SOON` working days."""
        if self.date is None or self.date < today:
            return False
        return calendar.count(today, self.date) <= SOON


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What was published under an item: the last day, and what was formed but not yet published,
    each with the number of working days set for it alone.
    """

    last: dt.date | None = None
    waiting: tuple[tuple[dt.date, int | None], ...] = ()


def record_of(documents: Iterable[OfficialDocument], today: dt.date) -> Record:
    """What the documents of an item come to; those that are not to be published wait for nobody."""
    days: list[dt.date] = []
    waiting: list[tuple[dt.date, int | None]] = []
    for one in documents:
        out = [place.date for place in one.published if place.date <= today]
        days.extend(out)
        held_back = one.attribute in (Attribute.ON_REQUEST, Attribute.WITHHELD)
        ended = one.taken_down_on is not None or one.abolished_on is not None
        if not out and one.formed_on is not None and not held_back and not ended:
            waiting.append((one.formed_on, one.limit_days))
    return Record(last=max(days, default=None), waiting=tuple(sorted(waiting, key=lambda w: w[0])))


def next_due(
    item: CatalogueItem, record: Record, calendar: WorkCalendar, *, since: dt.date
) -> NextDue:
    """When `item` must be published next; `since` is the day from which it is watched: what was
    due before is not held against the office.
    """
    if item.mode is Mode.ON_REQUEST:
        return NextDue(because=_because("catalogue-due-on-request"))
    if item.limit.kind in _MONTHS:
        return _periodic(item.limit, record, calendar, since)
    if record.waiting:
        return _waiting(item.limit, record.waiting, calendar)
    return NextDue(because=_nothing_waits(item.limit))


def _waiting(
    limit: Limit, waiting: Sequence[tuple[dt.date, int | None]], calendar: WorkCalendar
) -> NextDue:
    """The earliest end of those that run since something was formed or changed."""
    ends = [_end(limit, formed, own, calendar) for formed, own in waiting]
    return min(ends, key=lambda each: each.date or dt.date.max)


def _end(limit: Limit, formed: dt.date, own: int | None, calendar: WorkCalendar) -> NextDue:
    if own is None and limit.kind is LimitKind.DAYS and limit.days is not None:
        end = formed + dt.timedelta(days=limit.days)
        return NextDue(
            date=end, because=_because("catalogue-due-days", days=limit.days, formed=formed)
        )
    if own is None and limit.kind is LimitKind.MONTHS and limit.months is not None:
        # to the corresponding day, or the end of a month that has none (民法典第二百零二条)
        because = _because("catalogue-due-months", months=limit.months, formed=formed)
        return NextDue(date=add_months(formed, limit.months), because=because)
    days, code = own, "catalogue-due-working-days"
    if days is None and limit.kind is LimitKind.WORKING_DAYS:
        days = limit.days
    if days is None:  # nothing said, or only 及时: the statute sets the outermost day
        days, code = STATUTORY_DAYS, "catalogue-due-statutory"
    end = calendar.add(formed, days)
    return NextDue(
        date=end,
        because=_because(code, days=days, formed=formed),
        provisional=calendar.provisional(formed, end),
    )


def _nothing_waits(limit: Limit) -> Problem:
    match limit.kind:
        case LimitKind.WORKING_DAYS:
            return _because("catalogue-due-when-formed", days=limit.days)
        case LimitKind.DAYS:
            return _because("catalogue-due-when-formed-days", days=limit.days)
        case LimitKind.MONTHS:
            return _because("catalogue-due-when-formed-months", months=limit.months)
        case LimitKind.AT_ONCE:
            return _because("catalogue-due-at-once")
        case LimitKind.STANDING:
            return _because("catalogue-due-standing")
    if limit.text.strip():
        return _because("catalogue-due-not-understood", text=limit.text)
    return _because("catalogue-due-no-limit")


def _periodic(limit: Limit, record: Record, calendar: WorkCalendar, since: dt.date) -> NextDue:
    """The first period after that of the last publication whose date is not before `since`. A
    publication counts for the calendar period in which it was made.
    """
    step = _MONTHS[limit.kind]
    last = record.last
    start = _period(last or since, step)
    for number, first in enumerate(_periods(start, step)):
        if last is not None and number == 0:
            continue
        date, provisional = _date_in(first, step, limit, calendar)
        if date >= since:
            code = "catalogue-due-period-after" if last else "catalogue-due-period-first"
            values = {"kind": limit.kind, "last": last, "since": since}
            return NextDue(date=date, because=_because(code, **values), provisional=provisional)
    raise AssertionError("the periods end nowhere")


def _period(day: dt.date, step: int) -> dt.date:
    """The first day of the calendar period of `step` months that holds `day`."""
    return day.replace(month=(day.month - 1) // step * step + 1, day=1)


def _periods(first: dt.date, step: int) -> Iterator[dt.date]:
    while True:
        yield first
        month = first.month + step
        first = dt.date(first.year + (month > 12), (month - 1) % 12 + 1, 1)


def _date_in(
    first: dt.date, step: int, limit: Limit, calendar: WorkCalendar
) -> tuple[dt.date, bool]:
    """The last day in time of the period that begins on `first`, and whether it is provisional."""
    if limit.kind is LimitKind.YEARLY and limit.month is not None:
        length = months.monthrange(first.year, limit.month)[1]
        return dt.date(first.year, limit.month, min(limit.day or length, length)), False
    last_month = first.month + step - 1
    end = dt.date(first.year, last_month, months.monthrange(first.year, last_month)[1])
    if limit.days is None:
        return end, False
    before = first - dt.timedelta(days=1)
    if limit.working:
        date = calendar.add(before, limit.days)
        return date, calendar.provisional(before, date)
    return min(before + dt.timedelta(days=limit.days), end), False


def _because(code: str, **values: object) -> Problem:
    return Problem(code, values=values, severity=Severity.WARNING)
