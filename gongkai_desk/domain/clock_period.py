"""One answer period of a request: from its day 0 to its due date (条例 第三十三条)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai_desk.domain.calendar import WorkCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Periods:
    """The statutory periods in working days; resources/statutes/periods.toml has their sources."""

    answer: int = 20
    clarification: int = 7
    consultation: int = 15
    longest_extension: int = 20
    payment: int = 20


PERIODS = Periods()


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """Asking a third party or another agency (征求意见, 第三十二条 and 第三十四条)."""

    name: str
    sent: dt.date
    delivered: dt.date | None = None
    answered: dt.date | None = None

    def limit(self, calendar: WorkCalendar) -> dt.date:
        """The last of the working days the party has; the sending day stands for the delivery."""
        return calendar.add(self.delivered or self.sent, PERIODS.consultation)

    def end(self, calendar: WorkCalendar) -> dt.date:
        """The last day that does not count: the answer or, if earlier, the limit."""
        limit = self.limit(calendar)
        return limit if self.answered is None else min(self.answered, limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What bears on one due date.

    `start` is day 0. `extension` is in working days and is added to the counted period or, once a
    date was `fixed` by hand, to that date; `extended` remembers that the one extension is used.
    """

    start: dt.date
    extension: int = 0
    extended: bool = False
    consultations: tuple[Consultation, ...] = ()
    fixed: dt.date | None = None

    def consultation(self, name: str) -> Consultation | None:
        return next((known for known in self.consultations if known.name == name), None)

    def suspensions(self, calendar: WorkCalendar) -> tuple[tuple[dt.date, dt.date], ...]:
        """The union of the consultations as separate intervals (after, until], in order."""
        if not self.consultations:
            return ()
        merged: list[tuple[dt.date, dt.date]] = []
        for sent, end in sorted((one.sent, one.end(calendar)) for one in self.consultations):
            if merged and sent <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((sent, end))
        return tuple(merged)

    def due(self, calendar: WorkCalendar) -> dt.date:
        """The last day for the answer."""
        if self.fixed is not None:
            return calendar.add(self.fixed, self.extension)
        due = calendar.add(self.start, PERIODS.answer + self.extension)
        for after, until in self.suspensions(calendar):
            if after >= due:
                break
            due = calendar.add(due, calendar.count(after, until))
        return due

    def counted(self, calendar: WorkCalendar, until: dt.date) -> int:
        """Working days used up from `start` to `until`, suspended ones left out."""
        suspended = sum(
            calendar.count(after, min(end, until))
            for after, end in self.suspensions(calendar)
            if after < until
        )
        return calendar.count(self.start, until) - suspended
