"""Major decisions in the window: entered, recorded stage by stage, dropped, carried, put out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.decision import Decision, DecisionStage, StageEntry
from gongkai_desk.domain.decision_stages import StageState
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label
from gongkai_desk.ui.disclosure.decisions.dialogs import (
    DecisionDialog,
    DropDialog,
    StageDialog,
    Way,
)
from gongkai_desk.ui.disclosure.decisions.section import DecisionSection
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.widgets.plain import PlainLabel
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts
from tests.ui.sections.conftest import Opened, Shown

LISTED = dt.date(2026, 6, 20)


def enter(desk: Desk, name: str, year: int = 2026, **values: Any) -> None:
    place = desk.decisions.next_position(year)
    values.setdefault("listed_on", LISTED)
    desk.decisions.save(Decision(id=name, year=year, position=place, title=name, **values), DAY)


def stored(desk: Desk, name: str) -> Decision:
    return desk.decisions.get(Decision, name)


def test_a_decision_is_entered_from_nothing(
    shown: Shown[DecisionSection], opened: Opened[DecisionDialog], desk: Desk
) -> None:
    section = shown(DecisionSection)
    assert any("录入年度目录" in one.text() for one in section.table.findChildren(PlainLabel))
    section.add()
    dialog = opened(DecisionDialog)
    assert not dialog.save_button.isEnabled()
    dialog.subject.setPlainText("古城保护规划")
    dialog.planned_on.line.setText("2026-12-31")
    dialog.save_button.click()
    (kept,) = desk.decisions.standings(DAY)
    assert (kept.decision.title, kept.decision.year) == ("古城保护规划", 2026)
    assert section.card.title.text() == "古城保护规划"
    badge = section.stage_line.badges[DecisionStage.CONSULTATION]
    assert "2026-12-01" in badge.word


def test_pressing_a_badge_records_its_stage(
    shown: Shown[DecisionSection], opened: Opened[StageDialog], desk: Desk, tmp_path: Path
) -> None:
    enter(desk, "甲")
    section = shown(DecisionSection)
    badge = section.stage_line.badges[DecisionStage.CONSULTATION]
    QTest.mouseClick(badge, Qt.MouseButton.LeftButton)
    dialog = opened(StageDialog)
    assert dialog.stage.value() is DecisionStage.CONSULTATION
    dialog.day.line.setText("2026-11-01")
    assert not dialog.save_button.isEnabled()  # until when?
    dialog.until.line.setText("2026-11-19")
    assert dialog.save_button.isEnabled()  # too short is a warning
    page = tmp_path / "公告.html"
    page.write_text("公告")
    dialog.files.add([page])
    dialog.save_button.click()
    (entry,) = stored(desk, "甲").stages
    assert entry.until == dt.date(2026, 11, 19)
    assert [one.name for one in desk.decisions.files("甲")] == ["公告.html"]
    assert label(StageState.SHORT) in badge.word


def test_a_stage_is_waived_with_a_reason_and_taken_back(
    shown: Shown[DecisionSection], opened: Opened[StageDialog], desk: Desk
) -> None:
    enter(desk, "甲")
    section = shown(DecisionSection)
    section.record_stage(DecisionStage.MEETING)
    dialog = opened(StageDialog)
    dialog.way.set_value(Way.WAIVED)
    assert not dialog.day.isVisible()
    assert not dialog.save_button.isEnabled()
    dialog.reason.setPlainText("书面审议")
    dialog.save_button.click()
    assert stored(desk, "甲").stages == (
        StageEntry(stage=DecisionStage.MEETING, reason="书面审议"),
    )
    section.record_stage(DecisionStage.MEETING)
    again = opened(StageDialog)
    assert again.way.value() is Way.WAIVED
    again.way.set_value(Way.NOTHING)
    again.save_button.click()
    assert stored(desk, "甲").stages == ()


def test_the_first_stage_that_is_missing_is_offered(
    shown: Shown[DecisionSection], opened: Opened[StageDialog], desk: Desk
) -> None:
    asked = StageEntry(
        stage=DecisionStage.CONSULTATION, date=dt.date(2026, 9, 1), until=dt.date(2026, 10, 5)
    )
    draft = StageEntry(stage=DecisionStage.DRAFT, date=dt.date(2026, 9, 1), url="www.example.cn")
    enter(desk, "甲", stages=(draft, asked))
    section = shown(DecisionSection)
    section.record_stage()
    dialog = opened(StageDialog)
    assert dialog.stage.value() is DecisionStage.EXPLANATION
    dialog.stage.set_value(DecisionStage.DRAFT)
    assert dialog.url.value() == "www.example.cn"
    dialog.stage.set_value(DecisionStage.RESULT)
    assert dialog.url.value() == ""
    dialog.url.setText("www.example.cn/result")
    dialog.stage.set_value(DecisionStage.EVALUATION)  # what was typed is not thrown away
    assert dialog.url.value() == "www.example.cn/result"
    dialog.url.setText("")
    dialog.stage.set_value(DecisionStage.DRAFT)
    dialog.close()  # without a question: nothing was typed


def test_dropped_with_a_reason_and_put_back(
    shown: Shown[DecisionSection], opened: Opened[DropDialog], desk: Desk
) -> None:
    enter(desk, "甲")
    section = shown(DecisionSection)
    section.drop()
    dialog = opened(DropDialog)
    assert not dialog.save_button.isEnabled()
    dialog.because.setPlainText("并入乙")
    dialog.save_button.click()
    assert stored(desk, "甲").dropped_on == DAY
    assert section.is_dropped()
    section.restore()
    assert stored(desk, "甲").dropped_on is None


def test_views_count_all_years_and_the_year_narrows(
    shown: Shown[DecisionSection], opened: Opened[DecisionDialog], desk: Desk
) -> None:
    enter(desk, "旧", 2025, decided_on=dt.date(2025, 9, 1))
    enter(desk, "新")
    section = shown(DecisionSection)
    section.year.set_value(2026)
    assert [row.id for row in section.table.records.rows] == ["新"]
    section.edit()
    dialog = opened(DecisionDialog)
    dialog.year.setText("2027")
    dialog.save_button.click()
    assert section.year.value() is None  # no list of 2026 any more
    assert section.current is not None
    assert section.current.id == "新"
    section.go_to(Target(page="disclosure", section="decisions", view="gaps"))
    assert [row.id for row in section.table.records.rows] == ["旧"]
    (gap,) = desk.decisions.attention(DAY)
    assert gap.count == len(section.table.records.rows)


def test_the_list_is_published_and_carried_over(
    shown: Shown[DecisionSection], desk: Desk, prompts: ScriptedPrompts
) -> None:
    enter(desk, "甲", listed_on=None)
    section = shown(DecisionSection)
    prompts.answers = ["6月31日"]
    section.publish_list()
    assert prompts.asked[-1][0] == "problems"
    prompts.answers = ["2026-06-25", True]
    section.publish_list()
    assert stored(desk, "甲").listed_on == dt.date(2026, 6, 25)
    section.carry()
    assert [one.decision.year for one in desk.decisions.standings(DAY)] == [2027, 2026]
    assert stored(desk, "甲").dropped_on == DAY
    section.operations.undo()
    assert len(desk.decisions.standings(DAY)) == 1


@pytest.mark.parametrize("number", [0, 1])
def test_lists_go_into_a_file_and_onto_the_screen(
    shown: Shown[DecisionSection], opened: Opened[PreviewDialog], desk: Desk,
    prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot, number: int,
) -> None:  # fmt: skip
    enter(desk, "甲")
    section = shown(DecisionSection)
    target = tmp_path / "目录.docx"
    prompts.answers = [number, target]
    section.export()
    qtbot.waitUntil(target.exists)
    prompts.answers = [number]
    section.print_out()
    opened(PreviewDialog).close()
