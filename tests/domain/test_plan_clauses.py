from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.plan_clauses import take_clauses, units_left
from tests.plans import reading


@pytest.mark.parametrize(
    "clause",
    [
        "（责任单位：区司法局）",
        "(责任单位:区司法局)",
        "〔责任单位：区司法局〕",
        "（责任单位：区司法局)",
        "【责任部门：区司法局】",
        "（区司法局负责落实）",
        "责任单位：区司法局。",
    ],
)
def test_a_clause_in_any_brackets_is_taken_out(clause: str) -> None:
    found = take_clauses(f"抓好公开。围绕重点。{clause}")
    assert found.text == "抓好公开。围绕重点。"
    assert found.units.responsible == ("区司法局",)


def test_a_clause_nobody_closed_ends_with_its_sentence() -> None:
    found = take_clauses("甲。（责任单位：区司法局、财政局。乙也要做好。")
    assert found.text == "甲。。乙也要做好。"
    assert found.units.responsible == ("区司法局", "区财政局")


def test_both_labels_stand_in_one_clause() -> None:
    found = take_clauses(
        "甲。（牵头单位：区政府办公室、大数据中心；责任单位：区委网信办，区政府各部门、单位）"
    )
    assert found.units.lead == ("区政府办公室", "区大数据中心")
    assert found.units.responsible == ("区委网信办", "区政府各部门、单位")


def test_a_deadline_may_stand_in_the_clause() -> None:
    found = take_clauses("甲。（责任单位：区司法局；完成时限：6月底前）")
    assert (found.units.responsible, found.deadline) == (("区司法局",), "6月底前")


def test_several_clauses_are_joined_without_repeats() -> None:
    found = take_clauses("甲。（责任单位：区司法局）乙。（责任单位：区财政局、司法局）")
    assert found.text == "甲。乙。"
    assert found.units.responsible == ("区司法局", "区财政局")


@pytest.mark.parametrize(
    "text",
    [
        "按照《通知》（国办发〔2022〕8号）要求，做好工作。",
        "推动村（居）务公开（2025年版）。",
        "坚持原则（谁主管谁负责）。",
        "专题性（针对某一领域，而非某一文件）政策评价工作。",
        "括号没有关上（责任，",
    ],
)
def test_other_brackets_stay(text: str) -> None:
    assert take_clauses(text).text == text


@given(st.text(alphabet="区市各局办、，；。（）()〔〕：责任单位牵头负责等一", max_size=60))
def test_nothing_makes_it_fail_or_lose_text(text: str) -> None:
    found = take_clauses(text)
    assert len(found.text) + sum(map(len, found.clauses)) == len(text)


@pytest.mark.parametrize(
    ("clause", "lead", "responsible", "deadline"),
    [
        (
            "（市政府办公室、市大数据局负责，12月20日前完成）",
            (),
            ("市政府办公室", "市大数据局"),
            "12月20日前完成",
        ),
        (
            "（市政府办公室牵头，市大数据局配合；6月底前）",
            ("市政府办公室",),
            ("市大数据局",),
            "6月底前",
        ),
        ("（6月底前完成，区司法局负责）", (), ("区司法局",), "6月底前完成"),
        ("（区司法局、财政局，长期坚持）", (), ("区司法局", "区财政局"), "长期坚持"),
        ("（责任单位：区司法局，9月底前完成）", (), ("区司法局",), "9月底前完成"),
        ("（区司法局负责；完成时限：9月底前）", (), ("区司法局",), "9月底前"),
        ("(责任单位:区司法局;完成时限:9月底前)", (), ("区司法局",), "9月底前"),
        (
            "（牵头单位：区司法局，责任单位：各部门，时限：全年）",
            ("区司法局",),
            ("各部门",),
            "全年",
        ),
        (
            "［牵头单位：区司法局；责任单位：各街道］",
            ("区司法局",),
            ("各街道",),
            "",
        ),
        ("（区司法局、区财政局）", (), ("区司法局", "区财政局"), ""),
        ("（各街道办事处、镇政府）", (), ("各街道办事处、镇政府",), ""),
        ("区政府办公室牵头落实。", ("区政府办公室",), (), ""),
        ("由区司法局、财政局负责落实，6月底前完成。", (), ("区司法局", "区财政局"), "6月底前完成"),
        ("责任主体：区司法局。", (), ("区司法局",), ""),
        ("（牵头：区司法局；配合：各部门）", ("区司法局",), ("各部门",), ""),
        ("（主要责任单位：区司法局）", (), ("区司法局",), ""),
        ("（责任单位及完成时限：区司法局，6月底前）", (), ("区司法局",), "6月底前"),
        ("（市政府办公室牵头，各区市按职责分工负责）", ("市政府办公室",), ("各区市",), ""),
        ("（区司法局、财政局负责，列首位的为牵头单位）", ("区司法局",), ("区财政局",), ""),
        (
            "（责任单位：区司法局、财政局，排名第一的为牵头单位，下同）",
            ("区司法局",),
            ("区财政局",),
            "",
        ),
        ("（区司法局（牵头）、区财政局）", ("区司法局",), ("区财政局",), ""),
        ("【责任单位】区司法局。", (), ("区司法局",), ""),
    ],
)
def test_units_and_deadline_in_one_clause(
    clause: str, lead: tuple[str, ...], responsible: tuple[str, ...], deadline: str
) -> None:
    found = take_clauses(f"抓好公开。围绕重点。{clause}")
    assert found.text == "抓好公开。围绕重点。"
    assert (found.units.lead, found.units.responsible) == (lead, responsible)
    assert (found.deadline, found.clauses) == (deadline, (clause,))


