from __future__ import annotations

import datetime as dt

import pytest

from gongkai_desk.domain.plan import DeadlineKind, DutyKind, Per
from gongkai_desk.domain.plan_clauses import take_clauses
from gongkai_desk.domain.plan_lines import compact
from gongkai_desk.domain.plan_reading import LineKind, PlanReading, healed_source, mark_ours
from gongkai_desk.domain.problems import DomainError
from tests.builders import an_office
from tests.plans import SMALL, reading, real, real_path

COUNTS = {"000": 17, "001": 43, "002": 17, "003": 13, "004": 16}
HEADINGS = {
    "000": ("2025年威海市环翠区政务公开工作要点", "威海市环翠区人民政府办公室", "", 2025),
    "001": (
        "2024年威海市政务公开重点工作及责任分工",
        "威海市人民政府办公室",
        "威政办字〔2024〕27号",
        2024,
    ),
    "002": (
        "2022年芝罘区政务公开工作要点",
        "烟台市芝罘区人民政府办公室",
        "烟芝政办发〔2022〕3号",
        2022,
    ),
    "003": (
        "2025年崂山区政务公开工作要点",
        "青岛市崂山区人民政府办公室",
        "崂政办发〔2025〕2号",
        2025,
    ),
    "004": ("2025年莱芜区政务公开工作要点", "济南市莱芜区人民政府办公室", "", 2025),
}
PROSE = ("000", "002", "003", "004")


@pytest.mark.parametrize("key", COUNTS)
def test_every_task_is_found_in_order(key: str) -> None:
    tasks = real(key).tasks
    assert [task.position for task in tasks] == list(range(1, COUNTS[key] + 1))
    assert all(task.title and task.text and task.path for task in tasks)
    assert not real(key).warnings


@pytest.mark.parametrize("key", HEADINGS)
def test_title_issuer_number_and_year(key: str) -> None:
    plan = real(key).plan
    assert (plan.title, plan.issuer, plan.document_number, plan.year) == HEADINGS[key]


@pytest.mark.parametrize("key", PROSE)
def test_no_character_is_lost_or_invented(key: str) -> None:
    read = real(key)
    source = compact(real_path(key).read_text("utf-8")).replace("**", "").replace("#", "")
    assert compact("".join(line.text for line in read.lines)) == source
    for task in read.tasks:
        words = compact(healed_source(read, task.id))
        body = words.partition("）")[2] if words[0] == "（" else words.partition(")")[2]
        found = take_clauses(body)
        assert compact(task.text) == found.text
        assert len(task.text) + sum(map(len, found.clauses)) == len(body)
        assert body.startswith(task.title)


def test_every_row_of_the_table_keeps_its_content() -> None:
    read = real("001")
    raw = real_path("001").read_text("utf-8").split("\n")
    for task in read.tasks:
        (line,) = read.lines_of(task.id)
        cells = [compact(cell) for cell in raw[line - 1].split("\t")]
        assert compact(task.text) in cells
        if len(task.text) > 4:
            assert compact(task.text) == max(cells[:-2], key=len)
    rows = [number for number, line in enumerate(raw, 1) if "\t" in line]
    assert sorted(rows) == [
        line.number for line in read.lines if line.kind in (LineKind.TASK, LineKind.PAGE)
    ]


def test_numbers_are_as_printed() -> None:
    assert real("000").tasks[3].number == "二（一）"
    assert real("000").tasks[-1].number == "六（三）"
    assert real("002").tasks[14].number == "（十五）"
    assert real("003").tasks[1].number == "（二）"
    assert [task.number for task in real("001").tasks] == [str(n) for n in range(1, 44)]


def test_titles_and_paths() -> None:
    fourth = real("000").tasks[3]
    assert fourth.title == "优化依申请公开沟通机制"
    assert fourth.path == ("二、全力提升依申请公开办理质效",)
    table = real("001").tasks
    assert (table[0].title, table[-1].title) == ("决策发布", "品牌亮点")
    assert table[0].path == ("(一) 决策公开", "重大行政决策公开")
    assert [table[n].title for n in (11, 12, 23, 27)] == [
        "就业创业",
        "扩大消费",
        "政策发布",
        "解读内容及形式",
    ]
    assert table[11].text.startswith("就业创业 围绕稳就业促增收，")
    assert [task.title for task in table[8:11]] == ["项目范围", "批准服务", "项目实施"]


def test_units_of_the_real_documents() -> None:
    first = real("000").tasks[0]
    assert first.responsible_units[:3] == ("区发展改革局", "区教育体育局", "区科技局")
    assert first.responsible_units[-1] == "区医保局"
    assert first.units_open
    site = real("000").tasks[11]
    assert site.lead_units == ("区大数据中心",)
    assert site.responsible_units == ("区委网信办", "区政府各部门、单位")
    joined = real("003").tasks[7].responsible_units
    assert joined == (
        "区政府各部门",
        "各街道办事处",
        "区教体局",
        "区卫生健康局",
        "区政府办公室",
        "区电子政务与大数据中心",
    )
    assert "青岛市崂山风景名胜区管理局相关处室" in real("003").tasks[3].responsible_units
    assert real("003").tasks[0].responsible_units == ("区政府各部门", "各街道办事处")
    assert real("004").tasks[6].responsible_units[-1] == "各街道（镇）办事处（人民政府）"


