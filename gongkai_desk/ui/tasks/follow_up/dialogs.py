"""The dialogs of following up: a step, a reminder, a duty, the officer's facts of a task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.plan import Duty, DutyKind, Per, Task, TaskReminder, TaskStep
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.task_follow_up import TaskFacts
from gongkai_desk.texts import label
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog
from gongkai_desk.ui.tasks.wording import joined
from gongkai_desk.ui.widgets.fields import TextField
from gongkai_desk.ui.widgets.plain import PlainLabel

_MOST_TIMES = 99


def _name(task: Task) -> PlainLabel:
    name = PlainLabel(f"{task.number}  {task.title}", look="strong", wrap=True)
    name.setContentsMargins(0, 0, 0, 12)
    return name


class StepDialog(RecordDialog[TaskStep]):
    """A step, new or to be changed."""

    def __init__(
        self,
        task: Task,
        submit: Callable[[TaskStep], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[TaskStep], Iterable[Problem]],
        step: TaskStep | None = None,
    ) -> None:
        title = _("Change a step") if step else _("Add a step")
        super().__init__(title, submit, prompts, parent, checked=checked)
        self.setObjectName("step-dialog")
        given = step or TaskStep(id=new_id(), task_id=task.id, position=0, title="")
        self._given = given
        self.form.add_wide(_name(task))
        hint = _("e.g. {example}").format(example=_("draft the plan, hand in to the head, issue"))
        self.title_field = self.line(
            "title", pgettext("step", "Step"), given.title, hint=hint, mandatory=True
        )
        self.owner = self.line("owner", _("Who does it"), given.owner)
        self.due = self.date("due", _("To be done by"), given.due)
        self.done_on = self.date("done_on", pgettext("step", "Done on"), given.done_on)
        self.note = self.text("note", _("Remarks"), given.note, lines=2)
        self.ready()
        self.title_field.setFocus()

    @override
    def draft(self) -> TaskStep:
        return replace(
            self._given,
            title=self.title_field.value(),
            owner=self.owner.value(),
            due=self.due.date(),
            done_on=self.done_on.date(),
            note=self.note.value(),
        )


class ReminderDialog(RecordDialog[TaskReminder]):
    """Who was reminded of a task, how and until when; later what the answer was."""

    def __init__(
        self,
        task: Task,
        submit: Callable[[TaskReminder], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[TaskReminder], Iterable[Problem]],
        on: dt.date,
        reminder: TaskReminder | None = None,
        answering: bool = False,
    ) -> None:
        title = _("Remind a unit") if reminder is None else _("Change a reminder")
        super().__init__(
            _("Record the answer") if answering else title,
            submit,
            prompts,
            parent,
            checked=checked,
        )
        self.setObjectName("reminder-dialog")
        unit = task.units[0] if len(task.units) == 1 else ""
        given = reminder or TaskReminder(id=new_id(), task_id=task.id, unit=unit, date=on)
        self._given = given
        self.form.add_wide(_name(task))
        named = _("Named in the plan: {units}").format(units=joined(task.units[:6]))
        self.unit = TextField(given.unit)
        self.form.add(
            "unit",
            _("Unit reminded"),
            self.unit,
            hint=named if task.units else "",
            mandatory=True,
        )
        self.date_field = self.date("date", _("Reminded on"), given.date, mandatory=True)
        ways = _("e.g. {example}").format(example=_("telephone, supervision notice, meeting"))
        self.way = self.line("way", _("How"), given.way, hint=ways)
        self.asked = self.text("text", _("What was asked for"), given.text, lines=2)
        self.due = self.date("due", _("Answer until"), given.due)
        self.answered_on = self.date(
            "answered_on",
            pgettext("reminder", "Answered on"),
            given.answered_on or (on if answering else None),
        )
        self.answer = self.text("answer", pgettext("reminder", "Answer"), given.answer, lines=3)
        self.ready()
        (self.answer if answering else self.unit).setFocus()

    @override
    def draft(self) -> TaskReminder:
        return replace(
            self._given,
            unit=self.unit.value(),
            date=self.date_field.date() or self._given.date,
            way=self.way.value(),
            text=self.asked.value(),
            due=self.due.date(),
            answered_on=self.answered_on.date(),
            answer=self.answer.value(),
        )


class FactsDialog(RecordDialog[TaskFacts]):
    """Who does a task, what shall prove it, how far it came, what stood in the way."""

    def __init__(
        self,
        task: Task,
        submit: Callable[[TaskFacts], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        first: str = "owner",
    ) -> None:
        super().__init__(_("Follow-up of task {number}").format(number=task.number), submit,
                         prompts, parent)  # fmt: skip
        self.setObjectName("facts-dialog")
        self.form.add_wide(_name(task))
        self.owner = self.line("owner", _("Who does it"), task.owner)
        self.proof = self.text(
            "proof",
            _("Proof wanted"),
            task.proof,
            hint=_("One a line, such as sign-in sheet, photos, notice. What is missing is shown."),
            lines=4,
        )
        self.outcome = self.text(
            "result",
            pgettext("task", "How it was carried out"),
            task.result,
            hint=_("Stands in the schedule's column of that name."),
            lines=4,
        )
        self.hindrance = self.text("hindrance", _("Difficulties"), task.hindrance, lines=3)
        self.ready()
        self.form.field(first).setFocus()

    @override
    def draft(self) -> TaskFacts:
        return TaskFacts(
            owner=self.owner.value(),
            proof=self.proof.value(),
            result=self.outcome.value(),
            hindrance=self.hindrance.value(),
        )


class DutyDialog(RecordDialog[Duty]):
    """What must happen how often, and whether that is meant for us."""

    def __init__(
        self,
        task: Task,
        submit: Callable[[Duty], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        duty: Duty | None = None,
    ) -> None:
        title = _("Change a duty") if duty else _("Add a duty")
        super().__init__(title, submit, prompts, parent)
        self.setObjectName("duty-dialog")
        self.form.add_wide(_name(task))
        given = duty or Duty(kind=DutyKind.TRAINING, count=1, per=Per.YEAR, text="")
        self.kind = self.choice(
            "kind",
            pgettext("duty", "What"),
            DutyKind,
            label,
            given.kind,
            hint=_("Records of this kind are counted; another duty counts the work records."),
        )
        self.count = self.number(
            "count", _("At least (times)"), given.count, least=1, most=_MOST_TIMES, mandatory=True
        )
        self.per = self.choice("per", pgettext("duty", "Per"), Per, label, given.per)
        self.words = self.text(
            "text",
            _("Words that order it"),
            given.text,
            hint=_("Copied from the plan, or whose order it is."),
            lines=2,
            mandatory=True,
        )
        self.applies = self.tick(
            "applies",
            pgettext("duty", "For us"),
            _("Meant for our unit (untick what is asked of others only)"),
            on=given.applies,
        )
        self.ready()

    @override
    def check(self, draft: Duty) -> Iterable[Problem]:
        if not draft.text:
            yield Problem("duty-words-missing", "text")

    @override
    def draft(self) -> Duty:
        return Duty(
            kind=self.kind.value() or DutyKind.OTHER,
            count=self.count.value() or 1,
            per=self.per.value() or Per.YEAR,
            text=self.words.value(),
            applies=self.applies.isChecked(),
        )
