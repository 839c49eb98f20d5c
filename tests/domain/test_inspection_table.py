"""Tables of files become lists for self-inspection."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gongkai_desk.domain.blocks import Block, Paragraph, Row
from gongkai_desk.domain.inspection_table import read_list, read_points
from gongkai_desk.domain.problems import DomainError


def table(*rows: tuple[str | None, ...]) -> list[Block]:
    return [Paragraph("自查表", 1), *(Row(cells, line) for line, cells in enumerate(rows, 2))]


def test_merged_groups_go_on_and_sums_are_left_out() -> None:
    items = read_list(
        table(
            ("序 号", "指标", "检查内容", "分值"),
            ("1", "主动公开", "目录更新", "5分"),
            ("2", None, "按时公开", "2.5"),
            ("3", "安全", "没有泄密", "单项否决"),
            ("合计", "", "合计", "7.5"),
        ),
        "表.xlsx",
    )
    assert [(one.group, one.text, one.points, one.veto) for one in items] == [
        ("主动公开", "目录更新", Decimal(5), False),
        ("主动公开", "按时公开", Decimal("2.5"), False),
        ("安全", "没有泄密", Decimal(0), True),
    ]
    assert len({one.key for one in items}) == 3


def test_headings_of_other_offices_and_heads_repeated_on_pages() -> None:
    head = ("一级指标", "二级指标", "评价要点", "标准分（分）", "依据")
    items = read_list(
        table(head, ("平台", "网站", "首页更新", "3", "19号"), head, ("", "微信", "更新", "4", "")),
        "表.docx",
    )
    assert [(one.group, one.text, one.points, one.basis) for one in items] == [
        ("平台 / 网站", "首页更新", Decimal(3), "19号"),
        ("平台 / 微信", "更新", Decimal(4), ""),
    ]


def test_how_points_are_lost_stands_with_what_is_checked() -> None:
    (item,) = read_list(
        table(("检查内容", "评分标准", "分值"), ("目录更新", "每缺1项扣1分", "5")), "表.xlsx"
    )
    assert item.text == "目录更新\n每缺1项扣1分"


def test_one_column_of_indicators_holds_what_is_checked() -> None:
    (item,) = read_list(table(("指标", "满分"), ("解读同步", "6")), "表.xlsx")
    assert (item.group, item.text) == ("", "解读同步")


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((("姓名", "电话"), ("林", "1")), "inspection-list-without-head"),
        ((("检查内容", "分值"),), "inspection-list-without-rows"),
        ((("检查内容", "分值"), ("目录", "若干")), "inspection-list-points-unreadable"),
        ((("检查内容", "分值"), ("目录", None)), "inspection-list-points-unreadable"),
    ],
)
def test_what_cannot_be_read_is_refused_whole(
    rows: tuple[tuple[str | None, ...], ...], code: str
) -> None:
    with pytest.raises(DomainError) as refused:
        read_list(table(*rows), "表.xlsx")
    assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        (" 2 ", Decimal(2)),
        ("0.5分", Decimal("0.5")),
        ("３", Decimal(3)),
        ("-0", Decimal(0)),
    ],
)
def test_points_as_people_type_them(text: str, value: Decimal | None) -> None:
    assert read_points(text) == value


@pytest.mark.parametrize("text", ["两分", "nan", "1e", "Infinity", "2-3"])
def test_no_number_of_points(text: str) -> None:
    with pytest.raises(DomainError):
        read_points(text)
