"""The sentences the records give, below the editors of the report's written parts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QPlainTextEdit

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.report import Texts
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.report.page import ReportPage
from gongkai_desk.ui.report.problems_step import ProblemsStep
from gongkai_desk.ui.report.text_steps import OverviewStep
from tests.builders import a_plan, a_task
from tests.ui.report.conftest import ON, YEAR


def train(desk: Desk, name: str, people: int) -> None:
    activity = Activity(
        id=name,
        kind=ActivityKind.TRAINING,
        date=dt.date(YEAR, 4, 7),
        title=name,
        participants=people,
    )
    desk.activities.save(activity, ON)


def overview(page: ReportPage) -> OverviewStep:
    page.compile(Step.OVERVIEW)
    assert page.wizard is not None
    step = page.wizard.page
    assert isinstance(step, OverviewStep)
    return step


def test_a_drafted_text_follows_the_records(page: ReportPage, desk: Desk) -> None:
    train(desk, "条例学习", 20)
    step = overview(page)
    assert step.parts[5].value() == "开展“条例学习”政务公开业务培训1次，参训20人次。"
    assert "均已写入" in step.records(4).words.text()
    assert step.records(2).isHidden()


def test_a_text_of_their_own_is_only_added_to(page: ReportPage, desk: Desk) -> None:
    train(desk, "条例学习", 20)
    draft = desk.reporting.draft(YEAR)
    own = ("甲", "乙", "丙", "丁", "我们的话。")
    desk.reporting.save(replace(draft, texts=Texts(overview=own)))
    step = overview(page)
    records = step.records(4)
    assert "1 句未写入" in records.words.text()
    dialog = records.open()
    assert "条例学习" in "".join(card.findChildren(type(records.words))[1].text()
                             for card in dialog.cards)  # fmt: skip
    dialog.cards[0].button.click()
    assert step.parts[5].value() == "我们的话。开展“条例学习”政务公开业务培训1次，参训20人次。"
    assert not dialog.all_button.isEnabled()
    assert step.written()[1:5] == own[:4]
    dialog.reject()
    page.wizard.save()  # type: ignore[union-attr]
    train(desk, "线上培训", 12)
    page.wizard.flow.refresh()  # type: ignore[union-attr]
    page.wizard.go(Step.OVERVIEW)  # type: ignore[union-attr]
    assert "1 句未写入" in records.words.text()
    dialog = records.open()
    assert dialog.cards[0].state.word == "数字有变化"
    dialog.all_button.click()
    assert step.parts[5].value() == "我们的话。开展“条例学习”等政务公开业务培训2次，参训32人次。"
    dialog.reject()


def test_what_stood_in_the_way_is_offered_for_part_five(page: ReportPage, desk: Desk) -> None:
    plan = a_plan(year=YEAR)
    task = a_task(plan, title="更新目录", ours_found=True, hindrance="系统未联通")
    with desk._database.write("import-plan") as work:
        work.put(plan)
        work.put(task)
    page.compile(Step.PROBLEMS)
    assert page.wizard is not None
    step = page.wizard.page
    assert isinstance(step, ProblemsStep)
    editor = step.parts[0].editor
    assert isinstance(editor, QPlainTextEdit)
    assert step.parts[0].value() == "", "nothing is written before the officer says so"
    editor.setPlainText("存在的问题：")
    dialog = step.records(5).open()
    dialog.all_button.click()
    assert step.parts[0].value() == "存在的问题：\n更新目录：系统未联通"
    dialog.reject()


def test_the_page_of_the_report_follows_the_records(page: ReportPage, desk: Desk) -> None:
    activity = Activity(
        id="a", kind=ActivityKind.EXCHANGE, date=dt.date(YEAR, 4, 7), title="学习交流"
    )
    assert page.concerns(desk.activities.save(activity, ON))
