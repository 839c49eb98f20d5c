"""Table 3 as the official form prints it: 25 rows by 7 columns, merged labels, numbers to open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.report import (
    CARRIED_OUT_ROW,
    COLUMN_LABELS,
    NO_CASES,
    ROWS,
    TOTAL_ROW,
    Override,
)
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.i18n import _
from gongkai_desk.resources import table
from gongkai_desk.services.count_reasons import cell_words
from gongkai_desk.ui.report.form_table import LABEL, LEFT, NARROW, PAD, FittedForm, FormTable

LABELS = 3
"""Columns of labels before the seven numbers."""
COLUMNS = LABELS + len(COLUMN_LABELS)
TABLE = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of table 3: row 1 to 25, column 0 to 6."""

    row: int
    column: int


class RequestMatrix(FittedForm):
    """Shows the reported numbers; `opened` carries the `Cell` that was clicked or entered,
    `setting_asked` the one whose number shall be set by hand (only while `body.settable`).

    The heading stays in place while the rows scroll. Only numbers can be reached by keyboard.
    """

    opened = Signal(object)
    setting_asked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = FormTable(3, COLUMNS, self)
        self.body = FormTable(len(ROWS), COLUMNS, self)
        self.body.setObjectName(name)
        self.body.setAccessibleName(_("Table 3"))
        self.setFocusProxy(self.body)
        self.head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.head.setHorizontalScrollBarPolicy(off)
        self.head.setVerticalScrollBarPolicy(off)
        self.body.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.head.setStyleSheet("QTableView { border-radius: 0; border-bottom: none; }")
        self.body.setStyleSheet("QTableView { border-radius: 0; }")
        scroll = self.body.horizontalScrollBar()
        scroll.valueChanged.connect(self.head.horizontalScrollBar().setValue)
        # a merged label is painted in the middle of what is in sight of it
        self.body.verticalScrollBar().valueChanged.connect(self.body.viewport().update)
        self.body.entered_cell.connect(self._open)
        self.body.setting_asked.connect(lambda place: self.setting_asked.emit(_cell(place)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.body, 1)
        words = table("statutes", "report_form.toml")["requests"]
        self._build_head(words)
        self._build_labels(words)
        self.body.setCurrentCell(0, LABELS)

    def _build_head(self, words: Mapping[str, Any]) -> None:
        person, *organisations, total = words["columns"]
        self.head.put(words["corner"], 0, 0, kind=LABEL, rows=3, columns=LABELS)
        self.head.put(words["columns_head"], 0, LABELS, columns=len(COLUMN_LABELS))
        self.head.put(person, 1, LABELS, rows=2)
        self.head.put(words["organisation_head"], 1, LABELS + 1, columns=len(organisations))
        self.head.put(total, 1, COLUMNS - 1, rows=2)
        for column, name in enumerate(organisations, LABELS + 1):
            self.head.put(name, 2, column)

    def _build_labels(self, words: Mapping[str, Any]) -> None:
        for entry in words["rows"]:
            place, label = entry["row"] - 1, entry["label"]
            if entry["row"] in (1, 2, CARRIED_OUT_ROW):
                self.body.put(label, place, 0, kind=LEFT, columns=LABELS)
            elif label.startswith("（"):
                self.body.put(label, place, 1, kind=LEFT, columns=2)
            else:
                self.body.put(label, place, 2, kind=LEFT)
            if "group" in entry:
                self.body.put(entry["group"], place, 1, kind=LABEL, rows=entry["group_rows"])
        self.body.put(words["results_head"], 2, 0, kind=LABEL, rows=TOTAL_ROW - 2)

    def show_numbers(
        self,
        requests: Mapping[int, tuple[int, ...]],
        findings: Iterable[Finding] = (),
        overrides: Iterable[Override] = (),
    ) -> None:
        """Replace the numbers; mark the cells at which something was found, and those in which
        `overrides` stand.
        """
        marked = {
            (each.place.row, each.place.column): each.severity
            for each in findings
            if each.place.table == TABLE and not each.place.previous
        }
        by_hand = {(one.row, one.column): one for one in overrides if one.table == TABLE}
        for row in ROWS:
            for column, number in enumerate(requests.get(row, NO_CASES)):
                self.body.put_number(
                    number,
                    row - 1,
                    LABELS + column,
                    title=self.cell_title(Cell(row, column)),
                    summed=row == TOTAL_ROW or column == len(COLUMN_LABELS) - 1,
                    severity=marked.get((row, COLUMN_LABELS[column])),
                    by_hand=by_hand.get((str(row), column)),
                )

    def cell_title(self, cell: Cell) -> str:
        """The official names of a cell's row and column."""
        return cell_words(cell.row, cell.column)

    @property
    def current(self) -> Cell | None:
        """The number the cursor is on."""
        cell = _cell((self.body.currentRow(), self.body.currentColumn()))
        return cell if cell.row in ROWS and cell.column >= 0 else None

    def choose(self, cell: Cell) -> None:
        """Put the cursor on a number and bring it into sight."""
        self.body.setCurrentCell(cell.row - 1, LABELS + cell.column)

    def number(self, cell: Cell) -> str:
        """The number as shown."""
        item = self.body.item(cell.row - 1, LABELS + cell.column)
        return item.text() if item else ""

    def _open(self, place: tuple[int, int]) -> None:
        if self.body.is_open(*place):
            self.opened.emit(_cell(place))

    @override
    def fit(self) -> None:
        """Share the width: labels as they need, numbers alike, the longest labels the rest."""
        bar = self.body.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - 4
        unit = self.body.fontMetrics().horizontalAdvance("字")
        first, second = 2 * unit + 2 * PAD, 4 * unit + 2 * PAD
        wish = (room - first - second - 17 * unit) // len(COLUMN_LABELS)
        number = max(3 * unit + 2 * NARROW + 2, min(5 * unit, wish))
        third = max(11 * unit, room - first - second - number * len(COLUMN_LABELS))
        widths = [first, second, third, *[number] * len(COLUMN_LABELS)]
        self._break_names(number < 4 * unit + 2 * NARROW + 2)
        for part in (self.head, self.body):
            part.fit(widths)
        wide = max(0, min(sum(widths) + 2, self.width() - bar))
        self.head.setFixedSize(wide, self.head.verticalHeader().length() + 1)

    def _break_names(self, narrow: bool) -> None:
        """Break names of four characters in the middle where they do not fit on one line."""
        for column, name in enumerate(COLUMN_LABELS[1:-1], LABELS + 1):
            broken = f"{name[:2]}\n{name[2:]}" if narrow and len(name) == 4 else name
            self.head.put(broken, 2, column)


def _cell(place: tuple[int, int]) -> Cell:
    return Cell(place[0] + 1, place[1] - LABELS)
