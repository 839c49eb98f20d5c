"""Messages: working days for the answer, calendar months until it counts against the site."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.message_limits import (
    ChannelRule,
    ChannelRules,
    MessageState,
    message_standing,
)
from gongkai_desk.domain.platform import SiteMessage
from gongkai_desk.domain.platform_checks import check_message
from gongkai_desk.services.bundled_calendar import bundled_calendar

D = dt.date
FRIDAY = D(2026, 11, 20)
CALENDAR = bundled_calendar()
RULES = ChannelRules(
    rules=(
        ChannelRule(
            name="errors", title="找错", source="", days=3, handover=1, months=3, unsure=True
        ),
        ChannelRule(name="hotline", title="热线", source=""),
        ChannelRule(name="other", title="其他", source="", months=3),
    )
)
MESSAGE = SiteMessage(id="m", received=FRIDAY, text="错别字", source="errors")


def test_the_weekend_after_the_last_day_is_over() -> None:
    tuesday = replace(MESSAGE, received=D(2026, 11, 10))
    found = message_standing(tuesday, RULES, CALENDAR, D(2026, 11, 14))
    assert (found.due, found.state, found.left) == (D(2026, 11, 13), MessageState.LATE, -1)


@pytest.mark.parametrize(
    ("today", "state", "left"),
    [
        (D(2026, 11, 20), MessageState.WAITING, 3),
        (D(2026, 11, 22), MessageState.WAITING, 3),  # a weekend counts for nothing
        (D(2026, 11, 24), MessageState.DUE, 1),
        (D(2026, 11, 25), MessageState.DUE, 0),
        (D(2026, 11, 26), MessageState.LATE, -1),
    ],
)
def test_three_working_days(today: dt.date, state: MessageState, left: int) -> None:
    found = message_standing(MESSAGE, RULES, CALENDAR, today)
    assert (found.state, found.left, found.due) == (state, left, D(2026, 11, 25))
    assert (found.handover_due, found.veto) == (D(2026, 11, 23), D(2027, 2, 20))
    assert found.unsure


@pytest.mark.parametrize(
    ("answered", "state", "took"),
    [
        (D(2026, 11, 20), MessageState.IN_TIME, 0),
        (D(2026, 11, 25), MessageState.IN_TIME, 3),
        (D(2026, 11, 26), MessageState.ANSWERED_LATE, 4),
    ],
)
def test_answered_in_time_or_late(answered: dt.date, state: MessageState, took: int) -> None:
    message = replace(MESSAGE, answered_on=answered, result="已改正")
    found = message_standing(message, RULES, CALENDAR, D(2026, 12, 30))
    assert (found.state, found.took, found.left) == (state, took, None)
    assert not found.state.open


def test_own_days_and_those_of_the_office() -> None:
    own = message_standing(replace(MESSAGE, limit_days=5), RULES, CALENDAR, FRIDAY)
    assert (own.due, own.unsure) == (D(2026, 11, 27), False)
    office = message_standing(MESSAGE, RULES.with_own({"errors": 2}), CALENDAR, FRIDAY)
    assert (office.due, office.unsure) == (D(2026, 11, 24), False)


def test_without_working_days_the_three_months_count_and_without_both_nothing() -> None:
    other = message_standing(replace(MESSAGE, source="other"), RULES, CALENDAR, FRIDAY)
    assert other.due == D(2027, 2, 20)
    none = message_standing(replace(MESSAGE, source="hotline"), RULES, CALENDAR, D(2028, 1, 1))
    assert (none.state, none.due) == (MessageState.WAITING, None)
    done = replace(MESSAGE, source="hotline", answered_on=FRIDAY)
    assert message_standing(done, RULES, CALENDAR, FRIDAY).state is MessageState.ANSWERED


def test_a_due_day_in_a_year_without_holiday_notice_is_provisional() -> None:
    late = replace(MESSAGE, received=D(2026, 12, 30))
    assert message_standing(late, RULES, CALENDAR, D(2026, 12, 30)).provisional
    assert not message_standing(MESSAGE, RULES, CALENDAR, FRIDAY).provisional


@given(
    st.dates(D(2025, 1, 1), D(2026, 10, 1)),
    st.integers(1, 30),
    st.integers(0, 60),
    st.none() | st.integers(0, 60),
)
def test_late_exactly_when_the_due_day_is_over(
    received: dt.date, days: int, later: int, answer: int | None
) -> None:
    today = received + dt.timedelta(days=later)
    answered = None if answer is None else min(today, received + dt.timedelta(days=answer))
    message = replace(MESSAGE, received=received, limit_days=days, answered_on=answered)
    found = message_standing(message, RULES, CALENDAR, today)
    assert found.due is not None
    assert CALENDAR.is_working_day(found.due)
    assert CALENDAR.count(received, found.due) == days
    bad = found.state in (MessageState.LATE, MessageState.ANSWERED_LATE)
    assert bad == ((answered or today) > found.due)
    assert found.state.open == (answered is None)


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({}, set()),
        ({"text": ""}, {"message-text-missing"}),
        ({"received": D(2026, 11, 21)}, {"record-after-today"}),
        (
            {"answered_on": D(2026, 11, 19), "result": "已改"},
            {"answered-before-received"},
        ),
        ({"answered_on": FRIDAY}, {"answer-text-empty"}),
        ({"limit_days": 0}, {"platform-days-too-few"}),
    ],
)
def test_what_is_wrong_with_a_message(changed: dict[str, Any], codes: set[str]) -> None:
    found = check_message(replace(MESSAGE, **changed), FRIDAY)
    assert {problem.code for problem in found} == codes
