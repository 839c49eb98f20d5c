"""When a request counts as received, by the channel it came through (条例 第三十一条)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.case_file import ContactEntry
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import Channel, Request


class ReceiptDay(StrEnum):
    """Which act makes the legal receipt date (收到申请之日)."""

    SUBMITTED = "submitted"  # 提交之日
    SIGNED_FOR = "signed_for"  # 签收之日
    CONFIRMED = "confirmed"  # 确认之日


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRule:
    """The rule of one channel; `basis` is the statutory phrase, printed as it is."""

    day: ReceiptDay
    basis: str


_RULES: dict[Channel, ReceiptRule] = {
    Channel.IN_PERSON: ReceiptRule(
        day=ReceiptDay.SUBMITTED, basis="第三十一条第（一）项：当面提交的，以提交之日为收到申请之日"
    ),
    Channel.REGISTERED_MAIL: ReceiptRule(
        day=ReceiptDay.SIGNED_FOR,
        basis="第三十一条第（二）项：邮寄方式提交的，以行政机关签收之日为收到申请之日",
    ),
    Channel.PLAIN_MAIL: ReceiptRule(
        day=ReceiptDay.CONFIRMED,
        basis="第三十一条第（二）项：平常信函等无需签收的，于收到申请的当日与申请人确认，"
        "确认之日为收到申请之日",
    ),
}
_BY_NETWORK = ReceiptRule(
    day=ReceiptDay.CONFIRMED,
    basis="第三十一条第（三）项：通过互联网渠道或者传真提交的，以双方确认之日为收到申请之日",
)


def receipt_rule(channel: Channel) -> ReceiptRule:
    """The rule for `channel`; the network and fax channels share theirs."""
    return _RULES.get(channel, _BY_NETWORK)


def receipt_hint(channel: Channel) -> Problem:
    """What the officer has to do or keep as proof, as a sentence to show beside the dates."""
    return Problem(
        f"receipt-hint-{channel.value or 'unspecified'}", "received", {}, Severity.WARNING
    )


def suggested_receipt(request: Request) -> dt.date | None:
    """The receipt date that follows from the facts; None while only a confirmation can tell."""
    if request.channel is Channel.UNSPECIFIED:
        return None
    match receipt_rule(request.channel).day:
        case ReceiptDay.SUBMITTED:
            return request.submitted or request.arrived
        case ReceiptDay.SIGNED_FOR:
            return request.arrived
        case ReceiptDay.CONFIRMED:
            return None


def failed_attempts(request: Request, contacts: Iterable[ContactEntry]) -> int:
    """How often the applicant was tried in vain since he was last reached; 0 when the receipt
    is established or needs no confirmation.
    """
    if request.received is not None or not request.channel.needs_confirmation:
        return 0
    count = 0
    for entry in sorted(contacts, key=lambda one: (one.date, one.time)):
        count = 0 if entry.reached else count + 1
    return count
