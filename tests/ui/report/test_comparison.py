"""历年对比 in the window: numbers open their requests, reports are read in, papers are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.report.comparison_dialog import ReportComparisonDialog
from gongkai_desk.ui.report.earlier_reports_dialog import EarlierReportsDialog
from tests.builders import an_office
from tests.published_reports import web_page
from tests.reports import figures
from tests.ui.report.conftest import YEAR
from tests.ui.scripted import ScriptedPrompts


@pytest.fixture
def dialog(
    desk: Desk,
    requests: dict[str, str],
    operations: Operations,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> ReportComparisonDialog:
    made = ReportComparisonDialog(desk=desk, operations=operations, prompts=prompts, year=YEAR)
    qtbot.addWidget(made)
    made.show()
    return made


def published(folder: Path, year: int, agency: str) -> Path:
    path = folder / f"{year}{agency}.html"
    path.write_text(web_page(figures(agency=agency, year=year)), "utf-8")
    return path


def intake(dialog: ReportComparisonDialog, qtbot: QtBot) -> EarlierReportsDialog:
    qtbot.waitUntil(lambda: dialog.findChild(EarlierReportsDialog) is not None)
    found = dialog.findChild(EarlierReportsDialog)
    assert found is not None
    return found


def test_a_number_of_our_own_opens_its_requests_and_leads_to_the_register(
    dialog: ReportComparisonDialog, requests: dict[str, str], qtbot: QtBot
) -> None:
    dialog.table.stand_on("group-open", YEAR)
    assert dialog.open_button.isEnabled()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.cases is not None
    rows = dialog.cases.table.records.rows
    assert [case.request.number for case in rows] == ["2026-001", "2026-002"]
    with qtbot.waitSignal(dialog.leave) as left:
        dialog.cases.show_button.click()
    assert left.args == [Target(page="requests", view="all", record_id=requests["2026-001"])]


def test_a_gap_opens_nothing_and_says_so(dialog: ReportComparisonDialog) -> None:
    dialog.table.stand_on("group-open", YEAR - 1)
    assert not dialog.open_button.isEnabled()
    assert "没有数据" in dialog.told.text()


def test_reports_of_earlier_years_are_read_asked_about_and_kept(
    dialog: ReportComparisonDialog, prompts: ScriptedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    ours = an_office().name
    paths = [published(tmp_path, YEAR - 4, ours), published(tmp_path, YEAR - 3, "别的局")]
    prompts.answers = [paths]
    dialog.choose_files()
    asked = intake(dialog, qtbot)
    assert [row.tick.isChecked() for row in asked.rows] == [True, False]
    asked.rows[1].tick.setChecked(True)
    year = asked.rows[1].year
    assert year is not None
    year.set_value(YEAR - 4)
    assert not asked.keep_button.isEnabled()  # two reports of one year
    year.set_value(YEAR - 2)
    asked.keep_button.click()
    assert set(dialog.comparison.reports) == {YEAR - 4, YEAR - 2, YEAR}
    assert dialog.span.value() == 5
    prompts.answers = [True]
    dialog.sources.table.select([str(YEAR - 2)])
    dialog.sources.remove_button.click()
    assert set(dialog.comparison.reports) == {YEAR - 4, YEAR}


@pytest.mark.parametrize("name", ["对比.pdf", "对比.xlsx"])
def test_the_comparison_is_exported_by_the_ending_of_its_name(
    dialog: ReportComparisonDialog,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
    tmp_path: Path,
    name: str,
) -> None:
    prompts.answers = [tmp_path / name]
    dialog.export()
    qtbot.waitUntil(lambda: (tmp_path / name).exists())
