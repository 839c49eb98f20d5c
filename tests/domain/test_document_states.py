"""How documents stand: publication, validity, editions, and what table 2 counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.calendar import Notice, WorkCalendar
from gongkai_desk.domain.document_counts import compare_documents, count_documents
from gongkai_desk.domain.document_states import (
    ENDED,
    Standing,
    Validity,
    editions,
    publication_limit,
    standing,
    successors,
    validity,
    validity_ends_soon,
)
from gongkai_desk.domain.document_steps import Step, StepState, steps_of
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    OfficialDocument,
    PublishedAt,
    ReviewOpinion,
    SecrecyReview,
)
from gongkai_desk.domain.report import Proactive

TODAY = dt.date(2026, 11, 20)
CALENDAR = WorkCalendar(
    [Notice(year=2026, source="", days_off=frozenset(), makeup_days=frozenset())]
)


def a_document(**values: Any) -> OfficialDocument:
    document = OfficialDocument(
        id="d",
        title="示例区旅游民宿管理办法",
        kind=DocumentKind.NORMATIVE,
        formed_on=dt.date(2026, 11, 2),
        attribute=Attribute.PROACTIVE,
    )
    return replace(document, **values)


def a_review(
    day: dt.date = dt.date(2026, 11, 1), opinion: ReviewOpinion = ReviewOpinion.MAY_PUBLISH
) -> SecrecyReview:
    return SecrecyReview(date=day, by="办公室", opinion=opinion)


def a_place(day: dt.date = dt.date(2026, 11, 3)) -> PublishedAt:
    return PublishedAt(channel="政府网站", date=day)


REVIEWED = (a_review(),)
PUBLISHED = (a_place(),)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"attribute": None}, Standing.NO_ATTRIBUTE),
        ({"attribute": Attribute.ON_REQUEST}, Standing.KEPT),
        ({"attribute": Attribute.WITHHELD}, Standing.KEPT),
        ({}, Standing.TO_REVIEW),
        ({"reviews": (a_review(TODAY + dt.timedelta(1)),)}, Standing.TO_REVIEW),
        ({"reviews": REVIEWED}, Standing.TO_PUBLISH),
        ({"reviews": (a_review(opinion=ReviewOpinion.IN_PART),)}, Standing.TO_PUBLISH),
        ({"reviews": (*REVIEWED, a_review(opinion=ReviewOpinion.MAY_NOT))}, Standing.REFUSED),
        ({"reviews": REVIEWED, "published": PUBLISHED}, Standing.PUBLISHED),
        (
            {"reviews": REVIEWED, "published": PUBLISHED, "keep_until": dt.date(2026, 11, 19)},
            Standing.TO_TAKE_DOWN,
        ),
        (
            {"reviews": REVIEWED, "published": PUBLISHED, "keep_until": TODAY},
            Standing.PUBLISHED,
        ),
        (
            {
                "reviews": (*REVIEWED, a_review(TODAY, ReviewOpinion.MAY_NOT)),
                "published": PUBLISHED,
            },
            Standing.TO_TAKE_DOWN,
        ),
        (
            {"reviews": REVIEWED, "published": PUBLISHED, "taken_down_on": TODAY},
            Standing.TAKEN_DOWN,
        ),
    ],
)
def test_where_a_document_stands(values: dict[str, Any], expected: Standing) -> None:
    assert standing(a_document(**values), TODAY) is expected


def test_a_forwarding_document_follows_its_original() -> None:
    original = a_document(id="o", attribute=Attribute.WITHHELD)
    assert standing(a_document(original_id="o"), TODAY, original) is Standing.KEPT


def test_twenty_working_days_are_counted_from_the_day_it_was_formed() -> None:
    limit = publication_limit(a_document(formed_on=dt.date(2026, 10, 23)), TODAY, CALENDAR, 20)
    assert limit is not None
    assert (limit.due, limit.remaining, limit.late) == (TODAY, 0, False)
    over = publication_limit(a_document(formed_on=dt.date(2026, 10, 22)), TODAY, CALENDAR, 20)
    assert over is not None
    assert (over.remaining, over.late) == (-1, True)
    assert publication_limit(a_document(formed_on=None), TODAY, CALENDAR, 20) is None


def test_a_limit_of_its_own_and_a_year_without_notice() -> None:
    own = publication_limit(a_document(limit_days=3), TODAY, CALENDAR, 20)
    assert own is not None
    assert own.due == dt.date(2026, 11, 5)
    later = publication_limit(a_document(formed_on=dt.date(2026, 12, 21)), TODAY, CALENDAR, 20)
    assert later is not None
    assert later.provisional


def test_a_published_document_is_measured_by_its_publication() -> None:
    document = a_document(limit_days=1, reviews=REVIEWED, published=PUBLISHED)
    limit = publication_limit(document, TODAY, CALENDAR, 20)
    assert limit is not None
    assert limit.remaining == 0


def test_a_weekend_behind_the_last_day_is_late() -> None:
    """20 working days after Friday 16 October end on Friday 13 November."""
    document = a_document(formed_on=dt.date(2026, 10, 16), reviews=REVIEWED)
    saturday = dt.date(2026, 11, 14)
    waiting = publication_limit(document, saturday, CALENDAR, 20)
    out = replace(document, published=(PublishedAt(channel="网站", date=saturday),))
    published = publication_limit(out, TODAY, CALENDAR, 20)
    for limit in (waiting, published):
        assert limit is not None
        assert (limit.due, limit.late) == (dt.date(2026, 11, 13), True)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"formed_on": None}, Validity.DRAFT),
        ({}, Validity.IN_FORCE),
        ({"in_force_on": dt.date(2026, 12, 1)}, Validity.NOT_YET),
        ({"valid_until": TODAY}, Validity.IN_FORCE),
        ({"valid_until": dt.date(2026, 11, 19)}, Validity.EXPIRED),
        ({"abolished_on": TODAY}, Validity.ABOLISHED),
        (
            {"abolished_on": TODAY, "valid_until": dt.date(2026, 11, 10)},
            Validity.EXPIRED,
        ),
    ],
)
def test_validity_on_a_day(values: dict[str, Any], expected: Validity) -> None:
    assert validity(a_document(**values), TODAY) is expected


def test_the_next_edition_ends_the_earlier_one_when_it_takes_effect() -> None:
    later = a_document(id="n", replaces_id="d", in_force_on=dt.date(2026, 11, 20))
    assert validity(a_document(), dt.date(2026, 11, 19), later) is Validity.IN_FORCE
    assert validity(a_document(), TODAY, later) is Validity.REPLACED


def test_validity_about_to_end_is_noticed_sixty_days_before() -> None:
    assert validity_ends_soon(a_document(valid_until=TODAY + dt.timedelta(60)), TODAY)
    assert not validity_ends_soon(a_document(valid_until=TODAY + dt.timedelta(61)), TODAY)
    assert not validity_ends_soon(a_document(valid_until=TODAY - dt.timedelta(1)), TODAY)


def test_editions_are_listed_from_any_of_them_and_a_ring_is_walked_once() -> None:
    one, two, three = (
        a_document(id=name, replaces_id=before)
        for name, before in (("1", ""), ("2", "1"), ("3", "2"))
    )
    by_id = {each.id: each for each in (three, one, two)}
    for each in (one, two, three):
        assert editions(each, by_id) == (one, two, three)
    ring = {each.id: each for each in (replace(one, replaces_id="3"), two, three)}
    assert len(editions(two, ring)) == 3


def test_the_chain_of_steps_names_the_one_to_do_now() -> None:
    document = a_document(needs_interpretation=True)
    steps = steps_of(document, Standing.TO_REVIEW, None, ())
    assert [each.step for each in steps] == list(Step)
    assert [each.state for each in steps] == [
        StepState.DONE, StepState.DONE, StepState.NEXT, StepState.OPEN, StepState.OPEN,
    ]  # fmt: skip
    out = replace(document, reviews=REVIEWED, published=PUBLISHED)
    states = [each.state for each in steps_of(out, Standing.PUBLISHED, None, ())]
    assert states == [*[StepState.DONE] * 4, StepState.LATE]


# table 2

DAYS = st.dates(dt.date(2023, 6, 1), dt.date(2026, 12, 31))
MAYBE = st.none() | DAYS


@st.composite
def collections(draw: st.DrawFn) -> list[OfficialDocument]:
    documents: list[OfficialDocument] = []
    for number in range(draw(st.integers(0, 6))):
        free = [each.id for each in documents if each.id not in successors(documents)]
        documents.append(
            OfficialDocument(
                id=str(number),
                title="办法",
                kind=draw(st.sampled_from((DocumentKind.RULE, DocumentKind.NORMATIVE))),
                formed_on=draw(MAYBE),
                attribute=draw(st.sampled_from((None, *Attribute))),
                in_force_on=draw(MAYBE),
                valid_until=draw(MAYBE),
                abolished_on=draw(MAYBE),
                replaces_id=draw(st.sampled_from(["", *free])),
            )
        )
    return documents


@settings(max_examples=60)
@given(collections())
def test_the_numbers_of_the_years_add_up(documents: list[OfficialDocument]) -> None:
    for year in range(2023, 2028):
        before, this = count_documents(documents, year - 1), count_documents(documents, year)
        for row in ("rules", "normative_documents"):
            made, ended, in_force = this.numbers(row)
            assert in_force == before.numbers(row)[2] + made - ended


@settings(max_examples=60)
@given(collections(), DAYS)
def test_ended_stays_ended(documents: list[OfficialDocument], day: dt.date) -> None:
    after = successors(documents)
    for each in documents:
        if validity(each, day, after.get(each.id)) in ENDED:
            later = day + dt.timedelta(days=400)
            assert validity(each, later, after.get(each.id)) in ENDED


def test_what_is_kept_from_the_public_is_not_counted_and_each_number_has_its_documents() -> None:
    old = a_document(id="old", formed_on=dt.date(2020, 5, 1))
    new = a_document(id="new", replaces_id="old")
    kept = a_document(id="kept", attribute=Attribute.WITHHELD)
    counted = count_documents([old, new, kept], 2026)
    assert counted.numbers("normative_documents") == (1, 1, 1)
    assert counted.ids["normative_documents", 0] == ("new",)
    assert counted.ids["normative_documents", 1] == ("old",)
    assert counted.ids["normative_documents", 2] == ("new",)


def test_typed_numbers_are_compared_only_where_there_are_records() -> None:
    counted = count_documents([a_document()], 2026)
    assert compare_documents(Proactive(rules=(9, 9, 9)), counted)[0].found == 0
    found = compare_documents(Proactive(normative_documents=(1, 0, 5)), counted)
    assert [(each.place.column, each.expected) for each in found] == [("现行有效件数", 1)]
    assert compare_documents(Proactive(normative_documents=(5, 5, 5)), count_documents([], 1)) == []
