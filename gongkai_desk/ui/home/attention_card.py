"""What waits beside requests and task deadlines: a line for each concern opens its list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.attention import Attention, Weight
from gongkai_desk.i18n import _, date_text, day_text
from gongkai_desk.texts import label
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip, restyle

_LOOKS = {
    Weight.BAD: (Tone.BAD, "error"),
    Weight.WARN: (Tone.WARN, "warning"),
    Weight.INFO: (Tone.INFO, "info"),
}
_ICON, _BETWEEN = 16, 24
_MOST = 3
"""So many columns at most."""


class AttentionCard(QFrame):
    """`show_lines(lines)`; `opened` carries the `Target` of the line that was chosen. The lines
    stand in as many columns as there is room for, one below the other.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attention")
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lines: Sequence[Attention] = ()
        self._widgets: list[_Line] = []
        self._columns, self._known = 0, False
        self.nothing = PlainLabel("", self, look="muted", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 12, 10)
        layout.setSpacing(4)
        layout.addWidget(PlainLabel(_("Disclosure and records"), self, look="heading"))
        layout.addWidget(self.nothing)
        layout.addLayout(self._grid)
        layout.addStretch(1)

    def show_waiting(self) -> None:
        """What waits is still being looked for."""
        self.nothing.setText(_("Being looked for…"))
        self.nothing.show()

    def show_lines(self, lines: Sequence[Attention]) -> None:
        """Show these in place of what was shown."""
        self._lines, self._known = tuple(lines), True
        for old in self._widgets:
            old.hide()
            old.deleteLater()
        self._widgets = [_Line(line, self) for line in self._lines]
        for made in self._widgets:
            made.button.clicked.connect(lambda _on=False, to=made.target: self.opened.emit(to))
        self.nothing.setText(
            _("Nothing waits here: no duty, publication, platform or message is late.")
        )
        self.nothing.setVisible(not self._lines)
        self._columns = 0
        self._place()

    @property
    def _widest(self) -> int:
        return max((one.sizeHint().width() for one in self._widgets), default=1)

    @override
    def minimumSizeHint(self) -> QSize:
        """One column: more of them must not keep the page from becoming narrower again."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), self._widest + 28), least.height())

    def _place(self) -> None:
        columns = max(1, min((self.width() - 28 + _BETWEEN) // (self._widest + _BETWEEN), _MOST))
        if columns == self._columns:
            return
        for column in range(_MOST):
            self._grid.setColumnStretch(column, int(column < columns))
        self._columns = columns
        rows = -(-len(self._widgets) // columns)
        for number, one in enumerate(self._widgets):
            self._grid.addWidget(one, number % rows, number // rows)
            one.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_grid") and self._known:
            self.show_lines(self._lines)


class _Line(QWidget):
    """Icon, words, number and the next date of one concern."""

    def __init__(self, line: Attention, parent: QWidget) -> None:
        super().__init__(parent)
        self.target = Target(page=line.page, section=line.section, view=line.view)
        tone, icon = _LOOKS[line.weight]
        picture = PlainLabel("", self)
        ink = theme.colours().ink(tone)
        picture.setPixmap(icons.pixmap(icon, _ICON, ink, self.devicePixelRatioF()))
        self.button = QPushButton(label(line.concern), self)
        self.button.setObjectName(f"attention-{line.concern.value}")
        restyle(self.button, "look", "link")
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(f"{label(line.concern)} {line.count}")
        self.button.setToolTip(plain_tip("\n".join(line.examples)))
        figure = PlainLabel(str(line.count), self, look="plain")
        restyle(figure, "tone", tone.value)
        day = PlainLabel(_day(line.next_date), self, look="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(picture)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(figure)
        row.addStretch(1)
        row.addWidget(day)


def _day(date: dt.date | None) -> str:
    """With its year unless that is the present one: last November is not the coming one."""
    if date is None:
        return ""
    return day_text(date) if date.year == today().year else date_text(date)
