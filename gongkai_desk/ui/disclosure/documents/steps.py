"""The chain of a document at a glance: drafted, attribute, reviewed, published, interpreted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gongkai_desk.domain.document_steps import StepDone
from gongkai_desk.ui.disclosure.documents.look import step_state
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.flow import FlowLayout
from gongkai_desk.ui.widgets.plain import PlainLabel


class StepStrip(QWidget):
    """One badge with words for each step, an arrow between two."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document-steps")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 0, 16, 8)
        flow = FlowLayout(spacing=4)
        outer.addLayout(flow)
        self.badges: list[LightBadge] = []
        for number in range(count):
            if number:
                flow.addWidget(PlainLabel("→", self, look="muted"))
            self.badges.append(LightBadge(self))
            flow.addWidget(self.badges[-1])

    def show_steps(self, steps: Sequence[StepDone]) -> None:
        for badge, step in zip(self.badges, steps, strict=True):
            badge.show_state(*step_state(step))
