"""The home page and what it opens."""

from __future__ import annotations

from pathlib import Path

from gongkai_desk.demo.camera import Camera
from gongkai_desk.services.desk import Desk


def home_scenes(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("home")
    camera.snap("home")
    camera.dialog("readiness", "show-unready")
