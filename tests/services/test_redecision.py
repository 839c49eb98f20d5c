"""The register and a re-decision: endings kept, counted once, voided, closed again, undone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai_desk.domain.case import Case, Group, Status
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import EventKind, Request, Service, ServiceWay
from gongkai_desk.services.desk import Desk
from tests.builders import a_request, an_event

D = dt.date
K = EventKind
RECEIVED, ANSWERED, ORDERED = D(2025, 11, 3), D(2025, 11, 20), D(2026, 3, 9)
TODAY = D(2026, 3, 20)
POSTED = Service(way=ServiceWay.MAIL, posted_on=ANSWERED, mail_number="EMS1")
FIRST: dict[str, Any] = {
    "outcome": "D5",
    "reason": "属于内部事务信息。",
    "reply_number": "云司公复〔2025〕8号",
    "service": POSTED,
}


@pytest.fixture
def answered(desk: Desk) -> Request:
    """A request refused in 2025."""
    request = a_request(number="2025-008", received=RECEIVED, arrived=RECEIVED, submitted=RECEIVED)
    desk.register.add(request, on=RECEIVED)
    desk.register.close(request.id, on=ANSWERED, **FIRST)
    return request


def order(desk: Desk, request: Request, argument: str = "") -> str:
    event = an_event(
        request, date=ORDERED, kind=K.REDECISION_ORDERED, argument=argument, note="复议决定"
    )
    desk.register.record(event, on=TODAY)
    return event.id


def case(desk: Desk, request: Request, as_of: dt.date = TODAY) -> Case:
    return desk.register.get(request.id, as_of)


def test_the_case_is_open_again_and_the_first_answer_is_kept(desk: Desk, answered: Request) -> None:
    order(desk, answered)
    now = case(desk, answered)
    assert (now.status, now.due) == (Status.RUNNING, D(2026, 4, 7))
    assert now in desk.register.overview(TODAY)[Group.OPEN]
    (ending,) = now.request.endings
    assert (ending.closed_on, ending.outcome, ending.service) == (ANSWERED, "D5", POSTED)
    assert (ending.reason, ending.reply_number) == (FIRST["reason"], FIRST["reply_number"])
    assert (now.request.outcome, now.request.service, now.request.reply_number) == ("", None, "")
    assert now.result == ""


def test_the_day_ordered_is_the_due_date(desk: Desk, answered: Request) -> None:
    order(desk, answered, "2026-04-30")
    assert case(desk, answered).due == D(2026, 4, 30)


def test_the_report_counts_the_first_answer_once(desk: Desk, answered: Request) -> None:
    before = {year: desk.reporting.counted(year).requests for year in (2025, 2026)}
    assert before[2025][9][6] == 1
    order(desk, answered)
    assert {year: desk.reporting.counted(year).requests for year in (2025, 2026)} == before
    desk.register.close(
        answered.id, outcome="OPEN", reply_number="云司公复〔2026〕2号", dated=TODAY, on=TODAY
    )
    again = {year: desk.reporting.counted(year).requests for year in (2025, 2026)}
    assert again == before
    assert not desk.reporting.counted(2026).not_counted


def test_it_can_be_closed_again_with_another_outcome(desk: Desk, answered: Request) -> None:
    order(desk, answered)
    desk.register.close(
        answered.id, outcome="OPEN", reply_number="云司公复〔2026〕2号", dated=TODAY, on=TODAY
    )
    now = case(desk, answered)
    assert (now.status, now.closed_on, now.request.outcome) == (Status.CLOSED, TODAY, "OPEN")
    assert [ending.outcome for ending in now.request.endings] == ["D5"]
    second = an_event(answered, date=TODAY, kind=K.REDECISION_ORDERED)
    with pytest.raises(DomainError):
        desk.register.record(second, on=TODAY)  # on the day of the answer: none is that quick
    later = an_event(answered, date=D(2026, 6, 1), kind=K.REDECISION_ORDERED)
    desk.register.record(later, on=D(2026, 6, 1))
    endings = case(desk, answered, D(2026, 6, 1)).request.endings
    assert [ending.outcome for ending in endings] == ["D5", "OPEN"]


def test_a_voided_order_puts_the_ending_back(desk: Desk, answered: Request) -> None:
    before = case(desk, answered)
    event_id = order(desk, answered)
    desk.register.void(event_id, TODAY, "登记错误")
    after = case(desk, answered)
    assert after.request == before.request
    assert (after.status, after.closed_on, after.result) == (
        before.status,
        before.closed_on,
        before.result,
    )
    assert [event.kind for event in after.events if not event.counts] == [K.REDECISION_ORDERED]
    assert order(desk, answered), "and it can be ordered after all"


def test_undo_and_redo_are_one_step(desk: Desk, answered: Request) -> None:
    before = case(desk, answered)
    order(desk, answered)
    opened = case(desk, answered)
    desk.history.undo()
    assert case(desk, answered) == before
    desk.history.redo()
    assert case(desk, answered) == opened


def test_reopening_after_the_second_answer_leaves_the_first_alone(
    desk: Desk, answered: Request
) -> None:
    order(desk, answered)
    opened = case(desk, answered)
    desk.register.close(answered.id, outcome="OPEN", dated=TODAY, on=TODAY)
    desk.register.reopen(answered.id, TODAY, "文号填错")
    now = case(desk, answered)
    assert (now.status, now.due) == (Status.RUNNING, opened.due)
    assert now.request.endings == opened.request.endings


def test_the_first_answer_is_counted_and_can_be_put_right(desk: Desk, answered: Request) -> None:
    order(desk, answered)
    before = case(desk, answered)
    with pytest.raises(DomainError) as refused:
        desk.register.correct_first_answer(answered.id, "", on=TODAY, because=" ")
    assert [one.code for one in refused.value.problems] == ["reason-missing", "outcome-missing"]
    desk.register.correct_first_answer(answered.id, "D6", on=TODAY, because="选错")
    counted = desk.reporting.counted(2025).requests
    assert (counted[9][6], counted[10][6]) == (0, 1)
    now = case(desk, answered)
    assert (now.status, now.due, len(now.events)) == (before.status, before.due, 3)
    assert now.request.endings[0].reason == FIRST["reason"]
    desk.history.undo()
    assert case(desk, answered) == before
