"""The reconsiderations and suits behind a number of table 4, to be put right there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.dispute_counts import CountedDisputes
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.count_reasons import why_disputed
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.disputes import DisputeRow
from gongkai_desk.ui import icons
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.deeds import CaseDeeds
from gongkai_desk.ui.register.disputes.deeds import DisputeDeeds
from gongkai_desk.ui.register.disputes.lists import (
    RowsDialog,
    result_column,
    subject_column,
    what_columns,
    where_columns,
)
from gongkai_desk.ui.report.dispute_matrix import DisputeCell
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.plain import PlainLabel


class CountedDisputesDialog(RowsDialog):
    """Lists what is behind `cell`; follows as something is put right. `count` counts anew,
    `by_hand` are words on a number that was set by hand.
    """

    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        cell: DisputeCell,
        title: str,
        count: Callable[[], CountedDisputes],
        by_hand: str = "",
        parent: QWidget | None = None,
    ) -> None:
        name = "counted-disputes"
        columns = (
            *what_columns(),
            *where_columns(),
            _decided(),
            result_column(),
            subject_column(stretch=True),
        )
        super().__init__(name, title, columns, parent)
        self._desk, self._cell, self._count = desk, cell, count
        self._deeds = CaseDeeds(
            desk=desk, operations=operations, prompts=prompts, parent=self, added=lambda _id: None
        )
        context = CaseContext(
            desk=desk,
            operations=operations,
            prompts=prompts,
            deeds=self._deeds,
            parent=self,
            shown=tuple,
            go_to=lambda _target: None,
        )
        self._mending = DisputeDeeds(context)
        self.table.set_empty(_("The register counts none here."))
        self.mend_button = QPushButton(_("&Put right…"), self)
        self.mend_button.setObjectName("mend-dispute")
        self.mend_button.setAutoDefault(False)
        icons.set_icon(self.mend_button, "edit")
        self.mend_button.clicked.connect(self._mend)
        self.box.addButton(self.mend_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.lay_out(self._top(title, by_hand))
        operations.written.connect(self.follow)
        self.follow()
        self.table.setFocus()

    def _top(self, title: str, by_hand: str) -> QVBoxLayout:
        top = QVBoxLayout()
        top.setSpacing(8)
        top.addWidget(PlainLabel(title, self, look="heading", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.told)
        line.addStretch(1)
        top.addLayout(line)
        if by_hand:
            top.addWidget(PlainLabel(by_hand, self, look="strong", wrap=True))
        return top

    def follow(self) -> None:
        """List what is behind the number now."""
        counted = self._count()
        self._year = counted.year
        ids = counted.ids.get((self._cell.name, self._cell.column), ())
        self.show_rows(self._rows(ids))

    def _rows(self, ids: Sequence[str]) -> list[DisputeRow]:
        wanted = set(ids)
        found = [row for row in self._desk.disputes.rows() if row.dispute.id in wanted]
        return sorted(found, key=lambda row: row.dispute.received_on)

    @override
    def said(self, row: DisputeRow) -> str:
        return "\n".join(
            _("{name}: {value}").format(name=name, value=value)
            for name, value in (
                (_("Why counted here"), why_disputed(row.dispute, self._year)),
                (_("Information asked for"), row.request.subject),
                (_("In words"), row.dispute.result_text),
            )
            if value
        )

    @override
    def _chosen(self, row: DisputeRow | None) -> None:
        super()._chosen(row)
        self.mend_button.setEnabled(row is not None)

    def _mend(self) -> None:
        row = self.table.current()
        if row is not None:
            self._deeds.choose(self._desk.register.get(row.request.id, today()))
            self._mending.chosen = row.dispute
            self._mending.edit()


def _decided() -> Column[DisputeRow]:
    return Column(
        name="decided",
        title=pgettext("dispute", "Decided on"),
        text=lambda r: r.dispute.decided_on.isoformat() if r.dispute.decided_on else "",
        sort_key=lambda r: r.dispute.decided_on,
        width=7,
    )
