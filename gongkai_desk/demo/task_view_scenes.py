"""The screens of the task views, their papers and 落实情况."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from gongkai_desk.demo.camera import Camera
from gongkai_desk.services.desk import Desk

_LOOKS = {"section": 1, "unit": 2, "month": 3, "status": 4}


def task_view_scenes(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("tasks")
    camera.command("show-all")
    for name in ("unit", "month"):
        _press(camera, _LOOKS[name])
        camera.snap(f"tasks-{name}")
    _press(camera, 0)
    for name in ("export-plan", "progress-texts"):
        camera.dialog(f"tasks-{name}", name)
    camera.page("tasks", "late")
    camera.dialog("tasks-urge-late", "urge-late")


def _press(camera: Camera, number: int) -> None:
    button = camera.window.findChild(QPushButton, f"task-look-{number}")
    assert isinstance(button, QPushButton)
    button.click()
