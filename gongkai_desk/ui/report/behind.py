"""Opens the lists behind the numbers of tables 3 and 4, for the wizard and the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gongkai_desk.i18n import _
from gongkai_desk.services.count_reasons import override_words
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.counted_cases import CountedCasesDialog
from gongkai_desk.ui.report.counted_disputes import CountedDisputesDialog
from gongkai_desk.ui.report.dispute_matrix import DisputeCell
from gongkai_desk.ui.report.matrix import Cell
from gongkai_desk.ui.report.view import ReportView


class NumbersBehind:
    """`present` gives the report as it stands; `leave` is called with the target when a request
    shall be seen in the register. `cases` and `disputes` are the lists that are open.
    """

    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget,
        present: Callable[[], ReportView],
        leave: Callable[[Target], object],
    ) -> None:
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._parent, self._present, self._leave = parent, present, leave
        self.cases: CountedCasesDialog | None = None
        self.disputes: CountedDisputesDialog | None = None

    def requests(self, cell: Cell | None, title: str, chosen: str = "") -> None:
        """The requests of a cell of table 3; None for those that are in no cell."""
        self.cases = CountedCasesDialog(
            desk=self._desk,
            operations=self._operations,
            prompts=self._prompts,
            cell=cell,
            title=title,
            count=lambda: self._present().counted,
            by_hand=self._by_hand(3, str(cell.row), cell.column) if cell else "",
            parent=self._parent,
        )
        if chosen:
            self.cases.table.select([chosen])
        self._show(self.cases)

    def disputes_of(self, cell: DisputeCell, title: str) -> None:
        """The disputes of a cell of table 4."""
        self.disputes = CountedDisputesDialog(
            desk=self._desk,
            operations=self._operations,
            prompts=self._prompts,
            cell=cell,
            title=title,
            count=lambda: self._present().counted_disputes,
            by_hand=self._by_hand(4, cell.name, cell.column),
            parent=self._parent,
        )
        self._show(self.disputes)

    def _show(self, dialog: CountedCasesDialog | CountedDisputesDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(
            lambda request_id: self._leave(Target(page="requests", record_id=str(request_id)))
        )
        dialog.finished.connect(self._closed)
        dialog.open()

    @property
    def open(self) -> bool:
        """Whether a list is open, in which a request may be put right."""
        return self.cases is not None or self.disputes is not None

    def _closed(self) -> None:
        self.cases = self.disputes = None

    def _by_hand(self, table: int, row: str, column: int) -> str:
        for one in self._present().draft.overrides:
            if (one.table, one.row, one.column) == (table, row, column):
                return _("Set by hand. {words}").format(words=override_words(one))
        return ""
