"""The register through its service, on a real office file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.case import Case, Group, Query, Status
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.closing import Closing
from gongkai_desk.domain.holiday_notice import HolidayNotice
from gongkai_desk.domain.problems import DomainError, Severity
from gongkai_desk.domain.request import (
    Channel,
    EventKind,
    Request,
    RequestEvent,
    Service,
    ServiceWay,
)
from gongkai_desk.domain.request_steps import next_consultation, open_consultations
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.outcomes import outcomes
from gongkai_desk.texts import operation, sentence
from gongkai_desk.wording.register import OPERATIONS
from tests.builders import a_request, an_applicant, an_event

K = EventKind
START = dt.date(2026, 9, 18)
TODAY = dt.date(2026, 10, 15)
POSTED = Service(way=ServiceWay.MAIL, posted_on=dt.date(2026, 10, 12), mail_number="EMS1")


@pytest.fixture
def request_(desk: Desk) -> Request:
    request = a_request(number="2026-001")
    desk.register.add(request, on=TODAY)
    return request


def refusal(act: Callable[[], object]) -> list[str]:
    with pytest.raises(DomainError) as refused:
        act()
    assert all(sentence(problem) for problem in refused.value.problems)
    return [problem.code for problem in refused.value.problems]


def case_of(desk: Desk, request: Request, as_of: dt.date = TODAY) -> Case:
    return desk.register.get(request.id, as_of)


# entering


def test_numbers_go_on_without_gaps(desk: Desk) -> None:
    register = desk.register
    assert register.next_number(2026) == "2026-001"
    register.add(a_request(number=""), on=TODAY)
    register.add(a_request(number="2026-009"), on=TODAY)
    register.add(a_request(number="信公开2026-077"), on=TODAY)
    register.add(a_request(number=" "), on=TODAY)
    assert [case.request.number for case in register.rows(Query(), TODAY)] == [
        "2026-001",
        "2026-009",
        "信公开2026-077",
        "2026-010",
    ]
    assert register.next_number(2025) == "2025-001"


def test_a_taken_number_is_refused_naming_the_other_case(desk: Desk, request_: Request) -> None:
    other = a_request(number="2026-001 ")
    with pytest.raises(DomainError) as refused:
        desk.register.add(other, on=TODAY)
    (problem,) = refused.value.problems
    assert (problem.code, problem.field) == ("number-taken", "number")
    assert request_.applicant.name in sentence(problem)
    assert len(desk.register.rows(Query(), TODAY)) == 1


def test_a_request_that_cannot_be_kept_leaves_no_trace(desk: Desk) -> None:
    bad = a_request(subject="", channel=Channel.UNSPECIFIED)
    assert refusal(lambda: desk.register.add(bad, on=TODAY)) == [
        "subject-missing",
        "channel-missing",
    ]
    assert desk.register.rows(Query(), TODAY) == []


def test_the_clock_starts_with_the_confirmation(desk: Desk) -> None:
    request = a_request(channel=Channel.EMAIL, received=None)
    desk.register.add(request, on=TODAY)
    assert case_of(desk, request).status is Status.UNCONFIRMED
    assert case_of(desk, request).clock is None
    day = dt.date(2026, 9, 19)  # a Saturday
    incomplete = refusal(
        lambda: desk.register.confirm_receipt(request.id, received=day, by="", how="", on=TODAY)
    )
    assert incomplete == ["confirmation-incomplete"] * 2
    desk.register.confirm_receipt(request.id, received=day, by="周宁", how="电话", on=TODAY)
    case = case_of(desk, request)
    assert (case.status, case.due) == (Status.RUNNING, dt.date(2026, 10, 22))
    assert case.request.confirmed_by == "周宁"


def test_saving_cannot_smuggle_an_outcome_in(desk: Desk, request_: Request) -> None:
    desk.register.save(replace(request_, handler="法制科"), on=TODAY)
    assert case_of(desk, request_).request.handler == "法制科"
    sly = replace(request_, outcome="OPEN")
    assert refusal(lambda: desk.register.save(sly, on=TODAY)) == ["outcome-by-closing"]
    nameless = replace(request_, number=" ")
    assert refusal(lambda: desk.register.save(nameless, on=TODAY)) == ["number-missing"]


# recording


def test_an_extension_is_previewed_then_recorded(desk: Desk, request_: Request) -> None:
    event = an_event(request_, date=dt.date(2026, 10, 12), kind=K.EXTENDED, argument="20")
    preview = desk.register.preview(case_of(desk, request_), event, TODAY)
    assert (preview.before.due, preview.after.due) == (
        dt.date(2026, 10, 22),
        dt.date(2026, 11, 19),
    )
    assert preview.new_warnings == ()
    assert case_of(desk, request_).events == ()
    changes = desk.register.record(event, on=TODAY)
    assert changes.operation == "record-extended"
    assert case_of(desk, request_).due == dt.date(2026, 11, 19)


def test_a_preview_warns_of_what_is_merely_late(desk: Desk, request_: Request) -> None:
    event = an_event(request_, date=dt.date(2026, 10, 14))
    preview = desk.register.preview(case_of(desk, request_), event, TODAY)
    assert [one.code for one in preview.new_warnings] == ["clarification-late"]
    desk.register.record(event, on=TODAY)
    assert case_of(desk, request_).status is Status.AWAITING_CLARIFICATION


def test_a_refused_event_is_not_recorded(desk: Desk, request_: Request) -> None:
    late = an_event(request_, date=dt.date(2026, 10, 16))
    assert refusal(lambda: desk.register.record(late, on=TODAY)) == ["event-after-today"]
    reply = an_event(request_, kind=K.REPLIED)
    assert refusal(lambda: desk.register.record(reply, on=TODAY)) == ["reply-by-closing"]
    assert case_of(desk, request_).events == ()


def test_a_voided_event_stays_in_the_timeline(desk: Desk, request_: Request) -> None:
    event = an_event(request_, date=dt.date(2026, 10, 12), kind=K.EXTENDED, argument="20")
    desk.register.record(event, on=TODAY)
    desk.register.void(event.id, TODAY, "录错案件")
    case = case_of(desk, request_)
    assert case.due == dt.date(2026, 10, 22)
    assert [(one.id, one.voided_on, one.voided_because) for one in case.timeline] == [
        (event.id, TODAY, "录错案件")
    ]
    again = replace(event, id="another", argument="10")
    desk.register.record(again, on=TODAY)
    assert case_of(desk, request_).due == dt.date(2026, 11, 5)


@pytest.mark.parametrize(
    ("before", "kind", "code"),
    [
        ([K.CLARIFICATION_REQUESTED], K.CLARIFICATION_LAPSED, "X1"),
        ([K.FEE_NOTICED], K.FEE_LAPSED, "X2"),
        ([], K.WITHDRAWN, "X3"),
    ],
)
def test_a_lapse_closes_with_the_outcome_it_forces(
    desk: Desk, request_: Request, before: list[EventKind], kind: EventKind, code: str
) -> None:
    for earlier in before:
        desk.register.record(an_event(request_, kind=earlier), on=TODAY)
    ending = an_event(request_, kind=kind, date=dt.date(2026, 10, 14), note="电话告知")
    desk.register.record(ending, on=TODAY)
    case = case_of(desk, request_)
    assert (case.status, case.request.outcome) == (Status.CLOSED, code)
    assert case.row == outcomes()[code].row
    assert case.request.outcome_reason == "电话告知"


# closing


@pytest.mark.parametrize("code", list(outcomes()))
def test_every_outcome_can_end_a_case(desk: Desk, request_: Request, code: str) -> None:
    needed = {"X1": K.CLARIFICATION_REQUESTED, "X2": K.FEE_NOTICED}
    if code in needed:
        desk.register.record(an_event(request_, kind=needed[code]), on=TODAY)
    desk.register.close(request_.id, outcome=code, reason="理由", on=TODAY)
    case = case_of(desk, request_)
    assert case.closed
    assert case.outcome == outcomes()[code]
    assert case.result
    (counted,) = desk.register.cases()
    assert (counted.row, counted.closed_on) == (outcomes()[code].row, TODAY)
    assert [event.kind for event in case.timeline][-1] is outcomes()[code].closed_by


@pytest.mark.parametrize(
    ("service", "day"),
    [
        (POSTED, dt.date(2026, 10, 12)),
        (replace(POSTED, signed_on=dt.date(2026, 10, 14)), dt.date(2026, 10, 12)),
        (Service(way=ServiceWay.EMAIL, posted_on=dt.date(2026, 10, 13)), dt.date(2026, 10, 13)),
        (
            Service(
                way=ServiceWay.IN_PERSON,
                posted_on=dt.date(2026, 10, 12),
                signed_on=dt.date(2026, 10, 14),
            ),
            dt.date(2026, 10, 14),
        ),
        (None, TODAY),
    ],
)
def test_the_way_of_service_decides_the_day(
    desk: Desk, request_: Request, service: Service | None, day: dt.date
) -> None:
    desk.register.close(request_.id, outcome="OPEN", service=service, on=TODAY)
    assert case_of(desk, request_).closed_on == day


def test_what_stands_in_the_way_of_closing(desk: Desk, request_: Request) -> None:
    def problems(severity: Severity, **values: Any) -> dict[str, str]:
        found = desk.register.check_closing(request_.id, Closing(**values), TODAY)
        assert all(sentence(one) for one in found)
        return {one.code: one.field for one in found if one.severity is severity}

    handed = Service(way=ServiceWay.DELEGATED)
    future = replace(POSTED, posted_on=dt.date(2026, 10, 16))
    assert problems(Severity.ERROR) == {
        "outcome-missing": "outcome",
        "closing-day-missing": "dated",
    }
    assert problems(Severity.ERROR, outcome="Z9", dated=TODAY) == {"outcome-unknown": "outcome"}
    assert problems(Severity.ERROR, outcome="OPEN", service=handed) == {
        "closing-day-missing": "service.signed_on"
    }
    assert problems(Severity.ERROR, outcome="OPEN", service=future) == {"event-after-today": "date"}
    assert problems(Severity.ERROR, outcome="X1", dated=TODAY) == {
        "clarification-not-requested": ""
    }
    assert problems(Severity.WARNING, outcome="D5", dated=TODAY) == {
        "outcome-reason-missing": "reason",
        "reply-number-missing": "reply_number",
        "service-missing": "service",
    }
    complete = Closing(outcome="D5", reason="x", reply_number="1", service=POSTED)
    assert desk.register.check_closing(request_.id, complete, TODAY) == []


def test_a_closed_case_takes_nothing_more_until_it_is_reopened(
    desk: Desk, request_: Request
) -> None:
    register = desk.register
    assert refusal(lambda: register.reopen(request_.id, TODAY, "x")) == ["case-not-closed"]
    register.close(request_.id, outcome="D5", reason="内部事务", service=POSTED, on=TODAY)
    event = an_event(request_, date=TODAY, kind=K.EXTENDED, argument="5")
    assert refusal(lambda: register.record(event, on=TODAY)) == ["event-on-closed-case"]
    again = refusal(lambda: register.close(request_.id, outcome="OPEN", on=TODAY))
    assert again == ["event-on-closed-case"]
    ending = case_of(desk, request_).events[0]
    assert refusal(lambda: register.void(ending.id, TODAY, "x")) == ["void-by-reopening"]
    assert refusal(lambda: register.reopen(request_.id, TODAY, " ")) == ["reason-missing"]
    register.reopen(request_.id, TODAY, "复议决定责令重新答复")
    case = case_of(desk, request_)
    assert (case.status, case.request.outcome, case.request.service) == (Status.RUNNING, "", None)
    assert case.events[0].voided_because == "复议决定责令重新答复"
    register.record(event, on=TODAY)


def test_a_wrong_result_is_corrected_and_the_former_one_kept(desk: Desk, request_: Request) -> None:
    register = desk.register
    right = Closing(outcome="OPEN", reply_number="云司公开告〔2026〕1号", service=POSTED)

    def correct(because: str, closing: Closing = right) -> list[str]:
        return refusal(
            lambda: register.correct_ending(request_.id, closing, on=TODAY, because=because)
        )

    assert correct("选错") == ["case-not-closed"]
    register.close(request_.id, outcome="D5", reason="内部事务", dated=POSTED.counts_on, on=TODAY)
    before = case_of(desk, request_)
    assert correct(" ") == ["reason-missing"]
    early = replace(right, service=None, dated=dt.date(2026, 1, 5))
    assert correct("选错", early) == ["event-before-receipt"]
    assert case_of(desk, request_) == before
    register.correct_ending(request_.id, right, on=TODAY, because="结果选错")
    case = case_of(desk, request_)
    assert (case.request.outcome, case.row, case.closed_on) == ("OPEN", 3, POSTED.counts_on)
    assert sorted(one.voided_because for one in case.events) == ["", "结果选错"]
    desk.history.undo()
    assert case_of(desk, request_) == before


def test_before_its_closing_a_case_was_open(desk: Desk, request_: Request) -> None:
    desk.register.close(request_.id, outcome="OPEN", service=POSTED, on=TODAY)
    earlier = case_of(desk, request_, dt.date(2026, 10, 9))
    assert (earlier.status, earlier.result, earlier.row) == (Status.RUNNING, "", None)


# asking


def test_the_list_searches_and_filters(desk: Desk) -> None:
    register = desk.register
    ours = a_request(
        number="2026-001",
        applicant=an_applicant(name="李𬱖"),
        subject="ＡＢＣ项目预算",
        tags=("重点",),
        platform_number="WH-77",
    )
    last_year = a_request(
        number="2025-003", submitted=None, arrived=None, received=dt.date(2025, 12, 25)
    )
    undated = a_request(number="2026-002", submitted=None, arrived=None, received=None)
    for request in (ours, last_year, undated):
        register.add(request, on=TODAY)

    def numbers(**values: Any) -> list[str]:
        return [case.request.number for case in register.rows(Query(**values), TODAY)]

    assert numbers() == ["2026-001", "2025-003", "2026-002"]
    assert numbers(year=2025) == ["2025-003", "2026-002"]  # without a date it may be any year's
    assert numbers(status=Status.UNCONFIRMED) == ["2026-002"]
    for text in ("𬱖", "abc项目", "重点", "wh-77", " 2026-001 "):
        assert numbers(text=text) == ["2026-001"], text
    assert numbers(text="%") == numbers(text="没有") == []
    assert register.years() == [2026, 2025]


def test_the_home_page_groups(desk: Desk) -> None:
    days = {
        "overdue": dt.date(2026, 9, 1),
        "today": dt.date(2026, 9, 11),
        "soon": dt.date(2026, 9, 14),
        "far": dt.date(2026, 10, 14),
    }
    for number, day in days.items():
        request = a_request(number=number, submitted=None, arrived=None, received=day)
        desk.register.add(request, on=TODAY)
    waiting = a_request(number="waiting")
    desk.register.add(waiting, on=TODAY)
    desk.register.record(an_event(waiting), on=TODAY)
    desk.register.add(a_request(number="unconfirmed", received=None), on=TODAY)
    overview = desk.register.overview(TODAY)
    found = {group: [case.request.number for case in cases] for group, cases in overview.items()}
    assert found[Group.OVERDUE] == ["overdue"]
    assert found[Group.DUE_TODAY] == ["today"]
    assert found[Group.DUE_SOON] == ["soon"]
    assert found[Group.DUE_THIS_WEEK] == ["today", "soon"]
    assert found[Group.WAITING] == ["waiting"]
    assert found[Group.UNCONFIRMED] == ["unconfirmed"]
    assert found[Group.OPEN][:4] == ["overdue", "today", "soon", "far"]
    assert len(found[Group.OPEN]) == 6


def test_an_explanation_names_its_sources(desk: Desk, request_: Request, tmp_path: Path) -> None:
    told = desk.register.explain(request_.id, TODAY)
    assert told.clock.due == dt.date(2026, 10, 22)
    assert told.office_name == desk.office.get().name
    assert [one.year for one in told.sources] == [2026]
    assert told.sources[0].source
    sheet = tmp_path / "计算单.pdf"
    assert desk.papers.calculation(request_.id, TODAY, sheet) == ()
    assert sheet.read_bytes().startswith(b"%PDF")
    undated = a_request(received=None)
    desk.register.add(undated, on=TODAY)
    assert refusal(lambda: desk.register.explain(undated.id, TODAY)) == ["request-without-receipt"]


def test_an_unknown_number_says_so(desk: Desk) -> None:
    assert refusal(lambda: desk.register.by_number("2026-404", TODAY)) == ["request-unknown"]


def test_a_closed_case_keeps_its_date_when_a_notice_changes_the_days(
    desk: Desk, database_calendar_change: Callable[[dt.date], Changes]
) -> None:
    closed, running = a_request(number="1"), a_request(number="2")
    for request in (closed, running):
        desk.register.add(request, on=TODAY)
    desk.register.close(closed.id, outcome="OPEN", service=POSTED, on=TODAY)
    database_calendar_change(dt.date(2026, 10, 13))
    due = {case.request.number: case.due for case in desk.register.rows(Query(), TODAY)}
    assert due == {"1": dt.date(2026, 10, 22), "2": dt.date(2026, 10, 23)}


@pytest.fixture
def database_calendar_change(desk: Desk) -> Callable[[dt.date], Changes]:
    """Takes an amending notice: 20 October 2026 becomes a day off."""

    def change(taken_on: dt.date) -> Changes:
        notice = HolidayNotice(
            id="amended",
            year=2026,
            source="关于调整放假安排的通知",
            text="10月20日放假。",
            days_off=(dt.date(2026, 10, 20),),
            makeup_days=(),
            amends=True,
            taken_on=taken_on,
        )
        with desk._database.write("take-notice") as work:
            work.put(notice)
        return work.changes

    return change


# the whole


def test_every_write_of_the_register_has_a_name() -> None:
    kinds = {f"record-{kind.value}" for kind in EventKind}
    assert kinds <= set(OPERATIONS)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_sequence_of_allowed_writes_can_be_undone(desk: Desk, data: st.DataObject) -> None:
    """Allowed events, voids, closings and reopenings never fail; undoing all restores the start."""
    request, lead = a_request(), a_request()
    desk.register.add(lead, on=TODAY)
    desk.register.add(request, on=TODAY)
    before = case_of(desk, request)
    writes = 0
    for _ in range(data.draw(st.integers(1, 6))):
        case = case_of(desk, request)
        if case.closed:
            desk.register.reopen(request.id, TODAY, "更正")
        else:
            desk.register.record(_allowed_event(desk, case, lead, data), on=TODAY)
        writes += 1
        assert case_of(desk, request).events
    for _ in range(writes):
        desk.history.undo()
    assert case_of(desk, request) == before


def _allowed_event(desk: Desk, case: Case, lead: Request, data: st.DataObject) -> RequestEvent:
    kinds = [
        one.kind
        for one in desk.register.allowed(case, TODAY)
        if one.obstacle is None and one.kind is not K.REPLIED
    ]
    kind = data.draw(st.sampled_from(kinds))
    argument = ""
    if kind is K.MERGED:
        argument = lead.number
    elif kind is K.EXTENDED:
        argument = str(data.draw(st.integers(1, 20)))
    elif kind is K.CONSULTATION_SENT:
        argument = next_consultation(case.events)
    elif kind in (K.CONSULTATION_DELIVERED, K.CONSULTATION_ANSWERED):
        argument = data.draw(st.sampled_from(_names(desk, case, kind)))
    elif kind in (K.DELAYED, K.DUE_OVERRIDDEN):
        argument = "2026-12-01"
    return an_event(case.request, kind=kind, argument=argument, date=TODAY, note="理由")


def _names(desk: Desk, case: Case, kind: K) -> list[str]:
    """The consultations for which `kind` may be recorded today."""
    return [
        name
        for name in open_consultations(case.events, kind)
        if not desk.register.check_event(
            an_event(case.request, kind=kind, argument=name, date=TODAY), TODAY
        )
    ]


def test_undo_can_be_named(desk: Desk, request_: Request) -> None:
    event = an_event(request_, date=dt.date(2026, 10, 12), kind=K.EXTENDED, argument="20")
    changes = [
        desk.register.save(replace(request_, note="x"), on=TODAY),
        desk.register.confirm_receipt(request_.id, received=START, by="甲", how="电话", on=TODAY),
        desk.register.record(event, on=TODAY),
        desk.register.void(event.id, TODAY, "误记"),
        desk.register.close(request_.id, outcome="OPEN", on=TODAY),
        desk.register.reopen(request_.id, TODAY, "更正"),
    ]
    names = [operation(one.operation) for one in changes]
    assert all(names)
    assert len(set(names)) == len(names)
