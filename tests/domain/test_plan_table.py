from __future__ import annotations

import pytest

from gongkai_desk.domain.blocks import Block, Paragraph, Row
from gongkai_desk.domain.plan import Deadline
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


@pytest.mark.parametrize("remark", ["备注", "落实情况", "联系电话"])
@pytest.mark.parametrize("deadline_first", [True, False])
def test_columns_may_stand_in_any_order(remark: str, deadline_first: bool) -> None:
    def cells(deadline: str | None, units: str | None) -> tuple[str | None, str | None]:
        return (deadline, units) if deadline_first else (units, deadline)

    read = table(
        ("序号", "工作任务", "具体措施", *cells("完成时限", "责任单位"), remark),
        ("1", "抓好公开", "公开规划。", *cells("6月底前", "区司法局、财政局"), "已启动"),
        ("2", None, "公开预算。", *cells(None, None), ""),
        ("3", "抓好培训", "开展培训。", *cells("全年", "各街道办事处"), ""),
    )
    assert [
        (t.number, t.title, t.text, t.responsible_units, t.deadline.text) for t in read.tasks
    ] == [
        ("1", "抓好公开", "公开规划。", ("区司法局", "区财政局"), "6月底前"),
        ("2", "抓好公开", "公开预算。", ("区司法局", "区财政局"), "6月底前"),
        ("3", "抓好培训", "开展培训。", ("各街道办事处",), "全年"),
    ]


def test_what_was_done_may_stand_where_a_deadline_would() -> None:
    read = table(
        ("序号", "工作任务", "责任单位", "落实情况"),
        ("1", "公开规划和计划。", "区司法局", "已完成，长期坚持"),
    )
    assert read.tasks[0].responsible_units == ("区司法局",)
    assert read.tasks[0].deadline == Deadline()


def test_units_and_deadline_in_one_column() -> None:
    read = table(
        ("序号", "工作任务", "责任单位及完成时限"),
        ("1", "公开规划和计划。", "区司法局、财政局，6月底前完成"),
        ("2", "公开预算和决算。", "责任单位：区财政局\n完成时限：全年"),
    )
    assert [(task.responsible_units, task.deadline.text) for task in read.tasks] == [
        (("区司法局", "区财政局"), "6月底前完成"),
        (("区财政局",), "全年"),
    ]


def test_cells_beyond_the_headings_stay_in_the_text() -> None:
    read = table(
        ("工作任务", "具体措施", "责任单位", "完成时限"),
        ("抓好公开", "公开规划。", "区司法局", "全年", "每季度更新。", "并作备份。"),
    )
    assert read.tasks[0].text == "公开规划。每季度更新。并作备份。"
    assert read.tasks[0].responsible_units == ("区司法局",)


def test_sections_within_sections() -> None:
    read = table(
        ("序号", "工作任务", "责任单位", "完成时限"),
        ("一、主动公开", "", "", ""),
        ("（一）法定内容", "", "", ""),
        ("1", "公开规划和计划。", "区司法局", "全年"),
        ("（二）其他内容", "", "", ""),
        ("2", "公开预算和决算。", "区财政局", "全年"),
        ("二、夯实基础", "", "", ""),
        ("3", "开展业务培训。", "区司法局", "全年"),
    )
    assert [task.path for task in read.tasks] == [
        ("一、主动公开", "（一）法定内容"),
        ("一、主动公开", "（二）其他内容"),
        ("二、夯实基础",),
    ]


def test_who_names_a_lead_unit_alone_has_no_others_in_pasted_text() -> None:
    head = ("序号", "工作任务", "具体措施", "牵头单位", "配合单位", "完成时限")
    read = table(
        head,
        ("1", "规划", "公开规划。", "区司法局", "区财政局", "6月"),
        ("2", "预算", "公开预算。", "区财政局", None, "全年"),
    )
    assert [task.responsible_units for task in read.tasks] == [("区财政局",), ()]


def test_an_unreadable_limit_keeps_its_words_beside_a_date_in_the_text() -> None:
    read = table(
        ("序号", "工作任务", "责任单位", "完成时限"),
        ("1", "公开规划，6月底前公布。", "区司法局", "按要求"),
    )
    assert read.tasks[0].deadline.text == "按要求，6月底前"
    assert str(read.tasks[0].deadline.date) == "2026-06-30"


def test_a_second_heading_row_divides_the_last_columns_too() -> None:
    read = table(
        ("序号", "任务", "责任", None, "进度", None),
        (None, None, "牵头", "配合", "节点", "情况"),
        ("1", "公开规划和计划。", "区司法局", "区财政局", "6月", "已完成"),
    )
    (task,) = read.tasks
    assert (task.number, task.lead_units, task.responsible_units) == (
        "1",
        ("区司法局",),
        ("区财政局",),
    )
    assert (task.deadline.text, task.result) == ("6月", "已完成")


@pytest.mark.parametrize("empty", [None, ""])
@pytest.mark.parametrize("last", ["完成时限", "备注"])
def test_empty_columns_at_the_end_change_nothing(empty: str | None, last: str) -> None:
    read = table(
        ("序号", "工作任务", "责任单位", last, empty, empty),
        ("1", "公开规划和计划。", "区司法局", "全年", empty, empty),
        ("2", "公开预算和决算。", "区财政局", "长期", empty, empty),
    )
    assert [(t.number, t.text, t.path, t.responsible_units) for t in read.tasks] == [
        ("1", "公开规划和计划。", (), ("区司法局",)),
        ("2", "公开预算和决算。", (), ("区财政局",)),
    ]


def test_a_heading_that_spans_the_last_columns_of_a_document() -> None:
    read = table(
        ("序号", "工作任务", "责任单位", "完成时限", ""),
        ("1", "公开规划和计划。", "区司法局", "6月底前", "首次公开"),
    )
    (task,) = read.tasks
    assert (task.number, task.responsible_units) == ("1", ("区司法局",))
    assert str(task.deadline.date) == "2026-06-30"
    assert task.deadline.text == "6月底前；首次公开"


@pytest.mark.parametrize("empty", [None, ""])
def test_a_table_that_lost_its_grid_before_it_came_into_a_document(empty: str | None) -> None:
    read = table(
        ("工作任务", "公开事项", "公开内容", "责任分工", "完成时限", empty),
        ("一、重点", "规划", "总体规划", "公开规划。", "区司法局负责", "全年"),
        ("", "", "专项规划", "公开专项规划。", "", "6月底前"),
    )
    assert [(t.title, t.text, t.responsible_units, t.deadline.text) for t in read.tasks] == [
        ("总体规划", "公开规划。", ("区司法局",), "全年"),
        ("专项规划", "公开专项规划。", ("区司法局",), "6月底前"),
    ]
