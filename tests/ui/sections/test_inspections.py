"""Self-inspections in the window: begun, filled in, finished, with the office's own list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from gongkai_desk.domain.inspection import ItemScore, SelfInspection
from gongkai_desk.domain.inspection_scoring import Quarter
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.activities.inspections.dialogs import BeginDialog, FillDialog
from gongkai_desk.ui.activities.inspections.section import InspectionSection
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.printing import PreviewDialog
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts
from tests.ui.sections.conftest import Opened, Shown

AnyOpened = Callable[[type], Any]
"""Finds dialogs of several kinds in one test."""
NOW = Quarter(year=2026, number=4)


def fill(desk: Desk, quarter: Quarter) -> SelfInspection:
    """A finished inspection without points lost."""
    template = desk.inspections.template("disclosure")
    begun = desk.inspections.begin(template, quarter, "林知远", DAY)
    scores = {item.key: ItemScore(lost=Decimal(0)) for item in template.items}
    done = replace(begun, scores=scores, finished_on=DAY)
    desk.inspections.save(done, DAY)
    return done


def test_an_inspection_is_begun_filled_in_and_finished(
    shown: Shown[InspectionSection], opened: AnyOpened, desk: Desk
) -> None:
    section = shown(InspectionSection)
    section.begin()
    begin = opened(BeginDialog)
    begin.by.setText("林知远")
    begin.save_button.click()
    dialog = opened(FillDialog)
    dialog.items["catalogue"].points.setText("两分")
    assert not dialog.save_button.isEnabled()
    dialog.items["catalogue"].points.setText("7")  # of 6
    assert not dialog.save_button.isEnabled()
    dialog.items["catalogue"].points.setText("1.5")
    dialog.items["catalogue"].note.setText("3项未更新")
    dialog.finished_on.line.setText(DAY.isoformat())
    assert not dialog.save_button.isEnabled()  # items are open
    dialog.rest_button.click()
    assert dialog.score_line.text().startswith("98.5/100")
    dialog.save_button.click()
    (row,) = desk.inspections.rows(DAY)
    assert row.finished
    assert row.inspection is not None
    assert row.inspection.by == "林知远"
    assert row.score is not None
    assert row.score.value == Decimal("98.5")
    assert "3项未更新" in section.searched(section.table.records.rows[0])


def test_what_the_records_say_is_taken_over_where_nothing_is_filled_in(
    shown: Shown[InspectionSection], opened: AnyOpened, desk: Desk
) -> None:
    fill(desk, NOW.before)
    section = shown(InspectionSection)
    section.begin()
    begin = opened(BeginDialog)
    begin.save_button.click()
    dialog = opened(FillDialog)
    assert "0" in dialog.items["institutions"].findChildren(type(dialog.score_line))[-1].text()
    assert dialog.adopt_button.isHidden()  # an empty office file says nothing
    dialog.close()


def test_a_missed_quarter_stands_in_the_list_and_is_begun_from_there(
    shown: Shown[InspectionSection], opened: AnyOpened, desk: Desk
) -> None:
    fill(desk, NOW.before.before)
    section = shown(InspectionSection)
    section.go_to(Target(page="activities", section="inspections", view="due"))
    (row,) = section.table.records.rows
    assert (row.quarter, row.inspection, row.late) == (NOW.before, None, True)
    assert not section.has_inspection()
    section.attach([Path("nothing.txt")])  # there is no record to attach it to
    (attention,) = desk.inspections.attention(DAY)
    assert attention.count == 1
    section.fill()
    opened(FillDialog).close()
    assert len(desk.inspections.all(SelfInspection)) == 2


def test_an_own_list_is_read_in_and_put_out_of_use(
    shown: Shown[InspectionSection], desk: Desk, prompts: ScriptedPrompts, tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    section = shown(InspectionSection)
    path = tmp_path / "自查表.xlsx"
    prompts.answers = [0, path]
    section.export_list()
    qtbot.waitUntil(path.exists)
    prompts.answers = [path, "本单位自查表"]
    section.import_list()
    assert desk.inspections.templates()[0].title == "本单位自查表"
    wrong = tmp_path / "说明.txt"
    wrong.write_text("没有表格", "utf-8")
    prompts.answers = [wrong]
    section.import_list()
    assert "说明.txt" in prompts.asked[-1][2]
    prompts.answers = [0]
    section.retire_list()
    assert [one.imported_on for one in desk.inspections.templates()] == [None, None]


def test_an_inspection_is_printed_exported_and_removed(
    shown: Shown[InspectionSection], opened: Opened[PreviewDialog], desk: Desk,
    prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot,
) -> None:  # fmt: skip
    fill(desk, NOW)
    section = shown(InspectionSection)
    section.print_out()
    opened(PreviewDialog).close()
    target = tmp_path / "自查.docx"
    prompts.answers = [target]
    section.export()
    qtbot.waitUntil(target.exists)
    prompts.answers = [True]
    section.remove()
    assert desk.inspections.rows(DAY) == []
