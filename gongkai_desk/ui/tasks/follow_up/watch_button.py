"""The button that lists what asks for attention: duties behind, steps late, answers, proof."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from gongkai_desk.domain.attention import Concern
from gongkai_desk.domain.task_standing import TASK_CONCERNS
from gongkai_desk.i18n import _
from gongkai_desk.ui import icons
from gongkai_desk.ui.tasks.follow_up.words import WATCHES


class WatchButton(QPushButton):
    """Hidden while nothing asks; `chosen` is emitted when another list is chosen, or none."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("watch")
        self.setProperty("look", "menu")
        self.setAutoDefault(False)
        self._value: Concern | None = None
        self._counts: Mapping[Concern, int] = {}
        menu = QMenu(self)
        menu.setObjectName("watch-menu")
        self.actions_by: dict[Concern | None, QAction] = {}
        for concern in (*TASK_CONCERNS, None):
            if concern is None:
                menu.addSeparator()
            action = menu.addAction(_("Show the list again") if concern is None else "")
            action.triggered.connect(lambda _on=False, each=concern: self._choose(each))
            self.actions_by[concern] = action
        self.setMenu(menu)
        icons.set_icon(self, "warning")
        self.hide()

    def value(self) -> Concern | None:
        """The list that is shown; None: the usual one."""
        return self._value

    def set_value(self, value: Concern | None) -> None:
        self._value = value
        self._tell()

    def show_counts(self, counts: Mapping[Concern, int]) -> None:
        self._counts = counts
        self._tell()

    def _choose(self, concern: Concern | None) -> None:
        self._value = concern
        self._tell()
        self.chosen.emit()

    def _tell(self) -> None:
        for concern, action in self.actions_by.items():
            if concern is None:
                action.setVisible(self._value is not None)
                continue
            count = self._counts.get(concern, 0)
            action.setText(f"{_(WATCHES[concern])} {count}")
            action.setVisible(count > 0)
        if self._value is None:
            self.setText(_("Needs attention"))
        else:
            self.setText(f"{_(WATCHES[self._value])} {self._counts.get(self._value, 0)}")
        self.setVisible(self._value is not None or any(self._counts.values()))
