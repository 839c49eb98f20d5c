from __future__ import annotations

import datetime as dt
from dataclasses import asdict, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gongkai_desk import resources
from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.clock import Clock, ClockState, How, run
from gongkai_desk.domain.clock_period import PERIODS
from gongkai_desk.domain.clock_steps import BASIS, ORDER, ClockEvent, LegalStep
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import EventKind
from gongkai_desk.services.bundled_calendar import bundled_calendar
from gongkai_desk.texts import label, sentence

D = dt.date
CALENDAR = bundled_calendar()
K = EventKind


def day(text: str) -> dt.date:
    return D.fromisoformat(text)


def event(text: str) -> ClockEvent:
    date, kind, *argument = text.split(":", 2)
    return ClockEvent(day(date), EventKind(kind), argument[0] if argument else "")


def clock(received: str, *events: str, as_of: str, calendar: WorkCalendar = CALENDAR) -> Clock:
    return run(day(received), [event(one) for one in events], calendar, day(as_of))


def codes(answer: Clock) -> list[str]:
    return [warning.code for warning in answer.warnings]


VECTORS = [  # received, +7, +15, +20, +40 working days
    ("2026-01-05", "2026-01-14", "2026-01-26", "2026-02-02", "2026-03-06"),
    ("2026-02-10", "2026-02-26", "2026-03-09", "2026-03-16", "2026-04-14"),
    ("2026-02-14", "2026-03-03", "2026-03-13", "2026-03-20", "2026-04-20"),
    ("2026-04-03", "2026-04-15", "2026-04-27", "2026-05-07", "2026-06-03"),
    ("2026-04-30", "2026-05-13", "2026-05-25", "2026-06-01", "2026-06-30"),
    ("2026-09-18", "2026-09-29", "2026-10-15", "2026-10-22", "2026-11-19"),
    ("2026-09-19", "2026-09-29", "2026-10-15", "2026-10-22", "2026-11-19"),
    ("2026-09-20", "2026-09-30", "2026-10-16", "2026-10-23", "2026-11-20"),
    ("2026-09-28", "2026-10-13", "2026-10-23", "2026-10-30", "2026-11-27"),
    ("2026-10-01", "2026-10-15", "2026-10-27", "2026-11-03", "2026-12-01"),
    ("2026-11-20", "2026-12-01", "2026-12-11", "2026-12-18", None),
]


@pytest.mark.parametrize(("received", "seven", "fifteen", "twenty", "forty"), VECTORS)
def test_vectors(received: str, seven: str, fifteen: str, twenty: str, forty: str | None) -> None:
    plain = clock(received, as_of=received)
    assert plain.clarification_due == day(seven)
    assert plain.due == day(twenty)
    assert plain.remaining == 20
    assert not plain.provisional
    consulted = clock(received, f"{received}:consultation_sent:A", as_of=fifteen)
    assert consulted.state is ClockState.SUSPENDED
    assert consulted.steps[-1].what is LegalStep.CONSULTATION_LIMIT
    assert consulted.steps[-1].date == day(fifteen)
    extended = clock(received, f"{received}:extended:20", as_of=received)
    if forty is None:
        assert extended.provisional
    else:
        assert extended.due == day(forty)


def test_remaining_and_overdue_around_the_due_date() -> None:
    on_the_day = clock("2026-09-18", as_of="2026-10-22")
    assert (on_the_day.remaining, on_the_day.overdue) == (0, False)
    after = clock("2026-09-18", as_of="2026-10-23")
    assert (after.remaining, after.overdue) == (-1, True)


