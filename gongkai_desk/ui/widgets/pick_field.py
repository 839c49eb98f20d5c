"""Several things chosen from a list: shown as lines with a button to take out, picked in a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.i18n import _
from gongkai_desk.ui import icons
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip, restyle

_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One thing to choose; `note` stands behind its name in the list."""

    id: str
    name: str
    note: str = ""


class PickField(QWidget):
    """`value()` are the ids chosen. `offer` is asked when the list opens. Ids that are not offered
    (something taken out since) stay chosen, unseen, until the field is given others.
    """

    changed = Signal()

    def __init__(
        self,
        title: str,
        nothing: str,
        offer: Callable[[], Sequence[Pick]],
        value: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._nothing, self._offer = title, nothing, offer
        self._chosen: tuple[str, ...] = tuple(value)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.button = QPushButton(_("Choose…"), self)
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(title)
        icons.set_icon(self.button, "list")
        self.button.clicked.connect(self.open)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._lines)
        layout.addLayout(row)
        self.setFocusProxy(self.button)
        self._fill()

    def value(self) -> tuple[str, ...]:
        return self._chosen

    def set_value(self, ids: Iterable[str]) -> None:
        self._chosen = tuple(dict.fromkeys(ids))
        self._fill()
        self.changed.emit()

    def open(self) -> PickDialog:
        """Show the list; what is ticked there becomes the value."""
        dialog = PickDialog(self._title, self._nothing, self._offer(), self._chosen, self.window())
        dialog.accepted.connect(lambda: self.set_value((*self._unseen(), *dialog.value())))
        open_dialog(dialog)
        return dialog

    def _unseen(self) -> list[str]:
        offered = {pick.id for pick in self._offer()}
        return [one for one in self._chosen if one not in offered]

    def _fill(self) -> None:
        while self._lines.count():
            widget = self._lines.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        names = {pick.id: pick.name for pick in self._offer()} if self._chosen else {}
        for one in self._chosen:
            if one in names:
                self._lines.addWidget(self._line(one, names[one]))

    def _line(self, one: str, name: str) -> QWidget:
        line = QWidget(self)
        out = QPushButton(line)
        restyle(out, "look", "link")
        out.setAutoDefault(False)
        icons.set_icon(out, "close")
        told = _("Take out “{name}”").format(name=name)
        out.setToolTip(plain_tip(told))
        out.setAccessibleName(told)
        out.clicked.connect(lambda: self.set_value(i for i in self._chosen if i != one))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(PlainLabel(name, line, wrap=True), 1)
        row.addWidget(out, 0, Qt.AlignmentFlag.AlignTop)
        return line


class PickDialog(QDialog):
    """A list with a box before each line, and a search."""

    def __init__(
        self,
        title: str,
        nothing: str,
        offer: Sequence[Pick],
        chosen: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pick-dialog")
        self.setWindowTitle(title)
        ticked = set(chosen)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(_("Search"))
        self.search.setAccessibleName(_("Search"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for pick in offer:
            text = f"{pick.name}\n{pick.note}" if pick.note else pick.name
            item = QListWidgetItem(text, self.list)
            item.setData(_ID, pick.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = Qt.CheckState.Checked if pick.id in ticked else Qt.CheckState.Unchecked
            item.setCheckState(on)
        empty = PlainLabel(nothing, self, look="muted", wrap=True)
        empty.setVisible(not offer)
        self.list.setVisible(bool(offer))
        self.search.setVisible(bool(offer))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(empty)
        layout.addWidget(self._buttons(may_take=bool(offer)))
        self.search.textChanged.connect(self._narrow)
        unit = self.fontMetrics().horizontalAdvance("字")
        self.resize(unit * 40, unit * (30 if offer else 12))

    def _buttons(self, *, may_take: bool) -> QWidget:
        buttons = QDialogButtonBox(self)
        if may_take:
            take = buttons.addButton(_("Take these"), QDialogButtonBox.ButtonRole.AcceptRole)
            take.setProperty("look", "primary")
            buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        else:
            buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def value(self) -> tuple[str, ...]:
        """The ids ticked, in the order of the list."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            str(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _narrow(self) -> None:
        words = self.search.text().casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            text = item.text().casefold()
            item.setHidden(not all(word in text for word in words))
