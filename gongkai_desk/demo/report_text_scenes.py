"""The written parts of the annual report, with last year's text beside them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from gongkai_desk.demo.camera import Camera
from gongkai_desk.demo.wizard_at import put_away, wizard_at
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.report.problems_step import ProblemsStep
from gongkai_desk.ui.report.text_steps import OverviewStep


def report_text_scenes(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("report")
    for step in (Step.OVERVIEW, Step.PROBLEMS, Step.OTHER):
        _snap(camera, step)


def _snap(camera: Camera, step: Step) -> None:
    dialog = wizard_at(camera, step)
    dialog.show()
    if isinstance(dialog.page, ProblemsStep):
        dialog.page.last.rows[0].choice.buttons[1].click()
        dialog.page.last.rows[0].words.set_value("全年发布图解12篇")
        dialog.page.last.button.click()
    elif step is Step.OTHER:
        button = dialog.page.findChild(QWidget, "insert-innovation")
        assert button is not None
        button.click()  # type: ignore[attr-defined]
    else:
        dialog.page.findChild(QWidget, "overview.4").setFocus()  # type: ignore[union-attr]
    dialog.review()
    if isinstance(dialog.page, OverviewStep) and isinstance(dialog.page.ground, QScrollArea):
        QApplication.processEvents()
        dialog.page.ground.ensureWidgetVisible(dialog.page.parts[5])
    camera.snap(f"wizard-{step.value}", dialog)
    put_away(dialog)
