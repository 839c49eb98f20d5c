"""Self-inspections: lists, quarters, what the office file says, papers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.attention import Concern, Weight
from gongkai_desk.domain.inspection import InspectionTemplate, ItemScore, SelfInspection
from gongkai_desk.domain.inspection_scoring import Quarter, full_score
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
from gongkai_desk.domain.platform import Platform, PlatformCheck, PlatformKind, SiteMessage
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.inspection_probes import PROBES
from gongkai_desk.services.record_keeper import RecordKeeper

TODAY = dt.date(2026, 11, 20)
NOW = Quarter(year=2026, number=4)
BEFORE = Quarter(year=2026, number=3)


def bundled(desk: Desk, name: str) -> InspectionTemplate:
    return desk.inspections.template(name)


def fill(
    desk: Desk,
    quarter: Quarter,
    lost: str = "1",
    template: str = "disclosure",
    *,
    done: bool = True,
) -> SelfInspection:
    """An inspection in which every item with points lost as much."""
    chosen = bundled(desk, template)
    begun = desk.inspections.begin(chosen, quarter, "林知远", TODAY)
    scores = {
        item.key: ItemScore(lost=Decimal(0 if item.veto else lost), note="抽查发现")
        for item in chosen.items
    }
    filled = replace(begun, scores=scores, finished_on=TODAY)
    desk.inspections.save(filled, TODAY)
    return filled


def test_the_bundled_lists_are_whole(desk: Desk) -> None:
    for template in desk.inspections.templates():
        assert full_score(template) == 100
        assert len({item.key for item in template.items}) == len(template.items)
        assert all(item.basis and item.group and item.text for item in template.items)
        assert {item.probe for item in template.items} - {""} <= set(PROBES)
        assert "不是官方" in template.note
    probes = {item.probe for one in desk.inspections.templates() for item in one.items}
    assert set(PROBES) <= probes, "every probe is asked for by an item"


def test_a_quarter_is_filled_in_once_and_compared_with_the_last(desk: Desk) -> None:
    fill(desk, BEFORE, "1")
    this = fill(desk, NOW, "0.5")
    rows = desk.inspections.rows(TODAY)
    assert [row.quarter for row in rows] == [NOW, BEFORE]
    assert rows[0].score is not None
    assert rows[0].score_before is not None
    assert rows[0].score.value == 88
    assert rows[0].score_before.value == 76
    with pytest.raises(DomainError) as refused:
        desk.inspections.begin(bundled(desk, "disclosure"), NOW, "", TODAY)
    assert refused.value.problems[0].code == "inspection-exists"
    desk.inspections.remove(this)
    assert len(desk.inspections.rows(TODAY)) == 1


def test_due_inspections_stand_in_the_list_and_ask_for_attention(desk: Desk) -> None:
    assert desk.inspections.attention(TODAY) == ()
    fill(desk, BEFORE)
    late_in_quarter = dt.date(2026, 12, 20)
    (found,) = desk.inspections.attention(late_in_quarter)
    assert (found.concern, found.count, found.weight) == (
        Concern.INSPECTION_DUE, 1, Weight.WARN,
    )  # fmt: skip
    assert found.next_date == dt.date(2026, 12, 31)
    (missed,) = desk.inspections.attention(dt.date(2027, 1, 2))
    assert (missed.weight, missed.next_date) == (Weight.BAD, None)
    placeholder = next(row for row in desk.inspections.rows(late_in_quarter) if row.due)
    assert placeholder.inspection is None
    assert (placeholder.quarter, placeholder.template.id) == (NOW, "disclosure")


def test_the_office_file_speaks_where_it_knows_something(desk: Desk) -> None:
    websites = bundled(desk, "websites")
    assert desk.inspections.proposals(websites, NOW, TODAY) == {}
    keeper: RecordKeeper = desk.activities
    keeper.save(Platform(id="w", kind=PlatformKind.NEW_MEDIA, name="某某发布"), TODAY)
    keeper.save(
        PlatformCheck(
            id="c", platform_id="w", date=dt.date(2026, 11, 10), last_update=dt.date(2026, 10, 26)
        ),
        TODAY,
    )
    keeper.save(SiteMessage(id="m", received=dt.date(2026, 8, 1), text="路灯不亮"), TODAY)
    keeper.save(
        OfficialDocument(
            id="d",
            title="某办法",
            kind=DocumentKind.NORMATIVE,
            attribute=Attribute.PROACTIVE,
            formed_on=dt.date(2026, 9, 28),
        ),
        TODAY,
    )
    keeper.save(
        Activity(id="a", kind=ActivityKind.TRAINING, date=dt.date(2026, 3, 3), title="培训"), TODAY
    )
    found = desk.inspections.proposals(websites, NOW, TODAY)
    assert {key: one.fine for key, one in found.items()} == {
        "veto-media-updates": False,  # 15 days
        "veto-answers": False,  # 111 days
        "answers": True,  # it names no channel, so it has no limit
        "media-filing": False,
        "quarterly-check": True,
    }
    assert "某某发布" in found["veto-media-updates"].text
    mailed = SiteMessage(id="n", received=dt.date(2026, 11, 9), text="停电", source="letterbox")
    keeper.save(mailed, TODAY)  # five working days
    assert not desk.inspections.proposals(websites, NOW, TODAY)["answers"].fine
    others = desk.inspections.proposals(bundled(desk, "disclosure"), NOW, TODAY)
    assert {key: others[key].fine for key in ("publication", "training", "meetings")} == {
        "publication": False,
        "training": True,
        "meetings": False,
    }


def test_what_documents_are_judged_by_is_what_their_lists_say(desk: Desk) -> None:
    """A review that says no ends the time for publishing; a draft's 解读 is not the document's."""
    keeper: RecordKeeper = desk.activities
    review = SecrecyReview(date=dt.date(2026, 10, 9), by="审查员", opinion=ReviewOpinion.MAY_NOT)
    refused = OfficialDocument(
        id="d", title="某函", kind=DocumentKind.POLICY, attribute=Attribute.PROACTIVE,
        formed_on=dt.date(2026, 9, 28), reviews=(review,),
    )  # fmt: skip
    day = dt.date(2026, 10, 12)
    passed = replace(review, opinion=ReviewOpinion.MAY_PUBLISH)
    out = replace(
        refused, id="e", reviews=(passed,), published=(PublishedAt(channel="网站", date=day),),
        needs_interpretation=True,
    )  # fmt: skip
    told = Interpretation(
        id="i", document_id="e", title="解读", kind=InterpretationKind.TEXT,
        stage=InterpretationStage.DRAFT, published_on=dt.date(2026, 10, 9),
    )  # fmt: skip
    for record in (refused, out, told):
        keeper.save(record, TODAY)
    template = bundled(desk, "disclosure")
    by_probe = {item.probe: item.key for item in template.items}
    found = desk.inspections.proposals(template, NOW, TODAY)
    assert found[by_probe["publication"]].fine
    assert not found[by_probe["interpretation"]].fine
    keeper.save(replace(told, id="j", stage=InterpretationStage.RELEASE, published_on=day), TODAY)
    found = desk.inspections.proposals(template, NOW, TODAY)
    assert found[by_probe["interpretation"]].fine


def test_a_list_goes_out_as_workbook_and_comes_back_as_the_offices_own(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "自查表.xlsx"
    websites = bundled(desk, "websites")
    desk.inspections.write_blank(websites, path)
    items = desk.inspections.read_list(path)
    assert [(one.group, one.text, one.points, one.veto, one.basis) for one in items] == [
        (one.group, one.text, one.points, one.veto, one.basis) for one in websites.items
    ]
    desk.inspections.keep_list("本单位自查表", items, path.name, TODAY)
    own = desk.inspections.templates()[0]
    assert (own.title, own.source) == ("本单位自查表", "自查表.xlsx")
    begun = desk.inspections.begin(own, NOW, "", TODAY)
    desk.inspections.save(begun, TODAY)
    desk.inspections.keep_list("本单位自查表", items[:3], path.name, TODAY)
    newer = desk.inspections.templates()[0]
    assert len(newer.items) == 3
    assert [one.id for one in desk.inspections.templates()].count(own.id) == 0
    assert desk.inspections.row(begun).template.items == own.items  # what was filled in stays
    desk.inspections.retire_list(newer, TODAY)
    assert [one.title for one in desk.inspections.templates()] == [
        "政务公开工作自查表", "政府网站与政务新媒体自查表",
    ]  # fmt: skip


def test_a_list_without_title_is_refused(desk: Desk) -> None:
    with pytest.raises(DomainError):
        desk.inspections.keep_list(" ", bundled(desk, "websites").items, "", TODAY)


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx"])
def test_an_inspection_is_written(desk: Desk, tmp_path: Path, suffix: str) -> None:
    fill(desk, BEFORE, "1")
    this = fill(desk, NOW, "0.5")
    path = tmp_path / f"自查{suffix}"
    assert desk.inspections.write(this.id, path) == ()
    assert path.stat().st_size > 1000


def test_the_sheet_tells_points_and_change(desk: Desk, tmp_path: Path) -> None:
    fill(desk, BEFORE, "1")
    this = fill(desk, NOW, "0.5")
    path = tmp_path / "自查.xlsx"
    desk.inspections.write(this.id, path)
    rows = list(load_workbook(path).worksheets[0].iter_rows(values_only=True))
    catalogue = next(row for row in rows if row[2] and "主动公开事项目录健全" in str(row[2]))
    assert catalogue[3:7] == ("6", "0.5", "抽查发现", "1")
    sums = next(row for row in rows if row[3] == "100")
    assert sums[4] == "12"
    assert sums[7] == "+12"
