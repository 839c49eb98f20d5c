"""双向提醒: what brings one up, when, on which side, and that its key names its date."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import (
    ContactEntry,
    Dispute,
    DisputeKind,
    Errand,
    ErrandKind,
    FeeBasis,
    FeeNotice,
    Procedure,
    Stage,
    StageMark,
)
from gongkai_desk.domain.clock import run
from gongkai_desk.domain.letter import Letter, LetterStatus
from gongkai_desk.domain.register_settings import STAGE_TARGETS
from gongkai_desk.domain.reminders import CaseFacts, Reminder, Side, Urgency, in_order, reminders
from gongkai_desk.domain.request import (
    Channel,
    EventKind,
    Publication,
    Publish,
    Request,
    RequestEvent,
    Service,
    ServiceWay,
)
from gongkai_desk.domain.request_steps import clock_events
from gongkai_desk.services.bundled_calendar import bundled_calendar
from gongkai_desk.texts import sentence
from tests.builders import a_request, an_event

CALENDAR = bundled_calendar()
REQUEST = a_request()  # received Friday 2026-09-18
DUE = dt.date(2026, 10, 22)
REVIEWED = StageMark(id="m", request_id=REQUEST.id, stage=Stage.REVIEWED, date=dt.date(2026, 9, 21))
NO_TARGETS: dict[Stage, int] = {}


def facts(on: dt.date, *events: RequestEvent, request: Request = REQUEST, **more: Any) -> CaseFacts:
    clock = request.received and run(request.received, clock_events(events), CALENDAR, on)
    return CaseFacts(case=Case(request=request, events=events, clock=clock or None), **more)


def found(on: dt.date, *events: RequestEvent, **more: Any) -> list[Reminder]:
    """What comes up on a day in a case that was reviewed and has no stage targets."""
    more.setdefault("marks", (REVIEWED,))
    return list(reminders(facts(on, *events, **more), CALENDAR, NO_TARGETS, on))


def kinds(every: list[Reminder]) -> list[str]:
    return [one.key.partition(":")[0] for one in every]


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        (dt.date(2026, 10, 16), []),  # four working days before
        (dt.date(2026, 10, 19), ["due-soon"]),
        (dt.date(2026, 10, 20), ["due-soon"]),
        (dt.date(2026, 10, 21), ["due-tomorrow"]),
        (DUE, ["due-today"]),
        (dt.date(2026, 10, 23), ["overdue"]),
        (dt.date(2026, 12, 1), ["overdue"]),
    ],
)
def test_the_answer_comes_up_three_and_one_day_before_on_the_day_and_after(
    on: dt.date, kind: list[str]
) -> None:
    every = found(on)
    assert kinds(every) == kind
    assert all(one.key.endswith(DUE.isoformat()) for one in every)
    assert all(one.side is Side.OURS for one in every)


def test_a_due_date_that_moves_is_a_new_key() -> None:
    extended = an_event(REQUEST, kind=EventKind.EXTENDED, argument="5", date=dt.date(2026, 10, 9))
    (before,), (after,) = found(DUE), found(dt.date(2026, 10, 29), extended)
    assert before.key.partition(":")[0] == after.key.partition(":")[0] == "due-today"
    assert before.key != after.key


def test_nothing_comes_up_for_the_answer_of_a_closed_case() -> None:
    reply = an_event(REQUEST, kind=EventKind.REPLIED, date=dt.date(2026, 10, 9))
    assert not found(DUE, reply)


def test_the_clarification_limit_comes_up_while_nobody_reviewed() -> None:
    limit = dt.date(2026, 9, 29)  # the seventh working day
    assert kinds(found(dt.date(2026, 9, 23), marks=())) == []
    (one,) = found(dt.date(2026, 9, 28), marks=())
    assert (one.key.partition(":")[0], one.day) == ("clarification", limit)
    assert one.urgency is Urgency.SOON
    assert not found(dt.date(2026, 9, 28))  # reviewed
    asked = an_event(REQUEST, date=dt.date(2026, 9, 22))
    assert not found(dt.date(2026, 9, 28), asked, marks=())


def consulting() -> list[RequestEvent]:
    return [
        an_event(REQUEST, kind=EventKind.CONSULTATION_SENT, argument="A", date=dt.date(2026, 9, 21))
    ]


def test_a_consultation_is_theirs_before_its_limit_and_ours_after_it() -> None:
    limit = CALENDAR.add(dt.date(2026, 9, 21), 15)
    assert not found(limit - dt.timedelta(days=7), *consulting())
    (theirs,) = found(limit, *consulting())
    assert (theirs.side, theirs.day, theirs.urgency) == (Side.THEIRS, limit, Urgency.TODAY)
    (ours,) = found(limit + dt.timedelta(days=1), *consulting())
    assert (ours.side, kinds([ours])) == (Side.OURS, ["consultation-over"])
    answered = an_event(
        REQUEST, kind=EventKind.CONSULTATION_ANSWERED, argument="A", date=dt.date(2026, 9, 28)
    )
    assert not found(limit, *consulting(), answered)


def test_a_fee_that_was_not_paid_in_time_is_ours() -> None:
    asked = an_event(REQUEST, kind=EventKind.FEE_NOTICED, date=dt.date(2026, 9, 21))
    limit = CALENDAR.add(asked.date, 20)
    assert not found(limit, asked)
    (one,) = found(limit + dt.timedelta(days=1), asked)
    assert (kinds([one]), one.day, one.urgency) == (["payment-over"], limit, Urgency.LATE)


def test_the_days_to_pay_run_from_the_day_the_notice_was_received() -> None:
    asked = an_event(REQUEST, kind=EventKind.FEE_NOTICED, date=dt.date(2026, 9, 21))
    notice = FeeNotice(
        id="n",
        request_id=REQUEST.id,
        event_id=asked.id,
        basis=FeeBasis.ITEMS,
        count=12,
        amount=200,
        received_on=dt.date(2026, 9, 24),
    )
    limit = CALENDAR.add(dt.date(2026, 9, 24), 20)
    assert not found(limit, asked, notices=(notice,))
    (one,) = found(limit + dt.timedelta(days=1), asked, notices=(notice,))
    assert one.day == limit


def test_a_clarification_that_did_not_come_by_its_day_is_ours() -> None:
    until = dt.date(2026, 10, 15)
    asked = an_event(REQUEST, date=dt.date(2026, 9, 22), until=until)
    assert not found(until, asked)
    (one,) = found(until + dt.timedelta(days=1), asked)
    assert (kinds([one]), one.day) == (["clarification-over"], until)


def an_errand(**values: Any) -> Errand:
    errand = Errand(
        id="e",
        request_id=REQUEST.id,
        kind=ErrandKind.ASSISTANCE,
        unit="区财政局",
        asked_on=dt.date(2026, 9, 21),
        due_on=dt.date(2026, 9, 28),
    )
    return replace(errand, **values)


def test_an_errand_is_theirs_from_its_date_on_until_it_is_answered() -> None:
    assert not found(dt.date(2026, 9, 27), errands=(an_errand(),))
    (one,) = found(dt.date(2026, 9, 28), errands=(an_errand(),))
    assert (one.side, one.urgency) == (Side.THEIRS, Urgency.TODAY)
    answered = an_errand(answered_on=dt.date(2026, 9, 28), answer="同意")
    assert not found(dt.date(2026, 10, 9), errands=(answered,))


def test_an_errand_without_a_date_is_asked_about_after_five_working_days() -> None:
    (one,) = found(dt.date(2026, 9, 30), errands=(an_errand(due_on=None),))
    assert one.day == CALENDAR.add(dt.date(2026, 9, 21), 5)


def test_after_reminding_it_rests_two_working_days_and_comes_with_a_new_key() -> None:
    (first,) = found(dt.date(2026, 9, 28), errands=(an_errand(),))
    reminded = an_errand(reminded_on=(dt.date(2026, 9, 28),))
    assert not found(dt.date(2026, 9, 29), errands=(reminded,))
    (again,) = found(dt.date(2026, 9, 30), errands=(reminded,))
    assert again.key != first.key
    assert again.note.values["n"] == 1


def a_letter(**values: Any) -> Letter:
    letter = Letter(
        id="l",
        request_id=REQUEST.id,
        kind="extension",
        status=LetterStatus.ISSUED,
        title="延期答复告知书",
        number="云司公延〔2026〕3号",
        addressee="林知远",
        issued_on=dt.date(2026, 9, 25),
    )
    return replace(letter, **values)


def test_a_letter_that_was_issued_must_be_served_by_the_next_working_day() -> None:
    assert not found(dt.date(2026, 9, 26), letters=(a_letter(),))  # days off until Monday
    monday = CALENDAR.next_working_day(dt.date(2026, 9, 25))
    (one,) = found(monday, letters=(a_letter(),))
    assert kinds([one]) == ["letter-unserved"]
    assert "林知远" not in sentence(one.note)


@pytest.mark.parametrize(
    "values",
    [
        {"status": LetterStatus.DRAFT},
        {"status": LetterStatus.VOIDED},
        {"service": Service(way=ServiceWay.MAIL, posted_on=dt.date(2026, 9, 25))},
        {"addressee": ""},  # for the file
        {"issued_on": None},
    ],
)
def test_other_letters_need_no_service(values: dict[str, Any]) -> None:
    assert not found(dt.date(2026, 10, 12), letters=(a_letter(**values),))


def unconfirmed() -> Request:
    return replace(REQUEST, channel=Channel.PLAIN_MAIL, received=None)


def test_an_unconfirmed_receipt_comes_again_every_five_working_days() -> None:
    arrived = dt.date(2026, 9, 18)
    keys = {found(arrived + dt.timedelta(days=n), request=unconfirmed())[0].key for n in range(30)}
    worked = CALENDAR.count(arrived, arrived + dt.timedelta(days=29))
    assert len(keys) == worked // 5 + 1


def test_a_missing_receipt_date_of_signed_mail_is_no_confirmation() -> None:
    signed = replace(REQUEST, received=None)
    (one,) = found(dt.date(2026, 9, 21), request=signed)
    assert kinds([one]) == ["receipt-missing"]


def test_an_applicant_who_was_not_reached_is_told_apart() -> None:
    tried = ContactEntry(
        id="c", request_id=REQUEST.id, date=dt.date(2026, 9, 18), by="何立", reached=False
    )
    on = dt.date(2026, 9, 21)
    (one,) = found(on, request=unconfirmed(), contacts=(tried,))
    assert kinds([one]) == ["unreachable"]
    (other,) = found(on, request=unconfirmed(), contacts=(replace(tried, reached=True),))
    assert kinds([other]) == ["unconfirmed"]


def closed_request(**values: Any) -> tuple[Request, RequestEvent]:
    request = replace(REQUEST, outcome="OPEN", **values)
    return request, an_event(request, kind=EventKind.REPLIED, date=dt.date(2026, 10, 9))


@pytest.mark.parametrize(
    ("values", "comes"),
    [
        ({}, True),
        ({"outcome": "PARTIAL"}, True),
        ({"outcome": "OPEN_PUBLISHED"}, False),
        ({"outcome": "D5"}, False),
        ({"publication": Publication()}, True),
        ({"publication": Publication(choice=Publish.YES)}, False),
        ({"publication": Publication(choice=Publish.NO)}, False),
    ],
)
def test_publication_is_asked_after_something_was_given(
    values: dict[str, Any], comes: bool
) -> None:
    request, reply = closed_request()
    request = replace(request, **values)
    assert ("publication" in kinds(found(DUE, reply, request=request))) is comes


def test_what_ended_long_ago_brings_nothing_up() -> None:
    request, reply = closed_request()
    long_after = reply.date + dt.timedelta(days=181)
    every = reminders(
        facts(long_after, reply, request=request), CALENDAR, STAGE_TARGETS, long_after
    )
    assert not every


def a_dispute(**values: Any) -> Dispute:
    dispute = Dispute(
        id="d",
        request_id=REQUEST.id,
        kind=DisputeKind.RECONSIDERATION,
        authority="云海区人民政府",
        received_on=dt.date(2026, 11, 2),
    )
    return replace(dispute, **values)


@pytest.mark.parametrize(
    ("values", "last"),
    [
        ({}, dt.date(2026, 11, 9)),  # five working days
        ({"procedure": Procedure.ORDINARY}, dt.date(2026, 11, 16)),
        ({"kind": DisputeKind.LITIGATION}, dt.date(2026, 11, 17)),  # fifteen days
        (
            {"kind": DisputeKind.LITIGATION, "received_on": dt.date(2026, 11, 6)},
            dt.date(2026, 11, 23),  # the fifteenth is a Saturday
        ),
        (
            {"answered_on": dt.date(2026, 11, 3), "opinion_received_on": dt.date(2026, 9, 10)},
            dt.date(2026, 11, 9),  # sixty days
        ),
        (
            {
                "answered_on": dt.date(2026, 11, 3),
                "decided_on": dt.date(2026, 11, 10),
                "redecide_by": dt.date(2026, 11, 20),
            },
            dt.date(2026, 11, 20),
        ),
    ],
)
def test_disputes_come_up_three_working_days_before_their_last_day(
    values: dict[str, Any], last: dt.date
) -> None:
    request, reply = closed_request(publication=Publication(choice=Publish.NO))
    dispute = a_dispute(**values)
    early = CALENDAR.add(last - dt.timedelta(days=10), 1)
    while CALENDAR.count(early, last) > 4:
        early += dt.timedelta(days=1)
    assert not found(early, reply, request=request, disputes=(dispute,))
    for on in (last, last + dt.timedelta(days=30)):
        every = found(on, reply, request=request, disputes=(dispute,))
        assert [one.day for one in every] == [last]
        assert every[0].side is Side.OURS


def test_a_new_answer_that_was_given_ends_the_order() -> None:
    request, reply = closed_request(publication=Publication(choice=Publish.NO))
    ordered = a_dispute(
        answered_on=dt.date(2026, 9, 1),
        decided_on=dt.date(2026, 10, 8),
        redecide_by=dt.date(2026, 10, 20),
    )
    assert not found(dt.date(2026, 10, 20), reply, request=request, disputes=(ordered,))


def test_the_next_stage_comes_up_on_its_target() -> None:
    on = CALENDAR.add(dt.date(2026, 9, 18), STAGE_TARGETS[Stage.HANDLED])
    every = reminders(facts(on, marks=(REVIEWED,)), CALENDAR, STAGE_TARGETS, on)
    assert kinds(list(every)) == ["stage"]
    assert every[0].note.values["stage"] is Stage.HANDLED


def test_filing_away_comes_up_only_when_the_case_is_closed() -> None:
    request, reply = closed_request(publication=Publication(choice=Publish.NO))
    on = dt.date(2026, 11, 20)
    closed = reminders(facts(on, reply, request=request), CALENDAR, STAGE_TARGETS, on)
    assert kinds(list(closed)) == ["archive"]
    archived = replace(request, archived_on=on)
    assert not reminders(facts(on, reply, request=archived), CALENDAR, STAGE_TARGETS, on)


@given(st.dates(dt.date(2026, 9, 18), dt.date(2026, 12, 31)), st.booleans())
def test_keys_are_never_shared_and_every_reminder_has_words(on: dt.date, confirmed: bool) -> None:
    given_facts = facts(
        on,
        *(consulting() if confirmed else ()),
        request=REQUEST if confirmed else unconfirmed(),
        errands=(an_errand(), an_errand(id="f", due_on=None)),
        letters=(a_letter(), a_letter(id="k")),
        disputes=(a_dispute(), a_dispute(id="g", kind=DisputeKind.LITIGATION)),
    )
    every = reminders(given_facts, CALENDAR, STAGE_TARGETS, on)
    assert len({one.key for one in every}) == len(every)
    assert all(sentence(one.note) for one in every)
    assert [one.day for one in in_order(every)] == sorted(one.day for one in every)
    assert all(one.key.rpartition(":")[2] <= max(on, one.day).isoformat() for one in every)
    assert every == reminders(given_facts, CALENDAR, STAGE_TARGETS, on)
