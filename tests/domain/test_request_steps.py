"""Which event may follow which: the table of refusals, and random histories that never break."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.clock import ClockState, run
from gongkai_desk.domain.request import CLOSING, EventKind, RequestEvent
from gongkai_desk.domain.request_steps import (
    check_event,
    check_history,
    check_void,
    clock_events,
    counting,
    next_consultation,
    open_consultations,
    possible,
)
from gongkai_desk.services.bundled_calendar import bundled_calendar
from gongkai_desk.texts import sentence
from tests.builders import a_request, an_event

K = EventKind
REQUEST = a_request()
START = dt.date(2026, 9, 18)
TODAY = dt.date(2026, 11, 20)


def event(day: int, kind: EventKind, argument: str = "", note: str = "") -> RequestEvent:
    date = START + dt.timedelta(days=day)
    return an_event(REQUEST, date=date, kind=kind, argument=argument, note=note)


def codes(history: list[RequestEvent], new: RequestEvent) -> list[str]:
    problems = check_event(REQUEST, history, new, TODAY)
    assert all(sentence(problem) for problem in problems)
    return [problem.code for problem in problems]


ASKED = event(3, K.CLARIFICATION_REQUESTED)
CLARIFIED = event(9, K.CLARIFICATION_RECEIVED)
NOTICED = event(4, K.FEE_NOTICED)
SENT = event(2, K.CONSULTATION_SENT, "A")
ANSWERED = event(8, K.CONSULTATION_ANSWERED, "A")
EXTENDED = event(10, K.EXTENDED, "10")
REPLIED = event(20, K.REPLIED)


@pytest.mark.parametrize(
    ("history", "new", "code"),
    [
        ([], event(-1, K.REPLIED), "event-before-receipt"),
        ([], event(64, K.REPLIED), "event-after-today"),
        ([], event(3, K.CLARIFICATION_RECEIVED), "clarification-not-requested"),
        ([], event(3, K.CLARIFICATION_LAPSED), "clarification-not-requested"),
        ([], event(3, K.FEE_PAID), "fee-not-asked-for"),
        ([], event(3, K.FEE_LAPSED), "fee-not-asked-for"),
        ([NOTICED], event(5, K.FEE_NOTICED), "fee-already-asked-for"),
        ([ASKED], event(5, K.EXTENDED, "5"), "event-while-applicant-must-act"),
        ([ASKED], event(5, K.CONSULTATION_SENT, "A"), "event-while-applicant-must-act"),
        ([NOTICED], event(5, K.DELAYED, "2026-12-01"), "event-while-applicant-must-act"),
        ([EXTENDED], event(12, K.EXTENDED, "5"), "already-extended"),
        ([], event(3, K.EXTENDED, "21"), "extension-out-of-range"),
        ([], event(3, K.EXTENDED, "0"), "extension-out-of-range"),
        ([], event(3, K.EXTENDED, "十"), "extension-out-of-range"),
        ([], event(3, K.DELAYED, "soon"), "iso-date-unreadable"),
        ([], event(3, K.DELAYED, "2026-09-18"), "due-before-its-event"),
        ([], event(3, K.DUE_OVERRIDDEN, "2026-12-01"), "override-without-reason"),
        ([SENT], event(5, K.CONSULTATION_SENT, "A"), "consultation-name-taken"),
        ([], event(5, K.CONSULTATION_SENT, ""), "consultation-name-missing"),
        ([], event(5, K.CONSULTATION_SENT, " A"), "consultation-name-blanks"),
        ([], event(5, K.CONSULTATION_ANSWERED, "A"), "consultation-unknown"),
        ([SENT, ANSWERED], event(9, K.CONSULTATION_ANSWERED, "A"), "consultation-already-recorded"),
        (
            [SENT, ANSWERED],
            event(9, K.CONSULTATION_DELIVERED, "A"),
            "consultation-already-recorded",
        ),
        ([REPLIED], event(21, K.EXTENDED, "5"), "event-on-closed-case"),
        ([REPLIED], event(5, K.EXTENDED, "5"), "event-on-closed-case"),
        ([EXTENDED], event(9, K.REPLIED), "event-breaks-later-event"),
        ([], event(9, K.WITHDRAWN, "x"), "argument-not-wanted"),
    ],
)
def test_refused(history: list[RequestEvent], new: RequestEvent, code: str) -> None:
    assert codes(history, new) == [code]


@pytest.mark.parametrize(
    ("history", "new"),
    [
        ([], event(0, K.REPLIED)),
        ([], event(40, K.CLARIFICATION_REQUESTED)),  # late: the clock warns
        ([ASKED, CLARIFIED], event(12, K.CLARIFICATION_REQUESTED)),  # again: the clock warns
        ([ASKED], event(3, K.CLARIFICATION_RECEIVED)),  # the same day
        ([ASKED, CLARIFIED, EXTENDED], event(11, K.CONSULTATION_SENT, "B")),
        ([event(2, K.EXTENDED, "5"), ASKED, CLARIFIED], event(12, K.EXTENDED, "20")),
        ([SENT], event(5, K.CONSULTATION_SENT, "B")),
        ([SENT], event(5, K.CONSULTATION_DELIVERED, "A")),
        ([], event(3, K.DUE_OVERRIDDEN, "2026-12-01", "与申请人商定")),
        ([replace(EXTENDED, voided_on=TODAY)], event(12, K.EXTENDED, "5")),
    ],
)
def test_allowed(history: list[RequestEvent], new: RequestEvent) -> None:
    assert codes(history, new) == []


def test_nothing_can_be_recorded_before_there_is_a_receipt_date() -> None:
    unconfirmed = a_request(received=None)
    assert [p.code for p in check_event(unconfirmed, [], ASKED, TODAY)] == ["event-without-receipt"]
    assert all(one.obstacle for one in possible(unconfirmed, [], TODAY))


def test_the_choices_come_with_their_reasons() -> None:
    choices = {one.kind: one.obstacle for one in possible(REQUEST, [SENT], TODAY)}
    assert {kind for kind, obstacle in choices.items() if obstacle is None} == {
        K.CLARIFICATION_REQUESTED,
        K.CONSULTATION_SENT,
        K.CONSULTATION_DELIVERED,
        K.CONSULTATION_ANSWERED,
        K.EXTENDED,
        K.DELAYED,
        K.FEE_NOTICED,
        K.REPLIED,
        K.WITHDRAWN,
        K.DUE_OVERRIDDEN,
        K.REASONS_REQUESTED,
        K.MERGED,
    }
    assert all(sentence(obstacle) for obstacle in choices.values() if obstacle)
    open_again = [one.kind for one in possible(REQUEST, [REPLIED], TODAY) if not one.obstacle]
    assert open_again == [K.REDECISION_ORDERED]


def test_names_of_consultations() -> None:
    assert next_consultation([]) == "A"
    assert next_consultation([SENT]) == "B"
    assert next_consultation([replace(SENT, voided_on=TODAY)]) == "B"
    every = [event(2, K.CONSULTATION_SENT, chr(ord("A") + i)) for i in range(26)]
    assert next_consultation(every) == "AA"
    history = [SENT, event(3, K.CONSULTATION_SENT, "B"), ANSWERED]
    assert open_consultations(history, K.CONSULTATION_ANSWERED) == ["B"]


def test_voiding() -> None:
    def void(history: list[RequestEvent], one: RequestEvent, because: str = "误记") -> list[str]:
        problems = check_void(history, one, TODAY, because)
        assert all(sentence(problem) for problem in problems)
        return [problem.code for problem in problems]

    assert void([EXTENDED], EXTENDED) == []
    assert void([EXTENDED], EXTENDED, " ") == ["reason-missing"]
    assert void([ASKED, CLARIFIED], ASKED) == ["void-breaks-later-event"]
    assert void([ASKED, CLARIFIED], CLARIFIED) == []
    assert void([REPLIED], REPLIED) == ["void-by-reopening"]
    gone = replace(EXTENDED, voided_on=TODAY)
    assert void([gone], gone) == ["event-already-voided"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_history_of_allowed_events_makes_sense_to_the_clock(data: st.DataObject) -> None:
    """Whatever is allowed step by step stays possible, runs, and can be taken back."""
    calendar = bundled_calendar()
    history: list[RequestEvent] = []
    day = START
    for _ in range(data.draw(st.integers(1, 9))):
        day = min(day + dt.timedelta(days=data.draw(st.integers(0, 9))), TODAY)
        kinds = [one.kind for one in possible(REQUEST, history, day) if one.obstacle is None]
        if not kinds:
            break
        new = _some_event(data, history, data.draw(st.sampled_from(kinds)), day)
        if new.kind in (K.DELAYED, K.DUE_OVERRIDDEN):
            new = replace(new, argument=(day + dt.timedelta(days=30)).isoformat())
        assert check_event(REQUEST, history, new, day) == []
        history.append(new)
        assert check_history(history) == []
        clock = run(START, clock_events(history), calendar, day)
        assert clock.due is not None or clock.state in (
            ClockState.AWAITING_CLARIFICATION,
            ClockState.AWAITING_PAYMENT,
            ClockState.CLOSED,
        )
        assert (clock.state is ClockState.CLOSED) == (new.kind in CLOSING)
    for latest in reversed(counting(history)):
        if latest.kind not in CLOSING:
            assert check_void(history, latest, TODAY, "更正") in ([], check_history(history))
        history = [replace(e, voided_on=TODAY) if e.id == latest.id else e for e in history]
    assert clock_events(history) == []


def _some_event(
    data: st.DataObject, history: list[RequestEvent], kind: EventKind, day: dt.date
) -> RequestEvent:
    def fits(name: str) -> bool:
        trial = replace(event(0, kind, name), date=day)
        return check_event(REQUEST, history, trial, day) == []

    argument = ""
    if kind is K.MERGED:
        argument = "2026-001"
    elif kind is K.EXTENDED:
        argument = str(data.draw(st.integers(1, 20)))
    elif kind is K.CONSULTATION_SENT:
        argument = next_consultation(history)
    elif kind in (K.CONSULTATION_DELIVERED, K.CONSULTATION_ANSWERED):
        names = [name for name in open_consultations(history, kind) if fits(name)]
        argument = data.draw(st.sampled_from(names))
    return replace(event(0, kind, argument, "理由"), date=day)
