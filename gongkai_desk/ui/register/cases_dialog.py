"""The requests behind a number or a bar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.case import Case, Query
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.register.privacy import shown_applicant
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable


def cases_of(desk: Desk, ids: Sequence[str]) -> list[Case]:
    """The cases with these ids, in the order of their entry, as they stand today."""
    return desk.register.rows(Query(ids=frozenset(ids)), today())


def number_column() -> Column[Case]:
    return Column(name="number", title=_("Number"), text=lambda case: case.request.number, width=7)


def applicant_column(width: int) -> Column[Case]:
    return Column(
        name="applicant",
        title=_("Applicant"),
        text=lambda case: shown_applicant(case.request.applicant),
        width=width,
    )


def received_column() -> Column[Case]:
    return Column(
        name="received",
        title=_("Received on"),
        text=lambda case: case.request.received.isoformat() if case.request.received else "",
        sort_key=lambda case: case.request.received,
        width=7,
    )


def closed_column(closed_on: Callable[[Case], dt.date | None]) -> Column[Case]:
    def text(case: Case) -> str:
        day = closed_on(case)
        return day.isoformat() if day else ""

    return Column(name="closed", title=_("Closed on"), text=text, sort_key=closed_on, width=7)


def outcome_column(outcome: Callable[[Case], str], width: int) -> Column[Case]:
    return Column(name="outcome", title=_("Outcome"), text=outcome, width=width)


def _columns() -> tuple[Column[Case], ...]:
    subject = Column[Case](
        name="subject", title=_("Subject"), text=lambda case: case.request.subject, stretch=True
    )
    return (
        number_column(),
        applicant_column(10),
        subject,
        received_column(),
        closed_column(lambda case: case.closed_on),
        outcome_column(_outcome, 17),
    )


def _outcome(case: Case) -> str:
    return case.outcome.label if case.closed and case.outcome else label(case.status)


class CasesDialog(QDialog):
    """Lists `cases`; `chosen` carries the id of the one to be seen in the register.

    `columns` other than the usual ones; what a subclass puts into `below` stands under the list.
    """

    chosen = Signal(object)

    def __init__(
        self,
        title: str,
        cases: Sequence[Case],
        parent: QWidget | None = None,
        columns: Sequence[Column[Case]] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("report-cases")
        self.setWindowTitle(_("Requests behind the number"))
        heading = PlainLabel(title, self, look="heading", wrap=True)
        self.told = PlainLabel("", self, look="muted", wrap=True)
        model = RecordTableModel[Case](columns or _columns(), identity=lambda case: case.request.id)
        self.table = RecordTable[Case]("report-case-list", model, self)
        self.table.setAccessibleName(title)
        self.table.activated_record.connect(self._leave)
        self.below = QVBoxLayout()
        self.below.setSpacing(8)
        box = self._build_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        for widget in (heading, self.told):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addLayout(self.below)
        layout.addSpacing(4)
        layout.addWidget(box)
        self.show_cases(cases)
        unit = self.fontMetrics().horizontalAdvance("字")
        room = self.screen().availableGeometry()
        self.resize(min(78 * unit, room.width() - 64), min(30 * unit, room.height() - 96))
        self.table.setFocus()

    def _build_buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.show_button = QPushButton(_("Show in the &register"), self)
        self.show_button.setObjectName("show-in-register")
        self.show_button.setProperty("look", "primary")
        ink = self.palette().highlightedText().color().name()
        icons.set_icon(self.show_button, "requests", ink)
        box.addButton(self.show_button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in box.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        box.rejected.connect(self.reject)
        self.show_button.clicked.connect(lambda: self._leave(self.table.current()))
        self.show_button.setEnabled(False)
        self.table.chosen.connect(lambda case: self.show_button.setEnabled(case is not None))
        return box

    def show_cases(self, cases: Sequence[Case]) -> None:
        """Replace what is listed; the chosen one stays chosen while it is there."""
        count = ngettext("{count} request", "{count} requests", len(cases))
        self.told.setText(count.format(count=len(cases)))
        self.table.set_rows(cases)
        if cases and self.table.current() is None:
            self.table.select([cases[0].request.id])
        self.show_button.setEnabled(self.table.current() is not None)

    def _leave(self, case: object) -> None:
        if isinstance(case, Case):
            self.accept()
            self.chosen.emit(case.request.id)
