"""The first columns of a table, which stay in sight while the others scroll sideways."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView


class FrozenColumns(QTableView):
    """Lies over `table`, shows the same rows and selection, and follows whatever it does."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.setObjectName("frozen")
        self._table = table
        self._followed: frozenset[int] = frozenset()
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setFocusProxy(table)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.verticalHeader().setSectionResizeMode(table.verticalHeader().sectionResizeMode(0))
        header, theirs = self.horizontalHeader(), table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(theirs.defaultAlignment())
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.sectionResized.connect(self._resized)
        theirs.geometriesChanged.connect(self.place)
        mine, bar = self.verticalScrollBar(), table.verticalScrollBar()
        mine.valueChanged.connect(bar.setValue)
        bar.valueChanged.connect(mine.setValue)
        self.customContextMenuRequested.connect(self._menu_wanted)
        self.hide()

    def follow(self, count: int) -> None:
        """Show the first `count` columns that `table` shows, in its order and widths."""
        header, theirs = self.horizontalHeader(), self._table.horizontalHeader()
        header.blockSignals(True)
        left, followed = count, set()
        for place in range(theirs.count()):
            number = theirs.logicalIndex(place)
            header.moveSection(header.visualIndex(number), place)
            shown = left > 0 and not self._table.isColumnHidden(number)
            left -= shown
            self.setColumnHidden(number, not shown)
            if shown:
                followed.add(number)
                self.setColumnWidth(number, self._table.columnWidth(number))
                delegate = self._table.itemDelegateForColumn(number)
                if delegate is not None:
                    self.setItemDelegateForColumn(number, delegate)
        header.setSortIndicator(theirs.sortIndicatorSection(), theirs.sortIndicatorOrder())
        header.blockSignals(False)
        self._followed = frozenset(followed)
        self.setVisible(count > 0)
        self.place()

    def place(self) -> None:
        """Lie over the left of the table, header and rows."""
        table, header = self._table, self._table.horizontalHeader()
        wide = sum(
            self.columnWidth(number)
            for number in range(header.count())
            if not self.isColumnHidden(number)
        )
        edge = table.frameWidth()
        self.horizontalHeader().setFixedHeight(header.height())
        high = header.height() + table.viewport().height()
        self.setGeometry(edge, edge, min(wide, table.viewport().width()) + 1, high)
        self.raise_()

    def _resized(self, number: int, _old: int, new: int) -> None:
        # while rows are sorted the header shows all its sections for a moment, at any width
        if number in self._followed and not self.isColumnHidden(number):
            self._table.setColumnWidth(number, new)

    def _menu_wanted(self, spot: QPoint) -> None:
        there = self._table.viewport().mapFromGlobal(self.viewport().mapToGlobal(spot))
        self._table.customContextMenuRequested.emit(there)


def shift_held() -> bool:
    """Whether Shift is down: then a click on a header adds to the sorting."""
    return bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
