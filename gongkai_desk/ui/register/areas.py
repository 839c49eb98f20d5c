"""What the areas of the register add to its menu: letters, disputes, import, statistics …

Each area has a function that gives its commands, usually of one `group` (a submenu).
"""

from __future__ import annotations

from collections.abc import Callable

from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.register.archive.area import archive_commands
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.disputes.area import dispute_commands
from gongkai_desk.ui.register.intake.commands import intake_commands
from gongkai_desk.ui.register.letters.commands import letter_area
from gongkai_desk.ui.register.moving.area import moving_commands
from gongkai_desk.ui.register.procedure.commands import procedure_commands
from gongkai_desk.ui.register.records.commands import record_area_commands
from gongkai_desk.ui.register.views.commands import view_commands

AREAS: tuple[Callable[[CaseContext], Commands], ...] = (
    intake_commands,
    procedure_commands,
    letter_area,
    record_area_commands,
    dispute_commands,
    archive_commands,
    moving_commands,
    view_commands,
)


def area_commands(context: CaseContext) -> Commands:
    """The commands of all areas, in their order."""
    commands: list[Command | None] = []
    for area in AREAS:
        commands += area(context)
    return tuple(commands)
