"""Reading the units' reports beside the window, and saying what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.roll_up import UnitFile
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.roll_up import FolderFiles, files_in, read_units
from gongkai_desk.texts import sentence
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts


class Taken(Protocol):
    """Gets what was read, of this year or of the year before."""

    def __call__(self, files: Sequence[UnitFile], *, before: bool = False) -> None: ...


class RollUpIntake:
    """Everything is read before anything is taken: who cancels has what was there before."""

    def __init__(self, *, operations: Operations, prompts: Prompts, taken: Taken) -> None:
        self._operations, self._prompts, self._taken = operations, prompts, taken

    def choose_folder(self) -> None:
        """Ask for a folder and read all reports in it."""
        self._choose(_("Folder with the units' reports"), before=False)

    def choose_before(self) -> None:
        """Ask for the folder with the units' reports of the year before."""
        self._choose(pgettext("roll-up", "Folder with last year's reports"), before=True)

    def add_files(self) -> None:
        """Ask for files to be added to what was read."""
        filters = [
            _("Reports (*.json *.xlsx *.docx *.html *.htm *.pdf *.txt)"),
            _("All files (*)"),
        ]
        paths = self._prompts.open_files(_("Reports of the units"), filters)
        if paths:
            self.read(paths)

    def read_dropped(self, dropped: Sequence[Path]) -> None:
        """Read files that were dragged here, and those in folders among them."""
        paths: list[Path] = []
        others = 0
        try:
            for each in dropped:
                found = files_in(each) if each.is_dir() else FolderFiles(paths=(each,))
                paths += found.paths
                others += found.others
        except DomainError as error:
            self._operations.show_problems(error.problems)
            return
        if paths:
            self.read(paths, others=others)

    def read(self, paths: Sequence[Path], *, before: bool = False, others: int = 0) -> None:
        """Read these in the background, then hand them on."""

        def work(progress: Progress) -> list[UnitFile]:
            return read_units(paths, progress)

        then = partial(self._done, before=before, others=others)
        self._operations.perform_long(_("Reading the reports"), work, then)

    def _choose(self, title: str, *, before: bool) -> None:
        folder = self._prompts.folder(title)
        if folder is None:
            return
        try:
            found = files_in(folder)
        except DomainError as error:
            self._operations.show_problems(error.problems)
            return
        self.read(found.paths, before=before, others=found.others)

    def _done(self, files: list[UnitFile], *, before: bool, others: int) -> None:
        self._taken(files, before=before)
        if before:
            self._tell_unread(files)
        if others:
            words = ngettext(
                "{n} other file in the folder was not read.",
                "{n} other files in the folder were not read.",
                others,
            )
            self._operations.say(words.format(n=others))

    def _tell_unread(self, files: Sequence[UnitFile]) -> None:
        """Last year's reports are on no list: what could not be read of them is told at once."""
        said = [sentence(problem) for each in files for problem in each.problems]
        if said:
            self._prompts.problems(pgettext("roll-up", "Not read of last year's reports"), said)