def test_clarification_waits_and_starts_anew() -> None:
    asked = ("2026-09-18", "2026-09-24:clarification_requested")
    waiting = clock(*asked, as_of="2026-09-28")
    assert waiting.state is ClockState.AWAITING_CLARIFICATION
    assert (waiting.due, waiting.remaining, waiting.overdue) == (None, None, False)
    assert waiting.warnings == ()
    again = clock(
        "2026-09-18",
        "2026-09-21:extended:10",
        "2026-09-22:consultation_sent:A",
        "2026-09-24:clarification_requested",
        "2026-10-12:clarification_received",
        as_of="2026-10-12",
    )
    assert again.state is ClockState.RUNNING
    assert again.due == CALENDAR.add(day("2026-10-12"), 20)
    assert again.clarification_due == CALENDAR.add(day("2026-10-12"), 7)
    lapsed = clock(*asked, "2026-10-20:clarification_lapsed", as_of="2026-10-20")
    assert lapsed.state is ClockState.CLOSED
    assert lapsed.closed_on == day("2026-10-20")
    assert (lapsed.due, lapsed.overdue) == (None, False)


def test_a_late_or_second_clarification_is_a_warning() -> None:
    late = clock("2026-09-18", "2026-09-30:clarification_requested", as_of="2026-09-30")
    assert late.state is ClockState.AWAITING_CLARIFICATION
    assert codes(late) == ["clarification-late"]
    assert late.warnings[0].values["due"] == day("2026-10-22")
    assert "2026-10-22" in sentence(late.warnings[0])
    second = clock(
        "2026-09-18",
        "2026-09-21:clarification_requested",
        "2026-09-22:clarification_received",
        "2026-09-23:clarification_requested",
        as_of="2026-09-23",
    )
    assert second.state is ClockState.AWAITING_CLARIFICATION
    assert codes(second) == ["clarification-again"]


def test_consultation_excludes_its_working_days_until_the_answer() -> None:
    events = ("2026-09-25:consultation_sent:A", "2026-10-12:consultation_answered:A")
    before = clock("2026-09-18", events[0], as_of="2026-10-11")
    assert before.state is ClockState.SUSPENDED
    assert before.due == CALENDAR.add(day("2026-10-22"), 15)
    after = clock("2026-09-18", *events, as_of="2026-10-12")
    assert after.state is ClockState.RUNNING
    excluded = CALENDAR.count(day("2026-09-25"), day("2026-10-12"))
    assert after.due == CALENDAR.add(day("2026-10-22"), excluded)


def test_consultation_ends_by_itself_after_fifteen_working_days() -> None:
    sent = day("2026-03-02")
    limit = CALENDAR.add(sent, 15)
    after_limit = CALENDAR.add(limit, 1)
    one = clock("2026-03-02", "2026-03-02:consultation_sent:A", as_of=after_limit.isoformat())
    assert one.state is ClockState.RUNNING
    assert one.due == CALENDAR.add(sent, 35)
    assert [step.what for step in one.steps][-1] is LegalStep.CONSULTATION_LIMIT
    late_answer = clock(
        "2026-03-02",
        "2026-03-02:consultation_sent:A",
        f"{after_limit}:consultation_answered:A",
        as_of="2026-04-30",
    )
    assert late_answer.due == one.due


