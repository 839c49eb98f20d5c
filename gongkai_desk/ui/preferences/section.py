"""The frame of a section of the settings: a heading, words below it, what it holds."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.changes import Changes
from gongkai_desk.ui import icons
from gongkai_desk.ui.widgets.plain import PlainLabel


class Section(QWidget):
    """Base of the sections. A subclass fills `body` and overrides `refresh` and `concerns`."""

    def __init__(self, name: str, title: str, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"section-{name}")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 16, 16)
        self.body.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(title, self, look="heading"))
        words.addWidget(PlainLabel(intro, self, look="muted", wrap=True))
        self.body.addLayout(words)

    def concerns(self, _changes: Changes) -> bool:
        """Whether a write matters to this section."""
        return True

    def refresh(self) -> None:
        """Read again what is shown."""


def button(name: str, text: str, icon: str, parent: QWidget, *, look: str = "") -> QPushButton:
    """A button with its icon; `look` is one of the style sheet's."""
    made = QPushButton(text, parent)
    made.setObjectName(name)
    made.setAutoDefault(False)
    if look:
        made.setProperty("look", look)
    if look != "primary":
        icons.set_icon(made, icon)
    return made


def row_of(*widgets: QWidget) -> QHBoxLayout:
    """Widgets beside each other, from the left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
