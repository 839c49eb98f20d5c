"""What would break the report is mended in the list itself, and counted in the register."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.case_file import DisputeResult
from gongkai_desk.domain.request import EventKind, Service, ServiceWay
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.register.counting_dialog import CountingDialog
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.register.readiness_dialog import ReadinessDialog
from tests.builders import a_dispute, a_request, an_applicant, an_event
from tests.ui.scripted import ScriptedPrompts

SERVED = Service(way=ServiceWay.EMAIL, posted_on=dt.date(2026, 10, 9))
RECEIVED = dt.date(2026, 9, 18)


def put(desk: Desk, **values: object) -> str:
    """A closed request with what `values` put wrong."""
    wrong = {"received": RECEIVED, "outcome": "OPEN", "service": SERVED, **values}
    request = a_request(**wrong)
    with desk.reporting._database.write("save-request") as work:
        work.put(request)
        work.put(an_event(request, kind=EventKind.REPLIED, date=dt.date(2026, 10, 9)))
    return request.id


@pytest.fixture
def opened(
    qtbot: QtBot, desk: Desk, operations: Operations, prompts: ScriptedPrompts
) -> tuple[ReadinessDialog, list[Target]]:
    led: list[Target] = []
    dialog = ReadinessDialog(
        2026, desk=desk, operations=operations, prompts=prompts, go_to=led.append
    )
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, led


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"applicant": an_applicant(kind=None)}, "counting-dialog"),
        ({"outcome": ""}, "correction-dialog"),
        ({"service": None}, "correction-dialog"),
        ({"arrived": dt.date(2026, 9, 21)}, "request-dialog"),
    ],
)
def test_each_lack_opens_the_dialog_that_mends_it(
    desk: Desk, opened: tuple[ReadinessDialog, list[Target]], wrong: dict[str, object], name: str
) -> None:
    put(desk, **wrong)
    dialog, _led = opened
    dialog.follow()
    dialog.mend_button.click()
    shown = dialog.findChildren(QDialog)
    assert [one.objectName() for one in shown] == [name]
    shown[0].done(0)


def test_a_dispute_without_its_result_is_opened(
    desk: Desk, opened: tuple[ReadinessDialog, list[Target]]
) -> None:
    request_id = put(desk)
    request = desk.register.get(request_id, RECEIVED).request
    pending = a_dispute(request, decided_on=dt.date(2026, 11, 2), result=DisputeResult.PENDING)
    with desk.reporting._database.write("save-request") as work:
        work.put(pending)
    dialog, _led = opened
    dialog.follow()
    dialog.mend_button.click()
    (shown,) = dialog.findChildren(QDialog)
    assert shown.objectName() == "dispute-dialog"
    shown.done(0)


def test_what_is_mended_leaves_the_list(
    desk: Desk, opened: tuple[ReadinessDialog, list[Target]], operations: Operations
) -> None:
    dialog, led = opened
    request_id = put(desk, applicant=an_applicant(kind=None))
    other = put(desk, id="b", number="2026-099", service=None)
    dialog.follow()
    assert dialog.count.text() == "2项待更正"
    dialog.mend_button.click()
    (shown,) = dialog.findChildren(QDialog)
    assert isinstance(shown, CountingDialog)
    shown.done(0)
    kept = desk.register.get(request_id, RECEIVED).request
    whole = replace(kept, applicant=an_applicant())
    operations.perform(lambda: desk.register.save(whole, on=dt.date(2026, 11, 20)))
    assert [row.request_id for row in dialog.table.records.rows] == [other]
    dialog.open_button.click()
    assert led == [Target(page="requests", record_id=other)]


def test_the_register_says_how_many(page: RequestsPage, desk: Desk) -> None:
    assert page.filters.unready.isHidden()
    put(desk, service=None)
    page.refresh(None)
    assert page.filters.unready.text() == "2026年年报前有1项待更正"
    page.filters.unready.click()
    (shown,) = page.window().findChildren(ReadinessDialog)
    assert len(shown.table.records.rows) == 1
    shown.done(0)
