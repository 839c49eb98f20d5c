"""The head of a page: its title, a line below, its primary commands as buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gongkai_desk.ui.actions import Actions
from gongkai_desk.ui.page import Page
from gongkai_desk.ui.widgets.plain import PlainLabel


class PageHeader(QFrame):
    """Stands above one page and follows it."""

    def __init__(self, page: Page, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._page, self._actions = page, actions
        self.title = PlainLabel(page.title, self, look="title")
        self.title.setObjectName("title")
        self.subtitle = PlainLabel("", self, look="muted")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 12)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        buttons = actions.buttons(self)
        for button in reversed(buttons):
            layout.addWidget(button)
        for before, after in zip(buttons[::-1], buttons[::-1][1:], strict=False):
            QWidget.setTabOrder(before, after)
        self.follow()
        page.state_changed.connect(self.follow)

    def follow(self) -> None:
        """Title, subtitle and buttons as the page says now."""
        self.title.setText(self._page.title)
        self.subtitle.setText(self._page.subtitle)
        self.subtitle.setVisible(bool(self._page.subtitle))
        self._actions.update()
