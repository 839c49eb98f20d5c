"""One unit's own report: its numbers in the official tables, what was found, its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.partial_figures import MISSING
from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import Figures
from gongkai_desk.domain.report_finding import Finding, Place
from gongkai_desk.domain.roll_up import Unit, UnitFile
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui import icons
from gongkai_desk.ui.report.findings import Entry, EntryList, finding_entries
from gongkai_desk.ui.report.roll_up.report_tables import ReportTables
from gongkai_desk.ui.report.roll_up.standing import LOOKS
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.plain import PlainLabel


class UnitReportDialog(QDialog):
    """`place` is shown first; cells that hold no number show what stands in them."""

    def __init__(
        self,
        unit: Unit,
        open_file: Callable[[Unit], object],
        place: Place | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        assert unit.source is not None
        self.setObjectName("unit-report")
        self.setWindowTitle(unit.name)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.unit = unit
        self.tables = ReportTables("unit-report", self, links=False)
        self.findings = EntryList("unit-report-findings", _("Findings"), self)
        self.findings.opened.connect(self._go_to)
        self.findings.itemClicked.connect(lambda _item: self._go_to_chosen())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self._head(unit.source))
        layout.addWidget(self._body(unit.source), 1)
        layout.addWidget(self._buttons(open_file))
        room = self.screen().availableGeometry()
        self.resize(min(1180, room.width() - 64), min(700, room.height() - 80))
        self.findings.setFocus()
        first = next((one.place for one in unit.findings if one.place.table), None)
        if place is not None or first is not None:
            self.tables.go_to(place or first or Place())

    def _head(self, source: UnitFile) -> QHBoxLayout:
        year = str(source.year) if source.year is not None else _("year unknown")
        words = pgettext("roll-up", "{year}, {form}, {file}").format(
            year=year, form=label(source.form), file=source.path or source.file
        )
        tone, icon = LOOKS[self.unit.standing]
        badge = LightBadge(self)
        badge.show_state(tone, icon, label(self.unit.standing))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(words, self, look="muted", wrap=True, selectable=True), 1)
        return row

    def _body(self, source: UnitFile) -> QWidget:
        entries = [
            Entry(severity=Severity.ERROR, where="", text=sentence(one), value=one)
            for one in self.unit.reasons
        ]
        entries += finding_entries(self.unit.findings, with_step=False)
        self.findings.show_entries(entries)
        beside = QWidget(self)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        calm = _("{name}: the checks found nothing.").format(name=self.unit.name)
        words = calm if not entries else _("Choose a finding to see its cell.")
        figures, unknown = _to_see(source)
        if figures is None:
            words = _("No number can be read. See the file itself.")
        column.addWidget(PlainLabel(words, self, look="muted", wrap=True))
        column.addWidget(self.findings, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(16)
        split.addWidget(self.tables)
        split.addWidget(beside)
        unit = self.fontMetrics().horizontalAdvance("字")
        beside.setMinimumWidth(16 * unit)
        split.setSizes([55 * unit, 17 * unit])
        split.setStretchFactor(0, 1)
        self.tables.setVisible(figures is not None)
        if figures is not None:
            self.tables.show_figures(figures, self.unit.findings)
            self.tables.show_words(unknown)
        return split

    def _buttons(self, open_file: Callable[[Unit], object]) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        self.open_button = QPushButton(pgettext("roll-up", "Open the file"), self)
        self.open_button.setObjectName("unit-report-open")
        self.open_button.setAutoDefault(False)
        icons.set_icon(self.open_button, "open")
        self.open_button.setEnabled(bool(self.unit.source and self.unit.source.path))
        self.open_button.clicked.connect(lambda: open_file(self.unit))
        box.addButton(self.open_button, QDialogButtonBox.ButtonRole.ActionRole)
        return box

    def _go_to_chosen(self) -> None:
        for item in self.findings.selectedItems():
            entry = self.findings.entries()[self.findings.row(item)]
            self._go_to(entry.value)

    def _go_to(self, value: object) -> None:
        if isinstance(value, Finding):
            self.tables.go_to(value.place)


def _to_see(source: UnitFile) -> tuple[Figures | None, Mapping[Place, str]]:
    """The figures to be shown, and what stands in the cells that hold no number."""
    if source.partial is None:
        return source.figures, {}
    blank = {one.place: MISSING for one in source.unread if one.found is None}
    return source.partial.figures, {**blank, **source.partial.unknown}
