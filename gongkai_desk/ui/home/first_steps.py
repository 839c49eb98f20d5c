"""What an empty office file shows on the home page: where to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.actions import ActionButton, Actions, Commands
from gongkai_desk.ui.widgets.plain import PlainLabel


class FirstSteps(QFrame):
    """A line for each of `commands`: icon, what it is for (its tip), and its button. Hidden and
    empty until `build` is called.
    """

    def __init__(
        self, title: str, intro: str, commands: Commands, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("first-steps")
        self.setProperty("look", "card")
        self._title, self._intro, self._commands = title, intro, commands
        self.hide()

    def build(self) -> None:
        """Make the lines, once: few office files are empty."""
        if self.layout() is not None:
            return
        actions = Actions(self, self._commands)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(4)
        layout.addWidget(PlainLabel(self._title, self, look="heading"))
        layout.addWidget(PlainLabel(self._intro, self, look="muted", wrap=True))
        layout.addSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, command in enumerate(each for each in self._commands if each is not None):
            picture = PlainLabel("", self)
            ink = theme.colours().accent
            picture.setPixmap(icons.pixmap(command.icon, 24, ink, self.devicePixelRatioF()))
            button = ActionButton(actions[command.name], self, filled=row == 0)
            grid.addWidget(picture, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(PlainLabel(command.tip, self, wrap=True), row, 1)
            grid.addWidget(button, row, 2)
        layout.addLayout(grid)
