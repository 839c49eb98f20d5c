"""The course of a case through its services: parties, fees, mergers, corrections, what lapsed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai_desk.domain.case import Case, Status
from gongkai_desk.domain.case_file import (
    ConsultedParty,
    FeeBasis,
    FeeNotice,
    Opinion,
    PartyKind,
    SearchRecord,
)
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.closing import Closing
from gongkai_desk.domain.consulting import duties
from gongkai_desk.domain.letter import Letter, LetterStatus
from gongkai_desk.domain.problems import DomainError, Severity
from gongkai_desk.domain.proposals import ProposalKind
from gongkai_desk.domain.request import EventKind, Matter, Request, RequestPart
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.outcomes import corrections, outcomes_for
from gongkai_desk.services.procedure import StepEntry
from gongkai_desk.texts import operation, sentence
from tests.builders import a_request, an_applicant, an_event

K = EventKind
START = dt.date(2026, 9, 18)
TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def request_(desk: Desk) -> Request:
    request = a_request(number="2026-001")
    desk.register.add(request, on=TODAY)
    return request


def case_of(desk: Desk, request: Request, day: dt.date = TODAY) -> Case:
    return desk.register.get(request.id, day)


def refusal(write: Callable[[], Changes]) -> list[str]:
    with pytest.raises(DomainError) as refused:
        write()
    assert all(sentence(problem) for problem in refused.value.problems)
    return [problem.code for problem in refused.value.problems]


def party(request: Request, **values: object) -> ConsultedParty:
    fresh = ConsultedParty(
        id=new_id(),
        request_id=request.id,
        name="A",
        kind=PartyKind.THIRD_PARTY,
        party="示例公司",
        about="合同单价",
    )
    return replace(fresh, **values)  # type: ignore[arg-type]


def consult(desk: Desk, request: Request, **values: object) -> ConsultedParty:
    """Send a consultation on the second working day."""
    asked = party(request, **values)
    event = an_event(
        request, kind=K.CONSULTATION_SENT, argument=asked.name, date=dt.date(2026, 9, 21)
    )
    desk.register.record(event, on=TODAY, party=asked)
    return asked


def parties(desk: Desk, request: Request) -> list[ConsultedParty]:
    return desk.case_file.of(ConsultedParty, request.id)


# consultations


def test_a_party_is_kept_with_the_letter_in_one_write(desk: Desk, request_: Request) -> None:
    asked = party(request_)
    event = an_event(request_, kind=K.CONSULTATION_SENT, argument="A")
    changes = desk.register.record(event, on=TODAY, party=asked)
    assert {type(edit.record) for edit in changes.edits} == {type(event), ConsultedParty}
    assert parties(desk, request_) == [asked]
    desk.history.undo()
    assert parties(desk, request_) == []
    assert case_of(desk, request_).events == ()
    nameless = replace(asked, party=" ")
    codes = refusal(lambda: desk.register.record(event, on=TODAY, party=nameless))
    assert codes == ["consulted-party-missing"]
    assert case_of(desk, request_).events == ()


def test_parties_stand_side_by_side(desk: Desk, request_: Request) -> None:
    first = consult(desk, request_)
    consult(desk, request_, name="B", kind=PartyKind.JOINT_MAKER, party="示例区住建局")
    consult(desk, request_, name="C", kind=PartyKind.OTHER_AGENCY, party="示例区财政局")
    delivered = an_event(
        request_, kind=K.CONSULTATION_DELIVERED, argument="A", date=dt.date(2026, 9, 24)
    )
    desk.register.record(delivered, on=TODAY)
    answered = an_event(
        request_, kind=K.CONSULTATION_ANSWERED, argument="A", date=dt.date(2026, 9, 28)
    )
    told = replace(first, opinion=Opinion.REFUSE, opinion_reason="商业秘密")
    desk.register.record(answered, on=TODAY, party=told)
    a, b, c = desk.register.consultings(case_of(desk, request_), TODAY)
    assert (a.sent, a.delivered, a.answered, a.left) == (
        dt.date(2026, 9, 21),
        dt.date(2026, 9, 24),
        dt.date(2026, 9, 28),
        None,
    )
    assert a.limit == dt.date(2026, 10, 22)  # 15 working days after the delivery
    assert a.objects
    assert b.limit == dt.date(2026, 10, 19)  # after the sending: no delivery is recorded
    assert (b.silent, c.silent) == (True, True)
    desk.register.void(answered.id, TODAY, "登记错误")
    assert parties(desk, request_)[0].opinion is Opinion.PENDING
    desk.register.void(delivered.id, TODAY, "登记错误")
    sent = case_of(desk, request_).events[0]
    desk.register.void(sent.id, TODAY, "登记错误")
    assert [one.name for one in desk.register.consultings(case_of(desk, request_), TODAY)] == [
        "B",
        "C",
    ]
    assert [one.name for one in parties(desk, request_)] == ["B", "C"]


def test_silence_is_noted_only_when_the_time_is_over(desk: Desk, request_: Request) -> None:
    consult(desk, request_, kind=PartyKind.JOINT_MAKER)
    last = dt.date(2026, 10, 19)
    early = refusal(lambda: desk.register.note_silence(request_.id, ["A"], on=last))
    assert early == ["silence-too-early"]
    (before,) = desk.register.consultings(case_of(desk, request_), TODAY)
    assert not before.consents, "nothing happens by itself"
    desk.register.note_silence(request_.id, ["A"], on=dt.date(2026, 10, 20))
    (after,) = desk.register.consultings(case_of(desk, request_), TODAY)
    assert after.opinion is Opinion.SILENT
    assert after.consents  # 第三十四条
    again = refusal(lambda: desk.register.note_silence(request_.id, ["A"], on=TODAY))
    assert again == ["silence-noted-already"]


def test_a_silent_third_party_has_not_consented(desk: Desk, request_: Request) -> None:
    consult(desk, request_)
    desk.register.note_silence(request_.id, ["A"], on=TODAY)
    (one,) = desk.register.consultings(case_of(desk, request_), TODAY)
    assert not one.consents
    assert not one.objects


def test_the_public_interest_outweighs_a_refusal_and_must_be_told(
    desk: Desk, request_: Request
) -> None:
    asked = consult(desk, request_)
    codes = refusal(lambda: desk.register.overrule(request_.id, "A", "涉及公众健康", on=TODAY))
    assert codes == ["override-without-refusal"]
    answered = an_event(
        request_, kind=K.CONSULTATION_ANSWERED, argument="A", date=dt.date(2026, 9, 28)
    )
    desk.register.record(answered, on=TODAY, party=replace(asked, opinion=Opinion.REFUSE))
    codes = refusal(lambda: desk.register.overrule(request_.id, "A", " ", on=TODAY))
    assert codes == ["public-interest-reason-missing"]
    desk.register.overrule(request_.id, "A", "涉及公众健康", on=TODAY)
    (one,) = desk.register.consultings(case_of(desk, request_), TODAY)
    assert one.overrules
    assert not one.objects
    told = desk.register.told(request_.id, "A")
    assert [each.code for each in duties(one, told=told)] == ["third-party-to-be-told"]
    letter = Letter(
        id=new_id(),
        request_id=request_.id,
        kind="third_party_decision",
        status=LetterStatus.ISSUED,
        title="第三方公开决定告知书",
        party_name="A",
    )
    with desk._database.write("issue-letter") as work:
        work.put(letter)
    assert duties(one, told=desk.register.told(request_.id, "A")) == []


# fees


def notice(request: Request, event_id: str, **values: object) -> FeeNotice:
    fresh = FeeNotice(
        id=new_id(),
        request_id=request.id,
        event_id=event_id,
        basis=FeeBasis.PAGES,
        count=68,
        amount=380,
        payment_way="银行柜台",
    )
    return replace(fresh, **values)  # type: ignore[arg-type]


def test_the_same_applicants_items_of_a_month_are_counted(desk: Desk) -> None:
    asking = an_applicant(identity_number="370101199001011237", phone="13000000001")
    by_phone = an_applicant(phone="13000000001")
    other = an_applicant(name="周宁", phone="13000000001")
    first = a_request(applicant=asking)
    for request in (
        first,
        a_request(applicant=asking, received=dt.date(2026, 9, 30)),
        a_request(applicant=by_phone, received=dt.date(2026, 9, 21)),
        a_request(applicant=other, received=dt.date(2026, 9, 21)),
        a_request(applicant=asking, received=dt.date(2026, 10, 9)),
        a_request(applicant=asking, received=None),
        a_request(applicant=asking, matter=Matter.CORRECTION),  # 第四十一条 knows no fee
    ):
        desk.register.add(request, on=TODAY)
    count = desk.register.items_this_month
    assert count(asking, START) == 3
    assert count(asking, START, leaving=first.id) == 2
    assert count(asking, dt.date(2026, 10, 31)) == 1
    event = an_event(first, kind=K.FEE_NOTICED)
    fee = notice(first, event.id, basis=FeeBasis.ITEMS, count=12, amount=200)
    desk.register.record(event, on=TODAY, fee=fee)
    assert count(asking, START) == 14, "a request split into items counts with all of them"


def test_a_fee_is_noticed_paid_and_taken_back(desk: Desk, request_: Request) -> None:
    event = an_event(request_, kind=K.FEE_NOTICED)
    asked = notice(request_, event.id)
    desk.register.record(event, on=TODAY, fee=asked)
    assert desk.register.fee_notice(request_.id) == asked
    fees = desk.register.fees_of_year(2026)
    assert (fees.noticed, fees.amount, fees.paid, fees.received) == (1, 380, 0, 0)
    paying = an_event(request_, kind=K.FEE_PAID, date=dt.date(2026, 9, 28))
    paid = replace(asked, paid_amount=380, receipt_number="票1")
    desk.register.record(paying, on=TODAY, fee=paid)
    fees = desk.register.fees_of_year(2026)
    assert (fees.paid, fees.received) == (1, 380)
    drafted = desk.reporting.drafted(desk.reporting.draft(2026)).texts.other
    assert "收费总金额380元" in drafted
    assert "实际收取380元" in drafted
    desk.register.void(paying.id, TODAY, "录错")
    assert desk.register.fee_notice(request_.id) == asked
    desk.register.void(event.id, TODAY, "录错")
    assert desk.register.fee_notice(request_.id) is None
    assert desk.case_file.of(FeeNotice, request_.id) == []
    assert desk.register.fees_of_year(2026).noticed == 0


def test_sums_are_not_told_while_one_is_unknown(desk: Desk, request_: Request) -> None:
    desk.register.record(an_event(request_, kind=K.FEE_NOTICED), on=TODAY)
    fees = desk.register.fees_of_year(2026)
    assert (fees.noticed, fees.amount) == (1, None)
    drafted = desk.reporting.drafted(desk.reporting.draft(2026)).texts.other
    assert "收费通知1件" in drafted
    assert "元" not in drafted


def test_nothing_is_charged_for_what_is_free(desk: Desk, request_: Request) -> None:
    event = an_event(request_, kind=K.FEE_NOTICED)
    free = notice(request_, event.id, count=30, amount=0)
    codes = refusal(lambda: desk.register.record(event, on=TODAY, fee=free))
    assert codes == ["fee-nothing-due"]


# steps


def test_what_a_step_should_say_is_a_warning(desk: Desk, request_: Request) -> None:
    def warned(kind: EventKind, **values: object) -> list[str]:
        event = an_event(request_, kind=kind, **values)
        found = desk.register.check_entry(StepEntry(event=event), TODAY)
        assert all(sentence(each) for each in found)
        assert all(each.severity is Severity.WARNING for each in found)
        return [each.code for each in found]

    assert warned(K.CLARIFICATION_REQUESTED) == [
        "clarification-text-missing",
        "clarification-until-missing",
    ]
    assert warned(K.EXTENDED, argument="10") == [
        "extension-approval-missing",
        "extension-reason-missing",
    ]
    assert warned(K.EXTENDED, argument="10", approved_by="苏主任", note="需会商") == []
    assert warned(K.WITHDRAWN) == ["withdrawal-reason-missing"]
    desk.register.record(an_event(request_, kind=K.EXTENDED, argument="10"), on=TODAY)


def test_the_day_given_cannot_lie_before_the_step(desk: Desk, request_: Request) -> None:
    early = an_event(request_, until=dt.date(2026, 9, 20))
    assert refusal(lambda: desk.register.record(early, on=TODAY)) == ["until-before-event"]


def test_reasons_are_received_after_they_were_asked_for(desk: Desk, request_: Request) -> None:
    received = an_event(request_, kind=K.REASONS_RECEIVED, date=dt.date(2026, 9, 25))
    codes = refusal(lambda: desk.register.record(received, on=TODAY))
    assert codes == ["reasons-not-asked-for"]
    desk.register.record(an_event(request_, kind=K.REASONS_REQUESTED), on=TODAY)
    desk.register.record(received, on=TODAY)


def test_documents_stay_with_their_step(desk: Desk, request_: Request, tmp_path: Path) -> None:
    file = tmp_path / "撤回申请.pdf"
    file.write_bytes(b"%PDF-1.4 made up")
    event = an_event(request_, kind=K.EXTENDED, argument="10")
    desk.register.record(event, on=TODAY, files=[file])
    desk.register.attach(event.id, [file], TODAY)
    documents = desk.register.documents(event.id)
    assert [each.name for each in documents] == ["撤回申请.pdf"] * 2
    assert desk.register.content(documents[0].id) == b"%PDF-1.4 made up"
    missing = tmp_path / "没有.pdf"
    other = an_event(request_, kind=K.WITHDRAWN)
    with pytest.raises(DomainError):
        desk.register.record(other, on=TODAY, files=[missing])
    assert len(case_of(desk, request_).events) == 1


# mergers


def test_a_correction_cannot_carry_a_disclosure_on(desk: Desk, request_: Request) -> None:
    lead = a_request(matter=Matter.CORRECTION)
    desk.register.add(lead, on=TODAY)
    event = an_event(request_, date=TODAY, kind=K.MERGED, argument=lead.number)
    assert [one.code for one in desk.register.check_event(event, TODAY)] == [
        "merge-of-other-matter"
    ]


def test_a_merged_case_is_carried_on_by_another(desk: Desk, request_: Request) -> None:
    lead = a_request(number="2026-002")
    desk.register.add(lead, on=TODAY)
    event = an_event(request_, kind=K.MERGED, argument="2026-002", note="内容相同")
    desk.register.record(event, on=TODAY)
    case = case_of(desk, request_)
    assert (case.status, case.request.outcome, case.row) == (Status.CLOSED, "X3", 23)
    assert case.request.merged_into == lead.id
    assert [one.id for one in desk.register.merged_into(lead.id)] == [request_.id]
    desk.register.reopen(request_.id, TODAY, "并错")
    assert case_of(desk, request_).request.merged_into == ""
    assert desk.register.merged_into(lead.id) == []
    desk.history.undo()
    assert case_of(desk, request_).request.merged_into == lead.id
    order = an_event(request_, kind=K.REDECISION_ORDERED, date=dt.date(2026, 9, 25))
    desk.register.record(order, on=TODAY)
    assert case_of(desk, request_).request.merged_into == ""
    desk.register.void(order.id, TODAY, "录错")
    assert case_of(desk, request_).request.merged_into == lead.id


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("2026-001", "merge-into-itself"),
        ("2026-999", "merge-unknown"),
        ("2026-003", "merge-into-closed"),
        (" ", "merge-without-number"),
    ],
)
def test_what_a_case_cannot_be_merged_into(
    desk: Desk, request_: Request, number: str, code: str
) -> None:
    closed = a_request(number="2026-003")
    desk.register.add(closed, on=TODAY)
    desk.register.close(closed.id, outcome="OPEN", on=TODAY)
    event = an_event(request_, kind=K.MERGED, argument=number)
    assert refusal(lambda: desk.register.record(event, on=TODAY)) == [code]


# endings


def test_a_correction_ends_in_results_of_its_own(desk: Desk) -> None:
    asked = a_request(matter=Matter.CORRECTION)
    desk.register.add(asked, on=TODAY)
    assert set(outcomes_for(Matter.CORRECTION)) == {"C1", "C2", "C3", "C4", "X1", "X2", "X3"}
    wrong = refusal(lambda: desk.register.close(asked.id, outcome="OPEN", on=TODAY))
    assert wrong == ["outcome-unknown"]
    desk.register.close(asked.id, outcome="C1", on=TODAY)
    case = case_of(desk, asked)
    assert case.closed
    assert (case.result, case.row) == (corrections()["C1"].label, None)
    assert desk.reporting.counted(2026).cases == {}


def test_contents_apart_are_kept_and_their_answers_go_with_the_ending(
    desk: Desk, request_: Request
) -> None:
    parts = (
        RequestPart(text="总额", outcome="OPEN"),
        RequestPart(text="单价", outcome="D4", reason="商业秘密"),
    )
    desk.register.close(request_.id, outcome="PARTIAL", on=TODAY, withheld_ground="D4", parts=parts)
    kept = case_of(desk, request_).request
    assert (kept.parts, kept.withheld_ground) == (parts, "D4")
    desk.register.reopen(request_.id, TODAY, "更正")
    again = case_of(desk, request_).request
    assert again.withheld_ground == ""
    assert again.parts == (RequestPart(text="总额"), RequestPart(text="单价"))


def test_a_search_on_record_proves_that_nothing_exists(desk: Desk, request_: Request) -> None:
    closing = Closing(outcome="U1a", dated=TODAY)

    def codes() -> set[str]:
        return {one.code for one in desk.register.check_closing(request_.id, closing, TODAY)}

    assert "no-search-recorded" in codes()
    searched = SearchRecord(id=new_id(), request_id=request_.id, date=TODAY, place="档案室")
    desk.case_file.put(searched)
    assert "no-search-recorded" not in codes()


# what lapsed


def test_a_missed_clarification_is_proposed_and_closed_when_agreed_to(
    desk: Desk, request_: Request
) -> None:
    until = dt.date(2026, 10, 12)
    desk.register.record(an_event(request_, note="请明确年份", until=until), on=TODAY)
    assert desk.proposals.proposals(until) == []
    (found,) = desk.proposals.proposals(dt.date(2026, 10, 13))
    assert (found.kind, found.limit, found.number) == (
        ProposalKind.NOT_CLARIFIED,
        until,
        "2026-001",
    )
    assert not case_of(desk, request_).closed, "never by itself"
    desk.proposals.close_lapsed([found.id], dt.date(2026, 10, 13), "周宁")
    case = case_of(desk, request_)
    assert (case.status, case.request.outcome, case.closed_on) == (
        Status.CLOSED,
        "X1",
        dt.date(2026, 10, 13),
    )
    assert case.timeline[-1].actor == "周宁"
    assert "2026-10-12" in case.request.outcome_reason
    gone = refusal(lambda: desk.proposals.close_lapsed([found.id], TODAY))
    assert gone == ["proposal-gone"]
    desk.history.undo()
    assert not case_of(desk, request_).closed


def test_an_unpaid_fee_is_proposed_after_twenty_working_days(desk: Desk, request_: Request) -> None:
    event = an_event(request_, kind=K.FEE_NOTICED)
    asked = notice(request_, event.id)
    desk.register.record(event, on=TODAY, fee=asked)
    (found,) = desk.proposals.proposals(TODAY)
    assert (found.kind, found.assumed) == (ProposalKind.NOT_PAID, True)
    desk.case_file.put(replace(asked, received_on=dt.date(2026, 11, 9)))
    assert desk.proposals.proposals(TODAY) == [], "received later, so there is time left"
    desk.case_file.put(replace(asked, received_on=dt.date(2026, 9, 22)))
    (found,) = desk.proposals.proposals(TODAY)
    assert not found.assumed
    assert found.limit == desk.holidays.calendar().add(dt.date(2026, 9, 22), 20)


def test_several_are_carried_out_in_one_write(desk: Desk) -> None:
    requests = [a_request(number=f"2026-{n:03}") for n in (1, 2)]
    for request in requests:
        desk.register.add(request, on=TODAY)
        desk.register.record(an_event(request, until=dt.date(2026, 10, 12)), on=TODAY)
    ids = [each.id for each in desk.proposals.proposals(TODAY)]
    changes = desk.proposals.close_lapsed(ids, TODAY)
    assert operation(changes.operation)
    assert all(case_of(desk, request).closed for request in requests)
    desk.history.undo()
    assert not any(case_of(desk, request).closed for request in requests)


def test_consultations_over_their_time_are_proposed_by_kind(desk: Desk, request_: Request) -> None:
    consult(desk, request_)
    consult(desk, request_, name="B", kind=PartyKind.JOINT_MAKER)
    consult(desk, request_, name="C", kind=PartyKind.OTHER_AGENCY)
    unknown = an_event(request_, kind=K.CONSULTATION_SENT, argument="D", date=dt.date(2026, 9, 21))
    desk.register.record(unknown, on=TODAY)
    found = desk.proposals.proposals(TODAY)
    assert [each.kind for each in found] == [
        ProposalKind.THIRD_PARTY_SILENT,
        ProposalKind.JOINT_MAKER_SILENT,
        ProposalKind.OTHER_AGENCY_SILENT,
        ProposalKind.PARTY_UNKNOWN,
    ]
    closing = refusal(lambda: desk.proposals.close_lapsed([found[0].id], TODAY))
    assert closing == ["proposal-closes-nothing"]
    nobody = refusal(lambda: desk.proposals.note_silences([found[3].id], TODAY))
    assert nobody == ["silence-without-party"]
    desk.proposals.note_silences([each.id for each in found[:3]], TODAY)
    assert {one.opinion for one in parties(desk, request_)} == {Opinion.SILENT}
    assert [each.kind for each in desk.proposals.proposals(TODAY)] == [ProposalKind.PARTY_UNKNOWN]


def test_ending_a_case_while_the_applicant_has_time_is_warned_of(
    desk: Desk, request_: Request
) -> None:
    until = dt.date(2026, 10, 12)
    desk.register.record(an_event(request_, note="请明确年份", until=until), on=TODAY)

    def codes(day: dt.date) -> list[str]:
        lapse = an_event(request_, kind=K.CLARIFICATION_LAPSED, date=day)
        found = desk.register.check_entry(StepEntry(event=lapse), TODAY)
        closing = Closing(outcome="X1", dated=day)
        same = desk.register.check_closing(request_.id, closing, TODAY)
        assert [one.code for one in found] == [one.code for one in same]
        assert all(one.severity is Severity.WARNING and sentence(one) for one in found)
        return [one.code for one in found]

    assert codes(until) == ["lapse-too-early"]
    assert codes(dt.date(2026, 10, 13)) == []


def test_a_fee_lapses_after_its_last_day(desk: Desk, request_: Request) -> None:
    event = an_event(request_, kind=K.FEE_NOTICED)
    desk.register.record(event, on=TODAY, fee=notice(request_, event.id))
    last = desk.holidays.calendar().add(event.date, 20)
    check = desk.register.check_lapse
    assert [one.code for one in check(request_.id, K.FEE_LAPSED, last)] == ["lapse-too-early"]
    assert check(request_.id, K.FEE_LAPSED, last + dt.timedelta(days=1)) == []
    assert check(request_.id, K.WITHDRAWN, event.date) == []
