"""The commands of the File menu: which office file, and its safety."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import sentence
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.theme import Tone


def office_filters() -> list[str]:
    """The file dialog's filters for office files and backups."""
    return [_("Office files (*.db)"), _("All files (*)")]


class OfficeFile(QObject):
    """`switch` opens another office file in place of this one, `create` makes a new one."""

    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        switch: Callable[[Path], object],
        create: Callable[[Path], object],
    ) -> None:
        super().__init__()
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._switch, self._create = switch, create

    def commands(self) -> Commands:
        return (
            Command(name="new-file", text=_("&New office file…"), run=self.new, icon="office"),
            Command(
                name="open-file",
                text=_("&Open office file…"),
                run=self.open,
                shortcut="Ctrl+O",
                icon="open",
            ),
            None,
            Command(
                name="backup",
                text=_("&Back up now"),
                run=self.backup,
                shortcut="Ctrl+B",
                icon="backup",
                tip=_("A verified copy in the folder of backups"),
            ),
            Command(name="backup-to", text=_("Back up &to…"), run=self.backup_to, icon="export"),
            Command(
                name="check-file", text=_("&Check the office file"), run=self.check, icon="done"
            ),
        )

    def new(self) -> None:
        path = self._prompts.save_file(_("New office file"), "office.db", office_filters())
        if path is not None:
            self._create(path)

    def open(self) -> None:
        path = self._prompts.open_file(_("Open office file"), office_filters())
        if path is not None:
            self._switch(path)

    def backup(self) -> None:
        self._copy(None)

    def backup_to(self) -> None:
        path = self._prompts.save_file(_("Back up to"), "backup.db", office_filters())
        if path is not None:
            self._copy(path)

    def _copy(self, path: Path | None) -> None:
        def work(_progress: Progress) -> Path:
            return self._desk.maintenance.backup(path)

        def arrived(made: Path) -> None:
            self._operations.say(_("Backed up and verified: {name}").format(name=made.name))
            self._operations.refreshed.emit()

        self._operations.perform_long(_("Backing up"), work, arrived)

    def check(self) -> None:
        """Look the whole file over and say what was found."""

        def work(_progress: Progress) -> list[Problem]:
            return self._desk.maintenance.check()

        self._operations.perform_long(_("Checking the office file"), work, self._checked)

    def _checked(self, problems: list[Problem]) -> None:
        if problems:
            title = _("The office file has faults")
            self._prompts.problems(title, [sentence(problem) for problem in problems])
        else:
            text = _("Structure, contents and journal of the office file agree.")
            self._prompts.tell(_("The office file is sound"), text, Tone.GOOD)
