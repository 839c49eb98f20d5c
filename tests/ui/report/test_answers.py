"""Warnings are explained by keys, kept with the draft, asked for anew when their numbers move."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import Previous, Proactive, ReportDraft
from gongkai_desk.domain.report_answers import with_answer
from gongkai_desk.domain.report_finding import Finding, Place, proactive_cell, request_cell
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.report.answer_dialog import AnswerDialog
from gongkai_desk.ui.report.findings_panel import FindingsPanel, Shown
from gongkai_desk.ui.report.foreign_dialog import ForeignReportDialog
from gongkai_desk.ui.report.page import ReportPage
from gongkai_desk.ui.report.pointing import field_of
from gongkai_desk.ui.report.view import final_state, look
from gongkai_desk.ui.report.wizard import ReportWizardDialog
from tests.published_reports import web_page
from tests.reports import figures
from tests.ui.report.conftest import YEAR
from tests.ui.scripted import ScriptedPrompts

WARNING = Finding(
    place=proactive_cell("normative_documents"),
    rule="G",
    code="report-in-force",
    severity=Severity.WARNING,
    expected=4,
    found=5,
    values={"expected": 4, "found": 5, "before": 3},
)
ERROR = Finding(place=request_cell(24, 0), rule="B", code="report-sum-b", expected=1, found=2,
                values={"expected": 1, "found": 2})  # fmt: skip
ON = dt.date(2026, 11, 20)


@pytest.fixture
def wizard(page: ReportPage, desk: Desk) -> ReportWizardDialog:
    """The last step of a report whose documents in force do not add up."""
    draft = replace(
        desk.reporting.draft(YEAR),
        proactive=Proactive(normative_documents=(1, 0, 5)),
        previous=Previous(normative_documents=(0, 0, 3)),
    )
    desk.reporting.save(draft)
    page.refresh(None)
    page.compile(Step.FINISH)
    assert page.wizard is not None
    return page.wizard


def panel(wizard: ReportWizardDialog) -> FindingsPanel:
    found = wizard.page.findChild(FindingsPanel)
    assert found is not None
    return found


def choose(panel: FindingsPanel, code: str) -> None:
    entries = panel.list.entries()
    codes = [one.value.code for one in entries if isinstance(one.value, Finding)]
    panel.list.setCurrentRow(codes.index(code))


def asked(wizard: ReportWizardDialog) -> AnswerDialog:
    (dialog,) = (one for one in wizard.findChildren(AnswerDialog) if one.isVisible())
    return dialog


def test_a_warning_is_explained_and_taken_back(wizard: ReportWizardDialog, desk: Desk) -> None:
    listed = panel(wizard)
    before = listed.heading.text()
    choose(listed, "report-in-force")
    QTest.keyClick(listed.list, Qt.Key.Key_F2)
    dialog = asked(wizard)
    assert not dialog.save_button.isEnabled()
    dialog.words.setPlainText("承接改革前文件，已核对。")
    dialog.save_button.click()
    (answer,) = desk.reporting.draft(YEAR).answers
    assert answer.words == "承接改革前文件，已核对。"
    assert answer.given_on == ON
    assert listed.list.entries()[-1].told == "已说明：承接改革前文件，已核对。"
    assert "已说明 1" in listed.heading.text()
    assert "已说明 1" not in before
    choose(listed, "report-in-force")
    listed.answer_button.click()
    withdraw = asked(wizard).findChild(QPushButton, "withdraw-answer")
    assert withdraw is not None
    withdraw.click()
    assert desk.reporting.draft(YEAR).answers == ()
    assert listed.heading.text() == before


def test_an_answer_is_one_write_and_can_be_undone(wizard: ReportWizardDialog, desk: Desk) -> None:
    choose(panel(wizard), "report-in-force")
    QTest.keyClick(panel(wizard).list, Qt.Key.Key_Return)
    dialog = asked(wizard)
    dialog.words.setPlainText("已核对")
    dialog.save_button.click()
    assert desk.reporting.draft(YEAR).answers != ()
    desk.history.undo()
    assert desk.reporting.draft(YEAR).answers == ()


def test_an_answer_keeps_what_is_being_typed(page: ReportPage, desk: Desk) -> None:
    page.compile(Step.OTHER)
    wizard = page.wizard
    assert wizard is not None
    editor = wizard.page.findChild(QPlainTextEdit, "other")
    assert editor is not None
    editor.setPlainText("信息处理费0元。全年收到申请99件。")
    wizard.review()
    assert [one.answer for one in wizard.panel.list.entries()] == [""]
    wizard.panel.answer_button.click()
    dialog = asked(wizard)
    dialog.words.setPlainText("系历年累计数")
    dialog.save_button.click()
    kept = desk.reporting.draft(YEAR)
    assert kept.texts.other == "信息处理费0元。全年收到申请99件。"
    assert [one.words for one in kept.answers] == ["系历年累计数"]
    assert [one.answer for one in wizard.panel.list.entries()] == ["系历年累计数"]


def step_now(wizard: ReportWizardDialog) -> Step:
    return wizard.flow.step


def test_a_missing_part_and_a_go_lead_to_their_place(wizard: ReportWizardDialog) -> None:
    choose(panel(wizard), "report-in-force")
    panel(wizard).go_button.click()
    assert wizard.flow.step is Step.TABLE_2
    focused = wizard.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.objectName() == "normative_documents.2"
    wizard.go(Step.FINISH)
    choose(panel(wizard), "report-case-no-receipt-date")
    panel(wizard).go_button.click()
    assert step_now(wizard) is Step.TABLE_3
    assert wizard.behind.cases is not None
    assert [row.request.number for row in wizard.behind.cases.table.records.rows] == ["2026-005"]
    wizard.behind.cases.done(0)


def test_what_was_said_before_is_offered_again(qtbot: QtBot, prompts: ScriptedPrompts) -> None:
    answers = with_answer((), replace(WARNING, found=6), "承接改革前文件", "", ON)
    stored: list[object] = []

    def keep(given: object) -> tuple[()]:
        stored.append(given)
        return ()

    dialog = AnswerDialog(WARNING, [WARNING], answers, keep, lambda _one: None, prompts)
    qtbot.addWidget(dialog)
    again = dialog.findChild(QPushButton, "answer-again")
    assert again is not None
    again.click()
    dialog.save_button.click()
    assert stored == [with_answer((), WARNING, "承接改革前文件", stored[0][0].told, ON)]  # type: ignore[index]


def test_an_error_is_only_explained(qtbot: QtBot, prompts: ScriptedPrompts) -> None:
    led: list[Finding] = []
    dialog = AnswerDialog(ERROR, [ERROR], (), lambda _answers: (), led.append, prompts)
    qtbot.addWidget(dialog)
    assert dialog.save_button.text() == "前往修改"
    dialog.save_button.click()
    assert led == [ERROR]


def test_answered_ones_can_be_hidden(qtbot: QtBot) -> None:
    findings = [replace(WARNING, expected=number) for number in range(7)]
    answers = with_answer((), findings[0], "属实", "", ON)
    listed = FindingsPanel("x", "", "")
    qtbot.addWidget(listed)
    listed.show_findings(findings, answers=answers)
    assert listed.list.entries()[-1].answer == "属实"
    listed.filter.buttons[list(Shown).index(Shown.OPEN)].click()
    assert [one.answer for one in listed.list.entries()] == [""] * 6


def test_the_state_says_what_is_still_to_do(desk: Desk) -> None:
    begun = desk.reporting.draft(YEAR)
    view = look(begun, desk.reporting.report(begun))
    assert final_state(replace(view, findings=()))[2] == "可以发布"
    assert final_state(replace(view, findings=(WARNING, ERROR)))[2] == "还有 2 项待处理"
    draft: ReportDraft = replace(view.draft, answers=with_answer((), WARNING, "属实", "", ON))
    assert final_state(replace(view, findings=(WARNING,), draft=draft))[2] == "可以发布"


@pytest.mark.parametrize(
    ("place", "field"),
    [
        (proactive_cell("licences"), "licences"),
        (proactive_cell("rules", 1), "rules.1"),
        (proactive_cell("rules"), "rules.2"),
        (Place(part=1, row="（三）"), "overview.2"),
        (Place(part=5), "problems"),
        (Place(), ""),
    ],
)
def test_the_field_of_a_place(place: Place, field: str) -> None:
    assert field_of(place) == field


def test_a_report_of_others_is_checked_from_its_file(
    qtbot: QtBot,
    page: ReportPage,
    prompts: ScriptedPrompts,
    operations: Operations,
    tmp_path: Path,
) -> None:
    path = tmp_path / "下属单位.html"
    path.write_text(web_page(figures()), encoding="utf-8")
    prompts.answers = [path]
    page.others.check_foreign()
    qtbot.waitUntil(lambda: page.window().findChild(ForeignReportDialog) is not None)
    dialog = page.window().findChild(ForeignReportDialog)
    assert dialog is not None
    assert dialog.heading.text() == "威宁市云海区司法局  2025年"
    dialog.paper_button.click()
    qtbot.waitUntil(lambda: dialog.output.dialog is not None)
    preview = dialog.output.dialog
    assert preview is not None
    assert preview.windowTitle().endswith("核验报告")
    preview.reject()
    dialog.done(0)


def test_the_check_report_is_shown(qtbot: QtBot, wizard: ReportWizardDialog) -> None:
    button = wizard.page.findChild(QPushButton, "finish-check")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: wizard.output.dialog is not None)
    preview = wizard.output.dialog
    assert preview is not None
    assert preview.windowTitle() == ("威宁市云海区司法局2026年政府信息公开工作年度报告核验报告")
    preview.reject()
