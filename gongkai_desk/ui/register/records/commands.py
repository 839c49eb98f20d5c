"""What side records and reminders add to the menu of the register."""

from __future__ import annotations

from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.records.publication import (
    publication_commands,
)
from gongkai_desk.ui.reminders.dialog import show_reminders


def record_area_commands(context: CaseContext) -> Commands:
    """The reminders, and the publication of what one applicant got."""

    def lead(target: Target) -> None:
        page = context.parent
        if isinstance(page, Page):
            page.go_to(target)

    return (
        Command(
            name="show-reminders",
            text=_("Reminders…"),
            run=lambda: show_reminders(context.desk, context.operations, lead, context.parent),
            shortcut="Ctrl+Shift+R",
            icon="bell",
        ),
        *publication_commands(context),
    )
