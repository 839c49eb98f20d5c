"""From a file or pasted text to a stored plan: read, look, correct, take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.plan import WorkPlan
from gongkai_desk.domain.plan_reading import PlanReading
from gongkai_desk.domain.problems import DomainError, Problem, refuse
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.tasks import TaskService, read_plan_file
from gongkai_desk.texts import sentence
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.tasks.paste import PasteDialog
from gongkai_desk.ui.tasks.preview import PlanPreview
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog

Read = Callable[[int | None], PlanReading]
"""Reads the plan for a year, or for the one the document names."""


class PlanImport:
    """`taken` is called with the id of the plan that was stored."""

    def __init__(
        self,
        service: TaskService,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget,
        taken: Callable[[str], object],
    ) -> None:
        self._service, self._operations, self._prompts = service, operations, prompts
        self._parent, self._taken = parent, taken

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        path = self._prompts.open_file(_("Import a work plan"), plan_filters())
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read beside the window, then show what was found."""

        def work(_progress: Progress) -> PlanReading | None:
            return _unless_no_year(lambda: read_plan_file(path))

        def then(reading: PlanReading | None) -> None:
            if reading is None:
                self._with_asked_year(lambda year: read_plan_file(path, year), path.name)
            else:
                self.preview(reading)

        title = _("Reading {name}").format(name=path.name)
        self._operations.perform_long(title, work, then)

    def paste(self) -> None:
        """The dialog for pasted text."""
        open_dialog(PasteDialog(self._read_text, self._prompts, self._parent))

    def _read_text(self, text: str) -> tuple[Problem, ...]:
        name = _("pasted text")
        try:
            reading = _unless_no_year(lambda: self._service.read_text(text, name=name))
        except DomainError as error:
            return error.problems
        if reading is not None:
            self.preview(reading)
        elif not self._with_asked_year(
            lambda year: self._service.read_text(text, year, name), name
        ):
            return (Problem("plan-year-needed"),)
        return ()

    def _with_asked_year(self, read: Read, name: str) -> bool:
        """Ask for the year that the document does not tell; whether there is a preview now."""
        given = self._prompts.text(
            _("Which year is this plan for?"),
            _("“{name}” does not say its year. Year:").format(name=name),
            str(today().year),
        )
        if given is None:
            return False
        try:
            self.preview(read(_year(given)))
        except DomainError as error:
            self._prompts.problems(_("Not imported"), [sentence(p) for p in error.problems])
            return False
        return True

    def preview(self, reading: PlanReading) -> None:
        """Show what was read, with our tasks marked."""
        open_dialog(
            PlanPreview(
                self._service.with_ours(reading),
                mark=self._service.with_ours,
                submit=self._take,
                prompts=self._prompts,
                parent=self._parent,
            )
        )

    def _take(self, reading: PlanReading) -> tuple[Problem, ...]:
        def write() -> Changes:
            return self._service.commit(reading, today())

        problems = self._operations.attempt(write)
        if not problems:
            count = len(reading.tasks)
            said = ngettext("{n} task imported.", "{n} tasks imported.", count)
            self._operations.say(said.format(n=count))
            self._taken(reading.plan.id)
        return problems


def _year(text: str) -> int:
    if not text.strip().isdigit():
        raise refuse("number-unreadable", text=text.strip())
    return int(text)


def _unless_no_year(read: Callable[[], PlanReading]) -> PlanReading | None:
    """None when only the year is missing, which the officer can tell."""
    try:
        return read()
    except DomainError as error:
        if [problem.code for problem in error.problems] == ["plan-no-year"]:
            return None
        raise


def plan_filters() -> list[str]:
    """What can be read, for the file dialog."""
    return [
        _("Documents (*.txt *.docx *.xlsx *.pdf)"),
        _("All files (*)"),
    ]


def removal_question(plan: WorkPlan, tasks: int, records: int) -> str:
    """What goes with a plan."""
    what = ngettext("{n} task", "{n} tasks", tasks).format(n=tasks)
    done = ngettext("{n} work record", "{n} work records", records).format(n=records)
    return _(
        "“{title}” goes with {tasks} and {records}, attachments included. Undo brings it back "
        "until the program is closed."
    ).format(title=plan.title, tasks=what, records=done)
