"""Table 2 takes its numbers from the documents; each number opens them."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.official_document import Attribute, DocumentKind, OfficialDocument
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.report.counted_documents import DIFFER
from gongkai_desk.ui.report.documents_dialog import DocumentsDialog
from gongkai_desk.ui.report.page import ReportPage
from gongkai_desk.ui.report.table2_step import TableTwoStep
from gongkai_desk.ui.report.wizard import ReportWizardDialog
from tests.ui.conftest import DAY
from tests.ui.report.conftest import YEAR


def enter(desk: Desk, name: str, formed: dt.date) -> None:
    document = OfficialDocument(
        id=name,
        title=name,
        kind=DocumentKind.NORMATIVE,
        formed_on=formed,
        attribute=Attribute.PROACTIVE,
    )
    desk.official_documents.save(document, DAY)


def opened(page: ReportPage) -> tuple[ReportWizardDialog, TableTwoStep]:
    page.compile(Step.TABLE_2)
    wizard = page.wizard
    assert wizard is not None
    step = wizard.page
    assert isinstance(step, TableTwoStep)
    return wizard, step


def test_without_documents_nothing_is_compared(page: ReportPage) -> None:
    wizard, step = opened(page)
    assert step.recorded.take.isHidden()
    assert not any(each.code == DIFFER for each in wizard._view.findings)


def test_the_counted_numbers_are_taken_over_and_each_opens_its_documents(
    page: ReportPage, desk: Desk, qtbot: QtBot
) -> None:
    enter(desk, "旧办法", dt.date(YEAR - 3, 5, 1))
    enter(desk, "新办法", dt.date(YEAR, 5, 1))
    wizard, step = opened(page)
    differ = [each.place.column for each in wizard._view.findings if each.code == DIFFER]
    assert differ == ["本年制发件数", "现行有效件数"]
    QTest.mouseClick(step.recorded.take, Qt.MouseButton.LeftButton)
    wizard.review()
    assert step.applied(wizard.flow.draft).proactive.normative_documents == (1, 0, 2)
    assert not any(each.code == DIFFER for each in wizard._view.findings)
    assert not step.recorded.take.isEnabled()
    step.recorded.numbers["normative_documents", 2].click()
    tops = QApplication.topLevelWidgets()
    (dialog,) = [each for each in tops if isinstance(each, DocumentsDialog)]
    assert len(dialog.table.records.rows) == 2
    led: list[Target] = []
    wizard.left.connect(led.append)
    dialog.show_button.click()
    assert led[0].section == "documents"
    assert led[0].record_id in ("旧办法", "新办法")
