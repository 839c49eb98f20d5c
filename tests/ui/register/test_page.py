"""The register as a whole: what is shown, what may be done, and that it is done."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.case import Query, Status
from gongkai_desk.domain.request import Channel, EventKind, Request
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.pictures import interpreting_labels
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.register.closing_dialog import ClosingDialog
from gongkai_desk.ui.register.due_date_dialog import DueDateDialog
from gongkai_desk.ui.register.event_dialog import EventDialog
from gongkai_desk.ui.register.filters import View
from gongkai_desk.ui.register.moving.export_dialog import LedgerExportDialog
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.register.receipt_dialog import ReceiptDialog
from gongkai_desk.ui.register.request_dialog import RequestDialog
from tests.builders import an_applicant, an_event
from tests.ui.conftest import DAY
from tests.ui.register.conftest import Add, case_of
from tests.ui.scripted import ScriptedPrompts

D = TypeVar("D", bound=QDialog)
RECEIVED = dt.date(2026, 11, 9)


def shown(page: RequestsPage) -> list[str]:
    return [case.request.number for case in page.table.records.rows]


def press(page: RequestsPage, name: str) -> None:
    action = page.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled(), name
    action.trigger()


def opened(page: RequestsPage, kind: type[D]) -> D:
    return next(each for each in page.findChildren(kind) if each.isVisible())


@pytest.fixture
def four(add: Add, desk: Desk, page: RequestsPage) -> dict[str, Request]:
    """One running, one overdue, one waiting for the applicant, one without receipt date."""
    made = {
        "running": add(number="2026-001", subject="文化惠民经费", **_days(RECEIVED)),
        "late": add(number="2026-002", subject="图书采购合同", **_days(dt.date(2026, 10, 12))),
        "waiting": add(number="2026-003", subject="演出许可档案", **_days(RECEIVED)),
        "letter": add(
            number="2026-004",
            subject="非遗补助名单",
            channel=Channel.PLAIN_MAIL,
            submitted=None,
            arrived=dt.date(2026, 11, 19),
            received=None,
            applicant=an_applicant(name="<img src=x>"),
        ),
    }
    asked = an_event(made["waiting"], date=dt.date(2026, 11, 12))
    desk.register.record(asked, on=DAY)
    page.refresh(None)
    return made


def _days(day: dt.date) -> dict[str, dt.date]:
    return {"submitted": day, "arrived": day, "received": day}


def test_the_most_urgent_stands_first_and_is_chosen(
    page: RequestsPage, four: dict[str, Request]
) -> None:
    assert shown(page) == ["2026-002", "2026-001", "2026-004", "2026-003"]
    assert page.detail.number.text() == "2026-002"
    assert page.detail.due.left.word == "已逾期9个工作日"
    assert page.subtitle == "待办4件，其中已逾期1件"


@pytest.mark.parametrize(
    ("view", "numbers"),
    [
        (View.OVERDUE, ["2026-002"]),
        (View.WAITING, ["2026-003"]),
        (View.UNCONFIRMED, ["2026-004"]),
        (View.DUE_TODAY, []),
        (View.CLOSED, []),
        (View.ALL, ["2026-004", "2026-003", "2026-001", "2026-002"]),
    ],
)
def test_each_view_shows_its_cases_and_counts_them(
    page: RequestsPage, four: dict[str, Request], view: View, numbers: list[str]
) -> None:
    button = page.findChild(QToolButton, f"view-{view.value}")
    assert button is not None
    button.click()
    assert shown(page) == numbers
    assert button.text().endswith(f"  {len(numbers)}")


def test_typing_searches_and_escape_shows_all_again(
    page: RequestsPage, four: dict[str, Request], qtbot: QtBot
) -> None:
    line = page.findChild(QLineEdit, "search")
    assert line is not None
    line.insert("图书")
    assert shown(page) == ["2026-002"]
    assert page.filters.told.text() == "显示1件"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert len(shown(page)) == 4
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert page.focusWidget() is page.table


def test_the_year_narrows(page: RequestsPage, four: dict[str, Request], add: Add) -> None:
    add(number="2025-009", **_days(dt.date(2025, 11, 10)))
    page.refresh(None)
    page.filters.year.set_value(2025)
    assert shown(page) == ["2025-009"]


def test_a_target_chooses_view_and_case(page: RequestsPage, four: dict[str, Request]) -> None:
    page.go_to(Target(page="requests", view="waiting", record_id=four["waiting"].id))
    assert page.filters.view is View.WAITING
    assert page.detail.number.text() == "2026-003"
    page.go_to(Target(page="requests", record_id=four["late"].id))
    assert page.detail.number.text() == "2026-002"


def test_only_what_is_possible_is_offered_and_the_rest_explained(
    page: RequestsPage, four: dict[str, Request]
) -> None:
    page.show_case(four["waiting"].id)
    steps = page.detail.steps
    offered = {kind for kind, button in steps._buttons.items() if button.isVisible()}
    assert EventKind.CLARIFICATION_RECEIVED in offered
    assert EventKind.EXTENDED not in offered
    assert "延期、延迟答复" in steps.reasons.text()
    menu = page.record_actions["record-extended"]
    assert not menu.isEnabled()
    assert "期间不计期限" in menu.toolTip()
    page.show_case(four["letter"].id)
    assert not any(button.isVisible() for button in steps._buttons.values())
    assert "确认收到日期之前" in steps.reasons.text()


def test_an_extension_moves_the_due_date_and_is_undone(
    page: RequestsPage, four: dict[str, Request], desk: Desk, operations: Operations
) -> None:
    page.show_case(four["running"].id)
    before = case_of(desk, four["running"]).due
    press(page, "record-extended")
    dialog = opened(page, EventDialog)
    assert "变为" in dialog.effect.headline.text()
    dialog.save_button.click()
    after = case_of(desk, four["running"]).due
    assert before is not None
    assert after is not None
    assert after > before
    assert page.detail.timeline.records.rows[-1].effect == f"→ {after}"
    operations.undo()
    assert case_of(desk, four["running"]).due == before
    operations.redo()
    assert case_of(desk, four["running"]).due == after


def test_a_clarification_takes_the_due_date_away(
    page: RequestsPage, four: dict[str, Request], desk: Desk
) -> None:
    page.show_case(four["running"].id)
    press(page, "record-clarification_requested")
    dialog = opened(page, EventDialog)
    assert "暂停计算" in dialog.effect.headline.text()
    dialog.save_button.click()
    assert case_of(desk, four["running"]).status is Status.AWAITING_CLARIFICATION
    assert page.detail.due.headline.text() == "暂停计算"


def test_closing_fills_the_result_and_reopening_clears_it(
    page: RequestsPage, four: dict[str, Request], desk: Desk, prompts: ScriptedPrompts
) -> None:
    running = four["running"]
    page.show_case(running.id)
    press(page, "close-request")
    dialog = opened(page, ClosingDialog)
    assert not dialog.save_button.isEnabled()
    dialog.outcome.set_value("OPEN")
    dialog.save_button.click()
    assert case_of(desk, running).result == "（一）予以公开"
    assert "2026-001" not in shown(page)
    page.show_case(running.id)
    prompts.answers = ["答复文书有误"]
    press(page, "reopen-request")
    assert case_of(desk, running).result == ""
    page.show_case(running.id)
    voided = [line for line in page.detail.timeline.records.rows if line.voided]
    assert [line.note.split("：")[1] for line in voided] == ["答复文书有误"]


def test_voiding_asks_why_and_keeps_the_event(
    page: RequestsPage, four: dict[str, Request], desk: Desk, prompts: ScriptedPrompts
) -> None:
    page.show_case(four["waiting"].id)
    line = next(line for line in page.detail.timeline.records.rows if line.event)
    page.detail.timeline.select([line.id])
    prompts.answers = ["误记"]
    press(page, "void-event")
    case = case_of(desk, four["waiting"])
    assert case.status is Status.RUNNING
    assert case.events[0].voided_because == "误记"
    again = page.detail.timeline.records.rows[-1]
    assert again.voided
    index = page.detail.timeline.records.index(page.detail.timeline.records.rowCount() - 1, 1)
    font = page.detail.timeline.records.data(index, int(Qt.ItemDataRole.FontRole))
    assert font.strikeOut()


def test_voiding_without_a_reason_is_refused(
    page: RequestsPage, four: dict[str, Request], desk: Desk, prompts: ScriptedPrompts
) -> None:
    page.show_case(four["waiting"].id)
    line = next(line for line in page.detail.timeline.records.rows if line.event)
    page.detail.timeline.select([line.id])
    prompts.answers = ["  "]
    press(page, "void-event")
    assert prompts.asked[-1][0] == "problems"
    assert case_of(desk, four["waiting"]).status is Status.AWAITING_CLARIFICATION


def test_confirming_the_receipt_starts_the_clock(
    page: RequestsPage, four: dict[str, Request], desk: Desk
) -> None:
    page.show_case(four["letter"].id)
    press(page, "confirm-receipt")
    dialog = opened(page, ReceiptDialog)
    assert not dialog.save_button.isEnabled()
    dialog.by.setText("登记岗")
    dialog.how.setText("电话")
    dialog.save_button.click()
    assert case_of(desk, four["letter"]).due == dt.date(2026, 12, 18)


def test_the_due_date_dialog_counts_twenty_days(
    page: RequestsPage, four: dict[str, Request]
) -> None:
    page.show_case(four["running"].id)
    press(page, "explain-due")
    dialog = opened(page, DueDateDialog)
    marks = dialog.calendar.marks
    numbers = [int(mark) for mark in marks.values() if mark.isdigit()]
    assert numbers == list(range(1, 21))
    assert marks[RECEIVED] == "收到"
    assert dialog.headline.text() == "2026年12月7日"
    dialog.reject()


def test_the_calculation_is_shown_though_its_dialog_was_closed(
    page: RequestsPage, four: dict[str, Request], qtbot: QtBot
) -> None:
    page.show_case(four["running"].id)
    press(page, "explain-due")
    dialog = opened(page, DueDateDialog)
    dialog.print_out()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()

    def previews() -> list[PreviewDialog]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, PreviewDialog) and top.isVisible()]

    qtbot.waitUntil(lambda: bool(previews()))
    for preview in previews():
        preview.close()


def test_a_new_request_comes_into_view(page: RequestsPage, desk: Desk) -> None:
    page.filters.choose(View.OVERDUE)
    press(page, "new-request")
    dialog = opened(page, RequestDialog)
    dialog.form.channel.set_value(Channel.IN_PERSON)
    dialog.form.set_text("subject", "年度预算执行情况")
    dialog.form.set_text("applicant.name", "林知远")
    dialog.form.date_field("submitted").set_date(DAY)
    dialog.adopt.click()
    dialog.save_button.click()
    (case,) = desk.register.rows(Query(), DAY)
    assert case.due == dt.date(2026, 12, 18)
    assert page.detail.number.text() == case.request.number == "2026-001"
    assert page.detail.due.headline.text() == "2026年12月18日"


def test_names_are_never_interpreted(page: RequestsPage, four: dict[str, Request]) -> None:
    page.show_case(four["letter"].id)
    assert interpreting_labels(page) == []


def test_copying_number_and_subject(page: RequestsPage, four: dict[str, Request]) -> None:
    page.show_case(four["late"].id)
    press(page, "copy-number")
    assert QGuiApplication.clipboard().text() == "2026-002"
    press(page, "copy-subject")
    assert QGuiApplication.clipboard().text() == "图书采购合同"


def test_export_writes_what_is_shown(
    page: RequestsPage,
    four: dict[str, Request],
    prompts: ScriptedPrompts,
    operations: Operations,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    prompts.answers = [tmp_path / "登记表"]
    press(page, "export-register")
    with qtbot.waitSignal(operations.said) as told:
        opened(page, LedgerExportDialog).save_button.click()
    assert (tmp_path / "登记表.xlsx").stat().st_size > 0
    assert told.args == ["已将4件申请写入 登记表.xlsx。"]


def test_printing_shows_the_list_first(
    page: RequestsPage, four: dict[str, Request], qtbot: QtBot
) -> None:
    press(page, "print-register")
    qtbot.waitUntil(lambda: any(d.isVisible() for d in page.findChildren(PreviewDialog)))
    opened(page, PreviewDialog).reject()


def test_enter_opens_the_form_and_saves_a_correction(
    page: RequestsPage, four: dict[str, Request], desk: Desk, qtbot: QtBot
) -> None:
    page.show_case(four["running"].id)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    dialog = opened(page, RequestDialog)
    dialog.form.set_text("handler", "公共服务科")
    dialog.save_button.click()
    assert case_of(desk, four["running"]).request.handler == "公共服务科"
