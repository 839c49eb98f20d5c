"""The page of the annual report: years, state, live figures, findings, documents."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.request import ApplicantKind
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui import theme, today
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.pictures import interpreting_labels
from gongkai_desk.ui.report.matrix import Cell
from gongkai_desk.ui.report.page import ReportPage
from gongkai_desk.ui.settings import FontSize, Preferences, Theme
from gongkai_desk.ui.theme import Tone
from tests.builders import a_request, an_applicant
from tests.ui.report.conftest import ON, YEAR, add
from tests.ui.scripted import ScriptedPrompts

NAME = "威宁市云海区司法局2026年政府信息公开工作年度报告"


def years(page: ReportPage) -> list[str]:
    return [page.tabs.tabText(index) for index in range(page.tabs.count())]


def test_the_year_due_the_running_one_and_kept_drafts_are_listed(
    page: ReportPage, desk: Desk
) -> None:
    assert years(page) == ["2026（预览）", "2025"]
    page.operations.perform(
        lambda: desk.reporting.save(replace(desk.reporting.draft(2023), saved_on=ON))
    )
    assert years(page) == ["2026（预览）", "2025", "2023"]
    assert page.year == 2026


@pytest.mark.parametrize(
    ("day", "year", "word", "tone"),
    [
        (dt.date(2027, 1, 2), 2026, "还有29天", Tone.WARN),
        (dt.date(2027, 1, 26), 2026, "还有5天", Tone.BAD),
        (dt.date(2027, 1, 31), 2026, "还有0天", Tone.BAD),
        (dt.date(2027, 2, 1), 2026, "期限已过", Tone.NEUTRAL),
        (dt.date(2026, 11, 20), 2026, "还有72天", Tone.INFO),
    ],
)
def test_days_left_to_the_end_of_january(
    page: ReportPage, day: dt.date, year: int, word: str, tone: Tone
) -> None:
    today.stop_at(day)
    page.refresh(None)
    assert (page.year, page.state_card.days.word, page.state_card.days._tone) == (year, word, tone)


def test_figures_follow_the_register(page: ReportPage, desk: Desk, operations: Operations) -> None:
    assert [page.matrix.number(Cell(1, column)) for column in range(7)] == list("2200004")
    assert page.matrix.number(Cell(25, 6)) == "1"
    new = a_request(
        number="2026-006",
        applicant=an_applicant(kind=ApplicantKind.OTHER),
        received=dt.date(2026, 11, 19),
        arrived=dt.date(2026, 11, 19),
    )
    operations.perform(lambda: desk.register.add(new, on=ON))
    assert page.matrix.number(Cell(1, 6)) == "5"


def test_a_figure_opens_its_requests_and_leads_to_the_register(
    qtbot: QtBot, page: ReportPage, requests: dict[str, str]
) -> None:
    page.matrix.choose(Cell(5, 6))
    QTest.keyClick(page.matrix.body, Qt.Key.Key_Return)
    assert page.behind.cases is not None
    assert [case.request.number for case in page.behind.cases.table.records.rows] == ["2026-003"]
    with qtbot.waitSignal(page.leave) as left:
        QTest.mouseClick(page.behind.cases.show_button, Qt.MouseButton.LeftButton)
    assert left.args == [Target(page="requests", record_id=requests["2026-003"])]


def test_a_larger_font_makes_room_for_itself(
    qtbot: QtBot, page: ReportPage, dressed: QApplication
) -> None:
    body, head = page.matrix.body, page.matrix.head
    before = body.rowHeight(0)
    light = Preferences(theme=Theme.LIGHT)
    theme.apply(dressed, replace(light, font_size=FontSize.LARGE))
    try:
        qtbot.waitUntil(lambda: body.rowHeight(0) > before)
        widths = [[part.columnWidth(n) for n in range(10)] for part in (body, head)]
        assert widths[0] == widths[1]
    finally:
        theme.apply(dressed, light)


def test_arrow_keys_move_among_numbers_only(qtbot: QtBot, page: ReportPage) -> None:
    page.matrix.choose(Cell(1, 0))
    QTest.keyClick(page.matrix.body, Qt.Key.Key_Left)
    assert page.matrix.body.currentColumn() == 3
    QTest.keyClick(page.matrix.body, Qt.Key.Key_Down)
    QTest.keyClick(page.matrix.body, Qt.Key.Key_Right)
    assert (page.matrix.body.currentRow(), page.matrix.body.currentColumn()) == (1, 4)


def test_a_finding_opens_the_wizard_at_its_step(qtbot: QtBot, page: ReportPage) -> None:
    entries = page.panel.list.entries()
    place = next(n for n, entry in enumerate(entries) if "第5部分" in entry.text)
    page.panel.list.setCurrentRow(place)
    QTest.keyClick(page.panel.list, Qt.Key.Key_Return)
    assert page.wizard is not None
    assert page.wizard.flow.step is Step.PROBLEMS


def test_export_writes_both_files_and_says_that_they_are_a_draft(
    qtbot: QtBot, page: ReportPage, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.answers = [tmp_path / "年报"]
    page.output.export(page._shown().draft, ("pdf", "xlsx"))
    qtbot.waitUntil(lambda: len(prompts.asked) == 2)
    assert "草稿" in prompts.asked[-1][2]
    written = sorted(path.name for path in (tmp_path / "年报").iterdir())
    assert written == [f"{NAME}.pdf", f"{NAME}.xlsx"]
    assert (tmp_path / "年报" / f"{NAME}.pdf").read_bytes().startswith(b"%PDF")


def test_export_asks_before_it_replaces(
    page: ReportPage, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    (tmp_path / f"{NAME}.pdf").write_bytes(b"signed")
    prompts.answers = [tmp_path, False]
    page.output.export(page._shown().draft, ("pdf",))
    assert [kind for kind, _title, _text in prompts.asked] == ["folder", "ask"]
    assert (tmp_path / f"{NAME}.pdf").read_bytes() == b"signed"


def test_names_are_shown_as_they_are_written(
    page: ReportPage, desk: Desk, operations: Operations
) -> None:
    add(desk, "<b>7</b>", dt.date(2026, 11, 2), ApplicantKind.RESEARCH)
    page.refresh(None)
    page.compile(Step.TABLE_3)
    assert page.wizard is not None
    assert not interpreting_labels(page)
    assert not interpreting_labels(page.wizard)


def test_another_page_may_point_at_a_year(page: ReportPage) -> None:
    page.go_to(Target(page="report", view="2025"))
    assert page.year == YEAR - 1
    assert page.title == "2025年度报告"
