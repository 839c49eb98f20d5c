"""One line on the home page: how many disputes run, and what we have to do first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gongkai_desk.i18n import _, date_text, ngettext
from gongkai_desk.services.disputes import DisputeRow
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.register.disputes.words import deadline_state


class DisputeLine(QPushButton):
    """Hidden while none runs. `opened` carries the id of the request of the most urgent one."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("disputes-line")
        self.setProperty("look", "link")
        self.setAutoDefault(False)
        icons.set_icon(self, "warning")
        self._request_id = ""
        self.clicked.connect(lambda: self.opened.emit(self._request_id))
        self.hide()

    def keep_room(self, height: int) -> None:
        """Stay hidden in this room, 0: in none, until it is known whether any runs."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(height > 0)
        self.setSizePolicy(policy)
        self.setMinimumHeight(height)

    def show_rows(self, rows: Sequence[DisputeRow], as_of: dt.date) -> None:
        """`rows` are the running ones, the most urgent first."""
        self.keep_room(0)
        self.setVisible(bool(rows))
        if not rows:
            return
        first = rows[0]
        self._request_id = first.request.id
        words = ngettext(
            "{n} reconsideration or suit under way",
            "{n} reconsiderations or suits under way",
            len(rows),
        ).format(n=len(rows))
        if first.next is not None:
            words = _("{words}; next: {what} by {date} ({left})").format(
                words=words,
                what=label(first.next.what),
                date=date_text(first.next.due),
                left=deadline_state(first.next, as_of)[2],
            )
        self.setText(words)
        self.setMinimumHeight(self.sizeHint().height())  # never pressed flat by a long page
        self.setAccessibleName(words)
