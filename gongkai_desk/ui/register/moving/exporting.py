"""The register on its way out as a ledger: which columns, how much of the persons, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.ledger_export import EXPORTABLE, SHOWN, LedgerExport
from gongkai_desk.domain.ledger_fields import LedgerField
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.moving.export_dialog import LedgerExportDialog
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog

_COLUMNS = "register/export-columns"


class LedgerOutput:
    def __init__(self, context: CaseContext) -> None:
        self._context = context

    def export(self, cases: Sequence[Case], name: str) -> None:
        """Ask what shall be in the file, then where it shall be, then write it."""
        settings = self._context.desk.register_settings.get()
        draft = LedgerExport(columns=_chosen_before(), headings=settings.ledger_headings)
        dialog = LedgerExportDialog(
            draft, len(cases), self._keep, self._context.prompts, self._context.parent
        )
        dialog.accepted.connect(lambda: self._write(cases, name, dialog.draft()))
        open_dialog(dialog)

    def _keep(self, export: LedgerExport) -> Sequence[Problem]:
        """Remember the columns on this computer, the headings in the office file."""
        window_state().setValue(_COLUMNS, ",".join(export.columns))
        service = self._context.desk.register_settings
        settings = service.get()
        if dict(settings.ledger_headings) == dict(export.headings):
            return ()
        changed = replace(settings, ledger_headings=export.headings)
        return self._context.operations.attempt(lambda: service.save(changed))

    def _write(self, cases: Sequence[Case], name: str, export: LedgerExport) -> None:
        day = today()
        path = self._context.prompts.save_file(
            _("Export the register"),
            f"{name} {day.isoformat()}.xlsx",
            [_("Excel workbook (*.xlsx)"), _("csv for other programs (*.csv)")],
        )
        if path is None:
            return
        known = path.suffix.lower() in (".xlsx", ".csv")
        target = path if known else path.with_name(f"{path.name}.xlsx")

        def work(progress: Progress) -> int:
            return self._context.desk.ledger_export.write(target, cases, day, export, progress)

        def then(count: int) -> None:
            words = ngettext(
                "{n} request written to {path}.", "{n} requests written to {path}.", count
            )
            self._context.operations.say(words.format(n=count, path=target.name))

        self._context.operations.perform_long(_("Exporting"), work, then)


def _chosen_before() -> tuple[LedgerField, ...]:
    """The columns of the last export on this computer."""
    kept = str(window_state().value(_COLUMNS, "")).split(",")
    known = {field.value: field for field in EXPORTABLE}
    return tuple(known[name] for name in kept if name in known) or SHOWN
