"""Fields for the numbers of the report, and the official tables' look around them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report_finding import Place
from gongkai_desk.services.findings import place_text
from gongkai_desk.texts import sentence
from gongkai_desk.ui.widgets.fields import NumberField
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

LARGEST = 999_999_999


class CountField(NumberField):
    """A whole number of 0 or more at `place`; nothing but an `optional` one may be empty."""

    def __init__(self, name: str, place: Place, *, optional: bool = False) -> None:
        super().__init__(None, most=LARGEST, mandatory=not optional)
        self.setObjectName(name)
        self.place = place
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(place_text(place))
        self.textChanged.connect(lambda _text: self.mark())

    @property
    def empty(self) -> bool:
        return not self.text().strip()

    def found(self) -> Problem | None:
        """What is wrong, with its place."""
        if self.problem() is None:
            return None
        return self.wrong("report-cell-empty" if self.empty else "report-cell-not-whole")

    def wrong(self, code: str) -> Problem:
        """The problem `code` at this place."""
        values = {"place": place_text(self.place), "found": self.text().strip()}
        return Problem(code, self.objectName(), values)

    def mark(self, *, also: bool = False) -> None:
        """Red border while the input is wrong; `also` when something around it makes it so."""
        problem = self.found()
        restyle(self, "wrong", problem is not None or also)
        self.setAccessibleDescription(sentence(problem) if problem else "")


def half_filled(fields: Iterable[CountField]) -> list[Problem]:
    """Optional fields belong together: when one is filled, the empty ones are wrong. All are
    marked; the first tells it.
    """
    every = list(fields)
    some = any(not field.empty for field in every)
    for field in every:
        field.mark(also=some and field.empty)
    empty = [field for field in every if some and field.empty]
    return [field.wrong("report-previous-half") for field in empty[:1]]


class AmountField(QLineEdit):
    """An amount of 0 or more in 10,000 yuan, kept exactly as typed."""

    changed = Signal()

    def __init__(self, name: str, place: Place) -> None:
        super().__init__()
        self.setObjectName(name)
        self.place = place
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(place_text(place))
        self.textChanged.connect(self._edited)

    def value(self) -> Decimal | None:
        """The amount, None when the input is none."""
        plain = unicodedata.normalize("NFKC", self.text()).strip().replace(",", "")
        if "_" in plain:
            return None
        try:
            amount = Decimal(plain)
        except InvalidOperation:
            return None
        return amount if amount.is_finite() and amount >= 0 and amount <= LARGEST else None

    def set_value(self, amount: Decimal) -> None:
        self.setText(format(amount, "f"))

    def found(self) -> Problem | None:
        """What is wrong, with its place."""
        if self.value() is not None:
            return None
        typed = self.text().strip()
        values = {"place": place_text(self.place), "found": typed}
        code = "report-amount-unreadable" if typed else "report-cell-empty"
        return Problem(code, self.objectName(), values)

    def _edited(self) -> None:
        problem = self.found()
        restyle(self, "wrong", problem is not None)
        self.setAccessibleDescription(sentence(problem) if problem else "")
        self.changed.emit()


_LOOK = """
QFrame#official { background: palette(midlight); border: 1px solid palette(midlight); }
QFrame[cell="field"], QLabel[cell="label"], QLabel[cell="sum"] { background: palette(base); }
QLabel[cell="head"] { background: palette(alternate-base); font-weight: bold; }
QLabel[cell="sum"] { font-weight: bold; }
QFrame[cell="field"] QLineEdit { padding: 2px 4px; min-width: 0; }
"""


class OfficialGrid(QFrame):
    """Cells with thin lines between them, as the official form has them; cells may be merged."""

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("official")
        self.setStyleSheet(_LOOK)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(1)
        for column in range(columns):
            self._grid.setColumnStretch(column, 2)

    def stretch(self, column: int, share: int) -> None:
        self._grid.setColumnStretch(column, share)

    def head(self, text: str, row: int, column: int, rows: int = 1, columns: int = 1) -> PlainLabel:
        """A heading cell."""
        return self._word("head", text, row, column, rows, columns)

    def label(self, text: str, row: int, column: int) -> PlainLabel:
        """A cell that names its row."""
        return self._word("label", text, row, column, 1, 1)

    def total(self, name: str, row: int, column: int) -> PlainLabel:
        """A computed number."""
        made = self._word("sum", "", row, column, 1, 1)
        made.setObjectName(name)
        return made

    def field(self, widget: QWidget, row: int, column: int, columns: int = 1) -> None:
        """A cell to type in."""
        cell = QFrame(self)
        cell.setProperty("cell", "field")
        inside = QVBoxLayout(cell)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(widget)
        self._grid.addWidget(cell, row, column, 1, columns)

    def _word(
        self, kind: str, text: str, row: int, column: int, rows: int, columns: int
    ) -> PlainLabel:
        label = PlainLabel(text, self, wrap=True)
        label.setProperty("cell", kind)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setContentsMargins(4, 5, 4, 5)
        self._grid.addWidget(label, row, column, rows, columns)
        return label
