from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.plan_reading import LineKind, PlanReading
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.pictures import interpreting_labels
from gongkai_desk.ui.tasks.dialogs import TaskDialog
from gongkai_desk.ui.tasks.page import TasksPage
from gongkai_desk.ui.tasks.paste import PasteDialog
from gongkai_desk.ui.tasks.preview import PlanPreview
from tests.plans import real_path
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts
from tests.ui.tasks.conftest import PLAN

Opened = Callable[[type[Any]], Any]


@pytest.fixture
def preview(page: TasksPage, desk: Desk, opened: Opened) -> PlanPreview:
    page.importing.preview(desk.tasks.read_text(PLAN))
    found = opened(PlanPreview)
    assert isinstance(found, PlanPreview)
    return found


def found(preview: PlanPreview) -> list[str]:
    return [task.title for task in preview.reading.tasks]


def trigger(preview: PlanPreview, name: str) -> None:
    action = preview.findChild(QAction, name)
    assert isinstance(action, QAction)
    assert action.isEnabled()
    action.trigger()


def test_a_pasted_plan_is_looked_through_and_taken(
    page: TasksPage, desk: Desk, opened: Opened
) -> None:
    page.importing.paste()
    paste = opened(PasteDialog)
    assert not paste.read_button.isEnabled()
    paste.text.setPlainText(PLAN)
    QTest.mouseClick(paste.read_button, Qt.MouseButton.LeftButton)
    preview = opened(PlanPreview)
    assert preview.summary.text() == "识别出 4 项任务，其中本单位 2 项"
    assert desk.tasks.plans() == []
    QTest.mouseClick(preview.import_button, Qt.MouseButton.LeftButton)
    (plan,) = desk.tasks.plans()
    assert (plan.title, plan.imported_on) == ("2026年云海区政务公开工作要点", DAY)
    assert len(desk.tasks.tasks(plan.id)) == 4
    assert page.plan == plan
    assert [row.task.title for row in page.table.records.rows] == ["抓好公开", "抓好解读"]


def test_text_without_tasks_stays_in_the_editor_and_says_why(
    page: TasksPage, opened: Opened, prompts: ScriptedPrompts
) -> None:
    page.importing.paste()
    paste = opened(PasteDialog)
    paste.text.setPlainText("2026年的一段话，没有任何任务。")
    QTest.mouseClick(paste.read_button, Qt.MouseButton.LeftButton)
    assert paste.isVisible()
    assert "没有找到任务" in paste.wrong.text
    prompts.answers += [False, True]
    paste.reject()
    assert paste.isVisible()
    paste.reject()
    assert [asked[0] for asked in prompts.asked] == ["ask", "ask"]


def test_a_missing_year_is_asked_for(
    page: TasksPage, opened: Opened, prompts: ScriptedPrompts
) -> None:
    page.importing.paste()
    paste = opened(PasteDialog)
    paste.text.setPlainText(PLAN.replace("2026年", ""))
    prompts.answers += [None, "今年", "2025"]
    for word in ("需要知道", "需要知道"):
        QTest.mouseClick(paste.read_button, Qt.MouseButton.LeftButton)
        assert word in paste.wrong.text
    QTest.mouseClick(paste.read_button, Qt.MouseButton.LeftButton)
    assert opened(PlanPreview).year.value() == 2025


def test_a_file_is_read_beside_the_window(
    page: TasksPage, opened: Opened, prompts: ScriptedPrompts
) -> None:
    path = real_path("001")
    prompts.answers.append(path)
    page.importing.choose_file()
    preview = opened(PlanPreview)
    assert len(preview.reading.tasks) == 43
    assert preview.source.document().blockCount() == len(preview.reading.lines)


