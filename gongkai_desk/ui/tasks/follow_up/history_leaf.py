"""Reminders to units, and what the task was under older plans."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gongkai_desk.domain.plan import Task, TaskReminder, TaskStatus
from gongkai_desk.domain.task_standing import Standing
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.services.task_carrying import EarlierTask
from gongkai_desk.texts import label
from gongkai_desk.ui.tasks.follow_up.panels import Leaf, card, small_button, word_button
from gongkai_desk.ui.tasks.follow_up.words import reminder_state, reminder_words, step_words
from gongkai_desk.ui.tasks.follow_up.work import FollowUp
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.plain import PlainLabel


class RemindersLeaf(Leaf):
    def __init__(self, work: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__("reminders-leaf", parent)
        self._work = work

    def show_standing(self, standing: Standing) -> None:
        latest = reversed(standing.reminders)
        reminders = sorted(latest, key=lambda one: one.answered_on is not None)
        self.heading.setText(_("Reminders ({n})").format(n=len(reminders)))
        self.show_rows(map(self._row, reminders), _("No unit was reminded of this task."))

    def _row(self, reminder: TaskReminder) -> QFrame:
        work = self._work
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(reminder.unit, look="strong", wrap=True), 1)
        tone, icon, word = reminder_state(reminder, today())
        head.addWidget(LightBadge(tone=tone, icon=icon, word=word))
        for name, icon_name, tip, run in (
            ("reminder-attach", "attachment", _("Add attachments"), self._attach),
            ("reminder-edit", "edit", _("Change the reminder"), work.edit_reminder),
            ("reminder-remove", "delete", _("Remove the reminder"), work.remove_reminder),
        ):
            head.addWidget(small_button(name, icon_name, tip, partial(run, reminder)))
        column = QVBoxLayout()
        column.setContentsMargins(12, 4, 6, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(PlainLabel(reminder_words(reminder), wrap=True, selectable=True))
        if reminder.answered_on is None:
            answer = word_button(
                "answer-reminder",
                _("Record the answer…"),
                partial(work.answer_reminder, reminder),
                "edit",
            )
            column.addWidget(answer, 0, Qt.AlignmentFlag.AlignLeft)
        for attachment in work.service.files(reminder.id):
            button = work.file_button(attachment, self)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card(f"reminder-{reminder.id}", column)

    def _attach(self, reminder: TaskReminder) -> None:
        self._work.attach(reminder.id)


class HistoryLeaf(Leaf):
    """What the task was in the years before; for a carried one, where it goes on."""

    def __init__(self, work: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__("history-leaf", parent)
        self._work = work

    def show_standing(self, standing: Standing) -> None:
        self.heading.setText(_("Earlier years"))
        self.show_rows(
            self._rows(standing), _("This task is not a continuation of an older plan's.")
        )

    def _rows(self, standing: Standing) -> Iterator[QWidget]:
        task, carrying = standing.task, self._work.carrying
        if task.status is TaskStatus.CARRIED:
            later = carrying.later(task)
            if later is not None:
                plan = self._work.desk.tasks.plan(later.plan_id)
                words = _("Goes on in {year} as task {number} “{title}”.").format(
                    year=plan.year, number=later.number, title=later.title
                )
                yield self._goes_on(task, words)
        for earlier in carrying.earlier(task):
            yield self._earlier(earlier)

    def _goes_on(self, task: Task, words: str) -> QFrame:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 6, 4)
        row.addWidget(PlainLabel(words, look="strong", wrap=True), 1)
        row.addWidget(
            word_button("take-back", _("Take back…"), lambda: self._work.take_back(task), "undo")
        )
        return card("goes-on", row)

    def _earlier(self, earlier: EarlierTask) -> QFrame:
        column = QVBoxLayout()
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(2)
        head = _("{year}: {number} {title}").format(
            year=earlier.plan.year, number=earlier.task.number, title=earlier.task.title
        )
        column.addWidget(PlainLabel(head, look="strong", wrap=True, selectable=True))
        for line in earlier_lines(earlier):
            column.addWidget(PlainLabel(line, wrap=True, selectable=True))
        for attachment in earlier.files:
            button = self._work.file_button(attachment, self)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card(f"earlier-{earlier.task.id}", column)


def earlier_lines(earlier: EarlierTask) -> Iterator[str]:
    """Everything noted about a task under its older plan: state, words, records, steps, reminders
    in the order of their days.
    """
    task = earlier.task
    yield _("State then: {status}").format(status=label(task.status))
    for name, text in (
        (pgettext("task", "How it was carried out"), task.result),
        (_("Difficulties"), task.hindrance),
        (_("Remarks"), task.note),
    ):
        if text:
            yield _("{name}: {text}").format(name=name, text=text)
    for record in earlier.records:
        yield f"{date_text(record.date)}  {record.text}"
    for one in earlier.activities:
        yield f"{date_text(one.date)}  {one.title}"
    for step in earlier.steps:
        yield _("Step “{title}”: {state}").format(title=step.title, state=step_words(step, today()))
    for reminder in earlier.reminders:
        words = reminder_words(reminder).replace("\n", "; ")
        yield _("{unit}: {words}").format(unit=reminder.unit, words=words)
