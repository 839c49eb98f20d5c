"""Office, backups, appearance and journal of the settings, driven through the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.demo.sample import fill
from gongkai_desk.domain.backups import BackupReason
from gongkai_desk.domain.case import Query
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui import theme
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.pictures import clipped_labels, interpreting_labels
from gongkai_desk.ui.preferences.backup_section import size_text
from gongkai_desk.ui.preferences.journal_section import operation_text
from gongkai_desk.ui.preferences.page import PreferencesPage
from gongkai_desk.ui.settings import FontSize, PreferencesStore, Theme
from gongkai_desk.ui.widgets.fields import LongTextField, TextField
from tests.builders import a_request
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts

HOSTILE = "<img src=x onerror=y>局"
SECTIONS = ("office", "calendar", "backup", "appearance", "journal")


def field(page: PreferencesPage, name: str) -> TextField:
    found = page.office.form.field(name)
    assert isinstance(found, TextField)
    return found


# our office


def test_the_office_is_saved_as_typed(page: PreferencesPage, desk: Desk) -> None:
    field(page, "phone").set_value("0631-1234567")
    aliases = page.office.form.field("aliases")
    assert isinstance(aliases, LongTextField)
    aliases.set_value("司法局\n\n 区司法  \n司法局")
    page.office.save_button.click()
    office = desk.office.get()
    assert office.phone == "0631-1234567"
    assert office.aliases == ("司法局", "区司法")
    assert not page.office.save_button.isEnabled()
    assert desk.history.undo_name == "save-office"


def test_an_office_needs_a_name(page: PreferencesPage, desk: Desk) -> None:
    before = desk.office.get()
    field(page, "name").set_value("  ")
    assert not page.office.save_button.isEnabled()
    assert field(page, "name").property("wrong") is True
    assert field(page, "name").accessibleDescription()
    page.office.revert_button.click()
    assert field(page, "name").value() == before.name
    assert desk.office.get() == before


def test_nothing_changed_cannot_be_saved(page: PreferencesPage) -> None:
    assert not page.office.save_button.isEnabled()
    field(page, "court").set_value("云海区人民法院")
    assert page.office.save_button.isEnabled()
    field(page, "court").set_value("")
    assert not page.office.save_button.isEnabled()


@pytest.mark.parametrize("answer", [True, False])
def test_new_names_ask_whether_our_tasks_are_looked_for_anew(
    page: PreferencesPage, desk: Desk, prompts: ScriptedPrompts, answer: bool
) -> None:
    reading = desk.tasks.read_text("2026年政务公开工作要点\n一、加强解读。（责任单位：区粮食局）\n")
    desk.tasks.commit(reading, DAY)
    (plan,) = desk.tasks.plans()
    assert not any(task.ours for task in desk.tasks.tasks(plan.id))
    prompts.answers = [answer]
    field(page, "name").set_value("云海区粮食局")
    field(page, "short_name").set_value("区粮食局")
    page.office.save_button.click()
    assert any(task.ours for task in desk.tasks.tasks(plan.id)) is answer
    assert prompts.asked[0][0] == "ask"


def test_another_telephone_asks_nothing(
    page: PreferencesPage, desk: Desk, prompts: ScriptedPrompts
) -> None:
    fill(desk, DAY)
    field(page, "phone").set_value("1")
    page.office.save_button.click()
    assert not prompts.asked


def test_what_is_being_typed_survives_a_write_elsewhere(
    page: PreferencesPage, desk: Desk, operations: Operations
) -> None:
    field(page, "court").set_value("云海区人民法院")
    office = desk.office.get()
    operations.perform(lambda: desk.office.save(replace(office, phone="2")))
    assert field(page, "court").value() == "云海区人民法院"


def test_undo_is_shown_in_the_form(
    page: PreferencesPage, desk: Desk, operations: Operations
) -> None:
    field(page, "court").set_value("云海区人民法院")
    page.office.save_button.click()
    operations.undo()
    assert field(page, "court").value() == ""


# backup and restore


def test_backup_and_restore_round_trip(
    page: PreferencesPage,
    desk: Desk,
    prompts: ScriptedPrompts,
    operations: Operations,
    qtbot: QtBot,
) -> None:
    section = page.backup
    page.show_section("backup")
    operations.perform(lambda: desk.register.add(a_request(number="2026-001"), on=DAY))
    section.backup_button.click()
    qtbot.waitUntil(lambda: len(section.table.records.rows) == 1)
    assert section.table.records.rows[0].reason is BackupReason.BY_HAND
    operations.perform(lambda: desk.register.add(a_request(number="2026-002"), on=DAY))
    operations.perform(lambda: desk.office.save(replace(desk.office.get(), phone="99")))
    assert not section.restore_button.isEnabled()
    section.table.selectRow(0)
    prompts.answers = [True]
    section.restore_button.click()
    qtbot.waitUntil(lambda: len(desk.register.rows(Query(), DAY)) == 1)
    qtbot.waitUntil(lambda: section.result.badge.word == "已恢复")
    assert field(page, "phone").value() == desk.office.get().phone == ""
    assert not desk.history.can_undo
    assert any(row.reason is BackupReason.RESTORE for row in section.table.records.rows)


def test_restore_asks_first(
    page: PreferencesPage, desk: Desk, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    desk.maintenance.backup()
    desk.register.add(a_request(), on=DAY)
    page.backup.refresh()
    page.backup.table.selectRow(0)
    prompts.answers = [False]
    page.backup.restore_button.click()
    assert len(desk.register.rows(Query(), DAY)) == 1


def test_a_broken_file_is_not_restored(
    page: PreferencesPage, desk: Desk, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "坏.db"
    broken.write_bytes(b"SQLite format 3\0 and nothing more")
    desk.register.add(a_request(), on=DAY)
    prompts.answers = [broken, True]
    page.backup.restore_file_button.click()
    qtbot.waitUntil(lambda: prompts.asked[-1][0] == "problems")
    assert str(broken) in prompts.asked[-1][2]
    assert len(desk.register.rows(Query(), DAY)) == 1


def test_a_backup_elsewhere(
    page: PreferencesPage, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    wanted = tmp_path / "备份 副本.db"
    prompts.answers = [wanted]
    page.backup.backup_to_button.click()
    qtbot.waitUntil(wanted.is_file)
    qtbot.waitUntil(lambda: str(wanted) in page.backup.result.words.text())


def test_the_check_tells_its_result(page: PreferencesPage, desk: Desk, qtbot: QtBot) -> None:
    desk.register.add(a_request(), on=DAY)
    page.backup.check_button.click()
    qtbot.waitUntil(lambda: page.backup.result.badge.word == "完好")


def test_sizes_are_told_as_people_say_them() -> None:
    assert size_text(100) == "1 KB"
    assert size_text(340 * 1024) == "340 KB"
    assert size_text(1_300_000) == "1.2 MB"


# appearance


def choose(page: PreferencesPage, name: str) -> None:
    button: QRadioButton | None = page.appearance.findChild(QRadioButton, name)
    assert button is not None
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_theme_and_size_show_at_once_and_are_kept(
    page: PreferencesPage, store: PreferencesStore, dressed: QApplication
) -> None:
    page.show_section("appearance")
    choose(page, "theme-dark")
    assert theme.colours() is theme.DARK
    choose(page, "font_size-large")
    assert dressed.font().pointSizeF() == theme.POINTS[FontSize.LARGE]
    again = PreferencesStore(store.path).value
    assert (again.theme, again.font_size) == (Theme.DARK, FontSize.LARGE)


def test_the_language_waits_for_the_next_start(
    page: PreferencesPage, store: PreferencesStore
) -> None:
    page.show_section("appearance")
    assert not page.appearance.restart.text()
    choose(page, "language-en")
    assert "下次启动" in page.appearance.restart.text()
    assert PreferencesStore(store.path).value.language == "en"
    choose(page, "language-zh_CN")
    assert not page.appearance.restart.text()


def test_a_folder_that_cannot_be_written_is_told(
    page: PreferencesPage, store: PreferencesStore, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("", "utf-8")
    store.path = blocked / "preferences.json"
    page.show_section("appearance")
    choose(page, "theme-dark")
    assert prompts.asked[-1][0] == "problems"
    button: QRadioButton | None = page.appearance.findChild(QRadioButton, "theme-system")
    assert button is not None
    assert button.isChecked()


# the journal


def test_the_journal_tells_the_newest_first(
    page: PreferencesPage, desk: Desk, operations: Operations
) -> None:
    operations.perform(lambda: desk.register.add(a_request(), on=DAY))
    operations.undo()
    rows = page.journal.table.records.rows
    assert [row.operation for row in rows] == ["undo:add-request", "add-request", "create-office"]
    assert operation_text(rows[0].operation).startswith("撤销：")
    assert rows[0].who
    assert rows[0].at >= rows[1].at


def test_every_operation_of_the_sample_has_a_name(desk: Desk) -> None:
    fill(desk, DAY)
    names = {action.operation for action in desk.history.actions()}
    assert {name for name in names if operation_text(name) == name} == set()


# the page


@pytest.mark.parametrize("name", SECTIONS)
def test_targets_lead_to_sections(page: PreferencesPage, name: str) -> None:
    page.go_to(Target(page="settings", view=name))
    shown = page.stack.currentWidget()
    assert shown is not None
    assert shown.findChild(QWidget, f"section-{name}") is not None


@pytest.mark.parametrize("name", SECTIONS)
def test_nothing_is_clipped_or_interpreted(page: PreferencesPage, desk: Desk, name: str) -> None:
    desk.office.save(replace(desk.office.get(), name=HOSTILE, address=HOSTILE))
    page.refresh(None)
    page.show_section(name)
    QApplication.processEvents()
    assert field(page, "name").text() == HOSTILE
    assert not interpreting_labels(page)
    assert not clipped_labels(page)
