"""Sentences of the annual report drafted from the records of the year."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk import resources
from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.catalogue import CatalogueVersion
from gongkai_desk.domain.decision import Decision
from gongkai_desk.domain.inspection import SelfInspection
from gongkai_desk.domain.office import OfficeKind
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
from gongkai_desk.domain.other_matters import OTHER
from gongkai_desk.domain.plan import Task
from gongkai_desk.domain.platform import Platform, PlatformCheck, PlatformKind, SiteMessage
from gongkai_desk.domain.report import NO_CASES, ROWS, Disputes, Figures, Proactive, Texts
from gongkai_desk.domain.report_drafting import Drafted
from gongkai_desk.domain.report_review import check_words
from gongkai_desk.domain.report_text import LONGEST_OVERVIEW, check_texts
from gongkai_desk.domain.report_year import (
    PROBLEMS,
    Stand,
    chosen,
    hindrances,
    named,
    put_into,
    sentences,
    stand,
    with_sentences,
)
from gongkai_desk.domain.year_counts import COUNTED
from gongkai_desk.domain.year_records import YearRecords
from tests.builders import a_plan, a_task

YEAR = 2026
DAY = dt.date(2026, 5, 6)
TABLE = resources.table("statutes", "report_texts.toml")["records"]


def done(kind: ActivityKind, people: int | None = None, **details: str) -> Activity:
    name = f"{kind.value}-{len(details)}-{people}"
    return Activity(
        id=name, kind=kind, date=DAY, title=name, participants=people, details=details,
        institution_ids=("x", "y") if kind is ActivityKind.SUPERVISION else (),
    )  # fmt: skip


def a_document(name: str, **values: object) -> OfficialDocument:
    return replace(OfficialDocument(id=name, title=name, kind=DocumentKind.POLICY), **values)  # type: ignore[arg-type]


def the_year() -> YearRecords:
    """Something of everything."""
    counts = {
        "opinions": "12", "adopted": "9", "checked": "300", "removed": "7", "corrected": "5",
        "problems": "4", "mended": "3", "consults": "60",
    }  # fmt: skip
    activities = [done(kind, 30, **counts) for kind in ActivityKind]
    activities += [
        done(ActivityKind.PRESS_CONFERENCE, head_present="yes", form="新闻发布会"),
        done(ActivityKind.POLICY_EVALUATION, published_on="2026-06-01"),
        done(ActivityKind.CASE_SUBMISSION, accepted="已采用"),
    ]
    review = SecrecyReview(date=DAY, by="甲", opinion=ReviewOpinion.MAY_PUBLISH)
    place = PublishedAt(channel="网站", date=DAY)
    full = a_document(
        "甲", published=(place,), reviews=(review,), attribute=Attribute.PROACTIVE, formed_on=DAY,
        replaces_id="旧", taken_down_on=DAY,
    )  # fmt: skip
    video = Interpretation(
        id="i", document_id="甲", title="解读", kind=InterpretationKind.VIDEO,
        stage=InterpretationStage.SECOND, published_on=DAY,
    )  # fmt: skip
    return YearRecords(
        year=YEAR,
        activities=activities,
        documents=(
            full,
            a_document("乙", abolished_on=DAY),
            a_document(
                "丙",
                title="关于某委员提案的答复",
                kind=DocumentKind.INFORMATION,
                published=(place,),
            ),
        ),
        interpretations=(video, replace(video, id="j", kind=InterpretationKind.TEXT)),
        decisions=(
            Decision(id="d", year=YEAR, position=1, title="规划", listed_on=DAY, decided_on=DAY),
        ),
        versions=(CatalogueVersion(id="v", title="目录", number=1, made_on=DAY, in_force_on=DAY),),
        catalogue_items={"v": 42},
        platforms=(
            Platform(id="s", kind=PlatformKind.WEBSITE, name="网站"),
            Platform(id="m", kind=PlatformKind.NEW_MEDIA, name="公众号"),
            Platform(id="w", kind=PlatformKind.NEW_MEDIA, name="微博", closed_on=DAY),
        ),
        checks=(
            PlatformCheck(id="c", platform_id="s", date=DAY, problems="错字", mended_on=DAY),
            PlatformCheck(id="e", platform_id="m", date=DAY),
        ),
        messages=(SiteMessage(id="q", received=DAY, text="错链", answered_on=DAY),),
        inspections=(
            SelfInspection(
                id="n", template="t", year=YEAR, quarter=1, started_on=DAY, finished_on=DAY
            ),
        ),
    )


def figures() -> Figures:
    return Figures(
        agency="示例局",
        year=YEAR,
        proactive=Proactive(),
        requests=dict.fromkeys(ROWS, NO_CASES),
        disputes=Disputes(),
    )


def by_name(records: YearRecords) -> dict[str, str]:
    return {each.name: each.text for each in sentences(records, TABLE)}


def test_every_sentence_has_figures_and_the_other_way_round() -> None:
    assert set(TABLE) == set(COUNTED)
    for name, given_ in TABLE.items():
        known = {*COUNTED[name](the_year()).figures, "people"}
        for text in given_["texts"]:
            assert named(text) <= known, (name, text)
            assert named(text), f"{name} would be written though nothing was recorded"
        assert given_["part"] in (*range(5), OTHER)


def test_nothing_recorded_nothing_written() -> None:
    assert sentences(YearRecords(year=YEAR), TABLE) == ()
    before = replace(the_year(), year=YEAR - 1)
    assert {each.name for each in sentences(before, TABLE)} == {"platforms"}, "still in use then"


def test_a_full_year_fills_every_sentence() -> None:
    found = by_name(the_year())
    assert set(found) == set(TABLE)
    assert found["documents"] == "主动公开政策文件1份、其他政府信息1条。"
    assert found["interpretations"] == (
        "发布政策解读2篇，其中视频、动漫形式1篇（占50%），二次解读2篇。"
    )
    assert found["public_consultation"] == ("面向社会公开征求意见1次，征集意见建议12条，采纳9条。")
    assert found["supervision"] == (
        "对公共企事业单位信息公开开展监管1次，涉及单位2家，发现问题4个，整改3个。"
    )
    assert found["press_conference"] == "举办新闻发布会、政策吹风会2场，主要负责人出席1场。"
    assert found["training"] == "开展政务公开业务培训1次，参训30人次。"
    assert found["platforms"] == "年末在用政府网站1个、政务新媒体账号1个。"
    assert found["catalogue"] == "更新主动公开事项目录1次，现行目录列入事项42项。"
    assert found["case_submission"] == "报送亮点案例2篇，被采用1篇。"


@pytest.mark.parametrize(
    ("people", "text"),
    [(None, "开展政务公开业务培训1次。"), (45, "开展政务公开业务培训1次，参训45人次。")],
)
def test_what_was_not_counted_is_left_out(people: int | None, text: str) -> None:
    records = YearRecords(year=YEAR, activities=[done(ActivityKind.TRAINING, people)])
    assert by_name(records) == {"training": text}


def test_a_sum_that_is_not_known_of_every_record_is_left_out() -> None:
    asked = ActivityKind.PUBLIC_CONSULTATION
    known = done(asked, opinions="27", adopted="19")
    for other, text in (
        (done(asked, opinions="113"), "面向社会公开征求意见2次，征集意见建议140条。"),
        (done(asked), "面向社会公开征求意见2次，征集意见建议27条，采纳19条。"),
    ):
        records = YearRecords(year=YEAR, activities=[known, other])
        assert by_name(records)["public_consultation"] == text
    trained = [done(ActivityKind.TRAINING, 20), done(ActivityKind.TRAINING, None)]
    records = YearRecords(year=YEAR, activities=trained)
    assert by_name(records) == {"training": "开展政务公开业务培训2次。"}


def test_an_inspection_we_underwent_is_none_of_ours() -> None:
    records = YearRecords(
        year=YEAR, activities=[done(ActivityKind.INSPECTION, form="接受上级检查")]
    )
    assert sentences(records, TABLE) == ()


def test_the_share_of_moving_pictures_is_never_rounded_up_to_its_goal() -> None:
    video, *_rest = the_year().interpretations
    every = [replace(video, id=str(n)) for n in range(8)]
    every += [replace(video, id=f"t{n}", kind=InterpretationKind.TEXT) for n in range(19)]
    told = COUNTED["interpretations"](replace(the_year(), interpretations=tuple(every)))
    assert told.figures["share"] == 29  # 8 of 27 are 29.6 %


def test_sources_are_the_records_counted() -> None:
    found = {each.name: each for each in sentences(the_year(), TABLE)}
    assert [one.id for one in found["training"].sources] == ["training-8-30"]
    assert [one.id for one in found["documents"].sources] == ["甲", "丙"]
    assert all(each.sources for each in found.values())


@pytest.mark.parametrize(
    "title", ["", "不予公开答复书写", "行政复议和诉讼案例学习", "新收申请办理", "行政处罚信息公开"]
)
def test_the_sentences_say_nothing_against_the_tables(title: str) -> None:
    """No number of theirs may be taken for a cell of the tables, which are all 0 here."""
    year = the_year()
    named_ = [replace(one, title=title or one.title) for one in year.activities]
    found = sentences(replace(year, activities=named_), TABLE)
    other = "".join(one.text for one in found if one.part == OTHER)
    drafted = with_sentences(Drafted(texts=Texts(other=other), hints=()), found)
    findings = [
        *check_texts(figures(), drafted.texts),
        *check_words(figures(), drafted.texts, kind=OfficeKind.DEPARTMENT),
    ]
    codes = {finding.code for finding in findings}
    assert codes <= {"report-opening-missing", "report-part-missing", "report-part-five-empty"}
    assert sum(map(len, drafted.texts.overview)) < LONGEST_OVERVIEW


def test_the_sentences_follow_what_the_figures_say() -> None:
    drafted = Drafted(texts=Texts(overview=("数字。", "申请。", "", "", ""), other="费"), hints=())
    records = YearRecords(year=YEAR, activities=[done(ActivityKind.OPEN_DAY)])
    told = with_sentences(drafted, sentences(records, TABLE)).texts
    assert told.overview == ("数字。举办政府开放日活动1场。", "申请。", "", "", "")
    assert told.other == "费"


@pytest.mark.parametrize(
    ("titles", "text"),
    [
        (["条例学习"], "开展“条例学习”政务公开业务培训1次。"),
        (["条例学习", "新任联络员培训"], "开展“条例学习”等政务公开业务培训2次。"),
        (["第3期培训"], "开展政务公开业务培训1次。"),
        (["第三期培训", "学习“条例”", "长" * 25], "开展政务公开业务培训3次。"),
    ],
)
def test_one_record_is_named_where_its_title_is_fit(titles: list[str], text: str) -> None:
    every = [
        replace(done(ActivityKind.TRAINING), id=title, title=title, date=DAY - dt.timedelta(n))
        for n, title in enumerate(titles)
    ]
    (sentence,) = sentences(YearRecords(year=YEAR, activities=every), TABLE)
    assert sentence.text == text
    older = "开展“去年的题目”等政务公开业务培训9次。"
    assert put_into(f"甲。{older}乙。", sentence) == f"甲。{text}乙。"


def test_rules_are_named_with_their_own_marks() -> None:
    made = replace(done(ActivityKind.RULES_MADE), title="保密审查工作规程")
    (sentence,) = sentences(YearRecords(year=YEAR, activities=[made]), TABLE)
    assert sentence.text == "制定、修订《保密审查工作规程》政务公开工作制度1项。"


def test_a_sentence_is_written_once_and_brought_up_to_date_in_its_place() -> None:
    one, more = (
        sentences(YearRecords(year=YEAR, activities=every), TABLE)[0]
        for every in (
            [done(ActivityKind.TRAINING)],
            [done(ActivityKind.TRAINING, 20), done(ActivityKind.TRAINING, 25)],
        )
    )
    text = put_into("自己的话。", one)
    assert text == "自己的话。开展政务公开业务培训1次。"
    assert stand(text, one) is Stand.WRITTEN
    assert put_into(text, one) == text
    assert stand(text + "其余。", more) is Stand.CHANGED
    newer = put_into(text + "其余。", more)
    assert newer == "自己的话。开展政务公开业务培训2次，参训45人次。其余。"
    assert stand("别的。", more) is Stand.ABSENT


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.permutations(range(6)))
def test_putting_sentences_into_a_text_keeps_the_text(text: str, order: list[int]) -> None:
    found = sentences(the_year(), TABLE)
    written = text
    for number in order:
        written = put_into(written, found[number], "\n")
        assert stand(written, found[number]) is Stand.WRITTEN
        assert written.startswith(text)
        assert put_into(written, found[number], "\n") == written


def test_hindrances_become_lines_of_part_five() -> None:
    plan = a_plan()
    tasks: list[Task] = [
        a_task(plan, title="更新目录", hindrance=" 系统尚未联通 "),
        a_task(plan, title="培训", hindrance=""),
    ]
    pattern = resources.table("statutes", "report_texts.toml")["hindrance"]["text"]
    (line,) = hindrances(tasks, pattern)
    assert (line.part, line.text) == (PROBLEMS, "更新目录：系统尚未联通")
    assert [one.id for one in line.sources] == [tasks[0].id]


activities = st.builds(
    Activity,
    id=st.uuids().map(str),
    kind=st.sampled_from(ActivityKind),
    date=st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 31)),
    title=st.text(max_size=3),
    participants=st.none() | st.integers(0, 500),
    details=st.dictionaries(
        st.sampled_from(["opinions", "adopted", "problems", "checked", "form"]),
        st.integers(0, 99).map(str) | st.text(max_size=3),
        max_size=3,
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(activities, max_size=8))
def test_no_sentence_says_zero_and_none_lacks_its_records(every: list[Activity]) -> None:
    ids = {one.id for one in every if one.date.year == YEAR}
    for each in sentences(YearRecords(year=YEAR, activities=every), TABLE):
        assert "0" not in "".join(c if c.isdigit() else " " for c in each.text).split()
        assert each.sources
        assert {one.id for one in each.sources} <= ids


@given(st.dictionaries(st.sampled_from("abc"), st.integers(0, 2)))
def test_the_fullest_text_that_is_covered_is_chosen(figures_: dict[str, int]) -> None:
    texts = ["{a}{b}{c}", "{a}{b}", "{a}"]
    have = [name for name in "abc" if figures_.get(name)]
    expected = next((t for t in texts if named(t) <= set(have)), "")
    assert chosen(texts, figures_) == expected


def test_year_records_are_complete() -> None:
    """Whoever adds a sort of record must fill it in `the_year` as well."""
    full = the_year()
    empty = {one.name for one in fields(full) if not getattr(full, one.name)}
    assert empty == {"tasks"}
