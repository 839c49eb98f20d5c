"""The deadlines of a dispute, one below the other: state, what, until when, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gongkai_desk.domain.disputes import Deadline
from gongkai_desk.texts import label
from gongkai_desk.ui.register.disputes.words import deadline_state, due_text, explained
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.plain import PlainLabel


class DeadlineList(QWidget):
    """`show_deadlines` fills it anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deadlines")
        self._body = QWidget(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._body)

    def show_deadlines(self, deadlines: Sequence[Deadline], as_of: dt.date) -> None:
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, deadline in enumerate(deadlines):
            self._add(grid, 2 * number, deadline, as_of)
        old, self._body = self._body, body
        self._layout.replaceWidget(old, body)
        old.hide()
        old.deleteLater()

    @staticmethod
    def _add(grid: QGridLayout, row: int, deadline: Deadline, as_of: dt.date) -> None:
        parent = grid.parentWidget()
        tone, icon, word = deadline_state(deadline, as_of)
        badge = LightBadge(parent, tone=tone, icon=icon, word=word)
        what = PlainLabel(label(deadline.what), parent, look="strong", wrap=True)
        until = PlainLabel(due_text(deadline), parent, selectable=True)
        why = PlainLabel(explained(deadline), parent, look="hint", wrap=True, selectable=True)
        why.setContentsMargins(0, 0, 0, 8)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(badge, row, 0, top)
        grid.addWidget(what, row, 1, top)
        grid.addWidget(until, row, 2, top)
        grid.addWidget(why, row + 1, 1, 1, 2)
