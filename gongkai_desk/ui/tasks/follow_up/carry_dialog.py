"""The list of what is unfinished in an older plan: what goes over, and as which task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.plan import Task, WorkPlan
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.task_carrying import Carry
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.task_carrying import CarryProposal, TaskCarryingService
from gongkai_desk.texts import label
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.tasks.filter_bar import plan_name
from gongkai_desk.ui.tasks.follow_up.panels import scrolled
from gongkai_desk.ui.tasks.wording import deadline_text
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.plain import PlainLabel

_TITLE = 10  # characters of a title in the list of choices


@dataclass(frozen=True, slots=True)
class CarryDraft:
    older_id: str
    carries: tuple[Carry, ...]
    due: dt.date | None


class CarryDialog(DraftDialog[CarryDraft]):
    """Nothing is stored before the button is pressed."""

    WIDE: ClassVar[int] = 60

    def __init__(
        self,
        service: TaskCarryingService,
        newer: WorkPlan,
        older: Sequence[WorkPlan],
        operations: Operations,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        def submit(draft: CarryDraft) -> tuple[Problem, ...]:
            return operations.attempt(
                lambda: service.carry(draft.older_id, newer.id, draft.carries, draft.due)
            )

        super().__init__(
            _("Carry unfinished tasks over"),
            submit,
            prompts,
            parent,
            save=_("Carry over"),
            intro=_(
                "Tick what goes on in “{plan}”. The old tasks stay where they are, marked as "
                "carried over; their records, steps and reminders are shown with the new ones."
            ).format(plan=plan_name(newer)),
        )
        self.setObjectName("carry-dialog")
        self._service, self._newer = service, newer
        self.older: ChoiceField[WorkPlan] = ChoiceField(older, plan_name)
        self.list = CarryList()
        self.due = DateField(today=today)
        self.form.add("older", _("Older plan"), self.older)
        self.form.add("carries", _("Unfinished tasks"), self.list)
        self.form.add(
            "due",
            _("New time limit"),
            self.due,
            hint=_("For those that become tasks of their own; empty: the whole year."),
        )
        self.older.changed.connect(self._show)
        self._show()
        self.ready()

    def _show(self) -> None:
        older = self.older.value()
        if older is not None:
            goals = self._service.goals(self._newer.id)
            self.list.show_proposals(self._service.proposals(older.id, self._newer.id), goals)

    @override
    def draft(self) -> CarryDraft:
        older = self.older.value()
        return CarryDraft(older.id if older else "", self.list.value(), self.due.date())

    @override
    def check(self, draft: CarryDraft) -> Iterable[Problem]:
        if not draft.carries:
            yield Problem("carry-nothing", "carries")
        if draft.due is not None and draft.due.year < self._newer.year:
            values = {"date": draft.due, "year": self._newer.year}
            yield Problem("carry-due-outside", "due", values)


class CarryList(QWidget):
    """A line for each task: a tick, what it is, and as what it goes on."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[CarryLine] = []
        self._told = PlainLabel("", self, look="muted")
        self._all, self._none = QPushButton(_("Tick all")), QPushButton(_("Tick none"))
        for button, on in ((self._all, True), (self._none, False)):
            button.setProperty("look", "link")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, state=on: self._tick_all(state))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._all, self._none):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._told)
        self._area = scrolled(self)
        self._area.setFixedHeight(self.fontMetrics().lineSpacing() * 14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._area)

    def show_proposals(
        self, proposals: Sequence[CarryProposal], goals: Sequence[Task] = ()
    ) -> None:
        """Show these; each may go on as any of `goals`."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        self.lines = [CarryLine(proposal, goals, body) for proposal in proposals]
        for line in self.lines:
            line.changed.connect(self._tell)
            column.addWidget(line)
        if not self.lines:
            words = _("Everything in that plan is finished or was carried over already.")
            column.addWidget(PlainLabel(words, body, look="hint", wrap=True))
        column.addStretch(1)
        self._area.setWidget(body)
        body.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self._tell()

    def value(self) -> tuple[Carry, ...]:
        """The ticked ones."""
        return tuple(line.carry() for line in self.lines if line.tick.isChecked())

    def _tick_all(self, state: bool) -> None:
        for line in self.lines:
            line.tick.setChecked(state)

    def _tell(self) -> None:
        chosen = len(self.value())
        words = ngettext("{n} of {total} task ticked", "{n} of {total} tasks ticked", chosen)
        self._told.setText(words.format(n=chosen, total=len(self.lines)))
        for button in (self._all, self._none):
            button.setVisible(bool(self.lines))
        self.changed.emit()


class CarryLine(QWidget):
    """Ours are ticked at first. Where the new plan nearly says the same, it is proposed to go on
    with that.
    """

    changed = Signal()

    def __init__(
        self,
        proposal: CarryProposal,
        goals: Sequence[Task],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        task = proposal.old
        self.proposal = proposal
        self.tick = QCheckBox(self)
        self.tick.setChecked(task.ours)
        self.tick.setAccessibleName(f"{task.number} {task.title}")
        name = PlainLabel(f"{task.number}  {task.title}", self, wrap=True)
        words = PlainLabel(facts_of(proposal), self, look="hint", wrap=True)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(name)
        names.addWidget(words)
        others = [task for task in goals if task != proposal.match]
        first = [proposal.match, None] if proposal.match else [None]
        self.goal: ChoiceField[Task | None] = ChoiceField([*first, *others], self._goal_words, self)
        self.goal.setMinimumContentsLength(_TITLE)
        self.goal.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.goal.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.goal.setAccessibleName(_("Goes on as"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(names, 4)
        row.addWidget(self.goal, 5)
        self.tick.toggled.connect(lambda: self.changed.emit())
        self.goal.changed.connect(self.changed)

    def _goal_words(self, task: Task | None) -> str:
        if task is None:
            return _("A task of its own")
        title = task.title if len(task.title) <= _TITLE else f"{task.title[:_TITLE]}…"
        if task != self.proposal.match:
            return _("Goes on with {number} {title}").format(number=task.number, title=title)
        return _("Goes on with {number} {title} ({score} % alike)").format(
            number=task.number, title=title, score=self.proposal.score
        )

    def carry(self) -> Carry:
        return Carry(old=self.proposal.old, into=self.goal.value())


def facts_of(proposal: CarryProposal) -> str:
    """State, time limit, owner and number of records of what would go over."""
    task = proposal.old
    records = ""
    if proposal.records:
        words = ngettext("{n} work record", "{n} work records", proposal.records)
        records = words.format(n=proposal.records)
    whose = _("Ours") if task.ours else _("Not ours")
    parts = (whose, label(task.status), deadline_text(task), task.owner, records)
    return "  ·  ".join(part for part in parts if part)
