"""A work plan that leaves doubts, as it is looked through before it is taken."""

from __future__ import annotations

from pathlib import Path

from gongkai_desk import resources
from gongkai_desk.demo.camera import Camera
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.tasks.page import TasksPage


def doubtful_plan(camera: Camera, desk: Desk, _papers: Path) -> None:
    camera.page("tasks")
    page = camera.window.findChild(TasksPage)
    assert isinstance(page, TasksPage)
    text = resources.resource("sample", "work_plan_doubtful.txt").read_text("utf-8")
    reading = desk.tasks.read_text(text)
    camera.dialog("task-import-doubts", lambda: page.importing.preview(reading))
