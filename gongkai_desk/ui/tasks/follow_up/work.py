"""What can be done to follow a task up, whichever button asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QPushButton, QWidget

from gongkai_desk.domain.activity import Activity
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.duty_records import activity_kind
from gongkai_desk.domain.plan import Attachment, Duty, Task, TaskReminder, TaskStep, WorkPlan
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.task_follow_up import TaskFacts
from gongkai_desk.ui.attachments import KeptFiles
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.tasks.follow_up.carry_dialog import CarryDialog
from gongkai_desk.ui.tasks.follow_up.comparison_dialog import ComparisonDialog
from gongkai_desk.ui.tasks.follow_up.dialogs import (
    DutyDialog,
    FactsDialog,
    ReminderDialog,
    StepDialog,
)
from gongkai_desk.ui.tasks.record_work import RecordWork
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.file_button import FileDeeds, file_button

_WIDEST_NAME = 16  # of a file, in Chinese characters


class FollowUp:
    """`leave` shows another page; `show_plan` another plan on this one."""

    def __init__(
        self,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget,
        records: RecordWork,
        leave: Callable[[Target], object],
    ) -> None:
        self.desk, self.records = desk, records
        self.service, self.carrying = desk.task_follow_up, desk.task_carrying
        self._operations, self._prompts, self._parent = operations, prompts, parent
        self._leave = leave
        self.kept = KeptFiles(self.service.content, operations, prompts)

    def file_button(self, attachment: Attachment, parent: QWidget) -> QPushButton:
        """The name of a file with what can be done with it."""
        deeds = FileDeeds(self.kept.open, self.kept.save_as, self.detach)
        return file_button(attachment, deeds, parent, widest=_WIDEST_NAME)

    # steps

    def add_step(self, task: Task) -> None:
        self._open_step(task, None, lambda draft: self.service.add_step(draft, today()))

    def edit_step(self, step: TaskStep) -> None:
        task = self.desk.tasks.get(step.task_id)
        self._open_step(task, step, lambda draft: self.service.save(draft, today()))

    def _open_step(
        self, task: Task, step: TaskStep | None, write: Callable[[TaskStep], Changes]
    ) -> None:
        open_dialog(
            StepDialog(
                task,
                lambda draft: self._operations.attempt(lambda: write(draft)),
                self._prompts,
                self._parent,
                checked=lambda draft: self.service.check(draft, today()),
                step=step,
            )
        )

    def finish_step(self, step: TaskStep, *, done: bool) -> None:
        """Done today, or not done after all."""
        day = today() if done else None
        self._operations.perform(lambda: self.service.finish_step(step, day))

    def move_step(self, step: TaskStep, by: int) -> None:
        self._operations.perform(lambda: self.service.move_step(step, by))

    def remove_step(self, step: TaskStep) -> None:
        text = _("“{name}” is taken out with its files. Undo brings it back.")
        if self._prompts.ask(
            _("Remove this step?"), text.format(name=step.title), yes=_("Remove"), danger=True
        ):
            self._operations.perform(lambda: self.service.remove(step))

    # reminders

    def add_reminder(self, task: Task) -> None:
        self._open_reminder(task, None)

    def edit_reminder(self, reminder: TaskReminder) -> None:
        self._open_reminder(self.desk.tasks.get(reminder.task_id), reminder)

    def answer_reminder(self, reminder: TaskReminder) -> None:
        self._open_reminder(self.desk.tasks.get(reminder.task_id), reminder, answering=True)

    def _open_reminder(
        self, task: Task, reminder: TaskReminder | None, *, answering: bool = False
    ) -> None:
        open_dialog(
            ReminderDialog(
                task,
                lambda draft: self._operations.attempt(lambda: self.service.save(draft, today())),
                self._prompts,
                self._parent,
                checked=lambda draft: self.service.check(draft, today()),
                on=today(),
                reminder=reminder,
                answering=answering,
            )
        )

    def remove_reminder(self, reminder: TaskReminder) -> None:
        text = _("The reminder to “{name}” is taken out with its files. Undo brings it back.")
        if self._prompts.ask(
            _("Remove this reminder?"),
            text.format(name=reminder.unit),
            yes=_("Remove"),
            danger=True,
        ):
            self._operations.perform(lambda: self.service.remove(reminder))

    # facts and duties

    def edit_facts(self, task: Task, first: str = "owner") -> None:
        """Owner, proof, result, difficulties; the cursor begins in the field `first`."""

        def submit(draft: TaskFacts) -> tuple[Problem, ...]:
            return self._operations.attempt(lambda: self.service.save_facts(task.id, draft))

        open_dialog(FactsDialog(task, submit, self._prompts, self._parent, first=first))

    def add_duty(self, task: Task) -> None:
        self._open_duty(task, None, lambda draft: (*task.duties, draft))

    def edit_duty(self, task: Task, place: int) -> None:
        def put(draft: Duty) -> tuple[Duty, ...]:
            return (*task.duties[:place], draft, *task.duties[place + 1 :])

        self._open_duty(task, task.duties[place], put)

    def remove_duty(self, task: Task, place: int) -> None:
        text = _("“{words}” is no longer counted; the records stay. Undo brings it back.")
        if self._prompts.ask(
            _("Remove this duty?"),
            text.format(words=task.duties[place].text),
            yes=_("Remove"),
            danger=True,
        ):
            duties = (*task.duties[:place], *task.duties[place + 1 :])
            self._operations.perform(lambda: self.service.save_duties(task.id, duties))

    def set_applies(self, task: Task, place: int, *, applies: bool) -> None:
        """Say whether a duty is meant for us."""
        duty = replace(task.duties[place], applies=applies)
        duties = (*task.duties[:place], duty, *task.duties[place + 1 :])
        self._operations.perform(lambda: self.service.save_duties(task.id, duties))

    def _open_duty(
        self, task: Task, duty: Duty | None, put: Callable[[Duty], tuple[Duty, ...]]
    ) -> None:
        def submit(draft: Duty) -> tuple[Problem, ...]:
            return self._operations.attempt(lambda: self.service.save_duties(task.id, put(draft)))

        open_dialog(DutyDialog(task, submit, self._prompts, self._parent, duty=duty))

    def record_for(self, task: Task, duty: Duty) -> None:
        """Go where that is recorded which meets the duty."""
        kind = activity_kind(duty.kind)
        if kind is None:
            self.records.add(task)
        else:
            self._leave(Target(page="activities", section="activities", view=f"new:{kind.value}"))

    def open_activity(self, activity: Activity) -> None:
        """Go to where an activity is kept."""
        self._leave(Target(page="activities", section="activities", record_id=activity.id))

    # files

    def attach(self, owner_id: str) -> None:
        """Choose files for a task, a step or a reminder."""
        files = self._prompts.open_files(_("Add attachments"), [_("All files (*)")])
        if files:
            self._operations.perform(lambda: self.service.attach(owner_id, files, today()))

    def attach_to_task(self, task: Task) -> None:
        self.attach(task.id)

    def attach_proof(self, task: Task, wanted: str) -> None:
        """Choose the files that are a proof that is missing."""
        title = _("Files for “{proof}”").format(proof=wanted)
        files = self._prompts.open_files(title, [_("All files (*)")])
        if files:
            self._operations.perform(
                lambda: self.service.attach_proof(task.id, wanted, files, today())
            )

    def detach(self, attachment: Attachment) -> None:
        if self.kept.confirm_removal(attachment):
            self._operations.perform(lambda: self.service.detach(attachment))

    # two years

    def carry_over(self, plan: WorkPlan) -> None:
        """Let unfinished tasks of an older plan go on in this one."""
        older = self.carrying.older_plans(plan.id)
        if older:
            open_dialog(
                CarryDialog(self.carrying, plan, older, self._operations, self._prompts,
                            self._parent)
            )  # fmt: skip

    def take_back(self, task: Task) -> None:
        """Ask, then let a carried task go on in its own plan."""
        text = _("“{title}” goes on in its own plan again; the task it became is taken out.")
        if self._prompts.ask(
            _("Take the carrying over back?"), text.format(title=task.title), yes=_("Take back")
        ):
            self._operations.perform(lambda: self.carrying.take_back(task))

    def compare(self, plan: WorkPlan) -> None:
        """Show the plan and an older one side by side."""
        older = self.carrying.older_plans(plan.id)
        if older:
            open_dialog(ComparisonDialog(self.carrying, plan, older, self._parent))
