"""How much of each kind of work was done in each quarter; a kind is opened by its bar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.activity import ActivityKind
from gongkai_desk.domain.activity_forms import quarter_counts
from gongkai_desk.i18n import _, number_text
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.activities.records.output import ActivityOutput
from gongkai_desk.ui.widgets.bar_chart import BarChart, ChartBar
from gongkai_desk.ui.widgets.plain import PlainLabel


class CountsDialog(QDialog):
    """`chosen` carries the kind to be shown in the list."""

    chosen = Signal(object)

    def __init__(
        self, desk: Desk, year: int, output: ActivityOutput, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("counts-dialog")
        self.setWindowTitle(_("Counts by quarter"))
        self._output, self._year = output, year
        self.table = desk.activity_papers.counts(year)
        self.counted = quarter_counts(desk.activities.activities(year))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(self.table.title, self, look="heading"))
        if self.counted:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(self._table_card(), 1)
            row.addWidget(self._chart_card(), 1)
            layout.addLayout(row)
        else:
            layout.addWidget(
                PlainLabel(_("Nothing was recorded in this year."), self, look="muted")
            )
        layout.addStretch(1)
        layout.addWidget(self._buttons())
        unit = self.fontMetrics().horizontalAdvance("字")
        room = self.screen().availableGeometry()
        self.resize(min(unit * 76, room.width() - 64), self.sizeHint().height())

    def _table_card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("look", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for column, title in enumerate(self.table.headings):
            grid.addWidget(PlainLabel(title, card, look="muted"), 0, column, _side(column))
        for number, row in enumerate(self.table.rows, 1):
            last = number == len(self.table.rows)
            for column, value in enumerate(row):
                text = number_text(value) if isinstance(value, int) and value else value or "—"
                look = "strong" if last or column == len(row) - 1 else ""
                grid.addWidget(
                    PlainLabel(str(text), card, look=look), number, column, _side(column)
                )
        grid.setRowStretch(len(self.table.rows) + 1, 1)
        return card

    def _chart_card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("look", "card")
        bars = [
            ChartBar(text=label(kind), count=sum(quarters), value=kind)
            for kind, quarters in self.counted.items()
        ]
        title = _("All year")
        self.chart = BarChart(title, bars, card)
        self.chart.setObjectName("chart-activities")
        self.chart.chosen.connect(self._choose)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(PlainLabel(title, card, look="strong"))
        layout.addWidget(self.chart)
        layout.addStretch(1)
        return card

    def _buttons(self) -> QWidget:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.print_button = QPushButton(_("&Print…"), self)
        self.print_button.setObjectName("print-counts")
        self.print_button.setEnabled(bool(self.counted))
        icons.set_icon(self.print_button, "print")
        box.addButton(self.print_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.print_button.clicked.connect(lambda: self._output.print_counts(self._year))
        for button in box.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        box.rejected.connect(self.reject)
        return box

    def _choose(self, kind: object) -> None:
        assert isinstance(kind, ActivityKind)
        self.accept()
        self.chosen.emit(kind)


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
