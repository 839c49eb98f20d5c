"""What must be right in a step or a reminder of a task before it is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai_desk.domain.plan import TaskReminder, TaskStep
from gongkai_desk.domain.problems import Problem, Severity


def check_step(step: TaskStep, today: dt.date) -> Iterator[Problem]:
    """Problems name the fields of the record."""
    if not step.title.strip():
        yield Problem("step-title-missing", "title")
    if step.done_on is not None and step.done_on > today:
        yield Problem("record-after-today", "done_on", {"date": step.done_on, "today": today})


def check_reminder(reminder: TaskReminder, today: dt.date) -> Iterator[Problem]:
    """Problems name the fields of the record."""
    if not reminder.unit.strip():
        yield Problem("reminder-unit-missing", "unit")
    sent, answered = reminder.date, reminder.answered_on
    if sent > today:
        yield Problem("record-after-today", "date", {"date": sent, "today": today})
    if reminder.due is not None and reminder.due < sent:
        yield Problem("reminder-due-before-sent", "due", {"due": reminder.due, "date": sent})
    if answered is not None and answered > today:
        yield Problem("record-after-today", "answered_on", {"date": answered, "today": today})
    elif answered is not None and answered < sent:
        values = {"answered": answered, "date": sent}
        yield Problem("reminder-answered-before-sent", "answered_on", values)
    if reminder.answer.strip() and answered is None:
        yield Problem("reminder-answer-undated", "answered_on")
    if not reminder.way.strip() and reminder.unit.strip():
        yield Problem("reminder-way-unsaid", "way", severity=Severity.WARNING)
