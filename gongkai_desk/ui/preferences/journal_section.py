"""Who did what, and when: the journal, to be read only."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.journal import Action
from gongkai_desk.i18n import _, number_text
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import operation
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.preferences.section import Section
from gongkai_desk.ui.widgets.record_table import RecordTable

MOST = 500


class JournalSection(Section):
    """The newest writes of all sessions."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            "journal",
            _("Journal"),
            _(
                "The last {n} entries. The journal cannot be changed; it is part of every backup."
            ).format(n=MOST),
            parent,
        )
        self._desk = desk
        self.table = RecordTable("journal", RecordTableModel(_columns()), self)
        self.table.setAccessibleName(_("Journal"))
        self.body.addWidget(self.table, 1)

    @override
    def refresh(self) -> None:
        self.table.set_rows(self._desk.history.actions(MOST))


def operation_text(name: str) -> str:
    """What an action did, in words; a step back or forth names what it took back."""
    step, _colon, inner = name.rpartition(":")
    words = operation(inner) or inner
    if step.endswith("undo"):
        return _("Undone: {operation}").format(operation=words)
    return _("Redone: {operation}").format(operation=words) if step else words


def _columns() -> list[Column[Action]]:
    return [
        Column(
            name="at",
            title=_("Date and time"),
            text=lambda action: f"{action.at:%Y-%m-%d %H:%M:%S}",
            sort_key=lambda action: action.at,
            width=12,
        ),
        Column(name="who", title=_("Who"), text=lambda action: action.who, width=10),
        Column(
            name="operation",
            title=_("Operation"),
            text=lambda action: operation_text(action.operation),
            stretch=True,
        ),
        Column(
            name="records",
            title=_("Records"),
            text=lambda action: number_text(action.records),
            sort_key=lambda action: action.records,
            right=True,
            width=5,
        ),
    ]
