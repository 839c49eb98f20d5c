"""How the home page tells requests, tasks and the report in a few words."""

from __future__ import annotations

import datetime as dt

from gongkai_desk.domain.case import Case, Status
from gongkai_desk.domain.dated_tasks import DatedTask
from gongkai_desk.domain.plan import Light
from gongkai_desk.i18n import _, date_text, ngettext
from gongkai_desk.texts import label
from gongkai_desk.ui.home.overview import ReportState
from gongkai_desk.ui.register.view import State, countdown, status_state
from gongkai_desk.ui.tasks.board import LIGHTS


def case_state(case: Case) -> State:
    """What is left while the clock runs, else what the case waits for."""
    if case.status is not Status.RUNNING:
        return status_state(case)
    tone, icon, text = countdown(case)
    return tone, icon, provisionally(text) if case.provisional else text


def task_state(each: DatedTask, day: dt.date) -> State:
    """The days left or gone by until the deadline of a task."""
    tone, icon = LIGHTS[each.light]
    if each.due is None:
        return tone, icon, label(each.light)
    left = (each.due - day).days
    if each.light is Light.LATE:
        return tone, icon, ngettext("{n} day over", "{n} days over", -left).format(n=-left)
    if not left:
        return tone, icon, _("Due today")
    return tone, icon, ngettext("{n} day left", "{n} days left", left).format(n=left)


def report_progress(state: ReportState) -> str:
    """How far the report has come."""
    year, saved = state.draft.year, state.draft.saved_on
    if saved is None:
        return _("Report {year}: not begun").format(year=year)
    return _("Report {year}: draft of {date}").format(year=year, date=date_text(saved))


def report_time(state: ReportState) -> str:
    """The unit of the figure: days, and how many of them are working days."""
    days = ngettext("day", "days", state.days)
    working = ngettext("{n} working day", "{n} working days", state.working_days)
    inside = working.format(n=state.working_days)
    if state.provisional:
        inside = provisionally(inside)
    return _("{days}, {working_days}").format(days=days, working_days=inside)


def provisionally(text: str) -> str:
    """`text` with the mark of what depends on a holiday notice that is not known."""
    return _("{text} (provisional)").format(text=text)
