"""A re-decision (责令重新答复) opens a case anew: clock, order of events, what may follow."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai_desk.domain.clock import Clock, ClockState, run
from gongkai_desk.domain.clock_steps import ClockEvent
from gongkai_desk.domain.request import EventKind, RequestEvent
from gongkai_desk.domain.request_steps import (
    check_event,
    check_history,
    check_void,
    closing_event_of,
    possible,
)
from gongkai_desk.services.bundled_calendar import bundled_calendar
from gongkai_desk.texts import sentence
from tests.builders import a_request, an_event

D = dt.date
K = EventKind
CALENDAR = bundled_calendar()
RECEIVED, ANSWERED = D(2026, 5, 6), D(2026, 5, 20)
ORDERED = D(2026, 9, 18)
TODAY = D(2026, 11, 20)
REQUEST = a_request(received=RECEIVED)


def clock(*events: ClockEvent, as_of: dt.date = ORDERED) -> Clock:
    return run(RECEIVED, [ClockEvent(ANSWERED, K.REPLIED), *events], CALENDAR, as_of)


def ordered(argument: str = "", on: dt.date = ORDERED) -> ClockEvent:
    return ClockEvent(on, K.REDECISION_ORDERED, argument)


ANSWERS: list[tuple[str, tuple[ClockEvent, ...], dt.date, ClockState, dt.date | None]] = [
    ("twenty working days", (ordered(),), ORDERED, ClockState.RUNNING, D(2026, 10, 22)),
    ("the day ordered", (ordered("2026-10-09"),), ORDERED, ClockState.RUNNING, D(2026, 10, 9)),
    (
        "an extension adds to the new period",
        (ordered(), ClockEvent(D(2026, 9, 21), K.EXTENDED, "5")),
        D(2026, 9, 21),
        ClockState.RUNNING,
        D(2026, 10, 29),
    ),
    (
        "a consultation suspends it",
        (ordered(), ClockEvent(D(2026, 9, 21), K.CONSULTATION_SENT, "A")),
        D(2026, 9, 22),
        ClockState.SUSPENDED,
        D(2026, 11, 12),
    ),
    (
        "a clarification stops it",
        (ordered(), ClockEvent(D(2026, 9, 22), K.CLARIFICATION_REQUESTED)),
        D(2026, 9, 23),
        ClockState.AWAITING_CLARIFICATION,
        None,
    ),
    (
        "closed again",
        (ordered(), ClockEvent(D(2026, 10, 12), K.REPLIED)),
        TODAY,
        ClockState.CLOSED,
        D(2026, 10, 22),
    ),
]


@pytest.mark.parametrize(("_case", "events", "as_of", "state", "due"), ANSWERS)
def test_the_new_period(
    _case: str,
    events: tuple[ClockEvent, ...],
    as_of: dt.date,
    state: ClockState,
    due: dt.date | None,
) -> None:
    answer = clock(*events, as_of=as_of)
    assert (answer.state, answer.due) == (state, due)
    assert not answer.warnings
    assert answer.period.start == ORDERED
    assert all(sentence(step.note) for step in answer.steps)


def test_the_end_of_the_first_answer_is_forgotten_and_the_second_counts() -> None:
    opened = clock(ordered())
    assert opened.closed_on is None
    assert opened.remaining == 20
    again = clock(ordered(), ClockEvent(D(2026, 10, 23), K.REPLIED), as_of=TODAY)
    assert again.closed_on == D(2026, 10, 23)
    assert again.overdue
    assert [step.note.code for step in again.steps] == [
        "step-received",
        "step-closed-in-time",
        "step-redecision",
        "step-closed-late",
    ]


def test_what_waited_before_the_first_answer_waits_no_more() -> None:
    lapsed = [
        ClockEvent(D(2026, 5, 8), K.CLARIFICATION_REQUESTED),
        ClockEvent(D(2026, 6, 8), K.CLARIFICATION_LAPSED),
    ]
    answer = run(RECEIVED, [*lapsed, ordered()], CALENDAR, ORDERED)
    assert (answer.state, answer.due) == (ClockState.RUNNING, D(2026, 10, 22))


def test_the_limit_for_a_clarification_counts_from_the_order() -> None:
    in_time = clock(ordered(), ClockEvent(D(2026, 9, 29), K.CLARIFICATION_REQUESTED), as_of=TODAY)
    assert not in_time.warnings
    late = clock(ordered(), ClockEvent(D(2026, 9, 30), K.CLARIFICATION_REQUESTED), as_of=TODAY)
    assert [warning.code for warning in late.warnings] == ["clarification-late"]


def test_an_order_about_an_open_case_does_nothing() -> None:
    answer = run(RECEIVED, [ordered(on=D(2026, 5, 12))], CALENDAR, D(2026, 5, 12))
    assert [warning.code for warning in answer.warnings] == ["redecision-of-open-case"]
    assert answer.due == CALENDAR.add(RECEIVED, 20)


def test_the_second_order_begins_a_third_period() -> None:
    answer = clock(
        ordered(),
        ClockEvent(D(2026, 10, 12), K.REPLIED),
        ordered("2026-11-30", on=D(2026, 11, 9)),
        as_of=TODAY,
    )
    assert (answer.state, answer.due) == (ClockState.RUNNING, D(2026, 11, 30))


# which event may be recorded


def event(date: dt.date, kind: EventKind, argument: str = "", note: str = "") -> RequestEvent:
    return an_event(REQUEST, date=date, kind=kind, argument=argument, note=note)


REPLIED = event(ANSWERED, K.REPLIED)
REDECIDE = event(ORDERED, K.REDECISION_ORDERED)
STEPS: list[tuple[str, list[RequestEvent], RequestEvent, list[str]]] = [
    ("of an open case", [], REDECIDE, ["redecision-before-ending"]),
    ("of a closed one", [REPLIED], REDECIDE, []),
    ("by a day", [REPLIED], event(ORDERED, K.REDECISION_ORDERED, "2026-10-30"), []),
    (
        "by a day before the order",
        [REPLIED],
        event(ORDERED, K.REDECISION_ORDERED, "2026-09-17"),
        ["due-before-its-event"],
    ),
    (
        "by no date at all",
        [REPLIED],
        event(ORDERED, K.REDECISION_ORDERED, "soon"),
        ["iso-date-unreadable"],
    ),
    (
        "before the receipt",
        [REPLIED],
        event(D(2026, 5, 5), K.REDECISION_ORDERED),
        ["event-before-receipt"],
    ),
    (
        "after today",
        [REPLIED],
        event(D(2026, 11, 21), K.REDECISION_ORDERED),
        ["event-after-today"],
    ),
    (
        "before the answer",
        [REPLIED],
        event(D(2026, 5, 19), K.REDECISION_ORDERED),
        ["redecision-before-ending"],
    ),
    (
        "twice",
        [REPLIED, REDECIDE],
        event(D(2026, 9, 21), K.REDECISION_ORDERED),
        ["redecision-before-ending"],
    ),
    ("then extended", [REPLIED, REDECIDE], event(D(2026, 9, 21), K.EXTENDED, "5"), []),
    (
        "then something in the first period",
        [REPLIED, REDECIDE],
        event(D(2026, 5, 12), K.EXTENDED, "5"),
        ["event-before-redecision"],
    ),
    ("then answered", [REPLIED, REDECIDE], event(D(2026, 10, 12), K.WITHDRAWN), []),
]


@pytest.mark.parametrize(("_case", "history", "new", "codes"), STEPS)
def test_which_event_may_follow(
    _case: str, history: list[RequestEvent], new: RequestEvent, codes: list[str]
) -> None:
    found = check_event(REQUEST, history, new, TODAY)
    assert [problem.code for problem in found] == codes
    assert all(sentence(problem) for problem in found)


def test_an_extension_is_free_again() -> None:
    first = event(D(2026, 5, 12), K.EXTENDED, "5")
    history = [first, REPLIED, REDECIDE]
    assert not check_event(REQUEST, history, event(D(2026, 9, 21), K.EXTENDED, "20"), TODAY)
    allowed = {one.kind for one in possible(REQUEST, history, TODAY) if one.obstacle is None}
    assert {K.EXTENDED, K.REPLIED, K.CLARIFICATION_REQUESTED, K.WITHDRAWN} <= allowed
    assert K.REDECISION_ORDERED not in allowed


def test_the_ending_is_the_last_one() -> None:
    assert closing_event_of([REPLIED]) == REPLIED
    assert closing_event_of([REPLIED, REDECIDE]) is None
    again = event(D(2026, 10, 12), K.REPLIED)
    assert closing_event_of([again, REDECIDE, REPLIED]) == again
    assert check_history([again, REDECIDE, REPLIED]) == []


def test_a_mistaken_order_is_voided_only_while_nothing_rests_on_it() -> None:
    assert not check_void([REPLIED, REDECIDE], REDECIDE, TODAY, "登记错误")
    extended = event(D(2026, 9, 21), K.EXTENDED, "5")
    (refused,) = check_void([REPLIED, REDECIDE, extended], REDECIDE, TODAY, "登记错误")
    assert refused.code == "void-breaks-later-event"
