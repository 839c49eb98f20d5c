"""The commands of the task page: menu, context menu, buttons and keys come from here."""

from __future__ import annotations

from typing import Protocol

from gongkai_desk.domain.plan import SET_BY_HAND, Task, TaskStatus, WorkPlan
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.tasks.follow_up.commands import (
    FollowUpDesk,
    task_follow_up_commands,
    two_years_commands,
)
from gongkai_desk.ui.tasks.importing import PlanImport
from gongkai_desk.ui.tasks.views.area import TaskViews
from gongkai_desk.ui.tasks.views.commands import look_commands, paper_commands
from gongkai_desk.ui.tasks.views.papers import TaskPapers

_KEYS = {TaskStatus.OPEN: "Alt+1", TaskStatus.IN_PROGRESS: "Alt+2", TaskStatus.DONE: "Alt+3"}
_ICONS = {TaskStatus.OPEN: "pause", TaskStatus.IN_PROGRESS: "right", TaskStatus.DONE: "done"}


class TaskDesk(FollowUpDesk, Protocol):
    """What the commands ask of the page."""

    importing: PlanImport
    views: TaskViews
    papers: TaskPapers

    @property
    def plan(self) -> WorkPlan | None: ...
    @property
    def task(self) -> Task | None: ...
    def set_status(self, status: TaskStatus) -> None: ...
    def add_record(self) -> None: ...
    def correct(self) -> None: ...
    def change_ours(self) -> None: ...
    def edit_note(self) -> None: ...
    def find_task(self) -> None: ...
    def show_all(self) -> None: ...
    def print_list(self) -> None: ...
    def remove_plan(self) -> None: ...


def task_commands(page: TaskDesk) -> Commands:
    """In the order of the menu; None stands for a line."""
    return (
        *_of_task(page),
        None,
        *task_follow_up_commands(page),
        None,
        *_looking(page),
        *look_commands(page.views),
        None,
        *_coming_in(page),
        *two_years_commands(page),
        None,
        *_going_out(page),
    )


def _of_task(page: TaskDesk) -> Commands:
    def there() -> bool:
        return page.task is not None

    return (
        *(_status(page, status) for status in SET_BY_HAND),
        None,
        Command(name="add-record", text=_("New work &record…"), run=page.add_record,
                shortcut="Ctrl+R", icon="add", enabled=there),
        Command(name="edit-note", text=_("Edit re&marks…"), run=page.edit_note,
                shortcut="Ctrl+M", icon="edit", enabled=there),
        Command(name="change-ours", text=_("&Ours or not…"), run=page.change_ours,
                shortcut="Ctrl+U", icon="person", enabled=there),
        Command(name="correct-task", text=_("&Correct the task…"), run=page.correct,
                shortcut="F2", icon="edit", enabled=there),
    )  # fmt: skip


def _status(page: TaskDesk, status: TaskStatus) -> Command:
    return Command(
        name=f"status-{status.value}",
        text=_("Progress: {status}").format(status=label(status)),
        run=lambda: page.set_status(status),
        shortcut=_KEYS[status],
        icon=_ICONS[status],
        enabled=lambda: page.task is not None and page.task.status in SET_BY_HAND,
        checked=lambda: page.task is not None and page.task.status is status,
    )


def _looking(page: TaskDesk) -> Commands:
    def there() -> bool:
        return page.plan is not None

    return (
        Command(name="find-task", text=_("&Find…"), run=page.find_task, shortcut="Ctrl+F",
                icon="search", enabled=there),
        Command(name="show-all", text=_("Show &all tasks"), run=page.show_all,
                shortcut="Ctrl+Shift+F", icon="filter", enabled=there),
    )  # fmt: skip


def _coming_in(page: TaskDesk) -> Commands:
    return (
        Command(name="import-plan", text=_("&Import a work plan…"),
                run=page.importing.choose_file, shortcut="Ctrl+I", icon="import", primary=True),
        Command(name="paste-plan", text=_("&Paste a work plan…"), run=page.importing.paste,
                shortcut="Ctrl+Shift+V", icon="paste", primary=True),
    )  # fmt: skip


def _going_out(page: TaskDesk) -> Commands:
    def there() -> bool:
        return page.plan is not None

    return (
        Command(name="export-plan", text=_("&Export the schedule…"), run=page.papers.export,
                shortcut="Ctrl+E", icon="export", enabled=there, primary=True),
        Command(name="print-plan", text=_("Print the &list…"), run=page.print_list,
                shortcut="Ctrl+P", icon="print", enabled=there),
        *paper_commands(page.papers),
        None,
        Command(name="remove-plan", text=_("Remo&ve the work plan…"), run=page.remove_plan,
                shortcut="Ctrl+Shift+Del", icon="delete", enabled=there),
    )  # fmt: skip
