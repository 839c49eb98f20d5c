"""Table 3 as the official form prints it: 25 rows by 7 columns, merged labels, numbers to open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import (
    CARRIED_OUT_ROW,
    COLUMN_LABELS,
    NO_CASES,
    ROWS,
    TOTAL_ROW,
)
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.i18n import _
from gongkai_desk.resources import table
from gongkai_desk.ui import theme
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import plain_tip

LABELS = 3
"""Columns of labels before the seven numbers."""
COLUMNS = LABELS + len(COLUMN_LABELS)
_KIND, _TONE = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1
_HEAD, _LABEL, _LEFT, _NUMBER, _SUM = KINDS = "head", "label", "left", "number", "sum"
_WRAP = int(Qt.TextFlag.TextWordWrap)
_PAD, _NARROW = 5, 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of table 3: row 1 to 25, column 0 to 6."""

    row: int
    column: int


class RequestMatrix(QWidget):
    """Shows the counted numbers; `opened` carries the `Cell` that was clicked or entered.

    The heading stays in place while the rows scroll. Only numbers can be reached by keyboard.
    """

    opened = Signal(object)

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
        self.head.put(words["corner"], 0, 0, kind=_LABEL, rows=3, columns=LABELS)
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
                self.body.put(label, place, 0, kind=_LEFT, columns=LABELS)
            elif label.startswith("（"):
                self.body.put(label, place, 1, kind=_LEFT, columns=2)
            else:
                self.body.put(label, place, 2, kind=_LEFT)
            if "group" in entry:
                self.body.put(entry["group"], place, 1, kind=_LABEL, rows=entry["group_rows"])
        self.body.put(words["results_head"], 2, 0, kind=_LABEL, rows=TOTAL_ROW - 2)
        self._names = {
            entry["row"]: entry.get("group", "") + entry["label"] for entry in words["rows"]
        }

    def show_numbers(
        self, requests: Mapping[int, tuple[int, ...]], findings: Iterable[Finding] = ()
    ) -> None:
        """Replace the numbers, and mark the cells at which something was found."""
        marked = {
            (each.place.row, each.place.column): each.severity
            for each in findings
            if each.place.table == TABLE and not each.place.previous
        }
        for row in ROWS:
            for column, number in enumerate(requests.get(row, NO_CASES)):
                severity = marked.get((row, COLUMN_LABELS[column]))
                self._show_number(row, column, number, severity)

    def _show_number(self, row: int, column: int, number: int, severity: Severity | None) -> None:
        summed = row == TOTAL_ROW or column == len(COLUMN_LABELS) - 1
        item = self.body.put(
            str(number), row - 1, LABELS + column, kind=_SUM if summed else _NUMBER
        )
        dress_number(item, self.cell_title(Cell(row, column)), severity)

    def cell_title(self, cell: Cell) -> str:
        """The official names of a cell's row and column."""
        return f"{self._names[cell.row]} · {COLUMN_LABELS[cell.column]}"

    def choose(self, cell: Cell) -> None:
        """Put the cursor on a number and bring it into sight."""
        self.body.setCurrentCell(cell.row - 1, LABELS + cell.column)

    def number(self, cell: Cell) -> str:
        """The number as shown."""
        item = self.body.item(cell.row - 1, LABELS + cell.column)
        return item.text() if item else ""

    def _open(self, place: tuple[int, int]) -> None:
        cell = Cell(place[0] + 1, place[1] - LABELS)
        if cell.column >= 0 and self.number(cell) not in ("", "0"):
            self.opened.emit(cell)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.isVisible():
            QTimer.singleShot(0, self, self._fit)  # the tables inside get their font after us

    def _fit(self) -> None:
        """Share the width: labels as they need, numbers alike, the longest labels the rest."""
        bar = self.body.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - 4
        unit = self.body.fontMetrics().horizontalAdvance("字")
        first, second = 2 * unit + 2 * _PAD, 4 * unit + 2 * _PAD
        wish = (room - first - second - 17 * unit) // len(COLUMN_LABELS)
        number = max(3 * unit + 2 * _NARROW + 2, min(5 * unit, wish))
        third = max(11 * unit, room - first - second - number * len(COLUMN_LABELS))
        widths = [first, second, third, *[number] * len(COLUMN_LABELS)]
        self._break_names(number < 4 * unit + 2 * _NARROW + 2)
        for part in (self.head, self.body):
            part.fit(widths)
        wide = max(0, min(sum(widths) + 2, self.width() - bar))
        self.head.setFixedSize(wide, self.head.verticalHeader().length() + 1)

    def _break_names(self, narrow: bool) -> None:
        """Break names of four characters in the middle where they do not fit on one line."""
        for column, name in enumerate(COLUMN_LABELS[1:-1], LABELS + 1):
            broken = f"{name[:2]}\n{name[2:]}" if narrow and len(name) == 4 else name
            self.head.put(broken, 2, column)


