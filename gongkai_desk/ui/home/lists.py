"""The two short lists of the home page: requests and tasks that cannot wait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.dated_tasks import DatedTask
from gongkai_desk.i18n import _, date_text
from gongkai_desk.ui.home import words
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.widgets.record_table import RecordTable

T = TypeVar("T")
ROWS = 5
"""How many rows are shown without scrolling."""


def request_table(parent: QWidget) -> RecordTable[Case]:
    """The open requests, the most urgent first."""
    columns: list[Column[Case]] = [
        Column(name="number", title=_("Number"), text=lambda c: c.request.number, width=5),
        Column(name="subject", title=_("Subject"), text=lambda c: c.request.subject, stretch=True),
        Column(
            name="left",
            title=_("Time left"),
            text=lambda c: words.case_state(c)[2],
            sort_key=lambda c: c.due,
            tone=lambda c: words.case_state(c)[0],
            icon=lambda c: words.case_state(c)[1],
            chip=True,
            width=12,
        ),
    ]
    model = RecordTableModel(columns, identity=lambda case: case.request.id)
    table = RecordTable("urgent-requests", model, parent)
    table.setAccessibleName(_("Most urgent requests"))
    return _low(table)


def task_table(today: Callable[[], dt.date], parent: QWidget) -> RecordTable[DatedTask]:
    """Our tasks that are late or due within 30 days."""
    columns: list[Column[DatedTask]] = [
        Column(name="number", title=_("Number"), text=lambda t: t.task.number, width=5),
        Column(name="title", title=_("Task"), text=lambda t: t.task.title, stretch=True),
        Column(
            name="due",
            title=_("Deadline"),
            text=lambda t: date_text(t.due) if t.due else "",
            sort_key=lambda t: t.due,
            width=9,
        ),
        Column(
            name="left",
            title=_("Time left"),
            text=lambda t: words.task_state(t, today())[2],
            sort_key=lambda t: t.due,
            tone=lambda t: words.task_state(t, today())[0],
            icon=lambda t: words.task_state(t, today())[1],
            chip=True,
            width=8,
        ),
    ]
    table = RecordTable("urgent-tasks", RecordTableModel(columns), parent)
    table.setAccessibleName(_("Tasks due soon"))
    return _low(table)


def show_requests(table: RecordTable[Case], cases: Sequence[Case]) -> None:
    """Show these; only now it is known whether there are none."""
    table.set_rows(cases)
    _say_when_empty(table, _("No open requests."))


def show_tasks(table: RecordTable[DatedTask], tasks: Sequence[DatedTask]) -> None:
    """Show these; only now it is known whether there are none."""
    table.set_rows(tasks)
    _say_when_empty(table, _("No task of ours is late or due within 30 days."))


def _say_when_empty(table: RecordTable[T], words: str) -> None:
    if table.findChild(QWidget, "empty") is None:
        table.set_empty(words, icon="done")


def _low(table: RecordTable[T]) -> RecordTable[T]:
    """High enough for `ROWS` rows; more scroll."""
    row = table.verticalHeader().defaultSectionSize()
    table.setFixedHeight(row * ROWS + table.horizontalHeader().sizeHint().height() + 4)
    return table
