"""No character of a source is lost or invented, whatever the document looks like."""

# ruff: noqa: E501  what a person writes reads better than what a formatter makes of it

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai_desk.documents.reading import read_blocks, read_text_blocks
from gongkai_desk.domain.blocks import Block, Paragraph, Row
from gongkai_desk.domain.plan_reading import PlanReading, read_plan
from gongkai_desk.domain.problems import DomainError
from tests.plan_account import check_account
from tests.plan_layouts import LAYOUTS, Layout
from tests.plans import FILES, SMALL, real, real_path

TITLE = "2026年云海区政务公开工作要点"
SAID = (
    "认真抓好信息公开。", "推进村（居）务公开，", "按照《办法》（云政办发〔2025〕3号）执行。", "6月底前完成。",
    "每年至少组织1次培训。", "做好解读（含二次解读）、", "面向12345热线 Open Data。", "全年推进；",
)  # fmt: skip
CLAUSES = (
    "", "（责任单位：区司法局、财政局）", "（牵头单位：区政府办公室；责任单位：各部门）", "〔责任单位：区司法局〕",
    "［牵头单位：区司法局；责任单位：区财政局］", "（区司法局，6月底前完成）", "（区司法局、区财政局等部门负责）",
    "\n责任单位：区司法局、财政局", "\n【责任单位】区司法局", "区政府办公室牵头落实。", "（责任单位：区卫生健康局（区中医药局））",
    "（责任单位：区司法局；完成时限：9月底前）",
)  # fmt: skip
BETWEEN = ("", "", "", "\n- 3 -", "\n【打印本页】【关闭窗口】", "\n\n", f"\n{TITLE}")
MARKS = ("（{c}）", "({c})", "{n}.", "{n}、", "（{n}）", "{n}）", "", "●")
ENDS = (
    "",
    "\n云海区人民政府办公室\n2026年3月5日",
    "\n附件：名词解释\n1.公开：指公开。",
    "\n各单位要抓好落实。",
    "（责任单位：区司",
)
CHINESE = "一二三四五六七八九十"

bodies = st.lists(st.sampled_from(SAID), min_size=1, max_size=4).map("".join)


@st.composite
def prose(draw: st.DrawFn) -> str:
    """A plan in prose, its marks, clauses and furniture drawn at random."""
    mark, restart = draw(st.sampled_from(MARKS)), draw(st.booleans())
    lines, count = [TITLE, "为做好工作，制定本要点。"], 0
    for section in range(draw(st.integers(1, 3))):
        lines.append(f"{CHINESE[section]}、抓好重点工作")
        count = 0 if restart else count
        for _item in range(draw(st.integers(0, 3))):
            printed = mark.format(c=CHINESE[count], n=count + 1)
            said = draw(bodies) + draw(st.sampled_from(CLAUSES)) + draw(st.sampled_from(BETWEEN))
            lines.append(f"{printed}抓好公开。{said}")
            count += 1
    return "\n".join(lines) + draw(st.sampled_from(ENDS))


HEADS = (
    "序号",
    "工作任务",
    "具体措施",
    "责任单位",
    "牵头单位",
    "完成时限",
    "落实情况",
    "备注",
    "责任人",
    "佐证",
)
CELLS = (
    "",
    None,
    "1",
    "抓好公开",
    "公开各类规划。",
    "区司法局、财政局",
    "区司法局\n区财政局",
    "6月底前",
    "全年",
    "已完成",
    "一、重点",
    "—",
)


@st.composite
def tables(draw: st.DrawFn) -> list[Block]:
    """A title, heading rows and rows of any cells."""
    heads = draw(st.lists(st.sampled_from(HEADS), min_size=3, max_size=7, unique=True))
    cell = st.sampled_from(CELLS)
    rows = draw(
        st.lists(st.lists(cell, min_size=len(heads), max_size=len(heads)), min_size=1, max_size=5)
    )
    again = draw(st.integers(0, len(rows)))
    texts: list[list[str | None]] = [[*heads], *rows[:again], [*heads], *rows[again:]]
    blocks: list[Block] = [Paragraph("2026年云海区政务公开配档表", 1)]
    found = [tuple(text) for text in texts if any(text)]
    return blocks + [Row(text, line) for line, text in enumerate(found, 2)]


def accounted(blocks: list[Block]) -> PlanReading | None:
    try:
        read = read_plan(blocks, name="样本.txt", year=2026)
    except DomainError as refusal:
        assert refusal.problems[0].code == "plan-no-tasks"  # noqa: PT017
        return None
    check_account(read, blocks)
    return read


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(prose())
def test_prose_is_accounted_for(text: str) -> None:
    accounted(read_text_blocks(text))


@settings(max_examples=40, deadline=None)
@given(prose(), st.integers(18, 40))
def test_prose_broken_into_lines_is_accounted_for(text: str, width: int) -> None:
    lines = [
        line[at : at + width] for line in text.split("\n") for at in range(0, len(line), width)
    ]
    accounted(read_text_blocks("\n".join(lines)))


@settings(max_examples=60, deadline=None)
@given(tables())
def test_tables_are_accounted_for(blocks: list[Block]) -> None:
    accounted(blocks)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *SMALL.split("\n"),
                *SAID,
                "附件",
                "序号\t工作任务\t责任单位",
                "1\t公开\t区司法局",
                "（",
                "）",
            ]
        ),
        max_size=12,
    )
)
def test_lines_in_any_order_are_accounted_for(lines: list[str]) -> None:
    text = "\n".join([TITLE, *lines])
    accounted(read_text_blocks(text))


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def test_every_layout_is_accounted_for(layout: Layout) -> None:
    lines: list[str] = []
    for part in layout.parts:
        lines += [part] if isinstance(part, str) else ["\t".join(row) for row in part.rows]
    assert accounted(read_text_blocks("\n".join(lines))) is not None


@pytest.mark.parametrize("key", FILES)
def test_the_real_documents_are_accounted_for(key: str) -> None:
    check_account(real(key), read_blocks(real_path(key)))
