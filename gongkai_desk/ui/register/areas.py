"""What the areas of the register add to its menu: letters, disputes, import, statistics …

Each area has a function that gives its commands, usually of one `group` (a submenu).
"""

from __future__ import annotations

from collections.abc import Callable

from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.intake.commands import intake_commands

AREAS: tuple[Callable[[CaseContext], Commands], ...] = (intake_commands,)


def area_commands(context: CaseContext) -> Commands:
    """The commands of all areas, in their order."""
    commands: list[Command | None] = []
    for area in AREAS:
        commands += area(context)
    return tuple(commands)
