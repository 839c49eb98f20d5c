"""The register's settings: saved as typed, refused where they make no sense."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from gongkai_desk.domain.case_file import Stage
from gongkai_desk.domain.register_settings import TAGS
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.preferences.page import PreferencesPage
from gongkai_desk.ui.settings import PreferencesStore
from tests.ui.scripted import ScriptedPrompts


def test_the_settings_are_saved_as_typed(
    page: PreferencesPage, desk: Desk, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    page.go_to(Target(page="settings", view="register"))
    section = page.register
    assert not section.save_button.isEnabled()
    section.tags.set_value("征地拆迁\n\n 教育 \n征地拆迁")
    section.targets[Stage.HANDLED].set_value(8)
    section.targets[Stage.ARCHIVED].set_value(None)
    section.years.set_value(15)
    section.payment.set_value("非税收入专户")
    prompts.answers.append(tmp_path)
    QTest.mouseClick(section.scans.button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(section.save_button, Qt.MouseButton.LeftButton)
    saved = desk.register_settings.get()
    assert saved.tags == ("征地拆迁", "教育")
    assert saved.stage_targets[Stage.HANDLED] == 8
    assert Stage.ARCHIVED not in saved.stage_targets
    assert (saved.retention_years, saved.payment_way) == (15, "非税收入专户")
    assert saved.scan_folder == str(tmp_path)
    assert not section.save_button.isEnabled()
    assert desk.history.undo_name == "save-register-settings"


def test_what_makes_no_sense_is_marked(page: PreferencesPage, desk: Desk) -> None:
    section = page.register
    section.targets[Stage.REVIEWED].set_value(12)
    assert not section.save_button.isEnabled()
    assert "审核" in section.form.field("target_handled").accessibleDescription()
    section.targets[Stage.REVIEWED].set_value(3)
    section.tags.set_value("  ")
    assert not section.save_button.isEnabled()
    section.tags.set_value("\n".join(TAGS))
    section.scans.set_value("/没有/这里")
    assert not section.save_button.isEnabled()
    assert "/没有/这里" in section.form.field("scan_folder").accessibleDescription()
    section.revert()
    assert not section.save_button.isEnabled()
    assert section.scans.value() == ""


def test_what_letters_keep_there_is_not_touched(page: PreferencesPage, desk: Desk) -> None:
    settings = desk.register_settings.get()
    kept = type(settings)(letterhead="示例局文件", numbering={"reply": "〔{年}〕{序号}"})
    desk.register_settings.save(kept)
    page.refresh(None)
    page.register.payment.set_value("转账")
    page.register.save()
    saved = desk.register_settings.get()
    assert (saved.letterhead, saved.numbering) == (kept.letterhead, kept.numbering)
    assert saved.payment_way == "转账"


def test_the_daily_notification_can_be_switched_off(
    page: PreferencesPage, store: PreferencesStore
) -> None:
    box = page.findChild(QCheckBox, "notifications")
    assert box is not None
    assert box.isChecked()
    page.show_section("appearance")
    box.click()
    assert not store.value.notifications
    assert not PreferencesStore().value.notifications
