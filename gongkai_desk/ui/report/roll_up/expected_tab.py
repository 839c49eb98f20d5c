"""The list of the units that must hand in, kept in the office file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.ui import icons
from gongkai_desk.ui.widgets.fields import LongTextField
from gongkai_desk.ui.widgets.plain import PlainLabel


class ExpectedTab(QWidget):
    """`kept` when the officer wants the list to be kept, `taken` when the names that were read
    shall be put under it.
    """

    kept = Signal()
    taken = Signal()

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = LongTextField("\n".join(names), self, lines=6)
        self.field.setObjectName("roll-up-expected")
        self.field.setAccessibleName(_("Units that must hand in"))
        self.count = PlainLabel("", self, look="muted")
        words = _(
            "One name a line, as the units write it in the title of their report. Who is listed "
            "here and handed in nothing is shown as missing."
        )
        take = self._button(
            "roll-up-take-names", pgettext("roll-up", "Add the names that were read"), "add"
        )
        keep = self._button("roll-up-keep", _("Keep the list"), "save")
        take.clicked.connect(self.taken)
        keep.clicked.connect(self.kept)
        self.field.changed.connect(self._show_count)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.count, 1)
        below.addWidget(take)
        below.addWidget(keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(words, self, look="muted", wrap=True))
        layout.addWidget(self.field, 1)
        layout.addLayout(below)
        self._show_count()

    def _button(self, name: str, text: str, icon: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        icons.set_icon(button, icon)
        return button

    def names(self) -> list[str]:
        """What stands in the field."""
        return [line.strip() for line in self.field.value().splitlines() if line.strip()]

    def add(self, names: Sequence[str]) -> None:
        """Put those under the list that are not in it."""
        there = self.names()
        self.field.set_value("\n".join([*there, *(name for name in names if name not in there)]))

    def _show_count(self) -> None:
        count = len(self.names())
        self.count.setText(ngettext("{n} unit", "{n} units", count).format(n=count))
