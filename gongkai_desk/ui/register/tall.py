"""Wrapped text inside a scroll area: as high as its words need at the width they have."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

SCROLL_BAR = 18


class TallContent(QWidget):
    """What scrolls. A scroll area alone would ask labels only how high they like to be.

    With `widest`, in pixels, the area is at least as wide as the content must be, up to that.
    """

    def __init__(self, parent: QWidget | None = None, *, widest: int = 0) -> None:
        super().__init__(parent)
        self._widest = widest

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # out of sight no layout is asked for: what changed meanwhile counts when it is shown
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._stretch()
        return done

    def _stretch(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        if layout.hasHeightForWidth():
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if self._widest and isinstance(area, QScrollArea):
            wish = layout.totalMinimumSize().width() + SCROLL_BAR
            area.setMinimumWidth(min(wish, self._widest))