def test_delivery_moves_the_limit() -> None:
    answer = clock(
        "2026-03-02",
        "2026-03-03:consultation_sent:A",
        "2026-03-06:consultation_delivered:A",
        as_of="2026-03-09",
    )
    limit = CALENDAR.add(day("2026-03-06"), 15)
    assert answer.due == CALENDAR.add(
        CALENDAR.add(day("2026-03-02"), 20), CALENDAR.count(day("2026-03-03"), limit)
    )


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (["2026-03-03:consultation_answered:A"], ["consultation-not-sent"]),
        (["2026-03-03:consultation_delivered:A"], ["consultation-not-sent"]),
        (
            ["2026-03-03:consultation_sent:A", "2026-03-04:consultation_sent:A"],
            ["consultation-known"],
        ),
        (["2026-03-03:clarification_received"], ["clarification-not-asked"]),
        (["2026-03-03:fee_paid"], ["fee-not-noticed"]),
        (["2026-03-03:fee_lapsed"], ["fee-not-noticed-closed"]),
        (["2026-03-03:clarification_lapsed"], ["clarification-not-asked-closed"]),
        (["2026-03-03:extended:5", "2026-03-04:extended:6"], ["extended-again"]),
        (["2026-03-03:fee_noticed", "2026-03-04:extended:6"], ["event-while-waiting"]),
        (["2026-03-03:fee_noticed", "2026-03-04:fee_noticed"], ["fee-noticed-again"]),
        (["2026-03-03:fee_noticed", "2026-03-04:consultation_sent:A"], ["event-while-waiting"]),
        (["2026-04-20:fee_noticed"], ["fee-noticed-late"]),
        (["2026-04-20:consultation_sent:A"], ["consultation-late"]),
        (["2026-04-20:extended:5"], ["extended-late"]),
        (["2026-03-03:replied", "2026-03-04:extended:5"], ["event-after-closing"]),
        (["2026-03-03:replied", "2026-03-03:withdrawn"], ["event-after-closing"]),
        (["2026-07-03:replied"], ["event-in-future"]),
        (["2026-03-03:delayed:2026-03-31"], []),
        (["2026-03-03:delayed:2026-04-04"], ["due-no-working-day"]),
        (["2026-03-03:delayed:2026-03-10"], ["due-earlier"]),
        (["2026-03-03:due_overridden:2026-04-30"], ["due-by-hand"]),
    ],
)
def test_what_is_odd_is_told(events: list[str], expected: list[str]) -> None:
    answer = clock("2026-03-02", *events, as_of="2026-04-30")
    assert codes(answer) == expected
    assert len(answer.steps) >= 1 + sum(one < "2026-05" for one in events)


def test_extension_counts_once_and_late_ones_count_too() -> None:
    answer = clock(
        "2026-03-02", "2026-03-03:extended:5", "2026-03-04:extended:6", as_of="2026-03-05"
    )
    assert answer.due == CALENDAR.add(day("2026-03-02"), 25)
    late = clock("2026-03-02", "2026-04-20:extended:5", as_of="2026-04-20")
    assert late.due == CALENDAR.add(day("2026-03-02"), 25)


def test_a_date_set_by_hand_and_an_extension_after_it() -> None:
    answer = clock(
        "2026-03-02", "2026-03-03:delayed:2026-05-06", "2026-03-04:extended:5", as_of="2026-03-05"
    )
    assert answer.due == CALENDAR.add(day("2026-05-06"), 5)
    by_hand = run(
        day("2026-03-02"),
        [ClockEvent(day("2026-03-03"), K.DUE_OVERRIDDEN, "2026-05-06", "样例理由")],
        CALENDAR,
        day("2026-03-05"),
    )
    assert by_hand.due == day("2026-05-06")
    assert "样例理由" in sentence(by_hand.warnings[0])


def test_fee_waits_and_payment_starts_anew() -> None:
    waiting = clock("2026-03-02", "2026-03-10:fee_noticed", as_of="2026-03-12")
    assert waiting.state is ClockState.AWAITING_PAYMENT
    assert waiting.due is None
    paid = clock("2026-03-02", "2026-03-10:fee_noticed", "2026-03-20:fee_paid", as_of="2026-03-20")
    assert paid.due == CALENDAR.add(day("2026-03-20"), 20)
    assert paid.clarification_due == CALENDAR.add(day("2026-03-02"), 7)


def test_closing_keeps_the_due_date() -> None:
    in_time = clock("2026-09-18", "2026-10-22:replied", as_of="2026-12-01")
    assert (in_time.state, in_time.due, in_time.closed_on, in_time.overdue, in_time.remaining) == (
        ClockState.CLOSED, day("2026-10-22"), day("2026-10-22"), False, 0,
    )  # fmt: skip
    late = clock("2026-09-18", "2026-10-23:replied", as_of="2026-12-01")
    assert (late.overdue, late.remaining) == (True, -1)


def test_received_after_the_day_looked_from_still_shows_its_due_date() -> None:
    answer = clock("2026-09-18", as_of="2026-09-01")
    assert answer.due == day("2026-10-22")
    assert codes(answer) == ["received-in-future"]


