"""What is refused and what is only unusual when a dispute is entered."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai_desk.domain.case_file import Dispute, DisputeKind, DisputeResult
from gongkai_desk.domain.dispute_checks import check_dispute
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.services.bundled_calendar import bundled_calendar
from gongkai_desk.texts import sentence
from tests.builders import a_dispute, a_request

D = dt.date
REQUEST = a_request(id="r", received=D(2026, 9, 18))
BEFORE = a_dispute("r", id="before", received_on=D(2026, 10, 20), decided_on=D(2026, 10, 30))
OPEN = a_dispute("r", id="open", received_on=D(2026, 10, 20))
SUIT: dict[str, Any] = {"kind": DisputeKind.LITIGATION}
DECIDED: dict[str, Any] = {"decided_on": D(2026, 11, 10), "answered_on": D(2026, 11, 5)}


def check(dispute: Dispute, **values: Any) -> list[Problem]:
    surroundings: dict[str, Any] = {
        "request": REQUEST,
        "first_answer": D(2026, 10, 15),
        "remedy": Remedy.EITHER,
        "others": (BEFORE, OPEN, dispute),
        "calendar": bundled_calendar(),
        "on": D(2026, 11, 20),
    }
    found = check_dispute(dispute, **{**surroundings, **values})
    assert all(sentence(problem) for problem in found)
    return found


ERRORS: list[tuple[dict[str, Any], str, str]] = [
    ({"authority": " "}, "dispute-authority-missing", "authority"),
    ({"received_on": D(2026, 11, 21)}, "dispute-date-in-future", "received_on"),
    ({"received_on": D(2026, 9, 17)}, "dispute-before-request", "received_on"),
    ({"answered_on": D(2026, 11, 1)}, "dispute-date-before-receipt", "answered_on"),
    ({"heard_on": D(2026, 11, 1)}, "dispute-date-before-receipt", "heard_on"),
    (
        {"decided_on": D(2026, 11, 1), "result": DisputeResult.UPHELD},
        "dispute-date-before-receipt",
        "decided_on",
    ),
    (DECIDED, "dispute-result-missing", "result"),
    ({"result": DisputeResult.UPHELD}, "dispute-decision-date-missing", "decided_on"),
    (
        {**DECIDED, "result": DisputeResult.UPHELD, "redecide_by": D(2026, 12, 1)},
        "dispute-redecision-not-ordered",
        "redecide_by",
    ),
    (
        {**DECIDED, "result": DisputeResult.CORRECTED, "redecide_by": D(2026, 11, 9)},
        "dispute-redecision-before-decision",
        "redecide_by",
    ),
    ({"after_id": "before"}, "dispute-after-no-suit", "after_id"),
    ({**SUIT, "after_id": "nowhere"}, "dispute-after-unknown", "after_id"),
    (
        {**SUIT, "after_id": "before", "received_on": D(2026, 10, 19)},
        "dispute-before-reconsideration",
        "received_on",
    ),
    (
        {**SUIT, "opinion_received_on": D(2026, 11, 5)},
        "dispute-opinion-of-court",
        "opinion_received_on",
    ),
    (
        {"opinion_reported_on": D(2026, 11, 5)},
        "dispute-opinion-not-received",
        "opinion_received_on",
    ),
    (
        {"opinion_received_on": D(2026, 11, 6), "opinion_reported_on": D(2026, 11, 5)},
        "dispute-report-before-opinion",
        "opinion_reported_on",
    ),
]


@pytest.mark.parametrize(("values", "code", "field"), ERRORS)
def test_what_cannot_be_is_refused_at_its_field(
    values: dict[str, Any], code: str, field: str
) -> None:
    found = check(a_dispute("r", **values))
    errors = [(one.code, one.field) for one in found if one.severity is Severity.ERROR]
    assert errors == [(code, field)]


WARNINGS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"received_on": D(2026, 10, 10)}, {}, "dispute-before-answer"),
    ({}, {"first_answer": None}, "dispute-without-answer"),
    (SUIT, {"remedy": Remedy.RECONSIDERATION_FIRST}, "dispute-reconsideration-first"),
    ({**SUIT, "after_id": "open"}, {}, "dispute-after-undecided"),
    ({"answered_on": D(2026, 11, 10)}, {}, "dispute-answered-late"),
]


@pytest.mark.parametrize(("values", "around", "code"), WARNINGS)
def test_what_is_unusual_is_only_told(
    values: dict[str, Any], around: dict[str, Any], code: str
) -> None:
    found = check(a_dispute("r", **values), **around)
    assert [(one.code, one.severity) for one in found] == [(code, Severity.WARNING)]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"answered_on": D(2026, 11, 9), "heard_on": D(2026, 12, 9)},
        {**DECIDED, "result": DisputeResult.CORRECTED, "redecide_by": D(2026, 12, 9)},
        {**SUIT, "after_id": "before"},
        SUIT,
        {"opinion_received_on": D(2026, 11, 5), "opinion_reported_on": D(2026, 11, 18)},
    ],
)
def test_what_is_in_order_is_taken_without_a_word(values: dict[str, Any]) -> None:
    assert check(a_dispute("r", **values)) == []
