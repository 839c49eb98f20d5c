"""Documents in the window: entered, reviewed, published in that order, taken down, interpreted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.catalogue import CatalogueItem, CatalogueVersion, Limit, LimitKind
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    Interpretation,
    InterpretationStage,
    OfficialDocument,
    PublishedAt,
    ReviewOpinion,
    SecrecyReview,
)
from gongkai_desk.domain.request import Publication, Publish
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.disclosure.documents.dialog import DocumentDialog
from gongkai_desk.ui.disclosure.documents.interpretation_dialog import InterpretationDialog
from gongkai_desk.ui.disclosure.documents.interpretation_section import InterpretationSection
from gongkai_desk.ui.disclosure.documents.requests_dialog import RequestsDialog
from gongkai_desk.ui.disclosure.documents.section import DocumentSection
from gongkai_desk.ui.disclosure.documents.step_dialogs import (
    AbolishDialog,
    PublishDialog,
    ReviewDialog,
    TakeDownDialog,
)
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.printing import PreviewDialog
from tests.builders import a_request
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts
from tests.ui.sections.conftest import Opened, Shown

_PATIENT_MS = 30_000
"""The makers of PDF and Excel files are loaded when the first one is written."""
REVIEW = SecrecyReview(date=dt.date(2026, 11, 2), by="办公室", opinion=ReviewOpinion.MAY_PUBLISH)
OUT = (PublishedAt(channel="政府网站", date=dt.date(2026, 11, 3)),)


def enter(desk: Desk, name: str, **values: object) -> OfficialDocument:
    given = OfficialDocument(
        id=name,
        title=name,
        kind=DocumentKind.NORMATIVE,
        formed_on=dt.date(2026, 11, 2),
        attribute=Attribute.PROACTIVE,
    )
    document = replace(given, **values)  # type: ignore[arg-type]
    desk.official_documents.save(document, DAY)
    return document


def kept(desk: Desk, name: str) -> OfficialDocument:
    return desk.official_documents.get(OfficialDocument, name)


def test_a_withheld_document_is_entered_with_its_ground(
    shown: Shown[DocumentSection], opened: Opened[DocumentDialog], desk: Desk
) -> None:
    section = shown(DocumentSection)
    section.deeds.new()
    dialog = opened(DocumentDialog)
    dialog.title.setText("值班安排")
    assert dialog.ground_of.isHidden()
    dialog.attribute.set_value(Attribute.WITHHELD)
    assert not dialog.save_button.isEnabled()
    dialog.ground_of.setCurrentIndex(5)
    assert dialog.ground.value().startswith("第十六条第一款")
    dialog.save_button.click()
    (row,) = desk.official_documents.rows(DAY)
    assert row.document.attribute is Attribute.WITHHELD
    assert section.card.title.text() == "值班安排"


def test_a_normative_document_is_to_be_interpreted_unless_said_else(
    shown: Shown[DocumentSection], opened: Opened[DocumentDialog]
) -> None:
    shown(DocumentSection).deeds.new()
    dialog = opened(DocumentDialog)
    dialog.kind.set_value(DocumentKind.NORMATIVE)
    dialog.attribute.set_value(Attribute.PROACTIVE)
    assert dialog.draft().needs_interpretation
    dialog.needs_interpretation.click()
    dialog.title.setText("办法")
    assert not dialog.draft().needs_interpretation
    dialog._dirty = False
    dialog.reject()


def test_publishing_leads_to_the_review_first(
    shown: Shown[DocumentSection],
    opened: Opened[ReviewDialog],
    desk: Desk,
    prompts: ScriptedPrompts,
) -> None:
    enter(desk, "办法")
    section = shown(DocumentSection)
    prompts.answers = [True]
    section._publish(section.table.records.rows[0])
    assert "先审查、后公开" in prompts.asked[-1][2]
    review = opened(ReviewDialog)
    assert not review.save_button.isEnabled()
    review.by.setText("保密审查机构")
    review.opinion.set_value(ReviewOpinion.MAY_PUBLISH)
    review.concerns.boxes[0].setChecked(True)
    assert not review.save_button.isEnabled()  # 国家秘密
    review.concerns.boxes[0].setChecked(False)
    review.save_button.click()
    assert kept(desk, "办法").reviews[0].by == "保密审查机构"
    assert section.steps.badges[2].word == "保密审查 11-20"


def test_a_publication_dated_before_the_review_is_refused_at_its_field(
    shown: Shown[DocumentSection], opened: Opened[PublishDialog], desk: Desk
) -> None:
    enter(desk, "办法", reviews=(replace(REVIEW, date=dt.date(2026, 11, 5)),))
    section = shown(DocumentSection)
    section._publish(section.table.records.rows[0])
    dialog = opened(PublishDialog)
    dialog.channel.setEditText("政府公报")
    dialog.day.line.setText("2026-11-04")
    assert not dialog.save_button.isEnabled()
    dialog.day.line.setText("2026-11-06")
    dialog.save_button.click()
    assert kept(desk, "办法").published == (
        PublishedAt(channel="政府公报", date=dt.date(2026, 11, 6)),
    )


@pytest.mark.parametrize(
    "values",
    [
        {"attribute": Attribute.ON_REQUEST, "ground": "理由"},
        {"attribute": None, "formed_on": None, "reviews": (REVIEW,)},
        {"reviews": (replace(REVIEW, opinion=ReviewOpinion.MAY_NOT, basis="第十四条"),)},
    ],
)
def test_what_may_not_be_published_is_told_in_words(
    values: dict[str, object],
    shown: Shown[DocumentSection],
    desk: Desk,
    prompts: ScriptedPrompts,
) -> None:
    enter(desk, "资料", **values)
    section = shown(DocumentSection)
    section._publish(section.table.records.rows[0])
    assert prompts.asked[-1][0] == "tell"


def test_taking_down_and_abolishing(
    shown: Shown[DocumentSection],
    opened: Opened[TakeDownDialog],
    desk: Desk,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> None:
    enter(desk, "公告", reviews=(REVIEW,), published=OUT, keep_until=dt.date(2026, 11, 10))
    section = shown(DocumentSection)
    section.go_to(Target(page="disclosure", view="to-take-down"))
    (row,) = section.table.records.rows
    section._take_down(row)
    dialog = opened(TakeDownDialog)
    assert dialog.why.value() == "公开期限届满。"
    dialog.save_button.click()
    assert kept(desk, "公告").taken_down_on == DAY
    assert section.table.records.rows == []  # still in the list that was worked through
    section.go_to(Target(page="disclosure", view="all"))
    section._abolish(section.table.records.rows[0])
    abolish = opened(AbolishDialog)  # type: ignore[arg-type]
    assert isinstance(abolish, AbolishDialog)
    abolish.by.setText("某决定")
    abolish.save_button.click()
    assert desk.official_documents.rows(DAY)[0].ended
    prompts.answers = [3, 2]  # after the review and the publication
    section._take_back(section.table.records.rows[0])
    assert kept(desk, "公告").abolished_by == ""
    section._take_back(section.table.records.rows[0])
    assert kept(desk, "公告").taken_down_on is None
    assert kept(desk, "公告").published == OUT


def test_what_is_kept_back_is_listed_to_be_looked_through(
    shown: Shown[DocumentSection], desk: Desk
) -> None:
    enter(desk, "办法")
    enter(desk, "函", attribute=Attribute.ON_REQUEST, ground="内部管理信息")
    section = shown(DocumentSection)
    section.go_to(Target(page="disclosure", view="kept"))
    assert [row.document.title for row in section.table.records.rows] == ["函"]


def test_views_show_what_attention_counts(shown: Shown[DocumentSection], desk: Desk) -> None:
    enter(desk, "逾期", formed_on=dt.date(2026, 9, 1))
    enter(desk, "将到期", formed_on=dt.date(2026, 10, 27), reviews=(REVIEW,))
    enter(desk, "应撤下", reviews=(REVIEW,), published=OUT, keep_until=dt.date(2026, 11, 10))
    enter(desk, "将失效", reviews=(REVIEW,), published=OUT, valid_until=dt.date(2026, 12, 1))
    section = shown(DocumentSection)
    lines = desk.official_documents.attention(DAY)
    assert {line.view for line in lines} == {"late", "due", "to-review", "to-take-down", "ending"}
    for line in lines:
        section.go_to(Target(page=line.page, section=line.section, view=line.view))
        titles = tuple(row.document.title for row in section.table.records.rows)
        assert (line.count, line.examples) == (len(titles), titles)


def test_a_document_of_a_catalogue_item_begins_filled_in(
    shown: Shown[DocumentSection], opened: Opened[DocumentDialog], desk: Desk
) -> None:
    keeper = desk.official_documents
    keeper.save(CatalogueVersion(id="v", title="目录", number=1, made_on=DAY), DAY)
    limit = Limit(kind=LimitKind.WORKING_DAYS, days=3)
    item = CatalogueItem(
        id="i", version_id="v", lineage="l", position=1, path=("行政处罚", "处罚结果"), limit=limit
    )
    keeper.save(item, DAY)
    shown(DocumentSection).go_to(Target(page="disclosure", view="new:l"))
    dialog = opened(DocumentDialog)
    draft = dialog.draft()
    assert (draft.title, draft.lineage, draft.limit_days) == ("处罚结果", "l", 3)
    dialog._dirty = False
    dialog.reject()


def test_a_request_becomes_a_document(
    shown: Shown[DocumentSection], opened: Opened[RequestsDialog], desk: Desk
) -> None:
    request = a_request()
    desk.register.add(request, on=DAY)
    yes = Publication(choice=Publish.YES, decided_on=DAY, decided_by="办公室", reason="多人申请")
    desk.publication.decide([request.id], yes, DAY)
    section = shown(DocumentSection)
    section.deeds.from_requests()
    opened(RequestsDialog).take.click()
    dialog = opened(DocumentDialog)  # type: ignore[arg-type]
    assert isinstance(dialog, DocumentDialog)
    dialog.formed_on.set_date(DAY)
    dialog.save_button.click()
    (row,) = desk.official_documents.rows(DAY)
    assert row.document.request_ids == (request.id,)
    assert desk.official_documents.publishable() == []


def test_a_new_edition_replaces_the_old_one(
    shown: Shown[DocumentSection], opened: Opened[DocumentDialog], desk: Desk
) -> None:
    enter(desk, "办法", formed_on=dt.date(2020, 1, 2), reviews=(REVIEW,))
    section = shown(DocumentSection)
    section._next_edition(section.table.records.rows[0])
    dialog = opened(DocumentDialog)
    dialog.title.setText("办法（修订）")
    dialog.formed_on.set_date(DAY)
    dialog.save_button.click()
    new, old = desk.official_documents.rows(DAY)
    assert new.document.replaces_id == old.id
    assert old.ended
    assert new.document.reviews == ()


def test_an_entry_made_by_mistake_is_taken_back(
    shown: Shown[DocumentSection], desk: Desk, prompts: ScriptedPrompts
) -> None:
    enter(desk, "办法", reviews=(REVIEW,), published=OUT)
    section = shown(DocumentSection)
    prompts.answers = [0]
    section._take_back(section.table.records.rows[0])
    assert kept(desk, "办法").reviews == (REVIEW,)  # the publication stands on it
    prompts.answers = [1, 0]
    section._take_back(section.table.records.rows[0])
    assert kept(desk, "办法").published == ()
    section._take_back(section.table.records.rows[0])
    assert kept(desk, "办法").reviews == ()


def test_missing_interpretations_come_first_and_are_entered(
    shown: Shown[InterpretationSection],
    opened: Opened[InterpretationDialog],
    desk: Desk,
) -> None:
    enter(desk, "办法", reviews=(REVIEW,), published=OUT, needs_interpretation=True)
    section = shown(InterpretationSection)
    section.go_to(Target(page="disclosure", section="interpretations", view="missing"))
    assert [row.interpretation for row in section.table.records.rows] == [None]
    section._add()
    dialog = opened(InterpretationDialog)
    dialog.title.setText("一图读懂")
    dialog.published_on.set_date(dt.date(2026, 11, 2))
    assert not dialog.save_button.isEnabled()  # before its document
    dialog.published_on.set_date(dt.date(2026, 11, 6))
    dialog.save_button.click()
    (made,) = desk.official_documents.all(Interpretation)
    assert (made.document_id, made.stage) == ("办法", InterpretationStage.RELEASE)
    assert section.share.badge.word == "0%"
    section.go_to(Target(page="disclosure", section="interpretations", view="out-of-step"))
    assert len(section.table.records.rows) == 1


def test_of_an_interpreted_document_the_next_one_is_the_second(
    shown: Shown[DocumentSection], opened: Opened[InterpretationDialog], desk: Desk
) -> None:
    enter(desk, "办法", reviews=(REVIEW,), published=OUT, needs_interpretation=True)
    section = shown(DocumentSection)
    section._interpret(section.table.records.rows[0])
    dialog = opened(InterpretationDialog)
    assert dialog.stage.value() is InterpretationStage.RELEASE
    dialog.title.setText("一图读懂")
    dialog.published_on.set_date(dt.date(2026, 11, 3))
    dialog.save_button.click()
    section._interpret(section.table.records.rows[0])
    again = opened(InterpretationDialog)
    assert again.stage.value() is InterpretationStage.SECOND
    again.done(0)


def test_the_review_sheet_is_shown_and_the_list_is_exported(
    shown: Shown[DocumentSection],
    desk: Desk,
    prompts: ScriptedPrompts,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    document = enter(desk, "办法")
    section = shown(DocumentSection)
    said: list[str] = []
    section.operations.said.connect(said.append)
    prompts.answers = [tmp_path / "清单", tmp_path / "审查表"]
    section.output.export(section.shown, "全部")
    qtbot.waitUntil(lambda: len(said) == 1, timeout=_PATIENT_MS)
    section.output.save_review(document)
    qtbot.waitUntil(lambda: len(said) == 2, timeout=_PATIENT_MS)
    assert (tmp_path / "清单.xlsx").exists()
    assert (tmp_path / "审查表.docx").exists()
    section.output.print_review(document)
    qtbot.waitUntil(lambda: bool(previews()), timeout=_PATIENT_MS)
    previews()[0].done(0)


def previews() -> list[PreviewDialog]:
    tops = QApplication.topLevelWidgets()
    return [each for each in tops if isinstance(each, PreviewDialog) and each.isVisible()]
