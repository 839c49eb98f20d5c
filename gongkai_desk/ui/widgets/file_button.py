"""The name of an attachment as a button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from gongkai_desk.domain.plan import Attachment
from gongkai_desk.i18n import _
from gongkai_desk.ui import icons
from gongkai_desk.ui.widgets.plain import plain_tip, restyle
from gongkai_desk.ui.widgets.size_text import size_text

Deed = Callable[[Attachment], object]


@dataclass(frozen=True, slots=True)
class FileDeeds:
    """What the menu of an attachment does."""

    open: Deed
    save_as: Deed
    remove: Deed


def file_button(
    attachment: Attachment, deeds: FileDeeds | None, parent: QWidget, *, widest: int
) -> QPushButton:
    """The name and size of a file; its menu opens, saves and removes it. A name wider than
    `widest` Chinese characters is cut in its middle.
    """
    button = QPushButton(parent)
    button.setObjectName(f"attachment-{attachment.id}")
    restyle(button, "look", "link")
    button.setAutoDefault(False)
    icons.set_icon(button, "attachment")
    size, metrics = size_text(attachment.size), parent.fontMetrics()
    room = metrics.horizontalAdvance("字") * widest
    name = metrics.elidedText(attachment.name, Qt.TextElideMode.ElideMiddle, room)
    button.setText(f"{name} ({size})".replace("&", "&&"))
    button.setToolTip(plain_tip(f"{attachment.name} ({size})"))
    button.setAccessibleName(attachment.name)
    if deeds is not None:
        button.setMenu(_menu(attachment, deeds, button))
    return button


def _menu(attachment: Attachment, deeds: FileDeeds, button: QPushButton) -> QMenu:
    menu = QMenu(button)
    menu.setObjectName("attachment-menu")
    for text, icon, run in (
        (_("&Open"), "open", deeds.open),
        (_("&Save as…"), "save", deeds.save_as),
        (_("&Remove…"), "delete", deeds.remove),
    ):
        action = menu.addAction(icons.icon(icon), text)
        action.triggered.connect(lambda _on=False, do=run: do(attachment))
    return menu
