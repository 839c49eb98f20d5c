"""What one fee notice asks for, worked out tier by tier, and who counts as the same applicant.

政府信息公开信息处理费管理办法（国办函〔2020〕109号）. Yuan; days are working days.
"""

from __future__ import annotations

import datetime as dt
import unicodedata

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case_file import FeeBasis, FeeNotice
from gongkai_desk.domain.clock_period import PERIODS
from gongkai_desk.domain.fee import Fee, Tier, by_items, by_pages
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import Applicant


def fee_of(basis: FeeBasis, count: int, before: int = 0) -> Fee:
    """The fee of `count` items or pages of one request; `before` items of the same applicant in
    the same month came before it and are charged already or free (ITEMS only).

    Raises DomainError for a number that cannot be charged.
    """
    if basis is FeeBasis.PAGES:
        return by_pages(count)
    paid = {tier.first: tier for tier in by_items(before).tiers}
    tiers = tuple(
        rest
        for tier in by_items(before + count).tiers
        if (rest := _without(tier, paid.get(tier.first))).count
    )
    return Fee(total=sum(tier.amount for tier in tiers), tiers=tiers)


def _without(tier: Tier, part: Tier | None) -> Tier:
    if part is None:
        return tier
    return Tier(
        first=tier.first,
        last=tier.last,
        rate=tier.rate,
        count=tier.count - part.count,
        amount=tier.amount - part.amount,
    )


def payment_due(notice: FeeNotice, sent: dt.date, calendar: WorkCalendar) -> dt.date:
    """The last day to pay: 20 working days from the day after the notice was received; while that
    day is not recorded the day of sending stands for it.
    """
    return calendar.add(notice.received_on or sent, PERIODS.payment)


def check_notice(notice: FeeNotice, sent: dt.date, on: dt.date) -> list[Problem]:
    """What is wrong or missing in a notice as filled in on the day `on`."""
    problems: list[Problem] = []
    if notice.amount <= 0:
        problems.append(Problem("fee-nothing-due", "fee.count", {"count": notice.count}))
    if notice.received_on is not None and notice.received_on < sent:
        values = {"received": notice.received_on, "sent": sent}
        problems.append(Problem("fee-received-before-sent", "fee.received_on", values))
    if notice.received_on is not None and notice.received_on > on:
        values = {"received": notice.received_on, "today": on}
        problems.append(Problem("fee-received-after-today", "fee.received_on", values))
    if not notice.payment_way.strip():
        problems.append(
            Problem("fee-payment-way-missing", "fee.payment_way", severity=Severity.WARNING)
        )
    return problems


def check_payment(notice: FeeNotice) -> list[Problem]:
    """What is unusual in a payment: another amount than asked for, no receipt."""
    problems: list[Problem] = []
    if notice.paid_amount is not None and notice.paid_amount != notice.amount:
        values = {"paid": notice.paid_amount, "amount": notice.amount}
        problems.append(Problem("fee-paid-otherwise", "fee.paid", values, Severity.WARNING))
    if not notice.receipt_number.strip():
        problems.append(Problem("fee-receipt-missing", "fee.receipt", severity=Severity.WARNING))
    return problems


def same_applicant(one: Applicant, other: Applicant) -> bool:
    """Whether two requests come from one applicant: by the number of identity where both give one,
    else by name and phone. A name alone proves nothing.
    """
    first, second = _plain(one.identity_number), _plain(other.identity_number)
    if first and second:
        return first == second
    phones = _plain(one.phone), _plain(other.phone)
    return bool(phones[0]) and phones[0] == phones[1] and _plain(one.name) == _plain(other.name)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())
