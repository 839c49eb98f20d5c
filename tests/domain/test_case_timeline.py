"""What the picture of a case shows of every day, and that its shapes stay where they belong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_timeline import CaseTimeline, DayMark, timeline_of
from gongkai_desk.domain.clock import How, run
from gongkai_desk.domain.request import EventKind, RequestEvent
from gongkai_desk.domain.request_steps import clock_events
from gongkai_desk.domain.timeline_drawing import (
    Area,
    Box,
    Metrics,
    Names,
    Stroke,
    Word,
    bar,
    day_at,
    draw,
)
from gongkai_desk.services.bundled_calendar import bundled_calendar
from tests.builders import a_request, an_event

D = dt.date
K, M = EventKind, DayMark
CALENDAR = bundled_calendar()
NAMES = Names(today="今天", due="到期", due_today="今天到期")
METRICS = Metrics(cell=22, text=7, weeks=3)


def case(received: dt.date, events: Iterable[RequestEvent], as_of: dt.date) -> Case:
    kept = tuple(events)
    clock = run(received, clock_events(kept), CALENDAR, as_of)
    return Case(request=a_request(id="r", received=received), events=kept, clock=clock)


def event(date: dt.date, kind: EventKind, argument: str = "") -> RequestEvent:
    return an_event("r", date=date, kind=kind, argument=argument)


def shown(received: dt.date, as_of: dt.date, *events: RequestEvent) -> CaseTimeline:
    timeline = timeline_of(case(received, events, as_of))
    assert timeline is not None
    return timeline


def marks(timeline: CaseTimeline, mark: DayMark) -> list[dt.date]:
    return [day.date for day in timeline.days if day.mark is mark]


def test_a_plain_case_has_twenty_counted_days() -> None:
    timeline = shown(D(2026, 11, 2), D(2026, 11, 12))
    assert timeline.days[0].mark is M.RECEIVED
    assert [day.number for day in timeline.days if day.number] == list(range(1, 21))
    assert (timeline.days[-1].due, timeline.days[-1].date) == (True, timeline.due)
    assert [day.date for day in timeline.days if day.today] == [D(2026, 11, 12)]
    assert timeline.notes[0].number == 1
    assert timeline.marks == (M.RECEIVED, M.COUNTED, M.REST)


def test_a_case_without_receipt_has_no_picture() -> None:
    assert timeline_of(Case(request=a_request(received=None), events=(), clock=None)) is None


def test_consultation_and_extension_have_marks_of_their_own() -> None:
    timeline = shown(
        D(2026, 9, 18),
        D(2026, 11, 20),
        event(D(2026, 9, 25), K.CONSULTATION_SENT, "A"),
        event(D(2026, 10, 12), K.CONSULTATION_ANSWERED, "A"),
        event(D(2026, 10, 15), K.EXTENDED, "10"),
    )
    assert len(marks(timeline, M.EXTENDED)) == 10
    suspended = marks(timeline, M.SUSPENDED)
    assert (suspended[0], suspended[-1]) == (D(2026, 9, 28), D(2026, 10, 12))
    assert timeline.counts[M.COUNTED] == 20


def test_a_clarification_drops_what_was_counted_before_it() -> None:
    timeline = shown(
        D(2026, 9, 18),
        D(2026, 10, 30),
        event(D(2026, 9, 23), K.CLARIFICATION_REQUESTED),
        event(D(2026, 10, 14), K.CLARIFICATION_RECEIVED),
    )
    assert marks(timeline, M.DROPPED) == [
        D(2026, 9, 20), D(2026, 9, 21), D(2026, 9, 22), D(2026, 9, 23),
    ]  # fmt: skip
    assert marks(timeline, M.RECEIVED) == [D(2026, 9, 18), D(2026, 10, 14)]
    assert marks(timeline, M.WAITING)[0] == D(2026, 9, 24)
    assert timeline.counts[M.COUNTED] == 20


def test_late_days_and_days_after_the_closing() -> None:
    late = shown(D(2026, 9, 18), D(2026, 10, 26))
    assert marks(late, M.LATE) == [D(2026, 10, 23), D(2026, 10, 26)]
    closed = shown(D(2026, 9, 18), D(2026, 11, 20), event(D(2026, 10, 20), K.REPLIED))
    assert marks(closed, M.AFTER) == [D(2026, 10, 21), D(2026, 10, 22)]
    assert not any(day.today for day in closed.days)


def test_a_redecision_begins_a_second_count_and_idle_weeks_are_left_out() -> None:
    timeline = shown(
        D(2026, 1, 5),
        D(2026, 6, 10),
        event(D(2026, 1, 20), K.REPLIED),
        event(D(2026, 6, 1), K.REDECISION_ORDERED, "2026-06-30"),
    )
    assert marks(timeline, M.RECEIVED) == [D(2026, 1, 5), D(2026, 6, 1)]
    assert not marks(timeline, M.DROPPED), "the first answer stays counted"
    assert not marks(timeline, M.EXTENDED)
    assert timeline.days[-1].date == D(2026, 6, 30)
    gaps = [b.date - a.date for a, b in pairwise(timeline.days)]
    assert sum(gap > dt.timedelta(days=1) for gap in gaps) == 1
    assert len(timeline.days) < 100


@pytest.mark.parametrize("weeks", [1, 2, 3, 5])
def test_the_shapes_stay_inside_their_rows(weeks: int) -> None:
    timeline = shown(
        D(2026, 9, 18),
        D(2026, 12, 31),
        event(D(2026, 9, 25), K.CONSULTATION_SENT, "A"),
        event(D(2026, 10, 15), K.EXTENDED, "20"),
    )
    metrics = Metrics(cell=22, text=7, weeks=weeks)
    drawing = draw(timeline, metrics, NAMES)
    assert sum(len(row.days) for row in drawing.rows) == len(timeline.days)
    for row in drawing.rows:
        for shape in row.shapes:
            for x, y in corners(shape):
                assert -8 <= x <= drawing.width + 8
                assert -1 <= y <= row.height


def corners(shape: object) -> list[tuple[float, float]]:
    match shape:
        case Box():
            return [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
        case Stroke():
            return [(shape.x1, shape.y1), (shape.x2, shape.y2)]
        case Area():
            return list(shape.points)
        case Word():
            return [(shape.x, shape.y)]
    raise AssertionError(shape)


def test_every_kind_of_day_looks_different_without_its_colour() -> None:
    looks: dict[DayMark, tuple[object, ...]] = {}
    for mark in DayMark:
        shapes = tuple(bar(mark, 0, 0, 20, 16, 7))
        colourless = tuple(_without_colour(shape) for shape in shapes)
        assert colourless not in looks.values(), mark
        looks[mark] = colourless
    assert len(looks) == len(DayMark)


def _without_colour(shape: object) -> tuple[object, ...]:
    match shape:
        case Box():
            place = (shape.x, shape.y, shape.width, shape.height)
            filled = shape.fill is not None
            return ("box", *place, filled, shape.line is None, shape.dashed, shape.thick > 1)
        case Stroke():
            return ("stroke", shape.x1, shape.y1, shape.x2, shape.y2)
        case Word():
            return ("word", shape.text)
    raise AssertionError(shape)


def test_the_day_under_the_pointer() -> None:
    timeline = shown(D(2026, 11, 2), D(2026, 11, 12))  # a Monday
    drawing = draw(timeline, METRICS, NAMES)
    first = day_at(drawing, METRICS, 5, drawing.rows[0].height / 2)
    assert first is not None
    assert first.date == D(2026, 11, 2)
    second_row = day_at(drawing, METRICS, METRICS.cell * 1.5, drawing.rows[0].height + 9)
    assert second_row is not None
    assert second_row.date == D(2026, 11, 24)
    assert day_at(drawing, METRICS, METRICS.width + 5, 5) is None
    assert day_at(drawing, METRICS, 5, -1) is None
    assert day_at(drawing, METRICS, 5, drawing.height + 1) is None


@given(
    st.dates(D(2025, 1, 2), D(2026, 6, 30)),
    st.integers(0, 120),
    st.lists(
        st.tuples(
            st.integers(0, 90),
            st.sampled_from([K.CONSULTATION_SENT, K.EXTENDED, K.FEE_NOTICED, K.FEE_PAID]),
        ),
        max_size=5,
    ),
)
def test_the_picture_agrees_with_the_clock(
    received: dt.date, days: int, happened: list[tuple[int, EventKind]]
) -> None:
    arguments = {K.CONSULTATION_SENT: "A", K.EXTENDED: "7"}
    events = [
        event(received + dt.timedelta(days=after), kind, arguments.get(kind, ""))
        for after, kind in happened
    ]
    as_of = received + dt.timedelta(days=days)
    one = case(received, events, as_of)
    timeline = timeline_of(one)
    assert timeline is not None
    assert one.clock is not None
    dates = [day.date for day in timeline.days]
    assert dates == sorted(set(dates)), "every day once, in order"
    told = {day.date: day.number for day in timeline.days}
    for day in one.clock.days:
        if day.how is How.COUNTED and day.date in told and one.clock.period.fixed is None:
            assert told[day.date] in (day.number, None)
