"""The small dialogs of the task page: correct a task, say whether it is ours, record work, note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.plan import Deadline, DeadlineKind, Task, WorkRecord
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.tasks.wording import joined, ours_reason, ours_word
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, TextField
from gongkai_desk.ui.widgets.files import FilesField
from gongkai_desk.ui.widgets.plain import PlainLabel

_OPEN, _CLOSE, _BETWEEN = "（(〔[", "）)〕]", "、，,；;\n"


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """What the officer says a task is."""

    title: str
    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class OursDraft:
    """`ours` None leaves it to what the program finds."""

    ours: bool | None
    because: str


@dataclass(frozen=True, slots=True)
class RecordDraft:
    date: dt.date
    text: str
    files: tuple[Path, ...]


def _name(task: Task) -> PlainLabel:
    label = PlainLabel(f"{task.number}  {task.title}", look="strong", wrap=True)
    label.setContentsMargins(0, 0, 0, 12)
    return label


def _low(field: LongTextField) -> LongTextField:
    """As high as its lines say; more than that scrolls."""
    field.setFixedHeight(field.minimumHeight())
    return field


class TaskDialog(DraftDialog[TaskDraft]):
    """Title, units and deadline of one task, stored or still being imported."""

    def __init__(
        self,
        task: Task,
        submit: Callable[[TaskDraft], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Correct task {number}").format(number=task.number), submit, prompts, parent
        )
        self.setObjectName("task-dialog")
        self._before = task.deadline
        self.title_field = TextField(task.title)
        self.lead = _low(LongTextField(joined(task.lead_units), lines=2))
        self.responsible = _low(LongTextField(joined(task.responsible_units), lines=4))
        self.kind: ChoiceField[DeadlineKind] = ChoiceField(DeadlineKind, label)
        self.date = DateField(mandatory=True, today=today)
        between = _("Separate names with 、 or commas.")
        self.form.add("title", _("Title"), self.title_field, mandatory=True)
        self.form.add("lead", _("Lead units"), self.lead, hint=between)
        self.form.add("responsible", _("Responsible units"), self.responsible, hint=between)
        words = task.deadline.text
        hint = _("The plan says: {words}").format(words=words) if words else ""
        self.form.add("deadline", _("Time limit"), self.kind, hint=hint)
        self.form.add("date", _("Last day"), self.date)
        self.kind.set_value(task.deadline.kind)
        self.date.set_date(task.deadline.date)
        self.kind.changed.connect(self._follow)
        self._follow()
        self.ready()

    def _follow(self) -> None:
        self.form.show_field("date", self.kind.value() is DeadlineKind.BY_DATE)
        self.review()  # the form was looked at before the field came or went
        QTimer.singleShot(0, self, self._fit)

    @override
    def draft(self) -> TaskDraft:
        return TaskDraft(
            self.title_field.value(),
            split_units(self.lead.value()),
            split_units(self.responsible.value()),
            self._deadline(),
        )

    def _deadline(self) -> Deadline:
        kind = self.kind.value() or DeadlineKind.NONE
        date = self.date.date() if kind is DeadlineKind.BY_DATE else None
        if (kind, date) == (self._before.kind, self._before.date):
            return self._before
        return Deadline(kind=kind, date=date, text=_stated(kind, date))

    @override
    def check(self, draft: TaskDraft) -> Iterable[Problem]:
        if not draft.title:
            yield Problem("plan-title-empty", "title")


def _stated(kind: DeadlineKind, date: dt.date | None) -> str:
    """A limit set by hand in the words of a 配档表: Chinese under any interface language."""
    if date is not None:
        return f"{date.year}年{date.month}月{date.day}日前"
    return "全年" if kind is DeadlineKind.ALL_YEAR else ""


def split_units(text: str) -> tuple[str, ...]:
    """Names between separators; those inside brackets belong to the name."""
    names, depth, name = [], 0, ""
    for sign in text:
        depth += (sign in _OPEN) - (sign in _CLOSE)
        if sign in _BETWEEN and depth <= 0:
            names.append(name)
            name, depth = "", 0
        else:
            name += sign
    names.append(name)
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


class OursDialog(DraftDialog[OursDraft]):
    """Whether a task is ours: what was found, or what the officer says and why."""

    def __init__(
        self,
        task: Task,
        submit: Callable[[OursDraft], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Is this task ours?"), submit, prompts, parent)
        self.setObjectName("ours-dialog")
        self.form.add_wide(_name(task))
        found = _("As found: {word}").format(word=_("Ours") if task.ours_found else _("Not ours"))
        names = {None: found, True: _("Ours"), False: _("Not ours")}
        self.answer: ChoiceField[bool | None] = ChoiceField(tuple(names), lambda key: names[key])
        self.because = _low(LongTextField(task.ours_by_hand_because, lines=3))
        now = _("Now: {word}. {reason}").format(word=ours_word(task), reason=ours_reason(task))
        self.form.add("ours", _("This task is"), self.answer, hint=now)
        why = _("For example: taken over by order of the leaders on 8 May.")
        self.form.add("because", _("Reason"), self.because, hint=why, mandatory=True)
        self.answer.set_value(task.ours_by_hand)
        self.answer.changed.connect(self._follow)
        self._follow()
        self.ready()

    def _follow(self) -> None:
        self.form.show_field("because", self.answer.value() is not None)
        self.review()  # the form was looked at before the field came or went
        QTimer.singleShot(0, self, self._fit)

    @override
    def draft(self) -> OursDraft:
        ours = self.answer.value()
        return OursDraft(ours, self.because.value() if ours is not None else "")

    @override
    def check(self, draft: OursDraft) -> Iterable[Problem]:
        if draft.ours is not None and not draft.because:
            yield Problem("field-missing", "because")


class RecordDialog(DraftDialog[RecordDraft]):
    """A dated record of work done, new or to be edited; files are copied into the office file."""

    def __init__(
        self,
        task: Task,
        submit: Callable[[RecordDraft], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        record: WorkRecord | None = None,
        files: Sequence[Path] = (),
    ) -> None:
        title = _("New work record") if record is None else _("Edit work record")
        super().__init__(title, submit, prompts, parent)
        self.setObjectName("record-dialog")
        self.form.add_wide(_name(task))
        self.date = DateField(mandatory=True, today=today)
        self.text = _low(LongTextField(record.text if record else "", lines=6))
        self.files = FilesField(prompts, files)
        self.form.add("date", _("Date"), self.date, mandatory=True)
        self.form.add("text", _("What was done"), self.text, mandatory=True)
        self.form.add("file", _("Attachments"), self.files)
        self.date.set_date(record.date if record else today())
        self.files.changed.connect(lambda: QTimer.singleShot(0, self, self._fit))
        self.ready()
        self.text.setFocus()

    @override
    def draft(self) -> RecordDraft:
        date = self.date.date()
        assert date is not None  # the field itself refuses to be empty
        return RecordDraft(date, self.text.value(), self.files.value())

    @override
    def check(self, draft: RecordDraft) -> Iterable[Problem]:
        if not draft.text:
            yield Problem("field-missing", "text")


class NoteDialog(DraftDialog[str]):
    """The remark on a task; may be empty."""

    def __init__(
        self,
        task: Task,
        submit: Callable[[str], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Remarks"), submit, prompts, parent)
        self.setObjectName("note-dialog")
        self.form.add_wide(_name(task))
        self.note = _low(LongTextField(task.note, lines=6))
        self.form.add("note", _("Remarks"), self.note)
        self.ready()
        self.note.setFocus()

    @override
    def draft(self) -> str:
        return self.note.value()
