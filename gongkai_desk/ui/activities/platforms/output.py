"""Platforms on their way out: the record of checks, the register, a workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.paper import WritePdf, preview_paper
from gongkai_desk.ui.today import today


class PlatformOutput:
    def __init__(
        self, desk: Desk, operations: Operations, prompts: Prompts, parent: QWidget
    ) -> None:
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._parent = parent

    def print_checks(self) -> None:
        """The record of checks in the print preview."""
        day = today()
        self._preview(
            lambda path: self._desk.platform_papers.checks(day, path),
            _("Record of platform checks"),
        )

    def print_register(self) -> None:
        """The register of platforms in the print preview."""
        day = today()
        self._preview(
            lambda path: self._desk.platform_papers.register(day, path), _("Register of platforms")
        )

    def export(self) -> None:
        """Register and checks as a workbook at a place the officer chooses."""
        day = today()
        save_workbook(
            lambda path: self._desk.platform_papers.workbook(day, path),
            title=pgettext("platform", "Export as a workbook"),
            name=f"{_('Register of platforms')}-{day.isoformat()}.xlsx",
            operations=self._operations,
            prompts=self._prompts,
        )

    def _preview(self, write: WritePdf, title: str) -> None:
        preview_paper(
            write,
            name=f"{title}.pdf",
            title=title,
            operations=self._operations,
            prompts=self._prompts,
            parent=self._parent,
        )


def save_workbook(
    write: Callable[[Path], object],
    *,
    title: str,
    name: str,
    operations: Operations,
    prompts: Prompts,
) -> None:
    """Ask for a place, then write beside the window."""
    path = prompts.save_file(title, name, [_("Excel workbook (*.xlsx)")])
    if path is None:
        return
    target = path if path.suffix else path.with_suffix(".xlsx")

    def work(_progress: Progress) -> Path:
        write(target)
        return target

    operations.perform_long(
        title, work, lambda written: operations.say(_("Saved: {path}").format(path=written))
    )
