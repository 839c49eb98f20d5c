"""A published annual report, what the register says otherwise, and what publishing asks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from gongkai_desk.demo.camera import Camera
from gongkai_desk.domain.request import ApplicantKind, Request
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.today import today


def publishing_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    year = today().year - 2
    camera.page("report", view=str(year))
    page = camera.window.page
    assert page is not None
    changed = _a_case_of(desk, year)
    page.operations.perform(lambda: desk.register.save(changed, on=today()))
    camera.snap("report-published")
    camera.dialog("report-differences", lambda: _press(camera, "show-differences"))
    camera.dialog("report-editions", "report-editions")
    page.operations.undo()
    camera.page("report", view=str(today().year))
    camera.dialog("report-publish", "publish-report")
    camera.page("report", view=str(today().year - 1))


def _a_case_of(desk: Desk, year: int) -> Request:
    """A request behind the published report, as if its applicant had been another kind."""
    edition = desk.publishing.latest(year)
    assert edition is not None
    case = next(ids[0] for cell, ids in edition.cases.items() if cell.startswith("1."))
    request = desk.register.get(case, today()).request
    kinds = (ApplicantKind.BUSINESS, ApplicantKind.LEGAL_SERVICE)
    other = next(kind for kind in kinds if kind is not request.applicant.kind)
    return replace(request, applicant=replace(request.applicant, kind=other))


def _press(camera: Camera, name: str) -> None:
    button = camera.window.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()
