"""Similar earlier requests and the count of the month, on a real office file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.request import Request
from gongkai_desk.domain.similarity import Match, Reason, folded, person, worth_comparing
from gongkai_desk.services.desk import Desk
from tests.builders import a_request, an_applicant
from tests.offices import new_desk

DAY = dt.date(2026, 11, 20)
CARD, OTHER_CARD = "11010519491231002X", "370102199003078528"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path / "office.db") as made:
        yield made


def enter(desk: Desk, **values: Any) -> Request:
    request = a_request(**values)
    desk.register.add(request, on=DAY)
    return request


def numbers(found: list[Match]) -> list[str]:
    return [match.request.number for match in found]


def test_the_same_applicant_with_the_same_text_is_a_duplicate(desk: Desk) -> None:
    known = enter(desk, subject="关于2025年度征地补偿方案的信息")
    draft = a_request(subject="申请公开２０２５年度征地补偿方案。")
    (match,) = desk.similar.matches(draft)
    assert match.request == known
    assert match.reasons == (Reason.SAME_TEXT, Reason.SAME_NAME)
    assert match.duplicate


def test_a_similar_text_of_somebody_else_is_no_duplicate(desk: Desk) -> None:
    enter(desk, applicant=an_applicant(name="赵明远"), subject="示例区2025年度征地补偿安置方案")
    enter(desk, applicant=an_applicant(name="周维"), subject="中小学课后服务收费备案表")
    (match,) = desk.similar.matches(a_request(subject="示例区2024年度征地补偿安置方案"))
    assert match.reasons == (Reason.SIMILAR_TEXT,)
    assert 72 <= match.score < 100
    assert not match.duplicate


@pytest.mark.parametrize(
    ("known", "asked", "tie"),
    [
        ({"identity_number": CARD}, {"name": "林某", "identity_number": CARD.lower()}, "identity"),
        ({"identity_number": CARD}, {"identity_number": OTHER_CARD}, ""),
        ({"phone": "138 0000 0001"}, {"name": "林某", "phone": "13800000001"}, "phone"),
        ({"phone": "13800000001"}, {"phone": "+86 13800000001"}, "name"),
        ({"phone": "13800000001"}, {"phone": "13900000002"}, ""),
        ({"identity_number": CARD, "phone": "1"}, {"phone": "1"}, "name"),
        ({}, {"phone": "13800000001"}, "name"),
        ({}, {"name": "赵明远"}, ""),
    ],
)
def test_what_ties_two_applicants(
    desk: Desk, known: dict[str, str], asked: dict[str, str], tie: str
) -> None:
    enter(desk, applicant=an_applicant(**known), subject="财政决算报表")
    draft = a_request(applicant=an_applicant(**asked), subject="物业服务合同备案")
    found = [reason.value for match in desk.similar.matches(draft) for reason in match.reasons]
    assert found == ([f"same_{tie}"] if tie else [])
    count = desk.similar.month_count(draft)
    assert count is not None
    assert count.number == (2 if tie in ("identity", "name") else 1)


def test_those_who_apply_together_are_found_too(desk: Desk) -> None:
    known = enter(desk, co_applicants=(an_applicant(name="李二宝"),))
    draft = a_request(applicant=an_applicant(name="李二宝"), subject="别的事情完全不同")
    assert numbers(desk.similar.matches(draft)) == [known.number]


def test_what_is_written_later_is_known_without_reading_again(desk: Desk) -> None:
    draft = a_request(subject="海草房保护专项资金")
    assert desk.similar.matches(draft) == []
    known = enter(desk, subject="海草房保护专项资金")
    assert numbers(desk.similar.matches(draft)) == [known.number]
    desk.register.save(
        replace(known, subject="学区划分", applicant=an_applicant(name="周维")), on=DAY
    )
    assert desk.similar.matches(draft) == []
    desk.history.undo()
    assert numbers(desk.similar.matches(draft)) == [known.number]
    desk.history.undo()
    assert desk.similar.matches(draft) == []


def test_a_request_does_not_resemble_itself(desk: Desk) -> None:
    assert desk.similar.matches(enter(desk)) == []


def test_reading_in_steps_and_a_write_in_between(desk: Desk) -> None:
    for number in range(3):
        enter(desk, number=f"2026-{number:03}", subject="征地补偿方案")
    assert desk.similar.prepare()
    fresh = Desk(desk.register._database)
    reading = fresh.similar.prepare()
    assert reading
    assert len(fresh.similar.matches(a_request(subject="征地补偿方案"))) == 3


def test_the_count_of_the_month_and_its_fee(desk: Desk) -> None:
    for day in range(1, 11):
        enter(desk, **on(dt.date(2026, 11, day)))
    enter(desk, **on(dt.date(2026, 10, 31)))
    enter(desk, **on(dt.date(2026, 11, 3)), applicant=an_applicant(name="赵明远"))
    count = desk.similar.month_count(a_request(**on(DAY)))
    assert count is not None
    assert (count.year, count.month, count.number, count.fee) == (2026, 11, 11, 100)
    december = desk.similar.month_count(a_request(**on(dt.date(2026, 12, 1))))
    assert december is not None
    assert (december.number, december.fee) == (1, 0)


def test_nothing_is_counted_without_a_name_or_a_date(desk: Desk) -> None:
    nobody = a_request(applicant=an_applicant(name=" "))
    undated = a_request(submitted=None, arrived=None, received=None)
    assert desk.similar.month_count(nobody) is None
    assert desk.similar.month_count(undated) is None


def on(day: dt.date) -> dict[str, object]:
    return {"submitted": day, "arrived": day, "received": day, "id": new_id()}


@given(st.text(max_size=80))
def test_folding_leaves_only_signs_of_words(text: str) -> None:
    assert not re.search(r"[\W_]", folded(text))
    assert len(worth_comparing(text)) <= len(folded(text))


@given(*[st.text(alphabet="01X张三李四 ", max_size=4)] * 6)
def test_a_tie_goes_both_ways(a: str, b: str, c: str, d: str, e: str, f: str) -> None:
    one, other = person(a, b, c), person(d, e, f)
    assert one.likeness(other) == other.likeness(one)
