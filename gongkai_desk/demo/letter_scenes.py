"""The screens of letters: the leaf of a case, writing, printing many, and the settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from gongkai_desk.demo.camera import Camera
from gongkai_desk.domain.case import Case, Query, Status
from gongkai_desk.domain.request import Service, ServiceWay
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.letter_facts import GROUND
from gongkai_desk.ui.preferences.letters_section import LettersSection
from gongkai_desk.ui.register.detail import CaseDetail
from gongkai_desk.ui.register.letters.tab import LettersTab
from gongkai_desk.ui.today import today

_MISSING = {"补正事项": "请写明所需信息的年份和文件名称，说明是合同文本还是付款凭证。"}


def letter_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    """Letters of one running case, from the list to the printed page."""
    case = desk.register.rows(Query(status=Status.RUNNING), today())[-1]
    _write(desk, case)
    camera.page("requests", "open", case.request.id)
    page = camera.window.show_page("requests")
    detail, tab = page.findChild(CaseDetail), page.findChild(LettersTab)
    assert isinstance(detail, CaseDetail)
    assert isinstance(tab, LettersTab)
    detail.open_tab("letters-tab")
    QApplication.processEvents()
    camera.snap("letters")
    camera.dialog("letter-kind", "letter-new")
    camera.dialog("letter-write", "letter-edit")
    issued = desk.letter_papers.issued(request_id=case.request.id)
    tab.table.select([issued[0].id])
    for name in ("letter-service", "letter-replace", "letter-preview", "letter-envelope"):
        camera.dialog(name, name)
    detail.bar.setCurrentIndex(0)
    camera.page("settings", "letters")
    camera.snap("settings-letters")
    section = camera.window.show_page("settings").findChild(LettersSection)
    assert isinstance(section, LettersSection)
    camera.dialog("letter-wording", section.edit)


def _write(desk: Desk, case: Case) -> None:
    """An issued and served letter, a voided one, one not served yet, and a draft."""
    day = today()
    for kind, values in (("receipt", {}), ("clarification", _MISSING), ("clarification", _MISSING)):
        letter = desk.letters.draft(case.request.id, kind, on=day)
        desk.letters.issue(replace(letter, values=values), day)
    receipt, voided, _last = desk.letters.of(case.request.id)
    service = Service(way=ServiceWay.MAIL, posted_on=day, mail_number="1234567890123")
    desk.letters.record_service(receipt.id, service, day)
    desk.letters.void(voided.id, day, "补正事项有遗漏")
    draft = desk.letters.draft(case.request.id, "partial", on=day)
    values = {GROUND: "D5", "公开内容": "决算总表1份2页", "提供方式": "纸质邮寄"}
    desk.letters.save_draft(replace(draft, values=values))
