"""The written parts of the annual report, with last year's text beside them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from gongkai_desk.demo.camera import Camera
from gongkai_desk.domain.report import ReportDraft
from gongkai_desk.resources import table
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.report.problems_step import ProblemsStep
from gongkai_desk.ui.report.text_steps import OverviewStep
from gongkai_desk.ui.report.wizard import ReportWizardDialog
from gongkai_desk.ui.today import today


def report_text_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    """The report before last year's is written for the pictures only, and taken back."""
    camera.page("report")
    year = today().year - 1
    desk.reporting.save(_last_year(desk, year))
    for step in (Step.OVERVIEW, Step.PROBLEMS, Step.OTHER):
        _snap(camera, desk, year, step)
    desk.history.undo()


def _last_year(desk: Desk, year: int) -> ReportDraft:
    """Mostly another text, with some sentences that the next report has again."""
    given = table("sample", "last_report.toml")
    now = desk.reporting.report(desk.reporting.draft(year)).texts
    texts = replace(
        now,
        overview=tuple(text.strip() for text in given["overview"]),
        problems=given["problems"].strip(),
        other=given["other"].strip(),
    )
    return ReportDraft(id=f"report-{year - 1}", year=year - 1, texts=texts)


def _snap(camera: Camera, desk: Desk, year: int, step: Step) -> None:
    page = camera.window.page
    assert page is not None
    dialog = ReportWizardDialog(
        desk=desk,
        operations=page.operations,
        prompts=page.prompts,
        year=year,
        step=step,
        parent=camera.window,
    )
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
    camera.snap(f"report-text-{step.value}", dialog)
    dialog.done(0)
    dialog.deleteLater()
