"""Choosing the kind of a new letter: the likely ones first, the rest found by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.letter import LetterKind
from gongkai_desk.i18n import _
from gongkai_desk.ui.register.letters.words import basis_text
from gongkai_desk.ui.widgets.fields import TextField
from gongkai_desk.ui.widgets.plain import PlainLabel

_CODE = Qt.ItemDataRole.UserRole


class KindDialog(QDialog):
    """`chosen` is the kind, None until one is chosen. `likely` of `kinds` stand first."""

    def __init__(
        self,
        kinds: Sequence[LetterKind],
        likely: int,
        parent: QWidget | None = None,
        *,
        intro: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("letter-kind-dialog")
        self.setWindowTitle(_("New letter"))
        self._kinds = {kind.code: kind for kind in kinds}
        self._likely = [kind.code for kind in kinds[:likely]]
        self.chosen: LetterKind | None = None
        self.search = TextField(hint=_("Type a part of the name or the article"))
        self.search.setObjectName("letter-kind-search")
        self.search.setAccessibleName(_("Search letters"))
        self.list = QListWidget(self)
        self.list.setObjectName("letter-kinds")
        self.list.setAccessibleName(_("Kinds of letters"))
        self.basis = PlainLabel("", self, look="hint", wrap=True)
        self.basis.setObjectName("letter-kind-basis")
        self.buttons = QDialogButtonBox(self)
        self.go = self.buttons.addButton(_("Write"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setObjectName("write")
        self.go.setDefault(True)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._arrange(intro)
        self.search.changed.connect(self._fill)
        self.search.installEventFilter(self)
        self.list.currentRowChanged.connect(lambda _row: self._follow())
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._fill()
        self.search.setFocus()

    def _arrange(self, intro: str) -> None:
        unit = self.fontMetrics().horizontalAdvance("字")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        if intro:
            layout.addWidget(PlainLabel(intro, self, look="muted", wrap=True))
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.basis)
        layout.addWidget(self.buttons)
        self.resize(unit * 36, unit * 32)

    def _fill(self) -> None:
        """The kinds that hold what was typed; without it the likely ones under a heading."""
        wanted = self.search.value()
        self.list.clear()
        likely = [code for code in self._likely if self._holds(code, wanted)]
        rest = [code for code in self._kinds if code not in likely and self._holds(code, wanted)]
        for title, codes in ((_("Fits this step"), likely), (_("All letters"), rest)):
            if codes and likely:
                self._heading(title)
            for code in codes:
                item = QListWidgetItem(self._kinds[code].name, self.list)
                item.setData(_CODE, code)
                item.setSizeHint(QSize(0, round(self.fontMetrics().height() * 1.5)))
        self._choose_first()
        self._follow()

    def _holds(self, code: str, wanted: str) -> bool:
        kind = self._kinds[code]
        return wanted in f"{kind.name}{kind.basis}"

    def _heading(self, title: str) -> None:
        item = QListWidgetItem(title, self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(0, round(self.fontMetrics().height() * 1.8)))

    def _choose_first(self) -> None:
        rows = range(self.list.count())
        first = next((n for n in rows if self.list.item(n).data(_CODE)), -1)
        self.list.setCurrentRow(first)

    def current(self) -> LetterKind | None:
        item = self.list.currentItem()
        return self._kinds.get(str(item.data(_CODE))) if self.list.currentRow() >= 0 else None

    def _follow(self) -> None:
        kind = self.current()
        self.go.setEnabled(kind is not None)
        self.basis.setText(basis_text(kind) if kind else _("No letter is called that."))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move in the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            if watched is self.search and event.key() in moves:
                self.list.event(event)
                return True
        return super().eventFilter(watched, event)

    @override
    def accept(self) -> None:
        self.chosen = self.current()
        if self.chosen is not None:
            super().accept()
