"""Reports beside the one of the year: earlier years, other units, all units of an area."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.comparison_dialog import ReportComparisonDialog
from gongkai_desk.ui.report.foreign_dialog import check_foreign
from gongkai_desk.ui.report.roll_up.dialog import RollUpDialog
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog

ROLL_UP_YEARS = 8


class OtherReports(QObject):
    """`leave` carries a `Target`; `year` gives the year that is shown."""

    leave = Signal(object)

    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget,
        year: Callable[[], int],
    ) -> None:
        super().__init__(parent)
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._page, self._year = parent, year

    def commands(self) -> Commands:
        return (
            Command(
                name="check-foreign-report",
                text=_("Check a report from a &file…"),
                run=self.check_foreign,
                icon="open",
            ),
            Command(
                name="compare-reports", text=_("Compare &years…"), run=self.compare, icon="columns"
            ),
            Command(
                name="roll-up-reports",
                text=_("&Roll up the units' reports…"),
                run=self.roll_up,
                icon="list",
            ),
        )

    def check_foreign(self) -> None:
        """Check a published report of any unit."""
        check_foreign(
            desk=self._desk,
            operations=self._operations,
            prompts=self._prompts,
            parent=self._page.window(),
        )

    def compare(self) -> None:
        """Show the reports of several years up to the one shown side by side."""
        dialog = ReportComparisonDialog(
            desk=self._desk,
            operations=self._operations,
            prompts=self._prompts,
            year=self._year(),
            parent=self._page.window(),
        )
        dialog.leave.connect(self.leave)
        open_dialog(dialog)

    def roll_up(self) -> None:
        """Add up the reports of many units."""
        last = today().year - 1
        open_dialog(
            RollUpDialog(
                desk=self._desk,
                operations=self._operations,
                prompts=self._prompts,
                years=range(last, last - ROLL_UP_YEARS, -1),
                parent=self._page.window(),
            )
        )
