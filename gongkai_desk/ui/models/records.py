"""One table model for every list of records: columns are data, the model sorts itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon
from typing_extensions import override

from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.models.column_filter import ColumnFilter
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import plain_tip

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
TONE_ROLE, CHIP_ICON_ROLE = int(Role.UserRole) + 1, int(Role.UserRole) + 2
_ROOT = QModelIndex()


@dataclass(frozen=True, kw_only=True)  # no slots: a frozen generic with slots cannot be made
class Column(Generic[T]):
    """One column of a table.

    `text` is what is shown; `sort_key` what is sorted by (default: the text; None goes last in
    both directions). `width` in Chinese characters; the one `stretch` column takes what is
    left. `tone` colours the text, `icon` names an icon; with `chip` both become a coloured
    label inside the cell. `tip` is the tooltip (default: the text). `right` aligns numbers.
    A column that is not `shown` can be switched on; `filter` says how rows are narrowed by it.
    """

    name: str
    title: str
    text: Callable[[T], str]
    sort_key: Callable[[T], Any] | None = None
    width: int = 8
    stretch: bool = False
    right: bool = False
    tone: Callable[[T], Tone | None] | None = None
    icon: Callable[[T], str] | None = None
    chip: bool = False
    tip: Callable[[T], str] | None = None
    shown: bool = True
    filter: ColumnFilter[T] | None = None


SortKey = tuple[str, bool]
"""The name of a column, and whether downwards."""


class RecordTableModel(QAbstractTableModel, Generic[T]):
    """Shows `rows`; `identity` gives the id by which a selection is found again."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        identity: Callable[[T], str] | None = None,
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._identity = identity or attrgetter("id")
        self._rows: list[T] = []
        self._places: dict[str, int] | None = None
        self.sort_keys: tuple[SortKey, ...] = ()
        self.filtered: frozenset[str] = frozenset()

    @property
    def rows(self) -> Sequence[T]:
        """The records in the order shown."""
        return self._rows

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these records, sorted as before."""
        self.beginResetModel()
        self._rows = list(rows)
        self._sort()
        self.endResetModel()

    def identity(self, row: int) -> str:
        return str(self._identity(self._rows[row]))

    def row_of(self, identity: str) -> int | None:
        """Where the record with this id stands now."""
        if self._places is None:
            self._places = {str(self._identity(each)): n for n, each in enumerate(self._rows)}
        return self._places.get(identity)

    def column(self, name: str) -> Column[T] | None:
        """The column with this name."""
        return next((column for column in self.columns if column.name == name), None)

    def number_of(self, name: str) -> int:
        """The place of the column with this name, -1 when there is none."""
        found = (n for n, column in enumerate(self.columns) if column.name == name)
        return next(found, -1)

    def redraw(self) -> None:
        """The same records look different now."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def mark_filtered(self, names: Iterable[str]) -> None:
        """Show in the header which columns rows are narrowed by."""
        self.filtered = frozenset(names)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def record(self, index: Index) -> T:
        return self._rows[index.row()]

    def as_text(self, rows: Sequence[int]) -> str:
        """These rows with titles, separated by tabs, for the clipboard."""
        lines = [[column.title for column in self.columns]]
        lines += [[column.text(self._rows[n]) for column in self.columns] for n in rows]
        clean = (" ".join(cell.split()) for line in lines for cell in line)
        width = len(self.columns)
        cells = list(clean)
        return "\n".join(
            "\t".join(cells[start : start + width]) for start in range(0, len(cells), width)
        )

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Role.DisplayRole)
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case Role.DisplayRole:
                return self._sort_mark(column.name) + column.title
            case Role.TextAlignmentRole:
                return _alignment(column.right)
            case Role.DecorationRole if column.name in self.filtered:
                return icons.icon("filter", theme.colours().accent)
        return None

    def _sort_mark(self, name: str) -> str:
        """The rank of a column among several that are sorted by."""
        if len(self.sort_keys) < 2:
            return ""
        marks = (
            f"{rank}{'↓' if down else '↑'} "
            for rank, (key, down) in enumerate(self.sort_keys, 1)
            if key == name
        )
        return next(marks, "")

    @override
    def data(self, index: Index, role: int = int(Role.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], self._rows[index.row()]
        match role:
            case Role.DisplayRole | Role.AccessibleTextRole:
                return column.text(record)
            case Role.ToolTipRole:
                return plain_tip((column.tip or column.text)(record))
            case Role.TextAlignmentRole:
                return _alignment(column.right)
            case Role.ForegroundRole if not column.chip:
                tone = column.tone(record) if column.tone else None
                return QColor(theme.colours().ink(tone)) if tone else None
            case Role.DecorationRole if not column.chip:
                return self._icon(column, record)
            case _ if role == TONE_ROLE and column.chip:
                return (column.tone(record) if column.tone else None) or Tone.NEUTRAL
            case _ if role == CHIP_ICON_ROLE and column.chip and column.icon:
                return column.icon(record)
        return None

    @staticmethod
    def _icon(column: Column[T], record: T) -> QIcon | None:
        name = column.icon(record) if column.icon else ""
        tone = column.tone(record) if column.tone else None
        return icons.icon(name, theme.colours().ink(tone) if tone else "") if name else None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 keeps the order in which the records come."""
        down = order is Qt.SortOrder.DescendingOrder
        known = 0 <= column < len(self.columns)
        self.sort_by([(self.columns[column].name, down)] if known else [])

    def sort_by(self, keys: Iterable[SortKey]) -> None:
        """Sort by several columns, the most important first; columns nobody knows are left out."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        marked = [self._rows[index.row()] for index in before]
        self.sort_keys = tuple((name, down) for name, down in keys if self.number_of(name) >= 0)
        self._sort()
        if before:
            places = {id(record): row for row, record in enumerate(self._rows)}
            after = [
                self.index(places[id(record)], old.column())
                for record, old in zip(marked, before, strict=True)
            ]
            self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _sort(self) -> None:
        self._places = None
        for name, down in reversed(self.sort_keys):  # sorting is stable: the first comes last
            column = self.columns[self.number_of(name)]
            key = column.sort_key or column.text
            known = [(key(record), record) for record in self._rows]
            unknown = [record for value, record in known if value is None]
            sortable = [pair for pair in known if pair[0] is not None]
            sortable.sort(key=itemgetter(0), reverse=down)
            self._rows = [record for _value, record in sortable] + unknown


def _alignment(right: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
