"""The commands of the platforms, as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.activities.platforms.importing import PlatformImport
from gongkai_desk.ui.activities.platforms.output import PlatformOutput


class PlatformDesk(Protocol):
    """What the commands need of the section."""

    importing: PlatformImport
    output: PlatformOutput

    def add(self) -> None: ...
    def edit(self) -> None: ...
    def remove(self) -> None: ...
    def close_platform(self) -> None: ...
    def can_close(self) -> bool: ...
    def record_round(self) -> None: ...
    def check_current(self) -> None: ...
    def set_limits(self) -> None: ...
    def has_current(self) -> bool: ...
    def has_open(self) -> bool: ...
    def attach_command(self) -> Command: ...
    def edit_command(self, name: str, run: Callable[[], object]) -> Command: ...
    def remove_command(self, name: str, run: Callable[[], object]) -> Command: ...
    def find_command(self) -> Command: ...


def platform_commands(section: PlatformDesk) -> Commands:
    return (*_of_checks(section), None, *_of_one(section), None, *_in_and_out(section))


def _of_checks(section: PlatformDesk) -> Commands:
    return (
        Command(
            name="round-of-checks",
            text=pgettext("platform", "Round…"),
            run=section.record_round,
            shortcut="Ctrl+R",
            icon="check",
            tip=_("Enter what was seen of many platforms in one table"),
            enabled=section.has_open,
            primary=True,
        ),
        Command(
            name="check-platform",
            text=_("Enter a check…"),
            run=section.check_current,
            icon="check",
            enabled=section.can_close,
        ),
    )


def _of_one(section: PlatformDesk) -> Commands:
    return (
        Command(
            name="add-platform",
            text=pgettext("platform", "Add…"),
            run=section.add,
            shortcut="Ctrl+N",
            icon="add",
            primary=True,
        ),
        section.edit_command("edit-platform", section.edit),
        Command(
            name="close-platform",
            text=_("Close or merge…"),
            run=section.close_platform,
            icon="close",
            enabled=section.can_close,
        ),
        section.attach_command(),
        section.remove_command("remove-platform", section.remove),
    )


def _in_and_out(section: PlatformDesk) -> Commands:
    return (
        Command(
            name="platform-limits",
            text=_("Update limits…"),
            run=section.set_limits,
            icon="settings",
        ),
        Command(
            name="import-platforms",
            text=pgettext("platform", "Import a list…"),
            run=section.importing.choose_file,
            icon="import",
        ),
        Command(
            name="print-check-record",
            text=_("Print the record of checks…"),
            run=section.output.print_checks,
            shortcut="Ctrl+P",
            icon="print",
            enabled=section.has_open,
        ),
        Command(
            name="print-account-register",
            text=_("Print the register of platforms…"),
            run=section.output.print_register,
            icon="print",
            enabled=section.has_open,
        ),
        Command(
            name="export-platforms",
            text=pgettext("platform", "Export as a workbook…"),
            run=section.output.export,
            icon="export",
            enabled=section.has_open,
        ),
        None,
        section.find_command(),
    )
