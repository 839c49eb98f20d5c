"""What blocks a request, what only warns, and which day its receipt is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.receipt import receipt_hint, receipt_rule, suggested_receipt
from gongkai_desk.domain.request import Channel, Delivery, Request
from gongkai_desk.domain.request_checks import check_request
from gongkai_desk.texts import sentence
from tests.builders import a_request, an_applicant, an_event

TODAY = dt.date(2026, 11, 20)


def complete(**values: Any) -> Request:
    applicant = an_applicant(
        phone="13000000001", identity_number="11010519491231002X", **values.pop("applicant", {})
    )
    return a_request(applicant=applicant, delivery=Delivery.MAIL, **values)


def found(request: Request, severity: Severity, **more: Any) -> dict[str, str]:
    problems = check_request(request, today=TODAY, **more)
    return {one.code: one.field for one in problems if one.severity is severity}


def errors(request: Request, **more: Any) -> dict[str, str]:
    return found(request, Severity.ERROR, **more)


def warnings(request: Request) -> dict[str, str]:
    return found(request, Severity.WARNING)


def test_a_complete_request_has_no_problem() -> None:
    assert check_request(complete(), today=TODAY) == []


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"applicant": {"name": "  "}}, "applicant-name-missing", "applicant.name"),
        ({"subject": ""}, "subject-missing", "subject"),
        ({"channel": Channel.UNSPECIFIED}, "channel-missing", "channel"),
        ({"received": dt.date(2026, 11, 21)}, "received-after-today", "received"),
        ({"received": dt.date(2026, 9, 17)}, "received-before-arrival", "received"),
        (
            {"arrived": None, "received": dt.date(2026, 9, 15)},
            "received-before-submission",
            "received",
        ),
    ],
)
def test_what_blocks(values: dict[str, Any], code: str, field: str) -> None:
    assert errors(complete(**values)) == {code: field}


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"applicant": {"kind": None}}, "applicant-kind-missing", "applicant.kind"),
        ({"applicant": {"identity_number": ""}}, "identity-missing", "applicant.identity_number"),
        ({"applicant": {"phone": ""}}, "contact-missing", "applicant.phone"),
        (
            {"applicant": {"agent_name": "甲"}},
            "agent-authority-missing",
            "applicant.agent_authority",
        ),
        ({"delivery": Delivery.UNSPECIFIED}, "form-missing", "delivery"),
        ({"received": None}, "received-missing", "received"),
        ({"channel": Channel.EMAIL}, "receipt-proof-missing", "confirmed_by"),
        ({"received": dt.date(2026, 9, 21)}, "received-differs-from-rule", "received"),
        ({"submitted": dt.date(2026, 9, 19)}, "arrived-before-submission", "arrived"),
    ],
)
def test_what_only_warns(values: dict[str, Any], code: str, field: str) -> None:
    applicant = values.get("applicant", {})
    base = {"phone": "13000000001", "identity_number": "11010519491231002X", **applicant}
    rest = {name: value for name, value in values.items() if name != "applicant"}
    request = a_request(**{"applicant": an_applicant(**base), "delivery": Delivery.MAIL, **rest})
    assert warnings(request).get(code) == field
    assert all(sentence(one) for one in check_request(request, today=TODAY))


def test_the_bare_statutory_minimum_can_be_kept() -> None:
    bare = a_request(applicant=an_applicant(kind=None), submitted=None, arrived=None, received=None)
    assert errors(bare) == {}
    assert {
        "applicant-kind-missing",
        "identity-missing",
        "form-missing",
        "received-missing",
    } <= set(warnings(bare))


def test_a_receipt_on_a_rest_day_is_no_problem() -> None:
    saturday = dt.date(2026, 9, 19)
    assert check_request(complete(arrived=saturday, received=saturday), today=TODAY) == []


def test_the_receipt_date_is_bound_by_what_was_recorded() -> None:
    request = complete()
    event = an_event(request, date=dt.date(2026, 9, 21))
    late = complete(arrived=None, received=dt.date(2026, 9, 22))
    assert "received-after-event" in errors(late, events=[event])
    assert "received-needed-by-events" in errors(complete(received=None), events=[event])
    voided = an_event(request, date=dt.date(2026, 9, 21), voided_on=TODAY, voided_because="误记")
    assert errors(late, events=[voided]) == {}


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        (Channel.UNSPECIFIED, None),
        (Channel.IN_PERSON, dt.date(2026, 9, 16)),
        (Channel.REGISTERED_MAIL, dt.date(2026, 9, 18)),
        (Channel.PLAIN_MAIL, None),
        (Channel.ONLINE, None),
        (Channel.EMAIL, None),
        (Channel.FAX, None),
    ],
)
def test_the_receipt_rule_of_every_channel(channel: Channel, expected: dt.date | None) -> None:
    assert suggested_receipt(a_request(channel=channel)) == expected
    assert "第三十一条" in receipt_rule(channel).basis
    hint: Problem = receipt_hint(channel)
    assert sentence(hint)
