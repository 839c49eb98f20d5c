"""The commands of the list of decisions, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands

if TYPE_CHECKING:
    from gongkai_desk.ui.disclosure.decisions.section import DecisionSection


def decision_commands(section: DecisionSection) -> Commands:
    """Add and record first, then what changes a decision, then what concerns a whole list."""
    return (
        Command(name="add-decision", text=_("Add a decision…"), run=section.add, shortcut="Ctrl+N",
                icon="add", primary=True),
        Command(name="record-stage", text=_("Record a stage…"), run=section.record_stage,
                shortcut="Ctrl+R", icon="publish", enabled=section.has_current),
        section.edit_command("edit-decision", section.edit),
        section.attach_command(),
        Command(name="drop-decision", text=_("Take off the list…"), run=section.drop, icon="close",
                enabled=section.is_listed),
        Command(name="restore-decision", text=_("Put back on the list"), run=section.restore,
                icon="restore", enabled=section.is_dropped),
        section.remove_command("remove-decision", section.remove),
        None,
        Command(name="publish-decision-list", text=_("The list was published…"),
                run=section.publish_list, icon="send", enabled=section.has_current),
        Command(name="carry-decisions", text=_("Take open ones over to the next list…"),
                run=section.carry, icon="right", enabled=section.can_carry),
        Command(name="export-decisions", text=_("Export…"), run=section.export, icon="export",
                enabled=section.has_current),
        Command(name="print-decisions", text=_("Print…"), run=section.print_out, icon="print",
                shortcut="Ctrl+P", enabled=section.has_current),
        None,
        section.find_command(),
    )  # fmt: skip
