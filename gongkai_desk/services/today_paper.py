"""今日 on paper: the same matters as on the home page, on one A4 sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.attention import Attention
from gongkai_desk.domain.case import Case, Group
from gongkai_desk.domain.dated_tasks import DatedTask
from gongkai_desk.domain.report_readiness import Unready
from gongkai_desk.i18n import _, date_text, pgettext, weekday_text
from gongkai_desk.services.readiness import ReadinessService
from gongkai_desk.services.register import RegisterService
from gongkai_desk.services.reporting import ReportingService
from gongkai_desk.services.tasks import TaskService
from gongkai_desk.services.today import TodayService
from gongkai_desk.texts import label

_LINE = 30
"""So many characters stand on one line of the widest column."""
_WEEK_OFF = (Group.OVERDUE, Group.DUE_TODAY, Group.DUE_SOON, Group.DUE_THIS_WEEK)


class TodayPaperService:
    def __init__(
        self,
        register: RegisterService,
        tasks: TaskService,
        today: TodayService,
        readiness: ReadinessService,
        reporting: ReportingService,
    ) -> None:
        self._register, self._tasks, self._today = register, tasks, today
        self._readiness, self._reporting = readiness, reporting

    def write(self, day: dt.date, path: Path) -> tuple[str, ...]:
        """One page of what waits on `day`; returns the characters no bundled typeface has."""
        year = self._reporting.year_due(day)
        sheet = documents.today_pdf.TodaySheet(
            title=_("Today: {date}, {weekday}").format(
                date=date_text(day), weekday=weekday_text(day)
            ),
            note=_("Report {year} is due on {date}.").format(
                year=year, date=date_text(self._reporting.due(year))
            ),
            sections=(
                *self._requests(day),
                self._section(
                    _("Our tasks that are late or due within 30 days"),
                    ((_("Task"), 5), (_("Deadline"), 2), (_("State"), 1.5)),
                    (_task_row(each) for each in self._tasks.unfinished(day) if each.urgent),
                ),
                self._section(
                    _("Disclosure and records"),
                    (
                        (pgettext("today", "Matter"), 3),
                        (_("How many"), 0.8),
                        (_("Among them"), 6.2),
                    ),
                    map(_attention_row, self._today.attention(day)),
                    whole=True,
                ),
                self._section(
                    _("To mend before the report {year}").format(year=year),
                    ((_("Number"), 2), (_("Subject"), 4), (_("What it lacks"), 4)),
                    map(_unready_row, self._readiness.unready(year, day)),
                ),
            ),
        )
        return documents.today_pdf.write_today(sheet, path)

    def _requests(self, day: dt.date) -> tuple[documents.today_pdf.TodaySection, ...]:
        groups = self._register.overview(day)
        urgent = {case.request.id: case for group in _WEEK_OFF for case in groups[group]}
        columns = (
            (_("Number"), 2.0),
            (_("Subject"), 4.5),
            (_("Due date"), 2.0),
            (_("Working days left"), 1.5),
        )
        waiting = [case for case in groups[Group.WAITING] if case.request.id not in urgent]
        return (
            self._section(
                _("Requests overdue, due in three working days or this week"),
                columns,
                map(_case_row, urgent.values()),
            ),
            self._section(
                _("Requests that wait for others"),
                ((_("Number"), 2.0), (_("Subject"), 5.0), (_("State"), 3.0)),
                ((c.request.number, c.request.subject, label(c.status)) for c in waiting),
            ),
        )

    @staticmethod
    def _section(
        heading: str,
        columns: Iterable[tuple[str, float]],
        rows: Iterable[tuple[str, ...]],
        *,
        whole: bool = False,
    ) -> documents.today_pdf.TodaySection:
        Column = documents.list_pdf.ListColumn  # noqa: N806  the class, under a short name
        return documents.today_pdf.TodaySection(
            heading=heading,
            columns=tuple(Column(title=title, weight=weight) for title, weight in columns),
            rows=tuple(rows),
            nothing=pgettext("today", "Nothing."),
            whole=whole,
        )


def _case_row(case: Case) -> tuple[str, ...]:
    left = case.remaining
    return (
        case.request.number,
        case.request.subject,
        date_text(case.due) if case.due else "",
        _left(left),
    )


def _left(days: int | None) -> str:
    if days is None:
        return ""
    return str(days) if days >= 0 else _("{n} over").format(n=-days)


def _task_row(each: DatedTask) -> tuple[str, ...]:
    due = date_text(each.due) if each.due else ""
    return f"{each.task.number} {each.task.title}", due, label(each.light)


def _attention_row(one: Attention) -> tuple[str, ...]:
    return label(one.concern), str(one.count), _on_one_line(one)


def _on_one_line(one: Attention) -> str:
    """As many examples as stand on one line of the sheet, and whether there are more."""
    told = list(one.examples)
    while len(told) > 1 and len("；".join(told)) > _LINE:
        told.pop()
    text = "；".join(told)
    short = text if len(text) <= _LINE else f"{text[: _LINE - 1]}…"
    return _("{some} and more").format(some=short) if one.count > len(told) > 0 else short


def _unready_row(one: Unready) -> tuple[str, ...]:
    return one.number, one.subject, label(one.lack)
