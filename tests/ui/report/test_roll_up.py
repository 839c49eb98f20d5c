"""The roll-up in the window: read, left out, named, every number opening its units, written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report_checks import check_figures
from gongkai_desk.domain.report_finding import dispute_cell, proactive_cell, request_cell
from gongkai_desk.domain.roll_up import Standing, UnitFile
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.background import Background, Job
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.report.roll_up.area_dialog import AreaReportDialog
from gongkai_desk.ui.report.roll_up.dialog import RollUpDialog
from gongkai_desk.ui.report.roll_up.naming_dialog import NamingDialog
from gongkai_desk.ui.report.roll_up.send_back_dialog import LIST, SendBackDialog
from gongkai_desk.ui.report.roll_up.standing import Group
from gongkai_desk.ui.report.roll_up.unit_dialog import UnitReportDialog
from gongkai_desk.ui.widgets.progress import ProgressDialog
from tests.published_reports import web_page
from tests.reports import MATRIX, figures
from tests.ui.scripted import ScriptedPrompts

YEAR = figures().year
FINANCE, JUSTICE, CIVIL = "云海区财政局", "云海区司法局", "云海区民政局"
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "年报"
    made.mkdir()
    for name in (JUSTICE, FINANCE):
        (made / f"{name}.html").write_text(web_page(replace(figures(), agency=name)), "utf-8")
    return made


@pytest.fixture
def dialog(
    desk: Desk, operations: Operations, prompts: ScriptedPrompts, qtbot: QtBot
) -> RollUpDialog:
    made = RollUpDialog(
        desk=desk, operations=operations, prompts=prompts, years=[YEAR + 1, YEAR, YEAR - 1]
    )
    qtbot.addWidget(made, before_close_func=lambda one: one.done(0))
    made.show()
    return made


def a_file(name: str, **values: object) -> UnitFile:
    given = {"file": f"{name}.docx", "name": name, "year": YEAR, "figures": figures(), **values}
    return UnitFile(**given)  # type: ignore[arg-type]


def wrong_file(name: str) -> UnitFile:
    wrong = figures(agency=name, requests={**MATRIX, 24: MATRIX[1]})
    return a_file(name, figures=wrong, findings=tuple(check_figures(wrong)))


def opened(dialog: QDialog, kind: type[D]) -> D:
    (found,) = (one for one in dialog.findChildren(kind) if one.isVisible())
    return found


def shown(dialog: RollUpDialog) -> list[str]:
    return [unit.name for unit in dialog.units.table.records.rows]


def test_a_folder_is_added_up_and_every_number_opens_its_units(
    dialog: RollUpDialog, prompts: ScriptedPrompts, folder: Path, qtbot: QtBot
) -> None:
    dialog.expected.field.setPlainText("云海区水利局")
    dialog.keep_expected()
    prompts.answers = [folder]
    dialog.intake.choose_folder()
    qtbot.waitUntil(lambda: dialog.rolled is not None and bool(dialog.rolled.added))
    assert dialog.rolled is not None
    assert dialog.year.value() == YEAR
    assert [unit.standing for unit in dialog.rolled.units].count(Standing.MISSING) == 1
    for place in (
        request_cell(1, 6),
        proactive_cell("licences"),
        dispute_cell("reconsideration", 0),
    ):
        dialog.sums.tables.opened.emit(place)
        rows = dialog.sums.shares.records.rows
        assert {share.unit.name for share in rows} == {JUSTICE, FINANCE}
        assert {share.percent for share in rows} == {50}
    finance = str(folder / f"{FINANCE}.html")
    dialog.units.choose(finance)
    dialog.units.actions_["roll-up-toggle"].trigger()
    assert [unit.name for unit in dialog.rolled.added] == [JUSTICE]
    # read again after it was corrected: the decision stays
    (folder / f"{FINANCE}.html").write_text("<p>空</p>", "utf-8")
    dialog.units.actions_["roll-up-again"].trigger()
    qtbot.waitUntil(lambda: any(one.problems for one in dialog.handed.files))
    assert len(dialog.handed.files) == 2
    dialog.units.choose(finance)
    dialog.units.actions_["roll-up-remove"].trigger()
    assert [one.name for one in dialog.handed.files] == [JUSTICE]


def test_the_list_is_narrowed_by_group_and_words(dialog: RollUpDialog) -> None:
    broken = Problem("file-scanned", "f", {"name": "民政局.pdf"})
    dialog.take(
        [a_file(FINANCE), wrong_file(JUSTICE), a_file("", file="民政局.pdf", problems=(broken,))]
    )
    for group, names in (
        (Group.ADDED, [JUSTICE, FINANCE]),
        (Group.FAILS, [JUSTICE]),
        (Group.WAITING, ["民政局.pdf"]),
        (Group.ASIDE, []),
    ):
        dialog.units.groups.set_value(group)
        dialog.units.groups.chosen.emit()
        assert shown(dialog) == names
    dialog.units.groups.set_value(Group.ALL)
    dialog.units.search.setText("第24行 司法")
    assert shown(dialog) == [JUSTICE]
    assert dialog.units.findings.entries()
    dialog.units.search.setText("没有这样的")
    assert shown(dialog) == []


def test_a_units_report_opens_at_the_cell_with_the_keyboard(dialog: RollUpDialog) -> None:
    dialog.take([a_file(FINANCE), wrong_file(JUSTICE)])
    dialog.tabs.setCurrentIndex(1)
    dialog.sums.show_shares(request_cell(24, 0))
    row = [share.unit.name for share in dialog.sums.shares.records.rows].index(JUSTICE)
    dialog.sums.shares.selectRow(row)
    QTest.keyClick(dialog.sums.shares, Qt.Key.Key_Return)
    report = opened(dialog, UnitReportDialog)
    matrix = report.tables.matrix
    assert (matrix.body.currentRow(), matrix.body.currentColumn()) == (23, 3)
    assert report.findings.entries()
    assert not report.open_button.isEnabled()
    report.done(0)


def test_two_files_of_one_unit_are_settled_by_a_name(dialog: RollUpDialog) -> None:
    dialog.take([a_file(FINANCE), a_file(FINANCE, file="另一份.docx")])
    assert dialog.rolled is not None
    assert not dialog.rolled.added
    dialog.units.choose("另一份.docx")
    words = [entry.text for entry in dialog.units.findings.entries()]
    assert "“另一份.docx”和“云海区财政局.docx”" in words[0]
    dialog.units.actions_["roll-up-name"].trigger()
    naming = opened(dialog, NamingDialog)
    naming.name.set_value(CIVIL)
    naming.save_button.click()
    assert [unit.name for unit in dialog.rolled.added] == [CIVIL, FINANCE]


def test_papers_are_written_where_asked(
    dialog: RollUpDialog, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    def written(name: str) -> Callable[[], bool]:
        return lambda: (tmp_path / name).exists() and not dialog_busy()

    def dialog_busy() -> bool:
        return any(path.name.startswith(".writing-") for path in tmp_path.iterdir())

    dialog.take([a_file(FINANCE), wrong_file(JUSTICE)])
    prompts.answers = [tmp_path / "汇总"]
    dialog.export()
    qtbot.waitUntil(written("汇总.xlsx"))
    dialog.send_back()
    back = opened(dialog, SendBackDialog)
    back.kind.set_value(LIST)
    prompts.answers = [tmp_path / "清单.xlsx"]
    back.save()
    qtbot.waitUntil(written("清单.xlsx"))
    back.done(0)
    dialog.area.set_value("云海区")
    dialog.add_up()
    dialog.write_report()
    area = opened(dialog, AreaReportDialog)
    assert "草稿" in area.told.text()
    for name in ("pdf", "docx", "xlsx"):
        area.formats[name].setChecked(False)
    prompts.answers = [tmp_path]
    area.save()
    qtbot.waitUntil(written(f"云海区{YEAR}年政府信息公开工作年度报告.html"))
    qtbot.waitUntil(lambda: prompts.asked[-1][0] == "tell")


def test_what_is_dragged_here_is_read_with_its_name_shown(
    dialog: RollUpDialog, folder: Path, background: Background, qtbot: QtBot
) -> None:
    named: list[object] = []
    bars: list[ProgressDialog] = []

    def follow(job: Job) -> None:
        job.at_hand.connect(named.append)
        bars.append(ProgressDialog(job))
        bars[0].show()
        job.at_hand.connect(lambda _name: named.append(bars[0].at_hand.text()))

    background.started.connect(follow)
    urls = [QUrl.fromLocalFile(str(folder)), QUrl.fromLocalFile(str(folder / f"{JUSTICE}.html"))]
    data = QMimeData()
    data.setUrls(urls)
    spot, move = QPointF(dialog.rect().center()), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(spot, move, data, buttons, keys))
    qtbot.waitUntil(lambda: len(dialog.handed.files) == 2)
    assert named[:2] == [f"{JUSTICE}.html", f"{JUSTICE}.html"]


def test_an_empty_folder_is_explained(
    dialog: RollUpDialog, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    prompts.answers = [tmp_path]
    dialog.intake.choose_folder()
    assert "没有年报文件" in prompts.asked[-1][2]
    assert not dialog.report_button.isEnabled()


def test_closing_asks_once_something_was_read(
    dialog: RollUpDialog, prompts: ScriptedPrompts
) -> None:
    dialog.take([a_file(FINANCE)])
    prompts.answers = [False]
    dialog.reject()
    assert dialog.isVisible()
    prompts.answers = [True]
    dialog.reject()
    assert not dialog.isVisible()
