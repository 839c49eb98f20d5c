"""The information-processing fee: 政府信息公开信息处理费管理办法 (国办函〔2020〕109号).

Two progressive scales, by items or by pages; for one request the agency picks one of them. Yuan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from gongkai_desk.domain.problems import refuse

MOST = 1_000_000
"""More items or pages than this are a slip of the pen, not a request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A part of a scale: numbers `first` to `last` (None: without end) at `rate` yuan each."""

    first: int
    last: int | None
    rate: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """What falls into one charged step: `count` items or pages, `amount` yuan."""

    first: int
    last: int | None
    rate: int
    count: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """`tiers` lists the charged parts only, the free one is left out."""

    total: int
    tiers: tuple[Tier, ...]


ITEM_STEPS = (Step(first=1, last=10, rate=0), Step(first=11, last=30, rate=100))
ITEM_STEP_SIZE, ITEM_STEP_RISE = 10, 100
"""From the 31st item on, every ten items cost 100 yuan more each than those before."""

PAGE_STEPS = (
    Step(first=1, last=30, rate=0),
    Step(first=31, last=100, rate=10),
    Step(first=101, last=200, rate=20),
    Step(first=201, last=None, rate=40),
)


def by_items(total: int) -> Fee:
    """按件计收: `total` requests of one applicant in one calendar month."""
    return _fee(total, _item_steps())


def by_pages(pages: int) -> Fee:
    """按量计收: `pages` A4 sides of one request."""
    return _fee(pages, PAGE_STEPS)


def _item_steps() -> Iterator[Step]:
    yield from ITEM_STEPS
    last = ITEM_STEPS[-1]
    assert last.last is not None
    for rise in count(1):
        first = last.last + 1 + (rise - 1) * ITEM_STEP_SIZE
        rate = last.rate + rise * ITEM_STEP_RISE
        yield Step(first=first, last=first + ITEM_STEP_SIZE - 1, rate=rate)


def _fee(number: int, steps: Iterable[Step]) -> Fee:
    if not 0 <= number <= MOST:
        raise refuse("fee-number", "number", number=number, most=MOST)
    tiers: list[Tier] = []
    for step in steps:
        if step.first > number:
            break
        within = min(number, step.last or number) - step.first + 1
        if step.rate:
            tiers.append(
                Tier(
                    first=step.first,
                    last=step.last,
                    rate=step.rate,
                    count=within,
                    amount=within * step.rate,
                )
            )
    return Fee(total=sum(tier.amount for tier in tiers), tiers=tuple(tiers))
