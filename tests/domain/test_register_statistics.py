"""The register counted: every bar names its requests, nothing is counted twice or left out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.clock import run
from gongkai_desk.domain.register_statistics import (
    Dimension,
    RegisterStatistics,
    Timeliness,
    days_used,
    hot_subjects,
    statistics_of,
    subject_key,
)
from gongkai_desk.domain.request import Channel, EventKind, RequestEvent
from gongkai_desk.domain.request_steps import clock_events
from gongkai_desk.services.bundled_calendar import bundled_calendar
from gongkai_desk.services.outcomes import outcomes
from tests.builders import a_request, an_event

D = dt.date
TODAY = D(2026, 11, 20)


def case(
    received: dt.date,
    closed: dt.date | None = None,
    *events: tuple[dt.date, EventKind, str],
    **values: object,
) -> Case:
    request = a_request(
        submitted=received, arrived=received, received=received,
        outcome="OPEN" if closed else "", **values,
    )  # fmt: skip
    known: list[RequestEvent] = [
        an_event(request, date=date, kind=kind, argument=argument)
        for date, kind, argument in events
    ]
    if closed:
        known.append(an_event(request, date=closed, kind=EventKind.REPLIED))
    clock = run(received, clock_events(known), bundled_calendar(), TODAY)
    return Case(
        request=request,
        events=tuple(known),
        clock=clock,
        outcome=outcomes().get(request.outcome),
    )


IN_TIME = case(D(2026, 9, 18), D(2026, 10, 22))
LATE = case(D(2026, 9, 18), D(2026, 10, 23), channel=Channel.ONLINE)
EXTENDED = case(D(2026, 3, 2), D(2026, 4, 10), (D(2026, 3, 20), EventKind.EXTENDED, "20"))
RUNNING = case(D(2026, 11, 2), tags=("征地拆迁", "财政资金"))
OVERDUE = case(D(2026, 10, 9))
BEFORE = case(D(2025, 12, 30), D(2026, 1, 6))
EVERY = [IN_TIME, LATE, EXTENDED, RUNNING, OVERDUE, BEFORE]


def bars(counted: RegisterStatistics, dimension: Dimension) -> dict[str, int]:
    return {bar.key: bar.count for bar in counted.charts[dimension]}


def test_the_figures_of_a_year() -> None:
    counted = statistics_of(EVERY, 2026)
    assert (counted.received, counted.closed, counted.open, counted.overdue) == (5, 4, 2, 1)
    assert (counted.extended, counted.late) == (1, 1)
    assert counted.median_days == 20.5
    used = sorted(days_used(each) for each in (IN_TIME, LATE, EXTENDED, BEFORE))
    assert used == [4, 20, 21, 28]
    assert counted.mean_days == 18.2


def test_the_charts_of_a_year() -> None:
    counted = statistics_of(EVERY, 2026)
    months = bars(counted, Dimension.MONTH)
    assert len(months) == 12
    assert (months["2026-09"], months["2026-03"], months["2026-01"]) == (2, 1, 0)
    assert bars(counted, Dimension.CHANNEL) == {"registered_mail": 4, "online": 1}
    assert bars(counted, Dimension.TIMELINESS) == {"in_time": 2, "extended": 1, "late": 1}
    assert bars(counted, Dimension.DAYS)["16-20"] == 1
    assert bars(counted, Dimension.DAYS)["21-40"] == 2
    assert bars(counted, Dimension.TAG) == {"征地拆迁": 1, "财政资金": 1}
    assert bars(counted, Dimension.OUTCOME) == {outcomes()["OPEN"].label: 4}
    late = next(b for b in counted.charts[Dimension.TIMELINESS] if b.key == Timeliness.LATE.value)
    assert late.ids == (LATE.request.id,)


def test_an_empty_register() -> None:
    for year in (2026, None):
        counted = statistics_of([], year)
        assert (counted.received, counted.closed, counted.mean_days) == (0, 0, None)
        assert not any(bar.count for chart in counted.charts.values() for bar in chart)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("关于2024年度机关财务决算的信息", "机关财务决算（2025年）"),
        ("申请公开XX路改造招标文件", "xx路改造　招标文件"),
    ],
)
def test_the_same_subject_in_other_words(one: str, other: str) -> None:
    assert subject_key(one) == subject_key(other) != ""


def test_hot_subjects_are_asked_for_twice() -> None:
    again = replace(
        IN_TIME, request=replace(IN_TIME.request, id="x", subject="2024年法律援助经费决算")
    )
    (hot,) = hot_subjects([IN_TIME, again, case(D(2026, 9, 1), subject="别的")])
    assert (hot.count, hot.key) == (2, "2024年法律援助经费决算")


dates = st.dates(D(2024, 1, 2), D(2026, 10, 1))


@given(
    st.lists(st.tuples(dates, st.none() | st.integers(1, 60)), max_size=12),
    st.sampled_from([2024, 2025, 2026, None]),
)
def test_every_case_stands_in_exactly_one_bar(
    given_cases: list[tuple[dt.date, int | None]], year: int | None
) -> None:
    cases = [
        case(received, None if days is None else min(received + dt.timedelta(days), TODAY))
        for received, days in given_cases
    ]
    counted = statistics_of(cases, year)
    for dimension in (Dimension.MONTH, Dimension.CHANNEL, Dimension.KIND):
        ids = [each for bar in counted.charts[dimension] for each in bar.ids]
        assert len(ids) == len(set(ids)) == counted.received
    for dimension in (Dimension.OUTCOME, Dimension.DAYS, Dimension.TIMELINESS):
        ids = [each for bar in counted.charts[dimension] for each in bar.ids]
        assert len(ids) == len(set(ids)) == counted.closed
