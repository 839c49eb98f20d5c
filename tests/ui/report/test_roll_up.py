"""The roll-up in the window: read, left out, every number opening its units, written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.roll_up import Standing
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.report.matrix import Cell
from gongkai_desk.ui.report.roll_up_dialog import RollUpDialog
from tests.published_reports import web_page
from tests.reports import figures
from tests.ui.scripted import ScriptedPrompts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "年报"
    made.mkdir()
    for name in ("云海区司法局", "云海区财政局"):
        (made / f"{name}.html").write_text(web_page(replace(figures(), agency=name)), "utf-8")
    return made


@pytest.fixture
def dialog(
    desk: Desk, operations: Operations, prompts: ScriptedPrompts, qtbot: QtBot
) -> RollUpDialog:
    year = figures().year
    made = RollUpDialog(
        desk=desk, operations=operations, prompts=prompts, years=[year + 1, year, year - 1]
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_folder_is_added_up_and_every_number_opens_its_units(
    dialog: RollUpDialog, prompts: ScriptedPrompts, folder: Path, qtbot: QtBot
) -> None:
    dialog.expected.setPlainText("云海区水利局")
    dialog.keep_expected()
    prompts.answers = [folder]
    dialog.choose_folder()
    qtbot.waitUntil(lambda: dialog.rolled is not None and bool(dialog.rolled.added))
    assert dialog.rolled is not None
    assert dialog.year.value() == figures().year
    assert [unit.standing for unit in dialog.rolled.units].count(Standing.MISSING) == 1
    dialog.matrix.opened.emit(Cell(1, 6))
    shown = dialog.shares.records.rows
    assert {share.name for share in shown} == {"云海区司法局", "云海区财政局"}
    assert sum(share.number for share in shown) == dialog.rolled.figures.requests[1][6]
    dialog.units.select(["云海区财政局.html"])
    dialog.toggle()
    assert [unit.name for unit in dialog.rolled.added] == ["云海区司法局"]


def test_an_empty_folder_is_explained(
    dialog: RollUpDialog, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.answers = [tmp_path]
    dialog.choose_folder()
    assert "没有年报文件" in prompts.asked[-1][2]
    assert not dialog.report_button.isEnabled()