def test_provisional() -> None:
    assert clock("2026-12-08", as_of="2026-12-08").provisional
    assert not clock("2026-11-20", as_of="2026-11-20").provisional
    assert clock("2026-12-20", "2026-12-21:fee_noticed", as_of="2027-01-04").provisional


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-03:extended:0", "2026-03-03:extended:21", "2026-03-03:extended",
        "2026-03-03:extended:1.5", "2026-03-03:extended:５", "2026-03-03:delayed:soon",
        "2026-03-03:due_overridden", "2026-03-01:replied",
    ],
)  # fmt: skip
def test_refused(text: str) -> None:
    with pytest.raises(DomainError):
        clock("2026-03-02", text, as_of="2026-03-02")


def test_the_ledger_counts_to_the_due_date() -> None:
    answer = clock(
        "2026-09-18",
        "2026-09-25:consultation_sent:A",
        "2026-10-12:consultation_answered:A",
        as_of="2026-10-12",
    )
    days = answer.days
    assert days[0].how is How.BEFORE_START
    assert (days[-1].date, days[-1].number, days[-1].how) == (answer.due, 20, How.COUNTED)
    assert [d.number for d in days if d.number] == list(range(1, 21))
    suspended = [d.date for d in days if d.how is How.SUSPENDED]
    assert suspended[0] == day("2026-09-28")
    assert suspended[-1] == day("2026-10-12")
    waiting = clock("2026-03-02", "2026-03-03:fee_noticed", as_of="2026-03-05")
    assert waiting.days[-1].date == day("2026-03-03"), "the count stops with the notice"


def test_periods_and_articles_are_those_of_the_statute_table() -> None:
    table = resources.table("statutes", "periods.toml")
    assert asdict(PERIODS) == table["periods"]
    assert {what.value: basis for what, basis in BASIS.items()} == table["basis"]
    assert set(ORDER) == set(EventKind)


def test_every_note_and_label_has_words() -> None:
    answer = clock(
        "2026-03-02",
        "2026-03-03:consultation_sent:A",
        "2026-03-04:consultation_delivered:A",
        "2026-03-05:consultation_answered:A",
        "2026-03-06:extended:3",
        "2026-03-07:delayed:2026-05-20",
        "2026-03-09:fee_noticed",
        "2026-03-10:fee_paid",
        "2026-03-11:withdrawn",
        as_of="2026-06-01",
    )
    assert all(sentence(step.note) and label(step.what) for step in answer.steps)
    assert label(answer.state)


# properties

RECEIVED = st.dates(D(2019, 1, 2), D(2026, 6, 30))
NAMES = ("A", "B", "C")


@st.composite
def histories(draw: st.DrawFn) -> tuple[dt.date, list[ClockEvent]]:
    received = draw(RECEIVED)
    kinds = [kind for kind in EventKind if kind not in (K.DELAYED, K.DUE_OVERRIDDEN)]
    events = []
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(kinds))
        argument = ""
        if kind is K.EXTENDED:
            argument = str(draw(st.integers(1, 20)))
        elif kind in (K.CONSULTATION_SENT, K.CONSULTATION_DELIVERED, K.CONSULTATION_ANSWERED):
            argument = draw(st.sampled_from(NAMES))
        date = received + dt.timedelta(days=draw(st.integers(0, 90)))
        events.append(ClockEvent(date, kind, argument))
    return received, events


@given(histories(), st.integers(0, 120))
def test_due_is_a_working_day(history: tuple[dt.date, list[ClockEvent]], later: int) -> None:
    received, events = history
    answer = run(received, events, CALENDAR, received + dt.timedelta(days=later))
    assert (answer.due is None) == (answer.remaining is None)
    if answer.due is not None:
        assert CALENDAR.is_working_day(answer.due)


