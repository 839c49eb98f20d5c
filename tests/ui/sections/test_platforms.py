"""Platforms in the window: entered, checked in a round, closed, imported, limits and history."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.platform import Platform, PlatformCheck, PlatformKind, Slimming
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.platforms import RoundEntry
from gongkai_desk.ui.activities.platforms.dialog import CheckDialog, CloseDialog, PlatformDialog
from gongkai_desk.ui.activities.platforms.importing import PlatformImportDialog
from gongkai_desk.ui.activities.platforms.limits_dialog import LimitsDialog
from gongkai_desk.ui.activities.platforms.round_dialog import RoundDialog
from gongkai_desk.ui.activities.platforms.round_table import (
    RESULT,
    UPDATE,
    WRONG,
    RoundTable,
    recent_date,
)
from gongkai_desk.ui.activities.platforms.section import PlatformSection
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.printing import PreviewDialog
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts
from tests.ui.sections.conftest import Opened, Shown

D = dt.date


@pytest.fixture
def platforms(desk: Desk) -> Desk:
    """A website with two columns and an account; the website and one column were checked."""
    for platform in (
        Platform(id="site", kind=PlatformKind.WEBSITE, name="文旅局网站", filing_number="1"),
        Platform(
            id="news", kind=PlatformKind.COLUMN, name="动态", parent_id="site", category="news"
        ),
        Platform(
            id="law", kind=PlatformKind.COLUMN, name="政策", parent_id="site", category="policies"
        ),
        Platform(id="wechat", kind=PlatformKind.NEW_MEDIA, name="示例文旅"),
    ):
        desk.platforms.save(platform, DAY)
    desk.platforms.record_round(
        DAY,
        "林知远",
        [
            RoundEntry(platform_id="site", last_update=DAY),
            RoundEntry(platform_id="news", last_update=D(2026, 11, 1), problems="错链"),
        ],
        DAY,
    )
    return desk


def names(section: PlatformSection) -> list[str]:
    return [row.platform.name for row in section.table.records.rows]


def wrong(section: PlatformSection) -> list[str]:
    """The platforms with something to be put right."""
    return [row.platform.name for row in section.table.records.rows if row.open_problem]


def test_a_column_is_entered_below_the_website_that_is_chosen(
    platforms: Desk, shown: Shown[PlatformSection], opened: Opened[PlatformDialog]
) -> None:
    section = shown(PlatformSection)
    section.go_to(Target(page="activities", record_id="site"))
    section.add()
    dialog = opened(PlatformDialog)
    assert dialog.kind.value() is PlatformKind.COLUMN
    assert not dialog.save_button.isEnabled()
    dialog.name.setText("通知公告")
    assert dialog.category.value() == "notices"  # told by the name
    dialog.category.activated.emit(0)  # chosen by the officer: no name changes it any more
    dialog.category.set_value("policies")
    dialog.name.setText("工作动态")
    assert dialog.category.value() == "policies"
    dialog.category.set_value("notices")
    dialog.name.setText("通知公告")
    dialog.save_button.click()
    kept = next(one for one in platforms.platforms.all(Platform) if one.name == "通知公告")
    assert (kept.parent_id, kept.category) == ("site", "notices")
    assert names(section) == ["文旅局网站", "动态", "政策", "通知公告", "示例文旅"]


def test_an_account_is_asked_for_its_filing_and_a_column_is_not(
    platforms: Desk, shown: Shown[PlatformSection], opened: Opened[PlatformDialog]
) -> None:
    section = shown(PlatformSection)
    section.go_to(Target(page="activities", record_id="wechat"))
    section.edit()
    dialog = opened(PlatformDialog)
    assert dialog.filing_number.isVisible()
    assert not dialog.category.isVisible()
    dialog.slimming.set_value(Slimming.MERGE)
    dialog.save_button.click()
    assert platforms.platforms.get(Platform, "wechat").slimming is Slimming.MERGE


def test_the_views_hold_what_the_home_page_counts(
    platforms: Desk, shown: Shown[PlatformSection]
) -> None:
    section = shown(PlatformSection)
    for attention in platforms.platforms.attention(DAY):
        section.go_to(Target(page="activities", view=attention.view))
        assert len(section.table.records.rows) == attention.count
        assert names(section)[: len(attention.examples)] == list(attention.examples)
    section.go_to(Target(page="activities", view="wrong"))
    assert names(section) == ["动态"]


def test_a_round_is_typed_by_keyboard(
    platforms: Desk, shown: Shown[PlatformSection], opened: Opened[RoundDialog], qtbot: QtBot
) -> None:
    section = shown(PlatformSection)
    section.record_round()
    dialog = opened(RoundDialog)
    table = dialog.table
    assert [table.isRowHidden(n) for n in range(4)] == [True, True, False, False]  # to be checked
    assert dialog.by.text() == "林知远"
    dialog.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    assert table.currentRow() == 2
    for row, typed in ((2, "19"), (3, "11-01")):  # Enter ends a field and goes down
        QTest.keyClicks(table, typed[0])
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        QTest.keyClicks(editor, typed[1:])
        QTest.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(_stands, table, row, typed))
        assert table.currentRow() == 3
        assert dialog.isVisible()  # Enter does not save
    assert table.text(3, RESULT) == "超时5天"
    dialog.save_button.click()
    assert platforms.platforms.checks("law")[0].last_update == D(2026, 11, 19)
    assert platforms.platforms.checks("wechat")[0].by == "林知远"


def _stands(table: RoundTable, row: int, typed: str) -> bool:
    return table.text(row, UPDATE) == typed


def test_a_round_with_an_unreadable_date_cannot_be_saved(
    platforms: Desk, shown: Shown[PlatformSection], opened: Opened[RoundDialog]
) -> None:
    shown(PlatformSection).record_round()
    dialog = opened(RoundDialog)
    assert not dialog.save_button.isEnabled()  # nothing typed
    dialog.table.put(1, UPDATE, "明年")
    assert not dialog.save_button.isEnabled()
    dialog.table.put(1, UPDATE, "=")  # nothing newer than what is known
    assert dialog.save_button.isEnabled()
    assert dialog.draft().entries == (
        RoundEntry(platform_id="news", last_update=D(2026, 11, 1)),
    )  # fmt: skip
    dialog.table.put(2, UPDATE, "=")  # nothing is known of this one
    assert not dialog.save_button.isEnabled()
    dialog.table.put(2, UPDATE, "")
    dialog.table.put(2, WRONG, "打不开")
    assert dialog.draft().entries[1] == RoundEntry(platform_id="law", problems="打不开")
    dialog.day.set_date(D(2026, 10, 30))  # before the newest entry
    assert not dialog.save_button.isEnabled()


@pytest.mark.parametrize(
    ("text", "day", "meant"),
    [
        ("19", D(2026, 11, 20), D(2026, 11, 19)),
        ("２１日", D(2026, 11, 20), D(2026, 10, 21)),
        ("31", D(2026, 12, 1), D(2026, 10, 31)),
        ("12-28", D(2027, 1, 5), D(2026, 12, 28)),
        ("2027-12-28", D(2027, 1, 5), D(2027, 12, 28)),
        ("-3", D(2026, 11, 20), D(2026, 11, 17)),
        ("今天", D(2026, 11, 20), D(2026, 11, 20)),
        (" ", D(2026, 11, 20), None),
    ],
)
def test_short_dates_mean_the_last_such_day(text: str, day: dt.date, meant: dt.date | None) -> None:
    assert recent_date(text, day) == meant


def test_a_check_is_corrected_put_right_and_removed_in_the_history(
    platforms: Desk, shown: Shown[PlatformSection], opened: Opened[CheckDialog],
    prompts: ScriptedPrompts,
) -> None:  # fmt: skip
    section = shown(PlatformSection)
    section.go_to(Target(page="activities", record_id="news"))
    history = section.history
    history.actions_["edit-check"].trigger()
    dialog = opened(CheckDialog)
    dialog.last_update.set_date(D(2026, 11, 15))
    dialog.save_button.click()
    assert platforms.platforms.standings(DAY)[1].updated == D(2026, 11, 15)
    assert wrong(section) == ["动态"]
    history.actions_["mend-check"].trigger()
    assert wrong(section) == []
    assert not history.actions_["mend-check"].isEnabled()
    prompts.answers = [True]
    history.actions_["remove-check"].trigger()
    assert platforms.platforms.checks("news") == []
    assert history.table.records.rows == []


def test_closing_asks_what_it_is_merged_into(
    platforms: Desk, shown: Shown[PlatformSection], opened: Opened[CloseDialog]
) -> None:
    platforms.platforms.save(
        Platform(id="main", kind=PlatformKind.NEW_MEDIA, name="示例发布", filing_number="2"), DAY
    )
    section = shown(PlatformSection)
    section.go_to(Target(page="activities", record_id="wechat"))
    section.close_platform()
    dialog = opened(CloseDialog)
    dialog.into.set_value(platforms.platforms.get(Platform, "main"))
    dialog.save_button.click()
    closed = platforms.platforms.get(Platform, "wechat")
    assert (closed.closed_on, closed.slimming) == (DAY, Slimming.CLOSED)
    assert "示例发布" in closed.note


def test_the_offices_own_days_change_the_states_at_once(
    platforms: Desk, shown: Shown[PlatformSection], opened: Opened[LimitsDialog]
) -> None:
    section = shown(PlatformSection)
    section.go_to(Target(page="activities", view="late"))
    assert names(section) == ["动态"]
    section.set_limits()
    dialog = opened(LimitsDialog)
    dialog.fields["news"].setText("30")
    dialog.save_button.click()
    assert names(section) == []
    assert platforms.disclosure_settings.get().platform_limits == {"news": 30}


def test_a_list_is_looked_at_and_taken(
    platforms: Desk, shown: Shown[PlatformSection], opened: Opened[PlatformImportDialog],
    prompts: ScriptedPrompts, tmp_path: Path,
) -> None:  # fmt: skip
    path = tmp_path / "清单.csv"
    path.write_text(
        "名称,类型,责任人\n动态,栏目,甲\n非遗,栏目,乙\n示例视频,抖音号,丙\n没类型,,丁\n", "utf-8"
    )
    prompts.answers = [path]
    section = shown(PlatformSection)
    section.importing.choose_file()
    dialog = opened(PlatformImportDialog)
    assert [row.known for row in dialog.table.records.rows] == [True, False, False, False]
    assert dialog.otherwise.isVisible()
    dialog.otherwise.set_value(PlatformKind.ZONE)
    dialog.save_button.click()
    every = {one.name: one for one in platforms.platforms.all(Platform)}
    assert every["非遗"].parent_id == "site"
    assert every["没类型"].kind is PlatformKind.ZONE
    section.operations.undo()
    assert len(platforms.platforms.all(Platform)) == 4


def test_the_record_of_checks_is_shown_before_it_is_printed(
    platforms: Desk, shown: Shown[PlatformSection], opened: Opened[PreviewDialog]
) -> None:
    shown(PlatformSection).output.print_checks()
    preview = opened(PreviewDialog)
    assert preview.windowTitle() == "平台巡检记录表"
    preview.done(0)


def test_a_removed_website_is_brought_back_with_its_history(
    platforms: Desk, shown: Shown[PlatformSection], prompts: ScriptedPrompts
) -> None:
    section = shown(PlatformSection)
    section.go_to(Target(page="activities", record_id="site"))
    prompts.answers = [True]
    section.remove()
    assert names(section) == ["示例文旅"]
    section.operations.undo()
    assert names(section) == ["文旅局网站", "动态", "政策", "示例文旅"]
    assert len(platforms.platforms.all(PlatformCheck)) == 2
