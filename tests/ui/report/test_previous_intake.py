"""Reading last year's report in the wizard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.report.page import ReportPage
from tests.published_reports import web_page
from tests.reports import MATRIX, figures
from tests.ui.report.conftest import YEAR
from tests.ui.scripted import ScriptedPrompts


def asked(page: ReportPage) -> None:
    page.compile(Step.TABLE_3)
    assert page.wizard is not None
    button = page.wizard.page.findChild(QPushButton, "read-previous")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def published(folder: Path, year: int) -> Path:
    path = folder / "上年报告.html"
    path.write_text(web_page(figures(year=year)), encoding="utf-8")
    return path


def test_last_years_numbers_are_taken_and_shown(
    qtbot: QtBot, page: ReportPage, desk: Desk, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.answers = [published(tmp_path, YEAR - 1), True]
    asked(page)
    qtbot.waitUntil(lambda: desk.reporting.draft(YEAR).previous.requests != {})
    assert desk.reporting.draft(YEAR).previous.requests == MATRIX
    kind, _title, text = prompts.asked[-1]
    assert kind == "ask"
    assert f"威宁市云海区司法局，{YEAR - 1}年度" in text
    assert "783、6、0、2、25、3、819" in text
    assert ("不是本机关" in text) is not desk.reporting.previous_reports.names_us(
        desk.reporting.previous_reports.read(tmp_path / "上年报告.html", YEAR)
    )
    wizard = page.wizard
    assert wizard is not None
    fold = wizard.page.findChild(QPushButton, "fold-previous")
    assert fold is not None
    assert "819" in fold.text()
    assert wizard.flow.draft == desk.reporting.draft(YEAR)
    assert not wizard.dirty
    assert "D" in {finding.rule for finding in wizard.flow.report(wizard.flow.draft).findings}


def test_declined_nothing_changes(
    qtbot: QtBot, page: ReportPage, desk: Desk, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.answers = [published(tmp_path, YEAR - 1), False]
    asked(page)
    qtbot.waitUntil(lambda: not prompts.answers)
    assert desk.reporting.draft(YEAR).previous.requests == {}
    assert desk.reporting.previous_reports.file(YEAR) is None


def test_the_report_of_another_year_is_refused_in_words(
    qtbot: QtBot, page: ReportPage, desk: Desk, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.answers = [published(tmp_path, YEAR - 3)]
    asked(page)
    qtbot.waitUntil(lambda: prompts.asked[-1][0] == "problems")
    assert f"是{YEAR - 3}年度的报告" in prompts.asked[-1][2]
    assert desk.reporting.draft(YEAR).previous.requests == {}
