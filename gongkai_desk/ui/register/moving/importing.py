"""From a file to requests in the register: read beside the window, look, decide, take."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.ledger_draft import LedgerDraft
from gongkai_desk.domain.ledger_reading import LedgerReading
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.moving.import_dialog import LedgerImportDialog
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog


class LedgerInput:
    def __init__(self, context: CaseContext) -> None:
        self._context = context

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        filters = [_("Ledgers (*.xlsx *.xls *.ods *.csv)"), _("All files (*)")]
        path = self._context.prompts.open_file(_("Import a ledger"), filters)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read beside the window, then show what was found."""
        service = self._context.desk.ledger_import

        def work(_progress: Progress) -> tuple[LedgerDraft, LedgerReading]:
            draft = service.open(path)
            return draft, service.read(draft, today())

        title = _("Reading {name}").format(name=path.name)
        self._context.operations.perform_long(title, work, lambda found: self.show(*found))

    def show(self, draft: LedgerDraft, reading: LedgerReading) -> LedgerImportDialog:
        """The dialog in which the officer decides."""
        dialog = LedgerImportDialog(draft, reading, self._context, self._take)
        open_dialog(dialog)
        return dialog

    def _take(self, reading: LedgerReading, dialog: QDialog) -> None:
        """Store everything as one action; the dialog stays until that is done."""
        operations = self._context.operations

        def work(progress: Progress) -> Changes:
            return self._context.desk.ledger_import.commit(reading, progress)

        def then(_changes: Changes) -> None:
            n = len(reading.cases)
            words = ngettext(
                "{n} request imported. Undo takes it back.",
                "{n} requests imported. Undo takes them back.",
                n,
            )
            operations.say(words.format(n=n))
            dialog.done(QDialog.DialogCode.Accepted.value)

        operations.perform_long(_("Importing the ledger"), work, then)
