"""What stands on the page before the first plan is imported."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gongkai_desk.i18n import _
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.actions import ActionButton, Actions
from gongkai_desk.ui.widgets.plain import PlainLabel


class NoPlan(QWidget):
    """Says what the page is for and offers the two ways to a plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("no-plan")
        self._picture = PlainLabel("", self)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        words = PlainLabel(
            _(
                "Import this year's work plan as txt, docx, xlsx or pdf, or paste its text. The "
                "program finds the tasks, the units, the time limits and which tasks are ours; "
                "you look through it before anything is stored."
            ),
            self,
            look="muted",
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setFixedWidth(self.fontMetrics().horizontalAdvance("字") * 34)
        middle = QHBoxLayout()  # unlike an aligned item, a row grants a wrapped text its height
        middle.addStretch(1)
        middle.addWidget(words)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(self._picture, 0, centre)
        layout.addWidget(PlainLabel(_("No work plan yet"), self, look="heading"), 0, centre)
        layout.addLayout(middle)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self._buttons)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(3)

    def set_actions(self, actions: Actions) -> None:
        self._buttons.addWidget(ActionButton(actions["import-plan"], self, filled=True))
        self._buttons.addWidget(ActionButton(actions["paste-plan"], self))

    def repaint_picture(self) -> None:
        """In the colours of the theme now in use."""
        ink = theme.colours().muted
        self._picture.setPixmap(icons.pixmap("tasks", 64, ink, self.devicePixelRatioF()))