def test_bare_brackets_close_each_piece_of_work() -> None:
    found = take_clauses("公开规划（区司法局、区财政局），公开预算（区财政局）；解读（区委编办）。")
    assert found.text == "公开规划，公开预算；解读。"
    assert found.units.responsible == ("区司法局", "区财政局", "区委编办")


@pytest.mark.parametrize(
    "text",
    [
        "扩大到区卫生健康局（区中医药局）。",
        "面向村（社区），覆盖各街道（镇）办事处（人民政府）。",
        "建好公开专区（服务中心）。",
        "做好工作（不含区司法局）。",
        "规范公开（以下简称区司法局）。",
        "按期公开（6月底前）。",
        "按期公开（2026年）。",
        "明确职责（单位、部门）。",
        "加强部门配合。坚持谁公开谁负责。压实责任，抓好落实。",
        "对公开内容（如区财政局预算）。",
    ],
)
def test_what_only_looks_like_units_stays(text: str) -> None:
    found = take_clauses(text)
    assert (found.text, found.units.responsible, found.units.lead) == (text, (), ())


@pytest.mark.parametrize(
    ("text", "lead", "responsible"),
    [
        ("抓好公开。统筹推进各项工作，由区政府办公室牵头落实。", ("区政府办公室",), ()),
        ("抓好公开。统筹推进各项工作，区司法局、财政局负责落实。", (), ("区司法局", "区财政局")),
        (
            "抓好公开。该项工作由区政府办公室牵头，区司法局配合。",
            ("区政府办公室",),
            ("区司法局",),
        ),
    ],
)
def test_units_that_end_a_longer_sentence_are_read_and_stay(
    text: str, lead: tuple[str, ...], responsible: tuple[str, ...]
) -> None:
    found = take_clauses(text)
    assert (found.text, found.units.lead, found.units.responsible) == (text, lead, responsible)


def test_units_on_lines_of_their_own() -> None:
    read = reading(
        "2026年云海区政务公开工作要点\n一、抓好公开\n（一）公开规划\n抓好规划和计划\n"
        "牵头单位：区政府办公室\n责任主体：区司法局、区财政\n局，各街道办事处\n完成时限：6月底前\n"
        "（二）公开预算。抓好预算。\n责任单位：\n区财政局\n"
        "（三）公开决算。（牵头单位：区司法局；\n责任单位：区财政局）\n继续抓好决算。\n"
        "（四）抓好培训。开展培训。\n责任单位：区政府各部门、单位\n"
        "各单位要对照本要点，认真抓好落实。"
    )
    first, second, third, last = read.tasks
    assert (first.title, first.text) == ("公开规划", "公开规划抓好规划和计划")
    assert first.lead_units == ("区政府办公室",)
    assert first.responsible_units == ("区司法局", "区财政局", "各街道办事处")
    assert first.deadline.text == "6月底前"
    assert (second.text, second.responsible_units) == ("公开预算。抓好预算。", ("区财政局",))
    assert third.text == "公开决算。继续抓好决算。"
    assert (third.lead_units, third.responsible_units) == (("区司法局",), ("区财政局",))
    assert (last.text, last.responsible_units) == (
        "抓好培训。开展培训。",
        ("区政府各部门、单位",),
    )


def test_each_paragraph_of_an_item_may_name_its_units() -> None:
    read = reading(
        "2026年云海区政务公开工作要点\n一、抓好公开\n（一）公开规划。抓好规划。\n责任单位：区司法局\n"
        "公开预算，抓好预算。\n责任单位：区财政局\n（二）抓好培训。开展培训。\n责任单位：各部门"
    )
    assert read.tasks[0].text == "公开规划。抓好规划。公开预算，抓好预算。"
    assert read.tasks[0].responsible_units == ("区司法局", "区财政局")


@pytest.mark.parametrize(
    "hostile", ["（" * 20_000, "（责任单位：" * 4_000, "。由区司法局负责" * 3_000]
)
def test_hostile_text_is_read_without_losing_any(hostile: str) -> None:
    found = take_clauses(f"甲。{hostile}")
    assert len(found.text) + sum(map(len, found.clauses)) == len(hostile) + 2


def test_people_in_a_clause_are_told_apart_from_units() -> None:
    found = take_clauses("甲。（责任领导：张某某；责任单位：区司法局）")
    assert (found.units.responsible, found.people) == (("区司法局",), ("责任领导：张某某",))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("公开规划（区自然资源局）信息。", ["（区自然资源局）"]),
        ("扩大到区卫生健康局（区中医药局）的信息。", []),
        ("按照《办法》（云政办发〔2025〕3号）执行。", []),
        ("推进村（居）务公开（试行）工作。", []),
    ],
)
def test_units_left_in_the_text_are_found(text: str, left: list[str]) -> None:
    assert take_clauses(text).text == text
    assert [bracket for bracket, _names in units_left(text)] == left
