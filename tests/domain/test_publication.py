"""What is asked for often: the same wish in the same words, and in similar ones."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.publication import often_asked, plain_subject
from gongkai_desk.domain.request import Request
from gongkai_desk.services.publication import alike
from tests.builders import a_request


def asked(*subjects: str) -> list[Request]:
    return [
        a_request(number=f"2026-{number:03}", subject=subject)
        for number, subject in enumerate(subjects, 1)
    ]


def never(_subject: str, _others: Sequence[str]) -> int | None:
    return None


def test_width_blanks_and_marks_do_not_matter() -> None:
    assert plain_subject("《２０２５年 征地》补偿,方案") == plain_subject("2025年征地补偿方案")


def test_the_same_subject_three_times_is_often() -> None:
    requests = asked("征地补偿方案", "征地 补偿方案", "《征地补偿方案》", "图书采购合同")
    (often,) = often_asked(requests, never)
    assert (often.times, often.subject) == (3, "征地补偿方案")
    assert [one.number for one in often.requests] == ["2026-001", "2026-002", "2026-003"]


def test_twice_is_not_often() -> None:
    assert not often_asked(asked("征地补偿方案", "征地补偿方案"), never)
    assert often_asked(asked("征地补偿方案", "征地补偿方案"), never, least=2)


def test_similar_words_count_together() -> None:
    requests = asked(
        "城东片区征地补偿安置方案",
        "城东片区征地补偿安置方案全文",
        "关于城东片区征地补偿安置方案",
        "城东小学学区划分",
    )
    (often,) = often_asked(requests, alike)
    assert often.times == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [("2024年部门决算", "教师编制人数"), ("停车收费标准", "幼儿园收费标准文件")],
)
def test_other_wishes_stay_apart(one: str, other: str) -> None:
    assert alike(plain_subject(one), [plain_subject(other)]) is None


def test_the_most_frequent_comes_first_and_empty_subjects_nowhere() -> None:
    requests = asked(*["甲事"] * 3, *["乙事"] * 4, *["。"] * 5)
    assert [one.times for one in often_asked(requests, never)] == [4, 3]


def _similar(subject: str, others: Sequence[str]) -> int | None:
    scores = [SequenceMatcher(None, subject, other).ratio() for other in others]
    best = max(scores)
    return scores.index(best) if best > 0.6 else None


@given(st.lists(st.text("征地补偿方案一二三", min_size=1, max_size=6), max_size=14))
def test_no_request_is_lost_or_counted_twice(subjects: list[str]) -> None:
    requests = asked(*subjects)
    groups = often_asked(requests, _similar, least=1)
    ids = [request.id for group in groups for request in group.requests]
    assert sorted(ids) == sorted(request.id for request in requests)
    times = [group.times for group in groups]
    assert times == sorted(times, reverse=True)
