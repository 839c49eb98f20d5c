"""The course of a case from the window: what belongs to a step, consultations, what lapsed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QListWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.case import Case, Status
from gongkai_desk.domain.case_file import ConsultedParty, FeeBasis, FeeNotice, Opinion, PartyKind
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.fee_notice import fee_of
from gongkai_desk.domain.request import EventKind, Matter, Request, RequestEvent, ServiceWay
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.notices import standing_notices
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.pictures import interpreting_labels
from gongkai_desk.ui.register.closing_dialog import ClosingDialog
from gongkai_desk.ui.register.event_dialog import EventDialog
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.register.procedure.consultations_tab import ConsultationsTab
from gongkai_desk.ui.register.procedure.lead_field import LeadField
from gongkai_desk.ui.register.procedure.notice_dialog import NoticeDialog
from gongkai_desk.ui.register.procedure.party_dialog import PartyDialog
from gongkai_desk.ui.register.procedure.proposals_dialog import ProposalsDialog
from gongkai_desk.ui.register.procedure.steps_tab import StepsTab
from gongkai_desk.ui.widgets.form import ProblemLine
from tests.builders import an_applicant, an_event
from tests.ui.conftest import DAY
from tests.ui.register.conftest import Add, case_of
from tests.ui.scripted import ScriptedPrompts

D = TypeVar("D", bound=QDialog)
K = EventKind
RECEIVED = dt.date(2026, 11, 9)
LONG_AGO = dt.date(2026, 10, 9)


def press(page: RequestsPage, name: str) -> None:
    action = next(each for each in page.findChildren(QAction, name) if each.isEnabled())
    action.trigger()


def opened(page: RequestsPage, kind: type[D]) -> D:
    return next(each for each in page.findChildren(kind) if each.isVisible())


def enabled(page: RequestsPage, name: str) -> bool:
    return any(each.isEnabled() for each in page.findChildren(QAction, name))


@pytest.fixture
def running(add: Add, page: RequestsPage) -> Request:
    request = add(number="2026-001", submitted=RECEIVED, arrived=RECEIVED, received=RECEIVED)
    page.refresh(None)
    page.show_case(request.id)
    return request


@pytest.fixture
def old(add: Add, page: RequestsPage) -> Request:
    """Received so long ago that much can have lapsed."""
    request = add(number="2026-002", submitted=LONG_AGO, arrived=LONG_AGO, received=LONG_AGO)
    page.refresh(None)
    page.show_case(request.id)
    return request


def record_consultation(
    desk: Desk, request: Request, kind: PartyKind, *, name: str = "A"
) -> ConsultedParty:
    party = ConsultedParty(
        id=new_id(), request_id=request.id, name=name, kind=kind, party=f"示例单位{name}"
    )
    day = request.received
    assert day is not None
    event = an_event(request, kind=K.CONSULTATION_SENT, argument=name, date=day)
    desk.register.record(event, on=DAY, party=party)
    return party


def tab(page: RequestsPage, kind: type[ConsultationsTab] | type[StepsTab]) -> object:
    found = page.findChild(kind)
    assert found is not None
    page.detail.open_tab(found.objectName())
    return found


def consultations(page: RequestsPage) -> ConsultationsTab:
    found = tab(page, ConsultationsTab)
    assert isinstance(found, ConsultationsTab)
    return found


def steps(page: RequestsPage) -> StepsTab:
    found = tab(page, StepsTab)
    assert isinstance(found, StepsTab)
    return found


# recording


def test_a_consultation_asks_who_and_keeps_the_party(
    page: RequestsPage, running: Request, desk: Desk
) -> None:
    heard: list[tuple[Case, RequestEvent]] = []
    page.deeds.recorded = lambda case, event: heard.append((case, event))
    press(page, "record-consultation_sent")
    dialog = opened(page, EventDialog)
    assert not dialog.save_button.isEnabled()
    assert dialog.party is not None
    dialog.party.kind.set_value(PartyKind.JOINT_MAKER)
    assert "视为同意公开" in dialog.party.meaning.text()
    dialog.party.party.set_value("示例区<b>住建局</b>")
    dialog.party.about.set_value("联合评审意见")
    dialog.actor.set_value("周宁")
    assert "变为" in dialog.effect.headline.text()
    dialog.save_button.click()
    assert not dialog.isVisible()
    (party,) = desk.case_file.of(ConsultedParty, running.id)
    assert (party.kind, party.party, party.name) == (
        PartyKind.JOINT_MAKER,
        "示例区<b>住建局</b>",
        "A",
    )
    (event,) = case_of(desk, running).events
    assert event.note == "示例区<b>住建局</b>；联合评审意见"
    leaf = consultations(page)
    assert [one.name for one in leaf.table.records.rows] == ["A"]
    assert interpreting_labels(leaf) == []
    bar = page.detail.bar
    assert f"{leaf.title}  1" in [bar.tabText(number) for number in range(bar.count())]


def test_the_hook_is_called_when_the_dialog_is_gone(
    page: RequestsPage, running: Request, desk: Desk, qtbot: QtBot
) -> None:
    heard: list[tuple[str, EventKind, bool]] = []

    def recorded(case: Case, event: RequestEvent) -> None:
        open_ones = [each for each in page.findChildren(QDialog) if each.isVisible()]
        heard.append((case.request.number, event.kind, bool(open_ones)))

    page.deeds.recorded = recorded
    press(page, "record-extended")
    dialog = opened(page, EventDialog)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("2026-001", K.EXTENDED, False)]


def test_what_is_disclosed_asks_whether_to_publish(
    page: RequestsPage, running: Request, qtbot: QtBot
) -> None:
    asked: list[str] = []
    page.deeds.disclosed = lambda case, _event: asked.append(case.request.outcome)
    press(page, "close-request")
    dialog = opened(page, ClosingDialog)
    dialog.outcome.set_value("OPEN")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["OPEN"]


def test_a_clarification_keeps_what_is_missing_and_the_day_given(
    page: RequestsPage, running: Request, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    press(page, "record-clarification_requested")
    dialog = opened(page, EventDialog)
    assert dialog.until is not None
    assert dialog.until.date() == dt.date(2026, 12, 11)  # 15 working days are offered
    dialog.actor.set_value("周宁")
    assert "一次性" in _below(dialog, "note")
    dialog.note.set_value("请明确年份")
    dialog.until.set_date(dt.date(2026, 11, 19))
    assert _below(dialog, "until")
    assert not dialog.save_button.isEnabled()
    dialog.until.set_date(dt.date(2026, 12, 4))
    paper = tmp_path / "补正告知书.pdf"
    paper.write_bytes(b"made up")
    dialog.files.add([paper])
    dialog.save_button.click()
    (event,) = case_of(desk, running).events
    assert (event.note, event.until, event.actor) == ("请明确年份", dt.date(2026, 12, 4), "周宁")
    leaf = steps(page)
    names = leaf.findChild(QListWidget, "step-files")
    assert names is not None
    assert names.item(0).text() == "补正告知书.pdf"
    written: list[bytes] = []

    def opens(path: Path) -> bool:
        written.append(path.read_bytes())
        return True

    leaf.kept.open_file = opens
    press(page, "open-document")
    assert written == [b"made up"]
    press(page, "record-clarification_received")
    assert opened(page, EventDialog).actor.value() == "周宁", "the actor is remembered"


def _below(dialog: QDialog, name: str) -> str:
    line = dialog.findChild(ProblemLine, f"{name}-problem")
    assert line is not None
    return "" if line.isHidden() else line.text


def test_an_extension_asks_who_agreed_and_why(
    page: RequestsPage, running: Request, desk: Desk
) -> None:
    press(page, "record-extended")
    dialog = opened(page, EventDialog)
    dialog.actor.set_value("周宁")
    assert "负责人" in _below(dialog, "approved_by")
    assert "延期理由" in _below(dialog, "note")
    assert dialog.save_button.isEnabled(), "warned of, never blocked"
    assert dialog.approved_by is not None
    dialog.approved_by.set_value("苏主任")
    dialog.note.set_value("需会商")
    assert not _below(dialog, "approved_by")
    dialog.save_button.click()
    (event,) = case_of(desk, running).events
    assert event.approved_by == "苏主任"


def test_a_fee_is_worked_out_while_one_types(
    page: RequestsPage, running: Request, desk: Desk
) -> None:
    press(page, "record-fee_noticed")
    dialog = opened(page, EventDialog)
    assert dialog.fee is not None
    assert not dialog.save_button.isEnabled(), "one item costs nothing"
    dialog.fee.before.set_value(29)
    dialog.fee.count.set_value(3)
    assert dialog.fee.sum.text() == "信息处理费：500元"
    assert dialog.fee.tiers.text().splitlines() == [
        "第11—30件：1件×100元＝100元",
        "第31—40件：2件×200元＝400元",
    ]
    dialog.fee.basis.set_value(FeeBasis.PAGES)
    assert dialog.form.field("fee.before").isHidden()
    dialog.fee.count.set_value(68)
    assert dialog.fee.sum.text() == "信息处理费：380元"
    assert "2026年12月18日" in dialog.fee.due.text()
    dialog.fee.way.set_value("银行柜台")
    dialog.save_button.click()
    (notice,) = desk.case_file.of(FeeNotice, running.id)
    assert (notice.amount, notice.count, notice.before) == (380, 68, 0)
    press(page, "record-fee_paid")
    paying = opened(page, EventDialog)
    assert paying.payment is not None
    paying.payment.paid.set_value(300)
    assert "不一致" in _below(paying, "fee.paid")
    paying.payment.paid.set_value(380)
    paying.payment.receipt.set_value("票0001")
    paying.save_button.click()
    (paid,) = desk.case_file.of(FeeNotice, running.id)
    assert (paid.paid_amount, paid.receipt_number) == (380, "票0001")


def test_items_of_the_month_come_from_the_register(
    page: RequestsPage, add: Add, desk: Desk
) -> None:
    asking = an_applicant(phone="13000000001")
    days = {"submitted": RECEIVED, "arrived": RECEIVED, "received": RECEIVED}
    requests = [add(number=f"2026-{n:03}", applicant=asking, **days) for n in range(1, 13)]
    page.refresh(None)
    page.show_case(requests[-1].id)
    press(page, "record-fee_noticed")
    dialog = opened(page, EventDialog)
    assert dialog.fee is not None
    assert dialog.fee.before.value() == 11
    assert dialog.fee.sum.text() == "信息处理费：100元"


def test_the_receipt_of_a_notice_is_entered_later(
    page: RequestsPage, running: Request, desk: Desk
) -> None:
    event = an_event(running, kind=K.FEE_NOTICED, date=dt.date(2026, 11, 16))
    notice = FeeNotice(
        id=new_id(),
        request_id=running.id,
        event_id=event.id,
        basis=FeeBasis.PAGES,
        count=68,
        amount=fee_of(FeeBasis.PAGES, 68).total,
        payment_way="银行柜台",
    )
    desk.register.record(event, on=DAY, fee=notice)
    page.refresh(None)
    leaf = steps(page)
    assert "380元" in leaf.words.text()
    press(page, "correct-fee")
    dialog = opened(page, NoticeDialog)
    dialog.fields.received.set_date(dt.date(2026, 11, 18))
    dialog.save_button.click()
    assert desk.case_file.of(FeeNotice, running.id) == [
        replace(notice, received_on=dt.date(2026, 11, 18))
    ]


def test_a_lead_is_found_by_typing_and_the_case_merged(
    page: RequestsPage, running: Request, add: Add, desk: Desk
) -> None:
    lead = add(number="2026-007", subject="图书采购合同")
    add(number="2026-008", subject="演出许可档案")
    page.refresh(None)
    page.show_case(running.id)
    press(page, "record-merged")
    dialog = opened(page, EventDialog)
    field = dialog.argument
    assert isinstance(field, LeadField)
    assert not dialog.save_button.isEnabled()
    field.search.setFocus()
    QTest.keyClick(field.search, Qt.Key.Key_Down)
    assert field.value() == "2026-007"
    field.search.set_value("演出")
    assert field.value() == "2026-008", "the only one found is chosen"
    field.search.set_value("图书")
    dialog.note.set_value("内容相同")
    dialog.save_button.click()
    case = case_of(desk, running)
    assert (case.status, case.request.merged_into) == (Status.CLOSED, lead.id)
    page.show_case(lead.id)
    assert "2026-001" in steps(page).merged.text()


def test_reasons_are_judged_and_lead_on(
    page: RequestsPage,
    running: Request,
    desk: Desk,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> None:
    assert not enabled(page, "record-reasons_received")
    desk.register.record(
        an_event(running, kind=K.REASONS_REQUESTED, date=dt.date(2026, 11, 12)), on=DAY
    )
    page.refresh(None)
    prompts.answers = [1]
    press(page, "record-reasons_received")
    opened(page, EventDialog).save_button.click()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(ClosingDialog)))
    closing = opened(page, ClosingDialog)
    assert closing.outcome.value() == "N4"
    assert prompts.asked[-1][0] == "choose"


# consultations


def test_what_may_be_done_follows_the_party(
    page: RequestsPage, old: Request, desk: Desk, prompts: ScriptedPrompts
) -> None:
    record_consultation(desk, old, PartyKind.JOINT_MAKER)
    page.refresh(None)
    leaf = consultations(page)
    (one,) = leaf.table.records.rows
    assert one.silent
    assert "视为同意" in leaf.duty.text
    assert enabled(page, "consult-silent")
    assert not enabled(page, "consult-overrule")
    prompts.answers = [False]
    press(page, "consult-silent")
    assert desk.case_file.of(ConsultedParty, old.id)[0].opinion is Opinion.PENDING
    prompts.answers = [True]
    press(page, "consult-silent")
    assert desk.case_file.of(ConsultedParty, old.id)[0].opinion is Opinion.SILENT
    (one,) = leaf.table.records.rows
    column = next(c for c in leaf.table.records.columns if c.name == "opinion")
    assert column.text(one) == "未答复，视为同意"
    assert not enabled(page, "consult-silent")


def test_a_refusal_can_be_overruled_with_its_reason(
    page: RequestsPage, old: Request, desk: Desk, prompts: ScriptedPrompts
) -> None:
    record_consultation(desk, old, PartyKind.THIRD_PARTY)
    record_consultation(desk, old, PartyKind.OTHER_AGENCY, name="B")
    page.refresh(None)
    leaf = consultations(page)
    leaf.table.select(["A"])
    press(page, "consult-answered")
    dialog = opened(page, EventDialog)
    assert dialog.draft().event.argument == "A"
    dialog.date.set_date(dt.date(2026, 10, 20))
    assert dialog.opinion is not None
    dialog.opinion.opinion.set_value(Opinion.REFUSE)
    dialog.opinion.reason.set_value("商业秘密")
    dialog.save_button.click()
    leaf.table.select(["A"])
    assert "不同意公开" in leaf.duty.text
    offered: list[str] = []
    page.deeds.recorded = lambda _case, event: offered.append(event.argument)
    prompts.answers = ["涉及公众健康"]
    press(page, "consult-overrule")
    party = desk.case_file.of(ConsultedParty, old.id)[0]
    assert (party.opinion, party.override_reason) == (Opinion.REFUSE, "涉及公众健康")
    assert offered == ["A"], "the letter to the third party is offered"
    assert "书面告知" in leaf.duty.text
    assert "涉及公众健康" in leaf.detail.text()


def test_a_party_is_written_down_afterwards(page: RequestsPage, old: Request, desk: Desk) -> None:
    event = an_event(old, kind=K.CONSULTATION_SENT, argument="A", date=LONG_AGO)
    desk.register.record(event, on=DAY)
    page.refresh(None)
    leaf = consultations(page)
    assert "未记明" in leaf.duty.text
    press(page, "consult-correct")
    dialog = opened(page, PartyDialog)
    assert not dialog.save_button.isEnabled()
    dialog.fields.kind.set_value(PartyKind.OTHER_AGENCY)
    dialog.fields.party.set_value("示例区财政局")
    dialog.save_button.click()
    (party,) = desk.case_file.of(ConsultedParty, old.id)
    assert (party.name, party.kind) == ("A", PartyKind.OTHER_AGENCY)


# ending


def test_contents_apart_decide_the_whole(page: RequestsPage, running: Request, desk: Desk) -> None:
    press(page, "close-request")
    dialog = opened(page, ClosingDialog)
    dialog.parts.add_button.click()
    first, second = dialog.parts.cards
    first.text.set_value("总额")
    first.outcome.set_value("OPEN")
    second.text.set_value("单价")
    second.outcome.set_value("D6")
    second.reason.set_value("过程性信息")
    assert dialog.outcome.value() == "PARTIAL"
    assert dialog.withheld.value() == "D6"
    assert "复议前置" in dialog.meaning.text()
    dialog.outcome.set_value("OPEN")
    assert not dialog.save_button.isEnabled()
    dialog.outcome.set_value("PARTIAL")
    dialog.save_button.click()
    request = case_of(desk, running).request
    assert [part.outcome for part in request.parts] == ["OPEN", "D6"]
    assert request.withheld_ground == "D6"


def test_what_does_not_exist_wants_a_search_and_a_delegate_its_name(
    page: RequestsPage, running: Request, desk: Desk
) -> None:
    press(page, "close-request")
    dialog = opened(page, ClosingDialog)
    dialog.outcome.set_value("U1a")
    assert "检索记录" in _below(dialog, "outcome")
    dialog.way.set_value(ServiceWay.DELEGATED)
    assert "行政机关" in _below(dialog, "service.agency")
    dialog.agency.set_value("示例镇人民政府")
    dialog.proof.set_value("送达回证，卷内第12页")
    dialog.save_button.click()
    service = case_of(desk, running).request.service
    assert service is not None
    assert (service.agency, service.proof) == ("示例镇人民政府", "送达回证，卷内第12页")


def test_a_correction_offers_its_own_results(page: RequestsPage, add: Add, desk: Desk) -> None:
    request = add(matter=Matter.CORRECTION)
    page.refresh(None)
    page.show_case(request.id)
    press(page, "close-request")
    dialog = opened(page, ClosingDialog)
    dialog.outcome.set_value("OPEN")
    assert dialog.outcome.value() == ""
    dialog.outcome.set_value("C1")
    assert "不计入" in dialog.meaning.text()
    dialog.save_button.click()
    assert case_of(desk, request).result == "予以更正"


# what lapsed


def lapsed(desk: Desk, request: Request) -> None:
    event = an_event(request, date=dt.date(2026, 10, 12), until=dt.date(2026, 11, 2))
    desk.register.record(event, on=DAY)


def test_what_lapsed_is_listed_before_it_is_closed(
    page: RequestsPage,
    old: Request,
    add: Add,
    desk: Desk,
    prompts: ScriptedPrompts,
    operations: Operations,
) -> None:
    lapsed(desk, old)
    other = add(number="2026-003", submitted=LONG_AGO, arrived=LONG_AGO, received=LONG_AGO)
    record_consultation(desk, other, PartyKind.THIRD_PARTY)
    page.refresh(None)
    press(page, "what-lapsed")
    dialog = opened(page, ProposalsDialog)
    assert [one.number for one in dialog.table.records.rows] == ["2026-003", "2026-002"]
    prompts.answers = [False]
    press_in(dialog, "close-lapsed")
    kind, _title, text = prompts.asked[-1]
    assert kind == "ask"
    assert "2026-002" in text
    assert "2026-003" not in text, "a silence closes nothing"
    assert not case_of(desk, old).closed
    prompts.answers = [True, True]
    press_in(dialog, "close-lapsed")
    assert case_of(desk, old).request.outcome == "X1"
    dialog.table.selectAll()
    press_in(dialog, "note-silences")
    assert desk.case_file.of(ConsultedParty, other.id)[0].opinion is Opinion.SILENT
    assert dialog.table.records.rows == []
    operations.undo()
    operations.undo()
    assert not case_of(desk, old).closed


def press_in(dialog: QDialog, name: str) -> None:
    action = dialog.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled()
    action.trigger()


def test_the_window_tells_what_lapsed_and_leads_there(
    page: RequestsPage, old: Request, desk: Desk
) -> None:
    led: list[Target] = []
    assert [n.name for n in standing_notices(desk, DAY, led.append)] == ["holidays-2027"]
    lapsed(desk, old)
    first = standing_notices(desk, DAY, led.append)[0]
    assert first.name == "lapsed"
    assert "1件" in first.text
    assert first.command is not None
    first.command.run()
    (target,) = led
    page.go_to(target)
    assert opened(page, ProposalsDialog).isVisible()
