from __future__ import annotations

from gongkai_desk.domain.blocks import Block, Paragraph, Row
from gongkai_desk.domain.plan_reading import PlanReading, read_plan

TITLE = Paragraph("2026年云海区政务公开重点工作及责任分工", 1)


def table(*rows: tuple[str | None, ...]) -> PlanReading:
    blocks: list[Block] = [TITLE, *(Row(cells, line) for line, cells in enumerate(rows, 2))]
    return read_plan(blocks)


def test_lead_and_responsible_columns_and_printed_numbers() -> None:
    read = table(
        ("序号", "工作任务", "具体措施", "牵头单位", "责任单位", "完成时限"),
        ("1", "抓好公开", "公开规划。", "区政府办公室", "区司法局、财政局", "6月底前"),
        ("2", None, "公开预算。", None, "各街道办事处", None),
    )
    first, second = read.tasks
    assert (first.number, first.title, first.text) == ("1", "抓好公开", "公开规划。")
    assert first.lead_units == ("区政府办公室",)
    assert first.responsible_units == ("区司法局", "区财政局")
    assert second.lead_units == ("区政府办公室",)
    assert second.responsible_units == ("各街道办事处",)
    assert second.deadline.text == "6月底前"


def test_a_cell_that_is_really_empty_inherits_nothing() -> None:
    read = table(
        ("工作任务", "具体内容", "责任单位", "完成时限"),
        ("抓好公开", "公开规划。", "区司法局", "全年"),
        ("抓好培训", "开展培训。", "", ""),
    )
    assert read.tasks[1].responsible_units == ()
    assert [warning.code for warning in read.warnings] == ["plan-task-without-units"]


def test_two_heading_rows() -> None:
    read = table(
        ("工作任务", "具体内容", "责任分工", "", "完成时限"),
        (None, None, "牵头单位", "责任单位", None),
        ("抓好公开", "公开规划。", "区政府办公室", "区司法局", "全年"),
    )
    assert len(read.tasks) == 1
    assert read.tasks[0].lead_units == ("区政府办公室",)
    assert read.tasks[0].responsible_units == ("区司法局",)


def test_a_row_that_is_a_section_heading() -> None:
    read = table(
        ("序号", "工作内容", "责任单位", "完成时限"),
        ("一、抓好重点", "", "", ""),
        ("1", "公开规划和计划。", "区司法局", "全年"),
        ("二、夯实基础", "", "", ""),
        ("2", "开展业务培训。", "区财政局", "全年"),
    )
    assert [(task.path, task.number) for task in read.tasks] == [
        (("一、抓好重点",), "1"),
        (("二、夯实基础",), "2"),
    ]


def test_units_do_not_cross_into_the_next_section() -> None:
    read = table(
        ("工作任务", "公开事项", "公开内容", "责任单位", "完成时限"),
        ("一、重点", "规划", "公开规划。", "区司法局", "全年"),
        ("二、基础", "培训", "开展培训。", None, "全年"),
    )
    assert read.tasks[1].responsible_units == ()


def test_a_merged_cell_cut_by_a_page_break() -> None:
    header = ("工作任务", "公开事项", "公开内容", "责任单位", "完成时限")
    read = table(
        header,
        ("一、重点", "规划", "公开规划。", "区司法局", "全年"),
        header,
        ("", "预算", "公开预算。", "", ""),
        ("二、基础", "培训", "开展培训。", "", "全年"),
    )
    assert [task.responsible_units for task in read.tasks] == [("区司法局",), ("区司法局",), ()]
    assert read.tasks[1].path == ("一、重点",)
    assert read.tasks[1].deadline.text == "全年"
