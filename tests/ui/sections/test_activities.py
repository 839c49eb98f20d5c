"""The records of work: entered by kind, found, repeated, linked, led to from elsewhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.activity import Activity, ActivityKind, Institution
from gongkai_desk.domain.plan import Duty, DutyKind, Per
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.activities.records.counts_dialog import CountsDialog
from gongkai_desk.ui.activities.records.dialog import ActivityDialog
from gongkai_desk.ui.activities.records.section import ActivitySection
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.widgets.pick_field import PickDialog
from tests.builders import a_plan, a_task
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts
from tests.ui.sections.conftest import Opened, Shown


def enter(desk: Desk, title: str, kind: ActivityKind, **values: object) -> Activity:
    activity = Activity(id=title, kind=kind, date=dt.date(2026, 9, 1), title=title)
    activity = replace(activity, **values)  # type: ignore[arg-type]
    desk.activities.save(activity, DAY)
    return activity


def titles(section: ActivitySection) -> list[str]:
    return [row.title for row in section.table.records.rows]


def test_a_training_is_entered_from_nothing(
    shown: Shown[ActivitySection], opened: Opened[ActivityDialog], desk: Desk, tmp_path: Path
) -> None:
    section = shown(ActivitySection)
    section.add()
    dialog = opened(ActivityDialog)
    assert not dialog.save_button.isEnabled()
    dialog.common["title"].setText("条例学习")
    dialog.common["participants"].setText("38")
    dialog.own.fields["hours"].setText("3")
    dialog.own.fields["form"].set_value("集中授课")
    sheet = tmp_path / "签到表.txt"
    sheet.write_text("签到")
    dialog._files.add([sheet])
    dialog.save_button.click()
    (kept,) = desk.activities.activities()
    assert (kept.title, kept.participants, kept.date) == ("条例学习", 38, DAY)
    assert kept.details == {"hours": "3", "form": "集中授课"}
    assert [one.name for one in desk.activities.files(kept.id)] == ["签到表.txt"]
    assert section.card.title.text() == "条例学习"


def test_another_kind_takes_over_what_was_typed_and_gives_it_back(
    shown: Shown[ActivitySection], opened: Opened[ActivityDialog], desk: Desk
) -> None:
    section = shown(ActivitySection)
    section.add(ActivityKind.OPEN_DAY)
    dialog = opened(ActivityDialog)
    dialog.common["title"].setText("走进图书馆")
    dialog.common["place"].setText("图书馆")
    dialog.own.fields["form"].set_value("座谈交流")
    dialog.own.fields["opinions"].setText("6")
    dialog.kind.set_value(ActivityKind.MEETING_SEATS)
    assert "agenda" in dialog.own.fields
    assert "form" not in dialog.own.fields
    assert dialog.common["title"].text() == "走进图书馆"
    assert dialog.own.fields["opinions"].text() == "6"
    assert not dialog.save_button.isEnabled(), "the matter and the people are mandatory"
    dialog.kind.set_value(ActivityKind.TRAINING)
    assert dialog.own.fields["form"].value() is None, "a choice of another kind is none here"
    dialog.kind.set_value(ActivityKind.OPEN_DAY)
    assert dialog.own.fields["form"].value() == "座谈交流"
    dialog.save_button.click()
    (kept,) = desk.activities.activities()
    assert kept.details == {"form": "座谈交流", "opinions": "6"}
    assert kept.place == "图书馆"


def test_more_taken_than_received_is_refused_at_its_field(
    shown: Shown[ActivitySection], opened: Opened[ActivityDialog], desk: Desk
) -> None:
    section = shown(ActivitySection)
    section.add(ActivityKind.OPEN_DAY)
    dialog = opened(ActivityDialog)
    dialog.common["title"].setText("开放日")
    dialog.own.fields["opinions"].setText("2")
    dialog.own.fields["adopted"].setText("3")
    assert not dialog.save_button.isEnabled()
    assert "采纳数" in dialog.own.fields["adopted"].accessibleDescription()
    dialog.done(0)
    assert desk.activities.activities() == []


def test_fields_of_older_versions_survive_an_edit(
    shown: Shown[ActivitySection], opened: Opened[ActivityDialog], desk: Desk
) -> None:
    details = {"old_field": "旧值", "form": "从前的形式", "hours": "2"}
    enter(desk, "培训", ActivityKind.TRAINING, details=details)
    section = shown(ActivitySection)
    section.edit()
    dialog = opened(ActivityDialog)
    dialog.common["note"].set_value("补记")
    dialog.save_button.click()
    (kept,) = desk.activities.activities()
    assert (kept.details, kept.note) == (details, "补记")


def test_views_year_kind_and_search_narrow_the_list(
    shown: Shown[ActivitySection], desk: Desk
) -> None:
    enter(desk, "条例学习", ActivityKind.TRAINING)
    enter(desk, "意见征集", ActivityKind.PUBLIC_CONSULTATION)
    enter(desk, "去年培训", ActivityKind.TRAINING, date=dt.date(2025, 3, 4))
    section = shown(ActivitySection)
    assert set(titles(section)) == {"条例学习", "意见征集"}
    section.go_to(Target(page="activities", view="participation"))
    assert titles(section) == ["意见征集"]
    section.go_to(Target(page="activities", view="awaiting-feedback"))
    assert titles(section) == ["意见征集"]
    section.go_to(Target(page="activities", view="training"))
    assert titles(section) == ["条例学习"]
    section.go_to(Target(page="activities", record_id="去年培训"))
    assert section.current is not None
    assert section.current.title == "去年培训"
    section.year.set_value(None)
    section.search.setText("学习")
    assert titles(section) == ["条例学习"]


def test_others_open_the_dialog_for_a_kind_and_a_task(
    shown: Shown[ActivitySection], opened: Opened[ActivityDialog], desk: Desk
) -> None:
    plan = a_plan()
    duty = Duty(kind=DutyKind.TRAINING, count=1, per=Per.YEAR, text="每年至少组织1次培训")
    other = a_task(plan, title="更新目录", ours_found=True, position=1)
    task = a_task(plan, title="加强培训", ours_found=True, duties=(duty,), position=2)
    with desk._database.write("import-plan") as work:
        for record in (plan, other, task):
            work.put(record)
    section = shown(ActivitySection)
    section.go_to(Target(page="activities", view=f"new:training:{task.id}"))
    dialog = opened(ActivityDialog)
    assert dialog.kind.value() is ActivityKind.TRAINING
    assert dialog.common["task_ids"].value() == (task.id,)
    picker: PickDialog = dialog.common["task_ids"].open()
    assert picker.list.item(0).text() == "加强培训\n频次要求：每年至少组织1次培训"
    assert picker.value() == (task.id,)
    picker.list.item(1).setCheckState(Qt.CheckState.Checked)
    picker.accept()
    dialog.common["title"].setText("培训")
    dialog.save_button.click()
    (kept,) = desk.activities.activities()
    assert set(kept.task_ids) == {task.id, other.id}
    assert "加强培训" in section.searched(kept)
    left: list[Target] = []
    section.leave.connect(left.append)
    section.show_task()
    assert [(one.page, one.record_id) for one in left] == [("tasks", task.id)]


def test_supervision_begins_with_its_institution(
    shown: Shown[ActivitySection], opened: Opened[ActivityDialog], desk: Desk
) -> None:
    desk.activities.save(Institution(id="i", name="示例市图书馆"), DAY)
    section = shown(ActivitySection)
    section.go_to(Target(page="activities", view="new:supervision::i"))
    dialog = opened(ActivityDialog)
    assert dialog.kind.value() is ActivityKind.SUPERVISION
    assert dialog.common["institution_ids"].value() == ("i",)
    dialog.done(0)


def test_again_like_this_takes_over_the_matter_but_no_results(
    shown: Shown[ActivitySection], opened: Opened[ActivityDialog], desk: Desk
) -> None:
    desk.activities.save(Institution(id="i", name="示例市图书馆"), DAY)
    details = {"form": "网上检查", "problems": "2", "mended": "2", "list": "两处"}
    enter(
        desk, "检查", ActivityKind.SUPERVISION, details=details, outcome="已改",
        institution_ids=("i",),
    )  # fmt: skip
    section = shown(ActivitySection)
    section.repeat()
    dialog = opened(ActivityDialog)
    dialog.save_button.click()
    new = next(one for one in desk.activities.activities() if one.id != "检查")
    assert (new.title, new.date, new.details) == ("检查", DAY, {"form": "网上检查"})
    assert (new.institution_ids, new.outcome) == (("i",), "")


def test_a_bar_opens_its_kind(
    shown: Shown[ActivitySection], opened: Opened[CountsDialog], desk: Desk
) -> None:
    enter(desk, "条例学习", ActivityKind.TRAINING)
    enter(desk, "开放日", ActivityKind.OPEN_DAY)
    section = shown(ActivitySection)
    section.show_counts()
    dialog = opened(CountsDialog)
    dialog.chart.setFocus()
    QTest.keyClick(dialog.chart, Qt.Key.Key_Return)
    assert titles(section) == ["条例学习"]


def test_the_sheet_and_the_workbook_are_written(
    shown: Shown[ActivitySection], desk: Desk, prompts: ScriptedPrompts, tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    enter(desk, "条例学习", ActivityKind.TRAINING)
    section = shown(ActivitySection)
    prompts.answers = [tmp_path / "表", tmp_path / "台账"]
    section.output.save_sheet(section._chosen())
    qtbot.waitUntil(lambda: (tmp_path / "表.docx").exists())
    section.output.export(section.table.records.rows, "2026年工作记录")
    qtbot.waitUntil(lambda: (tmp_path / "台账.xlsx").exists())


def test_what_is_linked_and_gone_is_not_shown(shown: Shown[ActivitySection], desk: Desk) -> None:
    desk.activities.save(Institution(id="i", name="示例市图书馆"), DAY)
    enter(desk, "检查", ActivityKind.SUPERVISION, institution_ids=("i", "gone"))
    section = shown(ActivitySection)
    row = section.table.records.rows[0]
    assert "示例市图书馆" in [fact.value for fact in section.facts(row)]
    desk.activities.remove(desk.activities.get(Institution, "i"))
    section.refresh(None)
    assert "示例市图书馆" not in section.searched(row)
