"""The leaf 复议诉讼 of a case: its disputes, their deadlines, what may be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import Dispute
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.actions import ActionButton, Actions, Command, Commands
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.register.case_tab import CaseContext, CaseTab
from gongkai_desk.ui.register.disputes.deadlines import DeadlineList
from gongkai_desk.ui.register.disputes.deeds import DisputeDeeds
from gongkai_desk.ui.register.disputes.words import kind_text, result_state
from gongkai_desk.ui.register.tall import TallContent
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable


def _columns() -> tuple[Column[Dispute], ...]:
    return (
        Column(name="kind", title=_("Kind"), text=kind_text, width=6),
        Column(
            name="authority",
            title=_("Authority or court"),
            text=lambda one: one.authority,
            stretch=True,
        ),
        Column(
            name="received",
            title=_("Received"),
            text=lambda one: one.received_on.isoformat(),
            width=6,
        ),
        Column(
            name="result",
            title=pgettext("dispute", "Result"),
            text=lambda one: result_state(one)[2],
            tone=lambda one: result_state(one)[0],
            icon=lambda one: result_state(one)[1],
            chip=True,
            width=7,
        ),
    )


class DisputesTab(CaseTab):
    """A list at the left, what the chosen one asks of us at the right."""

    def __init__(self, context: CaseContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("tab-disputes")
        self.deeds = DisputeDeeds(context)
        self._case: Case | None = None
        self.table = RecordTable[Dispute]("disputes", RecordTableModel[Dispute](_columns()), self)
        self.table.setAccessibleName(_("Reconsideration and litigation"))
        self.table.set_empty(_("No reconsideration or suit about this request."))
        self.table.chosen.connect(self._choose)
        self.table.activated_record.connect(lambda _one: self.deeds.edit())
        self.actions_of_tab = Actions(self, self._commands(), Qt.ShortcutContext.WidgetShortcut)
        self.table.set_menu(self.actions_of_tab)
        self.heading = PlainLabel("", self, look="strong", wrap=True)
        self.heading.setObjectName("dispute-heading")
        self.deadlines = DeadlineList(self)
        self.lesson = PlainLabel("", self, look="muted", wrap=True, selectable=True)
        self.lesson.setObjectName("dispute-lesson")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._left(), 5)
        layout.addWidget(self._right(), 6)

    def _commands(self) -> Commands:
        deeds = self.deeds
        return (
            Command(
                name="dispute-add",
                text=_("Add…"),
                run=deeds.add,
                icon="add",
                enabled=lambda: deeds.may_add,
            ),
            Command(
                name="dispute-edit",
                text=_("Record progress…"),
                run=deeds.edit,
                icon="edit",
                enabled=lambda: deeds.may_edit,
                tip=_("Answer handed in, hearing, decision, lessons"),
            ),
            Command(
                name="dispute-order",
                text=_("New answer ordered…"),
                run=deeds.order,
                icon="reopen",
                enabled=lambda: deeds.may_order,
                tip=_("Take the request up again with a new period, as the decision orders"),
            ),
            *self._file_commands(),
            Command(
                name="dispute-remove",
                text=_("Remove…"),
                run=deeds.remove,
                icon="delete",
                enabled=lambda: deeds.may_edit,
            ),
        )

    def _file_commands(self) -> Commands:
        deeds = self.deeds
        return (
            Command(
                name="dispute-attach",
                text=_("Add files…"),
                run=deeds.attach,
                icon="attachment",
                enabled=lambda: deeds.may_edit,
                tip=_("Papers of this reconsideration or suit; they go into the archive, too"),
            ),
            Command(
                name="dispute-detach",
                text=_("Remove an attachment…"),
                run=deeds.detach,
                enabled=lambda: deeds.has_files,
            ),
        )

    def _left(self) -> QVBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for name in ("dispute-add", "dispute-edit", "dispute-order"):
            buttons.addWidget(ActionButton(self.actions_of_tab[name], self))
        for name in ("dispute-attach", "dispute-remove"):
            buttons.addWidget(ActionButton(self.actions_of_tab[name], self, bare=True))
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self.table, 1)
        return column

    def _right(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("look", "card")
        inside = TallContent(card)
        words = QVBoxLayout(inside)
        words.setContentsMargins(16, 12, 16, 12)
        words.setSpacing(8)
        for widget in (self.heading, self.deadlines, self.lesson):
            words.addWidget(widget)
        words.addStretch(1)
        area = QScrollArea(card)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName(_("Deadlines"))
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(area)
        return card

    @property
    @override
    def title(self) -> str:
        return _("Disputes")

    @override
    def count(self, case: Case) -> int:
        return len(self.context.desk.disputes.of(case.request.id))

    @override
    def show_case(self, case: Case) -> None:
        self._case = case
        self.table.set_rows(self.context.desk.disputes.of(case.request.id))
        rows = self.table.records.rows
        if rows and self.table.current() is None:
            self.table.select([rows[-1].id])
        self._choose(self.table.current())

    def _choose(self, dispute: Dispute | None) -> None:
        self.deeds.chosen = dispute
        self.actions_of_tab.update()
        if dispute is None:
            self._show_limits()
            return
        number = dispute.case_number or dispute.decision_number
        self.heading.setText("　".join(part for part in (kind_text(dispute), number) if part))
        every = self.context.desk.disputes.deadlines(dispute)
        self.deadlines.show_deadlines(every, today())
        files = [file.name for file in self.context.desk.tasks.attachments(dispute.id)]
        self.lesson.setText(_learned(dispute, files))
        self.lesson.setVisible(bool(self.lesson.text()))

    def _show_limits(self) -> None:
        """Without a dispute: how long the applicant may still begin one."""
        limits = self.context.desk.disputes.limits(self._case) if self._case else ()
        self.heading.setText(
            _("The applicant's own time limits")
            if limits
            else _("Time limits begin with the answer.")
        )
        self.deadlines.show_deadlines(limits, today())
        self.lesson.setVisible(False)


def _learned(dispute: Dispute, files: list[str]) -> str:
    lines = [
        _("{name}: {value}").format(name=name, value=value)
        for name, value in (
            (pgettext("dispute", "Result"), dispute.result_text),
            (_("Costs"), dispute.costs),
            (_("Lessons"), dispute.lesson),
            (_("Tags"), " ".join(dispute.tags)),
            (_("Attachments"), pgettext("deeds", ", ").join(files)),
        )
        if value
    ]
    if dispute.in_library:
        lines.append(_("In the case library"))
    return "\n".join(lines)
