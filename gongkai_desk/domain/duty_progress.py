"""Whether a duty is met: counted from the days on which something was recorded, never ticked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai_desk.domain.plan import Duty, Per

_PERIODS = {Per.YEAR: 1, Per.ONCE: 1, Per.HALF_YEAR: 2, Per.QUARTER: 4, Per.MONTH: 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodCount:
    """One period of the year: how often it happened, how often it must."""

    first: dt.date
    last: dt.date
    done: int
    wanted: int

    @property
    def missing(self) -> int:
        return max(0, self.wanted - self.done)

    def over(self, today: dt.date) -> bool:
        """Whether it can no longer be met."""
        return self.last < today


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyProgress:
    """A duty in a year, period by period."""

    duty: Duty
    periods: tuple[PeriodCount, ...]

    @property
    def done(self) -> int:
        return sum(period.done for period in self.periods)

    @property
    def wanted(self) -> int:
        return sum(period.wanted for period in self.periods)

    @property
    def met(self) -> bool:
        """Every period of the year has what it needs."""
        return all(not period.missing for period in self.periods)

    def late(self, today: dt.date) -> bool:
        """A period is over and lacked something."""
        return any(period.missing and period.over(today) for period in self.periods)

    def current(self, today: dt.date) -> PeriodCount | None:
        """The period `today` lies in."""
        return next((one for one in self.periods if one.first <= today <= one.last), None)

    def behind(self, today: dt.date) -> bool:
        """Behind the pace: late, or more than half of the present period has gone by and less
        was done than its share (half of what is wanted, rounded up, after half of the time).
        """
        now = self.current(today)
        if self.late(today):
            return True
        if now is None or not now.missing:
            return False
        gone = (today - now.first).days / ((now.last - now.first).days + 1)
        return gone > 1 / 2 and now.done < -(-now.wanted // 2)


def periods_of(per: Per, year: int) -> list[tuple[dt.date, dt.date]]:
    """The first and last days of the periods of a year; YEAR and ONCE are one."""
    count = _PERIODS[per]
    months = 12 // count
    starts = [dt.date(year, 1 + n * months, 1) for n in range(count)]
    ends = [start - dt.timedelta(days=1) for start in starts[1:]] + [dt.date(year, 12, 31)]
    return list(zip(starts, ends, strict=True))


def progress(duty: Duty, year: int, days: Iterable[dt.date]) -> DutyProgress:
    """How far `duty` is in `year` when what it asks for was recorded on `days`."""
    recorded = list(days)
    return DutyProgress(
        duty=duty,
        periods=tuple(
            PeriodCount(
                first=first,
                last=last,
                done=sum(first <= day <= last for day in recorded),
                wanted=duty.count,
            )
            for first, last in periods_of(duty.per, year)
        ),
    )
