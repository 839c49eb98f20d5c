"""Numbers quoted in the texts, missing parts, and texts drafted from the figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import Texts
from gongkai_desk.domain.report_drafting import ProcessingFees, draft
from gongkai_desk.domain.report_finding import Finding, Place
from gongkai_desk.domain.report_text import LONGEST_OVERVIEW, check_texts, printable_as_final
from gongkai_desk.resources import table
from tests.builders import an_office
from tests.reports import MATRIX, figures

WHOLE = Texts(
    opening="本报告根据《条例》编制。",
    overview=("公开及时。", "办理规范。", "管理有序。", "平台完善。", "监督到位。"),
    problems="主要问题是解读形式单一，已增加图解。",
    other="本年度收取信息处理费0元。",
)
SENTENCES = table("statutes", "report_texts.toml")


def quoted(text: str) -> list[tuple[object, object]]:
    """Expected and found of every number that `text`, in part one, gets wrong."""
    texts = replace(WHOLE, overview=(text, *WHOLE.overview[1:]))
    return [(each.expected, each.found) for each in check_texts(figures(), texts)]


def codes(texts: Texts) -> list[tuple[str, str]]:
    return [(finding.code, finding.where) for finding in check_texts(figures(), texts)]


def test_whole_texts_have_no_findings() -> None:
    assert check_texts(figures(), WHOLE) == []


@pytest.mark.parametrize(
    "text",
    [
        "全年共收到政府信息公开申请14069件。",
        "收到申请 14,069 件，上年结转５６０件。",
        "本年新收政府信息公开申请14069件，上年度结转560件，办结13810件，结转下年度继续办理819件。",
        "受理申请14069件，其中自然人13612件。",
        "收到自然人申请13612件。",
        "收到上年结转申请560件。",
        "予以公开5548件，部分公开2168件，不予公开730件，无法提供3421件。",
        "不予处理457件，其他处理1486件。",
        "被申请行政复议790件，被提起行政诉讼212件，其中复议后起诉156件。",
        "行政许可12件、行政处罚决定3件、行政强制0件。",
        "制发行政规范性文件2件，废止规范性文件1件，现行有效行政规范性文件9件，制发规章0件。",
        "行政事业性收费0万元。",
        "举办培训3次，处理信访件5件。",
    ],
)
def test_a_number_that_agrees_is_not_mentioned(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        ("全年共收到政府信息公开申请14068件。", 14069, 14068),
        ("新收到政府信息公开申请 14,068 件。", 14069, 14068),
        ("受理１４０６８件。", 14069, 14068),
        ("上年结转申请0件。", 560, 0),
        ("结转至下年度继续办理820件。", 819, 820),
        ("全部办结14069件。", 13810, 14069),
        ("予以公开1件。", 5548, 1),
        ("部分公开的2件。", 2168, 2),
        ("不予公开13件。", 730, 13),
        ("行政复议案件3件。", 790, 3),
        ("被提起行政诉讼56件。", 212, 56),
        ("行政处罚4件。", 3, 4),
        ("制发行政规范性文件3件。", 2, 3),
        ("行政事业性收费1.5万元。", "0", "1.5"),
    ],
)
def test_a_number_that_differs_from_its_cell_is_found(
    text: str, expected: object, found: object
) -> None:
    assert set(quoted(text)) == {(expected, found)}


def test_a_misquoted_number_is_a_warning_at_its_part() -> None:
    texts = replace(WHOLE, other="信息处理费0元。全年收到申请3件。")
    (finding,) = check_texts(figures(), texts)
    assert (finding.rule, finding.where) == ("H", "part 6")
    assert finding.severity is Severity.WARNING
    assert printable_as_final([finding])


def test_an_unpaid_fee_asks_for_a_word_in_part_six() -> None:
    assert codes(replace(WHOLE, other="无其他事项。")) == [("report-fee-not-told", "part 6")]


def test_a_sub_heading_of_part_six_without_text_is_told() -> None:
    other = (
        "（一）收取信息处理费情况\n信息处理费0元。\n（二）创新情况\n（三）其他\n无。\n（四）补充"
    )
    found = list(check_texts(figures(), replace(WHOLE, other=other)))
    assert [each.values["title"] for each in found] == ["创新情况", "补充"]


@pytest.mark.parametrize(
    "text",
    [
        *("", "  ", "无", "无。", "没有！", "2025年我局不存在问题。", "暂无突出问题", "1.无"),
        "（一）存在的主要问题：无。\n（二）改进情况：无。",
        "一、存在的问题\n暂无。\n二、改进措施\n无",
        "无。\n上年度存在的“解读形式单一”问题已整改。",
    ],
)
def test_part_five_must_say_something(text: str) -> None:
    texts = replace(WHOLE, problems=text)
    assert codes(texts) == [("report-part-five-empty", "part 5")]
    assert not printable_as_final(check_texts(figures(), texts))


@pytest.mark.parametrize(
    "text",
    [
        "无专职人员。",
        "一是力量不足。",
        "问题：更新慢。",
        "1.解读少。改进情况：无。",
        "暂无。已改。",
    ],
)
def test_few_words_are_enough_for_part_five(text: str) -> None:
    assert codes(replace(WHOLE, problems=text)) == []


def test_missing_parts_are_named() -> None:
    assert codes(Texts()) == [
        ("report-opening-missing", "part 1"),
        *(("report-part-missing", f"part 1, （{number}）") for number in "一二三四五"),
        ("report-part-five-empty", "part 5"),
        ("report-part-missing", "part 6"),
    ]


def test_part_one_keeps_to_a_thousand_characters() -> None:
    used = sum(len(text) for text in WHOLE.overview[1:])
    fits = replace(WHOLE, overview=("字" * (LONGEST_OVERVIEW - used), *WHOLE.overview[1:]))
    over = replace(fits, overview=(fits.overview[0] + "字", *fits.overview[1:]))
    assert codes(fits) == []
    assert codes(over) == [("report-overview-long", "part 1")]
    assert printable_as_final(check_texts(figures(), over))


def test_an_error_is_not_printed_as_final() -> None:
    error = Finding(place=Place(table=3), rule="A", code="report-intake-outcome")
    assert not printable_as_final([error])


def test_drafted_texts_agree_with_the_tables() -> None:
    drafted = draft(figures(), an_office(), ProcessingFees(noticed=4, paid=1), SENTENCES).texts
    findings = check_texts(figures(), drafted)
    assert {finding.rule for finding in findings} == {"text"}
    assert "新收政府信息公开申请14069件，上年结转560件" in drafted.overview[1]
    assert "法人或其他组织提出457件" in drafted.overview[1]
    assert "收费通知4件，申请人按通知缴费1件" in drafted.other


def test_nothing_is_said_to_be_nothing() -> None:
    empty = figures(requests=dict.fromkeys(MATRIX, (0,) * 7))
    drafted = draft(empty, an_office(), ProcessingFees(), SENTENCES).texts
    assert "新收政府信息公开申请0件" in drafted.overview[1]


def test_what_no_figure_tells_is_asked_for_and_not_invented() -> None:
    drafted = draft(figures(), an_office(), ProcessingFees(), SENTENCES)
    assert drafted.texts.overview[2:] == ("", "", "")
    assert drafted.texts.problems == ""
    assert {hint.field for hint in drafted.hints} >= {f"overview.{n}" for n in range(5)}


def test_the_opening_names_the_office_and_what_it_has() -> None:
    plain = draft(figures(), an_office(), ProcessingFees(), SENTENCES).texts.opening
    office = an_office(website="www.example.gov.cn", address="云海路1号", phone="0631-0000000")
    full = draft(figures(), office, ProcessingFees(), SENTENCES).texts.opening
    assert "国办公开办函〔2021〕30号" in plain
    assert "从2025年1月1日起到2025年12月31日止" in plain
    assert "联系" not in plain
    assert "查阅" not in plain
    assert "（www.example.gov.cn）查阅或下载" in full
    assert "（地址：云海路1号；电话：0631-0000000）" in full


def test_braces_in_the_office_are_only_text() -> None:
    office = an_office(name="{year}局", address="{agency}")
    opening = draft(figures(), office, ProcessingFees(), SENTENCES).texts.opening
    assert opening.startswith("{year}局2025年")
    assert "{agency}" in opening
