"""Following tasks up from the window: steps, duties, proof, reminders, two years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.attention import Concern
from gongkai_desk.domain.plan import DutyKind, Per, Task, TaskReminder, TaskStatus, TaskStep
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.task_follow_up import TaskFacts
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.tasks.board import View
from gongkai_desk.ui.tasks.follow_up.carry_dialog import CarryDialog
from gongkai_desk.ui.tasks.follow_up.comparison_dialog import ComparisonDialog
from gongkai_desk.ui.tasks.follow_up.dialogs import (
    DutyDialog,
    FactsDialog,
    ReminderDialog,
    StepDialog,
)
from gongkai_desk.ui.tasks.follow_up.leaves import DUTIES, RECORDS, STEPS
from gongkai_desk.ui.tasks.page import TasksPage
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts
from tests.ui.tasks.conftest import PLAN

Opened = Callable[[type[Any]], Any]
W = TypeVar("W", bound=QWidget)
OLD = """2025年云海区政务公开工作要点
一、抓好重点
（一）抓好公开。围绕重点公开信息，9月底前完成。（责任单位：区司法局）
（二）抓好专区建设。建成政务公开专区。（责任单位：区司法局）
（三）抓好宣传。印发手册。（责任单位：区教育局）
"""


def action(page: TasksPage, name: str) -> QAction:
    found = page.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def task_of(desk: Desk, title: str, plan: int = 0) -> Task:
    tasks = desk.tasks.tasks(desk.tasks.plans()[plan].id)
    return next(task for task in tasks if task.title == title)


def choose(page: TasksPage, desk: Desk, title: str) -> Task:
    task = task_of(desk, title)
    page.go_to(Target(page="tasks", record_id=task.id))
    return task


def press(page: QWidget, name: str) -> None:
    buttons = [b for b in page.findChildren(QAbstractButton, name) if b.isVisibleTo(page)]
    buttons[0].click()


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def cell(page: TasksPage, column: str) -> str:
    names = [each.name for each in page.table.records.columns]
    row = page.table.selectionModel().selectedRows()[0].row()
    return str(page.table.records.index(row, names.index(column)).data())


def titles(page: TasksPage) -> list[str]:
    return [row.task.title for row in page.table.records.rows]


@pytest.fixture
def followed(filled: TasksPage, desk: Desk) -> TasksPage:
    """The page with a late step at 抓好解读."""
    task = task_of(desk, "抓好解读")
    late = DAY - dt.timedelta(days=3)
    step = TaskStep(id="s", task_id=task.id, position=0, title="拟稿", owner="王芳", due=late)
    filled.operations.perform(lambda: desk.task_follow_up.add_step(step, DAY))
    return filled


def test_a_step_is_added_done_moved_and_removed(
    filled: TasksPage, desk: Desk, opened: Opened, prompts: ScriptedPrompts
) -> None:
    task = choose(filled, desk, "抓好解读")
    filled.detail.leaves.bar.setCurrentIndex(STEPS)
    for title in ("拟稿", "报审"):
        action(filled, "add-step").trigger()
        dialog = opened(StepDialog)
        assert not dialog.save_button.isEnabled()
        dialog.title_field.setText(title)
        dialog.save_button.click()
    assert filled.detail.leaves.bar.tabText(STEPS) == "步骤 0/2"
    first = desk.task_follow_up.steps(task.id)[0]
    press(filled, f"done-{first.id}")
    assert desk.task_follow_up.steps(task.id)[0].done_on == DAY
    assert filled.detail.leaves.bar.tabText(STEPS) == "步骤 1/2"
    press(filled, "step-down")
    assert [step.title for step in desk.task_follow_up.steps(task.id)] == ["报审", "拟稿"]
    prompts.answers += [True]
    press(filled, "step-remove")
    assert [step.title for step in desk.task_follow_up.steps(task.id)] == ["拟稿"]
    filled.operations.undo()
    assert len(desk.task_follow_up.steps(task.id)) == 2


def test_a_late_step_is_said_in_table_detail_and_list(followed: TasksPage, desk: Desk) -> None:
    choose(followed, desk, "抓好解读")
    assert cell(followed, "light") == "步骤逾期"
    assert followed.detail.light.word == "步骤逾期"
    assert followed.detail.line.words.text() == "步骤“拟稿”应于2026年11月17日完成"
    assert "已逾期 3 天" in texts(followed.detail.leaves.steps)
    followed.go_to(Target(page="tasks", view="step-late"))
    assert titles(followed) == ["抓好解读"]
    assert followed.filters.watch.text() == "步骤逾期 1"
    followed.filters.view.buttons[list(View).index(View.LATE)].click()
    assert followed.filters.watch.value() is None
    assert titles(followed) == ["抓好公开"]


@pytest.mark.parametrize("concern", ["duty", "step", "answer", "evidence"])
def test_every_line_of_attention_leads_to_exactly_its_tasks(
    followed: TasksPage, desk: Desk, concern: str
) -> None:
    task = task_of(desk, "抓好公开")
    sent = DAY - dt.timedelta(days=9)
    reminder = TaskReminder(id="r", task_id=task.id, unit="区财政局", date=sent, way="函")
    desk.task_follow_up.save(reminder, DAY)
    training = task_of(desk, "抓好Ａ类培训")
    desk.tasks.save(Task(**{**_fields(training), "ours_by_hand": True}))
    last = task_of(desk, "抓好<img src=x>队伍")
    desk.tasks.save(Task(**{**_fields(last), "ours_by_hand": True}))
    desk.tasks.set_status(last.id, TaskStatus.DONE, DAY)
    followed.refresh(None)
    (line,) = [one for one in desk.task_follow_up.attention(DAY) if one.view.startswith(concern)]
    followed.go_to(Target(page=line.page, view=line.view))
    assert len(titles(followed)) == line.count == 1
    assert titles(followed)[0] in line.examples[0]


def _fields(task: Task) -> dict[str, Any]:
    return {name: getattr(task, name) for name in Task.__slots__}


def test_duties_show_their_periods_and_lead_to_where_they_are_recorded(
    filled: TasksPage, desk: Desk, opened: Opened
) -> None:
    task = choose(filled, desk, "抓好Ａ类培训")
    leaf = filled.detail.leaves.duties
    filled.detail.leaves.bar.setCurrentIndex(DUTIES)
    assert "全年 0/1 尚缺1次" in texts(leaf)
    led: list[object] = []
    filled.leave.connect(led.append)
    press(leaf, "record-duty-0")
    assert led == [Target(page="activities", section="activities", view="new:training")]
    activity = Activity(id="a", kind=ActivityKind.TRAINING, date=DAY, title="条例培训")
    filled.operations.perform(lambda: desk.activities.save(activity, DAY))
    assert "全年 1/1" in texts(leaf)
    assert "条例培训" in texts(leaf)
    press(filled.detail.leaves.evidence, "activity-a")
    assert led[1:] == [Target(page="activities", section="activities", record_id="a")]
    assert filled.detail.leaves.bar.tabText(DUTIES) == "频次要求 1/1"
    press(leaf, "duty-applies-0")
    assert not desk.tasks.get(task.id).duties[0].applies
    assert "不适用" in [badge.word for badge in leaf.findChildren(type(filled.detail.light))]


def test_a_duty_is_added_and_changed(filled: TasksPage, desk: Desk, opened: Opened) -> None:
    task = choose(filled, desk, "抓好解读")
    action(filled, "add-duty").trigger()
    dialog = opened(DutyDialog)
    assert not dialog.save_button.isEnabled()
    dialog.kind.set_value(DutyKind.OTHER)
    dialog.count.set_value(2)
    dialog.per.set_value(Per.QUARTER)
    dialog.words.set_value("局务会要求每季度调度2次")
    dialog.save_button.click()
    (duty,) = desk.tasks.get(task.id).duties
    assert (duty.kind, duty.count, duty.per) == (DutyKind.OTHER, 2, Per.QUARTER)
    desk.tasks.add_record(task.id, DAY, "调度1次")
    filled.refresh(None)
    filled.detail.leaves.bar.setCurrentIndex(DUTIES)
    assert "四季度 1/2 尚缺1次" in texts(filled.detail.leaves.duties)
    press(filled, "duty-edit")
    dialog = opened(DutyDialog)
    dialog.count.set_value(1)
    dialog.save_button.click()
    assert desk.tasks.get(task.id).duties[0].count == 1


def test_missing_proof_is_shown_and_attached_by_its_name(
    filled: TasksPage, desk: Desk, opened: Opened, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    task = choose(filled, desk, "抓好公开")
    filled.detail.leaves.bar.setCurrentIndex(RECORDS)
    press(filled, "edit-proof")
    dialog = opened(FactsDialog)
    dialog.owner.setText("王芳")
    dialog.proof.set_value("签到表\n照片")
    dialog.outcome.set_value("已公开36条")
    dialog.save_button.click()
    assert desk.tasks.get(task.id).owner == "王芳"
    assert "王芳" in filled.detail.facts._values["owner"].text()
    assert "应有2项，已有0项" in filled.detail.leaves.evidence.heading.text()
    scan = tmp_path / "IMG_7.jpg"
    scan.write_bytes(b"jpg")
    prompts.answers.append([scan])
    press(filled, "attach-proof")
    assert [one.name for one in desk.task_follow_up.files(task.id)] == ["签到表-IMG_7.jpg"]
    assert "应有2项，已有1项" in filled.detail.leaves.evidence.heading.text()
    filled.set_status(TaskStatus.DONE)
    assert filled.detail.line.words.text() == "照片"
    assert filled.detail.line.badge.word == "缺佐证材料"


def test_a_reminder_is_sent_and_answered(filled: TasksPage, desk: Desk, opened: Opened) -> None:
    task = choose(filled, desk, "抓好公开")
    action(filled, "add-reminder").trigger()
    dialog = opened(ReminderDialog)
    assert not dialog.save_button.isEnabled()
    dialog.unit.setText("区财政局")
    dialog.way.setText("督办单")
    dialog.due.set_date(DAY + dt.timedelta(days=5))
    dialog.save_button.click()
    (sent,) = desk.task_follow_up.reminders(task.id)
    assert (sent.unit, sent.date, sent.answered_on) == ("区财政局", DAY, None)
    assert filled.filters.watch.actions_by[Concern.TASK_ANSWER_WAITED].text() == "等待答复 1"
    filled.follow_up.answer_reminder(sent)
    answer = opened(ReminderDialog)
    answer.answer.set_value("已报送")
    answer.save_button.click()
    (done,) = desk.task_follow_up.reminders(task.id)
    assert (done.answered_on, done.answer) == (DAY, "已报送")
    assert "已报送" in texts(filled.detail.leaves.reminders)


@pytest.fixture
def two_years(filled: TasksPage, desk: Desk) -> TasksPage:
    """The page with last year's plan beside this year's."""
    filled.operations.perform(lambda: desk.tasks.commit(desk.tasks.read_text(OLD), DAY))
    old = task_of(desk, "抓好专区建设", 1)
    desk.tasks.add_record(old.id, dt.date(2025, 6, 1), "选址")
    desk.task_follow_up.save_facts(old.id, TaskFacts(hindrance="缺场地"))
    filled.refresh(None)
    return filled


def test_unfinished_tasks_come_over_as_ticked(
    two_years: TasksPage, desk: Desk, opened: Opened, prompts: ScriptedPrompts
) -> None:
    choose(two_years, desk, "抓好公开")
    action(two_years, "carry-over").trigger()
    dialog = opened(CarryDialog)
    lines = {line.proposal.old.title: line for line in dialog.list.lines}
    assert [line.tick.isChecked() for line in lines.values()] == [True, True, False]
    assert lines["抓好公开"].goal.value() == task_of(desk, "抓好公开")
    assert lines["抓好专区建设"].goal.value() is None
    lines["抓好公开"].tick.setChecked(False)
    dialog.due.line.setText("2025-12-31")
    assert not dialog.save_button.isEnabled()
    dialog.due.line.setText("2026-12-20")
    dialog.save_button.click()
    new = choose(two_years, desk, "抓好专区建设")
    assert (new.number, new.hindrance) == ("结转1", "缺场地")
    history = texts(two_years.detail.leaves.history)
    assert "2025年6月1日  选址" in history
    old = task_of(desk, "抓好专区建设", 1)
    two_years.go_to(Target(page="tasks", record_id=old.id))
    assert not action(two_years, "status-done").isEnabled()
    assert "已结转为2026年任务结转1" in texts(two_years.detail.leaves.history)
    prompts.answers += [True]
    two_years.follow_up.take_back(old)
    assert desk.tasks.get(old.id).status is TaskStatus.IN_PROGRESS
    assert desk.task_carrying.later(old) is None


def test_nothing_ticked_cannot_be_carried(two_years: TasksPage, desk: Desk, opened: Opened) -> None:
    choose(two_years, desk, "抓好公开")
    action(two_years, "carry-over").trigger()
    dialog = opened(CarryDialog)
    for line in dialog.list.lines:
        line.tick.setChecked(False)
    assert not dialog.save_button.isEnabled()
    dialog.list._all.click()
    assert dialog.save_button.isEnabled()
    assert len(dialog.draft().carries) == 3
    dialog.done(0)


def test_two_plans_stand_side_by_side(two_years: TasksPage, desk: Desk, opened: Opened) -> None:
    choose(two_years, desk, "抓好公开")
    action(two_years, "compare-plans").trigger()
    dialog = opened(ComparisonDialog)
    words = [button.text() for button in dialog.view.buttons]
    assert words == ["全部 6", "新增任务 3", "有变化 1", "不再列入 2", "没有变化 0"]
    dialog.view.buttons[2].click()
    assert [one.task.title for one in dialog.shown()] == ["抓好公开"]
    assert "责任单位：区司法局、区财政局" in texts(dialog)
    dialog.done(0)


def test_without_an_older_plan_there_is_nothing_to_look_back_at(filled: TasksPage) -> None:
    assert PLAN.startswith("2026")
    assert not action(filled, "carry-over").isEnabled()
    assert not action(filled, "compare-plans").isEnabled()
    assert not filled.filters.watch.isVisible()
