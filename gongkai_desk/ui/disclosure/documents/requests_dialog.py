"""The requests decided to be published, to be made into one document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gongkai_desk.domain.request import Request
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable


class RequestsDialog(QDialog):
    """`chosen` carries the ids of the requests marked: several that asked for the same thing
    become one document.
    """

    chosen = Signal(object)

    def __init__(self, requests: Sequence[Request], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("requests-to-document")
        self.setWindowTitle(_("Document from requests"))
        words = _(
            "These requests were decided to be published proactively. Choose one, or with Ctrl "
            "several that asked for the same."
        )
        told = PlainLabel(words, self, look="muted", wrap=True)
        self.table: RecordTable[Request] = RecordTable(
            "requests-to-document-list", RecordTableModel(_columns()), self, several=True
        )
        self.table.set_rows(list(requests))
        self.table.select([requests[0].id])
        box = QDialogButtonBox(self)
        self.take = box.addButton(_("Make a document"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setObjectName("make-document")
        box.addButton(QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self._take)
        box.rejected.connect(self.reject)
        self.table.activated_record.connect(lambda _row: self._take())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        for widget in (told, self.table, box):
            layout.addWidget(widget)
        self.resize(760, 420)

    def _take(self) -> None:
        ids = {each.id for each in self.table.selected()}
        if ids:
            self.accept()
            self.chosen.emit(ids)


def _columns() -> tuple[Column[Request], ...]:
    return (
        Column[Request](
            name="number",
            title=_("Number"),
            text=lambda one: one.number,
            width=8,
        ),
        Column[Request](
            name="subject",
            title=_("Information asked for"),
            text=lambda one: one.subject,
            stretch=True,
        ),
        Column[Request](
            name="decided",
            title=pgettext("publication", "Decided on"),
            text=lambda one: iso(one.publication.decided_on) if one.publication else "",
            width=8,
        ),
    )
