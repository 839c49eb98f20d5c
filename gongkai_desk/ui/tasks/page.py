"""The task page: which tasks the plans set, which are ours, how far they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import Task, TaskStatus, WorkPlan
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label
from gongkai_desk.ui.actions import Actions, Commands
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.tasks.board import Criteria, Row, View, board, read_rows
from gongkai_desk.ui.tasks.commands import task_commands
from gongkai_desk.ui.tasks.detail import TaskDetail
from gongkai_desk.ui.tasks.dialogs import (
    NoteDialog,
    OursDialog,
    OursDraft,
    TaskDialog,
    TaskDraft,
)
from gongkai_desk.ui.tasks.empty import NoPlan
from gongkai_desk.ui.tasks.filter_bar import FilterBar
from gongkai_desk.ui.tasks.follow_up.lists import FOLLOWED, WATCH_VIEWS, newest_plan, watching
from gongkai_desk.ui.tasks.follow_up.work import FollowUp
from gongkai_desk.ui.tasks.importing import PlanImport, removal_question
from gongkai_desk.ui.tasks.output import PlanOutput
from gongkai_desk.ui.tasks.record_work import RecordWork
from gongkai_desk.ui.tasks.table import TaskTable
from gongkai_desk.ui.tasks.views.area import TaskViews
from gongkai_desk.ui.tasks.views.papers import TaskPapers
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.files import dropped_files

_KEY = "tasks/splitter"
_VIEWS = {"late": View.LATE, "soon": View.SOON, "open": View.OPEN, "done": View.DONE}


class TasksPage(Page):
    """`go_to`: the views late, soon, open and done show ours, those of the follow-up what asks for
    attention, import asks for a plan's file; a record id is a task's.
    """

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self._plans: list[WorkPlan] = []
        self._rows: list[Row] = []
        self._scoped = False
        self.importing = PlanImport(desk.tasks, operations, prompts, self, self._show_plan)
        self.output = PlanOutput(desk, operations, prompts, self)
        self.work = RecordWork(desk.tasks, operations, prompts, self)
        self.follow_up = FollowUp(desk, operations, prompts, self, self.work, self.leave.emit)
        self.filters = FilterBar(self)
        self.table = TaskTable(self)
        self.table.set_empty(
            _("No task meets these filters. Choose “All” and “All states”, or clear the search."),
            icon="filter",
        )
        self.views = TaskViews(self.table, self)
        self.papers = TaskPapers(
            desk,
            operations,
            prompts,
            self,
            plan=lambda: self.plan,
            only_ours=lambda: self.filters.criteria().only_ours,
            unit=lambda: self.views.unit,
        )
        self.detail = TaskDetail(self.work, self.follow_up, self)
        self.empty = NoPlan(self)
        self.setAcceptDrops(True)
        self._build()
        self.filters.changed.connect(self._filter)
        self.table.chosen.connect(self._choose)
        self.table.activated_record.connect(lambda _row: self.correct())
        self.views.opened.connect(self.correct)
        self.views.changed.connect(self._turn)
        self.detail.status.chosen.connect(lambda: self.set_status(self.detail.status.value()))

    def _build(self) -> None:
        full = QWidget(self)
        self.splitter = QSplitter(Qt.Orientation.Vertical, full)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(9)
        self.splitter.addWidget(self.views)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 40)
        self.splitter.setStretchFactor(1, 60)
        self.splitter.setSizes([220, 330])
        self.views.setMinimumHeight(120)
        self.detail.setMinimumHeight(200)
        kept = window_state().value(_KEY)
        if isinstance(kept, QByteArray):
            self.splitter.restoreState(kept)
        self.splitter.splitterMoved.connect(
            lambda: window_state().setValue(_KEY, self.splitter.saveState())
        )
        column = QVBoxLayout(full)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(10)
        column.addWidget(self.filters)
        column.addWidget(self.splitter, 1)
        self.filters.add_switch(self.views.switch)
        self._turn()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(full)

    @property
    @override
    def title(self) -> str:
        return _("Task checklist")

    @property
    @override
    def subtitle(self) -> str:
        plan = self.plan
        if plan is None:
            return ""
        count = sum(row.plan.id == plan.id for row in self._rows)
        tasks = ngettext("{n} task", "{n} tasks", count).format(n=count)
        return "  ·  ".join(part for part in (plan.issuer, plan.document_number, tasks) if part)

    @override
    def commands(self) -> Commands:
        return task_commands(self)

    @override
    def actions_ready(self, actions: Actions) -> None:
        self.table.set_menu(actions)
        self.views.set_menu(actions)
        self.detail.set_actions(actions)
        self.empty.set_actions(actions)

    @override
    def concerns(self, changes: Changes) -> bool:
        return changes.touches(WorkPlan, Office, *FOLLOWED)

    @override
    def refresh(self, changes: Changes | None) -> None:
        self._plans = self.desk.tasks.plans()
        standings = self.desk.task_follow_up.standings(today())
        self._rows = read_rows(self.desk.tasks, self._plans, today(), standings)
        self.empty.repaint_picture()
        self._stack.setCurrentIndex(1 if self._plans else 0)
        self.filters.show_plans(self._plans)
        if not self._scoped and self._plans:
            self._scoped = True
            ours = any(row.task.ours for row in self._rows)
            self.filters.set_criteria(replace(self.filters.criteria(), only_ours=ours))
        self._filter()

    def _filter(self) -> None:
        criteria = self.filters.criteria()
        found = board(self._rows, criteria)
        of_plan = [row for row in self._rows if criteria.plan_id in ("", row.plan.id)]
        self.table.show_rows(found.rows, of_plan)
        self.filters.show_counts(found)
        if self.table.current() is None and found.rows:
            self.table.select([self.table.records.rows[0].id])
        self.views.show_rows(found.rows)
        self._choose(self.table.current())

    def _turn(self) -> None:
        """A board takes the whole page: Enter leads to the list with all of the task."""
        self.detail.setVisible(not self.views.look.is_board)

    def _choose(self, row: Row | None) -> None:
        self.detail.show_row(row)
        self.state_changed.emit()

    @override
    def go_to(self, target: Target) -> None:
        if target.view in _VIEWS:
            every = "" if len(self._plans) > 1 else self.filters.plan_id
            newest = newest_plan(self._plans) if target.view == "done" else ""
            self.filters.set_criteria(Criteria(newest or every, True, _VIEWS[target.view]))
        if target.view in WATCH_VIEWS:
            self.filters.set_criteria(watching(target.view, self._plans))
        if target.view == "import":
            self.importing.choose_file()
        if target.record_id:
            self._show_task(target.record_id)

    def _show_task(self, task_id: str) -> None:
        row = next((row for row in self._rows if row.id == task_id), None)
        if row is None:
            return
        if self.table.records.row_of(task_id) is None:
            only = self.filters.criteria().only_ours and row.task.ours
            self.filters.set_criteria(Criteria(row.plan.id, only))
        self.table.select([task_id])
        self.table.setFocus()

    def _show_plan(self, plan_id: str) -> None:
        rows = [row for row in self._rows if row.plan.id == plan_id]
        ours = any(row.task.ours for row in rows)
        self.filters.set_criteria(Criteria(plan_id, ours))
        self.table.setFocus()

    @property
    def plan(self) -> WorkPlan | None:
        """The chosen plan; with all of them, that of the chosen task."""
        row = self.table.current()
        chosen = self.filters.plan_id or (row.plan.id if row else "")
        return next((plan for plan in self._plans if plan.id == chosen), None)

    @property
    def task(self) -> Task | None:
        row = self.table.current()
        return row.task if row is not None else None

    @property
    def has_older_plan(self) -> bool:
        """Whether the chosen plan follows another year's."""
        plan = self.plan
        return plan is not None and any(each.year < plan.year for each in self._plans)

    def find_task(self) -> None:
        """Go to the search field."""
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def show_all(self) -> None:
        """Take every filter away."""
        self.filters.set_criteria(Criteria(self.filters.plan_id))

    def set_status(self, status: TaskStatus) -> None:
        """Set how far the chosen task is, today."""
        task = self.task
        if task is None or task.status is status:
            return
        if not self.operations.perform(
            lambda: self.desk.tasks.set_status(task.id, status, today()),
            said=_("Task {number}: {status}").format(number=task.number, status=label(status)),
        ):
            self._choose(self.table.current())

    def add_record(self) -> None:
        if self.task is not None:
            self.work.add(self.task)

    def correct(self) -> None:
        """Title, units and time limit of the chosen task."""
        task = self.task
        if task is None:
            return

        def changed(draft: TaskDraft) -> Task:
            return replace(
                task,
                title=draft.title,
                lead_units=draft.lead,
                responsible_units=draft.responsible,
                deadline=draft.deadline,
            )

        submit = self._saving(changed)
        open_dialog(TaskDialog(task, submit, self.prompts, self))

    def change_ours(self) -> None:
        """Say by hand whether the chosen task is ours, and why."""
        task = self.task
        if task is None:
            return

        def changed(draft: OursDraft) -> Task:
            return replace(task, ours_by_hand=draft.ours, ours_by_hand_because=draft.because)

        submit = self._saving(changed)
        open_dialog(OursDialog(task, submit, self.prompts, self))

    def edit_note(self) -> None:
        task = self.task
        if task is not None:
            submit = self._saving(lambda note: replace(task, note=note))
            open_dialog(NoteDialog(task, submit, self.prompts, self))

    def _saving(self, changed: Callable[..., Task]) -> Callable[[object], tuple[Problem, ...]]:
        def submit(draft: object) -> tuple[Problem, ...]:
            return self.operations.attempt(lambda: self.desk.tasks.save(changed(draft)))

        return submit

    def print_list(self) -> None:
        if self.plan is not None:
            self.output.print_list(self.plan)

    def remove_plan(self) -> None:
        """Ask, then take the chosen plan out with everything that belongs to it."""
        plan = self.plan
        if plan is None:
            return
        own = [row for row in self._rows if row.plan.id == plan.id]
        text = removal_question(plan, len(own), sum(row.records for row in own))
        if self.prompts.ask(_("Remove this work plan?"), text, yes=_("Remove"), danger=True):
            self.operations.perform(lambda: self.desk.tasks.remove_plan(plan.id))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(dropped_files(event.mimeData())) == 1:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """A file dropped on the list is read as a plan."""
        event.acceptProposedAction()
        self.importing.read_file(dropped_files(event.mimeData())[0])
