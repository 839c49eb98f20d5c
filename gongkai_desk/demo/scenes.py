"""Every screen of the program, in the order of the navigation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from gongkai_desk import resources
from gongkai_desk.demo.activity_records_scenes import activity_record_scenes
from gongkai_desk.demo.activity_scenes import institution_scenes
from gongkai_desk.demo.camera import Camera, settle
from gongkai_desk.demo.catalogue_scenes import catalogue_scenes
from gongkai_desk.demo.comparison_scenes import comparison_scenes
from gongkai_desk.demo.decision_scenes import decision_scenes, inspection_scenes
from gongkai_desk.demo.dispute_scenes import archive_scenes, dispute_scenes, timeline_scenes
from gongkai_desk.demo.document_scenes import document_scenes
from gongkai_desk.demo.finding_scenes import finding_scenes, foreign_scenes
from gongkai_desk.demo.followup_scenes import follow_up_scenes
from gongkai_desk.demo.home_scenes import home_scenes
from gongkai_desk.demo.intake_scenes import intake_scenes
from gongkai_desk.demo.layouts_scenes import doubtful_plan
from gongkai_desk.demo.ledger_scenes import ledger_scenes
from gongkai_desk.demo.letter_scenes import letter_scenes
from gongkai_desk.demo.number_scenes import number_scenes
from gongkai_desk.demo.platform_scenes import message_scenes, platform_scenes
from gongkai_desk.demo.procedure_scenes import procedure_scenes
from gongkai_desk.demo.publishing_scenes import publishing_scenes
from gongkai_desk.demo.records_scenes import RECORD_SCENES
from gongkai_desk.demo.register_scenes import register_list
from gongkai_desk.demo.report_text_scenes import report_text_scenes
from gongkai_desk.demo.roll_up_scenes import roll_up_scenes
from gongkai_desk.demo.task_view_scenes import task_view_scenes
from gongkai_desk.demo.view_scenes import views
from gongkai_desk.demo.wizard_at import put_away, wizard_at
from gongkai_desk.domain.case import Case, Query, Status
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.first_start import FirstStart
from gongkai_desk.ui.help.viewer import HelpDialog
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.prompts import DialogPrompts
from gongkai_desk.ui.today import today

Scene = Callable[[Camera, Desk, Path], None]

_EVENTS = ("clarification_requested", "consultation_sent", "extended", "delayed", "fee_noticed")
_SECTIONS = ("office", "calendar", "backup", "appearance", "journal")


def scenes() -> Iterator[Scene]:
    yield from (_first_start, home_scenes, _tasks, _requests, _new_request, _request_dialogs)
    yield task_view_scenes
    yield views
    yield letter_scenes
    yield from ledger_scenes()
    yield from procedure_scenes()
    yield from RECORD_SCENES
    yield from (dispute_scenes, timeline_scenes, archive_scenes)
    yield from intake_scenes()
    yield register_list
    yield institution_scenes
    yield from (platform_scenes, message_scenes)
    yield from (decision_scenes, inspection_scenes)
    yield document_scenes
    yield activity_record_scenes
    yield follow_up_scenes
    yield catalogue_scenes
    yield doubtful_plan
    yield from (_report, _wizard, report_text_scenes, number_scenes, finding_scenes)
    yield from (publishing_scenes, comparison_scenes, roll_up_scenes, foreign_scenes)
    yield from (_settings, _help, _preview)


def _first_start(camera: Camera, _desk: Desk, _papers: Path) -> None:
    dialog = FirstStart(lambda _office: (), lambda: ())
    dialog.show()
    camera.snap("first-start", dialog)
    dialog.done(0)
    dialog.deleteLater()


def _tasks(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("tasks")
    camera.snap("tasks")
    camera.command("show-all")
    camera.snap("tasks-all")
    for name in ("add-record", "edit-note", "change-ours", "correct-task"):
        camera.dialog(f"task-{name}", name)
    camera.dialog("task-paste", "paste-plan", lambda dialog: _type(dialog, _work_plan()))
    camera.dialog("task-import", "import-plan")


def _requests(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("requests", view="open")
    camera.snap("requests")
    camera.page("requests", view="all")
    camera.snap("requests-all")


def _new_request(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("requests")
    camera.dialog("request-new", "new-request")


def _request_dialogs(camera: Camera, desk: Desk, _papers: Path) -> None:
    running = _case(desk, Status.RUNNING)
    camera.page("requests", "open", running.request.id)
    camera.dialog("request-edit", "edit-request")
    for kind in _EVENTS:
        camera.dialog(f"request-{kind}", f"record-{kind}")
    camera.dialog("request-close", "close-request")
    consulting = _case(desk, Status.SUSPENDED)
    camera.page("requests", "open", consulting.request.id)
    camera.snap("request-consulting")
    camera.dialog("request-due-date", "explain-due")
    camera.dialog("request-answered", "record-consultation_answered")
    unconfirmed = _case(desk, Status.UNCONFIRMED)
    camera.page("requests", "open", unconfirmed.request.id)
    camera.dialog("request-receipt", "confirm-receipt")
    closed = _case(desk, Status.CLOSED)
    camera.page("requests", "closed", closed.request.id)
    camera.snap("request-closed")
    camera.dialog("request-reopen", "reopen-request")


def _report(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("report")
    camera.snap("report")


def _wizard(camera: Camera, _desk: Desk, _papers: Path) -> None:
    """The steps without written parts; those have scenes of their own."""
    for step in (Step.TABLE_2, Step.TABLE_3, Step.TABLE_4, Step.FINISH):
        dialog = wizard_at(camera, step)
        dialog.show()
        camera.snap(f"wizard-{step.value}", dialog)
        put_away(dialog)


def _settings(camera: Camera, _desk: Desk, _papers: Path) -> None:
    for section in _SECTIONS:
        camera.page("settings", section)
        camera.snap(f"settings-{section}")
    for name, text in (("wrong", "2027年放假安排待定。"), ("right", _notice())):
        camera.dialog(
            f"notice-{name}",
            lambda: camera.page("settings", "notice"),
            lambda dialog, typed=text: _type(dialog, typed),  # type: ignore[misc]
        )


def _help(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.dialog("shortcuts", "shortcuts")
    camera.command("manual")
    tops = QApplication.topLevelWidgets()
    (manual,) = (top for top in tops if isinstance(top, HelpDialog) and top.isVisible())
    camera.snap("help", manual)
    manual.close()


def _preview(camera: Camera, _desk: Desk, papers: Path) -> None:
    report = next(papers.glob("*年度报告.pdf"))
    dialog = PreviewDialog(report, report.stem, DialogPrompts(), camera.window)
    dialog.show()
    camera.snap("print-preview", dialog)
    dialog.done(0)
    dialog.deleteLater()


def _case(desk: Desk, status: Status) -> Case:
    """The latest case in this state."""
    return desk.register.rows(Query(status=status), today())[-1]


def _type(dialog: QDialog, text: str) -> None:
    field: QWidget | None = dialog.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText(text)
    settle(dialog)


def _work_plan() -> str:
    return resources.resource("sample", "work_plan.txt").read_text("utf-8")


def _notice() -> str:
    """A notice that was really issued, so that nothing is invented: the latest one we have."""
    (notice,) = resources.table("holidays", "2026.toml")["notices"]
    return f"{notice['title']}\n{notice['text']}"
