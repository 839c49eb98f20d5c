"""Tables 2 to 4 of one report, one at a time, as the official form prints them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTableWidgetItem, QVBoxLayout, QWidget

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import COLUMN_LABELS, Figures
from gongkai_desk.domain.report_finding import Finding, Place, request_cell
from gongkai_desk.i18n import _
from gongkai_desk.services.findings import place_text
from gongkai_desk.ui.report.form_tables import DisputesTable, ProactiveTable
from gongkai_desk.ui.report.matrix import LABELS, Cell, RequestMatrix
from gongkai_desk.ui.widgets.segments import Segments

TABLES = (2, 3, 4)


class ReportTables(QWidget):
    """`opened` carries the `Place` of the number that was clicked or entered; numbers only look
    like it when they are `links`.
    """

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, links: bool = True) -> None:
        super().__init__(parent)
        self.choice: Segments[int] = Segments(f"{name}-table", TABLES, _table_name, self)
        self.choice.setAccessibleName(_("Table"))
        self.proactive = ProactiveTable(f"{name}-2")
        self.matrix = RequestMatrix(f"{name}-3")
        self.disputes = DisputesTable(f"{name}-4")
        self.stack = QStackedWidget(self)
        for each in (self.proactive, self.matrix, self.disputes):
            self.stack.addWidget(each)
            each.body.opens = links
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.choice)
        layout.addWidget(self.stack, 1)
        self.choice.chosen.connect(lambda: self.show_table(self.choice.value()))
        self.proactive.opened.connect(self.opened)
        self.disputes.opened.connect(self.opened)
        self.matrix.opened.connect(self._open_request)
        self.show_table(3)

    def show_table(self, number: int) -> None:
        """Bring table 2, 3 or 4 to the front."""
        self.choice.set_value(number)
        self.stack.setCurrentIndex(TABLES.index(number))

    def show_figures(self, figures: Figures, findings: Iterable[Finding] = ()) -> None:
        """Replace the numbers, and mark the cells at which something was found."""
        found = list(findings)
        marks: dict[Place, Severity] = {}
        for each in found:
            if marks.get(each.place) is not Severity.ERROR:
                marks[each.place] = each.severity
        self.proactive.show_figures(figures, marks)
        self.matrix.show_numbers(figures.requests, found)
        self.disputes.show_figures(figures, marks)
        for number in TABLES:
            wrong = sum(each.place.table == number and not each.place.previous for each in found)
            button = self.choice.buttons[TABLES.index(number)]
            name = _table_name(number)
            button.setText(_("{table}: {count} found").format(table=name, count=wrong) if wrong
                           else name)  # fmt: skip

    def show_words(self, words: Mapping[Place, str]) -> None:
        """Show what stands in cells that hold no number."""
        for place, text in words.items():
            item = self._item(place)
            if item is not None:
                item.setText(text)

    def _item(self, place: Place) -> QTableWidgetItem | None:
        if isinstance(place.row, int) and place.column in COLUMN_LABELS:
            column = LABELS + COLUMN_LABELS.index(place.column)
            return self.matrix.body.item(place.row - 1, column)
        for form in (self.proactive, self.disputes):
            if place in form.cells:
                row, column, _columns = form.cells[place]
                return form.body.item(row, column)
        return None

    def go_to(self, place: Place) -> None:
        """Show the table of a place, and its cell where it has one."""
        if place.table not in TABLES or place.previous:
            return
        self.show_table(place.table)
        if isinstance(place.row, int) and place.column in COLUMN_LABELS:
            self.matrix.choose(Cell(place.row, COLUMN_LABELS.index(place.column)))
        elif place in self.proactive.cells:
            self.proactive.choose(place)
        elif place in self.disputes.cells:
            self.disputes.choose(place)

    def title(self, place: Place) -> str:
        """The official names of a place."""
        if isinstance(place.row, int):
            return self.matrix.cell_title(Cell(place.row, COLUMN_LABELS.index(place.column)))
        return place_text(place)

    def _open_request(self, cell: Cell) -> None:
        self.opened.emit(request_cell(cell.row, cell.column))


def _table_name(number: int) -> str:
    return {2: _("Table 2"), 3: _("Table 3"), 4: _("Table 4")}[number]
