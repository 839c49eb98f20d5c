"""Table 4 as the official form prints it: fifteen numbers to open, the sums among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.report import DISPUTE_LABELS, Disputes, Override
from gongkai_desk.domain.report_finding import DISPUTE_GROUPS, Finding, dispute_cell
from gongkai_desk.i18n import _
from gongkai_desk.resources import table
from gongkai_desk.services.count_reasons import dispute_cell_words
from gongkai_desk.ui.report.form_table import FittedForm, FormTable

TABLE = 4
NAMES = tuple(DISPUTE_GROUPS)
"""The fields of `report.Disputes` in the order of the form."""
WIDE = len(DISPUTE_LABELS)
SUM = WIDE - 1
_ROW = 3
"""The row of the numbers, below three rows of headings."""


@dataclass(frozen=True, slots=True)
class DisputeCell:
    """A number of table 4: a field of `report.Disputes`, and the column 0 to 4."""

    name: str
    column: int


class DisputeMatrix(FittedForm):
    """Shows the reported numbers. `opened` carries the `DisputeCell` that was clicked or entered,
    `setting_asked` the one whose number shall be set by hand.
    """

    opened = Signal(object)
    setting_asked = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = FormTable(_ROW + 1, WIDE * len(NAMES), self)
        self.body.setObjectName(name)
        self.body.setAccessibleName(_("Table 4"))
        self.body.setFrameShape(QFrame.Shape.StyledPanel)
        for policy in (
            self.body.setVerticalScrollBarPolicy,
            self.body.setHorizontalScrollBarPolicy,
        ):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setStyleSheet("QTableView { border-radius: 0; }")
        self.setFocusProxy(self.body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.body)
        put_disputes_head(self.body)
        self.show_numbers(Disputes())
        self.body.setCurrentCell(_ROW, 0)
        self.body.entered_cell.connect(self._open)
        self.body.setting_asked.connect(lambda place: self.setting_asked.emit(_cell(place)))

    def show_numbers(
        self,
        disputes: Disputes,
        findings: Iterable[Finding] = (),
        overrides: Iterable[Override] = (),
    ) -> None:
        """Replace the numbers; mark those at which something was found, and those set by hand."""
        marked = {each.place: each.severity for each in findings if not each.place.previous}
        by_hand = {(one.row, one.column): one for one in overrides if one.table == TABLE}
        for place, name in enumerate(NAMES):
            for column, number in enumerate(getattr(disputes, name)):
                self.body.put_number(
                    number,
                    _ROW,
                    place * WIDE + column,
                    title=self.cell_title(DisputeCell(name, column)),
                    summed=column == SUM,
                    severity=marked.get(dispute_cell(name, column)),
                    by_hand=by_hand.get((name, column)),
                )

    def cell_title(self, cell: DisputeCell) -> str:
        """The official names of a cell."""
        return dispute_cell_words(cell.name, cell.column)

    def choose(self, cell: DisputeCell) -> None:
        """Put the cursor on a number."""
        self.body.setCurrentCell(_ROW, NAMES.index(cell.name) * WIDE + cell.column)

    def number(self, cell: DisputeCell) -> str:
        """The number as shown."""
        item = self.body.item(_ROW, NAMES.index(cell.name) * WIDE + cell.column)
        return item.text() if item else ""

    @property
    def current(self) -> DisputeCell | None:
        """The number the cursor is on."""
        at_number = self.body.currentRow() == _ROW
        return _cell((_ROW, self.body.currentColumn())) if at_number else None

    def _open(self, place: tuple[int, int]) -> None:
        if self.body.is_open(*place):
            self.opened.emit(_cell(place))

    @override
    def fit(self) -> None:
        """Columns alike, the pixels that are left over to the first ones; as high as its rows."""
        columns = self.body.columnCount()
        each, over = divmod(self.width() - 2, columns)
        self.body.fit([each + (column < over) for column in range(columns)])
        self.body.setFixedHeight(self.body.verticalHeader().length() + 2)


def _cell(place: tuple[int, int]) -> DisputeCell:
    group, column = divmod(place[1], WIDE)
    return DisputeCell(NAMES[group], column)


def put_disputes_head(body: FormTable) -> None:
    """The three rows of headings of table 4."""
    words = table("statutes", "report_form.toml")["disputes"]
    first, second = words["reconsideration"], words["litigation"]
    body.put(first["head"], 0, 0, columns=WIDE)
    body.put(second["head"], 0, WIDE, columns=2 * WIDE)
    for column, title in enumerate(first["columns"]):
        body.put(_two_lines(title), 1, column, rows=2)
    for place, group in enumerate(second["groups"], 1):
        body.put(group, 1, place * WIDE, columns=WIDE)
        for column, title in enumerate(second["columns"]):
            body.put(_two_lines(title), 2, place * WIDE + column)


def _two_lines(title: str) -> str:
    """Four characters broken in the middle, as narrow columns need them."""
    return f"{title[:2]}\n{title[2:]}" if len(title) == 4 else title
