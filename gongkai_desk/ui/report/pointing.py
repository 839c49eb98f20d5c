"""Puts the cursor where a finding of a step is mended: a cell of a table, or a text."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gongkai_desk.domain.report import COLUMN_LABELS, DISPUTE_LABELS
from gongkai_desk.domain.report_finding import (
    DISPUTE_GROUPS,
    PROACTIVE_LABELS,
    TRIPLE_LABELS,
    Place,
)
from gongkai_desk.ui.report.dispute_matrix import DisputeCell, DisputeMatrix
from gongkai_desk.ui.report.matrix import Cell, RequestMatrix

_ROWS_OF_PART_ONE = ("（一）", "（二）", "（三）", "（四）", "（五）")
_PARTS = {1: "overview.0", 5: "problems", 6: "other"}


def point_at(page: QWidget, place: Place) -> None:
    """Give the focus to what stands at `place`, as far as the page has it."""
    if place.table == 3:
        matrix = page.findChild(RequestMatrix)
        if matrix is not None and isinstance(place.row, int) and place.column in COLUMN_LABELS:
            matrix.choose(Cell(place.row, COLUMN_LABELS.index(place.column)))
            matrix.setFocus()
    elif place.table == 4:
        fours = page.findChild(DisputeMatrix)
        names = {label: name for name, label in DISPUTE_GROUPS.items()}
        if fours is not None and place.row in names and place.column in DISPUTE_LABELS:
            column = DISPUTE_LABELS.index(place.column)
            fours.choose(DisputeCell(names[str(place.row)], column))
            fours.setFocus()
    else:
        name = field_of(place)
        found = page.findChild(QLineEdit, name) or page.findChild(QPlainTextEdit, name)
        if found is not None:
            found.setFocus()


def field_of(place: Place) -> str:
    """The name of the field of table 2 or of the text at `place`; "" for none."""
    if place.table == 2:
        names = {label: name for name, label in PROACTIVE_LABELS.items()}
        name = names.get(str(place.row), "")
        if name in ("rules", "normative_documents"):
            last = len(TRIPLE_LABELS) - 1
            column = TRIPLE_LABELS.index(place.column) if place.column else last
            return f"{name}.{column}"
        return name
    if place.part == 1 and place.row in _ROWS_OF_PART_ONE:
        return f"overview.{_ROWS_OF_PART_ONE.index(str(place.row))}"
    return _PARTS.get(place.part, "")
