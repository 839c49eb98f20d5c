"""The name of an attachment as a button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from gongkai_desk.domain.plan import Attachment
from gongkai_desk.i18n import _
from gongkai_desk.ui import icons
from gongkai_desk.ui.tasks.follow_up.work import FollowUp
from gongkai_desk.ui.widgets.plain import plain_tip
from gongkai_desk.ui.widgets.size_text import size_text


def file_button(attachment: Attachment, work: FollowUp, parent: QWidget) -> QPushButton:
    """The name of a file; its menu opens, saves and removes it."""
    button = QPushButton(parent)
    button.setObjectName(f"attachment-{attachment.id}")
    button.setProperty("look", "link")
    button.setAutoDefault(False)
    icons.set_icon(button, "attachment")
    size = size_text(attachment.size)
    wide = parent.fontMetrics().horizontalAdvance("字") * 16
    name = parent.fontMetrics().elidedText(attachment.name, Qt.TextElideMode.ElideMiddle, wide)
    button.setText(f"{name} ({size})".replace("&", "&&"))
    button.setToolTip(plain_tip(f"{attachment.name} ({size})"))
    button.setAccessibleName(attachment.name)
    menu = QMenu(button)
    menu.setObjectName("attachment-menu")
    for text, icon, run in (
        (_("&Open"), "open", work.kept.open),
        (_("&Save as…"), "save", work.kept.save_as),
        (_("&Remove…"), "delete", work.detach),
    ):
        action = menu.addAction(icons.icon(icon), text)
        action.triggered.connect(lambda _on=False, do=run: do(attachment))
    button.setMenu(menu)
    return button
