from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.plan_units import read_units, take_clauses


@pytest.mark.parametrize(
    ("written", "names", "is_open"),
    [
        (
            "区发展改革局、教育体育局、市场监管局",
            ("区发展改革局", "区教育体育局", "区市场监管局"),
            False,
        ),
        ("区财政局、医保局等", ("区财政局", "区医保局"), True),
        ("市公安局、市财政局等有关部门、单位", ("市公安局", "市财政局"), True),
        ("区政府各部门、单位", ("区政府各部门、单位",), False),
        ("区政府各部门、各街道办事处", ("区政府各部门", "各街道办事处"), False),
        ("市委编办、市政府各部门、单位", ("市委编办", "市政府各部门、单位"), False),
        (
            "市财政局，各区市政府、开发区管委负责",
            ("市财政局", "各区市政府、开发区管委"),
            False,
        ),
        (
            "区司法局，各镇人民政府、街道办事处",
            ("区司法局", "各镇人民政府、街道办事处"),
            False,
        ),
        ("市水务局、威海供电公司", ("市水务局", "威海供电公司"), False),
        (
            "区司法局、青岛市崂山风景名胜区管理局相关处室",
            ("区司法局", "青岛市崂山风景名胜区管理局相关处室"),
            False,
        ),
        ("区司法局、重大行政决策承办部门", ("区司法局", "重大行政决策承办部门"), False),
        (
            "区卫生健康局（区中医药局）、医保局",
            ("区卫生健康局（区中医药局）", "区医保局"),
            False,
        ),
        ("市人力资源社会保障局、 医保局", ("市人力资源社会保障局", "市医保局"), False),
        (
            "区委宣传部、网信办、区政府办公室、司法局",
            ("区委宣传部", "区委网信办", "区政府办公室", "区司法局"),
            False,
        ),
        ("市民政局、市政府办公室", ("市民政局", "市政府办公室"), False),
        (
            "区直各部门单位，各街道（镇）办事处（人民政府）",
            ("区直各部门单位", "各街道（镇）办事处（人民政府）"),
            False,
        ),
    ],
)
def test_names_are_split_and_written_out(
    written: str, names: tuple[str, ...], is_open: bool
) -> None:
    units = read_units(written)
    assert (units.lead, units.responsible, units.open) == ((), names, is_open)


def test_verbs_say_who_leads() -> None:
    units = read_units("由区政府办公室牵头落实，区大数据中心、司法局配合，区财政局负责")
    assert units.lead == ("区政府办公室",)
    assert units.responsible == ("区大数据中心", "区司法局", "区财政局")


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


def test_a_verb_may_stand_in_the_middle_of_a_list() -> None:
    units = read_units("区政府办公室牵头、大数据中心配合")
    assert (units.lead, units.responsible) == (("区政府办公室",), ("区大数据中心",))


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
