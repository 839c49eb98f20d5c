"""What would break the tables of the annual report, each line leading to the case to mend."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gongkai_desk.domain.report_readiness import Unready
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable


class ReadinessDialog(QDialog):
    """Enter, a double click or the button opens the case; `go_to` gets its `Target`."""

    def __init__(
        self,
        year: int,
        rows: Sequence[Unready],
        go_to: Callable[[Target], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("readiness-dialog")
        self.setWindowTitle(_("To mend before the report {year}").format(year=year))
        self._go_to = go_to
        told = _(
            "Each of these would leave a case out of the report {year} or put it in the wrong "
            "place. Open it and complete it; then it leaves this list."
        ).format(year=year)
        self.table: RecordTable[Unready] = RecordTable(
            "unready", RecordTableModel(_columns()), self, remembers=False
        )
        self.table.setAccessibleName(self.windowTitle())
        self.table.set_empty(_("Nothing is missing so far."), icon="done")
        self.table.set_rows(rows)
        self.table.activated_record.connect(self._open)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.open_button = self.buttons.addButton(
            _("Open the request"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.open_button.setObjectName("open-unready")
        self.open_button.setDefault(True)
        self.open_button.setEnabled(bool(rows))
        self.open_button.clicked.connect(lambda: self._open(self.table.current()))
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(told, self, look="muted", wrap=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)
        unit = self.fontMetrics().horizontalAdvance("字")
        self.resize(unit * 52, unit * 28)
        if rows:
            self.table.select([rows[0].id])

    def _open(self, row: Unready | None) -> None:
        if row is not None:
            self.accept()
            self._go_to(Target(page="requests", record_id=row.request_id))


def _columns() -> Sequence[Column[Unready]]:
    return (
        Column(name="number", title=_("Number"), text=lambda one: one.number, width=9),
        Column(name="subject", title=_("Subject"), text=lambda one: one.subject, stretch=True),
        Column(
            name="lack",
            title=_("What it lacks"),
            text=lambda one: label(one.lack),
            width=18,
        ),
    )
