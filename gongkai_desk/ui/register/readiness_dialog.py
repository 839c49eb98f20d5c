"""What would break the tables of the annual report, each line mended right here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import Dispute
from gongkai_desk.domain.report_readiness import Lack, Unready
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.deeds import CaseDeeds
from gongkai_desk.ui.register.disputes.deeds import DisputeDeeds
from gongkai_desk.ui.register.first_answer_dialog import correct_first_answer
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable


class ReadinessDialog(QDialog):
    """Lists what is `unready` for the report of `year` and follows as it is mended. Enter, a double
    click or the button opens the dialog that mends the chosen line; `go_to` gets the `Target` of
    its request.
    """

    def __init__(
        self,
        year: int,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        go_to: Callable[[Target], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("readiness-dialog")
        self.setWindowTitle(_("To mend before the report {year}").format(year=year))
        self._desk, self._year, self._go_to = desk, year, go_to
        self._operations, self._prompts = operations, prompts
        self._deeds = CaseDeeds(
            desk=desk, operations=operations, prompts=prompts, parent=self, added=lambda _id: None
        )
        self._disputes = DisputeDeeds(
            CaseContext(
                desk=desk,
                operations=operations,
                prompts=prompts,
                deeds=self._deeds,
                parent=self,
                shown=tuple,
                go_to=go_to,
            )
        )
        self._build()
        operations.written.connect(self.follow)
        self.follow()

    def _build(self) -> None:
        told = _(
            "Each of these would leave a case out of the report {year} or put it in the wrong "
            "place. Press Enter to put it right; then it leaves this list."
        ).format(year=self._year)
        self.count = PlainLabel("", self, look="strong")
        self.count.setObjectName("unready-count")
        self.table: RecordTable[Unready] = RecordTable(
            "unready", RecordTableModel(_columns()), self, remembers=False
        )
        self.table.setAccessibleName(self.windowTitle())
        self.table.set_empty(_("Nothing is missing so far."), icon="done")
        self.table.activated_record.connect(self.mend)
        self.table.chosen.connect(self._choose)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.mend_button = QPushButton(_("&Put right…"), self)
        self.mend_button.setObjectName("mend-unready")
        self.mend_button.setProperty("look", "primary")
        ink = self.palette().highlightedText().color().name()
        icons.set_icon(self.mend_button, "edit", ink)
        self.mend_button.clicked.connect(lambda: self.mend(self.table.current()))
        self.open_button = QPushButton(_("Show in the &register"), self)
        self.open_button.setObjectName("open-unready")
        self.open_button.clicked.connect(lambda: self._open(self.table.current()))
        for button in (self.mend_button, self.open_button):
            button.setAutoDefault(False)
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.count)
        layout.addWidget(PlainLabel(told, self, look="muted", wrap=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)
        unit = self.fontMetrics().horizontalAdvance("字")
        room = self.screen().availableGeometry()
        self.resize(min(unit * 60, room.width() - 64), min(unit * 30, room.height() - 64))

    def follow(self) -> None:
        """List what is still to mend; what comes after a mended line is chosen."""
        current = self.table.current()
        ids = [one.id for one in self.table.records.rows]
        at = ids.index(current.id) if current is not None else 0
        rows = self._desk.readiness.unready(self._year, today())
        self.table.set_rows(rows)
        words = ngettext("{n} thing to mend", "{n} things to mend", len(rows))
        self.count.setText(words.format(n=len(rows)))
        self.count.setVisible(bool(rows))
        if rows and self.table.current() is None:
            self.table.select([rows[min(at, len(rows) - 1)].id])
        self._choose(self.table.current())

    def _choose(self, row: Unready | None) -> None:
        self.mend_button.setEnabled(row is not None)
        self.open_button.setEnabled(row is not None)

    def mend(self, row: Unready | None) -> None:
        """Open the dialog in which the line is put right."""
        if row is None:
            return
        case = self._desk.register.get(row.request_id, today())
        self._deeds.choose(case)
        match row.lack:
            case Lack.NO_KIND:
                self._deeds.count_under()
            case Lack.NO_RECEIPT:
                self._deeds.confirm()
            case Lack.NO_OUTCOME | Lack.NO_SERVICE:
                self._mend_ending(row, case)
            case Lack.DATE_ORDER:
                self._deeds.edit()
            case Lack.NO_RESULT:
                self._mend_dispute(row)

    def _mend_ending(self, row: Unready, case: Case) -> None:
        """The report counts the first answer of a re-decided case; a merged one follows another."""
        if case.request.endings:
            correct_first_answer(
                case,
                register=self._desk.register,
                operations=self._operations,
                prompts=self._prompts,
                parent=self,
            )
        elif self._deeds.may_correct:
            self._deeds.correct()
        else:
            self._open(row)

    def _mend_dispute(self, row: Unready) -> None:
        found: list[Dispute] = self._desk.disputes.of(row.request_id)
        self._disputes.chosen = next((one for one in found if one.id == row.dispute_id), None)
        self._disputes.edit()

    def _open(self, row: Unready | None) -> None:
        if row is not None:
            self.accept()
            self._go_to(Target(page="requests", record_id=row.request_id))


def show_readiness(page: Page, year: int) -> None:
    """Show over `page` what would break the report of `year`."""
    open_dialog(
        ReadinessDialog(
            year,
            desk=page.desk,
            operations=page.operations,
            prompts=page.prompts,
            go_to=page.leave.emit,
            parent=page.window(),
        )
    )


def _columns() -> Sequence[Column[Unready]]:
    return (
        Column(name="number", title=_("Number"), text=lambda one: one.number, width=9),
        Column(name="subject", title=_("Subject"), text=lambda one: one.subject, stretch=True),
        Column(
            name="lack",
            title=_("What it lacks"),
            text=lambda one: label(one.lack),
            width=15,
        ),
        Column(name="mending", title=_("How it is put right"), text=_mending, width=11),
    )


def _mending(row: Unready) -> str:
    return {
        Lack.NO_KIND: _("Choose the applicant type"),
        Lack.NO_RECEIPT: _("Confirm the receipt"),
        Lack.NO_OUTCOME: _("Choose the result"),
        Lack.DATE_ORDER: _("Correct the dates"),
        Lack.NO_SERVICE: _("Enter the service"),
        Lack.NO_RESULT: _("Enter the result of the dispute"),
    }[row.lack]
