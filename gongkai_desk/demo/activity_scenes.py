"""The screens of the work records."""

from __future__ import annotations

from pathlib import Path

from gongkai_desk.demo.camera import Camera
from gongkai_desk.services.desk import Desk


def institution_scenes(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("activities", section="institutions")
    camera.snap("institutions")
    camera.dialog("institution-new", "add-institution")
