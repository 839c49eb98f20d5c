"""Pasting an application, the log of attempts, and the view of those who cannot be reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.request import Channel, Matter, Request
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.pictures import interpreting_labels
from gongkai_desk.ui.register import privacy
from gongkai_desk.ui.register.facts import facts
from gongkai_desk.ui.register.filters import View
from gongkai_desk.ui.register.intake.contact_dialog import ContactDialog
from gongkai_desk.ui.register.intake.paste_dialog import PasteRequestDialog
from gongkai_desk.ui.register.intake.proposals import ProposalRow, field_text
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.register.receipt_dialog import ReceiptDialog
from gongkai_desk.ui.register.request_dialog import RequestDialog
from tests.builders import an_applicant
from tests.intake_texts import TEXTS
from tests.ui.conftest import DAY
from tests.ui.register.conftest import Add, case_of
from tests.ui.scripted import ScriptedPrompts

FORM = TEXTS[0].text


class Taken:
    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.files: list[Sequence[Path]] = []

    def __call__(self, request: Request, files: Sequence[Path]) -> None:
        self.requests.append(request)
        self.files.append(files)


@pytest.fixture
def taken() -> Taken:
    return Taken()


@pytest.fixture
def paste(desk: Desk, prompts: ScriptedPrompts, taken: Taken, qtbot: QtBot) -> PasteRequestDialog:
    QGuiApplication.clipboard().clear()
    dialog = PasteRequestDialog(desk=desk, submit=taken, prompts=prompts, today=DAY)
    qtbot.addWidget(dialog, before_close_func=QWidget.hide)
    dialog.show()
    return dialog


def row(dialog: PasteRequestDialog, field: str) -> ProposalRow:
    return next(one for one in dialog.list.rows if one.proposal.field == field)


def test_only_what_is_ticked_is_taken(paste: PasteRequestDialog, taken: Taken) -> None:
    assert not paste.take_button.isEnabled()
    paste.text.setPlainText(FORM)
    paste.read()
    row(paste, "applicant.phone").box.setChecked(False)
    row(paste, "applicant.name").value.set_value("林致远")
    paste.take_button.click()
    (request,) = taken.requests
    assert request.applicant.name == "林致远"
    assert request.applicant.phone == ""
    assert request.applicant.identity_number == "11010519491231002X"
    assert request.submitted == dt.date(2026, 11, 18)


def test_what_is_inferred_waits_for_the_officer(paste: PasteRequestDialog) -> None:
    paste.text.setPlainText(
        "发件人: 赵明远 <zhao@example.com>\n主题: 关于学区划分的政府信息\n\n您好"
    )
    paste.read()
    assert not row(paste, "applicant.name").box.isChecked()
    assert row(paste, "applicant.email").box.isChecked()
    assert paste.channel.value() is Channel.EMAIL


def test_of_two_phones_one_is_taken(paste: PasteRequestDialog, taken: Taken) -> None:
    paste.text.setPlainText("电话：13800000001\n手机：13900000002")
    paste.read()
    first, second = paste.list.rows
    second.box.setChecked(True)
    assert not first.box.isChecked()
    paste.take_button.click()
    assert taken.requests[0].applicant.phone == "13900000002"


def test_the_mark_is_right_behind_rare_characters(paste: PasteRequestDialog) -> None:
    paste.text.setPlainText("姓名：李𬱖𫖮\n电话：13800000001")
    paste.read()
    marked = [mark.cursor.selectedText() for mark in paste.text.extraSelections()]  # type: ignore[attr-defined]
    assert sorted(marked) == ["13800000001", "李𬱖𫖮"]
    row(paste, "applicant.phone").value.setFocus()
    assert paste.text.textCursor().blockNumber() in (0, 1)


def test_text_that_tells_nothing_becomes_the_description(
    paste: PasteRequestDialog, taken: Taken
) -> None:
    paste.text.setPlainText("<b>看不懂</b>的来信")
    paste.read()
    assert "未识别" in paste.told.text()
    assert interpreting_labels(paste) == []
    paste.take_button.click()
    assert taken.requests[0].description == "<b>看不懂</b>的来信"


def test_a_correction_is_recognised(paste: PasteRequestDialog, taken: Taken) -> None:
    paste.text.setPlainText("更正政府信息申请\n申请人：冯程")
    paste.read()
    assert paste.matter.value() is Matter.CORRECTION


def test_a_mail_brings_its_files(
    paste: PasteRequestDialog, taken: Taken, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    message = EmailMessage()
    message["From"] = "赵明远 <zhao@example.com>"
    message.set_content("申请人：赵明远")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="身份证.pdf")
    path = tmp_path / "来信.eml"
    path.write_bytes(message.as_bytes())
    broken = tmp_path / "坏.eml"
    broken.write_bytes(b"nothing")
    prompts.answers = [broken, path]
    paste.mail_button.click()
    assert prompts.asked[-1][0] == "problems"
    paste.mail_button.click()
    paste.take_button.click()
    assert [each.name for each in taken.files[0]] == ["来信.eml", "身份证.pdf"]
    assert taken.files[0][1].read_bytes() == b"%PDF"
    assert taken.requests[0].channel is Channel.EMAIL


def test_closing_asks_before_typed_text_is_lost(
    paste: PasteRequestDialog, prompts: ScriptedPrompts
) -> None:
    paste.text.setPlainText(FORM)
    prompts.answers = [False, True]
    paste.reject()
    assert paste.isVisible()
    paste.reject()
    assert not paste.isVisible()


def test_every_field_that_can_be_found_has_a_name() -> None:
    for each in TEXTS:
        for field in each.first:
            assert field_text(field)


def test_a_pasted_application_opens_the_form_filled(page: RequestsPage) -> None:
    QGuiApplication.clipboard().setText(FORM)
    action = page.findChild(QAction, "paste-request")
    assert isinstance(action, QAction)
    assert action.shortcut().toString() == "Ctrl+Shift+V"
    action.trigger()
    paste = QApplication.activeModalWidget()
    assert isinstance(paste, PasteRequestDialog)
    assert paste.list.rows
    paste.take_button.click()
    form = QApplication.activeModalWidget()
    assert isinstance(form, RequestDialog)
    assert form.form.text("applicant.name") == "林知远"
    assert form.form.text("number") == "2026-001"
    form.form.channel.set_value(Channel.ONLINE)
    form.save_button.click()
    assert page.deeds.case is not None
    assert page.deeds.case.request.applicant.postcode == "264200"


def test_attempts_are_logged_until_somebody_is_reached(
    page: RequestsPage, desk: Desk, add: Add
) -> None:
    request = add(channel=Channel.PLAIN_MAIL, received=None, arrived=DAY, submitted=DAY)
    page.refresh(None)
    page.show_case(request.id)
    attempt(page, reached=False)
    assert len(desk.intake.contacts(request.id)) == 1
    page.refresh(None)
    page.filters.choose(View.UNREACHABLE)
    assert [case.request.id for case in page.table.records.rows] == [request.id]
    attempt(page, reached=True)
    confirm = QApplication.activeModalWidget()
    assert isinstance(confirm, ReceiptDialog)
    assert confirm.by.value() == "登记岗"
    assert "10:20" in confirm.how.value()
    confirm.save_button.click()
    assert desk.register.get(request.id, DAY).request.received == DAY


def attempt(page: RequestsPage, *, reached: bool) -> None:
    action = page.findChild(QAction, "record-contact")
    assert isinstance(action, QAction)
    assert action.isEnabled()
    action.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ContactDialog)
    assert dialog.save_button.isEnabled() == bool(dialog.by.value())
    dialog.time.set_value("10:20")
    dialog.by.set_value("登记岗")
    dialog.ended.set_value(reached)
    dialog.save_button.click()


def test_the_log_is_for_receipts_that_wait(page: RequestsPage, add: Add) -> None:
    request = add()
    page.refresh(None)
    page.show_case(request.id)
    action = page.findChild(QAction, "record-contact")
    assert isinstance(action, QAction)
    assert not action.isEnabled()


def test_facts_show_the_new_fields_and_can_be_masked(desk: Desk, add: Add) -> None:
    request = add(
        applicant=an_applicant(agent_name="卫青", agent_identity_number="11010519491231002X"),
        co_applicants=(an_applicant(name="李二宝", phone="13800000001"),),
        matter=Matter.CORRECTION,
        arrived_at="17:40",
        platform_number="PT-1",
        tags=("渔业", "非遗"),
    )
    case = case_of(desk, request)
    told = dict(facts(case))
    assert told["共同申请人"] == "李二宝，13800000001"
    assert told["申请事项"].startswith("申请更正信息")
    assert told["到达"] == "2026-09-18 17:40"
    assert (told["平台编号"], told["标签"]) == ("PT-1", "渔业、非遗")
    assert "110105********002X" in told["代理人"]
    privacy.hide(True)
    hidden = dict(facts(case))
    privacy.hide(False)
    everything = "\n".join(hidden.values())
    for secret in ("林知远", "李二宝", "13800000001", "卫青"):
        assert secret not in everything
