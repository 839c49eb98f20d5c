"""The screens of major decisions and self-inspections."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QScrollArea

from gongkai_desk.demo.camera import Camera
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.today import today


def decision_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    chosen = desk.decisions.standings(today())[0]
    camera.page("disclosure", section="decisions", record_id=chosen.id)
    camera.snap("decisions")
    camera.dialog("decision-stage", "record-stage")


def inspection_scenes(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("activities", section="inspections")
    camera.snap("inspections")
    camera.dialog("inspection-fill", "fill-inspection", _scroll)
    camera.page("settings", "disclosure")
    camera.snap("settings-disclosure")


def _scroll(dialog: QDialog) -> None:
    """To where the office file has something to say."""
    bar = dialog.findChildren(QScrollArea)[0].verticalScrollBar()
    QApplication.processEvents()
    bar.setValue(bar.maximum() // 4)
