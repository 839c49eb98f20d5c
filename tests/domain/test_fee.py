from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk import resources
from gongkai_desk.domain import fee
from gongkai_desk.domain.fee import Tier
from gongkai_desk.domain.problems import DomainError


@pytest.mark.parametrize(
    ("number", "total"),
    [(0, 0), (10, 0), (11, 100), (30, 2000), (31, 2200), (40, 4000), (41, 4300), (50, 7000)],
)
def test_items(number: int, total: int) -> None:
    assert fee.by_items(number).total == total


@pytest.mark.parametrize(
    ("number", "total"),
    [(0, 0), (30, 0), (31, 10), (68, 380), (100, 700), (101, 720), (200, 2700), (201, 2740)],
)
def test_pages(number: int, total: int) -> None:
    assert fee.by_pages(number).total == total


def test_tiers_list_what_is_charged() -> None:
    assert fee.by_items(10).tiers == ()
    assert fee.by_items(31).tiers == (
        Tier(first=11, last=30, rate=100, count=20, amount=2000),
        Tier(first=31, last=40, rate=200, count=1, amount=200),
    )
    assert fee.by_pages(201).tiers[-1] == Tier(first=201, last=None, rate=40, count=1, amount=40)


@given(st.integers(0, 500))
def test_the_next_item_costs_its_marginal_fee(number: int) -> None:
    k = number + 1
    marginal = 0 if k <= 10 else 100 if k <= 30 else 100 * (2 + (k - 31) // 10)
    assert fee.by_items(k).total - fee.by_items(number).total == marginal


@given(st.integers(0, 1000), st.booleans())
def test_the_tiers_make_the_total(number: int, items: bool) -> None:
    found = fee.by_items(number) if items else fee.by_pages(number)
    assert found.total == sum(tier.amount for tier in found.tiers)
    assert all(tier.amount == tier.count * tier.rate > 0 for tier in found.tiers)


@pytest.mark.parametrize("number", [-1, fee.MOST + 1])
def test_absurd_numbers_are_refused(number: int) -> None:
    for scale in (fee.by_items, fee.by_pages):
        with pytest.raises(DomainError):
            scale(number)


def test_the_scales_are_those_of_the_statute_table() -> None:
    table = resources.table("statutes", "periods.toml")["fee"]
    as_rows = [
        [{"first": s.first, "rate": s.rate} | ({"last": s.last} if s.last else {}) for s in steps]
        for steps in (fee.ITEM_STEPS, fee.PAGE_STEPS)
    ]
    assert as_rows == [table["items"], table["pages"]]
    assert table["item_step_size"] == fee.ITEM_STEP_SIZE
    assert table["item_step_rise"] == fee.ITEM_STEP_RISE
