"""What the home page shows, read from the office file in one go."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.attention import Attention
from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case import Case, Group
from gongkai_desk.domain.report import ReportDraft
from gongkai_desk.domain.report_readiness import Unready
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.tasks import DatedTask, TaskCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportState:
    """How far the annual report that is due next has come; `days` are left until `due`."""

    draft: ReportDraft
    unready: Sequence[Unready]
    due: dt.date
    days: int
    working_days: int
    provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Requests by group (the most urgent first), our tasks, the report; all as of `day`."""

    day: dt.date
    calendar: WorkCalendar
    requests: Mapping[Group, Sequence[Case]]
    counts: TaskCounts
    tasks: Sequence[DatedTask]
    attention: Sequence[Attention]
    report: ReportState
    empty: bool

    @property
    def urgent_tasks(self) -> list[DatedTask]:
        """Late ones and those due within 30 days, the earliest first."""
        return [each for each in self.tasks if each.urgent]

    def due_on(self, day: dt.date) -> tuple[list[Case], list[DatedTask]]:
        """The open requests and the unfinished tasks that fall due on `day`."""
        cases = [case for case in self.requests[Group.OPEN] if case.due == day]
        return cases, [each for each in self.tasks if each.due == day]


def look_over(desk: Desk, day: dt.date) -> Overview:
    """Everything the home page needs, as of `day`."""
    calendar = desk.holidays.calendar()
    requests = desk.register.overview(day)
    known = requests[Group.OPEN] or desk.register.years() or desk.tasks.plans()
    return Overview(
        day=day,
        calendar=calendar,
        requests=requests,
        counts=desk.tasks.counts(day),
        tasks=desk.tasks.unfinished(day),
        attention=desk.today.attention(day),
        report=_report(desk, calendar, day),
        empty=not known,
    )


def due_days(overview: Overview) -> Mapping[dt.date, tuple[int, int]]:
    """How many requests and how many tasks fall due on each day that has any."""
    found: dict[dt.date, list[int]] = defaultdict(lambda: [0, 0])
    for case in overview.requests[Group.OPEN]:
        if case.due is not None:
            found[case.due][0] += 1
    for each in overview.tasks:
        if each.due is not None:
            found[each.due][1] += 1
    return {day: (requests, tasks) for day, (requests, tasks) in found.items()}


def _report(desk: Desk, calendar: WorkCalendar, day: dt.date) -> ReportState:
    year = desk.reporting.year_due(day)
    due = desk.reporting.due(year)
    return ReportState(
        draft=desk.reporting.draft(year),
        unready=desk.readiness.unready(year, day),
        due=due,
        days=(due - day).days,
        working_days=calendar.count(day, due),
        provisional=calendar.provisional(day, due),
    )
