"""登记→审核→办理→答复→归档 as a slim line: how far a case is, and by when it should be further."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gongkai_desk.domain.stages import StageState, next_stage
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import plain_tip

ICON, GAP = 16, 6


class StageLine(QWidget):
    """`show_stages(states)`: an icon, the name and a date for each, joined by a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stage-line")
        self._states: tuple[StageState, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stages(self, states: Sequence[StageState]) -> None:
        self._states = tuple(states)
        self.setAccessibleName(_("Stages of the case"))
        self.setAccessibleDescription(self.text)
        self.setToolTip(plain_tip(self.text))
        self.update()

    @property
    def text(self) -> str:
        """The line in words, for a screen reader."""
        return _("; ").join(
            " ".join(
                part for part in (label(state.stage), stage_words(state), _late(state)) if part
            )
            for state in self._states
        )

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("字") * 45, metrics.height() + 8)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("字") * 30, self.sizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._states:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = next_stage(self._states)
        wide = self.width() / len(self._states)
        for number, state in enumerate(self._states):
            box = QRectF(number * wide, 0, wide, self.height())
            self._draw(painter, box, state, now=state is current, last=state is self._states[-1])

    def _draw(
        self, painter: QPainter, box: QRectF, state: StageState, *, now: bool, last: bool
    ) -> None:
        tone, icon = stage_look(state, now=now)
        ink = QColor(theme.colours().ink(tone))
        middle = box.center().y()
        picture = icons.pixmap(icon, ICON, ink.name(), self.devicePixelRatioF())
        painter.drawPixmap(round(box.left()), round(middle - ICON / 2), picture)
        font = self.font()
        font.setBold(now or state.passed)
        painter.setFont(font)
        painter.setPen(ink)
        left = self._write(painter, box, box.left() + ICON + GAP, label(state.stage))
        painter.setFont(self.font())
        painter.setPen(QColor(theme.colours().ink(tone if state.late else Tone.NEUTRAL)))
        left = self._write(painter, box, left, stage_words(state))
        if not last:
            self._join(painter, QPointF(left, middle), box.right() - GAP, state)

    @staticmethod
    def _write(painter: QPainter, box: QRectF, left: float, text: str) -> float:
        """Write `text` from `left` on, cut at the end of `box`; where the next thing may begin."""
        room = max(0, int(box.right() - left - GAP))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        place = QRectF(left, box.top(), room, box.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return left + painter.fontMetrics().horizontalAdvance(shown) + GAP

    @staticmethod
    def _join(painter: QPainter, start: QPointF, end: float, state: StageState) -> None:
        """The line to the next stage: whole when this one is passed, else dashed."""
        style = Qt.PenStyle.SolidLine if state.passed else Qt.PenStyle.DashLine
        colours = theme.colours()
        painter.setPen(QPen(QColor(colours.accent if state.passed else colours.border), 2, style))
        if end - start.x() > GAP:
            painter.drawLine(start, QPointF(end, start.y()))


def stage_look(state: StageState, *, now: bool) -> tuple[Tone, str]:
    """Tone and icon of one stage; `now` is the one to be passed next."""
    if state.passed:
        return (Tone.WARN, "warning") if state.late else (Tone.GOOD, "done")
    if state.late:
        return Tone.BAD, "error"
    return (Tone.INFO, "clock") if now else (Tone.NEUTRAL, "clock")


def stage_words(state: StageState) -> str:
    """When a stage was passed, or by when it should be."""
    if state.reached is not None:
        return f"{state.reached:%m-%d}"
    if state.passed:
        return ""
    if state.target is None:
        return ""
    return _("by {date}").format(date=f"{state.target:%m-%d}")


def _late(state: StageState) -> str:
    """Colour and icon say it on the screen."""
    return _("late") if state.late else ""
