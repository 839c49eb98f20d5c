"""The report wizard, opened at one step for a picture."""

from __future__ import annotations

from gongkai_desk.demo.camera import Camera
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.report.wizard import ReportWizardDialog
from gongkai_desk.ui.today import today


def wizard_at(camera: Camera, step: Step, *, years_ago: int = 1) -> ReportWizardDialog:
    """The wizard of the report of an earlier year, over the page that is shown; not shown yet."""
    page = camera.window.page
    assert page is not None
    return ReportWizardDialog(
        desk=page.desk,
        operations=page.operations,
        prompts=page.prompts,
        year=today().year - years_ago,
        step=step,
        parent=camera.window,
    )


def put_away(wizard: ReportWizardDialog) -> None:
    """Close the wizard without a question, and let go of it."""
    wizard.done(0)
    wizard.deleteLater()
