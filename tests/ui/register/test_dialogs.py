"""Each dialog alone: what it marks, what it refuses, what it tells before it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.clock import How
from gongkai_desk.domain.closing import Closing
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.request import (
    ApplicantKind,
    Channel,
    EventKind,
    IdentityKind,
    Request,
    ServiceWay,
)
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.outcomes import outcomes
from gongkai_desk.services.procedure import StepEntry
from gongkai_desk.ui.pictures import interpreting_labels
from gongkai_desk.ui.register.closing_dialog import ClosingDialog
from gongkai_desk.ui.register.event_dialog import EventDialog
from gongkai_desk.ui.register.ledger import LedgerCalendar, day_words, mark_of
from gongkai_desk.ui.register.outcome_field import OutcomeField
from gongkai_desk.ui.register.request_dialog import RequestDialog
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.form import ProblemLine
from tests.builders import an_applicant, an_event
from tests.ui.conftest import DAY
from tests.ui.register.conftest import Add, case_of
from tests.ui.scripted import ScriptedPrompts

RECEIVED = dt.date(2026, 11, 9)


class Kept:
    """Takes what a dialog submits."""

    def __init__(self) -> None:
        self.drafts: list[object] = []

    def __call__(self, draft: object) -> Sequence[Problem]:
        self.drafts.append(draft)
        return ()


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def running(add: Add) -> Request:
    return add(number="2026-001", submitted=RECEIVED, arrived=RECEIVED, received=RECEIVED)


def problem_below(dialog: QWidget, name: str) -> str:
    line = dialog.findChild(ProblemLine, f"{name}-problem")
    assert line is not None
    return line.text if not line.isHidden() else ""


def request_dialog(
    desk: Desk,
    kept: Kept,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
    request: Request | None = None,
) -> RequestDialog:
    dialog = RequestDialog(desk=desk, submit=kept, prompts=prompts, today=DAY, request=request)
    qtbot.addWidget(dialog, before_close_func=QWidget.hide)
    dialog.show()
    return dialog


def event_dialog(
    desk: Desk,
    kept: Kept,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
    request: Request,
    kind: EventKind,
) -> EventDialog:
    dialog = EventDialog(
        case=case_of(desk, request),
        kind=kind,
        register=desk.register,
        submit=kept,
        prompts=prompts,
        today=DAY,
    )
    qtbot.addWidget(dialog, before_close_func=QWidget.hide)
    dialog.show()
    return dialog


def closing_dialog(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot, request: Request
) -> ClosingDialog:
    dialog = ClosingDialog(
        case=case_of(desk, request),
        register=desk.register,
        submit=kept,
        prompts=prompts,
        today=DAY,
    )
    qtbot.addWidget(dialog, before_close_func=QWidget.hide)
    dialog.show()
    return dialog


def fill(dialog: RequestDialog) -> None:
    dialog.form.channel.set_value(Channel.ONLINE)
    dialog.form.set_text("subject", "年度预算执行情况")
    dialog.form.set_text("applicant.name", "<img src=x>")


def test_an_empty_form_waits_without_complaint(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    dialog = request_dialog(desk, kept, prompts, qtbot)
    assert not dialog.save_button.isEnabled()
    assert not [line.text for line in dialog.findChildren(ProblemLine) if not line.isHidden()]
    assert dialog.form.text("number") == "2026-001"


def test_wrong_dates_are_marked_and_not_saved(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    dialog = request_dialog(desk, kept, prompts, qtbot)
    fill(dialog)
    dialog.form.date_field("arrived").set_date(DAY)
    dialog.form.date_field("received").set_date(dt.date(2026, 11, 18))
    assert "早于" in problem_below(dialog, "received")
    assert dialog.form.date_field("received").line.property("wrong") is True
    assert not dialog.save_button.isEnabled()
    dialog.accept()
    assert kept.drafts == []
    assert dialog.isVisible()
    dialog.form.date_field("received").line.setText("2026-13-40")
    assert not dialog.save_button.isEnabled()


def test_warnings_do_not_stop_and_the_due_date_is_told(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    dialog = request_dialog(desk, kept, prompts, qtbot)
    fill(dialog)
    dialog.form.date_field("received").set_date(DAY)
    assert "确认" in problem_below(dialog, "confirmed_by")
    assert dialog.due.badge.word == "答复期限：2026年12月18日（第20个工作日）"
    dialog.save_button.click()
    (draft,) = kept.drafts
    assert isinstance(draft, Request)
    assert draft.applicant.name == "<img src=x>"
    assert draft.received == DAY
    assert interpreting_labels(dialog) == []


def test_a_due_date_in_an_unknown_year_is_provisional(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot, add: Add
) -> None:
    request = add(submitted=DAY, arrived=DAY, received=DAY)
    extended = an_event(request, date=DAY, kind=EventKind.EXTENDED, argument="20")
    desk.register.record(extended, on=DAY)
    dialog = request_dialog(desk, kept, prompts, qtbot, request)
    assert "暂定" in dialog.due.badge.word


def test_fields_follow_kind_channel_and_agent(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    dialog = request_dialog(desk, kept, prompts, qtbot)
    form = dialog.form
    assert form.field("confirmed_by").isHidden()
    form.channel.set_value(Channel.FAX)
    assert not form.field("confirmed_by").isHidden()
    assert "第三十一条" in form.channel.words.text()
    form.kind.set_value(ApplicantKind.BUSINESS)
    assert not form.field("applicant.contact_person").isHidden()
    assert form.identity.value() is IdentityKind.CREDIT_CODE
    form.agent.setChecked(True)
    form.set_text("applicant.agent_name", "周维")
    form.agent.setChecked(False)
    assert dialog.draft().applicant.agent_name == ""


def test_a_wrong_identity_number_is_a_warning(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    dialog = request_dialog(desk, kept, prompts, qtbot)
    fill(dialog)
    dialog.form.set_text("applicant.identity_number", "370101199001011230")
    assert "校验位" in problem_below(dialog, "applicant.identity_number")
    assert dialog.save_button.isEnabled()


def test_the_receipt_date_of_the_law_is_offered(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    dialog = request_dialog(desk, kept, prompts, qtbot)
    fill(dialog)
    dialog.form.channel.set_value(Channel.REGISTERED_MAIL)
    dialog.form.date_field("arrived").set_date(DAY)
    assert dialog.adopt.isVisible()
    dialog.adopt.click()
    assert dialog.draft().received == DAY
    assert not dialog.adopt.isVisible()


def test_the_proposed_number_follows_the_year(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    dialog = request_dialog(desk, kept, prompts, qtbot)
    dialog.form.date_field("received").set_date(dt.date(2025, 12, 30))
    assert dialog.form.text("number") == "2025-001"
    dialog.form.set_text("number", "政公2025-7")
    dialog.form.date_field("received").set_date(DAY)
    assert dialog.form.text("number") == "政公2025-7"


def test_a_request_comes_back_as_it_was(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot, add: Add
) -> None:
    applicant = an_applicant(
        name="云海测绘有限公司",
        kind=ApplicantKind.BUSINESS,
        contact_person="高明",
        agent_name="周维",
        agent_authority="授权委托书",
    )
    request = add(applicant=applicant, tags=("预算", "公开"), note="一\n二")
    dialog = request_dialog(desk, kept, prompts, qtbot, request)
    assert dialog.draft() == request


def test_throwing_input_away_is_asked(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    dialog = request_dialog(desk, kept, prompts, qtbot)
    fill(dialog)
    prompts.answers = [False, True]
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_enter_inside_an_input_method_does_not_submit(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    dialog = request_dialog(desk, kept, prompts, qtbot)
    fill(dialog)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.form.field("applicant.name").setFocus()
    line = QApplication.focusWidget()  # an input method speaks to it alone
    assert line is not None
    QApplication.sendEvent(line, QInputMethodEvent("lin", []))
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert kept.drafts == []
    QApplication.sendEvent(line, QInputMethodEvent("", []))
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert len(kept.drafts) == 1


def test_an_extension_shows_its_effect_and_its_limits(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot, running: Request
) -> None:
    dialog = event_dialog(desk, kept, prompts, qtbot, running, EventKind.EXTENDED)
    number = dialog.form.field("argument")
    QTest.keyClick(number, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(number, "10")
    assert dialog.effect.headline.text() == "答复期限将由2026年12月7日变为2026年12月21日"
    QTest.keyClicks(number, "0")
    assert not dialog.save_button.isEnabled()
    assert "20" in problem_below(dialog, "argument")
    QTest.keyClick(number, Qt.Key.Key_Backspace)
    dialog.save_button.click()
    (entry,) = kept.drafts
    assert isinstance(entry, StepEntry)
    event = entry.event
    assert (event.kind, event.argument, event.date) == (EventKind.EXTENDED, "10", DAY)


def test_a_late_clarification_is_warned_of_but_possible(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot, add: Add
) -> None:
    day = dt.date(2026, 11, 2)
    request = add(submitted=day, arrived=day, received=day)
    kind = EventKind.CLARIFICATION_REQUESTED
    dialog = event_dialog(desk, kept, prompts, qtbot, request, kind)
    assert "7个工作日" in dialog.effect.warnings.text.replace(" ", "")
    assert dialog.save_button.isEnabled()


def test_dates_outside_the_case_are_refused(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot, running: Request
) -> None:
    kind = EventKind.CLARIFICATION_REQUESTED
    dialog = event_dialog(desk, kept, prompts, qtbot, running, kind)
    dialog.date.set_date(RECEIVED - dt.timedelta(days=1))
    assert problem_below(dialog, "date")
    assert dialog.effect.headline.text() == "填写完整后在此显示。"
    dialog.date.set_date(DAY + dt.timedelta(days=1))
    assert problem_below(dialog, "date")
    assert not dialog.save_button.isEnabled()


def test_an_answer_names_the_consultation_it_belongs_to(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot, running: Request
) -> None:
    for name in ("A", "B"):
        sent = an_event(
            running, date=dt.date(2026, 11, 12), kind=EventKind.CONSULTATION_SENT, argument=name
        )
        desk.register.record(sent, on=DAY)
    kind = EventKind.CONSULTATION_ANSWERED
    dialog = event_dialog(desk, kept, prompts, qtbot, running, kind)
    choice = dialog.form.field("argument")
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert dialog.draft().event.argument == "B"


def test_a_date_set_by_hand_needs_a_reason(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot, running: Request
) -> None:
    dialog = event_dialog(desk, kept, prompts, qtbot, running, EventKind.DUE_OVERRIDDEN)
    due = dialog.argument
    assert isinstance(due, DateField)
    due.set_date(dt.date(2026, 12, 14))
    assert problem_below(dialog, "note")
    dialog.note.set_value("系统停用一周")
    assert dialog.save_button.isEnabled()
    assert dialog.effect.headline.text().endswith("2026年12月14日")


def test_closing_tells_the_day_that_counts(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot, running: Request
) -> None:
    dialog = closing_dialog(desk, kept, prompts, qtbot, running)
    dialog.outcome.set_value("D4")
    assert "年报表三第8行" in dialog.meaning.text()
    assert problem_below(dialog, "reason")
    dialog.way.set_value(ServiceWay.MAIL)
    assert "按时" in dialog.effect.headline.text()
    assert "交邮" in dialog.effect.reason.text()
    assert problem_below(dialog, "service.mail_number")
    dialog.posted.set_date(None)
    assert not dialog.save_button.isEnabled()
    dialog.posted.set_date(DAY)
    dialog.save_button.click()
    (closing,) = kept.drafts
    assert isinstance(closing, Closing)
    assert closing.day == DAY


def test_closing_late_says_so(
    desk: Desk, kept: Kept, prompts: ScriptedPrompts, qtbot: QtBot, add: Add
) -> None:
    day = dt.date(2026, 10, 12)
    request = add(submitted=day, arrived=day, received=day)
    dialog = closing_dialog(desk, kept, prompts, qtbot, request)
    dialog.outcome.set_value("OPEN")
    dialog.way.set_value(ServiceWay.IN_PERSON)
    assert "已逾期" in dialog.effect.headline.text()
    assert "签收" in dialog.effect.reason.text()


def test_every_outcome_can_be_chosen_and_no_heading(qtbot: QtBot) -> None:
    field = OutcomeField(outcomes())
    qtbot.addWidget(field)
    for code in outcomes():
        field.set_value(code)
        assert field.value() == code
    field.set_value("")
    seen = set()
    for _step in range(field.count()):
        QTest.keyClick(field, Qt.Key.Key_Down)
        seen.add(field.value())
    assert seen == set(outcomes())


def test_the_ledger_marks_rest_makeup_and_consultation(desk: Desk, add: Add, qtbot: QtBot) -> None:
    day = dt.date(2026, 9, 18)
    request = add(submitted=day, arrived=day, received=day)
    sent = dt.date(2026, 9, 21)
    for kind, date in (
        (EventKind.CONSULTATION_SENT, sent),
        (EventKind.CONSULTATION_ANSWERED, dt.date(2026, 9, 23)),
    ):
        desk.register.record(an_event(request, date=date, kind=kind, argument="A"), on=DAY)
    clock = desk.register.explain(request.id, DAY).clock
    ledger = LedgerCalendar(clock.days, clock.due)
    qtbot.addWidget(ledger)
    marks = ledger.marks
    assert marks[day] == "收到"
    assert marks[dt.date(2026, 9, 20)] == "1 班"
    assert marks[dt.date(2026, 9, 22)] == "中止"
    assert marks[dt.date(2026, 10, 1)] == "休"
    counted = [each for each in clock.days if each.how is How.COUNTED]
    assert mark_of(counted[-1]).startswith("20")
    assert "答复期限" in day_words(counted[-1], due=True)


def test_no_day_is_shown_as_counted_while_the_applicant_must_act(
    desk: Desk, running: Request
) -> None:
    asked = dt.date(2026, 11, 12)
    desk.register.record(an_event(running, date=asked), on=DAY)
    days = desk.register.explain(running.id, DAY).clock.days
    assert [mark_of(day) for day in days] == ["收到", "1", "2", "3"]
    assert days[-1].date == asked


def test_the_ledger_is_spoken(desk: Desk, running: Request, qtbot: QtBot) -> None:
    clock = desk.register.explain(running.id, DAY).clock
    ledger = LedgerCalendar(clock.days, clock.due)
    qtbot.addWidget(ledger)
    ledger.show()
    spoken = "\n".join(each.accessibleDescription() for each in ledger.findChildren(QWidget))
    assert "第20个工作日" in spoken
