"""The documents behind one number of table 2."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.ui import icons
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable


class DocumentsDialog(QDialog):
    """Lists `documents`; `chosen` carries the id of the one to be seen among the records."""

    chosen = Signal(object)

    def __init__(
        self, title: str, documents: Sequence[OfficialDocument], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("report-documents")
        self.setWindowTitle(_("Documents behind the number"))
        heading = PlainLabel(title, self, look="heading", wrap=True)
        count = ngettext("{n} document", "{n} documents", len(documents))
        told = PlainLabel(count.format(n=len(documents)), self, look="muted")
        self.table: RecordTable[OfficialDocument] = RecordTable(
            "report-document-list", RecordTableModel(_columns()), self
        )
        self.table.setAccessibleName(title)
        self.table.set_rows(list(documents))
        self.table.activated_record.connect(self._leave)
        self.show_button = QPushButton(_("Show among the &documents"), self)
        self.show_button.setObjectName("show-document")
        self.show_button.setProperty("look", "primary")
        ink = self.palette().highlightedText().color().name()
        icons.set_icon(self.show_button, "publish", ink)
        self.show_button.clicked.connect(lambda: self._leave(self.table.current()))
        self.table.chosen.connect(lambda one: self.show_button.setEnabled(one is not None))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.addButton(self.show_button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in box.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        box.rejected.connect(self.reject)
        if documents:
            self.table.select([documents[0].id])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        for widget in (heading, told, self.table, box):
            layout.addWidget(widget)
        self.resize(820, 420)

    def _leave(self, document: OfficialDocument | None) -> None:
        if document is not None:
            self.accept()
            self.chosen.emit(document.id)


def _columns() -> tuple[Column[OfficialDocument], ...]:
    return (
        Column[OfficialDocument](
            name="title", title=_("Title"), text=lambda one: one.title, stretch=True
        ),
        Column[OfficialDocument](
            name="number",
            title=pgettext("document", "Number"),
            text=lambda one: one.number,
            width=13,
        ),
        Column[OfficialDocument](
            name="formed",
            title=_("Formed on"),
            text=lambda one: iso(one.formed_on),
            width=8,
        ),
    )
