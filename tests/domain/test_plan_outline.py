from __future__ import annotations

import pytest

from gongkai_desk.domain.plan_reading import LineKind
from tests.plans import only, reading


def test_points_with_their_own_units_are_tasks() -> None:
    read = reading(
        "2026年云海区政务公开工作要点\n一、重点\n（一）抓好公开\n"
        "1.公开规划。抓好规划。（责任单位：区司法局）\n2.公开预算。抓好预算。（责任单位：区财政局）"
    )
    assert [(task.number, task.path, task.title) for task in read.tasks] == [
        ("（一）1", ("一、重点", "（一）抓好公开"), "公开规划"),
        ("（一）2", ("一、重点", "（一）抓好公开"), "公开预算"),
    ]


def test_points_without_units_stay_in_their_item() -> None:
    task = only("抓好公开。包括：\n1.规划。\n2.预算。\n（责任单位：区司法局）")
    assert task.text == "抓好公开。包括：1.规划。2.预算。"


def test_sections_without_items_are_tasks() -> None:
    read = reading(
        "2026年云海区政务公开工作要点\n一、总体要求\n深入贯彻落实。\n"
        "二、抓好公开。围绕重点。（责任单位：区司法局）\n三、抓好培训。开展培训。（责任单位：区财政局）"
    )
    assert [(task.number, task.path, task.title) for task in read.tasks] == [
        ("二", (), "抓好公开"),
        ("三", (), "抓好培训"),
    ]


def test_the_covering_notice_has_no_tasks() -> None:
    read = reading(
        "云海区人民政府办公室关于印发2026年云海区政务公开工作要点的通知\n"
        "云政办发〔2026〕3号\n一、提高认识。要重视。\n二、抓好落实。要落实。\n"
        "云海区人民政府办公室\n2026年3月5日\n附件\n"
        "2026年云海区政务公开工作要点\n一、重点\n（一）抓好公开。围绕重点。（责任单位：区司法局）"
    )
    assert [task.title for task in read.tasks] == ["抓好公开"]
    assert read.plan.issuer == "云海区人民政府办公室"
    assert read.plan.document_number == "云政办发〔2026〕3号"


def test_signature_and_annex_are_no_part_of_the_last_task() -> None:
    read = reading(
        "2026年云海区政务公开工作要点\n（一）抓好公开。围绕重点。\n（二）抓好培训。开展培训。\n"
        "云海区人民政府办公室\n2026年3月5日"
    )
    assert read.tasks[-1].text == "抓好培训。开展培训。"
    assert read.plan.issuer == "云海区人民政府办公室"


def test_a_number_in_the_middle_of_a_broken_sentence_opens_nothing() -> None:
    line = "（一）抓好公开。要认真按照实施方案第一部分规定的任务第"
    read = reading(
        f"2026年云海区政务公开工作要点\n一、重点\n{line}\n（二）项的要求逐项抓好落实并且及时向社会公开"
        "有关的情况\n和数据。\n（二）抓好培训。开展培训。"
    )
    assert [task.title for task in read.tasks] == ["抓好公开", "抓好培训"]


def test_a_title_on_a_line_of_its_own() -> None:
    task = only(
        "加强组织领导\n各单位要认真履职尽责，对照工作部署要求，主动适应发展趋势，持续推进各项工作。"
    )
    assert task.title.startswith("加强组织领导")


def test_blanks_between_latin_words_stay() -> None:
    assert only("抓好 公开。使用 Open Data 与 2026 年数据。").text == (
        "抓好公开。使用Open Data与2026年数据。"
    )


TITLE = "2026年云海区政务公开工作要点\n"


def numbers_and_titles(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(task.number, task.path, task.title) for task in reading(TITLE + text).tasks]


