"""The form of a request: applicants, tags, files, receipt, what resembles it, what it lacks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.request import (
    ApplicantKind,
    Channel,
    IdentityKind,
    Matter,
    Request,
)
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.register.intake.similar_panel import EarlierCaseDialog
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.register.request_dialog import RequestDialog
from gongkai_desk.ui.widgets.form import ProblemLine
from tests.builders import an_applicant
from tests.ui.conftest import DAY
from tests.ui.register.conftest import Add
from tests.ui.scripted import ScriptedPrompts

Open = Callable[..., RequestDialog]


@pytest.fixture
def opened(desk: Desk, prompts: ScriptedPrompts, qtbot: QtBot) -> Open:
    """Opens the form; what it submits is written."""

    def open_form(request: Request | None = None, **values: object) -> RequestDialog:
        def submit(draft: Request) -> tuple[()]:
            if request is None:
                desk.register.add(draft, on=DAY, files=dialog.files)
            else:
                desk.register.save(draft, on=DAY, files=dialog.files, without=dialog.without)
            return ()

        dialog = RequestDialog(
            desk=desk,
            submit=submit,
            prompts=prompts,
            today=DAY,
            request=request,
            **values,  # type: ignore[arg-type]
        )
        qtbot.addWidget(dialog, before_close_func=QWidget.hide)
        dialog.show()
        return dialog

    return open_form


def fill(dialog: RequestDialog, name: str = "林知远", subject: str = "海草房保护资金") -> None:
    dialog.form.channel.set_value(Channel.IN_PERSON)
    dialog.form.date_field("submitted").set_date(DAY)
    dialog.form.set_text("applicant.name", name)
    dialog.form.set_text("subject", subject)


def button(dialog: QWidget, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def problem_below(dialog: QWidget, name: str) -> str:
    line = dialog.findChild(ProblemLine, f"{name}-problem")
    assert line is not None
    return line.text if not line.isHidden() else ""


def test_three_things_are_enough_and_the_rest_is_listed_quietly(opened: Open, desk: Desk) -> None:
    dialog = opened()
    assert dialog.lacking.isHidden()
    fill(dialog)
    assert "申请人类型、身份证明、联系方式" in dialog.lacking.text()
    assert problem_below(dialog, "applicant.kind") == ""
    dialog.save_button.click()
    assert desk.register.by_number("2026-001", DAY).request.applicant.name == "林知远"


def test_several_applicants_are_entered_one_after_the_other(opened: Open, desk: Desk) -> None:
    dialog = opened()
    fill(dialog)
    button(dialog, "add-applicant").click()
    assert dialog.form.text("applicant.name") == ""
    assert not dialog.save_button.isEnabled()
    dialog.form.set_text("applicant.name", "李𬱖")
    dialog.form.kind.set_value(ApplicantKind.BUSINESS)
    dialog.form.set_text("applicant.contact_person", "孙宁")
    button(dialog, "applicant-1").click()
    assert dialog.form.text("applicant.name") == "林知远"
    assert dialog.form.kind.value() is None
    assert dialog.form.field("applicant.contact_person").isHidden()
    dialog.save_button.click()
    lead, other = desk.register.by_number("2026-001", DAY).request.applicants
    assert (lead.name, other.name, other.contact_person) == ("林知远", "李𬱖", "孙宁")
    assert other.identity_kind is IdentityKind.CREDIT_CODE


def test_an_applicant_without_a_name_is_told_wherever_one_looks(opened: Open) -> None:
    dialog = opened()
    fill(dialog)
    button(dialog, "add-applicant").click()
    assert "第2位" in problem_below(dialog, "applicant.name")
    button(dialog, "applicant-1").click()
    assert "第2位" in problem_below(dialog, "other-applicants")
    assert not dialog.save_button.isEnabled()
    button(dialog, "applicant-2").click()
    button(dialog, "remove-applicant").click()
    assert dialog.save_button.isEnabled()
    assert dialog.form.text("applicant.name") == "林知远"


def test_taking_the_lead_out_makes_the_next_one_lead(opened: Open, add: Add) -> None:
    request = add(
        applicant=an_applicant(name="张一鸣"), co_applicants=(an_applicant(name="李二宝"),)
    )
    dialog = opened(request)
    assert dialog.draft() == request
    button(dialog, "remove-applicant").click()
    assert [one.name for one in dialog.draft().applicants] == ["李二宝"]


def test_a_request_with_everything_comes_back_as_it_was(opened: Open, add: Add) -> None:
    request = add(
        co_applicants=(
            an_applicant(name="周维", agent_name="卫青", agent_authority="一般授权"),
            an_applicant(
                name="云海测绘有限公司", kind=ApplicantKind.BUSINESS, contact_person="高明"
            ),
        ),
        matter=Matter.CORRECTION,
        arrived_at="17:40",
        tags=("自定标签", "征地拆迁"),
    )
    dialog = opened(request)
    for number in (3, 2, 1):
        button(dialog, f"applicant-{number}").click()
    assert dialog.draft() == request


def test_the_receipt_rule_is_told_with_its_date(opened: Open) -> None:
    dialog = opened()
    card = dialog.form.receipt
    assert card.isHidden()
    fill(dialog)
    assert "2026-11-20" in card.told.text()
    dialog.form.channel.set_value(Channel.PLAIN_MAIL)
    assert "不起算" in card.told.text()
    saturday = dt.date(2026, 11, 14)
    dialog.form.date_field("received").set_date(saturday)
    assert "休息日" in card.remark.text()
    assert "2026-11-16" in card.remark.text()
    dialog.form.set_text("confirmed_by", "登记岗")
    dialog.form.set_text("confirmed_how", "电话")
    assert "由登记岗确认（电话）" in card.told.text()


def test_an_arrival_after_hours_changes_nothing_and_says_so(opened: Open) -> None:
    dialog = opened()
    fill(dialog)
    dialog.form.channel.set_value(Channel.REGISTERED_MAIL)
    dialog.form.date_field("arrived").set_date(DAY)
    dialog.form.date_field("received").set_date(DAY)
    due = dialog.due.badge.word
    dialog.form.set_text("arrived_at", "17:40")
    assert "已过下班时间" in dialog.form.receipt.remark.text()
    assert dialog.due.badge.word == due
    dialog.form.set_text("arrived_at", "快下班")
    assert "不是时刻" in problem_below(dialog, "arrived_at")
    assert dialog.save_button.isEnabled()


def test_tags_are_clicked_or_typed(opened: Open) -> None:
    dialog = opened()
    button(dialog, "tag-征地拆迁").click()
    line = dialog.form.tags.line
    line.setText("渔业")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    line.setText("非遗、未完")
    assert dialog.draft().tags == ("征地拆迁", "渔业", "非遗", "未完")
    button(dialog, "tag-渔业").click()
    assert "渔业" not in dialog.draft().tags


def test_dropped_files_are_stored_with_the_request(
    opened: Open, desk: Desk, tmp_path: Path
) -> None:
    paths = [tmp_path / "申请表.pdf", tmp_path / "身份证.jpg"]
    for path in paths:
        path.write_bytes(b"made up")
    dialog = opened()
    fill(dialog)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (*paths, tmp_path)])
    drop = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(drop)
    dialog.save_button.click()
    request = desk.register.by_number("2026-001", DAY).request
    assert [one.name for one in desk.intake.attachments(request.id)] == ["申请表.pdf", "身份证.jpg"]
    again = opened(request)
    again.attached.list.setCurrentRow(0)
    button(again, "take-out-file").click()
    again.save_button.click()
    assert [one.name for one in desk.intake.attachments(request.id)] == ["身份证.jpg"]


def test_the_scan_folder_is_asked_for_once(
    opened: Open, desk: Desk, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "扫描0001.pdf").write_bytes(b"x")
    dialog = opened()
    prompts.answers = [folder]
    button(dialog, "scan-files").click()
    assert desk.register_settings.get().scan_folder == str(folder)
    button(dialog, "scan-files").click()
    first = dialog.attached.menu.actions()[0]
    assert first.text() == "扫描0001.pdf"
    first.trigger()
    dialog.attached.menu.hide()
    assert [path.name for path in dialog.files] == ["扫描0001.pdf"]


def test_a_rare_character_is_named_and_one_without_a_typeface_warned_of(opened: Open) -> None:
    dialog = opened()
    fill(dialog, name="李𬱖")
    words = dialog.form.field("applicant.name").words.text()  # type: ignore[attr-defined]
    assert "𬱖 (U+2CC56)" in words
    assert problem_below(dialog, "applicant.name") == ""
    dialog.form.set_text("applicant.name", "李\ue123")
    assert "内置字体" in problem_below(dialog, "applicant.name")
    assert dialog.save_button.isEnabled()


def test_an_identity_number_tells_whom_to_compare_with(opened: Open) -> None:
    dialog = opened()
    fill(dialog)
    dialog.form.set_text("applicant.identity_number", "11010519491231002X")
    words = dialog.form.field("applicant.identity_number").words  # type: ignore[attr-defined]
    assert "女，1949年12月31日出生" in words.text()
    dialog.form.identity.set_value(IdentityKind.PASSPORT)
    assert words.text() == ""


def test_earlier_requests_appear_while_typing(opened: Open, add: Add, qtbot: QtBot) -> None:
    add(number="2026-007", subject="海草房保护资金的使用情况")
    add(number="2026-008", subject="学区划分", applicant=an_applicant(name="周维"))
    dialog = opened()
    fill(dialog, subject="关于海草房保护资金使用情况的信息")
    qtbot.waitUntil(lambda: dialog.similar.isVisible())
    (match,) = dialog.similar.matches
    assert match.request.number == "2026-007"
    assert match.duplicate
    button(dialog, "open-2026-007").click()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, EarlierCaseDialog)
    assert "海草房" in shown.windowTitle() or shown.windowTitle().endswith("2026-007")
    shown.reject()


def test_the_eleventh_request_of_a_month_may_be_charged(
    opened: Open, add: Add, qtbot: QtBot
) -> None:
    for day in range(1, 11):
        date = dt.date(2026, 11, day)
        add(submitted=date, arrived=date, received=date, subject=f"第{day}件完全不同的事项")
    dialog = opened()
    fill(dialog)
    qtbot.waitUntil(lambda: not dialog.similar.count.isHidden())
    assert "第11件" in dialog.similar.count.word
    assert "100元" in dialog.similar.count.word


def test_the_form_of_the_page_stores_what_was_entered(
    page: RequestsPage, desk: Desk, operations: Operations, tmp_path: Path
) -> None:
    path = tmp_path / "申请表.pdf"
    path.write_bytes(b"made up")
    page.deeds.new(files=[path])
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RequestDialog)
    fill(dialog)
    dialog.save_button.click()
    request = desk.register.by_number("2026-001", DAY).request
    assert len(desk.intake.attachments(request.id)) == 1
    assert page.deeds.case is not None
    assert page.deeds.case.request.id == request.id
