"""The full text of every letter, and what the law wants said in the answer to each outcome."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gongkai_desk.domain.letter import LetterKind
from gongkai_desk.domain.letter_text import compose
from gongkai_desk.domain.letter_values import ground_of
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.services.letter_kinds import kinds_for_outcome, letter_kinds, remedies
from gongkai_desk.services.outcomes import outcomes
from tests.letters import GOLDEN, facts_for, paper_for, values_for, written

KINDS = tuple(letter_kinds().values())
EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=[kind.code for kind in KINDS])

LAW = "《中华人民共和国政府信息公开条例》"
FIRST = (
    "根据《中华人民共和国行政复议法》第二十三条第一款第（四）项的规定，"
    "应当先向威宁市云海区人民政府申请行政复议，申请期限为自收到本告知书之日起60日内；"
    "对行政复议决定不服的，可以自收到行政复议决定书之日起15日内"
    "依法向威宁市云海区人民法院提起行政诉讼。"
)
EITHER = (
    "可以自收到本告知书之日起60日内向威宁市云海区人民政府申请行政复议，"
    "或者自收到本告知书之日起6个月内直接向威宁市云海区人民法院提起行政诉讼。"
)

SAID = {
    "OPEN_PUBLISHED": ("已经主动公开", f"{LAW}第三十六条第（一）项", "获取该政府信息的方式、途径"),
    "OPEN": (f"{LAW}第三十六条第（二）项", "决定予以公开"),
    "PARTIAL": (f"{LAW}第三十七条", "能够作区分处理", "予以公开", "不予公开", f"{LAW}第十五条"),
    "D1": ("依法确定为国家秘密", f"{LAW}第十四条、第三十六条第（三）项", "决定不予公开"),
    "D2": ("法律、行政法规禁止公开", f"{LAW}第十四条、第三十六条第（三）项", "统计法》第十一条"),
    "D3": (
        "公开后可能危及国家安全、公共安全、经济安全、社会稳定",
        f"{LAW}第十四条、第三十六条第（三）项",
    ),
    "D4": (
        "公开会对第三方合法权益造成损害",
        "书面征求第三方意见，第三方不同意公开",
        "不公开不会对公共利益造成重大影响",
        f"{LAW}第十五条、第三十二条、第三十六条第（三）项",
    ),
    "D5": ("行政机关的内部事务信息", f"{LAW}第十六条第一款、第三十六条第（三）项"),
    "D6": (
        "在履行行政管理职能过程中形成的请示报告",
        "没有法律、法规、规章规定该信息应当公开",
        f"{LAW}第十六条第二款、第三十六条第（三）项",
    ),
    "D7": (
        "行政执法案卷信息",
        "没有法律、法规、规章规定该信息应当公开",
        f"{LAW}第十六条第二款、第三十六条第（三）项",
    ),
    "D8": ("工商、不动产登记资料", f"{LAW}第三十六条第（七）项", "《不动产登记暂行条例》"),
    "U1a": (
        "经检索，没有所申请公开的信息",
        f"{LAW}第三十六条第（四）项",
        "该政府信息不存在",
        "2026年9月22日在局综合档案室检索",
        "检索人：陈岚",
    ),
    "U1b": (
        "不属于本机关负责公开",
        f"{LAW}第十条、第三十六条第（五）项",
        "行政机关为云海区财政局",
        "联系方式：云海区海滨路1号",
    ),
    "U2": ("进行加工、分析", f"{LAW}第三十八条", "已制作或者获取的政府信息", "决定不予提供"),
    "U3": ("补正后申请内容仍不明确", f"{LAW}第二十九条、第三十条", "2026年9月22日", "无法提供"),
    "N1": ("信访、投诉、举报", f"{LAW}第三十九条第一款", "不作为政府信息公开申请处理", "信访室"),
    "N2": ("不予重复处理", f"{LAW}第三十六条第（六）项", "2026年7月24日以云司公复〔2026〕7号"),
    "N3": ("公开出版物", f"{LAW}第三十九条第二款", "获取的途径"),
    "N4": ("数量、频次明显超过合理范围", f"{LAW}第三十五条", "申请理由不合理", "不予处理"),
    "N5": ("已获取", "予以确认", "不予处理"),
    "X1": (f"{LAW}第三十条", "无正当理由逾期不补正", "视为放弃申请", "不再处理", "2026年9月22日"),
    "X2": (
        f"{LAW}第四十二条",
        "国办函〔2020〕109号",
        "视为放弃申请",
        "不再处理",
        "380元",
        "2026年10月29日届满",
    ),
    "X3": ("撤回申请", "自2026年10月9日起终止办理"),
}


@EVERY_KIND
def test_the_full_text(kind: LetterKind) -> None:
    """`python -m tests.letters` writes the texts anew; read the difference before keeping it."""
    assert written(paper_for(kind)) == (GOLDEN / f"{kind.code}.txt").read_text("utf-8")


def test_no_text_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(letter_kinds())


@pytest.mark.parametrize("code", list(outcomes()))
def test_the_answer_says_what_the_law_wants(code: str) -> None:
    suggested = next(kind for kind in kinds_for_outcome(code) if kind.code != "merged")
    body = "\n".join(paper_for(suggested).paragraphs)
    assert [phrase for phrase in SAID[code] if phrase not in body] == []
    assert "2026年9月18日收到您提出的政府信息公开申请（登记编号：2026-018）" in body
    assert "2025年度法律援助经费决算，以及案件补贴的发放明细" in body
    assert body.endswith("特此告知。")


@pytest.mark.parametrize("code", list(outcomes()))
def test_the_remedies_of_every_outcome(code: str) -> None:
    remedy = outcomes()[code].remedy
    for kind in kinds_for_outcome(code):
        paragraphs = paper_for(kind).paragraphs
        first = [FIRST in paragraph for paragraph in paragraphs]
        either = [EITHER in paragraph for paragraph in paragraphs]
        expected = {
            Remedy.RECONSIDERATION_FIRST: (1, 0),
            Remedy.EITHER: (0, 1),
            Remedy.BY_GROUND: (1, 1),
            Remedy.NONE: (0, 0),
        }[remedy]
        assert (sum(first), sum(either)) == expected, kind.code
        if remedy is Remedy.NONE:
            assert not any("复议" in paragraph or "诉讼" in paragraph for paragraph in paragraphs)


@pytest.mark.parametrize(
    ("ground", "article", "first"),
    [
        *((f"D{number}", "", True) for number in range(1, 8)),
        ("D5", "第十六条第一款", True),
        ("U1b", "第三十六条第（五）项", False),
        ("D8", "第三十六条第（七）项", False),
    ],
)
def test_a_partial_answer_by_its_ground(ground: str, article: str, first: bool) -> None:
    kind = letter_kinds()["partial"]
    body = "\n".join(paper_for(kind, facts_for(kind, withheld_ground=ground)).paragraphs)
    assert f"该部分内容{outcomes()[ground].finding}，依据为{LAW}" in body
    assert article in body
    assert (FIRST in body) == first
    assert EITHER in body


def test_several_contents_are_answered_one_by_one() -> None:
    paragraphs = paper_for(letter_kinds()["by-parts"]).paragraphs
    numbered = [one for one in paragraphs if one.startswith(("一、", "二、", "三、"))]
    assert len(numbered) == 3
    assert "予以公开" in numbered[0]
    assert f"依据{LAW}第十五条，不予公开。理由：" in numbered[1]
    assert f"依据{LAW}第三十六条第（四）项，无法提供" in numbered[2]


def test_a_clarified_request_says_so() -> None:
    kind = letter_kinds()["open"]
    plain, clarified = facts_for(kind), facts_for(letter_kinds()["unclear"])
    assert not any("补正" in paragraph for paragraph in paper_for(kind, plain).paragraphs)
    told = replace(clarified, case=replace(clarified.case, request=plain.request))
    assert paper_for(kind, told).paragraphs[1] == (
        "因申请内容不明确，本机关于2026年9月22日通知您补正，并于2026年9月28日收到补正后的申请。"
    )


def test_an_office_text_takes_the_place_of_ours() -> None:
    kind = letter_kinds()["open"]
    facts = facts_for(kind)
    text = "现将{公开信息}以{提供方式}方式提供给{称呼}，有事请致电{联系电话}。\n{救济途径}"
    paper = compose(kind, values_for(kind, facts), remedies(), text=text, ground=ground_of(facts))
    assert paper.paragraphs[0] == (
        "现将《2025年度法律援助经费决算表》1份，共4页。以邮寄方式提供给您，有事请致电0000-5550100。"
    )
    assert EITHER in paper.paragraphs[1]
