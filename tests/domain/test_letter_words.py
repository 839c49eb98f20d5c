"""Dates, sums and lists as letters write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain import letter_words as words
from gongkai_desk.domain.case_file import Opinion
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import (
    ApplicantKind,
    CarrierForm,
    Channel,
    Delivery,
    IdentityKind,
    ServiceWay,
)

DIGITS = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
PLACES = {"拾": 10, "佰": 100, "仟": 1000}
GROUPS = {"万": 10_000, "亿": 100_000_000}


def read_back(written: str) -> int:
    """The sum a cashier reads: written by hand here, not with the code under test."""
    total = group = digit = 0
    for sign in written.removesuffix("元整"):
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in PLACES:
            group, digit = group + digit * PLACES[sign], 0
        else:
            total, group, digit = total + (group + digit) * GROUPS[sign], 0, 0
    return total + group + digit


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (0, "零元整"),
        (7, "柒元整"),
        (10, "壹拾元整"),
        (100, "壹佰元整"),
        (380, "叁佰捌拾元整"),
        (2000, "贰仟元整"),
        (2003, "贰仟零叁元整"),
        (2030, "贰仟零叁拾元整"),
        (2740, "贰仟柒佰肆拾元整"),
        (10_000, "壹万元整"),
        (10_200, "壹万零贰佰元整"),
        (100_001, "壹拾万零壹元整"),
        (1_234_567, "壹佰贰拾叁万肆仟伍佰陆拾柒元整"),
        (100_000_000, "壹亿元整"),
        (100_000_020, "壹亿零贰拾元整"),
        (100_200_000, "壹亿零贰拾万元整"),
    ],
)
def test_sums_in_the_numerals_of_receipts(amount: int, written: str) -> None:
    assert words.capital_yuan(amount) == written


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_sum_in_words_is_the_same_sum(amount: int) -> None:
    written = words.capital_yuan(amount)
    assert read_back(written) == amount
    assert "零零" not in written
    assert "零元" not in written or amount == 0


@pytest.mark.parametrize("amount", [-1, 10**12])
def test_a_sum_that_cannot_be_is_refused(amount: int) -> None:
    with pytest.raises(DomainError) as refused:
        words.capital_yuan(amount)
    assert refused.value.problems[0].code == "letter-sum-range"


@given(st.dates())
def test_a_date_is_read_back(day: dt.date) -> None:
    assert words.read_chinese_date(day.isoformat()) == day
    if day.year >= 1000:
        assert words.read_chinese_date(words.chinese_date(day)) == day


@pytest.mark.parametrize(
    "text", ["", "明天", "2026年", "2026年13月1日", "2026-02-30", "2026年9月18日前", "0000-01-01"]
)
def test_what_is_no_date(text: str) -> None:
    assert words.read_chinese_date(text) is None


def test_dates_have_no_leading_zeros() -> None:
    assert words.chinese_date(dt.date(2026, 9, 8)) == "2026年9月8日"
    assert words.chinese_date(None) == ""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        ("一句话。", "一句话"),
        ("第一行\n第二行。", "第一行；第二行"),
        ("第一行；\n\n  第二行：\n第三行", "第一行；第二行：第三行"),
        ("2025年度决算…", "2025年度决算…"),
    ],
)
def test_several_lines_become_one(text: str, line: str) -> None:
    assert words.one_line(text) == line


@pytest.mark.parametrize(
    ("number", "written"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九")]
)
def test_numbers_of_headings(number: int, written: str) -> None:
    assert words.chinese_number(number) == written


def test_every_choice_of_the_register_has_its_word() -> None:
    assert set(words.APPLICANT_KINDS) == set(ApplicantKind)
    assert set(words.IDENTITY_KINDS) == set(IdentityKind)
    assert set(words.CHANNELS) == set(Channel)
    assert set(words.DELIVERIES) == set(Delivery)
    assert set(words.CARRIERS) == set(CarrierForm)
    assert set(words.SERVICE_WAYS) == set(ServiceWay)
    assert set(words.OPINIONS) == set(Opinion)
