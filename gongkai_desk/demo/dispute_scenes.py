"""Screens of 复议诉讼, of the time axis and of the archive."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QTabBar, QWidget

from gongkai_desk.demo.camera import Camera
from gongkai_desk.domain.case import Case, Query, Status
from gongkai_desk.domain.case_file import DisputeKind
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.register.detail import CaseDetail
from gongkai_desk.ui.today import today


def dispute_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    """The leaf with and without a dispute, its dialogs, the lists, the case library."""
    rows = desk.disputes.rows()
    waiting = next(row for row in rows if row.running)
    suit = next(row for row in rows if row.dispute.kind is DisputeKind.LITIGATION)
    _leaf(camera, "tab-disputes", waiting.request.id)
    camera.snap("disputes-answer-due")
    camera.dialog("dispute-edit", "dispute-edit")
    _leaf(camera, "tab-disputes", suit.request.id)
    camera.snap("disputes-concluded")
    camera.dialog("dispute-suit", "dispute-edit")
    camera.dialog("dispute-new", "add-dispute")
    camera.dialog("disputes-all", "all-disputes")
    camera.dialog("case-library", "case-library")


def timeline_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    """The time axis of cases in different states."""
    for status in (Status.SUSPENDED, Status.AWAITING_CLARIFICATION, Status.RUNNING):
        case = desk.register.rows(Query(status=status), today())[-1]
        _leaf(camera, "tab-timeline", case.request.id)
        camera.snap(f"time-axis-{status.value}")
    _leaf(camera, "tab-timeline", _answered_twice(desk).request.id)
    camera.snap("time-axis-redecision")


def archive_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    """Archiving one case, and the lists."""
    camera.page("requests", "closed", desk.archive.waiting(today())[0].request.id)
    camera.dialog("archive-case", "archive-case")
    camera.dialog("archive-lists", "archive-lists")
    _leaf(camera, "", "")


def _answered_twice(desk: Desk) -> Case:
    return next(case for case in desk.register.rows(Query(), today()) if case.request.endings)


def _leaf(camera: Camera, tab: str, request_id: str) -> None:
    """Show a case with a leaf of its file in front; without a name the overview again."""
    if request_id:
        camera.page("requests", "all", request_id)
    detail = camera.window.findChild(CaseDetail, "case-detail")
    assert isinstance(detail, QWidget)
    if tab:
        detail.open_tab(tab)
    else:
        bar = detail.findChild(QTabBar, "case-tabs")
        assert isinstance(bar, QTabBar)
        bar.setCurrentIndex(0)
