"""A list on its way out: as a file of the officer's choice, or on paper through the preview."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.i18n import _
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.files import private_folder

SUFFIXES = (".pdf", ".docx", ".xlsx")
Write = Callable[[Path], object]
"""Writes the file; runs beside the window."""


class ListingOutput:
    def __init__(self, operations: Operations, prompts: Prompts, parent: QWidget) -> None:
        self._operations, self._prompts, self._parent = operations, prompts, parent

    def export(self, title: str, name: str, write: Write, *, first: str = ".pdf") -> None:
        """Ask for the file, offering `name` with the ending `first`, and write it."""
        filters = {
            ".pdf": "PDF (*.pdf)",
            ".docx": _("Word document (*.docx)"),
            ".xlsx": _("Excel workbook (*.xlsx)"),
        }
        ordered = [filters.pop(first), *filters.values()]
        path = self._prompts.save_file(title, f"{safe_name(name)}{first}", ordered)
        if path is None:
            return
        known = path.suffix.lower() in SUFFIXES
        target = path if known else path.with_name(f"{path.name}{first}")

        def work(_progress: Progress) -> Path:
            write(target)
            return target

        def then(written: Path) -> None:
            self._operations.say(_("Saved: {path}").format(path=written))

        self._operations.perform_long(title, work, then)

    def preview(self, title: str, name: str, write: Write) -> None:
        """Show the pages, to be printed or saved."""
        path = private_folder() / f"{safe_name(name)}.pdf"

        def work(_progress: Progress) -> Path:
            write(path)
            return path

        def then(written: Path) -> None:
            open_dialog(PreviewDialog(written, title, self._prompts, self._parent))

        self._operations.perform_long(_("Preparing the pages"), work, then)
