"""Choosing the case that carries another one on: a search field over a list of open cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.i18n import _
from gongkai_desk.ui.widgets.fields import TextField

_NUMBER = Qt.ItemDataRole.UserRole


class LeadField(QWidget):
    """`value()` is the number of the chosen case, "" while none is. Down leaves the search for the
    list; a search that leaves one case chooses it. `search(text)` tells the ids of the requests
    with these words as the register does, None for no words.
    """

    changed = Signal()

    def __init__(
        self,
        cases: Sequence[Case],
        search: Callable[[str], frozenset[str] | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cases, self._ids = tuple(cases), search
        self.search = TextField(hint=_("Number, applicant or subject"), parent=self)
        self.search.setObjectName("lead-search")
        self.list = QListWidget(self)
        self.list.setObjectName("lead-list")
        self.list.setAccessibleName(_("Open cases"))
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * 8)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.setFocusProxy(self.search)
        self._fill()
        self.search.changed.connect(self._fill)
        self.search.installEventFilter(self)
        self.list.currentRowChanged.connect(lambda _row: self.changed.emit())

    def value(self) -> str:
        if self.list.currentRow() < 0:
            return ""
        return str(self.list.currentItem().data(_NUMBER))

    def _fill(self) -> None:
        chosen = self.value()
        ids = self._ids(self.search.value())
        found = [case for case in self._cases if ids is None or case.request.id in ids]
        self.list.blockSignals(True)
        self.list.clear()
        for case in found:
            request = case.request
            line = _("{number} · {applicant} · {subject}").format(
                number=request.number, applicant=request.applicant.name, subject=request.subject
            )
            item = QListWidgetItem(line)
            item.setData(_NUMBER, request.number)
            self.list.addItem(item)
            if request.number == chosen or len(found) == 1:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and self.list.count()
        ):
            self.list.setFocus()
            self.list.setCurrentRow(max(0, self.list.currentRow()))
            return True
        return super().eventFilter(watched, event)
