"""Which columns the 配档表 has, in which order, and what stands over them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.schedule import ScheduleColumn, SheetColumn
from gongkai_desk.i18n import _
from gongkai_desk.ui import icons
from gongkai_desk.ui.widgets.plain import plain_tip
from gongkai_desk.wording.schedule import usual_heading

_COLUMN = int(Qt.ItemDataRole.UserRole)


class ColumnsField(QWidget):
    """A ticked column is printed; F2 or a double click changes its heading, Alt+Up and Alt+Down its
    place. `usual` are the columns that “Usual columns” brings back.
    """

    changed = Signal()

    def __init__(
        self,
        every: Sequence[SheetColumn],
        printed: Sequence[ScheduleColumn],
        usual: Sequence[ScheduleColumn],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._usual = tuple(usual)
        self.list = QListWidget(self)
        self.list.setObjectName("columns")
        self.list.setAccessibleName(_("Columns"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        trigger = QAbstractItemView.EditTrigger
        self.list.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 11)
        self.setFocusProxy(self.list)
        self.up, self.down = QPushButton(self), QPushButton(self)
        self.reset = QPushButton(_("Usual columns"), self)
        self.reset.setObjectName("usual-columns")
        self._fill(every, printed)
        self._lay_out()
        self.list.itemChanged.connect(self._edited)
        self.list.model().rowsMoved.connect(lambda: self.changed.emit())
        self.reset.clicked.connect(self.take_usual)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        for button, icon, name, keys, step in (
            (self.up, "up", _("Move up"), "Alt+Up", -1),
            (self.down, "down", _("Move down"), "Alt+Down", 1),
        ):
            icons.set_icon(button, icon)
            button.setAutoDefault(False)
            button.setAccessibleName(name)
            button.setToolTip(plain_tip(f"{name} ({keys})"))
            button.clicked.connect(lambda _on=False, by=step: self.move_by(by))
            within = Qt.ShortcutContext.WidgetShortcut
            QShortcut(
                QKeySequence(keys), self.list, lambda by=step: self.move_by(by), context=within
            )
            line.addWidget(button)
        self.reset.setAutoDefault(False)
        line.addWidget(self.reset)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addLayout(line)

    def every(self) -> tuple[SheetColumn, ...]:
        """All columns with their headings, in the order of the list."""
        return tuple(_column(self.list.item(row)) for row in range(self.list.count()))

    def value(self) -> tuple[SheetColumn, ...]:
        """The columns to be printed."""
        rows = map(self.list.item, range(self.list.count()))
        return tuple(_column(one) for one in rows if one.checkState() is Qt.CheckState.Checked)

    def take_usual(self) -> None:
        """The usual columns in their usual order, with their usual headings."""
        rest = [column for column in ScheduleColumn if column not in self._usual]
        every = [
            SheetColumn(column=one, heading=usual_heading(one)) for one in (*self._usual, *rest)
        ]
        self._fill(every, self._usual)
        self.changed.emit()

    def move_by(self, step: int) -> None:
        """The current column one place up or down."""
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + step < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentRow(row + step)
            self.changed.emit()

    def _fill(self, every: Sequence[SheetColumn], printed: Sequence[ScheduleColumn]) -> None:
        blocked = QSignalBlocker(self.list)
        self.list.clear()
        for one in every:
            item = QListWidgetItem(one.heading, self.list)
            item.setData(_COLUMN, one.column.value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            ticked = one.column in printed
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setToolTip(plain_tip(usual_heading(one.column)))
        self.list.setCurrentRow(0)
        blocked.unblock()

    def _edited(self, item: QListWidgetItem) -> None:
        """An empty heading is the usual one again."""
        if not item.text().strip():
            blocked = QSignalBlocker(self.list)
            item.setText(usual_heading(ScheduleColumn(item.data(_COLUMN))))
            blocked.unblock()
        self.changed.emit()


def _column(item: QListWidgetItem) -> SheetColumn:
    return SheetColumn(column=ScheduleColumn(item.data(_COLUMN)), heading=item.text().strip())
