"""Notices across the top of the window: something waits for the officer, but nothing stops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gongkai_desk.i18n import _, ngettext
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.actions import ActionButton, Actions, Command
from gongkai_desk.ui.prompts import ICONS
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """`name` is stable: a notice that the officer closed stays away for this session."""

    name: str
    text: str
    tone: Tone = Tone.WARN
    command: Command | None = None
    closable: bool = True


class BannerArea(QWidget):
    """Shows the notices that hold now; `show_notices` replaces them all.

    Of several only the first stands there, with a button that brings the others: the page below
    needs the room more.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banners")
        self._closed: set[str] = set()
        self._shown: tuple[Notice, ...] = ()
        self._unfolded = False
        self._bars: list[Banner] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def keep_room(self, height: int) -> None:
        """Stand empty in this room until the first notices are shown."""
        self.setMinimumHeight(height)

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show these in place of what was shown."""
        self.setMinimumHeight(0)
        shown = tuple(notice for notice in notices if notice.name not in self._closed)
        if [(n.name, n.text, n.tone) for n in shown] == [
            (n.name, n.text, n.tone) for n in self._shown
        ]:
            return
        self._shown = shown
        for bar in self._bars:
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self._bars = [Banner(notice, self) for notice in shown]
        for number, bar in enumerate(self._bars):
            bar.close_button.clicked.connect(lambda _on=False, b=bar: self._close(b.notice))
            bar.more_button.clicked.connect(self._unfold)
            self._layout.addWidget(bar)
            bar.setVisible(number == 0 or self._unfolded)
        if shown:
            self._bars[0].offer_more(0 if self._unfolded else len(shown) - 1)
        self.setVisible(bool(shown))

    def _unfold(self) -> None:
        self._unfolded = True
        for bar in self._bars:
            bar.offer_more(0)
            bar.show()

    def _close(self, notice: Notice) -> None:
        self._closed.add(notice.name)
        self.show_notices(self._shown)


class Banner(QFrame):
    """One notice with its icon, its one command and a cross."""

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setObjectName(f"banner-{notice.name}")
        self.setProperty("look", "banner")
        self.setProperty("tone", notice.tone.value)
        ink = theme.colours().ink(notice.tone)
        picture = PlainLabel("", self)
        picture.setPixmap(icons.pixmap(ICONS[notice.tone], 20, ink, self.devicePixelRatioF()))
        words = PlainLabel(notice.text, self, wrap=True)
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("close")
        icons.set_icon(self.close_button, "close", ink)
        self.close_button.setToolTip(plain_tip(_("Hide until the next start")))
        self.close_button.setAccessibleName(_("Hide until the next start"))
        self.close_button.setVisible(notice.closable)
        self.more_button = QToolButton(self)
        self.more_button.setObjectName("more-notices")
        self.more_button.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 4, 16, 4)
        layout.setSpacing(12)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(words, 1)
        layout.addWidget(self.more_button)
        if notice.command is not None:
            actions = Actions(self, (notice.command,))
            layout.addWidget(ActionButton(actions[notice.command.name], self))
        layout.addWidget(self.close_button)

    def offer_more(self, number: int) -> None:
        """Show a button for `number` further notices; none for 0."""
        words = ngettext("{n} more notice", "{n} more notices", number)
        self.more_button.setText(words.format(n=number))
        self.more_button.setVisible(number > 0)
