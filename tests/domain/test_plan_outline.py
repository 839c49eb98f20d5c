from __future__ import annotations

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