@pytest.mark.parametrize("mark", ["{}.", "{}、", "{}．", "{}. ", "（{}）", "({})"])
def test_points_divide_bare_headings(mark: str) -> None:
    one, two, three = (mark.format(number) for number in (1, 2, 3))
    points = (
        ["1", "2", "3"] if "{}）" not in mark and "{})" not in mark else ["（1）", "（2）", "（3）"]
    )
    read = reading(
        f"{TITLE}一、抓好公开\n{one}公开规划。抓好规划。\n{two}公开预算。抓好预算。\n"
        f"二、抓好培训\n{three}业务培训。开展培训。"
    )
    assert [(task.number, task.path, task.title, task.text) for task in read.tasks] == [
        (points[0], ("一、抓好公开",), "公开规划", "公开规划。抓好规划。"),
        (points[1], ("一、抓好公开",), "公开预算", "公开预算。抓好预算。"),
        (points[2], ("二、抓好培训",), "业务培训", "业务培训。开展培训。"),
    ]
    assert not read.warnings


def test_points_that_restart_carry_their_section() -> None:
    found = numbers_and_titles(
        "一、抓好公开\n1.公开规划。抓好规划。\n2.公开预算。抓好预算。\n"
        "二、抓好培训\n1.业务培训。开展培训。\n2.专题培训。办好专题。"
    )
    assert [number for number, _path, _title in found] == ["一、1", "一、2", "二、1", "二、2"]


def test_one_section_with_items_and_another_with_points() -> None:
    assert numbers_and_titles(
        "一、抓好公开\n（一）公开规划。包括：\n1.专项规划。\n2.区域规划。\n（二）公开预算。抓好预算。\n"
        "二、抓好培训\n1.业务培训。开展培训。\n2.专题培训。办好专题。"
    ) == [
        ("（一）", ("一、抓好公开",), "公开规划"),
        ("（二）", ("一、抓好公开",), "公开预算"),
        ("1", ("二、抓好培训",), "业务培训"),
        ("2", ("二、抓好培训",), "专题培训"),
    ]


def test_a_plan_numbered_by_points_alone() -> None:
    read = reading(
        f"{TITLE}为做好工作，制定本要点。\n1.公开规划。包括：\n（1）专项规划。\n（2）区域规划。\n"
        "2.公开预算。抓好预算。\n3.业务培训。开展培训。"
    )
    assert [(task.number, task.title, task.text) for task in read.tasks] == [
        ("1", "公开规划", "公开规划。包括：（1）专项规划。（2）区域规划。"),
        ("2", "公开预算", "公开预算。抓好预算。"),
        ("3", "业务培训", "业务培训。开展培训。"),
    ]


def test_sub_points_stay_in_the_text_of_their_point() -> None:
    read = reading(
        f"{TITLE}一、抓好公开\n1.公开规划。包括：\n（1）专项规划。\n（2）区域规划。\n2.公开预算。抓好预算。"
    )
    assert [task.text for task in read.tasks] == [
        "公开规划。包括：（1）专项规划。（2）区域规划。",
        "公开预算。抓好预算。",
    ]


def test_points_of_a_section_that_says_more_than_its_heading_stay_in_it() -> None:
    read = reading(
        f"{TITLE}一、抓好公开。围绕重点，包括：\n1.规划。\n2.预算。\n二、抓好培训。开展培训。"
    )
    assert [(task.number, task.text) for task in read.tasks] == [
        ("一", "抓好公开。围绕重点，包括：1.规划。2.预算。"),
        ("二", "抓好培训。开展培训。"),
    ]


def test_units_behind_all_points_keep_the_section_whole() -> None:
    read = reading(
        f"{TITLE}一、抓好公开\n1.规划。\n2.预算。\n（责任单位：区司法局）\n二、抓好培训\n1.业务。\n2.专题。\n"
        "（责任单位：区财政局）"
    )
    assert [(task.title, task.responsible_units) for task in read.tasks] == [
        ("抓好公开", ("区司法局",)),
        ("抓好培训", ("区财政局",)),
    ]


