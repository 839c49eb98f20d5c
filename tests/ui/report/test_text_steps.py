"""The written parts in the wizard: last year's text beside them, tools, offers, typed text kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.office import OfficeKind
from gongkai_desk.domain.report import Became, ReportDraft, Texts
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.report.other_step import OtherStep
from gongkai_desk.ui.report.page import ReportPage
from gongkai_desk.ui.report.problems_step import ProblemsStep
from gongkai_desk.ui.report.text_part import TextPart
from gongkai_desk.ui.report.text_steps import OverviewStep, Surroundings, TextStep
from gongkai_desk.ui.report.wizard import ReportWizardDialog
from tests.ui.report.conftest import ON, YEAR
from tests.ui.scripted import ScriptedPrompts

BEFORE = Texts(
    opening="开头。",
    overview=(
        "主动公开政策文件十余份并配发解读材料。",
        "依法办理各类政府信息公开申请并做好沟通。",
        "", "", "组织全系统政务公开业务培训2次。",
    ),
    problems="一是解读形式单一，图解少；二是培训少。下一步，加强培训。",
    other="（一）其他报告事项\n无。",
)  # fmt: skip


def last_year(desk: Desk) -> None:
    desk.reporting.save(ReportDraft(id=f"report-{YEAR - 1}", year=YEAR - 1, texts=BEFORE))


def written(desk: Desk, texts: Texts) -> None:
    draft = desk.reporting.draft(YEAR)
    desk.reporting.save(replace(draft, texts=texts, saved_on=ON))


def opened(page: ReportPage, step: Step) -> ReportWizardDialog:
    page.compile(step)
    assert page.wizard is not None
    return page.wizard


def text_step(page: ReportPage, step: Step) -> TextStep:
    found = opened(page, step).page
    assert isinstance(found, TextStep)
    return found


def test_last_years_text_stands_beside_and_folds(
    qtbot: QtBot, page: ReportPage, desk: Desk
) -> None:
    last_year(desk)
    written(desk, Texts(overview=("甲", "乙", "丙", "丁", "组织全系统政务公开业务培训3次。新话。")))
    step = text_step(page, Step.OVERVIEW)
    shown = step.pane.text.toPlainText()
    assert "（五）监督保障\n组织全系统政务公开业务培训2次。" in shown
    assert "（三）" not in shown, "what last year left empty is not shown"
    assert step.same.text() == "与上年相同 1/1 句"
    assert step.parts[5].shared.now == {"组织全系统政务公开业务培训3次"}
    assert "与上年相同 1/1 句" in step.parts[5].count.text()
    step.parts[5].editor.setPlainText("今年邀请专家讲授条例和典型案例。")
    qtbot.waitUntil(lambda: step.same.text() == "与上年相同 0/1 句")
    assert step.pane.isVisible()
    step.fold_button.click()
    assert not step.pane.isVisible()
    assert page.wizard is not None
    page.wizard.go(Step.OTHER)
    other = page.wizard.page
    assert isinstance(other, OtherStep)
    assert not other.pane.isVisible(), "as it was left at another step"
    other.fold_button.click()
    assert other.pane.text.toPlainText() == BEFORE.other


def test_where_nothing_is_known_the_report_can_be_read(
    page: ReportPage, prompts: ScriptedPrompts
) -> None:
    step = text_step(page, Step.PROBLEMS)
    assert "2025年年报" in step.pane.told.text()
    assert step.same.isHidden()
    prompts.answers = [None]
    step.pane.button.click()
    assert prompts.answers == [], "a file was asked for"


def test_the_tools_are_one_step_of_undo(qtbot: QtBot) -> None:
    part = TextPart("problems", "正文", lines=3)
    qtbot.addWidget(part)
    part.show()
    editor = part.editor
    editor.setFocus()
    pasted = QMimeData()
    pasted.setText("　　甲,\u200b乙\r\n\n\n丙")
    pasted.setHtml("<b>不要这个</b>")
    editor.insertFromMimeData(pasted)
    assert editor.toPlainText() == "　　甲,乙\n\n\n丙"
    qtbot.waitUntil(editor.hasFocus)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(editor, Qt.Key.Key_L, both)
    assert editor.toPlainText() == "甲，乙\n\n丙"
    editor.undo()
    assert editor.toPlainText() == "　　甲,乙\n\n\n丙"
    editor.setPlainText("𠮷甲\n乙\n（一）丙")
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(1).position())
    editor.setTextCursor(cursor)
    press(part.findChild(QPushButton, "problems-heading"))
    assert editor.toPlainText() == "𠮷甲\n（一）乙\n（二）丙"
    editor.undo()
    assert editor.toPlainText() == "𠮷甲\n乙\n（一）丙"


def press(button: QPushButton | None) -> None:
    assert button is not None
    button.click()


def test_the_length_of_part_one_turns_amber_and_red(qtbot: QtBot, prompts: ScriptedPrompts) -> None:
    step = OverviewStep(prompts, Surroundings(drafter=Texts))
    qtbot.addWidget(step)
    for part in step.parts[1:]:
        part.editor.setPlainText("字" * 170)
    assert step.length.property("tone") == "neutral"
    step.parts[3].editor.setPlainText("字" * 230)
    assert step.length.property("tone") == "warn"
    step.parts[3].editor.setPlainText("字" * 330)
    assert step.length.property("tone") == "bad"
    assert "超出10字" in step.length.text()
    assert [part.count.property("tone") for part in step.parts[1:]].count("warn") == 1


def test_a_government_is_asked_for_three_matters(page: ReportPage, desk: Desk) -> None:
    desk.office.save(replace(desk.office.get(), kind=OfficeKind.GOVERNMENT))
    written(desk, Texts(overview=("甲", "乙", "丙", "丁", "培训1次。")))
    wizard = opened(page, Step.OVERVIEW)
    told = [each for each in wizard._view.findings if each.code == "report-government-untold"]
    assert len(told) == 3
    part = wizard.page.parts[5]  # type: ignore[attr-defined]
    menu = part.findChild(QPushButton, "overview.4-offered").menu()
    for action in menu.actions()[:2]:
        action.trigger()
    assert part.value() == "培训1次。\n1.工作考核情况\n2.社会评议情况"
    menu.actions()[0].trigger()
    assert part.value().count("工作考核") == 1


def test_last_years_problems_are_answered_and_kept(
    qtbot: QtBot, page: ReportPage, desk: Desk
) -> None:
    last_year(desk)
    written(desk, Texts(problems="人手不足。"))
    wizard = opened(page, Step.PROBLEMS)
    step = wizard.page
    assert isinstance(step, ProblemsStep)
    assert [row.text for row in step.last.rows] == ["解读形式单一，图解少", "培训少"]
    assert "report-last-problems-untold" in {each.code for each in wizard._view.findings}
    assert not step.last.button.isEnabled()
    assert not wizard.dirty, "without an answer nothing is kept"
    step.last.rows[1].choice.buttons[1].click()
    step.last.rows[1].words.set_value("培训3次")
    step.last.button.click()
    assert step.parts[0].value() == "人手不足。\n上年度存在的“培训少”问题已整改：培训3次。"
    assert not step.last.button.isEnabled()
    wizard.next()
    kept = desk.reporting.draft(YEAR)
    assert [each.became for each in kept.last_problems] == [None, Became.MENDED]
    assert kept.last_problems[1].words == "培训3次"
    wizard.back()
    assert step.last.rows[1].choice.value() is Became.MENDED
    assert not wizard.dirty
    wizard.accept()
    again = opened(page, Step.PROBLEMS).page
    assert isinstance(again, ProblemsStep)
    assert again.last.rows[1].words.value() == "培训3次", "shown again without a word said"
    stops = [*again.last.stops()[:-1], again.parts[0].editor]
    stops = [stop for stop in stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus]
    stops[0].setFocus()
    for _stop in stops[1:]:
        QTest.keyClick(again.window().focusWidget(), Qt.Key.Key_Tab)
    assert again.window().focusWidget() is again.parts[0].editor, "from the list into the text"
    for _time in range(2):
        QTest.keyClick(again.window().focusWidget(), Qt.Key.Key_Tab)
    assert again.window().focusWidget().objectName() == "save-close", "and on past last year's"


def test_sub_items_of_part_six_go_in_and_out_in_order(
    page: ReportPage, desk: Desk, prompts: ScriptedPrompts
) -> None:
    plan = f"{YEAR}年云海区政务公开工作要点\n一、重点\n（一）抓好公开。（责任单位：区司法局）"
    desk.tasks.commit(desk.tasks.read_text(plan), dt.date(YEAR, 11, 1))
    (kept,) = desk.tasks.plans()
    desk.section_texts.save(kept.id, {"一、重点": "公开信息30条。"}, dt.date(YEAR, 11, 2))
    step = text_step(page, Step.OTHER)
    assert isinstance(step, OtherStep)
    assert step.parts[0].value().startswith("（一）收取信息处理费情况\n")
    step.parts[0].editor.setPlainText("（一）自拟\n自己的话。")
    for name in ("innovation", "implementation", "fees"):
        step.rows[name].button.click()
    fees = next(each for each in step._matters if each.name == "fees").text
    assert step.parts[0].value() == (
        f"（一）自拟\n自己的话。\n（二）收取信息处理费情况\n{fees}\n"
        f"（三）落实{YEAR}年度政务公开工作要点情况\n公开信息30条。\n（四）政务公开工作创新情况"
    )
    assert step.rows["innovation"].state.word == "仅有小标题"
    step.rows["others"].button.click()
    assert step.parts[0].editor.textCursor().atEnd()
    assert step.parts[0].editor.toPlainText().endswith("（五）其他报告事项\n"), "to write there"
    step.parts[0].editor.undo()
    assert step.rows["fees"].button.isHidden()
    step.rows["fees"].out_button.click()
    assert "（二）落实" in step.parts[0].value()
    step.parts[0].put(step.parts[0].value() + "\n我们的新做法。")
    prompts.answers = [False]
    step.rows["innovation"].out_button.click()
    assert "新做法" in step.parts[0].value(), "the officer's words stay unless it is confirmed"


def test_what_is_typed_is_kept_without_a_trace_in_undo(page: ReportPage, desk: Desk) -> None:
    wizard = opened(page, Step.PROBLEMS)
    part = wizard.page.parts[0]  # type: ignore[attr-defined]
    part.editor.setPlainText("打到一半")
    wizard.autosave.now()
    assert desk.reporting.draft(YEAR).texts.problems == "打到一半"
    assert "自动保留" in wizard.buttons.kept.text()
    assert wizard.dirty, "it is not saved yet"
    part.editor.setPlainText("打到一半，又打")
    wizard.autosave.now()
    wizard.next()
    assert desk.history.undo_name == "save-report"
    desk.history.undo()
    assert desk.reporting.stored(YEAR) is None
    assert desk.history.undo_name == "add-request"


@pytest.mark.parametrize("stored", [True, False])
def test_closing_without_saving_takes_it_back(
    page: ReportPage, desk: Desk, prompts: ScriptedPrompts, stored: bool
) -> None:
    if stored:
        written(desk, Texts(problems="原来的。"))
    before = desk.reporting.stored(YEAR)
    wizard = opened(page, Step.PROBLEMS)
    wizard.page.parts[0].editor.setPlainText("不要了")  # type: ignore[attr-defined]
    wizard.autosave.now()
    assert desk.reporting.draft(YEAR).texts.problems == "不要了"
    prompts.answers = [1]
    wizard.reject()
    assert desk.reporting.stored(YEAR) == before
    assert desk.history.undo_name == ("save-report" if stored else "add-request")
