"""The deadlines of a dispute, one below the other: state, what, until when, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for deadline in deadlines:
            self._add(body, column, deadline, as_of)
        old, self._body = self._body, body
        self._layout.replaceWidget(old, body)
        old.hide()
        old.deleteLater()

    @staticmethod
    def _add(body: QWidget, column: QVBoxLayout, deadline: Deadline, as_of: dt.date) -> None:
        """The day first, then what is due and why."""
        tone, icon, word = deadline_state(deadline, as_of)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(PlainLabel(due_text(deadline), body, look="strong", selectable=True))
        first.addWidget(LightBadge(body, tone=tone, icon=icon, word=word))
        first.addStretch(1)
        column.addLayout(first)
        column.addWidget(PlainLabel(label(deadline.what), body, wrap=True))
        why = PlainLabel(explained(deadline), body, look="hint", wrap=True, selectable=True)
        why.setContentsMargins(0, 0, 0, 10)
        column.addWidget(why)
