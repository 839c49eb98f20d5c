from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.plan import Task, TaskStatus
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.pictures import interpreting_labels
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.tasks.board import View
from gongkai_desk.ui.tasks.dialogs import NoteDialog, OursDialog, RecordDialog, TaskDialog
from gongkai_desk.ui.tasks.page import TasksPage
from gongkai_desk.ui.tasks.records_pane import RecordCard
from gongkai_desk.ui.tasks.table import TITLE_AT_LEAST
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts

Opened = Callable[[type[Any]], Any]


def action(page: TasksPage, name: str) -> QAction:
    found = page.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def titles(page: TasksPage) -> list[str]:
    return [row.task.title for row in page.table.records.rows]


def cell(page: TasksPage, column: str) -> str:
    names = [each.name for each in page.table.records.columns]
    row = page.table.selectionModel().selectedRows()[0].row()
    return str(page.table.records.index(row, names.index(column)).data())


def stored(desk: Desk, title: str) -> Task:
    (plan,) = desk.tasks.plans()
    return next(task for task in desk.tasks.tasks(plan.id) if task.title == title)


def choose(page: TasksPage, title: str) -> None:
    row = next(row for row in page.table.records.rows if row.task.title == title)
    page.table.select([row.id])


def test_without_a_plan_the_page_offers_the_two_ways_to_one(page: TasksPage) -> None:
    assert page.empty.isVisible()
    names = {button.objectName() for button in page.empty.findChildren(QPushButton)}
    assert names == {"import-plan-button", "paste-plan-button"}
    assert not action(page, "export-plan").isEnabled()
    assert action(page, "import-plan").isEnabled()


def test_ours_come_first_and_the_filters_let_through_what_they_say(filled: TasksPage) -> None:
    assert titles(filled) == ["抓好公开", "抓好解读"]
    assert filled.filters.scope.buttons[1].text() == "本单位 2"
    QTest.mouseClick(filled.filters.scope.buttons[0], Qt.MouseButton.LeftButton)
    assert len(titles(filled)) == 4
    late = list(View).index(View.LATE)
    QTest.mouseClick(filled.filters.view.buttons[late], Qt.MouseButton.LeftButton)
    assert titles(filled) == ["抓好公开"]
    filled.show_all()
    filled.filters.search.setText("a类")
    assert titles(filled) == ["抓好Ａ类培训"]
    filled.filters.search.setText("a类没有")
    assert titles(filled) == []
    assert filled.task is None
    assert not action(filled, "add-record").isEnabled()


