"""Which columns a table shows, in which order, and how many stay in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.i18n import _, ngettext
from gongkai_desk.ui import icons
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.plain import PlainLabel

MOST_FROZEN = 4
_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Names of the columns shown, in their order, and the number of those that stay in sight."""

    columns: tuple[str, ...]
    frozen: int = 0


class ColumnChooser(QDialog):
    """`every` are names and titles of all columns, the shown ones first and in their order;
    `usual` is what the table shows at first. `accepted` after OK: ask `arrangement`.
    """

    def __init__(
        self,
        every: Sequence[tuple[str, str]],
        now: Arrangement,
        usual: Arrangement,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("column-chooser")
        self.setWindowTitle(_("Columns"))
        self._titles, self._usual = dict(every), usual
        self.list = QListWidget(self)
        self.list.setObjectName("columns")
        self.list.setAccessibleName(_("Columns"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 16)
        self.frozen: ChoiceField[int] = ChoiceField(range(MOST_FROZEN + 1), _frozen_label, self)
        self.frozen.setObjectName("frozen-columns")
        self.frozen.setAccessibleName(_("Columns that stay in sight"))
        box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self._arrange(box)
        self._fill(now)

    def _arrange(self, box: QDialogButtonBox) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(8)
        for name, text, icon, run in (
            ("column-up", _("Up"), "up", lambda: self._move(-1)),
            ("column-down", _("Down"), "down", lambda: self._move(1)),
            ("column-usual", _("As at first"), "restore", lambda: self._fill(self._usual)),
        ):
            beside.addWidget(self._button(name, text, icon, run))
        beside.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list, 1)
        middle.addLayout(beside)
        fixed = QHBoxLayout()
        fixed.setSpacing(8)
        fixed.addWidget(PlainLabel(_("When scrolling sideways"), self))
        fixed.addWidget(self.frozen, 1)
        hint = _(
            "Tick what the list shall show. Drag a row, or use the buttons, to change the order."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(hint, self, look="muted", wrap=True))
        layout.addLayout(middle, 1)
        layout.addLayout(fixed)
        layout.addWidget(box)

    def _button(self, name: str, text: str, icon: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        icons.set_icon(button, icon)
        button.clicked.connect(lambda: run())
        return button

    def _fill(self, arrangement: Arrangement) -> None:
        self.list.clear()
        hidden = [name for name in self._titles if name not in arrangement.columns]
        for name in (*arrangement.columns, *hidden):
            item = QListWidgetItem(self._titles[name], self.list)
            item.setData(_NAME, name)
            on = name in arrangement.columns
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.frozen.set_value(arrangement.frozen)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentItem(item)

    def check(self, name: str, on: bool) -> None:
        """Tick a column, or not."""
        for item in self._items():
            if item.data(_NAME) == name:
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    @property
    def arrangement(self) -> Arrangement:
        """What is chosen; a table without columns shows its first one."""
        chosen = tuple(
            str(item.data(_NAME))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )
        return Arrangement(
            columns=chosen or self._usual.columns[:1], frozen=self.frozen.value() or 0
        )


def _frozen_label(count: int) -> str:
    if not count:
        return _("no column stays in sight")
    words = ngettext(
        "the first column stays in sight", "the first {n} columns stay in sight", count
    )
    return words.format(n=count)
