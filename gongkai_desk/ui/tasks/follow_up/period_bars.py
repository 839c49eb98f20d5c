"""One duty's periods as bars in a line: how full each is; the words stand below."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from gongkai_desk.domain.duty_progress import DutyProgress, PeriodCount
from gongkai_desk.ui import theme
from gongkai_desk.ui.tasks.follow_up.words import progress_words
from gongkai_desk.ui.theme import Tone

_HIGH, _GAP, _RADIUS = 12, 4, 4


class PeriodBars(QWidget):
    """Green: has what it needs; red: over and short; amber or blue: running; grey: to come. The
    present period has a frame.
    """

    def __init__(
        self, progress: DutyProgress, today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._progress, self._today = progress, today
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(progress_words(progress))

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _HIGH + 2)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        periods = self._progress.periods
        wide = (self.width() - _GAP * (len(periods) - 1)) / len(periods)
        for number, period in enumerate(periods):
            box = QRectF(number * (wide + _GAP) + 0.5, 1.5, wide - 1, _HIGH - 1)
            self._paint(painter, box, period)

    def _paint(self, painter: QPainter, box: QRectF, period: PeriodCount) -> None:
        colours = theme.colours()
        tone = self.tone_of(period)
        now = period.first <= self._today <= period.last
        painter.setPen(QPen(QColor(colours.ink(tone) if now else colours.border), 1.2))
        painter.setBrush(QColor(colours.soft(tone)))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        share = min(1.0, period.done / period.wanted) if period.wanted else 1.0
        if share:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ink(tone)))
            painter.drawRoundedRect(
                QRectF(box.left(), box.top(), box.width() * share, box.height()), _RADIUS, _RADIUS
            )

    def tone_of(self, period: PeriodCount) -> Tone:
        """What the colour of a period says."""
        if not self._progress.duty.applies:
            return Tone.NEUTRAL
        if not period.missing:
            return Tone.GOOD
        if period.over(self._today):
            return Tone.BAD
        if period.first > self._today:
            return Tone.NEUTRAL
        return Tone.WARN if self._progress.behind(self._today) else Tone.INFO