def test_done_turns_the_light_and_undo_turns_it_back(filled: TasksPage, desk: Desk) -> None:
    choose(filled, "抓好公开")
    assert cell(filled, "light") == "已逾期"
    assert "已逾期 51 天" in filled.detail.facts._values["deadline"].text()
    QTest.keyClick(filled.table, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert stored(desk, "抓好公开").done_on == DAY
    assert (cell(filled, "light"), cell(filled, "status")) == ("已办结", "已完成")
    assert filled.detail.light.word == "已办结"
    filled.operations.undo()
    assert (cell(filled, "light"), cell(filled, "status")) == ("已逾期", "未开始")
    assert filled.detail.status.value() is TaskStatus.OPEN
    filled.operations.redo()
    assert cell(filled, "light") == "已办结"


def test_the_buttons_of_the_detail_set_the_progress(filled: TasksPage, desk: Desk) -> None:
    choose(filled, "抓好解读")
    QTest.mouseClick(filled.detail.status.buttons[1], Qt.MouseButton.LeftButton)
    assert stored(desk, "抓好解读").status is TaskStatus.IN_PROGRESS
    assert action(filled, "status-in_progress").isChecked()


def test_a_record_with_an_attachment(
    filled: TasksPage,
    desk: Desk,
    opened: Opened,
    prompts: ScriptedPrompts,
    tmp_path: Path,
) -> None:
    proof = tmp_path / "签到表 <b>.txt"
    proof.write_text("张三", "utf-8")
    choose(filled, "抓好公开")
    QTest.keyClick(filled.table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(RecordDialog)
    assert dialog.date.date() == DAY
    assert not dialog.save_button.isEnabled()
    dialog.text.set_value("发布解读3篇")
    prompts.answers.append([proof])
    QTest.mouseClick(dialog.files.add_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    (record,) = desk.tasks.records(stored(desk, "抓好公开").id)
    (attachment,) = desk.tasks.attachments(record.id)
    assert (record.text, attachment.name) == ("发布解读3篇", "签到表 <b>.txt")
    assert desk.tasks.content(attachment.id).decode() == "张三"
    assert cell(filled, "records") == "1"
    assert interpreting_labels(filled) == []
    filled.operations.undo()
    assert desk.tasks.records(record.task_id) == []


def test_attachments_are_opened_saved_and_removed(
    filled: TasksPage, desk: Desk, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    proof = tmp_path / "照片.jpg"
    proof.write_bytes(b"\xff\xd8 picture")
    choose(filled, "抓好公开")
    assert filled.task is not None
    desk.tasks.add_record(filled.task.id, DAY, "开放日", [proof])
    (record,) = desk.tasks.records(filled.task.id)
    (attachment,) = desk.tasks.attachments(record.id)
    seen: list[bytes] = []

    def show(path: Path) -> bool:
        seen.append(path.read_bytes())
        return True

    filled.work.kept.open_file = show
    filled.work.open(attachment)
    assert seen == [b"\xff\xd8 picture"]
    prompts.answers += [tmp_path / "拷贝.jpg", tmp_path / "没有" / "拷贝.jpg", True]
    filled.work.save_as(attachment)
    assert (tmp_path / "拷贝.jpg").read_bytes() == b"\xff\xd8 picture"
    filled.work.save_as(attachment)
    assert "无法写入" in prompts.asked[-1][2]
    filled.work.detach(attachment)
    assert desk.tasks.attachments(record.id) == []


def dropped(*paths: Path) -> tuple[QDropEvent, QMimeData]:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    return event, data


def test_files_dropped_on_a_record_are_attached_beside_it_they_begin_one(
    filled: TasksPage, desk: Desk, opened: Opened, tmp_path: Path
) -> None:
    proof = tmp_path / "截图.png"
    proof.write_bytes(b"png")
    choose(filled, "抓好公开")
    assert filled.task is not None
    filled.operations.perform(
        lambda: desk.tasks.add_record(filled.task.id if filled.task else "", DAY, "开放日")
    )
    card = filled.detail.findChild(RecordCard)
    assert isinstance(card, RecordCard)
    event, _data = dropped(proof, tmp_path)
    card.dropEvent(event)
    (record,) = desk.tasks.records(filled.task.id)
    assert [each.name for each in desk.tasks.attachments(record.id)] == ["截图.png"]
    event, _data = dropped(proof)
    filled.detail.records.dropEvent(event)
    assert opened(RecordDialog).files.value() == (proof,)


def test_records_are_edited_and_removed(
    filled: TasksPage, desk: Desk, opened: Opened, prompts: ScriptedPrompts
) -> None:
    choose(filled, "抓好公开")
    assert filled.task is not None
    desk.tasks.add_record(filled.task.id, DAY, "开放日")
    (record,) = desk.tasks.records(filled.task.id)
    filled.work.edit(record)
    dialog = opened(RecordDialog)
    dialog.text.set_value("政府开放日")
    dialog.date.set_date(dt.date(2026, 5, 8))
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    (record,) = desk.tasks.records(filled.task.id)
    assert (record.text, record.date) == ("政府开放日", dt.date(2026, 5, 8))
    prompts.answers += [False, True]
    filled.work.remove(record)
    assert desk.tasks.records(filled.task.id)
    filled.work.remove(record)
    assert not desk.tasks.records(filled.task.id)


def test_whether_a_task_is_ours_is_said_with_a_reason(
    filled: TasksPage, desk: Desk, opened: Opened
) -> None:
    filled.show_all()
    choose(filled, "抓好Ａ类培训")
    assert cell(filled, "ours") == ""
    assert "没有本单位" in filled.detail.facts._values["ours"].text()
    action(filled, "change-ours").trigger()
    dialog = opened(OursDialog)
    dialog.answer.set_value(True)
    assert not dialog.save_button.isEnabled()
    dialog.because.set_value("局务会议明确由我局承办")
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    task = stored(desk, "抓好Ａ类培训")
    assert (task.ours, task.ours_by_hand_because) == (True, "局务会议明确由我局承办")
    assert cell(filled, "ours") == "是"
    assert "手工认定：局务会议" in filled.detail.facts._values["ours"].text()


def test_note_and_correction_are_kept(filled: TasksPage, desk: Desk, opened: Opened) -> None:
    choose(filled, "抓好公开")
    action(filled, "edit-note").trigger()
    dialog = opened(NoteDialog)
    dialog.note.set_value("已报送")
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert stored(desk, "抓好公开").note == "已报送"
    filled.table.activated_record.emit(filled.table.current())
    correction = opened(TaskDialog)
    correction.date.set_date(dt.date(2026, 12, 10))
    correction.responsible.set_value("区司法局，区财政局")
    QTest.mouseClick(correction.save_button, Qt.MouseButton.LeftButton)
    task = stored(desk, "抓好公开")
    assert task.responsible_units == ("区司法局", "区财政局")
    assert task.deadline.text == "2026年12月10日前"
    assert cell(filled, "light") == "临近到期"


def test_the_list_is_shown_as_pages_before_it_is_printed(
    qtbot: QtBot, filled: TasksPage, prompts: ScriptedPrompts, opened: Opened
) -> None:
    prompts.answers.append(0)
    action(filled, "print-plan").trigger()
    preview = opened(PreviewDialog)
    qtbot.waitUntil(lambda: "共 1 页" in preview.count.text())
    preview.close()


def test_a_plan_is_removed_only_after_asking_and_comes_back(
    filled: TasksPage, desk: Desk, prompts: ScriptedPrompts
) -> None:
    prompts.answers += [False, True]
    action(filled, "remove-plan").trigger()
    assert len(desk.tasks.plans()) == 1
    action(filled, "remove-plan").trigger()
    assert "4 项任务" in prompts.asked[-1][2]
    assert desk.tasks.plans() == []
    assert filled.empty.isVisible()
    filled.operations.undo()
    assert titles(filled) == ["抓好公开", "抓好解读"]


@pytest.mark.parametrize(
    ("view", "shown"), [("late", ["抓好公开"]), ("soon", []), ("open", ["抓好公开", "抓好解读"])]
)
def test_the_home_page_leads_to_views(filled: TasksPage, view: str, shown: list[str]) -> None:
    filled.go_to(Target(page="tasks", view=view))
    assert titles(filled) == shown


def test_the_home_page_leads_to_a_task_that_the_filters_hid(filled: TasksPage, desk: Desk) -> None:
    filled.go_to(Target(page="tasks", view="late"))
    hidden = stored(desk, "抓好Ａ类培训")
    filled.go_to(Target(page="tasks", record_id=hidden.id))
    assert filled.task == hidden


def test_hostile_text_is_only_text(filled: TasksPage) -> None:
    filled.show_all()
    choose(filled, "抓好<img src=x>队伍")
    assert cell(filled, "title") == "抓好<img src=x>队伍"
    assert "<img src=x>" in filled.detail.title.text()
    assert "<img src=x>" in filled.detail.text.text()
    tip = filled.table.selectionModel().selectedRows(2)[0].data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=x&gt;" in tip
    assert interpreting_labels(filled) == []


def test_nobody_arranged_what_the_window_hid(filled: TasksPage) -> None:
    filled.resize(800, 640)
    filled.show_all()
    filled.resize(1040, 640)
    assert not window_state().contains(filled.table._key)
    width = filled.table.fontMetrics().horizontalAdvance("字") * TITLE_AT_LEAST
    names = [each.name for each in filled.table.records.columns]
    assert filled.table.columnWidth(names.index("title")) >= width


def test_columns_give_way_before_the_table_has_to_be_pushed_sideways(filled: TasksPage) -> None:
    for width in (800, 1040, 1600):
        filled.resize(width, 640)
        assert filled.table.horizontalHeader().length() <= filled.table.viewport().width()
