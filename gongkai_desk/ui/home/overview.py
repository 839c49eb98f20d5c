"""What the home page shows, as of one day; each area is read when it is first asked for."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gongkai_desk.domain.attention import Attention
from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case import Case, Group
from gongkai_desk.domain.dated_tasks import DatedTask, TaskCounts
from gongkai_desk.domain.report import ReportDraft
from gongkai_desk.domain.report_readiness import Unready
from gongkai_desk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportState:
    """How far the annual report that is due next has come; `days` are left until `due`."""

    draft: ReportDraft
    due: dt.date
    days: int
    working_days: int
    provisional: bool


class Overview:
    """Requests by group (the most urgent first), our tasks, the report; all as of `day`. What was
    read once stays: a write makes a new overview.
    """

    def __init__(self, desk: Desk, day: dt.date) -> None:
        self._desk, self.day = desk, day

    @cached_property
    def calendar(self) -> WorkCalendar:
        return self._desk.holidays.calendar()

    @cached_property
    def empty(self) -> bool:
        """Whether nothing was entered yet."""
        desk = self._desk
        return not (desk.register.years() or desk.tasks.plans() or self.requests[Group.OPEN])

    @cached_property
    def requests(self) -> Mapping[Group, Sequence[Case]]:
        return self._desk.register.overview(self.day)

    @cached_property
    def counts(self) -> TaskCounts:
        return self._desk.tasks.counts(self.day)

    @cached_property
    def tasks(self) -> Sequence[DatedTask]:
        return self._desk.tasks.unfinished(self.day)

    @property
    def urgent_tasks(self) -> list[DatedTask]:
        """Late ones and those due within 30 days, the earliest first."""
        return [each for each in self.tasks if each.urgent]

    @cached_property
    def attention(self) -> Sequence[Attention]:
        return self._desk.today.attention(self.day)

    @cached_property
    def report(self) -> ReportState:
        dates, day = self._desk.report_dates, self.day
        year = dates.year_due(day)
        due = dates.due(year)
        return ReportState(
            draft=dates.draft(year),
            due=due,
            days=(due - day).days,
            working_days=self.calendar.count(day, due),
            provisional=self.calendar.provisional(day, due),
        )

    @cached_property
    def unready(self) -> Sequence[Unready]:
        """What would break the tables of the report that is due next."""
        return self._desk.readiness.unready(self.report.draft.year, self.day)

    def due_on(self, day: dt.date) -> tuple[list[Case], list[DatedTask]]:
        """The open requests and the unfinished tasks that fall due on `day`."""
        cases = [case for case in self.requests[Group.OPEN] if case.due == day]
        return cases, [each for each in self.tasks if each.due == day]

    def due_days(self) -> Mapping[dt.date, tuple[int, int]]:
        """How many requests and how many tasks fall due on each day that has any."""
        found: dict[dt.date, list[int]] = defaultdict(lambda: [0, 0])
        for case in self.requests[Group.OPEN]:
            if case.due is not None:
                found[case.due][0] += 1
        for each in self.tasks:
            if each.due is not None:
                found[each.due][1] += 1
        return {day: (requests, tasks) for day, (requests, tasks) in found.items()}
