"""汇总下级年报: a folder of reports becomes one list of units and one table of sums."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.problems import DomainError, Severity
from gongkai_desk.domain.report import Texts
from gongkai_desk.domain.roll_up import ADDED, RollUp, Share, Standing, Unit, UnitFile, roll_up
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.reporting import WRITERS
from gongkai_desk.services.roll_up import files_in, read_units, write_area_report, write_units
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui import icons
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.findings import Entry, EntryList, finding_entries
from gongkai_desk.ui.report.matrix import Cell, RequestMatrix
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable

_LOOKS = {
    Standing.COUNTED: (Tone.GOOD, "done"),
    Standing.FAILS: (Tone.WARN, "warning"),
    Standing.MISSING: (Tone.BAD, "error"),
    Standing.OTHER_YEAR: (Tone.NEUTRAL, "calendar"),
    Standing.SAME_NAME: (Tone.BAD, "error"),
    Standing.INCOMPLETE: (Tone.BAD, "error"),
    Standing.UNREADABLE: (Tone.BAD, "error"),
    Standing.LEFT_OUT: (Tone.NEUTRAL, "close"),
}


class RollUpDialog(QDialog):
    """Nothing of what is read is kept but the list of the units that must hand in."""

    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        years: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("roll-up")
        self.setWindowTitle(_("Roll-up of the units' reports"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._files: list[UnitFile] = []
        self._left_out: set[str] = set()
        self.rolled: RollUp | None = None
        self.year = ChoiceField(years, str, self)
        self.year.setObjectName("roll-up-year")
        self.year.setAccessibleName(_("Year of the report"))
        self.summary = PlainLabel("", self, look="strong", wrap=True)
        self.summary.setObjectName("roll-up-summary")
        self.units: RecordTable[Unit] = RecordTable(
            "roll-up-units", RecordTableModel(_columns()), self, remembers=False
        )
        self.units.setAccessibleName(pgettext("roll-up", "Units"))
        self.units.set_empty(_("Choose the folder with the units' reports."), icon="open")
        self.findings = EntryList("roll-up-findings", _("Findings"), self)
        self.found_words = PlainLabel("", self, look="muted", wrap=True)
        self.matrix = RequestMatrix("roll-up-matrix", self)
        self.shares: RecordTable[Share] = RecordTable(
            "roll-up-shares",
            RecordTableModel(_share_columns(), lambda share: share.name),
            self,
            remembers=False,
        )
        self.shares.setAccessibleName(_("Units behind the number"))
        self.shares.set_empty(_("Choose a number in the table to see the units behind it."))
        self.share_words = PlainLabel("", self, look="strong", wrap=True)
        self.expected = LongTextField("\n".join(desk.reporting_units.names()), self, lines=6)
        self.expected.setObjectName("roll-up-expected")
        self.expected.setAccessibleName(_("Units that must hand in"))
        self._build()
        self.year.changed.connect(self._add_up)
        self.units.chosen.connect(self._show_findings)
        self.matrix.opened.connect(self._show_shares)
        self._add_up()

    # building

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(PlainLabel(_("Year"), self, look="muted"))
        top.addWidget(self.year)
        top.addStretch(1)
        for name, text, icon, run in (
            ("roll-up-folder", _("Choose a folder…"), "open", self.choose_folder),
            ("roll-up-files", _("Choose files…"), "import", self.choose_files),
        ):
            top.addWidget(self._button(name, text, icon, run))
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("roll-up-tabs")
        self.tabs.addTab(self._units_tab(), pgettext("roll-up", "Units"))
        self.tabs.addTab(self._sums_tab(), _("Table 3"))
        self.tabs.addTab(self._expected_tab(), _("Units that must hand in"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self.list_button = self._button(
            "roll-up-list", _("Export the list…"), "export", self.export_list
        )
        self.report_button = self._button(
            "roll-up-report", _("Write the area's report…"), "report", self.write_report
        )
        for button in (self.list_button, self.report_button):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.summary)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)
        room = self.screen().availableGeometry()
        self.resize(min(1120, room.width() - 48), min(700, room.height() - 64))

    def _button(self, name: str, text: str, icon: str, run: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        icons.set_icon(button, icon)
        button.clicked.connect(run)
        return button

    def _units_tab(self) -> QWidget:
        holder = QWidget(self)
        self.toggle_button = self._button(
            "roll-up-toggle", _("Leave out or take in"), "check", self.toggle
        )
        row = QHBoxLayout()
        row.addWidget(self.found_words, 1)
        row.addWidget(self.toggle_button)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.units, 3)
        layout.addLayout(row)
        layout.addWidget(self.findings, 2)
        return holder

    def _sums_tab(self) -> QWidget:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(16)
        beside = QWidget(self)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.share_words)
        column.addWidget(self.shares, 1)
        split.addWidget(self.matrix)
        split.addWidget(beside)
        unit = self.fontMetrics().horizontalAdvance("字")
        split.setSizes([52 * unit, 16 * unit])
        split.setStretchFactor(0, 1)
        split.setContentsMargins(12, 12, 12, 12)
        return split

    def _expected_tab(self) -> QWidget:
        holder = QWidget(self)
        words = _(
            "One name a line, as the units write it in the title of their report. Who is listed "
            "here and handed in nothing is shown as missing."
        )
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(PlainLabel(words, holder, look="muted", wrap=True))
        layout.addWidget(self.expected, 1)
        keep = self._button("roll-up-keep", _("Keep the list"), "save", self.keep_expected)
        layout.addWidget(keep, 0, Qt.AlignmentFlag.AlignRight)
        return holder

    # reading

    def choose_folder(self) -> None:
        folder = self._prompts.folder(_("Folder with the units' reports"))
        if folder is None:
            return
        try:
            paths = files_in(folder)
        except DomainError as error:
            self._operations.show_problems(error.problems)
            return
        self.read(paths)

    def choose_files(self) -> None:
        filters = [_("Reports (*.json *.xlsx *.docx *.html *.htm *.pdf *.txt)")]
        paths = self._prompts.open_files(_("Reports of the units"), filters)
        if paths:
            self.read(paths)

    def read(self, paths: Sequence[Path]) -> None:
        """Read these in the background; they take the place of those read before."""

        def work(progress: Progress) -> list[UnitFile]:
            return read_units(paths, progress)

        self._operations.perform_long(_("Reading the reports"), work, self.take)

    def take(self, files: list[UnitFile]) -> None:
        """Show these in place of what was shown; the year is the one most of them are of."""
        self._files, self._left_out = files, set()
        years = [each.year for each in files if each.year is not None]
        if years:
            self.year.set_value(max(set(years), key=years.count))
        self._add_up()

    def toggle(self) -> None:
        """Leave the chosen file out of the sums, or take it in again."""
        unit = self.units.current()
        if unit is None or unit.source is None:
            return
        self._left_out ^= {unit.source.file}
        self._add_up()

    def keep_expected(self) -> None:
        names = self.expected.value().splitlines()
        self._operations.perform(
            lambda: self._desk.reporting_units.save(names), said=_("The list of units was kept.")
        )
        self._add_up()

    # showing

    def _add_up(self) -> None:
        year = self.year.value()
        if year is None:
            return
        self.rolled = rolled = roll_up(
            self._files,
            area=self._desk.office.get().name,
            year=year,
            expected=self._desk.reporting_units.names(),
            left_out=frozenset(self._left_out),
        )
        self.units.set_rows(rolled.units)
        self.matrix.show_numbers(rolled.figures.requests)
        self.summary.setText(self._told(rolled))
        some = bool(rolled.added)
        self.list_button.setEnabled(bool(rolled.units))
        self.report_button.setEnabled(some)
        if self.units.current() is None and rolled.units:
            self.units.select([rolled.units[0].id])
        self._show_findings(self.units.current())

    def _told(self, rolled: RollUp) -> str:
        if not self._files:
            return _("No report has been read yet.")
        missing = sum(unit.standing is Standing.MISSING for unit in rolled.units)
        fails = sum(unit.standing is Standing.FAILS for unit in rolled.units)
        other = sum(unit.standing not in (*ADDED, Standing.MISSING) for unit in rolled.units)
        return _(
            "{added} added up, {fails} of them fail a check; {other} not added; {missing} missing"
        ).format(added=len(rolled.added), fails=fails, other=other, missing=missing)

    def _show_findings(self, unit: Unit | None) -> None:
        entries: list[Entry] = []
        if unit is not None and unit.source is not None:
            entries = [
                Entry(severity=Severity.ERROR, where="", text=sentence(problem), value=problem)
                for problem in unit.source.problems
            ]
            entries += finding_entries(unit.source.findings, with_step=False)
        self.findings.show_entries(entries)
        self.found_words.setText(_about(unit, len(entries)))
        self.toggle_button.setEnabled(unit is not None and unit.source is not None)

    def _show_shares(self, cell: Cell) -> None:
        assert self.rolled is not None
        shares = self.rolled.shares(cell.row, cell.column)
        told = ngettext("{n} unit", "{n} units", len(shares)).format(n=len(shares))
        self.share_words.setText(f"{self.matrix.cell_title(cell)}: {told}")
        self.shares.set_rows(shares)

    # writing

    def export_list(self) -> None:
        assert self.rolled is not None
        rolled = self.rolled
        name = _("Roll-up {year}").format(year=rolled.year)
        path = self._prompts.save_file(
            _("Export the list"), f"{safe_name(name)}.xlsx", [_("Excel workbook (*.xlsx)")]
        )
        if path is None:
            return
        target = path if path.suffix else path.with_suffix(".xlsx")
        self._operations.perform_long(
            _("Writing the list"), lambda _progress: write_units(rolled, target), self._say_saved
        )

    def write_report(self) -> None:
        assert self.rolled is not None
        rolled = self.rolled
        folder = self._prompts.folder(_("Where shall the area's report be written?"))
        if folder is None:
            return

        def work(_progress: Progress) -> Path:
            return write_area_report(rolled, Texts(), folder, tuple(WRITERS))[0].parent

        self._operations.perform_long(_("Writing the area's report"), work, self._say_saved)

    def _say_saved(self, path: Path) -> None:
        self._operations.say(_("Saved: {path}").format(path=path))


def _about(unit: Unit | None, found: int) -> str:
    """What the list below shows, or why it is empty."""
    if unit is None or found:
        return _("Findings of the chosen unit")
    if unit.source is None:
        return _("{name} has handed in no report.").format(name=unit.name)
    return _("{name}: the checks found nothing.").format(name=unit.name)


def _columns() -> Sequence[Column[Unit]]:
    return (
        Column(name="name", title=_("Unit"), text=lambda unit: unit.name, stretch=True),
        Column(
            name="state",
            title=_("State"),
            text=lambda unit: label(unit.standing),
            tone=lambda unit: _LOOKS[unit.standing][0],
            icon=lambda unit: _LOOKS[unit.standing][1],
            chip=True,
            width=12,
        ),
        Column(
            name="errors",
            title=_("Errors"),
            text=lambda unit: _count(unit, Severity.ERROR),
            right=True,
            width=5,
        ),
        Column(
            name="warnings",
            title=_("Warnings"),
            text=lambda unit: _count(unit, Severity.WARNING),
            right=True,
            width=5,
        ),
        Column(
            name="file",
            title=_("File"),
            text=lambda unit: unit.source.file if unit.source else "",
            width=20,
        ),
    )


def _share_columns() -> Sequence[Column[Share]]:
    return (
        Column(name="unit", title=_("Unit"), text=lambda share: share.name, stretch=True),
        Column(
            name="number",
            title=pgettext("roll-up", "Number"),
            text=lambda share: str(share.number),
            sort_key=lambda share: share.number,
            right=True,
            width=5,
        ),
    )


def _count(unit: Unit, severity: Severity) -> str:
    if unit.source is None:
        return ""
    return str(sum(one.severity is severity for one in unit.source.findings))