@given(histories(), st.integers(0, 120), st.randoms(use_true_random=False))
def test_the_order_of_entry_and_repeats_change_nothing(
    history: tuple[dt.date, list[ClockEvent]], later: int, random: object
) -> None:
    received, events = history
    as_of = received + dt.timedelta(days=later)
    shuffled = [*events, *events[:3]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert run(received, shuffled, CALENDAR, as_of) == run(received, events, CALENDAR, as_of)


@given(histories(), st.integers(0, 120))
def test_later_events_do_not_change_an_earlier_day(
    history: tuple[dt.date, list[ClockEvent]], later: int
) -> None:
    received, events = history
    as_of = received + dt.timedelta(days=later)
    known = [one for one in events if one.date <= as_of]
    seen = run(received, known, CALENDAR, as_of)
    with_later = run(received, events, CALENDAR, as_of)
    assert replace(with_later, warnings=()) == replace(seen, warnings=())


@given(histories(), st.integers(0, 120), st.integers(0, 90), st.integers(1, 20))
def test_an_extension_never_shortens(
    history: tuple[dt.date, list[ClockEvent]], later: int, on: int, days: int
) -> None:
    received, events = history
    as_of = received + dt.timedelta(days=later)
    extension = ClockEvent(received + dt.timedelta(days=on), K.EXTENDED, str(days))
    others = [one for one in events if one.kind is not K.EXTENDED]
    before = run(received, others, CALENDAR, as_of)
    after = run(received, [*others, extension], CALENDAR, as_of)
    if before.due is not None:
        assert after.due is not None
        assert after.due >= before.due


@given(RECEIVED, st.integers(0, 20), st.integers(0, 7), st.integers(0, 7))
def test_splitting_a_consultation_changes_nothing(
    received: dt.date, start: int, first: int, second: int
) -> None:
    sent = received + dt.timedelta(days=start)
    middle, end = sent + dt.timedelta(days=first), sent + dt.timedelta(days=first + second)
    whole = [
        ClockEvent(sent, K.CONSULTATION_SENT, "A"),
        ClockEvent(end, K.CONSULTATION_ANSWERED, "A"),
    ]
    parts = [
        ClockEvent(sent, K.CONSULTATION_SENT, "A"),
        ClockEvent(middle, K.CONSULTATION_ANSWERED, "A"),
        ClockEvent(middle, K.CONSULTATION_SENT, "B"),
        ClockEvent(end, K.CONSULTATION_ANSWERED, "B"),
    ]
    as_of = end + dt.timedelta(days=3)
    one, two = (run(received, events, CALENDAR, as_of) for events in (whole, parts))
    assert (one.due, one.state, one.remaining) == (two.due, two.state, two.remaining)


@given(
    RECEIVED,
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 30)), max_size=3),
    st.integers(0, 20),
)
def test_a_day_loop_finds_the_same_due_date(
    received: dt.date, consultations: list[tuple[int, int]], extension: int
) -> None:
    events, excluded = [], []
    for name, (start, length) in zip(NAMES, consultations, strict=False):
        sent = received + dt.timedelta(days=start)
        answered = sent + dt.timedelta(days=length)
        events += [
            ClockEvent(sent, K.CONSULTATION_SENT, name),
            ClockEvent(answered, K.CONSULTATION_ANSWERED, name),
        ]
        excluded.append((sent, min(answered, CALENDAR.add(sent, 15))))
    if extension:
        events.append(ClockEvent(received, K.EXTENDED, str(extension)))
    expected, counted = received, 0
    while counted < 20 + extension:
        expected += dt.timedelta(days=1)
        suspended = any(after < expected <= until for after, until in excluded)
        counted += CALENDAR.is_working_day(expected) and not suspended
    answer = run(received, events, CALENDAR, received + dt.timedelta(days=200))
    assert answer.due == expected
    assert answer.days[-1].number == 20 + extension


@given(histories(), st.integers(0, 200))
def test_the_ledger_agrees_with_the_count(
    history: tuple[dt.date, list[ClockEvent]], later: int
) -> None:
    received, events = history
    answer = run(received, events, CALENDAR, received + dt.timedelta(days=later))
    assume(answer.due is not None)
    assert answer.due is not None
    numbers = [one.number for one in answer.days if one.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) == answer.period.counted(CALENDAR, answer.due)
    assert len(numbers) == 20 + answer.period.extension
