"""The report wizard, walked through by keys: marked input, saving, resuming, findings."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.report import Texts
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import STEPS, Step
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.report.findings import EntryList
from gongkai_desk.ui.report.matrix import Cell, RequestMatrix
from gongkai_desk.ui.report.page import ReportPage
from gongkai_desk.ui.report.wizard import ReportWizardDialog
from tests.ui.report.conftest import YEAR
from tests.ui.scripted import ScriptedPrompts

ENTER = Qt.Key.Key_Return


def opened(page: ReportPage, step: Step | None = None) -> ReportWizardDialog:
    page.compile(step)
    assert page.wizard is not None
    return page.wizard


def step_of(wizard: ReportWizardDialog) -> Step:
    return wizard.flow.step


def line(wizard: ReportWizardDialog, name: str) -> QLineEdit:
    found = wizard.page.findChild(QLineEdit, name)
    assert found is not None
    return found


def retype(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        field.insert(text)


def press(qtbot: QtBot, wizard: ReportWizardDialog, name: str) -> None:
    here = wizard.page.findChild(QPushButton, name)
    button = here or wizard.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def complaint(wizard: ReportWizardDialog) -> str:
    return wizard.page.wrong.text if wizard.page.wrong.isVisibleTo(wizard.page) else ""


@pytest.mark.parametrize(
    ("name", "text", "told", "wrong"),
    [
        ("licences", "12.5", "12.5", ["licences"]),
        ("licences", "-1", "-1", ["licences"]),
        ("licences", "", "未填写", ["licences"]),
        ("normative_documents.2", "九", "九", ["normative_documents.2"]),
        ("fees_10k_yuan", "约3万", "约3万", ["fees_10k_yuan"]),
        ("previous.rules.1", "3", "整行不填", ["previous.rules.0", "previous.rules.2"]),
    ],
)
def test_wrong_input_is_marked_and_nothing_is_saved(
    qtbot: QtBot,
    page: ReportPage,
    desk: Desk,
    name: str,
    text: str,
    told: str,
    wrong: list[str],
) -> None:
    wizard = opened(page, Step.TABLE_2)
    retype(qtbot, line(wizard, name), text)
    press(qtbot, wizard, "next")
    assert step_of(wizard) is Step.TABLE_2
    assert told in complaint(wizard)
    marked = [f.objectName() for f in wizard.page.findChildren(QLineEdit) if f.property("wrong")]
    assert marked == wrong
    present = wizard.steps.currentItem()
    assert "请改正标出的单元格" in present.data(Qt.ItemDataRole.AccessibleTextRole)
    assert len(complaint(wizard).splitlines()) == 1, "fields that belong together complain once"
    assert not wizard.panel.isVisibleTo(wizard), "it would say that nothing is to be corrected"
    assert desk.reporting.draft(YEAR).saved_on is None


def test_corrected_input_is_no_longer_marked(qtbot: QtBot, page: ReportPage, desk: Desk) -> None:
    wizard = opened(page, Step.TABLE_2)
    retype(qtbot, line(wizard, "licences"), "x")
    qtbot.waitUntil(lambda: complaint(wizard) != "")
    retype(qtbot, line(wizard, "licences"), "１２")
    qtbot.waitUntil(lambda: complaint(wizard) == "")
    retype(qtbot, line(wizard, "fees_10k_yuan"), "12.3450")
    press(qtbot, wizard, "next")
    kept = desk.reporting.draft(YEAR).proactive
    assert (kept.licences, kept.fees_10k_yuan) == (12, Decimal("12.3450"))
    assert str(kept.fees_10k_yuan) == "12.3450"


def test_next_and_back_save_and_the_wizard_resumes(
    qtbot: QtBot, page: ReportPage, desk: Desk
) -> None:
    wizard = opened(page)
    assert step_of(wizard) is Step.OVERVIEW
    press(qtbot, wizard, "next")
    retype(qtbot, line(wizard, "penalties"), "37")
    press(qtbot, wizard, "next")
    assert desk.reporting.draft(YEAR).proactive.penalties == 37
    assert step_of(wizard) is Step.TABLE_3
    press(qtbot, wizard, "back")
    assert line(wizard, "penalties").text() == "37"
    press(qtbot, wizard, "save-close")
    assert page.wizard is None
    assert "第2步" in page.state_card.state.word
    assert opened(page).flow.step is Step.TABLE_2


def test_last_years_numbers_are_compared_while_typing(qtbot: QtBot, page: ReportPage) -> None:
    wizard = opened(page, Step.TABLE_2)
    for column, text in enumerate("107"):
        retype(qtbot, line(wizard, f"previous.normative_documents.{column}"), text)
    listed = wizard.findChild(EntryList, "step-findings")
    assert listed is not None
    qtbot.waitUntil(lambda: listed.count() == 1)
    assert "行政规范性文件" in listed.item(0).text()
    retype(qtbot, line(wizard, "normative_documents.2"), "7")
    qtbot.waitUntil(lambda: listed.count() == 0)


def test_last_years_row_25_is_kept_with_its_sum(qtbot: QtBot, page: ReportPage, desk: Desk) -> None:
    wizard = opened(page, Step.TABLE_3)
    press(qtbot, wizard, "fold-previous")
    for column in range(6):
        retype(qtbot, line(wizard, f"previous.25.{column}"), str(column))
    press(qtbot, wizard, "next")
    assert desk.reporting.draft(YEAR).previous.requests == {25: (0, 1, 2, 3, 4, 5, 15)}
    wizard.go(Step.TABLE_3)
    for column in range(6):
        retype(qtbot, line(wizard, f"previous.25.{column}"), "")
    press(qtbot, wizard, "next")
    assert not desk.reporting.draft(YEAR).previous.requests


def test_a_figure_opens_exactly_its_requests(
    qtbot: QtBot, page: ReportPage, requests: dict[str, str]
) -> None:
    wizard = opened(page, Step.TABLE_3)
    matrix = wizard.page.findChild(RequestMatrix)
    assert matrix is not None
    matrix.choose(Cell(3, 0))
    QTest.keyClick(matrix.body, ENTER)
    assert wizard.behind.cases is not None
    shown = [case.request.number for case in wizard.behind.cases.table.records.rows]
    assert shown == ["2026-001", "2026-002"]
    assert "2026年3月12日办结" in wizard.behind.cases.why.text()
    assert "自然人" in wizard.behind.cases.why.text()
    with qtbot.waitSignal(page.leave) as left:
        QTest.keyClick(wizard.behind.cases.table, ENTER)
    assert left.args == [Target(page="requests", record_id=requests["2026-001"])]
    assert page.wizard is None


def test_a_zero_opens_nothing(qtbot: QtBot, page: ReportPage) -> None:
    wizard = opened(page, Step.TABLE_3)
    matrix = wizard.page.findChild(RequestMatrix)
    assert matrix is not None
    matrix.choose(Cell(4, 0))
    assert matrix.number(Cell(4, 0)) == "0"
    QTest.keyClick(matrix.body, ENTER)
    assert wizard.behind.cases is None


def test_texts_follow_the_figures_until_a_word_is_changed(
    qtbot: QtBot, page: ReportPage, desk: Desk
) -> None:
    wizard = opened(page)
    part = wizard.page.findChild(QPlainTextEdit, "overview.0")
    assert part is not None
    assert "行政许可处理决定0件" in part.toPlainText()
    press(qtbot, wizard, "next")
    retype(qtbot, line(wizard, "licences"), "12")
    press(qtbot, wizard, "back")
    assert "行政许可处理决定12件" in part.toPlainText()
    assert desk.reporting.draft(YEAR).texts == Texts()
    part.appendPlainText("回应关切3次。")
    press(qtbot, wizard, "next")
    assert desk.reporting.draft(YEAR).texts.overview[0].endswith("12件、行政处罚处理决定0件、"
        "行政强制处理决定0件；行政事业性收费0万元。\n回应关切3次。")  # fmt: skip


@pytest.mark.parametrize(("answer", "kept"), [(0, True), (1, False), (None, True)])
def test_drafting_asks_before_it_overwrites(
    qtbot: QtBot, page: ReportPage, prompts: ScriptedPrompts, answer: int | None, kept: bool
) -> None:
    wizard = opened(page)
    own = wizard.page.findChild(QPlainTextEdit, "overview.1")
    empty = wizard.page.findChild(QPlainTextEdit, "opening")
    assert own is not None
    assert empty is not None
    own.setPlainText("本人所写。")
    empty.setPlainText("")
    prompts.answers = [answer]
    press(qtbot, wizard, "draft-texts")
    assert (own.toPlainText() == "本人所写。") is kept
    assert bool(empty.toPlainText()) is (answer is not None)


def test_enter_in_an_editor_is_a_new_line_and_never_moves_on(
    qtbot: QtBot, page: ReportPage, desk: Desk
) -> None:
    wizard = opened(page, Step.PROBLEMS)
    editor = wizard.page.findChild(QPlainTextEdit, "problems")
    assert editor is not None
    QTest.keyClicks(editor, "<b>1</b>")
    QTest.keyClick(editor, ENTER)
    QTest.keyClicks(editor, "2")
    assert step_of(wizard) is Step.PROBLEMS
    press(qtbot, wizard, "next")
    assert desk.reporting.draft(YEAR).texts.problems == "<b>1</b>\n2"


def test_enter_in_a_number_never_moves_on(qtbot: QtBot, page: ReportPage) -> None:
    wizard = opened(page, Step.TABLE_2)
    QTest.keyClick(line(wizard, "licences"), ENTER)
    assert step_of(wizard) is Step.TABLE_2
    assert wizard.isVisible()


def test_enter_works_the_button_in_use(page: ReportPage) -> None:
    wizard = opened(page, Step.TABLE_2)
    wizard.buttons.next.setFocus()
    QTest.keyClick(wizard.buttons.next, ENTER)
    assert step_of(wizard) is Step.TABLE_3


def test_the_last_step_ends_the_wizard(page: ReportPage, desk: Desk) -> None:
    wizard = opened(page, Step.FINISH)
    wizard.next()
    assert page.wizard is None
    assert desk.reporting.draft(YEAR).step == Step.FINISH


def test_a_finding_leads_to_its_step(qtbot: QtBot, page: ReportPage) -> None:
    wizard = opened(page, Step.FINISH)
    listed = wizard.page.findChild(EntryList, "all-findings")
    assert listed is not None
    place = next(n for n, e in enumerate(listed.entries()) if "第5部分" in e.text)
    listed.setCurrentRow(place)
    QTest.keyClick(listed, ENTER)
    assert step_of(wizard) is Step.PROBLEMS


def test_every_step_is_reached_from_the_list(qtbot: QtBot, page: ReportPage) -> None:
    wizard = opened(page)
    for row, step in enumerate(STEPS):
        wizard.steps.setCurrentRow(row)
        QTest.keyClick(wizard.steps, ENTER)
        assert step_of(wizard) is step


@pytest.mark.parametrize(
    ("answer", "saved", "open_still"), [(0, 5, False), (1, 0, False), (None, 0, True)]
)
def test_closing_with_unsaved_input_asks(
    qtbot: QtBot,
    page: ReportPage,
    desk: Desk,
    prompts: ScriptedPrompts,
    answer: int | None,
    saved: int,
    open_still: bool,
) -> None:
    wizard = opened(page, Step.TABLE_2)
    retype(qtbot, line(wizard, "coercion"), "5")
    prompts.answers = [answer]
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert desk.reporting.draft(YEAR).proactive.coercion == saved
    assert (page.wizard is not None) is open_still


def test_closing_an_untouched_wizard_asks_nothing(qtbot: QtBot, page: ReportPage) -> None:
    wizard = opened(page, Step.TABLE_2)
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert page.wizard is None


def test_preview_makes_a_pdf_of_what_is_typed(qtbot: QtBot, page: ReportPage) -> None:
    wizard = opened(page, Step.FINISH)
    press(qtbot, wizard, "finish-preview")
    qtbot.waitUntil(lambda: wizard.output.dialog is not None)
    preview = wizard.output.dialog
    assert preview is not None
    assert preview.windowTitle() == "威宁市云海区司法局2026年政府信息公开工作年度报告"
    assert preview.picture.pixmap() is not None
    preview.reject()
    assert wizard.output.dialog is None


def test_the_whole_opening_paragraph_is_in_sight(qtbot: QtBot, page: ReportPage) -> None:
    wizard = opened(page)
    part = wizard.page.findChild(QPlainTextEdit, "opening")
    assert part is not None
    for width in (1000, 1280):
        wizard.resize(width, 700)
        part.setPlainText("很长的开头段落。" * 60)
        last = part.document().lastBlock()
        qtbot.waitUntil(
            lambda last=last: (  # type: ignore[misc]
                part.blockBoundingGeometry(last).bottom() <= part.viewport().height() + 1
            )
        )
