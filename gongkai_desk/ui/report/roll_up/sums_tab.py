"""The area's tables 2 to 4; every number opens the units behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gongkai_desk.domain.report_checks import check_figures
from gongkai_desk.domain.report_finding import Finding, Place, request_cell
from gongkai_desk.domain.roll_up import RollUp, Share
from gongkai_desk.domain.roll_up_sums import CELLS, number_at
from gongkai_desk.domain.unit_names import common_start
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.ui.actions import ActionButton, Actions, Command
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.report.findings import EntryList, finding_entries
from gongkai_desk.ui.report.form_tables import number_text
from gongkai_desk.ui.report.roll_up.report_tables import ReportTables
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import StateLine
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable


class SumsTab(QWidget):
    """`opened` carries the unit whose report is asked for and the place in it."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rolled: RollUp | None = None
        self._place: Place = request_cell(1, 6)
        self._prefix = ""
        self.tables = ReportTables("roll-up-sums", self)
        self.tables.opened.connect(self.show_shares)
        self.share_words = PlainLabel("", self, look="strong", wrap=True)
        self.share_words.setObjectName("roll-up-share-words")
        self.shares: RecordTable[Share] = RecordTable(
            "roll-up-shares", RecordTableModel(_columns(self._short)), self, remembers=False
        )
        self.shares.setAccessibleName(_("Units behind the number"))
        self.shares.set_empty(_("Choose a number in the table to see the units behind it."))
        self.shares.activated_record.connect(self._open_unit)
        self.state = StateLine(self)
        self.state.setObjectName("roll-up-identities")
        self.findings = EntryList("roll-up-sum-findings", _("Findings"), self)
        self.findings.opened.connect(self._go_to)
        command = Command(
            name="roll-up-share-report",
            text=pgettext("roll-up", "See its report…"),
            run=lambda: self._open_unit(self.shares.current()),
            icon="report",
            enabled=lambda: self.shares.current() is not None,
        )
        self.actions_ = Actions(self, (command,))
        self.shares.chosen.connect(lambda _share: self.actions_.update())
        self._lay_out()

    def _lay_out(self) -> None:
        beside = QWidget(self)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.share_words)
        column.addWidget(self.shares, 3)
        button = ActionButton(self.actions_["roll-up-share-report"], self)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.state)
        column.addWidget(self.findings, 2)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(16)
        split.addWidget(self.tables)
        split.addWidget(beside)
        unit = self.fontMetrics().horizontalAdvance("字")
        beside.setMinimumWidth(18 * unit)
        split.setSizes([47 * unit, 26 * unit])
        split.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(split)

    def _short(self, name: str) -> str:
        """The name without what all units have in common before it: the list is narrow."""
        return name.removeprefix(self._prefix)

    def show_sums(self, rolled: RollUp) -> None:
        """Replace the numbers, their checks and the units behind the number looked at."""
        self._rolled = rolled
        self._prefix = common_start([unit.name for unit in rolled.added])
        findings = check_figures(rolled.figures) if rolled.added else []
        self.tables.show_figures(rolled.figures, findings)
        self.findings.show_entries(finding_entries(findings, with_step=False))
        self.findings.setVisible(bool(findings))
        self._show_state(len(findings), len(rolled.added))
        self._show_units()

    def _show_state(self, found: int, units: int) -> None:
        if not units:
            self.state.badge.show_state(Tone.NEUTRAL, "info", pgettext("roll-up", "No sums yet"))
            self.state.words.setText(_("No report has been added up yet."))
        elif found:
            words = ngettext(
                "{n} place of the sums does not agree. Press Enter on it to see the units.",
                "{n} places of the sums do not agree. Press Enter on one to see the units.",
                found,
            )
            self.state.badge.show_state(Tone.BAD, "error", _("To check"))
            self.state.words.setText(words.format(n=found))
        else:
            self.state.badge.show_state(Tone.GOOD, "done", _("Consistent"))
            self.state.words.setText(_("The sums satisfy every identity in every column."))

    def show_shares(self, place: Place) -> None:
        """Show the units behind a number."""
        self._place = place
        self.tables.go_to(place)
        self._show_units()

    def _show_units(self) -> None:
        if self._rolled is None:
            return
        shares = self._rolled.shares(self._place)
        total = number_text(number_at(self._rolled.figures, self._place))
        told = ngettext(
            "{place}: {total}, from {n} unit", "{place}: {total}, from {n} units", len(shares)
        )
        title = self.tables.title(self._place)
        self.share_words.setText(told.format(place=title, total=total, n=len(shares)))
        self.shares.set_rows(shares)
        if self.shares.current() is None and shares:
            self.shares.select([shares[0].id])
        self.actions_.update()

    def _open_unit(self, share: Share | None) -> None:
        if share is not None:
            self.opened.emit((share.unit, self._place))

    def _go_to(self, finding: Finding) -> None:
        if finding.place in CELLS:
            self.show_shares(finding.place)
        else:
            self.tables.go_to(finding.place)


def _columns(short: Callable[[str], str]) -> Sequence[Column[Share]]:
    return (
        Column(
            name="unit",
            title=_("Unit"),
            text=lambda share: short(share.unit.name),
            tip=lambda share: share.unit.name,
            tone=lambda share: Tone.BAD if share.wrong else None,
            icon=lambda share: "error" if share.wrong else "",
            stretch=True,
        ),
        Column(
            name="number",
            title=pgettext("roll-up", "Number"),
            text=lambda share: number_text(share.number),
            sort_key=lambda share: share.number,
            right=True,
            width=4,
        ),
        Column(
            name="share",
            title=pgettext("roll-up", "Share"),
            text=lambda share: f"{share.percent:.1f}%",
            sort_key=lambda share: share.number,
            right=True,
            width=4,
        ),
        Column(
            name="file",
            title=_("File"),
            text=lambda share: share.unit.source.file if share.unit.source else "",
            tip=lambda share: share.unit.source.path if share.unit.source else "",
            width=6,
        ),
    )
