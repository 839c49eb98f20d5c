from __future__ import annotations

from gongkai_desk.domain.plan_reading import LineKind
from tests.plans import reading

TEXT = (
    "2026年云海区政务公开工作要点\n一、抓好公开\n（一）公开规划。认真抓好规划公开。\n"
    "（二）公开预算。认真抓好预算公开。（责任单位：区财政局）\n"
)
HEADER = "序号\t工作任务\t责任单位\t完成时限\n"


def test_a_table_that_repeats_the_text_is_shown_once() -> None:
    read = reading(
        f"{TEXT}附件\n2026年云海区政务公开重点任务分工表\n{HEADER}"
        "1\t公开规划\t区司法局\t6月底前\n2\t公开预算\t区统计局\t全年\n"
    )
    assert [
        (t.number, t.title, t.text, t.responsible_units, t.deadline.text) for t in read.tasks
    ] == [
        ("（一）", "公开规划", "公开规划。认真抓好规划公开。", ("区司法局",), "6月底前"),
        ("（二）", "公开预算", "公开预算。认真抓好预算公开。", ("区财政局",), "全年"),
    ]
    assert read.plan.title == "2026年云海区政务公开工作要点"
    assert [line.kind for line in read.lines[4:]] == [
        LineKind.TAIL,
        LineKind.TAIL,
        LineKind.PAGE,
        LineKind.TASK,
        LineKind.TASK,
    ]
    assert read.lines_of(read.tasks[0].id) == (3, 8)
    assert not read.warnings


def test_a_row_the_text_does_not_have_is_a_task_of_its_own() -> None:
    read = reading(
        f"{TEXT}附件：\n{HEADER}1\t公开规划\t区司法局\t6月底前\n2\t公开预算\t区财政局\t全年\n"
        "3\t组织业务培训\t各街道办事处\t全年\n"
    )
    assert [(task.position, task.number, task.title) for task in read.tasks] == [
        (1, "（一）", "公开规划"),
        (2, "（二）", "公开预算"),
        (3, "3", "组织业务培训"),
    ]
    assert read.tasks[2].responsible_units == ("各街道办事处",)


def test_another_table_behind_the_text_gives_no_tasks_twice() -> None:
    read = reading(
        f"{TEXT}（三）抓好培训。开展培训。（责任单位：区司法局）\n附件\n"
        "序号\t会议名称\t承办单位\t时间\n1\t春季联席会\t区司法局\t3月\n"
    )
    assert [task.title for task in read.tasks] == ["公开规划", "公开预算", "抓好培训"]
