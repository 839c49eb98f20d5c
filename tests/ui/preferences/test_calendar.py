"""The calendar of the settings: years, pasted notices and what they do to due dates."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.request import EventKind
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.notices import standing_notices
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.pictures import interpreting_labels
from gongkai_desk.ui.preferences.calendar_section import CalendarSection
from gongkai_desk.ui.preferences.notice_dialog import NoticeDialog
from gongkai_desk.ui.preferences.page import PreferencesPage
from gongkai_desk.ui.widgets.plain import PlainLabel
from tests.builders import a_request, an_event
from tests.holiday_notices import NOTICE_2027
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts

WRONG = NOTICE_2027.replace("共7天。2月14日（周日）", "共8天。2月15日（周日）")


def pasting(page: PreferencesPage) -> NoticeDialog:
    page.go_to(Target(page="settings", view="notice"))
    dialog = page.calendar.dialog
    assert dialog is not None
    return dialog


def paste(dialog: NoticeDialog, text: str) -> None:
    dialog.text.set_value(text)
    dialog.read()


def extended(desk: Desk, received: dt.date, number: str) -> str:
    """An open request of that day, extended by 20 working days; its id."""
    request = a_request(submitted=None, arrived=None, received=received, number=number)
    desk.register.add(request, on=DAY)
    desk.register.record(
        an_event(request, kind=EventKind.EXTENDED, argument="20", date=DAY), on=DAY
    )
    return request.id


def told(dialog: NoticeDialog) -> str:
    label: PlainLabel | None = dialog.findChild(PlainLabel, "notice-effect")
    assert label is not None
    return label.text()


def test_every_year_stands_there_with_its_source(page: PreferencesPage, desk: Desk) -> None:
    rows = {row.year: row for row in page.calendar.years.records.rows}
    calendar = desk.holidays.calendar()
    assert set(rows) == set(range(2019, 2028))
    assert rows[2026].source == calendar.source(2026)
    assert rows[2026].working == calendar.working_days(2026) == 248
    assert not rows[2027].confirmed


def test_the_chosen_year_is_shown_month_by_month(page: PreferencesPage, desk: Desk) -> None:
    page.calendar.show_year(2025)
    heading = page.calendar.heading.text()
    assert "2025" in heading
    assert str(desk.holidays.calendar().working_days(2025)) in heading
    october = page.calendar.calendar.months[9]
    assert "10月1日" in october.days.accessibleDescription()


def test_a_wrong_notice_is_explained_and_cannot_be_taken(page: PreferencesPage, desk: Desk) -> None:
    dialog = pasting(page)
    paste(dialog, WRONG)
    assert "8 天" in dialog.wrong.text
    assert "2027-02-15" in dialog.wrong.text
    assert not dialog.take_button.isEnabled()
    dialog.accept()
    assert not desk.holidays.notices()
    paste(dialog, "你好")
    assert dialog.wrong.text
    assert not dialog.take_button.isEnabled()


def test_typing_is_read_by_itself(page: PreferencesPage, qtbot: QtBot) -> None:
    dialog = pasting(page)
    assert not dialog.take_button.isEnabled()
    dialog.text.set_value(NOTICE_2027)
    qtbot.waitUntil(dialog.take_button.isEnabled)


def test_what_was_typed_after_reading_is_never_taken_unseen(
    page: PreferencesPage, desk: Desk
) -> None:
    dialog = pasting(page)
    paste(dialog, NOTICE_2027)
    dialog.text.set_value(WRONG)
    dialog.accept()
    assert not desk.holidays.notices()
    assert dialog.wrong.text


def test_the_new_due_dates_are_listed_before_the_notice_is_taken(
    page: PreferencesPage, desk: Desk
) -> None:
    moved = extended(desk, dt.date(2026, 11, 20), "2026-901")
    stays = extended(desk, dt.date(2026, 11, 9), "2026-902")
    extended(desk, dt.date(2026, 10, 20), "2026-903")
    longest = extended(desk, dt.date(2026, 11, 19), "2026-904")
    before = {one: desk.register.get(one, DAY).due for one in (moved, stays, longest)}
    dialog = pasting(page)
    paste(dialog, NOTICE_2027)
    listed = {effect.request_id: effect for effect in dialog.effects.records.rows}
    assert {effect.number for effect in listed.values()} == {"2026-901", "2026-902", "2026-904"}
    assert {one: effect.old_due for one, effect in listed.items()} == before
    assert not desk.holidays.notices()
    dialog.accept()
    after = {one: desk.register.get(one, DAY).due for one in (moved, stays, longest)}
    assert {one: effect.new_due for one, effect in listed.items()} == after
    assert not desk.register.get(moved, DAY).provisional


def test_a_notice_that_moves_a_due_date_says_how_many(page: PreferencesPage, desk: Desk) -> None:
    extended(desk, dt.date(2026, 11, 9), "2026-902")
    dialog = pasting(page)
    shorter = NOTICE_2027.replace(
        "1月1日（周五）至3日（周日）放假，共3天。",
        "1月1日（周五）至7日（周四）放假调休，共7天。1月9日（周六）、1月10日（周日）上班。",
    )
    paste(dialog, shorter)
    assert "1 件在办申请的期限有变动" in told(dialog)
    paste(dialog, NOTICE_2027)
    assert "有变动" not in told(dialog)
    assert "1 件期限不变" in told(dialog)


def test_adopting_can_be_undone(
    page: PreferencesPage, desk: Desk, operations: Operations, bus: ChangeBus
) -> None:
    one = extended(desk, dt.date(2026, 11, 20), "2026-901")
    dialog = pasting(page)
    paste(dialog, NOTICE_2027)
    dialog.accept()
    assert desk.holidays.calendar().confirmed(2027)
    assert page.calendar.years.records.rows[0].by_hand
    operations.undo()
    assert not desk.holidays.calendar().confirmed(2027)
    assert desk.register.get(one, DAY).provisional
    assert not page.calendar.years.records.rows[0].confirmed


def test_a_notice_that_reads_well_is_not_thrown_away_unasked(
    page: PreferencesPage, prompts: ScriptedPrompts
) -> None:
    dialog = pasting(page)
    paste(dialog, NOTICE_2027)
    prompts.answers = [False, True]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert page.calendar.dialog is None


def test_a_text_file_is_read(
    page: PreferencesPage, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    good, bad = tmp_path / "通知.txt", tmp_path / "别的.txt"
    good.write_text(NOTICE_2027, "gb18030")
    bad.write_text("没有通知", "utf-8")
    dialog = pasting(page)
    prompts.answers = [bad, good]
    dialog.file_button.click()
    assert dialog.wrong.text
    dialog.file_button.click()
    assert dialog.reading is not None
    assert dialog.take_button.isEnabled()


def test_hostile_text_in_a_notice_stays_text(page: PreferencesPage) -> None:
    dialog = pasting(page)
    paste(dialog, NOTICE_2027 + "\n八、<img src=x>：6月31日放假")
    assert not interpreting_labels(dialog)


@pytest.mark.parametrize(
    ("day", "provisional", "asked"),
    [
        (dt.date(2026, 10, 31), False, False),
        (dt.date(2026, 10, 31), True, True),
        (dt.date(2026, 11, 1), False, True),
        (dt.date(2027, 1, 4), False, True),
    ],
)
def test_the_banner_asks_from_november_or_when_a_due_date_is_provisional(
    desk: Desk, day: dt.date, provisional: bool, asked: bool
) -> None:
    if provisional:
        request = a_request(submitted=None, arrived=None, received=dt.date(2026, 10, 30))
        desk.register.add(request, on=day)
        event = an_event(request, kind=EventKind.EXTENDED, argument="20", date=day)
        desk.register.record(event, on=day)
        desk.register.record(
            an_event(request, kind=EventKind.CONSULTATION_SENT, argument="甲", date=day), on=day
        )
    led: list[Target] = []
    notices = standing_notices(desk, day, led.append)
    assert bool(notices) is asked
    if asked:
        assert "2027" in notices[0].text
        assert notices[0].command is not None
        notices[0].command.run()
        assert led == [Target(page="settings", view="notice")]


def test_the_button_opens_the_dialog(page: PreferencesPage) -> None:
    page.show_section("calendar")
    section: CalendarSection = page.calendar
    button: QPushButton | None = section.findChild(QPushButton, "paste-notice")
    assert button is not None
    button.click()
    assert section.dialog is not None
    section.dialog.reject()
