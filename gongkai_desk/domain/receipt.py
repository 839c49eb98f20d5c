"""When a request counts as received, by the channel it came through (条例 第三十一条)."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case_file import ContactEntry
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import Channel, Request

OFFICE_CLOSES = dt.time(17, 0)
"""From here on an arrival is told as one after office hours; it changes no date."""

_HOUR = re.compile(
    r"(?P<half>上午|早上|中午|下午|晚上|傍晚)?(?P<hour>\d{1,2})"
    r"(?:[:.点时](?:(?P<minute>\d{1,2})分?|(?P<thirty>半))?|(?P<joined>\d{2}))?"
)
_AFTERNOON = ("下午", "晚上", "傍晚")


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


def receipt_told(request: Request) -> Problem:
    """What follows from the facts so far, with the date it leads to, as one sentence."""
    if request.channel is Channel.UNSPECIFIED:
        return receipt_hint(request.channel)
    rule = receipt_rule(request.channel).day
    day = suggested_receipt(request)
    if rule is not ReceiptDay.CONFIRMED:
        code = "receipt-open" if day is None else "receipt-by-rule"
        return _told(f"{code}-{rule.value}", date=day)
    if request.received is None:
        arrived = request.arrived or request.submitted
        return _told("receipt-awaits-confirmation", channel=request.channel, date=arrived or "")
    if not (request.confirmed_by.strip() and request.confirmed_how.strip()):
        return _told("receipt-confirmed-without-proof", date=request.received)
    values = {"by": request.confirmed_by.strip(), "how": request.confirmed_how.strip()}
    return _told("receipt-confirmed", date=request.received, **values)


def receipt_remark(request: Request, calendar: WorkCalendar) -> Problem | None:
    """A receipt on a rest day or after office hours: day 0 stays, the first counted working day
    is named. None for an ordinary one (民法典 第二百零一条).
    """
    day = request.received or suggested_receipt(request)
    if day is None or not dt.MINYEAR < day.year < dt.MAXYEAR:
        return None
    first = calendar.next_working_day(day)
    if not calendar.is_working_day(day):
        return _told("receipt-on-rest-day", date=day, first=first)
    hour = read_hour(request.arrived_at)
    if hour is not None and hour >= OFFICE_CLOSES and request.arrived == day:
        return _told("receipt-after-hours", date=day, hour=hour.strftime("%H:%M"), first=first)
    return None


def read_hour(text: str) -> dt.time | None:
    """The hour of a note such as 17:40, 1740, 17点40分, 下午5点半; None when it is none."""
    flat = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    found = _HOUR.fullmatch(flat)
    if found is None:
        return None
    hour = int(found["hour"])
    if found["half"] in _AFTERNOON and hour < 12:
        hour += 12
    minute = 30 if found["thirty"] else int(found["minute"] or found["joined"] or 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


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


def unreachable(request: Request, contacts: Iterable[ContactEntry]) -> bool:
    """Whether the receipt waits because the applicant cannot be reached: the request stays
    registered, and the time limit starts when contact is made (国办公开办函〔2015〕207号).
    """
    return failed_attempts(request, contacts) > 0


def _told(code: str, **values: object) -> Problem:
    return Problem(code, "received", values, Severity.WARNING)
