"""Statistics, calendar and bulk work from the window, with the keyboard."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.bulk import BulkAction
from gongkai_desk.domain.request import EventKind
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.register.cases_dialog import CasesDialog
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.register.views.bulk_dialog import BulkDialog
from gongkai_desk.ui.register.views.calendar_dialog import CalendarDialog
from gongkai_desk.ui.register.views.statistics_dialog import StatisticsDialog
from gongkai_desk.ui.widgets.bar_chart import BarChart
from tests.builders import an_event
from tests.ui.conftest import DAY
from tests.ui.register.conftest import Add
from tests.ui.scripted import ScriptedPrompts

D = TypeVar("D", bound=QDialog)
RECEIVED = dt.date(2026, 11, 9)


@pytest.fixture(autouse=True)
def _three(add: Add, desk: Desk, page: RequestsPage) -> None:
    for number, received in (
        ("2026-001", RECEIVED),
        ("2026-002", RECEIVED),
        ("2025-009", dt.date(2025, 3, 3)),
    ):
        request = add(number=number, submitted=received, arrived=received, received=received)
        if number.startswith("2025"):
            event = an_event(request, date=dt.date(2025, 3, 28), kind=EventKind.WITHDRAWN)
            desk.register.record(event, on=DAY)
    page.refresh(None)


def opened(page: RequestsPage, command: str, kind: type[D]) -> D:
    action = page.findChild(QAction, command)
    assert action is not None
    action.trigger()
    return next(each for each in page.findChildren(kind) if each.isVisible())


def test_a_bar_opens_its_requests(page: RequestsPage) -> None:
    dialog = opened(page, "register-statistics", StatisticsDialog)
    assert dialog.year.value() == 2026
    assert dialog.counted.received == 2
    chart = dialog.findChild(BarChart, "chart-channel")
    assert chart is not None
    QTest.keyClick(chart, Qt.Key.Key_Return)
    cases = next(each for each in dialog.findChildren(CasesDialog) if each.isVisible())
    assert [case.request.number for case in cases.table.records.rows] == ["2026-001", "2026-002"]
    cases.table.select([cases.table.records.rows[1].request.id])
    cases.show_button.click()
    assert not dialog.isVisible()
    shown = page.table.current()
    assert shown is not None
    assert shown.request.number == "2026-002"


def test_another_year_is_counted_anew(page: RequestsPage) -> None:
    dialog = opened(page, "register-statistics", StatisticsDialog)
    dialog.year.set_value(2025)
    assert (dialog.counted.received, dialog.counted.closed) == (1, 1)
    dialog.year.set_value(None)
    assert dialog.counted.received == 3
    dialog.reject()


def test_the_statistics_are_printed(page: RequestsPage, qtbot: QtBot) -> None:
    dialog = opened(page, "register-statistics", StatisticsDialog)
    dialog.print_button.click()
    qtbot.waitUntil(lambda: any(p.isVisible() for p in dialog.findChildren(PreviewDialog)))
    for preview in dialog.findChildren(PreviewDialog):
        preview.reject()
    dialog.reject()


def test_the_calendar_shows_what_is_due(page: RequestsPage) -> None:
    dialog = opened(page, "due-calendar", CalendarDialog)
    assert dialog.heading.text() == "2026年11月"
    assert len(dialog.cases.records.rows) == 0
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.heading.text() == "2026年12月"
    dialog.show_month(dt.date(2026, 12, 7))
    assert [case.request.number for case in dialog.cases.records.rows] == ["2026-001", "2026-002"]
    QTest.keyClick(dialog.view, Qt.Key.Key_Right)
    assert dialog.view.day is not None
    assert dialog.view.day.date == dt.date(2026, 12, 8)
    QTest.keyClick(dialog.view, Qt.Key.Key_Left)
    dialog.cases.activated_record.emit(dialog.cases.records.rows[0])
    assert not dialog.isVisible()


def test_the_months_turn_without_end_of_a_year(page: RequestsPage) -> None:
    dialog = opened(page, "due-calendar", CalendarDialog)
    for _ in range(14):
        dialog.turn(1)
    assert dialog.heading.text() == "2028年1月"
    QTest.mouseClick(dialog.view, Qt.MouseButton.LeftButton, pos=QPoint(5, 60))
    dialog.show_month(dt.date(2026, 11, 30))
    QTest.keyClick(dialog.view, Qt.Key.Key_Down)
    assert dialog.heading.text() == "2026年12月"
    dialog.reject()


def test_the_due_dates_go_into_a_file(
    page: RequestsPage, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(page, "due-calendar", CalendarDialog)
    prompts.answers.append(tmp_path / "期限")
    dialog.export_button.click()
    qtbot.waitUntil((tmp_path / "期限.ics").exists)
    dialog.reject()


def test_many_requests_are_tagged_at_once(page: RequestsPage, desk: Desk) -> None:
    dialog = opened(page, "bulk-work", BulkDialog)
    run = dialog.findChild(QPushButton, "bulk-run")
    assert run is not None
    assert not run.isEnabled()
    dialog.text.setText("物业管理")
    assert "2" in run.text()
    dialog.table.select([dialog.table.records.identity(0)])
    assert "1" in run.text()
    run.click()
    assert not dialog.isVisible()
    tagged = [case.request.tags for case in page.table.records.rows]
    assert sorted(tagged) == [(), ("物业管理",)]
    desk.history.undo()


def test_a_change_that_changes_nothing_cannot_be_made(page: RequestsPage) -> None:
    dialog = opened(page, "bulk-work", BulkDialog)
    dialog.action.set_value(BulkAction.REMOVE_TAGS)
    dialog.text.setText("没有的标签")
    run = dialog.findChild(QPushButton, "bulk-run")
    assert run is not None
    assert not run.isEnabled()
    assert "0" in dialog.problem.text()
    dialog.reject()


def test_the_papers_of_many_requests_are_printed_at_once(
    page: RequestsPage, desk: Desk, qtbot: QtBot
) -> None:
    first, second = page.table.records.rows
    dialog = opened(page, "bulk-work", BulkDialog)
    assert not dialog.letters_button.isEnabled()
    dialog.sheets_button.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(PreviewDialog)))
    (shown,) = dialog.findChildren(PreviewDialog)
    text = "".join(one.extract_text() for one in PdfReader(shown._path).pages)
    assert text.count("期限计算单") >= 2
    assert first.request.number in text
    assert second.request.number in text
    shown.reject()
    dialog.reject()
    letter = desk.letters.draft(second.request.id, "registration-form")
    desk.letters.issue(letter, DAY)
    again = opened(page, "bulk-work", BulkDialog)
    again.letters_button.click()
    qtbot.waitUntil(lambda: bool(again.findChildren(PreviewDialog)))
    (shown,) = again.findChildren(PreviewDialog)
    pages = PdfReader(shown._path).pages
    assert "政府信息公开申请登记表" in "".join(one.extract_text() for one in pages)
    shown.reject()
    again.table.select([first.request.id])
    assert not again.letters_button.isEnabled()
    again.reject()
