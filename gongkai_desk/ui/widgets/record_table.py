"""A table of records that remembers how the officer arranged it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QItemSelection, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.actions import ActionButton, Actions, Command, Commands
from gongkai_desk.ui.models.records import RecordTableModel, SortKey
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.widgets.badge import ChipDelegate
from gongkai_desk.ui.widgets.column_chooser import MOST_FROZEN, Arrangement
from gongkai_desk.ui.widgets.frozen import FrozenColumns, shift_held
from gongkai_desk.ui.widgets.header_menu import header_menu
from gongkai_desk.ui.widgets.plain import PlainLabel

T = TypeVar("T")
_PICTURE, _GAP = 48, 12
"""The picture of an empty table and the room between its parts, in pixels."""


class RecordTable(QTableView, Generic[T]):
    """Shows a `RecordTableModel`; `name` is its objectName and the key of its arrangement.

    `activated_record` (Enter, double click) and `chosen` (another row) carry the record, the
    latter None when nothing is selected. `set_rows` keeps the selection by record id. Ctrl+C
    copies the selected rows as tab-separated text. `menu` commands form the context menu.
    `set_empty(text, command)` is what stands in an empty table. The arrangement of one that
    does not `remembers` lasts as long as the table.

    A click on a header sorts, with Shift held it sorts within what is sorted already. The menu of
    a header offers more; `filter_wanted` and `columns_wanted` ask the page for a dialog, the
    former with the name of a column. `arranged` when columns or sorting are others.
    """

    activated_record = Signal(object)
    chosen = Signal(object)
    filter_wanted = Signal(object)
    columns_wanted = Signal()
    arranged = Signal()

    def __init__(
        self,
        name: str,
        model: RecordTableModel[T],
        parent: QWidget | None = None,
        *,
        several: bool = False,
        remembers: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.records = model
        self._remembers = remembers
        self._menu: QMenu | None = None
        self._empty: _EmptyState | None = None
        self._frozen_count, self._arranging = 0, False
        self.setModel(model)
        self._dress(several)
        self._chips = ChipDelegate(self)
        for number, column in enumerate(model.columns):
            if column.chip:
                self.setItemDelegateForColumn(number, self._chips)
        self.frozen: FrozenColumns | None = None  # made when columns are frozen the first time
        self._arrange()
        self._connect_headers()
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit(self.current()))
        self.doubleClicked.connect(lambda _index: self._activate())
        model.modelReset.connect(self._show_empty)

    def _connect_headers(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.sectionResized.connect(self._remember)
        header.sectionMoved.connect(self._remember)
        self._listen_to(header)

    def _listen_to(self, header: QHeaderView) -> None:
        header.sortIndicatorChanged.connect(self._sort_wanted)
        header.customContextMenuRequested.connect(
            lambda spot: header_menu(self, header, spot).popup(header.mapToGlobal(spot))
        )

    def _dress(self, several: bool) -> None:
        view = QAbstractItemView
        self.setSelectionBehavior(view.SelectionBehavior.SelectRows)
        self.setSelectionMode(
            view.SelectionMode.ExtendedSelection if several else view.SelectionMode.SingleSelection
        )
        self.setEditTriggers(view.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.65))
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorClearable(True)

    def _arrange(self) -> None:
        header = self.horizontalHeader()
        unit = self.fontMetrics().horizontalAdvance("字")
        for number, column in enumerate(self.records.columns):
            self.setColumnWidth(number, column.width * unit + 16)
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            self.setColumnHidden(number, not column.shown)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        if not self._remembers:
            return
        state = window_state()
        kept = state.value(self._key)
        if isinstance(kept, QByteArray):
            header.restoreState(kept)
            self.sort_by(_sort_keys(str(state.value(f"{self._key}/sort", "", type=str))))
        self.freeze(int(str(state.value(f"{self._key}/frozen", 0, type=int))))

    @property
    def _key(self) -> str:
        columns = ",".join(column.name for column in self.records.columns)
        return f"table/{self.objectName()}/{theme.points()}/{columns}"

    def _remember(self, *_ignored: object) -> None:
        if self._arranging:
            return
        if self.frozen is not None:
            self.frozen.follow(self._frozen_count)
        if self._remembers and self.isVisible():
            state = window_state()
            state.setValue(self._key, self.horizontalHeader().saveState())
            state.setValue(f"{self._key}/sort", ",".join(self.sort_names()))
            state.setValue(f"{self._key}/frozen", self._frozen_count)

    # sorting and columns

    def _sort_wanted(self, number: int, order: Qt.SortOrder) -> None:
        keys = list(self.records.sort_keys)
        name = self.records.columns[number].name if number >= 0 else ""
        if not (shift_held() and keys):
            down = order is Qt.SortOrder.DescendingOrder
            self.sort_by([(name, down)] if name else [])
        elif not name:  # a third click on the first column
            self.sort_by(keys[1:])
        elif any(key == name for key, _down in keys):
            self.sort_by([(key, down != (key == name)) for key, down in keys])
        else:
            self.sort_by([*keys, (name, False)])

    def sort_by(self, keys: Sequence[SortKey]) -> None:
        """Sort by these columns, the most important first, and show it in the headers."""
        self.records.sort_by(keys)
        kept = self.records.sort_keys
        number = self.records.number_of(kept[0][0]) if kept else -1
        down = bool(kept and kept[0][1])
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(number, order)
        header.blockSignals(False)
        header.viewport().update()
        self._remember()
        self.arranged.emit()

    def sort_names(self) -> tuple[str, ...]:
        """The columns sorted by, "-" before one that goes downwards."""
        return tuple(("-" if down else "") + name for name, down in self.records.sort_keys)

    def sort_by_names(self, names: Sequence[str]) -> None:
        """Sort as `sort_names` says."""
        self.sort_by(_sort_keys(",".join(names)))

    @property
    def arrangement(self) -> Arrangement:
        """The columns that are shown, as they stand."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        shown = (number for number in order if not self.isColumnHidden(number))
        return Arrangement(
            columns=tuple(self.records.columns[number].name for number in shown),
            frozen=self._frozen_count,
        )

    @property
    def usual(self) -> Arrangement:
        """The arrangement of a table nobody has touched."""
        return Arrangement(
            columns=tuple(column.name for column in self.records.columns if column.shown)
        )

    def arrange(self, wanted: Arrangement) -> None:
        """Show these columns in this order; names nobody knows are left out."""
        header = self.horizontalHeader()
        known = [n for name in wanted.columns if (n := self.records.number_of(name)) >= 0]
        self._arranging = True
        for place, number in enumerate(known):
            header.moveSection(header.visualIndex(number), place)
        for number in range(len(self.records.columns)):
            self.setColumnHidden(number, number not in known and bool(known))
        self._arranging = False
        self.freeze(wanted.frozen)
        self.arranged.emit()

    def freeze(self, count: int) -> None:
        """Keep the first `count` columns in sight when the table scrolls sideways."""
        self._frozen_count = max(0, min(count, MOST_FROZEN))
        if self._frozen_count and self.frozen is None:
            self.frozen = FrozenColumns(self)
            self.frozen.doubleClicked.connect(lambda _index: self._activate())
            self._listen_to(self.frozen.horizontalHeader())
        self._remember()

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these records; what was selected stays selected, by id."""
        before = self.selected_ids()
        self.records.set_rows(rows)
        self.select(before)
        self._show_empty()

    def selected_ids(self) -> list[str]:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.records.identity(row) for row in rows]

    def selected(self) -> list[T]:
        """The selected records, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.records.rows[row] for row in rows]

    def current(self) -> T | None:
        """The one selected record, or the first of several."""
        return next(iter(self.selected()), None)

    def select(self, ids: Sequence[str]) -> None:
        """Select the records with these ids, as far as they are here, and show the first."""
        rows = [row for row in map(self.records.row_of, ids) if row is not None]
        if not rows:
            self.clearSelection()
            return
        last, wanted = len(self.records.columns) - 1, QItemSelection()
        for row in rows:
            wanted.select(self.records.index(row, 0), self.records.index(row, last))
        first, mode = self.records.index(rows[0], 0), self.selectionModel()
        mode.setCurrentIndex(first, mode.SelectionFlag.NoUpdate)
        mode.select(wanted, mode.SelectionFlag.ClearAndSelect)
        self.scrollTo(first)

    def set_menu(self, actions: Actions) -> None:
        """The context menu, from the page's own actions."""
        self._menu = QMenu(self)
        self._menu.setObjectName(f"{self.objectName()}-menu")
        actions.fill(self._menu)
        self.customContextMenuRequested.connect(self._open_menu)

    def _open_menu(self, spot: QPoint) -> None:
        if self._menu is not None:
            self._menu.popup(self.viewport().mapToGlobal(spot))

    def set_empty(self, text: str, command: Command | None = None, *, icon: str = "") -> None:
        """What an empty table says, with one button for what to do about it."""
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
        self._empty = _EmptyState(self, text, command, icon or "inbox-empty")
        self._show_empty()

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setVisible(not self.records.rows)
            self._empty.setGeometry(self.viewport().geometry())

    def copy(self) -> None:
        """The selected rows with titles to the clipboard, tab-separated."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        QGuiApplication.clipboard().setText(self.records.as_text(rows))

    def _activate(self) -> None:
        record = self.current()
        if record is not None:
            self.activated_record.emit(record)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.frozen is not None:
            self.frozen.place()
        self._show_empty()


def _sort_keys(text: str) -> list[SortKey]:
    """`sort_names` as one text, read back."""
    return [(name.removeprefix("-"), name.startswith("-")) for name in text.split(",") if name]


class _EmptyState(QWidget):
    """Says it in as little room as there is: in a low table without the picture, the button beside
    the words; in a lower one only the words.
    """

    def __init__(self, table: QWidget, text: str, command: Command | None, icon: str) -> None:
        super().__init__(table)
        self.setObjectName("empty")
        self._picture = PlainLabel("", self)
        self._picture.setPixmap(
            icons.pixmap(icon, _PICTURE, theme.colours().muted, self.devicePixelRatioF())
        )
        self._words = PlainLabel(text, self, look="muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._act = self._button(command) if command is not None else None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(_GAP)
        layout.addStretch(2)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QHBoxLayout()  # an aligned label would not get the height its lines need
        middle.addStretch(1)
        self._told = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._told.setSpacing(_GAP)
        self._told.addWidget(self._words)
        if self._act is not None:
            self._told.addWidget(self._act, 0, Qt.AlignmentFlag.AlignCenter)
        middle.addLayout(self._told)
        middle.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(3)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, high = self.width() - 16, self.height() - 8
        button = self._act.sizeHint() if self._act is not None else QSize(0, 0)
        widest = self.fontMetrics().horizontalAdvance("字") * 30
        line = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 4
        words = min(widest, wide, line)
        lines = self._words.heightForWidth(words)
        below = button.height() + _GAP if self._act is not None else 0
        self._picture.setVisible(high >= _PICTURE + _GAP + lines + below)
        beside = high < lines + below
        if self._act is not None:
            beside_too = wide >= words + _GAP + button.width() and high >= button.height()
            self._act.setVisible(not beside or beside_too)
        sideways = QBoxLayout.Direction.LeftToRight
        self._told.setDirection(sideways if beside else QBoxLayout.Direction.TopToBottom)
        self._words.setFixedWidth(words)

    def _button(self, command: Command) -> QPushButton:
        bare = Command(
            name=f"empty-{command.name}",
            text=command.text,
            run=command.run,
            enabled=command.enabled,
            icon=command.icon,
        )
        commands: Commands = (bare,)
        return ActionButton(Actions(self, commands)[bare.name], self)
