"""A card with one big number that opens the list behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.i18n import _
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip, restyle

ICON, RADIUS, STRIPE = 24, 8, 4


class FigureCard(QAbstractButton):
    """Number, word and icon; Enter, Space and a click open it. `tone` only colours a number that
    is not zero: nothing overdue is no alarm.
    """

    def __init__(self, name: str, icon: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon, self._wanted, self._tone = icon, tone, Tone.NEUTRAL
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.figure = PlainLabel("", self, look="figure")
        self.figure.setObjectName("figure")
        self.unit = PlainLabel("", self, look="muted")
        self.picture = PlainLabel("", self)
        self.word = PlainLabel("", self, look="strong", wrap=True)
        self.note = PlainLabel("", self, look="muted", wrap=True)
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.figure)
        top.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        self.unit.setContentsMargins(0, 0, 0, 6)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(STRIPE + 12, 8, 12, 10)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.word)
        layout.addWidget(self.note)
        layout.addStretch(1)
        for part in (self.figure, self.unit, self.picture, self.word, self.note):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_figure(
        self, number: int, word: str, *, unit: str = "", note: str = "", tip: str = ""
    ) -> None:
        """Show these; the accessible name is all of it as one line."""
        self._tone = self._wanted if number else Tone.NEUTRAL
        self.figure.setText(str(number))
        restyle(self.figure, "tone", self._tone.value if number else "")
        self.unit.setText(unit)
        self.unit.setVisible(bool(unit))
        self.word.setText(word)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        said = " ".join(part for part in (word, str(number), unit, note) if part)
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(tip))
        self._draw_icon()
        self.updateGeometry()

    def show_waiting(self, word: str) -> None:
        """The word alone: its figure is still being counted. As high as with the figure."""
        self._tone = Tone.NEUTRAL
        self.figure.setText("…")
        restyle(self.figure, "tone", self._tone.value)
        self.unit.hide()
        self.word.setText(word)
        self.note.hide()
        counting = _("Being counted")
        self.setAccessibleName(f"{word} {counting}")
        self._draw_icon()

    def _draw_icon(self) -> None:
        ink = theme.colours().ink(self._tone)
        self.picture.setPixmap(icons.pixmap(self._icon, ICON, ink, self.devicePixelRatioF()))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self._layout.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._layout.minimumSize()

    @override
    def hasHeightForWidth(self) -> bool:
        return self._layout.hasHeightForWidth()

    @override
    def heightForWidth(self, width: int) -> int:
        return self._layout.totalHeightForWidth(width)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "picture"):
            self._draw_icon()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        focused, hovered = self.hasFocus(), self.underMouse()
        edge = colours.accent if focused or hovered else colours.border
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        painter.setBrush(QColor(colours.accent_soft if self.isDown() else colours.base))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ink(self._tone)))
        painter.drawRoundedRect(QRectF(6, 12, STRIPE, self.height() - 24), 2, 2)