TABLE = 3


def dress_number(item: QTableWidgetItem, told: str, severity: Severity | None) -> None:
    """Name the place of a number, and mark it when something was found there."""
    tone = {None: "", Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN}[severity]
    item.setData(_TONE, str(tone))
    item.setData(int(Qt.ItemDataRole.AccessibleTextRole), f"{told} {item.text()}")
    item.setToolTip(plain_tip(told))


class FormTable(QTableWidget):
    """Cells as the form has them; `entered_cell` carries (row, column) of this widget."""

    entered_cell = Signal(object)
    opens = True  # whether a number looks like a link

    def __init__(self, rows: int, columns: int, parent: QWidget) -> None:
        super().__init__(rows, columns, parent)
        self._spans: dict[tuple[int, int], tuple[int, int]] = {}
        self.setItemDelegate(_FormDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.horizontalHeader().setMinimumSectionSize(8)
        self.cellClicked.connect(lambda row, column: self.entered_cell.emit((row, column)))

    def put(
        self,
        text: str,
        row: int,
        column: int,
        *,
        kind: str = _HEAD,
        rows: int = 1,
        columns: int = 1,
    ) -> QTableWidgetItem:
        """Write one cell, merging as many as told; an item that is there is used again."""
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            number = kind in (_NUMBER, _SUM)
            usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(usable if number else Qt.ItemFlag.NoItemFlags)
            item.setData(_KIND, kind)
            self.setItem(row, column, item)
            if rows > 1 or columns > 1:
                self.setSpan(row, column, rows, columns)
                self._spans[row, column] = (rows, columns)
        item.setText(text)
        return item

    def fit(self, widths: list[int]) -> None:
        """Set the widths, then every row as high as its texts need."""
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        metrics = self.fontMetrics()
        for row in range(self.rowCount()):
            needed = round(metrics.height() * 1.5)
            for column in range(self.columnCount()):
                item = self.item(row, column)
                rows, columns = self._spans.get((row, column), (1, 1))
                if item is not None and rows == 1:
                    pad = _NARROW if item.data(_KIND) == _HEAD else _PAD
                    wide = sum(widths[column : column + columns]) - 2 * pad - 1
                    box = metrics.boundingRect(QRect(0, 0, wide, 9999), _WRAP, item.text())
                    needed = max(needed, box.height() + 2 * _PAD)
            self.setRowHeight(row, needed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_cell.emit((self.currentRow(), self.currentColumn()))
        else:
            super().keyPressEvent(event)


class _FormDelegate(QStyledItemDelegate):
    """Paints the cells: headings raised, numbers that can be opened like links."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        inside: Any = option  # the stubs lack its fields
        colours, kind = theme.colours(), index.data(_KIND)
        tone = Tone(index.data(_TONE)) if index.data(_TONE) else None
        number = kind in (_NUMBER, _SUM)
        plain = colours.base if number else colours.raised
        painter.save()
        painter.fillRect(inside.rect, QColor(colours.soft(tone) if tone else plain))
        font = inside.font
        font.setBold(kind in (_HEAD, _SUM))
        text = index.data() or ""
        view = self.parent()
        opens = number and text != "0" and isinstance(view, FormTable) and view.opens
        font.setUnderline(opens)
        painter.setFont(font)
        ink = colours.accent if opens else colours.muted if text == "0" else colours.text
        painter.setPen(QColor(colours.ink(tone) if tone else ink))
        side = Qt.AlignmentFlag.AlignLeft if kind == _LEFT else Qt.AlignmentFlag.AlignHCenter
        how = int(side | Qt.AlignmentFlag.AlignVCenter) | _WRAP
        pad = _NARROW if kind == _HEAD else _PAD
        where = inside.rect.adjusted(pad, 0, -pad, 0)
        if kind == _LABEL and isinstance(view, QTableWidget):
            where = where.intersected(view.viewport().rect())
        painter.drawText(where, how, text)
        if number and inside.state & QStyle.StateFlag.State_Selected:
            focused = isinstance(view, QWidget) and view.hasFocus()
            painter.setPen(QPen(QColor(colours.accent if focused else colours.field_border), 2))
            painter.drawRect(inside.rect.adjusted(1, 1, -1, -1))
        painter.restore()
