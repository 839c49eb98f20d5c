"""The information-processing fee as a fee notice tells it: scale and arithmetic (109号)."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai_desk.domain.case_file import FeeBasis, FeeNotice
from gongkai_desk.domain.fee import (
    ITEM_STEP_RISE,
    ITEM_STEP_SIZE,
    ITEM_STEPS,
    PAGE_STEPS,
    Step,
    Tier,
    by_items,
    by_pages,
)


def fee_scale(basis: FeeBasis) -> str:
    """The whole scale in the words of the 办法, 超额累进."""
    if basis is FeeBasis.PAGES:
        return f"按量计收，{_scale(PAGE_STEPS, '页')}"
    after = (ITEM_STEPS[-1].last or 0) + 1
    return (
        f"按件计收，同一申请人一个自然月内累计申请{_scale(ITEM_STEPS, '件')}；{after}件以上的部分，"
        f"以{ITEM_STEP_SIZE}件为一档，每增加一档，收费标准提高{ITEM_STEP_RISE}元/件"
    )


def fee_parts(notice: FeeNotice) -> str:
    """What is charged and why, tier by tier: 第31页至第68页共38页，每页10元，计380元."""
    unit = "页" if notice.basis is FeeBasis.PAGES else "件"
    tiers = "；".join(
        f"{_span(first, last, unit)}，每{unit}{rate}元，计{(last - first + 1) * rate}元"
        for first, last, rate in _charged(notice)
    )
    return f"{_counted(notice)}，其中{tiers}" if tiers else _counted(notice)


def _charged(notice: FeeNotice) -> Iterator[tuple[int, int, int]]:
    """First and last number charged in each tier, and its rate."""
    before = notice.before if notice.basis is FeeBasis.ITEMS else 0
    total = before + notice.count
    tiers: tuple[Tier, ...] = (
        by_items(total) if notice.basis is FeeBasis.ITEMS else by_pages(total)
    ).tiers
    for tier in tiers:
        first, last = max(tier.first, before + 1), min(tier.last or total, total)
        if first <= last:
            yield first, last, tier.rate


def _counted(notice: FeeNotice) -> str:
    if notice.basis is FeeBasis.PAGES:
        return f"本件申请共{notice.count}页"
    if notice.before:
        return (
            f"本件申请计{notice.count}件，本自然月内此前已累计申请{notice.before}件，"
            f"累计{notice.before + notice.count}件"
        )
    return f"本件申请计{notice.count}件"


def _span(first: int, last: int, unit: str) -> str:
    if first == last:
        return f"第{first}{unit}共1{unit}"
    return f"第{first}{unit}至第{last}{unit}共{last - first + 1}{unit}"


def _scale(steps: tuple[Step, ...], unit: str) -> str:
    return "；".join(_step(step, unit) for step in steps)


def _step(step: Step, unit: str) -> str:
    if not step.rate:
        return f"{step.last}{unit}以下（含{step.last}{unit}）的不收费"
    if step.last is None:
        return f"{step.first}{unit}以上的部分，每{unit}{step.rate}元"
    return f"{step.first}—{step.last}{unit}（含{step.last}{unit}）的部分，每{unit}{step.rate}元"
