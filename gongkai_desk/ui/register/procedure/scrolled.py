"""Words that scroll when they are many, so that no leaf of the case file makes the window grow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gongkai_desk.ui.register.tall import TallContent


def scrolled(parent: QWidget, *widgets: QWidget, name: str) -> QScrollArea:
    """`widgets` below each other in an area without a frame; `name` is what it is called aloud."""
    inside = TallContent(parent)
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setAccessibleName(name)
    area.setMinimumHeight(parent.fontMetrics().lineSpacing())
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area
