"""How many reminders wait, as one line of the home page that leads to them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gongkai_desk.i18n import _
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle


class ReminderLine(QFrame):
    """`show_counts(ours, theirs)`; both words are buttons: `opened` shows the reminders, `waiting`
    the requests that wait for others.
    """

    def __init__(
        self,
        opened: Callable[[], object],
        waiting: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reminder-line")
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._picture = PlainLabel("", self)
        self.words = PlainLabel("", self, look="strong")
        self.open_button = _link("open-reminders", opened, self)
        self.waiting_button = _link("open-waiting", waiting, self)
        self.waiting_button.setText(_("Requests that wait for others"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 12, 4)
        layout.setSpacing(12)
        layout.addWidget(self._picture)
        layout.addWidget(self.words)
        layout.addWidget(self.open_button)
        layout.addStretch(1)
        layout.addWidget(self.waiting_button)

    def show_waiting(self) -> None:
        """How many wait is still being counted; the way to them is open."""
        self._show("bell", Tone.NEUTRAL, _("Reminders are being counted…"))
        self.open_button.setText(_("Look at them"))

    def show_counts(self, ours: int, theirs: int) -> None:
        """Show how many wait."""
        some = bool(ours or theirs)
        words = _("Reminders: {ours} for us to do, {theirs} for us to ask for").format(
            ours=ours, theirs=theirs
        )
        if some:
            self._show("bell", Tone.WARN, words)
        else:
            self._show("done", Tone.GOOD, _("No reminder waits"))
        self.open_button.setText(_("Look at them") if some else _("Open the reminders"))

    def _show(self, icon: str, tone: Tone, words: str) -> None:
        restyle(self, "tone", tone.value)
        ink = theme.colours().ink(tone)
        self._picture.setPixmap(icons.pixmap(icon, 20, ink, self.devicePixelRatioF()))
        self.words.setText(words)


def _link(name: str, run: Callable[[], object], parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setObjectName(name)
    button.setProperty("look", "link")
    button.setAutoDefault(False)
    button.clicked.connect(run)
    return button
