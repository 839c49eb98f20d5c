"""Documents of a report from the window: preview, print, export."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from gongkai_desk.domain.report import ReportDraft
from gongkai_desk.i18n import _
from gongkai_desk.services.check_report import ForeignReport, foreign_name, write_foreign
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.reporting import Written, fit_for_name
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today


class ReportOutput(QObject):
    """Writes beside the window and shows what came of it. `dialog` is the preview that is open."""

    def __init__(
        self, *, desk: Desk, operations: Operations, prompts: Prompts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self.dialog: PreviewDialog | None = None

    def preview(self, draft: ReportDraft, *, print_at_once: bool = False) -> None:
        """Show the report as it would be printed, saved or not."""

        def write(folder: Path) -> Path:
            return self._desk.publishing.write(draft, folder, ("pdf",)).paths[0]

        self._make(write, print_at_once=print_at_once)

    def preview_check(self, draft: ReportDraft) -> None:
        """Show the check report of the draft, to be printed and saved."""

        def write(folder: Path) -> Path:
            path = folder / f"{fit_for_name(self._desk.check_report.name(draft))}.pdf"
            self._desk.check_report.write(draft, path, today())
            return path

        self._make(write)

    def preview_foreign(self, report: ForeignReport) -> None:
        """Show the check report of a report from a file."""

        def write(folder: Path) -> Path:
            path = folder / f"{fit_for_name(foreign_name(report))}.pdf"
            write_foreign(report, path, today())
            return path

        self._make(write)

    def _make(self, write: Callable[[Path], Path], *, print_at_once: bool = False) -> None:
        """Write a PDF into a folder that goes with its preview, and show it."""
        folder = tempfile.TemporaryDirectory(prefix="gongkai-desk-")

        def show(path: Path) -> None:
            if shiboken6.isValid(self):
                self._show(path, folder, print_at_once=print_at_once)

        self._operations.perform_long(
            _("Making the preview"), lambda _progress: write(Path(folder.name)), show
        )

    def _show(
        self, path: Path, folder: tempfile.TemporaryDirectory[str], *, print_at_once: bool
    ) -> None:
        above = QApplication.activeModalWidget() or QApplication.activeWindow()
        dialog = PreviewDialog(path, path.stem, self._prompts, above)
        self.dialog = dialog

        def done() -> None:
            self.dialog = None
            folder.cleanup()
            dialog.deleteLater()

        dialog.finished.connect(done)
        dialog.open()
        if print_at_once:
            QTimer.singleShot(0, dialog, dialog.print_out)

    def export(self, draft: ReportDraft, formats: Sequence[str]) -> None:
        """Ask for a folder and write the report there in these formats."""
        folder = self._prompts.folder(_("Folder for the annual report"))
        if folder is None:
            return
        names = self._desk.publishing.file_names(draft, formats)
        if not may_replace(self._prompts, [folder / name for name in names]):
            return
        self._operations.perform_long(
            _("Writing the annual report"),
            lambda _progress: self._desk.publishing.write(draft, folder, formats),
            self._tell,
        )

    def _tell(self, written: Written) -> None:
        lines = [str(path) for path in written.paths]
        if written.edition is not None:
            lines.append(
                _("These are the files of the published edition {edition}, unchanged.").format(
                    edition=written.edition.edition
                )
            )
        if written.draft:
            lines.append(_("The documents are marked as a draft; see the findings."))
        if written.missing_characters:
            characters = " ".join(written.missing_characters)
            lines.append(
                _("No typeface has these characters: {characters}").format(characters=characters)
            )
        tone = Tone.WARN if written.draft else Tone.GOOD
        self._prompts.tell(_("The annual report was written"), "\n".join(lines), tone)


def may_replace(prompts: Prompts, paths: Iterable[Path]) -> bool:
    """Ask before files are written over."""
    there = [path for path in paths if path.exists()]
    return not there or prompts.ask(
        _("Replace the file?"),
        "\n".join((_("This is already in the folder:"), *map(str, there))),
        yes=_("Replace"),
        danger=True,
    )
