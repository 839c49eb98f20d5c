"""Disputes through their service, on a real office file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from gongkai_desk.domain.case import Status
from gongkai_desk.domain.case_file import Dispute, DisputeKind, DisputeResult
from gongkai_desk.domain.disputes import Due, DueState
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.report import Disputes
from gongkai_desk.domain.request import EventKind, Request
from gongkai_desk.services.desk import Desk
from gongkai_desk.storage.database import Database
from gongkai_desk.texts import operation, sentence
from tests.builders import a_dispute, a_request, an_attachment

D = dt.date
TODAY = D(2026, 11, 20)


@pytest.fixture
def request_(desk: Desk) -> Request:
    """Received on 18 September, refused as an internal matter on 15 October."""
    request = a_request(number="2026-001")
    desk.register.add(request, on=TODAY)
    desk.register.close(
        request.id, outcome="D5", reason="内部事务", dated=D(2026, 10, 15), on=TODAY
    )
    return request


def refusal(act: Callable[[], object]) -> list[str]:
    with pytest.raises(DomainError) as refused:
        act()
    assert all(sentence(problem) for problem in refused.value.problems)
    return [problem.code for problem in refused.value.problems]


def corrected(request: Request, **values: object) -> Dispute:
    dispute = a_dispute(
        request,
        answered_on=D(2026, 11, 6),
        decided_on=D(2026, 11, 16),
        result=DisputeResult.CORRECTED,
        decision_number="云政复决〔2026〕7号",
    )
    return replace(dispute, **values)  # type: ignore[arg-type]


def test_a_dispute_is_kept_corrected_and_removed(desk: Desk, request_: Request) -> None:
    dispute = a_dispute(request_, tags=("征地拆迁", "征地拆迁"))
    changes = desk.disputes.add(dispute, on=TODAY)
    assert operation(changes.operation)
    (kept,) = desk.disputes.of(request_.id)
    assert kept.tags == ("征地拆迁",)
    desk.disputes.save(replace(kept, answered_on=D(2026, 11, 9)), on=TODAY)
    assert desk.disputes.get(kept.id).answered_on == D(2026, 11, 9)
    desk.disputes.remove(kept.id)
    assert desk.disputes.of(request_.id) == []
    desk.history.undo()
    assert desk.disputes.of(request_.id)


def test_what_is_wrong_is_refused_and_nothing_is_written(desk: Desk, request_: Request) -> None:
    wrong = a_dispute(request_, authority="", decided_on=D(2026, 11, 1))
    assert refusal(lambda: desk.disputes.add(wrong, on=TODAY)) == [
        "dispute-authority-missing",
        "dispute-date-before-receipt",
        "dispute-result-missing",
    ]
    assert desk.disputes.of(request_.id) == []


def test_what_a_suit_follows_cannot_be_removed(desk: Desk, request_: Request) -> None:
    first = corrected(request_, result=DisputeResult.UPHELD)
    desk.disputes.add(first, on=TODAY)
    suit = a_dispute(
        request_,
        kind=DisputeKind.LITIGATION,
        received_on=D(2026, 11, 18),
        after_id=first.id,
        authority="云海区人民法院",
    )
    desk.disputes.add(suit, on=TODAY)
    assert refusal(lambda: desk.disputes.remove(first.id)) == ["dispute-is-followed"]
    desk.disputes.remove(suit.id)
    desk.disputes.remove(first.id)


def test_removing_takes_the_attachments_along(desk: Desk, request_: Request) -> None:
    dispute = a_dispute(request_)
    desk.disputes.add(dispute, on=TODAY)
    database: Database = desk._database
    with database.write("attach-file") as work:
        work.attach(an_attachment(dispute.id, b"pdf"), b"pdf")
    desk.disputes.remove(dispute.id)
    assert database.read(Attachment) == []


def test_running_ones_come_by_their_next_deadline(desk: Desk, request_: Request) -> None:
    soon = a_dispute(request_, id="soon", received_on=D(2026, 11, 16))
    answered = a_dispute(request_, id="answered", answered_on=D(2026, 11, 6))
    late = a_dispute(request_, id="late")
    over = corrected(request_, id="over", result=DisputeResult.UPHELD)
    for dispute in (over, answered, soon, late):
        desk.disputes.add(dispute, on=TODAY)
    rows = desk.disputes.rows(only_running=True)
    assert [row.id for row in rows] == ["late", "soon", "answered"]
    assert [row.next and row.next.state(TODAY) for row in rows] == [
        DueState.LATE,
        DueState.SOON,
        None,
    ]
    assert [row.id for row in desk.disputes.rows()] == ["late", "soon", "answered", "over"]


def test_the_answer_ends_the_deadline_of_the_redecision(desk: Desk, request_: Request) -> None:
    dispute = corrected(request_, redecide_by=D(2026, 12, 10))
    desk.disputes.add(dispute, on=TODAY)
    desk.disputes.order_redecision(dispute, began=D(2026, 11, 17), on=TODAY)
    case = desk.register.get(request_.id, TODAY)
    assert (case.status, case.due) == (Status.RUNNING, D(2026, 12, 10))
    (row,) = desk.disputes.rows(only_running=True)
    assert row.next is not None
    assert row.next.what is Due.REDECISION
    desk.register.close(request_.id, outcome="OPEN", dated=TODAY, on=TODAY)
    assert desk.disputes.rows(only_running=True) == []


def test_decision_and_redecision_are_one_write(desk: Desk, request_: Request) -> None:
    open_one = a_dispute(request_)
    desk.disputes.add(open_one, on=TODAY)
    before = desk.register.get(request_.id, TODAY)
    decided = corrected(request_, id=open_one.id)
    changes = desk.disputes.order_redecision(decided, began=D(2026, 11, 17), on=TODAY, actor="周")
    assert len(changes.edits) == 3
    case = desk.register.get(request_.id, TODAY)
    event = case.events[-1]
    assert (event.kind, event.argument, event.actor) == (EventKind.REDECISION_ORDERED, "", "周")
    assert event.note == "云海区人民政府 云政复决〔2026〕7号"
    assert case.due == D(2026, 12, 15)
    desk.history.undo()
    assert desk.register.get(request_.id, TODAY) == before
    assert desk.disputes.get(open_one.id) == open_one


def test_no_redecision_without_a_decision_that_corrects(desk: Desk, request_: Request) -> None:
    upheld = corrected(request_, result=DisputeResult.UPHELD)
    began = D(2026, 11, 17)
    order = desk.disputes.order_redecision
    assert refusal(lambda: order(upheld, began=began, on=TODAY)) == ["dispute-not-corrected"]
    early = corrected(request_)
    refused = refusal(lambda: order(early, began=D(2026, 11, 13), on=TODAY))
    assert refused == ["dispute-redecision-too-early"]
    order(early, began=began, on=TODAY)
    assert refusal(lambda: order(early, began=began, on=TODAY)) == ["dispute-case-open"]


def test_the_limits_of_the_applicant_follow_the_answer(desk: Desk, request_: Request) -> None:
    case = desk.register.get(request_.id, TODAY)
    (limit,) = desk.disputes.limits(case)
    assert (limit.what, limit.due) == (Due.APPLICANT_RECONSIDERATION, D(2026, 12, 14))
    other = a_request()
    desk.register.add(other, on=TODAY)
    assert desk.disputes.limits(desk.register.get(other.id, TODAY)) == ()


def test_the_library_is_searched_by_words_and_tags(desk: Desk, request_: Request) -> None:
    for number, (lesson, tags, kept) in enumerate(
        (
            ("检索记录要留痕", ("城市管理",), True),
            ("答复书须写明ＷＰＳ附件", ("征地拆迁", "城市管理"), True),
            ("未入库", ("征地拆迁",), False),
        )
    ):
        desk.disputes.add(
            a_dispute(request_, id=str(number), lesson=lesson, tags=tags, in_library=kept),
            on=TODAY,
        )
    ids = [row.id for row in desk.disputes.library()]
    assert ids == ["0", "1"]
    assert [row.id for row in desk.disputes.library("wps")] == ["1"]
    assert [row.id for row in desk.disputes.library("2026-001", "征地拆迁")] == ["1"]
    assert desk.disputes.library("没有") == []
    assert desk.disputes.library_tags() == ["城市管理", "征地拆迁"]


def test_table_four_is_counted(desk: Desk, request_: Request) -> None:
    dispute = corrected(request_)
    desk.disputes.add(dispute, on=TODAY)
    counted = desk.disputes.counted(2026)
    assert counted.numbers == Disputes(reconsideration=(0, 1, 0, 0, 1))
    assert counted.ids["reconsideration", 1] == (dispute.id,)
    report = desk.reporting.report(desk.reporting.draft(2026))
    assert report.counted_disputes.numbers == report.figures.disputes == counted.numbers
