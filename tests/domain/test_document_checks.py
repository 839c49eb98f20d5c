"""What is refused in a document: above all publishing before the review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.document_checks import check_document
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    OfficialDocument,
    PublishedAt,
    ReviewOpinion,
    SecrecyReview,
)
from gongkai_desk.domain.problems import Severity
from tests.domain.test_document_states import (
    PUBLISHED,
    REVIEWED,
    TODAY,
    a_document,
    a_place,
    a_review,
)

Edit = Callable[[OfficialDocument], OfficialDocument]


def codes(document: OfficialDocument, *others: OfficialDocument) -> list[str]:
    kept = {each.id: each for each in others}
    return [each.code for each in check_document(document, TODAY, kept, ("第十四条", "第十五条"))]


def test_a_document_in_order_has_no_problem() -> None:
    document = a_document(reviews=REVIEWED, published=PUBLISHED, keep_until=dt.date(2027, 1, 1))
    assert codes(document) == []


OUT: dict[str, Any] = {"reviews": REVIEWED, "published": PUBLISHED}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"title": " "}, ["document-title-missing"]),
        ({"attribute": None}, ["document-attribute-missing"]),
        ({"attribute": Attribute.WITHHELD, "kind": DocumentKind.INFORMATION}, [
            "document-ground-missing",
        ]),
        (
            {"attribute": Attribute.WITHHELD, "ground": "不宜公开"},
            ["document-ground-no-article", "document-policy-withheld"],
        ),
        (
            {"attribute": Attribute.WITHHELD, "ground": "《条例》第十四条"},
            ["document-policy-withheld"],
        ),
        ({"attribute": Attribute.ON_REQUEST}, ["document-reason-missing"]),
        ({"formed_on": dt.date(2026, 11, 21)}, ["record-after-today"]),
        ({"limit_days": 0}, ["document-limit-odd"]),
        ({"reviews": (replace(a_review(), by=""),)}, ["review-person-missing"]),
        ({"published": PUBLISHED}, ["publication-before-review"]),
        ({**OUT, "published": (a_place(dt.date(2026, 10, 30)),)}, [
            "publication-before-formed", "publication-before-review",
        ]),
        ({**OUT, "reviews": (a_review(opinion=ReviewOpinion.MAY_NOT),)}, [
            "publication-against-review",
        ]),
        ({**OUT, "published": (replace(a_place(), channel=""),)}, ["publication-place-missing"]),
        ({**OUT, "formed_on": None}, ["publication-not-formed"]),
        ({**OUT, "attribute": Attribute.ON_REQUEST, "ground": "涉及内部安排"}, [
            "publication-not-proactive",
        ]),
        ({**OUT, "keep_until": dt.date(2026, 11, 1)}, ["keep-until-before-published"]),
        ({"taken_down_on": TODAY, "taken_down_because": "到期"}, ["taken-down-unpublished"]),
        ({**OUT, "taken_down_on": TODAY}, ["taken-down-reason-missing"]),
        (
            {**OUT, "taken_down_on": dt.date(2026, 11, 2), "taken_down_because": "到期"},
            ["taken-down-before-published"],
        ),
        ({"valid_until": dt.date(2026, 11, 1)}, ["valid-until-before-begin"]),
        ({"abolished_on": dt.date(2026, 11, 1), "abolished_by": "某通知"}, [
            "abolished-before-formed",
        ]),
        ({"abolished_by": "某通知"}, ["abolished-day-missing"]),
        ({"replaces_id": "d"}, ["edition-ring"]),
        ({"original_id": "d"}, ["original-itself"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(values: dict[str, Any], expected: list[str]) -> None:
    assert codes(a_document(**values)) == expected


def test_a_draft_may_wait_for_its_attribute() -> None:
    (problem,) = check_document(a_document(attribute=None, formed_on=None), TODAY, {})
    assert problem.severity is Severity.WARNING


def test_a_forwarding_document_takes_the_attribute_of_its_original() -> None:
    original = a_document(id="o", attribute=Attribute.WITHHELD, ground="第十四条")
    assert codes(a_document(original_id="o"), original) == ["document-attribute-of-original"]
    out = a_document(id="f", original_id="o", **OUT)
    assert codes(original, out) == ["document-policy-withheld", "forwarded-still-published"]


def test_editions_form_one_line_without_ring() -> None:
    first, second = a_document(id="1"), a_document(id="2", replaces_id="1")
    assert codes(second, first) == []
    assert codes(a_document(id="3", replaces_id="1"), first, second) == ["edition-twice"]
    assert codes(replace(first, replaces_id="2"), first, second) == ["edition-ring"]
    earlier = a_document(id="2", replaces_id="1", formed_on=dt.date(2026, 10, 1))
    assert codes(earlier, first) == ["edition-before-earlier"]


# no order of edits publishes before the review

SOME_DAYS = st.dates(dt.date(2026, 10, 28), TODAY)


def reviewed(day: dt.date, opinion: ReviewOpinion) -> Edit:
    review = SecrecyReview(date=day, by="办公室", opinion=opinion)
    return lambda one: replace(one, reviews=(*one.reviews, review))


def published(day: dt.date) -> Edit:
    place = PublishedAt(channel="网站", date=day)
    return lambda one: replace(one, published=(*one.published, place))


EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(reviewed, SOME_DAYS, st.sampled_from(ReviewOpinion)),
    st.builds(published, SOME_DAYS),
    st.just(lambda one: replace(one, reviews=one.reviews[1:])),
    st.just(lambda one: replace(one, reviews=one.reviews[:-1])),
    st.just(lambda one: replace(one, published=one.published[1:])),
    st.builds(lambda day: lambda one: replace(one, formed_on=day), SOME_DAYS),
    st.builds(
        lambda attribute: lambda one: replace(one, attribute=attribute, ground="第十四条"),
        st.sampled_from(Attribute),
    ),
)


@settings(max_examples=80)
@given(st.lists(EDITS, max_size=12))
def test_no_order_of_edits_publishes_before_the_review(edits: list[Edit]) -> None:
    kept = a_document()
    for edit in edits:
        draft = edit(kept)
        problems = check_document(draft, TODAY, {kept.id: kept})
        if not any(each.severity is Severity.ERROR for each in problems):
            kept = draft
        for place in kept.published:
            before = sorted(
                (each for each in kept.reviews if each.date <= place.date),
                key=lambda each: each.date,
            )
            assert before
            assert before[-1].opinion is not ReviewOpinion.MAY_NOT
            assert kept.attribute is Attribute.PROACTIVE
