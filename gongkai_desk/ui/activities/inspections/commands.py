"""The commands of the self-inspections, as data."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands

if TYPE_CHECKING:
    from gongkai_desk.ui.activities.inspections.section import InspectionSection


def inspection_commands(section: InspectionSection) -> Commands:
    """What is done with an inspection first, then what concerns the lists."""
    begun = section.has_inspection
    return (
        Command(name="begin-inspection", text=_("Begin a self-inspection…"), run=section.begin,
                shortcut="Ctrl+N", icon="add", primary=True),
        Command(name="fill-inspection", text=_("Fill in…"), run=section.fill, icon="edit",
                enabled=section.has_current),
        replace(section.attach_command(), enabled=begun),
        section.remove_command("remove-inspection", section.remove, begun),
        Command(name="print-inspection", text=_("Print…"), run=section.print_out,
                shortcut="Ctrl+P", icon="print", enabled=begun),
        Command(name="export-inspection", text=_("Export…"), run=section.export, icon="export",
                enabled=begun),
        None,
        Command(name="export-inspection-list", text=_("Export a list to change it…"),
                run=section.export_list, icon="export"),
        Command(name="import-inspection-list", text=_("Read in our own list…"),
                run=section.import_list, icon="import"),
        Command(name="retire-inspection-list", text=_("Put our own list out of use…"),
                run=section.retire_list, icon="close", enabled=section.has_own_lists),
        None,
        section.find_command(),
    )  # fmt: skip
