"""Documents through the service: kept in order, attention, drafts made from others."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gongkai_desk.domain.attention import Concern
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    Interpretation,
    InterpretationKind,
    InterpretationStage,
    OfficialDocument,
    PublishedAt,
    ReviewOpinion,
    SecrecyReview,
)
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import Publication, Publish, Request
from gongkai_desk.services.desk import Desk
from tests.builders import a_request

TODAY = dt.date(2026, 11, 20)
REVIEW = SecrecyReview(date=dt.date(2026, 11, 2), by="办公室", opinion=ReviewOpinion.MAY_PUBLISH)


def enter(desk: Desk, name: str, **values: object) -> OfficialDocument:
    given = OfficialDocument(
        id=name,
        title=name,
        kind=DocumentKind.NORMATIVE,
        formed_on=dt.date(2026, 11, 2),
        attribute=Attribute.PROACTIVE,
    )
    document = replace(given, **values)  # type: ignore[arg-type]
    desk.official_documents.save(document, TODAY)
    return document


def out(day: int = 3) -> tuple[PublishedAt, ...]:
    return (PublishedAt(channel="政府网站", date=dt.date(2026, 11, day)),)


def refused(call: object, *arguments: object) -> list[str]:
    with pytest.raises(DomainError) as error:
        call(*arguments)  # type: ignore[operator]
    return [each.code for each in error.value.problems]


def test_published_does_not_come_before_reviewed(desk: Desk) -> None:
    service = desk.official_documents
    document = enter(desk, "办法")
    publish = replace(document, published=out())
    assert refused(service.publish, publish, TODAY) == ["publication-before-review"]
    assert refused(service.save, publish, TODAY) == ["publication-before-review"]
    service.review(document, REVIEW, TODAY)
    reviewed = service.get(OfficialDocument, "办法")
    service.publish(replace(reviewed, published=out()), TODAY)
    without = replace(service.get(OfficialDocument, "办法"), reviews=())
    assert refused(service.save, without, TODAY) == ["publication-before-review"]
    kept = service.get(OfficialDocument, "办法")
    assert (kept.reviews, kept.published) == ((REVIEW,), out())


def test_a_review_that_finds_secrets_does_not_let_it_out(desk: Desk) -> None:
    document = enter(desk, "办法")
    secret = replace(REVIEW, concerns=("国家秘密",))
    service = desk.official_documents
    assert refused(service.review, document, secret, TODAY) == ["review-secret-published"]
    no = replace(REVIEW, opinion=ReviewOpinion.MAY_NOT, basis="第十四条")
    service.review(document, no, TODAY)
    publish = replace(service.get(OfficialDocument, "办法"), published=out())
    assert refused(service.publish, publish, TODAY) == ["publication-against-review"]


def test_what_asks_for_attention_is_what_the_views_show(desk: Desk) -> None:
    enter(desk, "逾期", formed_on=dt.date(2026, 10, 1))
    enter(desk, "将到期", formed_on=dt.date(2026, 10, 27), reviews=(REVIEW,))
    enter(desk, "缺解读", reviews=(REVIEW,), published=out(), needs_interpretation=True)
    enter(desk, "应撤下", reviews=(REVIEW,), published=out(), keep_until=dt.date(2026, 11, 19))
    enter(desk, "将失效", reviews=(REVIEW,), published=out(), valid_until=dt.date(2026, 12, 31))
    enter(desk, "不公开", attribute=Attribute.WITHHELD, ground="第十六条第一款")
    lines = desk.official_documents.attention(TODAY)
    assert {line.concern: (line.count, line.examples) for line in lines} == {
        Concern.PUBLICATION_LATE: (1, ("逾期",)),
        Concern.PUBLICATION_DUE: (1, ("将到期",)),
        Concern.REVIEW_MISSING: (1, ("逾期",)),
        Concern.TAKE_DOWN: (1, ("应撤下",)),
        Concern.VALIDITY_ENDING: (1, ("将失效",)),
        Concern.INTERPRETATION_MISSING: (1, ("缺解读",)),
    }
    assert all(line.page == "disclosure" for line in lines)


def test_an_office_without_documents_asks_for_nothing(desk: Desk) -> None:
    assert desk.official_documents.attention(TODAY) == ()


def test_missing_interpretations_stand_first_and_go_when_one_is_published(desk: Desk) -> None:
    enter(desk, "办法", reviews=(REVIEW,), published=out(), needs_interpretation=True)
    service = desk.official_documents
    (missing,) = service.interpretations(TODAY)
    assert missing.interpretation is None
    video = Interpretation(
        id="v",
        document_id="办法",
        title="动画解读",
        kind=InterpretationKind.ANIMATION,
        published_on=dt.date(2026, 11, 3),
    )
    service.save(video, TODAY)
    (row,) = service.interpretations(TODAY)
    assert row.step is not None
    assert row.step.days == 0
    assert service.share(2026).percent == 100
    assert service.share(2025).percent is None


@pytest.mark.parametrize(
    ("stage", "left", "flagged"),
    [
        (InterpretationStage.RELEASE, (), True),
        (InterpretationStage.SECOND, out(5), True),
        (InterpretationStage.RELEASE, out(4), False),
        (InterpretationStage.DRAFT, (), False),
    ],
)
def test_an_interpretation_out_alone_after_a_publication_was_taken_back_is_flagged(
    desk: Desk,
    stage: InterpretationStage,
    left: tuple[PublishedAt, ...],
    flagged: bool,
) -> None:
    document = enter(desk, "办法", reviews=(REVIEW,), published=(*out(3), *left))
    video = Interpretation(
        id="v",
        document_id="办法",
        title="动画解读",
        kind=InterpretationKind.ANIMATION,
        stage=stage,
        published_on=dt.date(2026, 11, 4),
    )
    service = desk.official_documents
    service.save(video, TODAY)
    assert service.attention(TODAY) == ()
    service.save(replace(document, published=left), TODAY)
    (row,) = service.interpretations(TODAY)
    assert row.ahead == flagged
    lines = [one for one in service.attention(TODAY) if one.section == "interpretations"]
    assert [(one.concern, one.count, one.view, one.examples) for one in lines] == [
        (Concern.INTERPRETATION_AHEAD, 1, "ahead", ("动画解读",))
    ] * flagged


def test_removing_takes_the_interpretations_along_but_not_a_link_in_a_chain(desk: Desk) -> None:
    first = enter(desk, "旧办法", formed_on=dt.date(2020, 1, 2))
    service = desk.official_documents
    draft = replace(service.next_edition(first), title="新办法")
    service.save(draft, TODAY)
    service.save(
        Interpretation(id="i", document_id=draft.id, title="解读", kind=InterpretationKind.TEXT),
        TODAY,
    )
    assert refused(service.remove, first) == ["document-referred-to"]
    service.remove(draft)
    assert service.all(Interpretation) == []
    service.remove(first)
    assert service.rows(TODAY) == []


def test_the_chain_of_editions_and_the_numbers_of_table_two(desk: Desk) -> None:
    service = desk.official_documents
    first = enter(desk, "旧办法", formed_on=dt.date(2020, 1, 2))
    second = replace(service.next_edition(first), formed_on=dt.date(2026, 11, 2))
    service.save(second, TODAY)
    assert [each.id for each in service.editions(first)] == [first.id, second.id]
    counted = service.counted(2026)
    assert counted.numbers("normative_documents") == (1, 1, 1)
    assert service.counted(2025).numbers("normative_documents") == (0, 0, 1)


def test_a_request_decided_for_publication_becomes_a_document_once(desk: Desk) -> None:
    request = a_request()
    desk.register.add(request, on=TODAY)
    yes = Publication(choice=Publish.YES, decided_on=TODAY, decided_by="办公室", reason="多人申请")
    service = desk.official_documents
    assert service.publishable() == []
    desk.publication.decide([request.id], yes, TODAY)
    (found,) = service.publishable()
    assert isinstance(found, Request)
    draft = service.from_requests([found])
    assert (draft.title, draft.request_ids) == (found.subject, (found.id,))
    service.save(draft, TODAY)
    assert service.publishable() == []


def test_what_a_check_asks_of_other_documents_is_found(desk: Desk) -> None:
    service = desk.official_documents
    one = enter(desk, "一", formed_on=dt.date(2020, 1, 2))
    two = enter(desk, "二", formed_on=dt.date(2022, 1, 2), replaces_id="一")
    three = enter(desk, "三", formed_on=dt.date(2024, 1, 2), replaces_id="二")
    for each in (one, two, three):
        assert [found.id for found in service.editions(each)] == ["一", "二", "三"]
    assert refused(service.save, replace(one, replaces_id="三"), TODAY)[0] == "edition-ring"
    rival = replace(three, id="四", formed_on=TODAY)
    assert refused(service.save, rival, TODAY) == ["edition-twice"]
    enter(desk, "转发", original_id="三", reviews=(REVIEW,), published=out())
    withheld = replace(three, attribute=Attribute.WITHHELD, ground="第十四条")
    assert refused(service.save, withheld, TODAY) == ["forwarded-still-published"]
    wrong = replace(service.get(OfficialDocument, "转发"), attribute=Attribute.ON_REQUEST)
    assert "document-attribute-of-original" in refused(service.save, wrong, TODAY)
