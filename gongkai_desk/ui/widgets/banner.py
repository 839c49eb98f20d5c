"""Notices across the top of the window: something waits for the officer, but nothing stops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gongkai_desk.i18n import _
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
    """Shows the notices that hold now; `show_notices` replaces them all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banners")
        self._closed: set[str] = set()
        self._shown: tuple[Notice, ...] = ()
        self._bars: list[Banner] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_notices(self, notices: Sequence[Notice]) -> None:
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
        for bar in self._bars:
            bar.close_button.clicked.connect(lambda _on=False, b=bar: self._close(b.notice))
            self._layout.addWidget(bar)
        self.setVisible(bool(shown))

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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 6, 16, 6)
        layout.setSpacing(12)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(words, 1)
        if notice.command is not None:
            actions = Actions(self, (notice.command,))
            layout.addWidget(ActionButton(actions[notice.command.name], self))
        layout.addWidget(self.close_button)
