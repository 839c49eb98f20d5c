"""What waits beside requests and task deadlines: a line for each concern opens its list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.attention import Attention, Weight
from gongkai_desk.i18n import _, day_text
from gongkai_desk.texts import label
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip, restyle

_LOOKS = {
    Weight.BAD: (Tone.BAD, "error"),
    Weight.WARN: (Tone.WARN, "warning"),
    Weight.INFO: (Tone.INFO, "info"),
}
_ICON = 16


class AttentionCard(QFrame):
    """`show_lines(lines)`; `opened` carries the `Target` of the line that was chosen."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attention")
        self.setProperty("look", "card")
        self._lines: Sequence[Attention] = ()
        self.heading = PlainLabel(_("Disclosure and records"), self, look="heading")
        self._body = QWidget(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 12, 12)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.heading)
        self._layout.addWidget(self._body)

    def show_lines(self, lines: Sequence[Attention]) -> None:
        """Show these in place of what was shown."""
        self._lines = tuple(lines)
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(self._lines):
            self._add(grid, row, line, body)
        if not self._lines:
            words = _("Nothing waits here: no duty, publication, platform or message is late.")
            grid.addWidget(PlainLabel(words, body, look="muted", wrap=True), 0, 0, 1, 4)
        self._layout.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body

    def _add(self, grid: QGridLayout, row: int, line: Attention, body: QWidget) -> None:
        tone, icon = _LOOKS[line.weight]
        picture = PlainLabel("", body)
        ink = theme.colours().ink(tone)
        picture.setPixmap(icons.pixmap(icon, _ICON, ink, self.devicePixelRatioF()))
        button = QPushButton(label(line.concern), body)
        button.setObjectName(f"attention-{line.concern.value}")
        restyle(button, "look", "link")
        button.setAutoDefault(False)
        button.setAccessibleName(f"{label(line.concern)} {line.count}")
        button.setToolTip(plain_tip("\n".join(line.examples)))
        target = Target(page=line.page, section=line.section, view=line.view)
        button.clicked.connect(lambda: self.opened.emit(target))
        figure = PlainLabel(str(line.count), body, look="strong")
        restyle(figure, "tone", tone.value)
        day = PlainLabel(day_text(line.next_date) if line.next_date else "", body, look="muted")
        grid.addWidget(picture, row, 0)
        grid.addWidget(button, row, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(figure, row, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(day, row, 3, Qt.AlignmentFlag.AlignRight)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_body"):
            self.show_lines(self._lines)
