"""What the leaves of a task are built of: a scrolled column, rows, small buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.ui import icons
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip

_LONGEST_BUTTON = 22  # characters


class Leaf(QWidget):
    """A heading with buttons at its right, below it a column that scrolls. A leaf that stands
    alone has its buttons beside the tabs, which say what it is: it shows no heading.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, alone: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.heading = PlainLabel("", self, look="strong")
        self.hint = PlainLabel("", self, look="hint")
        self.heading.setVisible(not alone)
        self.hint.hide()
        self.head = QHBoxLayout()
        self.head.setContentsMargins(0, 0, 0, 0)
        self.head.setSpacing(8)
        self.head.addWidget(self.heading)
        self.head.addWidget(self.hint)
        self.head.addStretch(1)
        self._area = scrolled(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(self.head)
        layout.addWidget(self._area, 1)

    def show_rows(self, rows: Iterable[QWidget], nothing: str) -> None:
        """Show these in place of what was shown; `nothing` when there are none."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        for row in rows:
            column.addWidget(row)
        if not column.count():
            column.addWidget(PlainLabel(nothing, body, look="hint", wrap=True))
        column.addStretch(1)
        self._area.setWidget(body)
        for ground in (body, self._area.viewport()):
            ground.setAutoFillBackground(False)  # the card behind shows through


def scrolled(parent: QWidget) -> QScrollArea:
    """A scroll area without a frame, never sideways."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def card(name: str, layout: QLayout) -> QFrame:
    """A frame around a row."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setProperty("look", "card")
    frame.setLayout(layout)
    return frame


def small_button(name: str, icon: str, tip: str, run: Callable[[], object]) -> QToolButton:
    """A button with an icon alone."""
    button = QToolButton()
    button.setObjectName(name)
    icons.set_icon(button, icon)
    button.setToolTip(plain_tip(tip))
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda: run())
    return button


def word_button(name: str, text: str, run: Callable[[], object], icon: str = "") -> QPushButton:
    """A button that looks like a link."""
    button = QPushButton()
    wide = button.fontMetrics().horizontalAdvance("字") * _LONGEST_BUTTON
    shown = button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, wide)
    button.setText(shown.replace("&", "&&"))
    button.setToolTip(plain_tip("" if shown == text else text))
    button.setObjectName(name)
    button.setProperty("look", "link")
    button.setAutoDefault(False)
    if icon:
        icons.set_icon(button, icon)
    button.clicked.connect(lambda: run())
    return button
