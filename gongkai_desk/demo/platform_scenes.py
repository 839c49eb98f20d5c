"""The screens of platforms and of messages to answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog

from gongkai_desk.demo.camera import Camera
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.activities.platforms.round_dialog import RoundDialog
from gongkai_desk.ui.activities.platforms.round_table import UPDATE, WRONG
from gongkai_desk.ui.today import today


def platform_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    late = next(one for one in desk.platforms.standings(today()) if one.late_days)
    camera.page("activities", section="platforms", record_id=late.id)
    camera.snap("platforms")
    camera.dialog("platform-round", "round-of-checks", _type_round)
    camera.dialog("platform-change", "edit-platform")
    camera.dialog("platform-limits", "platform-limits")


def message_scenes(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("activities", section="messages")
    camera.snap("messages")
    camera.dialog("message-change", "edit-message")


def _type_round(dialog: QDialog) -> None:
    assert isinstance(dialog, RoundDialog)
    dialog.only_due.setChecked(False)
    dialog.table.put(0, UPDATE, "-1")
    dialog.table.put(1, UPDATE, "=")
    dialog.table.put(1, WRONG, "一处错链")
    dialog.table.put(2, UPDATE, "13-40")
