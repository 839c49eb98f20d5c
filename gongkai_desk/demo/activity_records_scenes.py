"""The screens of the records of work, and of the report's sentences drafted from them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog

from gongkai_desk.demo.camera import Camera
from gongkai_desk.demo.wizard_at import wizard_at
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.report.text_steps import OverviewStep


def activity_record_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    seats = next(one for one in desk.activities.activities() if one.kind.value == "meeting_seats")
    camera.page("activities", record_id=seats.id, section="activities")
    camera.snap("activities")
    camera.dialog("activity-edit", "edit-activity")
    camera.dialog("activity-counts", "count-activities")
    camera.dialog("report-sentences", lambda: _open_sentences(camera))


def _open_sentences(camera: Camera) -> QDialog:
    """The sentences the year's records give for the fifth sub-part, over the wizard's page."""
    step = wizard_at(camera, Step.OVERVIEW, years_ago=0).page
    assert isinstance(step, OverviewStep)
    return step.records(4).open()
