"""Every number is a list: cases put right behind it, numbers set by hand with their reasons."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.report import Disputes
from gongkai_desk.domain.request import ApplicantKind
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.register.correction_dialog import CorrectionDialog
from gongkai_desk.ui.register.counting_dialog import CountingDialog
from gongkai_desk.ui.register.receipt_dialog import ReceiptDialog
from gongkai_desk.ui.report.counted_cases import CountedCasesDialog
from gongkai_desk.ui.report.dispute_matrix import DisputeCell
from gongkai_desk.ui.report.fill_disputes_dialog import FillDisputesDialog
from gongkai_desk.ui.report.matrix import Cell
from gongkai_desk.ui.report.override_dialog import OverrideDialog
from gongkai_desk.ui.report.page import ReportPage
from gongkai_desk.ui.report.table3_step import TableThreeStep
from gongkai_desk.ui.report.table4_step import TableFourStep
from gongkai_desk.ui.report.wizard import ReportWizardDialog
from tests.ui.report.conftest import YEAR, add
from tests.ui.scripted import ScriptedPrompts

D = TypeVar("D", bound=QDialog)
OPEN_PERSONS, OPEN_FIRMS, OPEN_SUM = Cell(3, 0), Cell(3, 1), Cell(3, 6)


def opened(page: ReportPage, step: Step = Step.TABLE_3) -> ReportWizardDialog:
    page.compile(step)
    assert page.wizard is not None
    return page.wizard


def table3(wizard: ReportWizardDialog) -> TableThreeStep:
    assert isinstance(wizard.page, TableThreeStep)
    return wizard.page


def child(above: QWidget, kind: type[D]) -> D:
    return next(each for each in above.findChildren(kind) if each.isVisible())


def press(above: QWidget, name: str) -> None:
    button = above.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def behind(wizard: ReportWizardDialog, cell: Cell) -> CountedCasesDialog:
    """The list behind a number, opened by keys."""
    matrix = table3(wizard).matrix
    matrix.choose(cell)
    QTest.keyClick(matrix.body, Qt.Key.Key_Return)
    assert wizard.behind.cases is not None
    return wizard.behind.cases


def numbers(wizard: ReportWizardDialog, *cells: Cell) -> list[str]:
    return [table3(wizard).matrix.number(cell) for cell in cells]


def listed(cases: CountedCasesDialog) -> list[str]:
    return [case.request.number for case in cases.table.records.rows]


def set_by_hand(wizard: ReportWizardDialog, cell: Cell, number: int, reason: str) -> OverrideDialog:
    """The way of the keyboard: F2, the number, the reason, Enter."""
    matrix = table3(wizard).matrix
    matrix.choose(cell)
    QTest.keyClick(matrix.body, Qt.Key.Key_F2)
    dialog = child(wizard, OverrideDialog)
    QTest.keyClicks(dialog.number, str(number))
    dialog.reason.insert(reason)
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    wizard.review()
    return dialog


def test_another_kind_of_applicant_moves_the_number(page: ReportPage) -> None:
    wizard = opened(page)
    cases = behind(wizard, OPEN_PERSONS)
    press(cases, "mend-counting")
    dialog = child(cases, CountingDialog)
    dialog.kind.set_value(ApplicantKind.BUSINESS)
    dialog.accept()
    assert listed(cases) == ["2026-002"]
    assert cases.moved.text() == "2026-001更正后：第1行，第3行，商业企业列"
    assert numbers(wizard, OPEN_PERSONS, OPEN_FIRMS, OPEN_SUM) == ["1", "1", "2"]
    assert page.matrix.number(OPEN_FIRMS) == "1"


def test_another_result_moves_the_row_and_keeps_the_former_ending(
    page: ReportPage, desk: Desk, requests: dict[str, str]
) -> None:
    wizard = opened(page)
    cases = behind(wizard, Cell(5, 6))
    assert cases.table.current() is not None
    assert "1.属于国家秘密" in cases.why.text()
    press(cases, "mend-result")
    dialog = child(cases, CorrectionDialog)
    dialog.outcome.set_value("D2")
    assert not dialog.save_button.isEnabled(), "no reason yet"
    dialog.because.setText("法规依据选错")
    dialog.accept()
    assert listed(cases) == []
    assert numbers(wizard, Cell(5, 1), Cell(6, 1), Cell(24, 1)) == ["0", "1", "1"]
    endings = desk.register.events(requests["2026-003"])
    assert sorted(one.voided_because for one in endings) == ["", "法规依据选错"]
    assert len({one.date for one in endings}) == 1


def test_a_request_in_no_cell_is_confirmed_from_the_list(
    page: ReportPage, desk: Desk, requests: dict[str, str]
) -> None:
    wizard = opened(page)
    step = table3(wizard)
    assert [entry.where for entry in step.uncounted.entries()] == ["2026-005"]
    step.uncounted.setCurrentRow(0)
    QTest.keyClick(step.uncounted, Qt.Key.Key_Return)
    cases = wizard.behind.cases
    assert cases is not None
    press(cases, "mend-receipt")
    dialog = child(cases, ReceiptDialog)
    dialog.by.setText("林知远")
    dialog.how.setText("电话")
    dialog.accept()
    assert listed(cases) == []
    assert numbers(wizard, Cell(1, 6), Cell(25, 6)) == ["5", "2"]
    assert not step.uncounted.entries()


def test_a_number_is_set_by_keys_and_only_with_a_reason_and_no_sum(
    page: ReportPage, desk: Desk, prompts: ScriptedPrompts
) -> None:
    wizard = opened(page)
    for cell in (OPEN_SUM, Cell(24, 0)):
        table3(wizard).matrix.choose(cell)
        press(table3(wizard), "set-number-3")
    assert [(kind, "合计" in text) for kind, _title, text in prompts.asked] == [("tell", True)] * 2
    dialog = set_by_hand(wizard, OPEN_PERSONS, 3, "")
    assert dialog.isVisible(), "refused without a reason"
    dialog.reason.insert("纸质台账另有一件")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    wizard.review()
    assert numbers(wizard, OPEN_PERSONS, OPEN_SUM, Cell(24, 0), Cell(24, 6)) == list("3334")
    item = table3(wizard).matrix.body.item(2, 3)
    assert item is not None
    for told in (item.toolTip(), item.data(Qt.ItemDataRole.AccessibleTextRole)):
        assert "登记簿2，填报3。理由：纸质台账另有一件" in told
    cases = behind(wizard, OPEN_PERSONS)
    assert listed(cases) == ["2026-001", "2026-002"], "still what the register counts"
    cases.close()
    assert wizard.save()
    (kept,) = desk.reporting.draft(YEAR).overrides
    assert (kept.row, kept.column, kept.number, kept.counted) == ("3", 0, 3, 2)
    assert page.matrix.number(OPEN_PERSONS) == "3"
    press(table3(wizard), "remove-override-3")
    wizard.review()
    assert numbers(wizard, OPEN_PERSONS, Cell(24, 6)) == ["2", "3"]
    assert not table3(wizard).overridden.isVisible()


def test_what_is_counted_otherwise_now_is_confirmed_or_given_up(
    page: ReportPage, desk: Desk
) -> None:
    wizard = opened(page)
    set_by_hand(wizard, OPEN_PERSONS, 5, "纸质台账另有三件")
    wizard.save_and_close()
    add(desk, "2026-007", dt.date(2026, 5, 5), ApplicantKind.NATURAL_PERSON, "OPEN")
    wizard = opened(page)
    panel = table3(wizard).overridden
    line = panel.table.records.rows[0]
    assert (line.override.counted, line.now, line.stale) == (2, 3, True)
    assert panel.confirm_button.isVisible()
    press(panel, "confirm-override-3")
    wizard.review()
    assert not panel.confirm_button.isVisible()
    assert panel.overrides[0].counted == 3
    assert numbers(wizard, OPEN_PERSONS) == ["5"]


def test_table_four_is_filled_by_hand_with_one_reason(
    page: ReportPage, desk: Desk, qtbot: QtBot
) -> None:
    wizard = opened(page, Step.TABLE_4)
    step = wizard.page
    assert isinstance(step, TableFourStep)
    press(step, "fill-disputes")
    dialog = child(wizard, FillDisputesDialog)
    dialog.cells["reconsideration", 0].setText("2")
    dialog.cells["litigation_after", 3].setText("x")
    assert not dialog.save_button.isEnabled()
    dialog.cells["litigation_after", 3].setText("1")
    assert not dialog.save_button.isEnabled(), "no reason yet"
    dialog.reason.setText("法制科登记")
    dialog.accept()
    wizard.review()
    assert step.matrix.number(DisputeCell("reconsideration", 4)) == "2"
    wizard.save_and_close()
    draft = desk.reporting.draft(YEAR)
    assert desk.reporting.report(draft).figures.disputes == Disputes(
        reconsideration=(2, 0, 0, 0, 2), litigation_after=(0, 0, 0, 1, 1)
    )
    assert {(one.reason, one.counted) for one in draft.overrides} == {("法制科登记", 0)}
