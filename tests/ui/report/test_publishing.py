"""Publishing from the window: obstacles, the locked page, editions, differences, corrections."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.published_report import (
    FrozenFile,
    PublishedReport,
    cases_behind,
    disputes_behind,
)
from gongkai_desk.domain.report import Override, Texts
from gongkai_desk.domain.request import ApplicantKind, Request
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.report.differences_dialog import DifferencesDialog
from gongkai_desk.ui.report.editions_dialog import EditionsDialog
from gongkai_desk.ui.report.matrix import LABELS, Cell
from gongkai_desk.ui.report.page import ReportPage
from gongkai_desk.ui.report.publish_dialog import PublishDialog
from gongkai_desk.ui.theme import Tone
from tests.builders import a_request
from tests.ui.report.conftest import ON
from tests.ui.scripted import ScriptedPrompts

D = dt.date
YEAR = 2025
TEXTS = Texts(
    opening="本报告根据《条例》编制。",
    overview=("公开及时。", "办理规范。", "管理有序。", "平台完善。", "监督到位。"),
    problems="主要问题是解读形式单一，已增加图解。",
    other="本年度未收取信息处理费。",
)


@pytest.fixture
def case(desk: Desk) -> Request:
    """A request of 2025, still running at its end."""
    received = D(YEAR, 12, 22)
    request = a_request(number="2025-001", received=received, arrived=received, submitted=received)
    desk.register.add(request, on=ON)
    return request


@pytest.fixture
def written(desk: Desk, case: Request, page: ReportPage) -> ReportPage:
    """The page at a year whose report nothing stands against."""
    draft = replace(desk.reporting.draft(YEAR), texts=TEXTS, saved_on=ON)
    page.operations.perform(lambda: desk.reporting.save(draft))
    page.go_to(Target(page="report", view=str(YEAR)))
    return page


@pytest.fixture
def locked(desk: Desk, written: ReportPage) -> ReportPage:
    """The page at a published year; its files are left out, for they take their time."""
    report = desk.reporting.report(desk.reporting.draft(YEAR))
    edition = PublishedReport(
        id="edition-1",
        year=YEAR,
        edition=1,
        title="2025年政府信息公开工作年度报告",
        published_on=D(2026, 1, 22),
        figures=report.figures,
        texts=report.texts,
        cases=cases_behind(report.counted),
        disputes=disputes_behind(report.counted_disputes),
    )
    with desk._database.write("publish-report", undoable=False) as work:
        work.put(edition)
    written.refresh(None)
    return written


def change(desk: Desk, page: ReportPage, case: Request) -> None:
    other = replace(case, applicant=replace(case.applicant, kind=ApplicantKind.BUSINESS))
    page.operations.perform(lambda: desk.register.save(other, on=ON))


def wizard_open(page: ReportPage) -> bool:
    """Whether the wizard came; it is closed again."""
    if page.wizard is None:
        return False
    page.wizard.close()
    return True


def test_the_report_is_published_and_its_files_are_saved(
    desk: Desk, written: ReportPage, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    written.compile(Step.FINISH)
    assert written.wizard is not None
    button = written.wizard.findChild(QPushButton, "finish-publish")
    assert isinstance(button, QPushButton)
    button.click()
    assert not wizard_open(written)
    dialog = written.publishing.dialog
    assert isinstance(dialog, PublishDialog)
    assert dialog.save_button.isEnabled()
    dialog.day.set_date(D(2025, 12, 31))
    assert not dialog.save_button.isEnabled()
    dialog.day.set_date(D(2026, 1, 22))
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert desk.publishing.locked(YEAR)
    assert written.published.badge.word == "已发布 第1版"
    assert written.published.agreement.word == "与当前登记一致"
    assert written.published.words.text() == "2026年1月22日 · 4个文件 · 未填网址"
    assert not written.state_card.isVisible()
    editions = written.publishing.dialog
    assert isinstance(editions, EditionsDialog)
    opened: list[Path] = []

    def keep(path: Path) -> bool:
        opened.append(path)
        return True

    editions.open_folder = keep
    prompts.answers = [tmp_path / "发布", 0, "https://www.example.gov.cn/1"]
    editions.save_files()
    qtbot.waitUntil(lambda: bool(opened))
    edition = desk.publishing.latest(YEAR)
    assert edition is not None
    kept = {file.name: desk.publishing.content(file) for file in edition.files}
    assert {path.name: path.read_bytes() for path in opened[0].iterdir()} == kept
    editions.enter_address()
    assert written.published.words.text() == "2026年1月22日 · 4个文件"
    latest = desk.publishing.latest(YEAR)
    assert latest is not None
    assert latest.address == "https://www.example.gov.cn/1"
    editions.close()


def test_an_obstacle_leads_to_its_step(desk: Desk, written: ReportPage) -> None:
    draft = replace(desk.reporting.draft(YEAR), texts=replace(TEXTS, problems="无"))
    written.operations.perform(lambda: desk.reporting.save(draft))
    written.publishing.publish()
    dialog = written.publishing.dialog
    assert isinstance(dialog, PublishDialog)
    assert not dialog.save_button.isEnabled()
    (entry,) = dialog.panel.list.entries()
    assert (entry.where, entry.badge[2]) == ("第5步", "待补写")
    assert dialog.focusWidget() is dialog.panel.list
    assert dialog.panel.buttons.isHidden()
    dialog.panel.list.setCurrentRow(0)
    QTest.keyClick(dialog.panel.list, Qt.Key.Key_Return)
    assert written.wizard is not None
    assert written.wizard.flow.step is Step.PROBLEMS
    assert not desk.publishing.editions(YEAR)


def test_a_locked_year_shows_what_was_published_and_what_differs(
    qtbot: QtBot, desk: Desk, locked: ReportPage, case: Request
) -> None:
    change(desk, locked, case)
    assert locked.published.agreement.word == "4处与当前登记不一致"
    assert [locked.matrix.number(Cell(25, column)) for column in (0, 1)] == ["1", "0"]
    marked = locked.matrix.body.item(24, 3)
    assert marked is not None
    assert marked.data(int(Qt.ItemDataRole.UserRole) + 1) == str(Tone.WARN)
    assert len(locked.panel.list.entries()) == 4
    locked.matrix.choose(Cell(25, 6))
    QTest.keyClick(locked.matrix.body, Qt.Key.Key_Return)
    assert locked.behind.cases is not None
    assert [one.request.id for one in locked.behind.cases.table.records.rows] == [case.id]
    locked.behind.cases.close()
    locked.published.differences.click()
    dialog = locked.publishing.dialog
    assert isinstance(dialog, DifferencesDialog)
    assert [one.difference.now for one in dialog.table.records.rows] == [0, 1, 0, 1]
    with qtbot.waitSignal(locked.leave) as left:
        dialog.show_button.click()
    assert left.args == [Target(page="requests", record_id=case.id)]


def test_the_wizard_of_a_locked_year_offers_a_correction(
    desk: Desk, locked: ReportPage, prompts: ScriptedPrompts
) -> None:
    prompts.answers = [None]
    locked.compile()
    assert prompts.asked[-1][:2] == ("choose", "2025年度报告已发布")
    assert not wizard_open(locked)
    prompts.answers = [0, "  "]
    locked.compile()
    assert prompts.asked[-1][0] == "problems"
    prompts.answers = ["主体类型更正"]
    locked._compile_or_correct()
    assert locked.published.correcting.text().endswith("主体类型更正")
    assert locked.state_card.isVisibleTo(locked)
    locked.compile()
    assert wizard_open(locked)
    prompts.answers = [True]
    locked.publishing.drop()
    assert desk.publishing.locked(YEAR)


def test_a_damaged_file_is_not_opened(
    desk: Desk, locked: ReportPage, prompts: ScriptedPrompts
) -> None:
    edition = desk.publishing.latest(YEAR)
    assert edition is not None
    by_hand = Override(
        table=3, row="5", column=0, number=0, counted=1, reason="登记待更正", made_on=ON
    )
    lost = FrozenFile(attachment_id="gone", name="年报.pdf", size=3, sha256="00")
    with desk._database.write("test") as work:
        work.put(replace(edition, id="edition-2", edition=2, files=(lost,), overrides=(by_hand,)))
    locked.publishing.show_editions()
    dialog = locked.publishing.dialog
    assert isinstance(dialog, EditionsDialog)
    assert dialog.edition is not None
    assert dialog.edition.edition == 2
    assert "年报.pdf" in dialog.state.text()
    cell = dialog.matrix.body.item(4, LABELS)
    assert cell is not None
    assert "登记待更正" in cell.toolTip()
    assert "登记待更正" in dialog.texts.value()
    dialog.open_button.click()
    assert prompts.asked[-1][0] == "problems"
    dialog.editions.select(["edition-1"])
    assert "主要问题是解读形式单一" in dialog.texts.value()
    assert dialog.matrix.number(Cell(1, 6)) == "1"
    dialog.close()
