"""Work records and institutions on their way out: print previews, Word and Excel files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.activity import Activity
from gongkai_desk.domain.archive import safe_name
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.paper import WritePdf, preview_paper
from gongkai_desk.ui.today import today


class ActivityOutput:
    def __init__(
        self, desk: Desk, operations: Operations, prompts: Prompts, parent: QWidget
    ) -> None:
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._parent = parent

    def print_sheet(self, activity: Activity) -> None:
        """Show the sheet of one record as it will be printed."""
        papers = self._desk.activity_papers
        self._preview(lambda path: papers.print_sheet(activity, path), activity.title)

    def print_list(self, activities: Sequence[Activity], title: str) -> None:
        """Show these records as a list as it will be printed, oldest first."""
        papers, day = self._desk.activity_papers, today()
        rows = sorted(activities, key=lambda one: one.date)
        self._preview(lambda path: papers.print_list(rows, title, day, path), title)

    def print_counts(self, year: int) -> None:
        """Show the counts of a year as they will be printed."""
        papers, day = self._desk.activity_papers, today()
        self._preview(lambda path: papers.print_counts(year, day, path), papers.counts(year).title)

    def save_sheet(self, activity: Activity) -> None:
        """Ask where, then write the sheet as a Word file."""
        name = f"{safe_name(activity.title)}.docx"
        path = self._ask(_("Save the record sheet"), name, _("Word document (*.docx)"))
        if path is not None:
            self._write(
                path, lambda target: self._desk.activity_papers.save_sheet(activity, target)
            )

    def export(self, activities: Sequence[Activity], title: str) -> None:
        """Ask where, then write these records as a workbook."""
        rows = tuple(activities)
        path = self._ask(
            _("Export work records"), f"{safe_name(title)}.xlsx", _("Excel workbook (*.xlsx)")
        )
        if path is not None:
            self._write(path, lambda target: self._desk.activity_papers.export(rows, title, target))

    def print_institutions(self) -> None:
        """Show the list of the institutions supervised as it will be printed."""
        papers, day = self._desk.institution_papers, today()
        self._preview(lambda path: papers.print_list(day, path), papers.table(day).title)

    def export_institutions(self) -> None:
        """Ask where, then write the institutions as a workbook."""
        papers, day = self._desk.institution_papers, today()
        title = papers.table(day).title
        path = self._ask(title, f"{safe_name(title)}.xlsx", _("Excel workbook (*.xlsx)"))
        if path is not None:
            self._write(path, lambda target: papers.export(day, target))

    def _ask(self, title: str, name: str, kind: str) -> Path | None:
        path = self._prompts.save_file(title, name, [kind])
        if path is None:
            return None
        return path if path.suffix else path.with_suffix(Path(name).suffix)

    def _write(self, path: Path, write: Callable[[Path], object]) -> None:
        def work(_progress: Progress) -> Path:
            write(path)
            return path

        def then(written: Path) -> None:
            self._operations.say(_("Saved: {path}").format(path=written))

        self._operations.perform_long(_("Writing the file"), work, then)

    def _preview(self, write: WritePdf, title: str) -> None:
        preview_paper(
            write,
            name=f"{safe_name(title)}.pdf",
            title=title,
            operations=self._operations,
            prompts=self._prompts,
            parent=self._parent,
        )