def test_units_are_inherited_down_merged_cells() -> None:
    table = real("001").tasks
    decided = ("市司法局", "重大行政决策承办部门", "各区政府、开发区管委")
    assert {task.responsible_units for task in table[:4]} == {decided}
    assert table[9].responsible_units == table[8].responsible_units
    assert table[9].units_open
    assert table[27].responsible_units == ("市政府各部门、单位", "各区市政府、开发区管委")
    assert table[18].responsible_units[1] == "市医保局"
    assert "威海供电公司" in table[33].responsible_units
    assert table[20].responsible_units[:2] == ("市委编办", "市政府各部门、单位")


def test_deadlines_of_the_real_documents() -> None:
    table = real("001").tasks
    assert table[0].deadline.kind is DeadlineKind.ALL_YEAR
    assert table[22].deadline.date == dt.date(2024, 12, 31)
    assert table[22].deadline.text == "2024年底前完成，长期坚持"
    dated = {task.number: task.deadline for task in real("002").tasks if task.deadline.date}
    assert {number: deadline.date for number, deadline in dated.items()} == {
        "（七）": dt.date(2022, 12, 31),
        "（十）": dt.date(2022, 9, 30),
    }
    assert dated["（十）"].text == "2022年9月底前"
    for key in ("000", "003", "004"):
        assert {task.deadline.kind for task in real(key).tasks} == {DeadlineKind.NONE}


def test_duties_of_the_real_documents() -> None:
    table = real("001").tasks
    assert [(duty.kind, duty.count, duty.per) for duty in table[5].duties] == [
        (DutyKind.MEETING_SEATS, 1, Per.HALF_YEAR),
        (DutyKind.MEETING_SEATS, 1, Per.QUARTER),
    ]
    assert table[5].duties[1].text == "各区市、开发区每季度1次"
    assert [duty.kind for duty in table[4].duties] == [DutyKind.POLICY_EVALUATION] * 2
    assert table[41].duties[0].text == "每年至少组织1次集中学习培训"
    assert not table[1].duties
    strengthened = real("002").tasks[14].duties
    assert [(duty.kind, duty.per) for duty in strengthened] == [
        (DutyKind.LEADER_BRIEFING, Per.YEAR),
        (DutyKind.TRAINING, Per.YEAR),
    ]
    assert real("003").tasks[7].duties[0].kind is DutyKind.INSPECTION


def test_the_closing_paragraph_is_no_task() -> None:
    tail = [line.text for line in real("003").lines if line.kind is LineKind.TAIL]
    assert len(tail) == 1
    assert tail[0].startswith("各单位要对照本要点")
    printed = [line.text for line in real("002").lines if line.kind is LineKind.TAIL]
    assert compact(printed[0]).endswith("印发")


def test_lines_lead_to_their_task() -> None:
    read = reading(SMALL)
    assert [task.number for task in read.tasks] == ["一（一）", "一（二）", "二（一）"]
    found = read.task_of(4)
    assert found is read.tasks[1]
    assert read.lines_of(read.tasks[1].id) == (4,)
    assert read.task_of(1) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "plan-empty"),
        ("2026年云海区政务公开工作要点\n今天天气很好。", "plan-no-tasks"),
        ("政务公开工作要点\n一、重点\n（一）抓好公开。围绕重点。", "plan-no-year"),
    ],
)
def test_what_is_refused(text: str, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        reading(text)
    assert refusal.value.problems[0].code == code


def test_a_text_too_long_for_a_plan_is_refused() -> None:
    with pytest.raises(DomainError) as refusal:
        reading("（一）抓好公开。\n" * 20_001)
    assert refusal.value.problems[0].code == "plan-too-long"


def test_a_given_year_counts() -> None:
    read = reading("政务公开工作要点\n一、重点\n（一）抓好公开。年底前完成。", year=2030)
    assert read.plan.year == 2030
    assert read.tasks[0].deadline.date == dt.date(2030, 12, 31)
    with pytest.raises(DomainError):
        reading(SMALL, year=26)


def test_a_task_without_units_among_others_is_pointed_out() -> None:
    read = reading(SMALL.replace("（责任单位：各街道办事处）", ""))
    assert [(w.code, w.values["number"]) for w in read.warnings] == [
        ("plan-task-without-units", "二（一）")
    ]


def test_a_gap_in_the_numbers_is_pointed_out() -> None:
    read = reading(SMALL.replace("（二）抓好解读", "（四）抓好解读"))
    assert [w.code for w in read.warnings] == ["plan-number-out-of-sequence"]


def test_ours_is_marked_with_its_reason() -> None:
    read: PlanReading = mark_ours(reading(SMALL), an_office())
    assert [(task.ours, task.ours_because) for task in read.tasks] == [
        (True, "区司法局"),
        (True, "区政府各部门、单位"),
        (False, ""),
    ]
