"""The register counted for a year: figures, charts, and the requests behind every bar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.register_statistics import (
    Bar,
    Dimension,
    RegisterStatistics,
    Timeliness,
)
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.cases_dialog import CasesDialog, cases_of
from gongkai_desk.ui.register.paper import preview_paper
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.bar_chart import BarChart, ChartBar
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.wording.bars import bar_text, figures

_TONES = {
    Timeliness.IN_TIME.value: Tone.GOOD,
    Timeliness.EXTENDED.value: Tone.WARN,
    Timeliness.LATE.value: Tone.BAD,
}
_BESIDE = (
    (Dimension.MONTH, Dimension.DAYS),
    (Dimension.CHANNEL, Dimension.TIMELINESS),
    (Dimension.KIND, Dimension.TAG),
    (Dimension.OUTCOME, Dimension.HANDLER),
    (Dimension.SUBJECT,),
)
"""The charts row by row: of about the same height side by side."""


class StatisticsDialog(QDialog):
    """`show_case` is called with the id of a request to be seen in the register."""

    def __init__(self, context: CaseContext) -> None:
        super().__init__(context.parent)
        self.setObjectName("statistics-dialog")
        self.setWindowTitle(_("Statistics of the register"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._context = context
        years = context.desk.register.years()
        self.year: ChoiceField[int | None] = ChoiceField((None, *years), _year_text, self)
        self.year.setObjectName("statistics-year")
        self.year.setAccessibleName(_("Year"))
        self.year.set_value(years[0] if years else None)
        self.figures = QHBoxLayout()
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self._arrange()
        self.year.changed.connect(self.show_year)
        self.show_year()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(_("Statistics of the register"), self, look="heading"))
        head.addStretch(1)
        head.addWidget(self.year)
        self._card = QFrame(self)
        self._card.setProperty("look", "card")
        self._card.setLayout(self.figures)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._card)
        layout.addWidget(self.area, 1)
        layout.addWidget(self._buttons())
        unit, room = self.fontMetrics().horizontalAdvance("字"), self.screen().availableGeometry()
        self.resize(min(unit * 78, room.width() - 48), min(unit * 52, room.height() - 40))

    def _buttons(self) -> QWidget:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.print_button = QPushButton(_("&Print…"), self)
        self.print_button.setObjectName("print-statistics")
        icons.set_icon(self.print_button, "print")
        box.addButton(self.print_button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in box.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        self.print_button.clicked.connect(self.print_it)
        box.rejected.connect(self.reject)
        return box

    def show_year(self) -> None:
        """Count the chosen year anew."""
        self.counted = self._context.desk.register_views.statistics(self.year.value(), today())
        _clear(self.figures)
        for name, value in figures(self.counted):
            self.figures.addWidget(_figure(name, value, self._card))
        inside = QWidget(self.area)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setSpacing(12)
        for row, dimensions in enumerate(_BESIDE):
            span = 2 // len(dimensions)
            for column, dimension in enumerate(dimensions):
                card = self._chart_card(dimension, self.counted, inside)
                grid.addWidget(card, row, column, 1, span)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(_BESIDE), 1)
        self.area.setWidget(inside)

    def _chart_card(
        self, dimension: Dimension, counted: RegisterStatistics, parent: QWidget
    ) -> QWidget:
        card = QFrame(parent)
        card.setProperty("look", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        title = label(dimension)
        layout.addWidget(PlainLabel(title, card, look="strong"))
        bars = counted.charts[dimension]
        if not any(bar.count for bar in bars):
            layout.addWidget(PlainLabel(_("Nothing to show."), card, look="muted"))
        else:
            shown = [
                ChartBar(
                    text=bar_text(dimension, bar),
                    count=bar.count,
                    value=bar,
                    tone=_TONES.get(bar.key, Tone.INFO),
                )
                for bar in bars
            ]
            chart = BarChart(title, shown, card)
            chart.setObjectName(f"chart-{dimension.value}")
            chart.chosen.connect(lambda bar: self._open(dimension, bar))
            layout.addWidget(chart)
        layout.addStretch(1)
        return card

    def _open(self, dimension: Dimension, bar: object) -> None:
        """List the requests behind a bar."""
        if not isinstance(bar, Bar):
            return
        title = _("{chart}: {bar}").format(chart=label(dimension), bar=bar_text(dimension, bar))
        dialog = CasesDialog(title, cases_of(self._context.desk, bar.ids), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._show)
        dialog.open()

    def _show(self, request_id: object) -> None:
        self.accept()
        self._context.go_to(Target(page="requests", view="all", record_id=str(request_id)))

    def print_it(self) -> None:
        """Show the statistics as they will be printed."""
        desk, counted, day = self._context.desk, self.counted, today()
        agency = desk.office.get().name

        def write(path: Path) -> tuple[str, ...]:
            return desk.register_views.print_statistics(counted, agency, day, path)

        preview_paper(
            write,
            name=_("Statistics of the register") + ".pdf",
            title=_("Statistics of the register"),
            operations=self._context.operations,
            prompts=self._context.prompts,
            parent=self,
        )


def _figure(name: str, value: str, parent: QWidget) -> QWidget:
    widget = QWidget(parent)
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(12, 8, 12, 8)
    layout.setSpacing(0)
    layout.addWidget(PlainLabel(value, widget, look="title"))
    layout.addWidget(PlainLabel(name, widget, look="muted"))
    return widget


def _clear(layout: QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()


def _year_text(year: int | None) -> str:
    return _("All years") if year is None else _("Year {year}").format(year=year)
