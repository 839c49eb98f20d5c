"""解读: 三同步, what is missing, the share of video and animation."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.interpretations import (
    Share,
    Together,
    check_interpretation,
    in_step,
    interpretation_missing,
    video_share,
)
from gongkai_desk.domain.official_document import (
    Interpretation,
    InterpretationKind,
    InterpretationStage,
    PublishedAt,
)
from tests.domain.test_document_states import CALENDAR, PUBLISHED, REVIEWED, TODAY, a_document

DOCUMENT = a_document(reviews=REVIEWED, published=PUBLISHED, needs_interpretation=True)


def an_interpretation(**values: Any) -> Interpretation:
    made = Interpretation(
        id="i",
        document_id="d",
        title="一图读懂",
        kind=InterpretationKind.CHART,
        drafted_on=dt.date(2026, 10, 30),
        signed_on=dt.date(2026, 11, 2),
        published_on=dt.date(2026, 11, 3),
        linked=True,
    )
    return replace(made, **values)


def codes(interpretation: Interpretation, allowed: int = 0) -> list[str]:
    found = check_interpretation(interpretation, DOCUMENT, TODAY, CALENDAR, allowed)
    return [each.code for each in found]


def test_all_three_kept_in_step() -> None:
    step = in_step(an_interpretation(), DOCUMENT, CALENDAR, 0)
    assert step.kept
    assert step.days == 0


@pytest.mark.parametrize(
    ("day", "allowed", "expected", "code"),
    [
        (3, 0, Together.YES, []),
        (4, 0, Together.LATE, ["interpretation-late"]),
        (4, 1, Together.YES, []),
        (5, 0, Together.LATE, ["interpretation-late"]),
        (6, 0, Together.VERY_LATE, ["interpretation-very-late"]),
        (9, 5, Together.YES, []),
        (11, 5, Together.VERY_LATE, ["interpretation-very-late"]),
    ],
)
def test_published_so_many_working_days_after_the_document(
    day: int, allowed: int, expected: Together, code: list[str]
) -> None:
    one = an_interpretation(published_on=dt.date(2026, 11, day))
    assert in_step(one, DOCUMENT, CALENDAR, allowed).published is expected
    assert codes(one, allowed) == code


def test_the_weekend_after_a_friday_is_not_the_same_day() -> None:
    friday = replace(DOCUMENT, published=(PublishedAt(channel="网站", date=dt.date(2026, 11, 6)),))
    step = in_step(an_interpretation(published_on=dt.date(2026, 11, 7)), friday, CALENDAR, 0)
    assert (step.published, step.days) == (Together.LATE, 1)


def test_drafted_or_signed_after_the_document_is_out_of_step() -> None:
    one = an_interpretation(drafted_on=dt.date(2026, 11, 3), signed_on=None)
    step = in_step(one, DOCUMENT, CALENDAR, 0)
    assert (step.drafted, step.signed) == (Together.LATE, Together.OPEN)
    assert not step.kept


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"title": ""}, ["interpretation-title-missing"]),
        ({"signed_on": dt.date(2026, 10, 1)}, ["interpretation-signed-before-drafted"]),
        (
            {"published_on": dt.date(2026, 11, 1)},
            ["interpretation-published-before-signed", "interpretation-before-document"],
        ),
        ({"linked": False}, ["interpretation-not-linked"]),
        ({"published_on": dt.date(2026, 11, 30)}, [
            "record-after-today", "interpretation-very-late",
        ]),
        (
            {"stage": InterpretationStage.SECOND, "published_on": TODAY},
            [],
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(values: dict[str, Any], expected: list[str]) -> None:
    assert codes(an_interpretation(**values)) == expected


def test_an_interpretation_of_the_draft_does_not_explain_the_document() -> None:
    of_draft = an_interpretation(stage=InterpretationStage.DRAFT)
    assert interpretation_missing(DOCUMENT, [])
    assert interpretation_missing(DOCUMENT, [of_draft, an_interpretation(published_on=None)])
    assert not interpretation_missing(DOCUMENT, [an_interpretation()])
    assert not interpretation_missing(replace(DOCUMENT, needs_interpretation=False), [])
    assert not interpretation_missing(replace(DOCUMENT, published=()), [])


def test_the_share_counts_what_was_published_in_the_year() -> None:
    every = [
        an_interpretation(kind=InterpretationKind.VIDEO),
        an_interpretation(kind=InterpretationKind.ANIMATION, published_on=None),
        an_interpretation(published_on=dt.date(2025, 11, 3)),
        an_interpretation(),
        an_interpretation(),
    ]
    share = video_share(every, 2026)
    assert (share.moving, share.every, share.percent) == (1, 3, 33)
    assert video_share([], 2026).percent is None


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 99))
def test_what_is_lacking_brings_the_share_to_its_goal(moving: int, others: int, goal: int) -> None:
    lacking = Share(year=2026, moving=moving, every=moving + others).lacking(goal)
    assert (moving + lacking) * 100 >= goal * (moving + others + lacking)
    if lacking:
        assert (moving + lacking - 1) * 100 < goal * (moving + others + lacking - 1)
