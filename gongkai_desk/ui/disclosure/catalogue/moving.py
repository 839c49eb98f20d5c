"""The catalogue in and out: a file read, looked at and taken; a version written or printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.catalogue import CatalogueVersion
from gongkai_desk.domain.catalogue_draft import CatalogueDraft
from gongkai_desk.domain.changes import Changes
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.catalogue import CatalogueImport
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.disclosure.catalogue.export_dialog import CatalogueExport, ExportDialog
from gongkai_desk.ui.disclosure.catalogue.import_dialog import CatalogueImportDialog
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.files import private_folder


class CatalogueMoving:
    """`taken` is called with the id of the version that was stored."""

    def __init__(
        self,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: Callable[[], QWidget],
        taken: Callable[[str], object],
    ) -> None:
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._parent, self._taken = parent, taken

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        filters = [
            _("Catalogues (*.xlsx *.xls *.ods *.csv *.docx)"),
            _("All files (*)"),
        ]
        path = self._prompts.open_file(_("Import a catalogue"), filters)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read beside the window, then show what was found."""
        service = self._desk.catalogue

        def work(_progress: Progress) -> tuple[CatalogueDraft, CatalogueImport]:
            draft = service.open(path)
            return draft, service.read(draft, today())

        title = _("Reading {name}").format(name=path.name)
        self._operations.perform_long(title, work, lambda found: self._show(*found))

    def _show(self, draft: CatalogueDraft, found: CatalogueImport) -> None:
        open_dialog(
            CatalogueImportDialog(
                draft,
                found,
                lambda decided: self._desk.catalogue.read(decided, today()),
                self._take,
                self._prompts,
                today(),
                self._parent(),
            )
        )

    def _take(
        self,
        draft: CatalogueDraft,
        found: CatalogueImport,
        version: CatalogueVersion,
        dialog: QDialog,
    ) -> None:
        """Store everything as one action; the dialog stays until that is done."""

        def work(_progress: Progress) -> Changes:
            return self._desk.catalogue.commit(draft, found, version)

        def then(_changes: Changes) -> None:
            n = len(found.reading.items)
            words = ngettext("{n} item imported.", "{n} items imported.", n)
            self._operations.say(words.format(n=n))
            dialog.done(QDialog.DialogCode.Accepted.value)
            self._taken(version.id)

        self._operations.perform_long(_("Importing the catalogue"), work, then)

    def export(self, version: CatalogueVersion) -> None:
        """Ask what shall be in the file, then where it shall be, then write it."""
        older = [one for one in self._desk.catalogue.versions() if one.number < version.number]
        dialog = ExportDialog(version, older, self._prompts, self._parent())
        dialog.accepted.connect(lambda: self._write(version, dialog.draft()))
        open_dialog(dialog)

    def _write(self, version: CatalogueVersion, wanted: CatalogueExport) -> None:
        ending = wanted.kind.value
        name = f"{safe_name(version.title)}.{ending}"
        path = self._prompts.save_file(
            _("Export the catalogue"), name, [f"{wanted.kind_name} (*.{ending})"]
        )
        if path is None:
            return
        known = path.suffix.lower() == f".{ending}"
        target = path if known else path.with_name(f"{path.name}.{ending}")

        def work(_progress: Progress) -> Path:
            self._desk.catalogue_papers.write(
                version, target, usual_columns=wanted.usual_columns, since=wanted.since
            )
            return target

        def then(written: Path) -> None:
            self._operations.say(_("Saved: {path}").format(path=written))

        self._operations.perform_long(_("Writing the catalogue"), work, then)

    def print_version(self, version: CatalogueVersion) -> None:
        """Show the printed pages of a version."""
        path = private_folder() / f"{safe_name(version.title)}.pdf"

        def work(_progress: Progress) -> Path:
            self._desk.catalogue_papers.write(version, path)
            return path

        def then(written: Path) -> None:
            open_dialog(
                PreviewDialog(written, _("Print the catalogue"), self._prompts, self._parent())
            )

        self._operations.perform_long(_("Preparing the pages"), work, then)
