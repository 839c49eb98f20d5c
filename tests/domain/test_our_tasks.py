from __future__ import annotations

from dataclasses import replace

import pytest

from gongkai_desk.domain.office import Office, OfficeKind
from gongkai_desk.domain.our_tasks import meant_for_others, ours
from tests.builders import an_office

OFFICE = Office(name="威海市环翠区教育体育局", short_name="区教体局")
STREET = Office(name="云海区松林街道办事处", kind=OfficeKind.GOVERNMENT)


@pytest.mark.parametrize(
    "unit",
    [
        "区教育体育局",
        "区教体局",
        "环翠区教育体育局",
        "教育体育局",
        "威海市环翠区教育体育局",
        "区教育体育局相关科室",
        "区教育体育局（区文物局）",
        "区政府各部门、单位",
        "区政府各部门",
        "区直各部门单位",
        "区直有关部门单位",
        "区政府有关部门",
        "各相关单位",
        "各级各部门",
        "各部门、单位",
    ],
)
def test_units_that_mean_a_department(unit: str) -> None:
    assert ours(("区气象局", unit), OFFICE) == (True, unit)


@pytest.mark.parametrize(
    "unit",
    [
        "区体育局",
        "市教育局",
        "市教育体育局",
        "各街道办事处",
        "各区市政府、开发区管委",
        "重大行政决策承办部门",
        "区政府办公室",
    ],
)
def test_units_that_do_not(unit: str) -> None:
    assert ours((unit,), OFFICE) == (False, "")


@pytest.mark.parametrize(
    "unit",
    ["各街道办事处", "各街道（镇）办事处（人民政府）", "松林街道办事处", "各单位"],
)
def test_units_that_mean_a_street_office(unit: str) -> None:
    assert ours((unit,), STREET) == (True, unit)


def test_departments_are_no_street_office() -> None:
    assert ours(("区政府各部门、单位",), STREET) == (False, "")


def test_our_own_name_outweighs_a_collective_form() -> None:
    assert ours(("区政府各部门", "区教育体育局"), OFFICE) == (True, "区教育体育局")


def test_an_office_without_a_name_has_no_tasks() -> None:
    assert ours(("区政府各部门",), Office(name="")) == (False, "")


@pytest.mark.parametrize(
    ("office", "unit", "found"),
    [
        (OFFICE, "市政府各部门、单位", False),
        (OFFICE, "区政府各部门、单位", True),
        (Office(name="云海市教育局"), "市政府各部门、单位", True),
        (Office(name="云海市教育局"), "区直各部门单位", False),
        (Office(name="教育局"), "市政府各部门、单位", True),
        (Office(name="教育局", short_name="县教育局"), "市政府各部门、单位", False),
        (Office(name="教育局", region="云海市松林区"), "市直各单位", False),
        (Office(name="教育局", region="云海市松林区"), "各部门、单位", True),
    ],
)
def test_departments_of_another_level_are_not_us(office: Office, unit: str, found: bool) -> None:
    assert ours((unit,), office) == (found, unit if found else "")


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("各区市、开发区每季度1次", True),
        ("各区市、开发区每年至少2次", True),
        ("各镇街、 各街道办事处每半年召开1次会议", False),  # 各 twice: not plain
        ("各镇人民政府和街道办事处每年1次", True),
        ("各区直部门每季度1次", False),
        ("各有关单位每年1次", False),
        ("各区市、市政府各部门每季度1次", False),
        ("每半年至少邀请公众代表列席重要会议1次", False),
    ],
)
def test_a_duty_of_governments_is_none_of_a_department(words: str, others: bool) -> None:
    assert meant_for_others(words, an_office()) == others
    government = replace(an_office(), kind=OfficeKind.GOVERNMENT)
    assert not meant_for_others(words, government)
