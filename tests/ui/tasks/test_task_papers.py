"""The dialogs that make papers of the tasks, and 落实情况."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.plan import Deadline, DeadlineKind, Task, TaskReminder, TaskStatus
from gongkai_desk.domain.schedule import ScheduleColumn, ScopeKind
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.tasks.page import TasksPage
from gongkai_desk.ui.tasks.views.export_dialog import ExportDialog, UnitSheetDialog
from gongkai_desk.ui.tasks.views.progress_dialog import ProgressDialog
from gongkai_desk.ui.tasks.views.urging_dialog import UrgingDialog
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts

OF = ScheduleColumn
Opened = Callable[[type[Any]], Any]


def run(page: TasksPage, name: str) -> None:
    action = page.findChild(QAction, name)
    assert isinstance(action, QAction)
    action.trigger()


def press(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


@pytest.fixture
def late(filled: TasksPage, desk: Desk) -> TasksPage:
    """抓好公开 (区司法局、财政局) is late since the end of June."""
    (plan,) = desk.tasks.plans()
    task = desk.tasks.tasks(plan.id)[0]
    past = Deadline(kind=DeadlineKind.BY_DATE, date=dt.date(DAY.year, 6, 30), text="6月底前")
    filled.operations.perform(lambda: desk.tasks.save(replace(task, deadline=past, owner="张三")))
    return filled


def first(desk: Desk) -> Task:
    (plan,) = desk.tasks.plans()
    return desk.tasks.tasks(plan.id)[0]


def test_the_schedule_follows_the_choices_and_is_remembered(
    qtbot: QtBot,
    filled: TasksPage,
    desk: Desk,
    prompts: ScriptedPrompts,
    opened: Opened,
    tmp_path: Path,
) -> None:
    run(filled, "export-plan")
    dialog = opened(ExportDialog)
    assert dialog.scope.value() is ScopeKind.OURS
    assert "共 1 页" in dialog.pages.count.text()
    for row in range(dialog.columns.list.count()):
        item = dialog.columns.list.item(row)
        keep = item.text() in ("序号", "公开事项（标题）")
        item.setCheckState(Qt.CheckState.Checked if keep else Qt.CheckState.Unchecked)
        if item.text() == "公开事项（标题）":
            item.setText("公开事项")
            dialog.columns.list.setCurrentRow(row)
    dialog.columns.move_by(-1)
    prompts.answers.append(tmp_path / "配档表")
    press(dialog.save_button)
    qtbot.waitUntil(lambda: "配档表.xlsx" in dialog.told.text())
    sheet = openpyxl.load_workbook(tmp_path / "配档表.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[3]] == ["序号", "公开事项"]
    assert [row[1].value for row in sheet.iter_rows(min_row=4)] == ["抓好公开", "抓好解读"]
    assert desk.task_views.printed() == (OF.NUMBER, OF.TITLE)
    assert desk.disclosure_settings.get().schedule_headings == {"title": "公开事项"}
    press(dialog.columns.reset)
    assert dialog.columns.value()[2].heading == "公开事项（标题）"
    dialog.reject()


def test_no_column_no_paper(filled: TasksPage, opened: Opened) -> None:
    run(filled, "export-plan")
    dialog = opened(ExportDialog)
    for row in range(dialog.columns.list.count()):
        dialog.columns.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.look()
    assert not dialog.save_button.isEnabled()
    assert "没有选择栏目" in dialog.told.text()
    dialog.reject()


def test_one_units_sheet(
    qtbot: QtBot, filled: TasksPage, prompts: ScriptedPrompts, opened: Opened, tmp_path: Path
) -> None:
    run(filled, "unit-sheet")
    dialog = opened(UnitSheetDialog)
    dialog.unit.setCurrentIndex(1)
    chosen = dialog.unit.value()
    assert chosen is not None
    assert (chosen.unit, chosen.total) == ("区财政局", 2)
    prompts.answers.append(tmp_path / "单.docx")
    press(dialog.save_button)
    qtbot.waitUntil(lambda: "单.docx" in dialog.told.text())
    dialog.reject()
    (table,) = docx.Document(str(tmp_path / "单.docx")).tables
    assert [row.cells[2].text for row in table.rows[1:]] == ["抓好公开", "抓好解读"]


def test_the_overview_is_shown_as_pages(filled: TasksPage, opened: Opened, qtbot: QtBot) -> None:
    run(filled, "task-overview")
    preview = opened(PreviewDialog)
    qtbot.waitUntil(lambda: "共 1 页" in preview.count.text())
    preview.close()


def test_urging_writes_the_papers_and_records_them(
    late: TasksPage, desk: Desk, prompts: ScriptedPrompts, opened: Opened, tmp_path: Path
) -> None:
    run(late, "urge-late")
    dialog = opened(UrgingDialog)
    assert [each.unit for each in dialog.units.value()] == ["张三"]  # a department urges its own
    dialog.units.set_ticked(set())
    dialog.look()
    assert not dialog.save_button.isEnabled()
    dialog.units.set_ticked({"张三", "区财政局"})
    dialog.look()
    assert dialog.told.text() == "共2张督办单，这里显示第一张。"
    prompts.answers.append(tmp_path)
    press(dialog.save_button)
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [
        "政务公开工作督办单-区财政局.pdf", "政务公开工作督办单-张三.pdf"
    ]  # fmt: skip
    reminded = desk.urging.last_reminded(first(desk).id)
    assert isinstance(reminded, TaskReminder)
    assert reminded.date == DAY
    desk.history.undo()
    assert desk.urging.last_reminded(first(desk).id) is None


def test_one_paper_for_all(
    qtbot: QtBot, late: TasksPage, prompts: ScriptedPrompts, opened: Opened, tmp_path: Path
) -> None:
    run(late, "urge-late")
    dialog = opened(UrgingDialog)
    dialog.units.set_ticked({"张三", "区财政局"})
    press(dialog.print_button)
    preview = opened(PreviewDialog)
    qtbot.waitUntil(lambda: "共 2 页" in preview.count.text())
    preview.close()
    dialog.together.setChecked(True)
    dialog.format.set_value("docx")
    prompts.answers.append(tmp_path / "督办单")
    press(dialog.save_button)
    words = [p.text for p in docx.Document(str(tmp_path / "督办单.docx")).paragraphs]
    assert "张三、区财政局：" in words


def test_nothing_late_is_said(filled: TasksPage, desk: Desk, prompts: ScriptedPrompts) -> None:
    task = first(desk)  # the only one whose deadline is over
    filled.operations.perform(lambda: desk.tasks.set_status(task.id, TaskStatus.DONE, DAY))
    run(filled, "urge-late")
    assert prompts.asked[-1][:2] == ("tell", "督办逾期任务")


def test_what_was_done(
    filled: TasksPage, desk: Desk, prompts: ScriptedPrompts, opened: Opened, tmp_path: Path
) -> None:
    task = first(desk)
    filled.operations.perform(lambda: desk.tasks.set_status(task.id, TaskStatus.DONE, DAY))
    run(filled, "progress-texts")
    dialog = opened(ProgressDialog)
    editor = dialog.sections
    assert [
        editor.found.topLevelItem(n).text(0) for n in range(editor.found.topLevelItemCount())
    ] == ["共2项任务，已完成1项。"]
    assert "任务进展" in editor.found.topLevelItem(0).child(0).text(0)
    press(editor.take)
    assert editor.text.value() == "共2项任务，已完成1项。"
    editor.text.set_value("自己写的。")
    prompts.answers.append(0)
    press(editor.take)
    assert editor.text.value() == "自己写的。\n共2项任务，已完成1项。"
    prompts.answers.append(tmp_path / "落实情况")
    press(dialog.export_button)
    assert (tmp_path / "落实情况.docx").exists()
    press(dialog.save_button)
    (kept,) = desk.section_texts.kept(task.plan_id)
    assert kept.text == "自己写的。\n共2项任务，已完成1项。"


def test_a_section_without_records_says_so(filled: TasksPage, opened: Opened) -> None:
    run(filled, "progress-texts")
    dialog = opened(ProgressDialog)
    assert not dialog.sections.take.isEnabled()
    assert "没有登记" in dialog.sections.nothing.text()
    assert dialog.sections.value() == {"一、抓好重点": ""}
