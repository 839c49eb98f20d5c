"""The share of video and animation among the interpretations of the year, with its goal."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from gongkai_desk.domain.interpretations import Share
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.ui import theme
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.plain import PlainLabel


class ShareBar(QFrame):
    """`show_share(share, goal)`: a bar with a mark at the goal, and in words what is lacking."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("video-share")
        self.setProperty("look", "card")
        self.name = PlainLabel(_("Video and animated interpretations"), self, look="strong")
        self.bar = _Bar(self)
        self.badge = LightBadge(self)
        self.words = PlainLabel("", self, look="muted", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(12)
        layout.addWidget(self.name)
        layout.addWidget(self.bar, 2)
        layout.addWidget(self.badge)
        layout.addWidget(self.words, 3)

    def show_share(self, share: Share, goal: int) -> None:
        percent = share.percent
        self.bar.show_percent(percent or 0, goal)
        if percent is None:
            none = _("no interpretation in {year} yet").format(year=share.year)
            self.badge.show_state(Tone.NEUTRAL, "info", none)
            self.words.setText(_("Goal of the year: {goal}%.").format(goal=goal))
            return
        lacking = share.lacking(goal)
        tone, icon = (Tone.WARN, "warning") if lacking else (Tone.GOOD, "done")
        self.badge.show_state(tone, icon, f"{percent}%")
        told = _("{year}: {moving} of {every}; goal {goal} %.").format(
            year=share.year, moving=share.moving, every=share.every, goal=goal
        )
        if lacking:
            more = ngettext("{n} more would reach it.", "{n} more would reach it.", lacking).format(
                n=lacking
            )
            told = f"{told} {more}"
        self.words.setText(told)


class _Bar(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._percent, self._goal = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_percent(self, percent: int, goal: int) -> None:
        self._percent, self._goal = percent, goal
        told = _("{percent} %, goal {goal} %").format(percent=percent, goal=goal)
        self.setAccessibleName(told)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 8, self.fontMetrics().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 5, self.fontMetrics().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self.height() * 0.5
        room = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft(Tone.NEUTRAL)))
        painter.drawRoundedRect(room, high / 2, high / 2)
        tone = Tone.GOOD if self._percent >= self._goal else Tone.WARN
        done = QRectF(room)
        done.setWidth(room.width() * min(self._percent, 100) / 100)
        painter.setBrush(QColor(colours.ink(tone)))
        painter.drawRoundedRect(done, high / 2, high / 2)
        painter.setPen(QPen(QColor(colours.text), 2))
        at = round(self.width() * self._goal / 100)
        painter.drawLine(at, 0, at, self.height())
