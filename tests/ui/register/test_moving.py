"""Ledgers in and out through the window."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk import resources
from gongkai_desk.domain.case import Query
from gongkai_desk.domain.ledger_fields import LedgerField
from gongkai_desk.domain.ledger_words import NO_RESULT
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.pictures import interpreting_labels
from gongkai_desk.ui.register.moving import import_dialog
from gongkai_desk.ui.register.moving.export_dialog import LedgerExportDialog
from gongkai_desk.ui.register.moving.import_dialog import LedgerImportDialog
from gongkai_desk.ui.register.page import RequestsPage
from tests.builders import an_applicant
from tests.ui.conftest import DAY
from tests.ui.register.conftest import Add
from tests.ui.scripted import ScriptedPrompts

D = TypeVar("D", bound=QDialog)
HEAD = "登记号,收到日期,申请人,申请人类别,申请内容,申请渠道,办理结果,答复日期"
GOOD = "2025-001,2025-03-05,林知远,公民,<b>预算</b>,网上,予以公开,2025-03-20"


def press(page: RequestsPage, name: str) -> None:
    action = page.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled(), name
    action.trigger()


def opened(page: RequestsPage, kind: type[D], qtbot: QtBot) -> D:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(kind)))
    return next(each for each in page.findChildren(kind) if each.isVisible())


def ledger(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "登记 台账.csv"
    path.write_text("\n".join((HEAD, *lines)), "gb18030")
    return path


@pytest.fixture
def importing(
    page: RequestsPage, prompts: ScriptedPrompts, qtbot: QtBot, tmp_path: Path
) -> LedgerImportDialog:
    """The dialog over a ledger with a good row, one to be asked about and one that is bad."""
    prompts.answers = [
        ledger(
            tmp_path,
            GOOD,
            "2025-002,2025-03-06,周亦安,村集体,决算,网上,转办,2025-03-21",
            "2025-003,25.3.7,陆之行,公民,合同,网上,,",
        )
    ]
    press(page, "import-ledger")
    return opened(page, LedgerImportDialog, qtbot)


def answer(dialog: LedgerImportDialog, row: int, value: str) -> None:
    dialog.questions.choice(row).set_value(value)


def test_choices_are_made_and_everything_is_taken_at_once(
    page: RequestsPage,
    desk: Desk,
    prompts: ScriptedPrompts,
    operations: Operations,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    row = "2025-002,2025-03-06,周亦安,村集体,决算,网上,转办,2025-03-21"
    prompts.answers = [ledger(tmp_path, GOOD, row)]
    press(page, "import-ledger")
    dialog = opened(page, LedgerImportDialog, qtbot)
    assert dialog.tabs.currentIndex() == 1
    assert dialog.tabs.tabText(1) == "请选择（2）"
    assert not dialog.import_button.isEnabled()
    assert "2项待选择" in dialog.hint.text()
    answer(dialog, 0, "other")
    answer(dialog, 1, "U1b")
    assert dialog.tabs.tabText(1) == "请选择（0）"
    assert dialog.import_button.isEnabled()
    assert dialog.import_button.text() == "导入2件"
    with qtbot.waitSignal(operations.said) as told:
        QTest.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert told.args == ["已导入2件申请，可以撤销。"]
    qtbot.waitUntil(lambda: not page.findChildren(LedgerImportDialog))
    cases = desk.register.rows(Query(), DAY)
    assert [case.request.outcome for case in cases] == ["OPEN", "U1b"]
    operations.undo()
    assert desk.register.rows(Query(), DAY) == []


def test_bad_cells_keep_the_import_shut(importing: LedgerImportDialog, desk: Desk) -> None:
    answer(importing, 0, "")
    answer(importing, 1, NO_RESULT)
    assert not importing.import_button.isEnabled()
    problems = importing.problems.table.records
    assert [problem.field for problem in problems.rows] == ["B4"]
    assert importing.problems.words.text().startswith("B4：")
    assert importing.tabs.tabText(2) == "问题（1）"
    assert desk.register.rows(Query(), DAY) == []


def test_a_column_can_be_left_out(importing: LedgerImportDialog) -> None:
    importing.columns.choice(1).set_value("")
    assert importing.draft.layout.columns[1].field is None
    assert "ledger-date-short-year" not in [p.code for p in importing.reading.problems]
    importing.columns.choice(2).set_value("handler")
    importing.columns.choice(4).set_value("applicant")
    assert importing.columns.choice(4).value() == "applicant"
    assert importing.reading.layout.having(LedgerField.APPLICANT) == (4,)


def test_what_is_shown_is_plain_text(importing: LedgerImportDialog) -> None:
    assert interpreting_labels(importing) == []
    subjects = [case.request.subject for case in importing.requests.records.rows]
    assert subjects[0] == "<b>预算</b>"


def test_closing_asks_before_choices_are_lost(
    importing: LedgerImportDialog, prompts: ScriptedPrompts
) -> None:
    answer(importing, 0, "other")
    prompts.answers = [False, True]
    importing.reject()
    assert importing.isVisible()
    importing.reject()
    assert not importing.isVisible()


def test_duplicates_are_left_out_when_ticked(
    page: RequestsPage, add: Add, prompts: ScriptedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    add(number="2025-001")
    prompts.answers = [ledger(tmp_path, GOOD, GOOD.replace("2025-001", "2025-002"))]
    press(page, "import-ledger")
    dialog = opened(page, LedgerImportDialog, qtbot)
    assert not dialog.import_button.isEnabled()
    assert dialog.tabs.currentIndex() == 2
    skip = dialog.findChild(QCheckBox, "skip-duplicates")
    assert skip is not None
    assert skip.text() == "跳过登记簿里已有编号的1件"
    skip.click()
    assert dialog.import_button.text() == "导入1件"
    assert dialog.import_button.isEnabled()


def test_damaged_numbers_are_left_empty_when_ticked(
    page: RequestsPage, prompts: ScriptedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "损坏.csv"
    path.write_text(f"{HEAD},证件号码\n{GOOD},3.70982E+17\n", "utf-8")
    prompts.answers = [path]
    press(page, "import-ledger")
    dialog = opened(page, LedgerImportDialog, qtbot)
    assert not dialog.import_button.isEnabled()
    dialog.drop.click()
    assert dialog.import_button.isEnabled()
    assert dialog.drop.isVisible()


def test_a_file_that_is_none_is_told(
    page: RequestsPage, prompts: ScriptedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "无表头.csv"
    path.write_text("甲,乙\n1,2\n", "utf-8")
    prompts.answers = [path]
    press(page, "import-ledger")
    qtbot.waitUntil(lambda: any(kind == "problems" for kind, _title, _text in prompts.asked))
    assert "找不到表头" in prompts.asked[-1][2]


def test_a_long_ledger_is_read_beside_the_window(
    importing: LedgerImportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_dialog, "_BESIDE_THE_WINDOW", 1)
    answer(importing, 0, "other")
    qtbot.waitUntil(lambda: len(importing.reading.open_questions) == 1)


def test_a_ledger_can_be_dropped_on_the_page(page: RequestsPage, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(resources.resource("sample", "ledger.csv")))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(9, 9).toPoint(), action, data, button, none)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    dropping = QDropEvent(QPointF(9, 9), action, data, button, none)
    QApplication.sendEvent(page, dropping)
    dialog = opened(page, LedgerImportDialog, qtbot)
    assert len(dialog.reading.cases) == 8


def test_other_files_are_not_taken(page: RequestsPage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "照片.png"))])
    entering = QDragEnterEvent(
        QPointF(9, 9).toPoint(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering.ignore()
    QApplication.sendEvent(page, entering)
    assert not entering.isAccepted()


@pytest.fixture
def exporting(page: RequestsPage, add: Add, qtbot: QtBot) -> LedgerExportDialog:
    applicant = an_applicant(identity_number="11010519491231002X", phone="13000000001")
    add(number="2026-001", applicant=applicant)
    press(page, "export-ledger")
    return opened(page, LedgerExportDialog, qtbot)


def write(
    dialog: LedgerExportDialog,
    path: Path,
    prompts: ScriptedPrompts,
    operations: Operations,
    qtbot: QtBot,
) -> None:
    prompts.answers = [path]
    with qtbot.waitSignal(operations.said):
        dialog.save_button.click()


def test_headings_and_columns_are_kept_for_the_next_time(
    exporting: LedgerExportDialog,
    page: RequestsPage,
    desk: Desk,
    prompts: ScriptedPrompts,
    operations: Operations,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    columns = exporting.columns
    heading, kind = columns.table.item(0, 1), columns.table.item(3, 0)
    assert heading is not None
    assert kind is not None
    heading.setText("案号")
    kind.setCheckState(Qt.CheckState.Unchecked)
    down = exporting.findChild(QPushButton, "column-down")
    assert down is not None
    columns.table.setCurrentCell(0, 0)
    down.click()
    assert columns.columns()[:2] == (LedgerField.RECEIVED, LedgerField.NUMBER)
    write(exporting, tmp_path / "台账.xlsx", prompts, operations, qtbot)
    sheet = load_workbook(tmp_path / "台账.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[2]][:2] == ["收到日期", "案号"]
    assert dict(desk.register_settings.get().ledger_headings) == {"number": "案号"}
    press(page, "export-ledger")
    again = opened(page, LedgerExportDialog, qtbot)
    assert again.columns.columns()[:2] == (LedgerField.RECEIVED, LedgerField.NUMBER)
    assert LedgerField.APPLICANT_KIND not in again.columns.columns()
    again.columns.reset()
    assert again.draft().headings == {}
    draft = desk.ledger_import.open(tmp_path / "台账.xlsx")
    assert draft.layout.heading(LedgerField.NUMBER) == "案号"


@pytest.mark.parametrize(("full", "number"), [(False, "110105********002X"),
                                              (True, "11010519491231002X")])  # fmt: skip
def test_persons_are_masked_until_the_officer_says_otherwise(
    exporting: LedgerExportDialog,
    prompts: ScriptedPrompts,
    operations: Operations,
    qtbot: QtBot,
    tmp_path: Path,
    full: bool,
    number: str,
) -> None:
    assert not exporting.full.isChecked()
    exporting.full.setChecked(full)
    write(exporting, tmp_path / "台账.csv", prompts, operations, qtbot)
    with (tmp_path / "台账.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["证件号码"] == number


def test_no_column_at_all_is_refused(exporting: LedgerExportDialog) -> None:
    for row in range(exporting.columns.table.rowCount()):
        item = exporting.columns.table.item(row, 0)
        assert item is not None
        item.setCheckState(Qt.CheckState.Unchecked)
    assert not exporting.save_button.isEnabled()


def test_thinking_better_of_it_writes_nothing(
    exporting: LedgerExportDialog, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.answers = [None]
    exporting.save_button.click()
    assert list(tmp_path.glob("*.xlsx")) == []
