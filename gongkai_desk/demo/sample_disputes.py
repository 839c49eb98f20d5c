"""Made-up reconsiderations and suits for the sample, entered through the services."""

from __future__ import annotations

import datetime as dt
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.case import Query, Status
from gongkai_desk.domain.case_file import Dispute, DisputeKind, DisputeResult
from gongkai_desk.domain.changes import new_id
from gongkai_desk.services.desk import Desk

_AUTHORITY = "示例区人民政府"
_ANSWERING = 3
"""Working days since the one that is still to be answered came in."""


def enter_disputes(desk: Desk, today: dt.date) -> None:
    """Those of last year as the file tells them, and one that waits for our answer."""
    year = today.year - 1
    keys: dict[str, str] = {}
    for given in resources.table("sample", "disputes.toml")["dispute"]:
        dispute = _dispute(desk, given, year, keys, today)
        if "key" in given:
            keys[given["key"]] = dispute.id
        desk.disputes.add(dispute, on=today)
        if "began" in given:
            _redecide(desk, dispute, given, year, today)
    _enter_running(desk, today)


def _day(given: dict[str, Any], name: str, year: int) -> dt.date | None:
    return dt.date.fromisoformat(f"{year}-{given[name]}") if name in given else None


def _dispute(
    desk: Desk, given: dict[str, Any], year: int, keys: dict[str, str], today: dt.date
) -> Dispute:
    case = desk.register.by_number(f"{year}-{given['request']}", today)
    received = _day(given, "received", year)
    assert received is not None
    return Dispute(
        id=new_id(),
        request_id=case.request.id,
        kind=DisputeKind(given["kind"]),
        authority=given["authority"],
        case_number=given["case_number"].format(year=year),
        claimant=case.request.applicant.name,
        claim=given["claim"],
        received_on=received,
        after_id=keys.get(given.get("after", ""), ""),
        answered_on=_day(given, "answered", year),
        heard_on=_day(given, "heard", year),
        decided_on=_day(given, "decided", year),
        result=DisputeResult(given["result"]),
        result_text=given["result_text"],
        decision_number=given["decision_number"].format(year=year),
        costs=given.get("costs", ""),
        lesson=given["lesson"],
        tags=tuple(given["tags"]),
        in_library=True,
    )


def _redecide(
    desk: Desk, dispute: Dispute, given: dict[str, Any], year: int, today: dt.date
) -> None:
    began, closed = _day(given, "began", year), _day(given, "closed", year)
    assert began is not None
    desk.disputes.order_redecision(dispute, began=began, on=today, actor="经办人")
    desk.register.close(
        dispute.request_id,
        outcome=given["outcome"],
        reply_number=f"示文旅公复〔{year}〕{given['reply']}号",
        dated=closed,
        on=today,
    )


def _enter_running(desk: Desk, today: dt.date) -> None:
    case = desk.register.rows(Query(status=Status.CLOSED), today)[-1]
    calendar = desk.holidays.calendar()
    received = today
    while calendar.count(received, today) < _ANSWERING:
        received -= dt.timedelta(days=1)
    desk.disputes.add(
        Dispute(
            id=new_id(),
            request_id=case.request.id,
            kind=DisputeKind.RECONSIDERATION,
            authority=desk.office.get().reconsideration_authority or _AUTHORITY,
            case_number=f"示政复〔{today.year}〕52号",
            claimant=case.request.applicant.name,
            claim="认为公开的拨付凭证不完整，请求责令补充公开。",
            received_on=received,
            tags=("财政资金",),
        ),
        on=today,
    )
