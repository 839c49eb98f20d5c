"""The receipt rule of every channel, what is told about it, and attempts to reach somebody."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.calendar import Notice, WorkCalendar
from gongkai_desk.domain.case_file import ContactEntry
from gongkai_desk.domain.receipt import (
    failed_attempts,
    read_hour,
    receipt_remark,
    receipt_told,
    unreachable,
)
from gongkai_desk.domain.request import Channel, Request
from tests.builders import a_request

SENT, CAME, AGREED = dt.date(2026, 9, 16), dt.date(2026, 9, 18), dt.date(2026, 9, 21)
CALENDAR = WorkCalendar(
    [
        Notice(
            year=2026,
            source="notice",
            days_off=frozenset({dt.date(2026, 10, 1)}),
            makeup_days=frozenset({dt.date(2026, 9, 20)}),
        )
    ]
)


@pytest.mark.parametrize(
    ("channel", "received", "code", "date"),
    [
        (Channel.UNSPECIFIED, None, "receipt-hint-unspecified", None),
        (Channel.IN_PERSON, None, "receipt-by-rule-submitted", SENT),
        (Channel.REGISTERED_MAIL, None, "receipt-by-rule-signed_for", CAME),
        (Channel.PLAIN_MAIL, None, "receipt-awaits-confirmation", CAME),
        (Channel.ONLINE, None, "receipt-awaits-confirmation", CAME),
        (Channel.EMAIL, AGREED, "receipt-confirmed", AGREED),
        (Channel.FAX, AGREED, "receipt-confirmed", AGREED),
    ],
)
def test_every_channel_tells_its_rule_and_date(
    channel: Channel, received: dt.date | None, code: str, date: dt.date | None
) -> None:
    request = a_request(
        channel=channel,
        submitted=SENT,
        arrived=CAME,
        received=received,
        confirmed_by="登记岗",
        confirmed_how="电话",
    )
    told = receipt_told(request)
    assert told.code == code
    assert told.values.get("date") == date


def test_a_missing_fact_and_a_missing_proof_are_asked_for() -> None:
    undated = {"submitted": None, "arrived": None, "received": None}
    by_hand = a_request(channel=Channel.IN_PERSON, **undated)
    by_mail = a_request(channel=Channel.REGISTERED_MAIL, **undated)
    online = a_request(channel=Channel.ONLINE, received=AGREED)
    assert receipt_told(by_hand).code == "receipt-open-submitted"
    assert receipt_told(by_mail).code == "receipt-open-signed_for"
    assert receipt_told(online).code == "receipt-confirmed-without-proof"


@pytest.mark.parametrize(
    ("day", "hour", "code", "first"),
    [
        (dt.date(2026, 9, 18), "16:59", "", None),
        (dt.date(2026, 9, 18), "17:40", "receipt-after-hours", dt.date(2026, 9, 20)),
        (dt.date(2026, 9, 18), "下午5点半", "receipt-after-hours", dt.date(2026, 9, 20)),
        (dt.date(2026, 9, 19), "", "receipt-on-rest-day", dt.date(2026, 9, 20)),
        (dt.date(2026, 9, 20), "", "", None),
        (dt.date(2026, 10, 1), "18:00", "receipt-on-rest-day", dt.date(2026, 10, 2)),
    ],
)
def test_rest_days_and_late_hours_change_no_date(
    day: dt.date, hour: str, code: str, first: dt.date | None
) -> None:
    request = a_request(submitted=day, arrived=day, received=day, arrived_at=hour)
    remark = receipt_remark(request, CALENDAR)
    assert (remark.code if remark else "") == code
    if remark is not None:
        assert (remark.values["date"], remark.values["first"]) == (day, first)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("17:40", dt.time(17, 40)),
        ("１７：４０", dt.time(17, 40)),
        ("1740", dt.time(17, 40)),
        ("940", dt.time(9, 40)),
        ("17点40分", dt.time(17, 40)),
        ("下午5点", dt.time(17)),
        ("上午9时半", dt.time(9, 30)),
        ("24:00", None),
        ("10:75", None),
        ("下班前", None),
        ("", None),
    ],
)
def test_hours_as_they_are_noted(text: str, hour: dt.time | None) -> None:
    assert read_hour(text) == hour


@given(st.text(alphabet="0123456789:：点分半上下午 ", max_size=8))
def test_reading_an_hour_never_raises(text: str) -> None:
    read_hour(text)


def entry(day: int, time: str, *, reached: bool) -> ContactEntry:
    date = dt.date(2026, 9, day)
    return ContactEntry(
        id=f"{day}{time}", request_id="1", date=date, time=time, by="登记岗", reached=reached
    )


WAITING = a_request(channel=Channel.PLAIN_MAIL, received=None)


@pytest.mark.parametrize(
    ("request_", "log", "attempts"),
    [
        (WAITING, [], 0),
        (WAITING, [(18, "09:00", False)], 1),
        (WAITING, [(21, "09:00", False), (18, "09:00", False)], 2),
        (WAITING, [(18, "09:00", False), (18, "15:00", True)], 0),
        (WAITING, [(18, "15:00", False), (18, "09:00", True)], 1),
        (a_request(channel=Channel.PLAIN_MAIL), [(18, "09:00", False)], 0),
        (a_request(channel=Channel.IN_PERSON, received=None), [(18, "09:00", False)], 0),
    ],
)
def test_attempts_count_since_the_last_talk(
    request_: Request, log: list[tuple[int, str, bool]], attempts: int
) -> None:
    contacts = [entry(day, time, reached=reached) for day, time, reached in log]
    assert failed_attempts(request_, contacts) == attempts
    assert unreachable(request_, contacts) is (attempts > 0)
