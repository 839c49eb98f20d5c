"""Every layout of a catalogue, by its name, and that no text of a table is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.catalogue import LimitKind, Mode
from gongkai_desk.domain.catalogue_cells import choices_of, listed
from gongkai_desk.domain.catalogue_headings import CatalogueField
from gongkai_desk.domain.catalogue_reading import CatalogueReading
from gongkai_desk.domain.problems import DomainError
from tests.domain.catalogue_sheets import (
    CHANNELS,
    CSV,
    FORM,
    GROUPS,
    NATIONAL,
    REPEATED,
    SPACED,
    SPREAD,
    THREE,
    doubts,
    draft,
    read,
    sheet,
)

F = CatalogueField


def fields(reading_of: object) -> list[CatalogueField | None]:
    return [column.field for _sheet, column in draft(reading_of).columns()]  # type: ignore[arg-type]


def test_the_national_standard_with_two_heading_rows_and_merged_cells() -> None:
    assert fields(NATIONAL) == [
        F.SEQUENCE, F.LEVEL_1, F.LEVEL_2, F.CONTENT, F.BASIS, F.LIMIT, F.UNIT, F.CHANNELS,
        F.AUDIENCE, F.AUDIENCE, F.MODE, F.MODE, F.LEVEL, F.LEVEL,
    ]  # fmt: skip
    reading = read(NATIONAL)
    assert reading.title == "示例县公共文化服务领域基层政务公开标准目录"
    assert reading.note == "注：本目录由示例县文化和旅游局负责解释。"
    one, two, three = reading.items
    assert one.path == ("公共服务", "公共文化机构名录")
    assert two.path == ("公共服务", "免费开放信息")
    assert one.channels == ("政府网站", "公示栏")
    assert one.extra["公开渠道和载体"] == "■政府网站 □政府公报\n■公示栏"
    assert (one.audience, two.audience) == ("全社会", "特定群体：参加人员")
    assert [item.mode for item in reading.items] == [Mode.PROACTIVE, Mode.ON_REQUEST, Mode.BOTH]
    assert (one.level, two.level, three.level) == ("县级", "县级、乡级", "")
    assert one.limit.days == 20
    assert one.limit.text == "自信息形成或变更之日起20个工作日内"
    assert doubts(reading) == set()


def test_without_merged_cells_an_empty_level_is_that_above() -> None:
    reading = read(CSV)
    assert [item.path for item in reading.items] == [
        ("机构职能", "机构信息"), ("机构职能", "领导信息"), ("机构职能", "领导信息"),
        ("财政信息", "预算"),
    ]  # fmt: skip
    assert reading.items[2].content == "照片"


def test_a_way_that_names_channels_is_the_channel_and_is_told() -> None:
    reading = read(CSV)
    assert reading.items[0].channels == ("网站", "公示栏")
    assert reading.items[0].mode is Mode.PROACTIVE
    assert doubts(reading) == {("catalogue-way-is-channel", "D1")}


def test_a_way_that_says_proactive_is_the_mode_and_is_told() -> None:
    reading = read(CHANNELS)
    assert [item.mode for item in reading.items] == [Mode.PROACTIVE, Mode.PROACTIVE]
    assert ("catalogue-way-is-mode", "E3") in doubts(reading)


def test_channels_with_ticks_and_a_column_nobody_knows() -> None:
    one, two = read(CHANNELS).items
    assert one.channels == ("网站", "新媒体")
    assert two.channels == ("网站", "其他：图书馆")
    assert one.extra == {"保存要求": "永久"}
    assert two.limit.kind is LimitKind.YEARLY


def test_lines_across_the_table_name_groups() -> None:
    reading = read(GROUPS)
    assert [item.path for item in reading.items] == [
        ("一、综合政务", "机构职能"), ("一、综合政务", "领导信息"), ("二、文化旅游", "演出审批"),
    ]  # fmt: skip
    assert reading.title == ""
    assert reading.note.splitlines() == ["填报单位：示例局", "填表人：示例员"]


def test_three_levels_some_left_empty() -> None:
    assert [item.path for item in read(THREE).items] == [
        ("业务工作", "旅游", "A级景区名录"),
        ("业务工作", "旅游", "旅行社名录"),
        ("业务工作", "文化"),
        ("综合",),
    ]  # fmt: skip


def test_a_heading_repeated_on_the_next_page_is_no_item() -> None:
    reading = read(REPEATED)
    assert [item.title for item in reading.items] == ["机构职能", "领导信息"]
    assert reading.note == "合计：2项"


def test_one_heading_across_two_columns_and_both_kinds_of_subject() -> None:
    assert fields(SPREAD) == [F.LEVEL_1, F.LEVEL_2, F.UNIT, F.RESPONSIBLE]


def test_the_responsible_subject_alone_is_who_publishes() -> None:
    assert fields(sheet(["公开事项", "责任主体"], ["机构职能", "示例局"])) == [F.LEVEL_1, F.UNIT]


def test_headings_spread_with_blanks_and_a_level_nobody_fills() -> None:
    one, two = read(SPACED).items
    assert one.path == ("政策法规", "行政规范性文件")
    assert two.path == ("政策法规", "政策解读")
    assert one.audience == "全社会"
    assert one.channels == ("政府网站", "政府公报")
    assert (one.limit.days, two.limit.days) == (20, 5)


def test_a_cell_merged_down_holds_for_every_row_it_covers() -> None:
    reading = read(FORM)
    assert [item.path for item in reading.items] == [
        ("组织机构", "机构概况"), ("政策文件", "规范性文件"), ("政策文件", "文件清理"),
    ]  # fmt: skip
    last = reading.items[2]
    assert (last.limit.days, last.channels, last.unit) == (15, ("政府网站",), "法制科")
    assert last.content == "清理情况"


@pytest.mark.parametrize("tick", ["√", "✓", "✔", "■", "☑", "是", "●"])
def test_a_tick_is_a_tick(tick: str) -> None:
    (item,) = read(
        sheet(
            ["公开事项", "公开方式", "", "", "公开时限"],
            ["", "网站", "新媒体", "依申请", ""],
            ["甲", tick, "□", tick, "长期"],
        )
    ).items
    assert item.channels == ("网站",)
    assert item.mode is Mode.ON_REQUEST


def test_several_sheets_become_one_catalogue_or_one_is_chosen() -> None:
    first = sheet(["公开事项", "公开时限"], ["甲", "长期"], name="综合")
    second = sheet(["公开事项", "公开时限"], ["乙", "什么时候都行"], name="业务")
    other = sheet(["说明"], ["请填写"], name="填表说明")
    made = draft(first, second, other)
    assert made.left_out == ("填表说明",)
    reading = made.read()
    assert [(i.title, i.extra["工作表"], i.position) for i in reading.items] == [
        ("甲", "综合", 1), ("乙", "业务", 2),
    ]  # fmt: skip
    assert doubts(reading) == {("catalogue-limit-unknown", "业务!B2")}
    (only,) = made.with_sheets(("业务",)).read().items
    assert only.title == "乙"
    assert only.extra == {}


def test_the_officer_gives_a_column_another_meaning() -> None:
    made = draft(CHANNELS).with_field("目录", 6, F.DURATION)
    assert made.read().items[0].duration == "永久"
    taken = made.with_field("目录", 5, F.DURATION)
    assert dict(taken.read().items[0].extra) == {"保存要求": "永久"}
    with pytest.raises(DomainError) as refused:
        draft(CHANNELS).with_field("目录", 0, None).read()
    assert refused.value.problems[0].code == "catalogue-no-item-column"


def test_a_table_without_headings_of_a_catalogue_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        draft(sheet(["姓名", "电话"], ["某人", "1"]))
    assert refused.value.problems[0].code == "catalogue-no-heading"


def test_an_item_that_stands_there_twice_and_a_row_that_is_none_are_told() -> None:
    reading = read(
        sheet(
            ["序号", "公开事项", "公开时限", "备注"],
            ["1", "甲", "长期", ""],
            ["2", "甲", "长期", ""],
            ["3", "", "", "待定"],
        )
    )
    assert {code for code, _place in doubts(reading)} >= {"catalogue-item-twice"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("网站、公示栏", ("网站", "公示栏")),
        ("网站（通知、公告栏目）；微信", ("网站（通知、公告栏目）", "微信")),
        ("网站\n微信", ("网站", "微信")),
    ],
)
def test_marks_inside_brackets_part_nothing(text: str, parts: tuple[str, ...]) -> None:
    assert listed(text) == parts


def test_choices_are_found_again() -> None:
    assert choices_of("全社会、特定群体：甲、乙", ["全社会", "特定群体"]) == (
        "全社会", "特定群体：甲、乙",
    )  # fmt: skip


def everything(reading: CatalogueReading) -> str:
    parts = [reading.title, reading.note]
    for item in reading.items:
        parts += [*item.path, item.unit, item.content, item.limit.text, *item.channels]
        parts += [item.responsible, item.basis, item.level, item.audience, item.duration, item.note]
        parts += item.extra.values()
    return "\n".join(parts)


HEADINGS = [
    "公开事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道", "公开对象", "公开层级",
    "公开时长", "责任科室", "备注", "别的", "公开方式", "二级事项",
]  # fmt: skip
CELLS = st.text(alphabet="甲乙丙丁20工作日内每年√、（）依申请主动网站■□", min_size=0, max_size=8)


@given(
    others=st.permutations([name for name in HEADINGS if name not in ("公开事项", "公开时限")]),
    rows=st.lists(st.lists(CELLS, min_size=6, max_size=6), min_size=1, max_size=5),
)
@settings(max_examples=60, deadline=None)
def test_no_text_of_a_table_is_lost(others: list[str], rows: list[list[str]]) -> None:
    """Every piece of every cell is somewhere in the items, their extras or the notes; a mode that
    says just 主动 or 依申请 is the mode itself.
    """
    reading = read(sheet(["公开事项", "公开时限", *others[:4]], *rows))
    found = everything(reading)
    for row in rows:
        for cell in row:
            if cell.strip() in ("主动", "依申请", "主动、依申请"):
                continue
            for part in listed(cell):
                assert part in found
