"""The screens on which a task is followed up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QTabBar

from gongkai_desk.demo.camera import Camera
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.tasks.follow_up.comparison_dialog import ComparisonDialog
from gongkai_desk.ui.tasks.follow_up.leaves import DUTIES, RECORDS, REMINDERS, STEPS

_SHOWN = (
    ("优化主动公开机制", STEPS, "steps"),
    ("抓实业务培训", DUTIES, "duties"),
    ("举办政府开放日活动", RECORDS, "proof"),
    ("优化主动公开机制", REMINDERS, "reminders"),
)


def _changed(dialog: QDialog) -> None:
    """Show what changed: there is most to see."""
    assert isinstance(dialog, ComparisonDialog)
    dialog.view.buttons[2].click()


def follow_up_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    """Four leaves of tasks, the dialogs that carry over and compare."""
    plan = desk.tasks.plans()[0]
    tasks = {task.title: task for task in desk.tasks.tasks(plan.id)}
    for title, leaf, name in _SHOWN:
        camera.page("tasks", record_id=tasks[title].id)
        _leaves(camera).setCurrentIndex(leaf)
        camera.snap(f"task-{name}")
    camera.dialog("task-carry-over", "carry-over")
    camera.dialog("task-compare", "compare-plans", _changed)
    _leaves(camera).setCurrentIndex(0)


def _leaves(camera: Camera) -> QTabBar:
    bar: QTabBar | None = camera.window.findChild(QTabBar, "task-leaves")
    assert bar is not None
    return bar
