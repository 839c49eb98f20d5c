"""The goals and limits of proactive disclosure in the settings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gongkai_desk.domain.disclosure_settings import DisclosureSettings
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.preferences.page import PreferencesPage


def test_limits_are_saved_and_brought_back(page: PreferencesPage, desk: Desk) -> None:
    page.go_to(Target(page="settings", view="disclosure"))
    section = page.disclosure
    assert not section.save_button.isEnabled()
    section.fields["adoption_days"].set_value(5)
    section.fields["consultation_days"].set_value(20)
    field = section.form.field("consultation_days")
    assert "第十五条" in field.accessibleDescription()  # a warning keeps nobody from saving
    QTest.mouseClick(section.save_button, Qt.MouseButton.LeftButton)
    saved = desk.disclosure_settings.get()
    assert (saved.adoption_days, saved.consultation_days, saved.video_share) == (5, 20, 30)
    assert not section.save_button.isEnabled()
    section.usual_button.click()
    assert section.draft() == DisclosureSettings()
    section.revert()
    assert section.draft() == saved


def test_numbers_out_of_range_are_not_saved(page: PreferencesPage, desk: Desk) -> None:
    section = page.disclosure
    for name, wrong in (("video_share", "101"), ("adoption_days", ""), ("publication_days", "x")):
        section.fields[name].line.setText(wrong)
        assert not section.save_button.isEnabled(), name
        section.revert()
    assert desk.disclosure_settings.get() == DisclosureSettings()
