"""Tables 2 and 4 as the official form prints them, to be read: every number can be opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import DISPUTE_LABELS, Figures
from gongkai_desk.domain.report_finding import (
    DISPUTE_GROUPS,
    PROACTIVE_LABELS,
    PROACTIVE_TRIPLES,
    Place,
    dispute_cell,
    proactive_cell,
)
from gongkai_desk.domain.roll_up_sums import Number, number_at
from gongkai_desk.i18n import _
from gongkai_desk.resources import table
from gongkai_desk.services.findings import place_text
from gongkai_desk.ui.report.dispute_matrix import put_disputes_head
from gongkai_desk.ui.report.form_table import LABEL, FittedForm, FormTable

_WIDE = len(DISPUTE_LABELS)
_LEAST, _FRAME = 3, 4

Marks = Mapping[Place, Severity]


def number_text(number: Number) -> str:
    """A number as the form prints it: amounts with their decimals, nothing as 0."""
    return str(number) if isinstance(number, int) else format(number, "f") if number else "0"


class PlainFormTable(FittedForm):
    """A form of few rows. `opened` carries the `Place` of the number that was clicked or entered;
    only numbers can be reached by keyboard.
    """

    opened = Signal(object)

    def __init__(self, name: str, label: str, shares: Sequence[int], rows: int) -> None:
        super().__init__()
        self._shares = shares
        self._places: dict[tuple[int, int], Place] = {}
        self.body = FormTable(rows, len(shares), self)
        self.body.setObjectName(name)
        self.body.setAccessibleName(label)
        self.body.setStyleSheet("QTableView { border-radius: 0; }")
        self.body.entered_cell.connect(self._open)
        self.setFocusProxy(self.body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.body)
        layout.addStretch(1)
        self.cells: dict[Place, tuple[int, int, int]] = {}

    def add(self, place: Place, row: int, column: int, columns: int = 1) -> None:
        """A number of the form, at `row` and `column`, as wide as `columns`."""
        self.cells[place] = (row, column, columns)
        self._places[row, column] = place

    def show_figures(self, figures: Figures, marks: Marks) -> None:
        """Replace the numbers, and mark those at which something was found."""
        for place, (row, column, columns) in self.cells.items():
            self.body.put_number(
                number_text(number_at(figures, place)),
                row,
                column,
                title=place_text(place),
                summed=place.column == DISPUTE_LABELS[-1],
                columns=columns,
                severity=marks.get(place),
            )
        if self.body.currentRow() < 0 and self._places:
            self.body.setCurrentCell(*next(iter(self._places)))
        self.fit()

    def choose(self, place: Place) -> None:
        """Put the cursor on a number."""
        row, column, _columns = self.cells[place]
        self.body.setCurrentCell(row, column)

    def _open(self, at: tuple[int, int]) -> None:
        place = self._places.get(at)
        if place is not None:
            self.opened.emit(place)

    @override
    def fit(self) -> None:
        """Share the width; the form is as high as its rows."""
        unit = self.body.fontMetrics().horizontalAdvance("字")
        room = self.width() - _FRAME
        least = [_LEAST * unit] * len(self._shares)
        total = sum(self._shares)
        widths = [
            max(small, room * share // total)
            for small, share in zip(least, self._shares, strict=True)
        ]
        widths[-1] += max(room - sum(widths), 0)
        self.body.fit(widths)
        bar = self.body.horizontalScrollBar().sizeHint().height() if sum(widths) > room else 0
        self.body.setFixedHeight(self.body.verticalHeader().length() + _FRAME + bar)


class ProactiveTable(PlainFormTable):
    """Table 2: four captions over their columns."""

    def __init__(self, name: str) -> None:
        parts = table("statutes", "report_form.toml")["proactive"]
        rows = sum(2 + len(part["rows"]) for part in parts)
        super().__init__(name, _("Table 2"), (3, 2, 2, 2), rows)
        names, line = iter(PROACTIVE_LABELS), 0
        for part in parts:
            line = self._part(part, names, line)

    def _part(self, part: dict[str, Any], names: Iterator[str], line: int) -> int:
        self.body.put(part["heading"], line, 0, columns=4)
        first, *others = part["columns"]
        wide = 3 // len(others)
        self.body.put(first, line + 1, 0)
        for column, title in enumerate(others):
            self.body.put(title, line + 1, 1 + column * wide, columns=wide)
        for row, label in enumerate(part["rows"], line + 2):
            self.body.put(label, row, 0, kind=LABEL)
            name = next(names)
            if name in PROACTIVE_TRIPLES:
                for column in range(3):
                    self.add(proactive_cell(name, column), row, 1 + column)
            else:
                self.add(proactive_cell(name), row, 1, columns=3)
        return line + 2 + len(part["rows"])


class DisputesTable(PlainFormTable):
    """Table 4: fifteen numbers under a head of three rows."""

    def __init__(self, name: str) -> None:
        super().__init__(name, _("Table 4"), (1,) * (_WIDE * len(DISPUTE_GROUPS)), 4)
        put_disputes_head(self.body)
        for place, group in enumerate(DISPUTE_GROUPS):
            for column in range(_WIDE):
                self.add(dispute_cell(group, column), 3, place * _WIDE + column)
