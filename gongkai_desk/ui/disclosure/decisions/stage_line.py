"""The stages of a decision in a line: what is published, what is missing, what comes next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.decision import DecisionStage
from gongkai_desk.domain.decision_stages import Mark, StageState, Standing
from gongkai_desk.i18n import _
from gongkai_desk.services.decision_words import due_words, mark_words
from gongkai_desk.texts import label
from gongkai_desk.ui import theme
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.flow import FlowLayout
from gongkai_desk.ui.widgets.plain import plain_tip

DRESS = {
    StageState.WAITING: (Tone.NEUTRAL, ""),
    StageState.DUE: (Tone.INFO, "clock"),
    StageState.RUNNING: (Tone.INFO, "clock"),
    StageState.MISSING: (Tone.BAD, "warning"),
    StageState.LATE: (Tone.BAD, "warning"),
    StageState.SHORT: (Tone.BAD, "warning"),
    StageState.DONE: (Tone.GOOD, "done"),
    StageState.DONE_LATE: (Tone.WARN, "done"),
    StageState.WAIVED: (Tone.NEUTRAL, "check"),
}
"""The tone and the icon of each state."""


class StageBadge(LightBadge):
    """A badge that can be pressed with the mouse, Enter or the space bar."""

    def __init__(self, name: str, pressed: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"stage-{name}")
        self._pressed = pressed
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.colours().accent), 2))
            box = QRectF(1, 1, self.sizeHint().width() - 2, self.height() - 2)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._pressed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pressed()
        else:
            super().keyPressEvent(event)


class StageLine(QWidget):
    """`show_standing(standing)`; `chosen` gets the stage that was pressed, None for the list."""

    def __init__(
        self, chosen: Callable[[DecisionStage | None], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("stage-line")
        self._flow = FlowLayout(self, spacing=6)
        self.badges: dict[DecisionStage | None, StageBadge] = {}
        for stage in (None, *DecisionStage):
            name = stage.value if stage is not None else "list"
            badge = StageBadge(name, lambda which=stage: chosen(which), self)  # type: ignore[misc]
            self._flow.addWidget(badge)
            self.badges[stage] = badge

    def show_standing(self, standing: Standing) -> None:
        """Show how the stages of this decision stand."""
        marks: list[tuple[DecisionStage | None, Mark]] = [(None, standing.listing)]
        marks += standing.stages.items()
        for stage, mark in marks:
            name = label(stage) if stage is not None else _("List published")
            tone, icon = DRESS[mark.state]
            badge = self.badges[stage]
            badge.show_state(tone, icon, f"{name} {badge_words(mark)}".strip())
            badge.setToolTip(plain_tip(f"{name}\n{label(mark.state)}\n{mark_words(mark)}"))
        self._flow.invalidate()
        self._fit()

    def _fit(self) -> None:
        """As high as the badges need at this width: a card that is small scrolls its facts."""
        margins = self.contentsMargins()
        inside = self.width() - margins.left() - margins.right()
        height = self._flow.heightForWidth(inside) + margins.top() + margins.bottom()
        self.setFixedHeight(height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def badge_words(mark: Mark) -> str:
    """The state in as little room as possible; the tip tells the rest."""
    if mark.state is StageState.DONE and mark.date is not None:
        return mark.date.isoformat()
    if mark.state is StageState.DONE_LATE and mark.date is not None:
        return f"{label(mark.state)} {mark.date.isoformat()}"
    if mark.state is StageState.RUNNING and mark.until is not None:
        return _("until {date}").format(date=mark.until.isoformat())
    if mark.state is StageState.DUE:
        return _("due by {date}").format(date=due_words(mark))
    if mark.state is StageState.WAITING:
        return ""
    return label(mark.state)