def test_a_file_that_cannot_be_read_says_why_and_imports_nothing(
    page: TasksPage, desk: Desk, prompts: ScriptedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "要点.docx"
    broken.write_bytes(b"PK\x03\x04 no package")
    page.importing.read_file(broken)
    qtbot.waitUntil(lambda: bool(prompts.asked))
    kind, _title, text = prompts.asked[0]
    assert kind == "problems"
    assert "要点.docx" in text
    assert not page.findChildren(PlanPreview)
    assert desk.tasks.plans() == []


def test_the_lines_of_the_chosen_task_are_marked(preview: PlanPreview) -> None:
    task = preview.reading.tasks[1]
    preview.table.select([task.id])
    marked = [
        mark.cursor.block().blockNumber()  # type: ignore[attr-defined]
        for mark in preview.source.extraSelections()
        if mark.format.background().style() is not Qt.BrushStyle.NoBrush  # type: ignore[attr-defined]
    ]
    texts = [preview.reading.lines[number].task_id for number in marked]
    assert texts
    assert set(texts) == {task.id}
    preview.source.picked.emit(preview.reading.tasks[3].id)
    assert preview.table.current() == preview.reading.tasks[3]


def test_corrections_are_steps_that_can_be_taken_back(preview: PlanPreview) -> None:
    before = preview.reading
    preview.table.select([before.tasks[1].id])
    trigger(preview, "join")
    assert found(preview) == ["抓好公开", "抓好Ａ类培训", "抓好<img src=x>队伍"]
    assert preview.table.current() == preview.reading.tasks[0]
    trigger(preview, "leave-out")
    assert found(preview) == ["抓好Ａ类培训", "抓好<img src=x>队伍"]
    trigger(preview, "toggle-ours")
    assert preview.reading.tasks[0].ours
    assert "本单位 1 项" in preview.summary.text()
    for _step in range(3):
        trigger(preview, "take-back")
    assert preview.reading == before


def test_the_last_task_cannot_be_left_out(preview: PlanPreview, prompts: ScriptedPrompts) -> None:
    for _task in range(4):
        trigger(preview, "leave-out")
    assert len(found(preview)) == 1
    assert "只剩这一项任务" in prompts.asked[0][2]


def test_other_units_are_looked_at_anew(preview: PlanPreview, opened: Opened) -> None:
    preview.table.select([preview.reading.tasks[2].id])
    trigger(preview, "correct")
    dialog = opened(TaskDialog)
    dialog.lead.set_value("区司法局")
    dialog.title_field.set_value("抓好培训")
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    task = preview.reading.tasks[2]
    assert (task.title, task.lead_units, task.ours) == ("抓好培训", ("区司法局",), True)


def test_another_year_moves_the_limits_worded_without_one(preview: PlanPreview) -> None:
    preview.year.set_value(2027)
    first = preview.reading.tasks[0].deadline
    assert str(first.date) == "2027-09-30"
    preview.year.set_value(None)
    assert not preview.import_button.isEnabled()
    assert preview.reading.plan.year == 2027


def test_the_same_plan_is_refused_in_the_dialog(
    filled: TasksPage, desk: Desk, opened: Opened
) -> None:
    filled.importing.preview(desk.tasks.read_text(PLAN))
    preview = opened(PlanPreview)
    QTest.mouseClick(preview.import_button, Qt.MouseButton.LeftButton)
    assert preview.isVisible()
    assert "此前已经导入" in preview.wrong.text
    preview.title_field.set_value("2026年工作要点（修订）")
    QTest.mouseClick(preview.import_button, Qt.MouseButton.LeftButton)
    assert len(desk.tasks.plans()) == 2


def test_leaving_with_corrections_is_asked_about(
    preview: PlanPreview, prompts: ScriptedPrompts
) -> None:
    trigger(preview, "toggle-ours")
    prompts.answers.append(False)
    preview.reject()
    assert preview.isVisible()


def test_hostile_text_is_only_text_in_the_preview(preview: PlanPreview) -> None:
    assert "<img src=x>" in preview.source.toPlainText()
    assert interpreting_labels(preview) == []


def test_units_have_the_room_that_short_titles_leave(
    page: TasksPage, desk: Desk, opened: Opened, qtbot: QtBot
) -> None:
    units = "区政府办公室、区司法局、区财政局、区教育体育局、区民政局、区人力资源社会保障局"
    for title in ("抓好解读", "依法答复每一件政府信息公开申请并且做好沟通"):
        page.importing.preview(
            desk.tasks.read_text(
                f"2026年云海区政务公开工作要点\n一、工作\n（一）{title}。做好。（责任单位：{units}）\n"
            )
        )
        preview = opened(PlanPreview)
        preview.resize(1300, 700)
        with qtbot.waitExposed(preview):
            preview.show()
        table = preview.table
        metrics = table.fontMetrics()
        for name, text in (("number", "一（一）"), ("title", title)):
            number = [column.name for column in table.records.columns].index(name)
            assert table.columnWidth(number) >= metrics.horizontalAdvance(text)
        assert table.columnWidth(2) > 14 * metrics.horizontalAdvance("字")
        preview.reject()


def at(preview: PlanPreview, words: str) -> None:
    """Put the cursor of the document before `words`."""
    cursor = preview.source.textCursor()
    cursor.setPosition(preview.source.toPlainText().index(words))
    preview.source.setTextCursor(cursor)


def test_a_task_is_split_where_the_cursor_is(preview: PlanPreview) -> None:
    before = preview.reading
    at(preview, "年底前完成")
    trigger(preview, "split-here")
    assert found(preview) == ["抓好公开", "抓好解读", "年底前完成", *found_titles(before)[2:]]
    chosen = preview.table.current()
    assert chosen is not None
    assert chosen.title == "年底前完成"
    assert chosen.lead_units == ("区政府办公室",)
    assert "".join(line.text for line in preview.reading.lines) == "".join(
        line.text for line in before.lines
    )
    assert preview.source.document().blockCount() == len(preview.reading.lines)
    trigger(preview, "join")
    trigger(preview, "take-back")
    trigger(preview, "take-back")
    assert preview.reading == before
    assert preview.source.document().blockCount() == len(before.lines)


def found_titles(reading: PlanReading) -> list[str]:
    return [task.title for task in reading.tasks]


def test_lines_become_page_furniture_a_task_or_part_of_one(preview: PlanPreview) -> None:
    at(preview, "二、夯实")
    trigger(preview, "set-aside")
    assert preview.reading.lines[5].kind is LineKind.PAGE
    trigger(preview, "make-task")
    assert "夯实基础" in found(preview)
    trigger(preview, "take-back")
    preview.table.select([preview.reading.tasks[-1].id])
    at(preview, "二、夯实")
    trigger(preview, "take-in")
    assert preview.reading.tasks[-1].text.startswith("二、夯实基础")


def test_what_cannot_be_split_says_why(preview: PlanPreview, prompts: ScriptedPrompts) -> None:
    at(preview, "（二）抓好解读")
    trigger(preview, "split-here")
    assert "没有内容" in prompts.asked[0][2]
    take_back = preview.findChild(QAction, "take-back")
    assert isinstance(take_back, QAction)
    assert not take_back.isEnabled()


def test_the_keys_move_through_the_document_and_the_list(preview: PlanPreview) -> None:
    preview.source.setFocus()
    at(preview, "（一）抓好公开")
    for _line in range(4):  # a long line is shown in several
        QTest.keyClick(preview.source, Qt.Key.Key_Down)
    chosen = preview.table.current()
    assert chosen is not None
    assert chosen is not preview.reading.tasks[0]


DOUBTFUL = """2026年云海区政务公开配档表
序号\t工作任务\t具体措施\t责任单位\t完成时限
1\t公开规划\t公开规划。\t区司法局\t6月底前
2\t公开预算\t公开预算。\t张某\t按要求
3\t公开决算\t公开决算。\t区财政局\t3月、9月
"""


def test_doubtful_tasks_show_a_sign_until_they_were_looked_at(
    page: TasksPage, desk: Desk, opened: Opened
) -> None:
    page.importing.preview(desk.tasks.read_text(DOUBTFUL))
    preview = opened(PlanPreview)
    number = preview.table.records.columns[0]
    assert number.icon is not None
    assert number.tip is not None
    assert [number.icon(task) for task in preview.reading.tasks] == ["", "warning", "warning"]
    assert "张某" in number.tip(preview.reading.tasks[1])
    trigger(preview, "next-doubt")
    assert preview.table.current() == preview.reading.tasks[1]
    trigger(preview, "next-doubt")
    assert preview.table.current() == preview.reading.tasks[2]
    trigger(preview, "correct")
    dialog = opened(TaskDialog)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert [number.icon(task) for task in preview.reading.tasks] == ["", "warning", ""]
    trigger(preview, "take-back")
    assert [number.icon(task) for task in preview.reading.tasks] == ["", "warning", "warning"]


def test_nothing_is_remembered_that_was_not_told(
    page: TasksPage, desk: Desk, opened: Opened, prompts: ScriptedPrompts
) -> None:
    def shown() -> list[tuple[object, ...]]:
        return [
            (task.title, task.text, task.units, task.deadline, task.ours)
            for task in opened(PlanPreview).reading.tasks
        ]

    page.importing.preview(desk.tasks.read_text(PLAN))
    fresh = shown()
    preview = opened(PlanPreview)
    preview.table.select([preview.reading.tasks[0].id])
    trigger(preview, "correct")
    dialog = opened(TaskDialog)
    dialog.lead.set_value("区档案局")
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert shown()[1:] == fresh[1:]  # no other task is touched
    trigger(preview, "toggle-ours")
    at(preview, "年底前完成")
    trigger(preview, "split-here")
    prompts.answers.append(True)
    preview.reject()
    assert desk.tasks.plans() == []
    page.importing.preview(desk.tasks.read_text(PLAN))
    assert shown() == fresh


def test_a_changed_heading_is_asked_about_too(
    preview: PlanPreview, prompts: ScriptedPrompts
) -> None:
    preview.issuer.set_value("云海区政府")
    prompts.answers.append(False)
    preview.reject()
    assert preview.isVisible()
