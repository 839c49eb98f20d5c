"""Moving ledgers in and out in the register's menu, and the drop of a file on its page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Query
from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.moving.exporting import LedgerOutput
from gongkai_desk.ui.register.moving.importing import LedgerInput
from gongkai_desk.ui.today import today

ENDINGS = (".xlsx", ".xls", ".ods", ".csv")


def moving_commands(context: CaseContext) -> Commands:
    """Import and export, in a submenu of their own."""
    taking, giving = LedgerInput(context), LedgerOutput(context)
    if context.parent.findChild(LedgerDrop) is None:
        LedgerDrop(context.parent, taking)
    group = _("Import and export")

    def export_all() -> None:
        cases = context.desk.register.rows(Query(), today())
        giving.export(cases, _("Register of all requests"))

    return (
        Command(
            name="import-ledger",
            text=_("Import a ledger…"),
            run=taking.choose_file,
            shortcut="Ctrl+Shift+I",
            icon="import",
            tip=_("Take over the requests of an Excel or csv file"),
            group=group,
        ),
        Command(
            name="export-ledger",
            text=_("Export the whole register…"),
            run=export_all,
            icon="export",
            group=group,
        ),
    )


class LedgerDrop(QObject):
    """Takes ledgers that are dropped on the page."""

    def __init__(self, page: QWidget, taking: LedgerInput) -> None:
        super().__init__(page)
        self.taking = taking
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and _dropped(event) is not None:
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            path = _dropped(event)
            if path is not None:
                event.acceptProposedAction()
                self.taking.read_file(path)
                return True
        return super().eventFilter(watched, event)


def _dropped(event: QDropEvent) -> Path | None:
    """The one ledger that is being dropped."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix.lower() in ENDINGS else None
