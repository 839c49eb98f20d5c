from __future__ import annotations

import pytest

from gongkai_desk.domain.plan_units import listed, looks_like_unit, read_units


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
        ("区司法局 区财政局", ("区司法局", "区财政局"), False),
        ("区司法局和区财政局", ("区司法局", "区财政局"), False),
        ("区司法局及各镇（街道）", ("区司法局", "各镇（街道）"), False),
        ("区司法局/区财政局", ("区司法局", "区财政局"), False),
        ("市公安局市北分局", ("市公安局市北分局",), False),
        ("市委市政府督查室", ("市委市政府督查室",), False),
        ("区财政局市场监管局", ("区财政局市场监管局",), False),
        ("区文化和旅游局", ("区文化和旅游局",), False),
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


def test_a_verb_may_stand_in_the_middle_of_a_list() -> None:
    units = read_units("区政府办公室牵头、大数据中心配合")
    assert (units.lead, units.responsible) == (("区政府办公室",), ("区大数据中心",))


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("区司法局\n财政局", "区司法局、财政局"),
        ("区住房和城乡\n建设局", "区住房和城乡建设局"),
        ("区政府办\n公室", "区政府办公室"),
        ("各区市政府、开发区\n管委", "各区市政府、开发区管委"),
        ("区司法局、\n区财政局", "区司法局、区财政局"),
    ],
)
def test_the_lines_of_a_cell_are_a_list_where_each_is_a_name(cell: str, names: str) -> None:
    assert listed(cell) == names


def test_what_may_be_a_unit() -> None:
    assert all(map(looks_like_unit, ("区司法局", "各镇街", "局属各单位", "某科", "市属国有企业")))
    assert not any(map(looks_like_unit, ("张某", "主要", "责任单位及", "按要求")))
