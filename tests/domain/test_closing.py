"""Ending a case: contents handled apart, the remedy they lead to, what the file must bear out."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.case_file import ConsultedParty, Opinion, PartyKind
from gongkai_desk.domain.closing import (
    Closing,
    check_closing,
    check_grounds,
    first_ground,
    outcome_of_parts,
    remedy_of,
)
from gongkai_desk.domain.consulting import Consulting
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.request import RequestPart, Service, ServiceWay
from gongkai_desk.services.outcomes import outcomes
from tests.builders import a_request

DAY = dt.date(2026, 9, 30)
KNOWN = outcomes()


def parts(*codes: str) -> tuple[RequestPart, ...]:
    return tuple(
        RequestPart(text=f"第{number}项", outcome=code, reason="理由")
        for number, code in enumerate(codes, 1)
    )


@pytest.mark.parametrize(
    ("codes", "whole"),
    [
        (("OPEN", "D4"), "PARTIAL"),
        (("OPEN", "OPEN"), "OPEN"),
        (("OPEN", "OPEN_PUBLISHED"), "OPEN"),
        (("D1", "D1"), "D1"),
        (("U1a", "U1b"), "U1a"),  # one row of the report
        (("OPEN", "D4", "U1a"), "PARTIAL"),
        (("OPEN", ""), ""),
    ],
)
def test_several_contents_are_counted_once(codes: tuple[str, ...], whole: str) -> None:
    assert outcome_of_parts(parts(*codes), KNOWN) == whole


@given(st.lists(st.sampled_from(sorted(KNOWN)), min_size=1, max_size=5))
def test_the_whole_is_the_common_row_or_partly_open(codes: list[str]) -> None:
    rows = {KNOWN[code].row for code in codes}
    whole = KNOWN[outcome_of_parts(parts(*codes), KNOWN)]
    assert whole.row == (rows.pop() if len(rows) == 1 else 4)


@pytest.mark.parametrize(
    ("codes", "ground", "remedy"),
    [
        (("OPEN", "U1a"), "U1a", Remedy.EITHER),
        (("OPEN", "U1a", "D4"), "D4", Remedy.RECONSIDERATION_FIRST),
        (("OPEN", "D8"), "D8", Remedy.EITHER),
    ],
)
def test_the_withheld_part_decides_the_remedy(
    codes: tuple[str, ...], ground: str, remedy: Remedy
) -> None:
    assert first_ground(parts(*codes), KNOWN) == ground
    closing = Closing(outcome="PARTIAL", parts=parts(*codes), withheld_ground=ground)
    assert remedy_of(KNOWN["PARTIAL"], closing.grounds, KNOWN) is remedy


def codes_of(closing: Closing) -> dict[str, Severity]:
    found = check_closing(a_request(), [], closing, KNOWN, DAY)
    return {problem.code: problem.severity for problem in found}


def test_contents_are_checked_one_by_one() -> None:
    service = Service(way=ServiceWay.EMAIL, posted_on=DAY)
    whole = Closing(
        outcome="PARTIAL",
        service=service,
        reply_number="1",
        withheld_ground="D4",
        parts=parts("OPEN", "D4"),
    )
    assert codes_of(whole) == {}
    single = Closing(outcome="OPEN", service=service, reply_number="1", parts=parts("OPEN"))
    assert codes_of(single) == {"parts-too-few": Severity.ERROR}
    bare = (RequestPart(text=""), RequestPart(text="单价", outcome="D4"))
    found = codes_of(Closing(outcome="D4", service=service, reply_number="1", parts=bare))
    assert found == {
        "part-text-missing": Severity.ERROR,
        "part-outcome-missing": Severity.ERROR,
        "part-reason-missing": Severity.WARNING,
    }
    other = Closing(outcome="OPEN", service=service, reply_number="1", parts=parts("OPEN", "D4"))
    assert codes_of(other) == {"outcome-not-of-parts": Severity.ERROR}


def test_what_a_partly_open_answer_and_a_delegated_service_leave_unsaid() -> None:
    service = Service(way=ServiceWay.DELEGATED, signed_on=DAY)
    closing = Closing(outcome="PARTIAL", reason="理由", reply_number="1", service=service)
    assert codes_of(closing) == {
        "withheld-ground-missing": Severity.WARNING,
        "agency-missing": Severity.WARNING,
    }


def consulting(opinion: Opinion, *, override: str = "", answered: bool = True) -> Consulting:
    party = ConsultedParty(
        id="p",
        request_id="r",
        name="A",
        kind=PartyKind.THIRD_PARTY,
        party="示例公司",
        opinion=opinion,
        override_reason=override,
    )
    return Consulting(
        name="A",
        party=party,
        sent=DAY,
        delivered=None,
        answered=DAY if answered else None,
        limit=DAY + dt.timedelta(days=21),
        left=None if answered else 15,
        as_of=DAY,
    )


@pytest.mark.parametrize(
    ("outcome", "consulted", "searched", "code"),
    [
        ("U1a", (), False, "no-search-recorded"),
        ("D4", (), True, "third-party-not-asked"),
        ("D6", (consulting(Opinion.PENDING, answered=False),), True, "consultation-still-open"),
        ("OPEN", (consulting(Opinion.REFUSE),), True, "disclosed-against-refusal"),
        ("PARTIAL", (consulting(Opinion.PARTLY),), True, "disclosed-against-refusal"),
    ],
)
def test_what_the_file_does_not_bear_out(
    outcome: str, consulted: tuple[Consulting, ...], searched: bool, code: str
) -> None:
    closing = Closing(outcome=outcome)
    (found,) = check_grounds(closing, KNOWN, consulted, searched=searched)
    assert (found.code, found.severity) == (code, Severity.WARNING)


def test_what_the_file_bears_out() -> None:
    assert check_grounds(Closing(outcome="U1a"), KNOWN, (), searched=True) == []
    overruled = (consulting(Opinion.REFUSE, override="涉及公众健康"),)
    assert check_grounds(Closing(outcome="OPEN"), KNOWN, overruled, searched=False) == []
    refused = (consulting(Opinion.REFUSE),)
    assert check_grounds(Closing(outcome="D4"), KNOWN, refused, searched=False) == []
