"""What the course of cases adds to the register's menu."""

from __future__ import annotations

from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.procedure.proposals_dialog import open_proposals


def procedure_commands(context: CaseContext) -> Commands:
    """The list of what lapsed."""
    return (
        Command(
            name="what-lapsed",
            text=_("What lapsed…"),
            run=lambda: show_proposals(context),
            icon="clock",
            tip=_("Missed clarifications and payments, consultations whose time is over"),
        ),
    )


def show_proposals(context: CaseContext) -> None:
    """Show what lapsed, with the register behind it."""
    open_proposals(
        proposals=context.desk.proposals,
        operations=context.operations,
        prompts=context.prompts,
        show_case=context.deeds.show,
        parent=context.parent,
    )
