"""What one notice asks for, tier by tier, and who counts as one applicant."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case_file import FeeBasis, FeeNotice
from gongkai_desk.domain.fee import by_items
from gongkai_desk.domain.fee_notice import (
    check_notice,
    check_payment,
    fee_of,
    payment_due,
    same_applicant,
)
from gongkai_desk.domain.problems import Severity
from tests.builders import an_applicant

NOTICE = FeeNotice(
    id="f",
    request_id="r",
    event_id="e",
    basis=FeeBasis.PAGES,
    count=68,
    amount=380,
    payment_way="银行柜台",
    receipt_number="1",
)
SENT = dt.date(2026, 11, 2)


@pytest.mark.parametrize(
    ("count", "before", "total"),
    [(1, 0, 0), (1, 9, 0), (1, 10, 100), (3, 29, 500), (10, 30, 2000), (2, 39, 500)],
)
def test_items_that_came_before_are_not_charged_again(count: int, before: int, total: int) -> None:
    assert fee_of(FeeBasis.ITEMS, count, before).total == total


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8))
def test_the_fees_of_a_month_add_up_to_the_fee_of_all_its_items(counts: list[int]) -> None:
    before, total = 0, 0
    for count in counts:
        fee = fee_of(FeeBasis.ITEMS, count, before)
        assert sum(tier.count * tier.rate for tier in fee.tiers) == fee.total
        assert sum(tier.count for tier in fee.tiers) <= count
        before, total = before + count, total + fee.total
    assert total == by_items(sum(counts)).total


def test_pages_know_nothing_of_what_came_before() -> None:
    assert fee_of(FeeBasis.PAGES, 68, 500).total == 380


def test_the_days_to_pay_run_from_the_receipt_of_the_notice() -> None:
    calendar = WorkCalendar(())
    assert payment_due(NOTICE, SENT, calendar) == calendar.add(SENT, 20)
    later = replace(NOTICE, received_on=dt.date(2026, 11, 5))
    assert payment_due(later, SENT, calendar) == calendar.add(dt.date(2026, 11, 5), 20)


@pytest.mark.parametrize(
    ("change", "code", "severity"),
    [
        ({"amount": 0}, "fee-nothing-due", Severity.ERROR),
        ({"received_on": dt.date(2026, 11, 1)}, "fee-received-before-sent", Severity.ERROR),
        ({"received_on": dt.date(2026, 11, 21)}, "fee-received-after-today", Severity.ERROR),
        ({"payment_way": " "}, "fee-payment-way-missing", Severity.WARNING),
    ],
)
def test_what_is_wrong_with_a_notice(
    change: dict[str, object], code: str, severity: Severity
) -> None:
    found = check_notice(replace(NOTICE, **change), SENT, dt.date(2026, 11, 20))  # type: ignore[arg-type]
    assert [(one.code, one.severity) for one in found] == [(code, severity)]
    assert check_notice(NOTICE, SENT, dt.date(2026, 11, 20)) == []


def test_a_payment_of_another_sum_is_only_warned_of() -> None:
    assert check_payment(replace(NOTICE, paid_amount=380)) == []
    (found,) = check_payment(replace(NOTICE, paid_amount=300))
    assert (found.code, found.severity) == ("fee-paid-otherwise", Severity.WARNING)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            {"identity_number": "37010119900101123X"},
            {"identity_number": "37010119900101123x"},
            True,
        ),
        ({"identity_number": "1"}, {"identity_number": "2"}, False),
        (
            {"identity_number": "1", "phone": "13000000001"},
            {"identity_number": "2", "phone": "13000000001"},
            False,
        ),
        ({"phone": "130 0000-0001"}, {"phone": "１３０００００００01"}, True),
        ({"phone": "13000000001", "identity_number": "1"}, {"phone": "13000000001"}, True),
        ({"phone": "13000000001"}, {"phone": "13000000001", "name": "周宁"}, False),
        ({}, {}, False),  # a name alone proves nothing
    ],
)
def test_who_is_the_same_applicant(one: dict[str, str], other: dict[str, str], same: bool) -> None:
    first, second = an_applicant(**one), an_applicant(**other)
    assert same_applicant(first, second) is same
    assert same_applicant(second, first) is same
