"""Pictures of the register seen from further away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog

from gongkai_desk.demo.camera import Camera
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.register.views.bulk_dialog import BulkDialog


def views(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("requests", view="all")
    camera.dialog("register-calendar", "due-calendar")
    camera.dialog("register-statistics", "register-statistics")
    camera.dialog("register-bulk", "bulk-work", _tag)


def _tag(dialog: QDialog) -> None:
    assert isinstance(dialog, BulkDialog)
    dialog.text.setText("文化惠民 财政资金")
