"""The screens of a case's side records, of the reminders and of the register's settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from gongkai_desk.demo.camera import Camera
from gongkai_desk.domain.case import Case, Query
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.register.records.dealings import DealingsTab
from gongkai_desk.ui.register.records.materials import MaterialsTab
from gongkai_desk.ui.register.records.publication import UndecidedDialog, open_decision
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog

SUBJECT, ANSWERED = "本年度非遗传承人补助发放名单", "海草房非遗保护专项资金使用明细"


def materials(camera: Camera, desk: Desk, _papers: Path) -> None:
    page = _open(camera, desk, SUBJECT, "materials")
    camera.snap("case-materials")
    tab = page.findChild(MaterialsTab, "materials")
    assert isinstance(tab, MaterialsTab)
    camera.dialog("case-add-files", tab.add_files)
    tab.searches.table.selectRow(0)
    camera.dialog("case-search", tab.edit_search)


def dealings(camera: Camera, desk: Desk, _papers: Path) -> None:
    page = _open(camera, desk, SUBJECT, "dealings")
    tab = page.findChild(DealingsTab, "dealings")
    assert isinstance(tab, DealingsTab)
    tab.errands.table.selectRow(1)
    camera.snap("case-dealings")
    camera.dialog("case-contact", tab.add_contact)
    camera.dialog("case-errand", tab.add_errand)
    camera.dialog("case-errand-answer", tab.answer_errand)
    camera.dialog("case-stage", tab.mark_stage)


def reminders(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("requests")
    camera.dialog("reminders", "show-reminders")


def publication(camera: Camera, desk: Desk, _papers: Path) -> None:
    page = _open(camera, desk, ANSWERED, "")
    case = _case(desk, ANSWERED)
    camera.dialog("publication", lambda: open_decision(page.context, [case.request]))
    often = desk.publication.often_asked(today(), 2)
    camera.dialog(
        "publication-lists", lambda: open_dialog(UndecidedDialog(page.context, often, page))
    )


def register_settings(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("settings", "register")
    camera.snap("settings-register")


def _open(camera: Camera, desk: Desk, subject: str, tab: str) -> RequestsPage:
    camera.page("requests", "all", _case(desk, subject).request.id)
    page = camera.window.page
    assert isinstance(page, RequestsPage)
    page.detail.bar.setCurrentIndex(0)
    page.detail.open_tab(tab)
    QApplication.processEvents()
    return page


def _case(desk: Desk, subject: str) -> Case:
    cases = desk.register.rows(Query(), today())
    return next(case for case in cases if case.request.subject == subject)


RECORD_SCENES = (materials, dealings, reminders, publication, register_settings)
