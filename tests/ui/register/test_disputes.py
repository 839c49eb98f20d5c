"""复议诉讼 in the window: the leaf, its dialogs, the lists, the case library, table 4."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.case import Status
from gongkai_desk.domain.case_file import DisputeKind, DisputeResult, Procedure
from gongkai_desk.domain.request import Request
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.pictures import interpreting_labels
from gongkai_desk.ui.register.disputes.dialog import DisputeDialog
from gongkai_desk.ui.register.disputes.lists import DisputesDialog, LibraryDialog
from gongkai_desk.ui.register.disputes.redecision_dialog import RedecisionDialog
from gongkai_desk.ui.register.disputes.tab import DisputesTab
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.report.dispute_matrix import DisputeCell, DisputeMatrix
from gongkai_desk.ui.report.wizard import ReportWizardDialog
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import LongTextField, TextField
from tests.builders import a_dispute
from tests.ui.conftest import DAY
from tests.ui.register.conftest import Add, case_of
from tests.ui.scripted import ScriptedPrompts

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def refused(add: Add, desk: Desk, page: RequestsPage) -> Request:
    """Refused as an internal matter on 15 October, chosen in the register."""
    request = add(number="2026-001", subject="局务会议记录")
    desk.register.close(
        request.id, outcome="D5", reason="内部事务", dated=dt.date(2026, 10, 15), on=DAY
    )
    page.refresh(None)
    page.show_case(request.id)
    page.detail.open_tab("tab-disputes")
    return request


def tab(page: RequestsPage) -> DisputesTab:
    found = page.findChild(DisputesTab)
    assert found is not None
    return found


def press(page: RequestsPage, name: str) -> None:
    (action,) = page.findChildren(QAction, name)
    assert action.isEnabled(), name
    action.trigger()


def opened(page: QWidget, kind: type[D]) -> D:
    return next(each for each in page.findChildren(kind) if each.isVisible())


def type_date(dialog: DraftDialog[Any], name: str, text: str) -> None:
    field = dialog.form.field(name)
    assert isinstance(field, DateField)
    field.line.selectAll()
    QTest.keyClicks(field.line, text)


def enter(dialog: DisputeDialog, name: str, text: str) -> None:
    field = dialog.form.field(name)
    assert isinstance(field, TextField | LongTextField)
    field.set_value(text)


def save(dialog: DraftDialog[Any]) -> None:
    assert dialog.save_button.isEnabled(), [one.code for one in dialog.problems()]
    dialog.save_button.click()


def tab_words(page: RequestsPage) -> list[str]:
    bar = page.detail.bar
    return [bar.tabText(number) for number in range(bar.count())]


def test_without_a_dispute_the_applicants_limits_show(page: RequestsPage, refused: Request) -> None:
    leaf = tab(page)
    assert "复议诉讼" in tab_words(page)
    assert leaf.heading.text() == "申请人寻求救济的期限"
    words = [label.text() for label in leaf.deadlines.findChildren(type(leaf.heading))]
    assert "2026年12月14日（周一）" in words
    assert not interpreting_labels(page)


def test_a_reconsideration_is_entered_with_live_deadlines(
    page: RequestsPage, refused: Request, desk: Desk
) -> None:
    press(page, "add-dispute")
    dialog = opened(page, DisputeDialog)
    assert not dialog.save_button.isEnabled(), "the authority is not known"
    enter(dialog, "authority", "云海区人民政府")
    type_date(dialog, "received_on", "2026-11-16")
    assert "2026年11月23日（周一）" in dialog.effect.headline.text()
    dialog.procedure.set_value(Procedure.ORDINARY)
    assert "2026年11月30日（周一）" in dialog.effect.headline.text()
    dialog.kind.set_value(DisputeKind.LITIGATION)
    assert "2026年12月1日（周二）" in dialog.effect.headline.text()
    assert dialog.form.field("procedure").isHidden()
    assert not dialog.form.field("after_id").isHidden()
    dialog.kind.set_value(DisputeKind.RECONSIDERATION)
    save(dialog)
    (kept,) = desk.disputes.of(refused.id)
    assert (kept.authority, kept.procedure, kept.claimant) == (
        "云海区人民政府",
        Procedure.ORDINARY,
        "林知远",
    )
    assert "复议诉讼  1" in tab_words(page)
    assert tab(page).heading.text() == "行政复议"


def test_what_is_wrong_stands_at_its_field(
    page: RequestsPage, refused: Request, desk: Desk
) -> None:
    desk.disputes.add(a_dispute(refused), on=DAY)
    page.refresh(None)
    press(page, "dispute-edit")
    dialog = opened(page, DisputeDialog)
    assert dialog.focusWidget() is dialog.form.field("answered_on").findChild(QLineEdit)
    type_date(dialog, "answered_on", "2026-11-01")
    assert not dialog.save_button.isEnabled()
    type_date(dialog, "answered_on", "2026-11-12")
    assert dialog.save_button.isEnabled(), "late is only told"
    assert "2026-11-09" in dialog.form.field("answered_on").accessibleDescription()


def test_result_and_lessons_go_into_the_library(
    page: RequestsPage, refused: Request, desk: Desk
) -> None:
    desk.disputes.add(a_dispute(refused, answered_on=dt.date(2026, 11, 6)), on=DAY)
    page.refresh(None)
    press(page, "dispute-edit")
    dialog = opened(page, DisputeDialog)
    type_date(dialog, "decided_on", "2026-11-17")
    assert not dialog.save_button.isEnabled()
    dialog.verdict.set_value(DisputeResult.UPHELD)
    enter(dialog, "lesson", "理由要写到具体事项")
    enter(dialog, "tags", "内部事务，程序")
    library = dialog.findChild(QCheckBox, "in_library")
    assert library is not None
    library.click()
    save(dialog)
    (kept,) = desk.disputes.of(refused.id)
    assert (kept.result, kept.tags, kept.in_library) == (
        DisputeResult.UPHELD,
        ("内部事务", "程序"),
        True,
    )
    assert "经验教训：理由要写到具体事项" in tab(page).lesson.text()


def test_an_ordered_answer_takes_the_case_up_again(
    page: RequestsPage, refused: Request, desk: Desk
) -> None:
    desk.disputes.add(
        a_dispute(
            refused,
            answered_on=dt.date(2026, 11, 6),
            decided_on=dt.date(2026, 11, 16),
            result=DisputeResult.CORRECTED,
        ),
        on=DAY,
    )
    page.refresh(None)
    press(page, "dispute-order")
    dialog = opened(page, RedecisionDialog)
    type_date(dialog, "date", "2026-11-13")
    assert not dialog.save_button.isEnabled(), "before the decision"
    type_date(dialog, "date", "2026-11-17")
    assert "2026年12月15日" in dialog.effect.headline.text()
    save(dialog)
    case = case_of(desk, refused)
    assert (case.status, case.due) == (Status.RUNNING, dt.date(2026, 12, 15))
    assert [ending.outcome for ending in case.request.endings] == ["D5"]
    (action,) = page.findChildren(QAction, "dispute-order")
    assert not action.isEnabled()


def test_removing_asks_first(
    page: RequestsPage, refused: Request, desk: Desk, prompts: ScriptedPrompts
) -> None:
    desk.disputes.add(a_dispute(refused), on=DAY)
    page.refresh(None)
    prompts.answers = [False, True]
    press(page, "dispute-remove")
    assert desk.disputes.of(refused.id)
    press(page, "dispute-remove")
    assert not desk.disputes.of(refused.id)


def test_papers_are_kept_and_taken_out(
    page: RequestsPage, refused: Request, desk: Desk, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    dispute = a_dispute(refused)
    desk.disputes.add(dispute, on=DAY)
    page.refresh(None)
    paths = [tmp_path / "复议申请书.pdf", tmp_path / "通知书.pdf"]
    for path in paths:
        path.write_bytes(path.name.encode())
    prompts.answers = [paths]
    press(page, "dispute-attach")
    assert "附件：复议申请书.pdf、通知书.pdf" in tab(page).lesson.text()
    prompts.answers = [None]
    press(page, "dispute-detach")
    assert len(desk.tasks.attachments(dispute.id)) == 2
    prompts.answers = [0]
    press(page, "dispute-detach")
    assert [file.name for file in desk.tasks.attachments(dispute.id)] == ["通知书.pdf"]


def test_all_disputes_lead_to_their_case(
    page: RequestsPage, refused: Request, desk: Desk, add: Add, qtbot: QtBot
) -> None:
    other = add(number="2026-002")
    desk.disputes.add(a_dispute(refused), on=DAY)
    desk.disputes.add(
        a_dispute(
            refused,
            decided_on=dt.date(2026, 11, 16),
            answered_on=dt.date(2026, 11, 6),
            result=DisputeResult.UPHELD,
        ),
        on=DAY,
    )
    page.refresh(None)
    page.show_case(other.id)
    press(page, "all-disputes")
    dialog = opened(page, DisputesDialog)
    assert len(dialog.table.records.rows) == 1
    assert "2026-11-09" in dialog.words.text()
    dialog.over.click()
    assert len(dialog.table.records.rows) == 2
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert page.table.current() is not None
    assert page.table.current().request.id == refused.id  # type: ignore[union-attr]


def test_the_library_is_searched(page: RequestsPage, refused: Request, desk: Desk) -> None:
    for lesson, tags in (("留存检索记录", ("信息不存在",)), ("写明理由", ("内部事务",))):
        desk.disputes.add(a_dispute(refused, lesson=lesson, tags=tags, in_library=True), on=DAY)
    page.refresh(None)
    press(page, "case-library")
    dialog = opened(page, LibraryDialog)
    assert len(dialog.table.records.rows) == 2
    dialog.search.set_value("检索")
    (row,) = dialog.table.records.rows
    assert row.dispute.lesson == "留存检索记录"
    assert "经验教训：留存检索记录" in dialog.words.text()
    dialog.tag.set_value("内部事务")
    assert not dialog.table.records.rows
    assert not dialog.show_button.isEnabled()


def test_a_dispute_is_mended_behind_its_number_of_table_four(
    page: RequestsPage,
    refused: Request,
    desk: Desk,
    operations: Operations,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> None:
    desk.disputes.add(a_dispute(refused), on=DAY)
    wizard = ReportWizardDialog(
        desk=desk,
        operations=operations,
        prompts=prompts,
        year=DAY.year,
        step=Step.TABLE_4,
        parent=page,
    )
    qtbot.addWidget(wizard)
    wizard.show()
    table = wizard.page.findChild(DisputeMatrix)
    assert table is not None
    pending, upheld = (DisputeCell("reconsideration", column) for column in (3, 0))
    table.choose(pending)
    QTest.keyClick(table.body, Qt.Key.Key_Return)
    behind = wizard.behind.disputes
    assert behind is not None
    assert [row.request.number for row in behind.table.records.rows] == [refused.number]
    assert "尚未审结" in behind.words.text()
    behind.mend_button.click()
    dialog = opened(behind, DisputeDialog)
    decided = dialog.form.field("decided_on")
    assert isinstance(decided, DateField)
    decided.set_date(DAY)
    dialog.verdict.set_value(DisputeResult.UPHELD)
    dialog.accept()
    assert not behind.table.records.rows
    assert (table.number(pending), table.number(upheld)) == ("0", "1")
    behind.close()
    wizard.accept()


def test_a_name_is_only_ever_text(page: RequestsPage, refused: Request, desk: Desk) -> None:
    desk.disputes.add(
        a_dispute(refused, authority="<b>法院</b>", lesson="<img src=x>", in_library=True), on=DAY
    )
    page.refresh(None)
    assert not interpreting_labels(page)
    assert "<img src=x>" in tab(page).lesson.text()
    press(page, "dispute-edit")
    dialog = opened(page, DisputeDialog)
    assert not interpreting_labels(dialog)
    field = dialog.form.field("lesson")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "<img src=x>"