def test_an_opening_section_with_points_is_no_task() -> None:
    assert numbers_and_titles(
        "一、总体要求\n1.指导思想。深入贯彻落实。\n2.基本原则。坚持公开为常态。\n二、抓好公开\n"
        "1.公开规划。抓好规划。"
    ) == [("1", ("二、抓好公开",), "公开规划")]


def test_a_gap_between_points_is_pointed_out() -> None:
    read = reading(
        f"{TITLE}一、抓好公开\n1.公开规划。抓好规划。\n2.公开预算。抓好预算。\n4.公开决算。抓好决算。"
    )
    assert [(w.code, w.values["number"]) for w in read.warnings] == [
        ("plan-number-out-of-sequence", "4")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "- 3 -",
        "— 12 —",
        "第3页",
        "第 3 页 共 10 页",
        "3/10",
        "上一篇",
        "上一篇：云海区2025年政务公开工作总结",
        "【打印】 【关闭窗口】",
        "打印本页 | 关闭窗口",
        "字体：大 中 小",
        "返回顶部",
    ],
)
def test_furniture_between_the_lines_is_in_no_task(words: str) -> None:
    read = reading(
        f"{TITLE}一、抓好公开\n（一）公开规划。认真抓好规划公开，\n{words}\n加强检查。\n"
        f"{words}\n（二）公开预算。抓好预算。\n{words}"
    )
    assert [task.text for task in read.tasks] == [
        "公开规划。认真抓好规划公开，加强检查。",
        "公开预算。抓好预算。",
    ]
    assert [line.text for line in read.lines if line.kind is LineKind.PAGE] == [words] * 3
    assert not read.warnings


def test_bare_numbers_are_pages_when_they_count_up() -> None:
    text = (
        f"{TITLE}一、抓好公开\n（一）公开规划。抓好\n{{}}\n规划。\n"
        "（二）公开预算。抓好\n{}\n项工作。"
    )
    pages = reading(text.format(1, 2)).tasks
    assert [task.text for task in pages] == ["公开规划。抓好规划。", "公开预算。抓好项工作。"]
    numbers = reading(text.format(20, 12)).tasks
    assert [task.text for task in numbers] == ["公开规划。抓好20规划。", "公开预算。抓好12项工作。"]


@pytest.mark.parametrize("end", ["加强检查，定期", "加强检查。（责任单位：区司法局、区财"])
def test_a_last_task_that_is_cut_off_is_kept_and_pointed_out(end: str) -> None:
    read = reading(
        f"{TITLE}一、抓好公开\n（一）公开规划。抓好规划。（责任单位：区司法局）\n（二）公开预算。{end}"
    )
    source = "".join(line.text for line in read.lines if line.task_id == read.tasks[-1].id)
    assert source.endswith(end)
    assert read.tasks[-1].text.startswith("公开预算。加强检查")
    assert ("plan-last-task-cut-off", "（二）") in [
        (warning.code, warning.values["number"]) for warning in read.warnings
    ]


def test_a_table_of_contents_is_no_task() -> None:
    read = reading(
        f"{TITLE}目 录\n一、抓好公开……1\n二、抓好培训......3\n"
        "一、抓好公开\n（一）公开规划。抓好规划。\n"
        "二、抓好培训\n（二）业务培训。开展培训。"
    )
    assert [(task.number, task.title) for task in read.tasks] == [
        ("（一）", "公开规划"),
        ("（二）", "业务培训"),
    ]
    assert [line.kind for line in read.lines[1:4]] == [LineKind.PAGE] * 3


def test_a_task_that_holds_others_in_its_line_is_pointed_out() -> None:
    read = reading(
        f"{TITLE}一、抓好公开\n（一）公开规划。抓好规划。（责任单位：区司法局）（二）公开预算。抓好预算。（责任单位：区财政局）"
    )
    assert [warning.code for warning in read.warnings] == ["plan-task-holds-others"]
