"""The rows of the comparison in groups that fold: years as columns, then the last change."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from gongkai_desk.domain.report_comparison import Comparison, Line, Section
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui import theme
from gongkai_desk.ui.widgets.plain import plain_tip
from gongkai_desk.wording import report_comparison as words

_CLOSED = frozenset({Section.APPLICANTS, Section.FEES})
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number of the table."""

    line: Line
    year: int


class ComparisonTable(QTreeWidget):
    """`looked_at` carries the `Number` one stands on (None elsewhere), `opened` the one that was
    double clicked or entered. Groups the officer closed stay closed.
    """

    looked_at = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(_("Years compared"))
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setSelectionBehavior(QTreeWidget.SelectionBehavior.SelectItems)
        self.setAlternatingRowColors(True)
        self.setExpandsOnDoubleClick(False)
        self._closed: set[str] = {section.value for section in _CLOSED}
        self._lines: dict[str, Line] = {}
        self._years: tuple[int, ...] = ()
        self.itemDoubleClicked.connect(lambda _item, _column: self._open())
        self.itemCollapsed.connect(lambda item: self._closed.add(self._key(item)))
        self.itemExpanded.connect(lambda item: self._closed.discard(self._key(item)))

    def show_comparison(self, comparison: Comparison) -> None:
        """Fill the table anew; the place is kept where it still is."""
        blocked = QSignalBlocker(self)
        self.clear()
        self._lines, self._years = {}, comparison.years
        several = len(comparison.years) > 1
        changes = words.change_heads(comparison) if several else ()
        self.setHeaderLabels(["", *map(str, comparison.years), *changes])
        for section, lines in groupby(comparison.lines, key=lambda line: line.section):
            top = QTreeWidgetItem([label(section)])
            top.setData(0, Qt.ItemDataRole.UserRole, section.value)
            font = self.font()
            font.setBold(True)
            top.setFont(0, font)
            self.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            self._fill(top, comparison, list(lines))
        self._restore_folds()
        self._set_widths(len(changes))
        blocked.unblock()
        self.stand_on(comparison.lines[0].name, comparison.years[-1])
        self._look()

    def number(self) -> Number | None:
        """The number one stands on."""
        item: QTreeWidgetItem | None = self.currentItem()
        column = self.currentColumn()
        line = self._lines.get(self._key(item)) if item is not None else None
        if line is None or not 0 < column <= len(self._years):
            return None
        return Number(line=line, year=self._years[column - 1])

    def stand_on(self, name: str, year: int) -> None:
        """Go to the number of this row and year."""
        for item in self._items():
            if self._key(item) == name:
                self.setCurrentItem(item, self._years.index(year) + 1)
                return

    def _fill(self, top: QTreeWidgetItem, comparison: Comparison, lines: list[Line]) -> None:
        above = top
        for line in lines:
            item = self._item(comparison, line)
            if line.level == 0:
                top.addChild(item)
                above = item
            else:
                above.addChild(item)
            self._lines[line.name] = line

    def _item(self, comparison: Comparison, line: Line) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words.line_text(line)])
        item.setData(0, Qt.ItemDataRole.UserRole, line.name)
        item.setToolTip(0, plain_tip(words.line_text(line)))
        texts = []
        for year, value in zip(comparison.years, line.values, strict=True):
            mark = words.MARK if comparison.overrides(line, year) else ""
            texts.append(words.value_text(line, value) + mark)
        if len(comparison.years) > 1:
            texts += words.change_texts(line, line.change(len(comparison.years) - 1))
        for column, text in enumerate(texts, 1):
            item.setText(column, text)
            item.setTextAlignment(column, _RIGHT)
            if text == words.GAP:
                item.setForeground(column, QColor(theme.colours().muted))
        return item

    def _restore_folds(self) -> None:
        for item in self._items():
            item.setExpanded(self._key(item) not in self._closed)

    def _items(self) -> list[QTreeWidgetItem]:
        """Every row, from the top."""
        found: list[QTreeWidgetItem] = []
        waiting = [self.invisibleRootItem()]
        while waiting:
            item = waiting.pop(0)
            found.append(item)
            waiting = [item.child(at) for at in range(item.childCount())] + waiting
        return found

    def _set_widths(self, changes: int) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(_RIGHT)
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance("0000000"))
        first = self.columnCount() - changes
        for column in range(1, self.columnCount()):
            self.resizeColumnToContents(column)
            least = self.fontMetrics().horizontalAdvance("1,234,567  ")
            title = self.fontMetrics().horizontalAdvance(self.headerItem().text(column)) + 28
            wide = max(self.columnWidth(column), title if column >= first else least)
            self.setColumnWidth(column, wide)

    def _key(self, item: QTreeWidgetItem) -> str:
        return str(item.data(0, Qt.ItemDataRole.UserRole) or "")

    def _look(self) -> None:
        self.looked_at.emit(self.number())

    def _open(self) -> None:
        number = self.number()
        if number is not None:
            self.opened.emit(number)

    @override
    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self._look()  # another column of the same row is no other item

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.number() is not None:
            self._open()
            return
        super().keyPressEvent(event)
