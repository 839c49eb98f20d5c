"""汇总下级年报: the reports of many units become one list of units and the area's tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.handed_in import HandedIn, Naming
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report_finding import Place
from gongkai_desk.domain.roll_up import ASKED, RollUp, Standing, Unit, UnitFile
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.area_report import write_workbook
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui import icons
from gongkai_desk.ui.attachments import open_outside
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.roll_up.area_dialog import AreaReportDialog
from gongkai_desk.ui.report.roll_up.expected_tab import ExpectedTab
from gongkai_desk.ui.report.roll_up.intake import RollUpIntake
from gongkai_desk.ui.report.roll_up.naming_dialog import NamingDialog
from gongkai_desk.ui.report.roll_up.send_back_dialog import SendBackDialog
from gongkai_desk.ui.report.roll_up.sums_tab import SumsTab
from gongkai_desk.ui.report.roll_up.unit_dialog import UnitReportDialog
from gongkai_desk.ui.report.roll_up.units_tab import UnitsTab
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.fields import ChoiceField, TextField
from gongkai_desk.ui.widgets.plain import PlainLabel


class RollUpDialog(QDialog):
    """Nothing of what is read is kept but the list of the units that must hand in. `handed` is what
    was read and decided, `rolled` what follows from it.
    """

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
        self.setAcceptDrops(True)
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._years = list(years)
        self.handed = HandedIn()
        self.rolled: RollUp | None = None
        self.intake = RollUpIntake(operations=operations, prompts=prompts, taken=self.take)
        self.year: ChoiceField[int] = ChoiceField(self._years, str, self)
        self.year.setObjectName("roll-up-year")
        self.year.setAccessibleName(_("Year of the report"))
        self.area = TextField(desk.office.get().name, self)
        self.area.setObjectName("roll-up-area")
        self.area.setAccessibleName(pgettext("roll-up", "Name of the area"))
        self.summary = PlainLabel("", self, look="strong", wrap=True)
        self.summary.setObjectName("roll-up-summary")
        self.units = UnitsTab(
            toggle=self.toggle,
            name_it=self.name_unit,
            read_again=self.read_again,
            remove=self.remove,
            open_file=self.open_file,
        )
        self.sums = SumsTab()
        self.expected = ExpectedTab(desk.reporting_units.names())
        self._build()
        self.year.changed.connect(self.add_up)
        self.area.editingFinished.connect(self.add_up)
        self.units.opened.connect(self.show_report)
        self.sums.opened.connect(self.show_report)
        self.expected.kept.connect(self.keep_expected)
        self.expected.taken.connect(self._add_names)
        self.add_up()

    # building

    def _build(self) -> None:
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("roll-up-tabs")
        self.tabs.addTab(self.units, pgettext("roll-up", "Units"))
        self.tabs.addTab(self.sums, pgettext("roll-up", "Sums, tables 2 to 4"))
        self.tabs.addTab(self.expected, _("Units that must hand in"))
        for number in range(self.tabs.count()):
            keys = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            keys.activated.connect(lambda at=number: self.tabs.setCurrentIndex(at))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self._top())
        layout.addWidget(self.summary)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._bottom())
        room = self.screen().availableGeometry()
        self.resize(min(1160, room.width() - 48), min(740, room.height() - 64))

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(PlainLabel(_("Year"), self, look="muted"))
        top.addWidget(self.year)
        top.addSpacing(8)
        top.addWidget(PlainLabel(pgettext("roll-up", "Area"), self, look="muted"))
        top.addWidget(self.area, 1)
        top.addSpacing(8)
        before = pgettext("roll-up", "Last year's folder…")
        for name, text, icon, run in (
            ("roll-up-folder", _("Choose a folder…"), "open", self.intake.choose_folder),
            ("roll-up-files", pgettext("roll-up", "Add files…"), "import", self.intake.add_files),
            ("roll-up-before", before, "history", self.intake.choose_before),
        ):
            top.addWidget(self._button(name, text, icon, run))
        return top

    def _bottom(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.list_button = self._button(
            "roll-up-list", pgettext("roll-up", "Workbook of the sums…"), "export", self.export
        )
        self.back_button = self._button(
            "roll-up-send-back", pgettext("roll-up", "Send back…"), "send", self.send_back
        )
        self.report_button = self._button(
            "roll-up-area-report", _("The area's report…"), "report", self.write_report
        )
        for button in (self.list_button, self.back_button, self.report_button):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return buttons

    def _button(self, name: str, text: str, icon: str, run: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        icons.set_icon(button, icon)
        button.clicked.connect(run)
        return button

    # reading and deciding

    def take(self, files: Sequence[UnitFile], *, before: bool = False) -> None:
        """Add what was read; of the first files, the year is the one most of them are of."""
        first = not self.handed.files
        if before:
            self.handed = self.handed.with_before(files)
        else:
            self.handed = self.handed.with_files(files)
            if first and self.handed.years:
                self._offer_year(self.handed.years[0])
        self.add_up()

    def _offer_year(self, year: int) -> None:
        if year not in self._years:
            self._years = sorted({*self._years, year}, reverse=True)
            self.year.blockSignals(True)
            self.year.offer(self._years)
            self.year.blockSignals(False)
        self.year.set_value(year)

    def toggle(self, unit: Unit) -> None:
        """Leave a file out of the sums, or take it in."""
        if unit.standing in (Standing.LEFT_OUT, *ASKED):
            self.handed = self.handed.taking_in(unit.id)
        else:
            self.handed = self.handed.leaving_out(unit.id)
        self.add_up()

    def remove(self, unit: Unit) -> None:
        """Take a file off the list; the file itself stays where it is."""
        self.handed = self.handed.without([unit.id])
        self.add_up()

    def read_again(self, unit: Unit) -> None:
        """Read a file that was corrected since; decisions about it stay."""
        if unit.source is not None and unit.source.path:
            self.intake.read([Path(unit.source.path)])

    def name_unit(self, unit: Unit) -> None:
        """Say of which unit a file is."""
        if unit.source is None or unit.source.problems:
            return

        def submit(naming: Naming) -> Sequence[Problem]:
            self.handed = self.handed.naming(unit.id, naming)
            self.add_up()
            return ()

        open_dialog(
            NamingDialog(
                unit.source, self._years, self.expected.names(), submit, self._prompts, self
            )
        )

    def keep_expected(self) -> None:
        """Keep the list of the units that must hand in."""
        names = self.expected.names()
        self._operations.perform(
            lambda: self._desk.reporting_units.save(names), said=_("The list of units was kept.")
        )
        self.add_up()

    def _add_names(self) -> None:
        if self.rolled is not None:
            wanted = [unit.name for unit in self.rolled.units if unit.is_added]
            self.expected.add(list(dict.fromkeys(wanted)))

    # showing

    def add_up(self) -> None:
        """Add up again and show what came of it."""
        year = self.year.value()
        if year is None:
            return
        self.rolled = rolled = self.handed.rolled(
            area=self.area.value(), year=year, expected=self._desk.reporting_units.names()
        )
        self.units.show_units(rolled)
        self.sums.show_sums(rolled)
        self.summary.setText(self._told(rolled))
        some = bool(self.handed.files)
        self.list_button.setEnabled(some)
        self.back_button.setEnabled(some)
        self.report_button.setEnabled(bool(rolled.added))

    def _told(self, rolled: RollUp) -> str:
        if not self.handed.files:
            return _("No report has been read yet: choose a folder, add files, or drag them here.")
        handed = len(self.handed.files)
        pieces = [
            ngettext("{n} file read", "{n} files read", handed).format(n=handed),
            ngettext("{n} unit in the sums", "{n} units in the sums", len(rolled.added)).format(
                n=len(rolled.added)
            ),
        ]
        expected = len(self._desk.reporting_units.names())
        if expected:
            words = ngettext("{n} unit must hand in", "{n} units must hand in", expected)
            pieces.insert(0, words.format(n=expected))
        if self.handed.before:
            known = sum(unit.carried is not None for unit in rolled.added)
            words = ngettext(
                "{n} unit compared with last year's report",
                "{n} units compared with last year's report",
                known,
            )
            pieces.append(words.format(n=known))
        return pgettext("roll-up summary", " · ").join(pieces)

    def show_report(self, asked: tuple[Unit, Place | None]) -> None:
        """A unit's own report, at a place in it."""
        unit, place = asked
        open_dialog(UnitReportDialog(unit, self.open_file, place, self))

    def open_file(self, unit: Unit) -> None:
        """The unit's file in its own program."""
        if unit.source is None or not unit.source.path:
            return
        path = Path(unit.source.path)
        if not path.exists() or not open_outside(path):
            told = _("“{name}” could not be opened: it is no longer there, or no program is "
                     "set for such files.")  # fmt: skip
            self._prompts.problems(_("This was not done"), [told.format(name=path.name)])

    # writing

    def export(self) -> None:
        """The workbook in which every sum can be followed to its units."""
        assert self.rolled is not None
        rolled = self.rolled
        name = safe_name(_("Roll-up {year}").format(year=rolled.year))
        path = self._prompts.save_file(
            _("Export the list"), f"{name}.xlsx", [_("Excel workbook (*.xlsx)")]
        )
        if path is None:
            return
        right = path.suffix.lower() == ".xlsx"
        target = path if right else path.with_name(f"{path.name}.xlsx")
        self._operations.perform_long(
            _("Writing the list"), lambda _progress: write_workbook(rolled, target), self._saved
        )

    def _saved(self, path: Path) -> None:
        self._operations.say(_("Saved: {path}").format(path=path))

    def send_back(self) -> None:
        """What the units must correct, on paper."""
        assert self.rolled is not None
        open_dialog(SendBackDialog(self.rolled, self._desk, self._operations, self._prompts, self))

    def write_report(self) -> None:
        """The area's own report."""
        assert self.rolled is not None
        open_dialog(
            AreaReportDialog(self.rolled, self._desk, self._operations, self._prompts, self)
        )

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Files and folders that were dragged here are read like chosen ones."""
        event.acceptProposedAction()
        dropped = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        QTimer.singleShot(0, self, lambda: self.intake.read_dropped(dropped))

    @override
    def reject(self) -> None:
        """What was read is gone with the window: ask first."""
        if self.handed.files and not self._prompts.ask(
            pgettext("roll-up", "Close the roll-up?"),
            pgettext(
                "roll-up",
                "What was read and decided is not kept; the files stay where they are. Write the "
                "workbook or the report first if you need them.",
            ),
            yes=_("Close"),
        ):
            return
        super().reject()
