"""The commands of following up, in the order of the menu."""

from __future__ import annotations

from typing import Protocol

from gongkai_desk.domain.plan import Task, WorkPlan
from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.tasks.follow_up.work import FollowUp


class FollowUpDesk(Protocol):
    """What the commands ask of the page."""

    follow_up: FollowUp

    @property
    def plan(self) -> WorkPlan | None: ...
    @property
    def task(self) -> Task | None: ...
    @property
    def has_older_plan(self) -> bool: ...


def task_follow_up_commands(page: FollowUpDesk) -> Commands:
    """Those that concern the chosen task."""

    def there() -> bool:
        return page.task is not None

    def run(name: str) -> None:
        if page.task is not None:
            getattr(page.follow_up, name)(page.task)

    return (
        Command(name="edit-facts", text=_("Owner and res&ult…"),
                run=lambda: run("edit_facts"), shortcut="Ctrl+L", icon="edit", enabled=there),
        Command(name="add-step", text=_("Add a s&tep…"), run=lambda: run("add_step"),
                shortcut="Ctrl+T", icon="add", enabled=there),
        Command(name="add-duty", text=_("Add a &duty…"), run=lambda: run("add_duty"),
                icon="add", enabled=there),
        Command(name="add-reminder", text=_("Remind a unit…"), run=lambda: run("add_reminder"),
                shortcut="Ctrl+D", icon="bell", enabled=there),
        Command(name="attach-task", text=_("Attach files to the task…"),
                run=lambda: run("attach_to_task"),
                icon="attachment", enabled=there),
    )  # fmt: skip


def two_years_commands(page: FollowUpDesk) -> Commands:
    """Those that concern the chosen plan and older ones."""

    def older() -> bool:
        return page.has_older_plan

    def run(name: str) -> None:
        if page.plan is not None:
            getattr(page.follow_up, name)(page.plan)

    return (
        Command(name="carry-over", text=_("Carry unfinished tasks over…"),
                run=lambda: run("carry_over"),
                icon="history", enabled=older),
        Command(name="compare-plans", text=_("Compare with an older plan…"),
                run=lambda: run("compare"),
                icon="columns", enabled=older),
    )  # fmt: skip
