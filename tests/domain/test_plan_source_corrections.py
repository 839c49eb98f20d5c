from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain import plan_corrections as correct
from gongkai_desk.domain import plan_source_corrections as source
from gongkai_desk.domain.plan_lines import compact
from gongkai_desk.domain.plan_reading import LineKind, PlanReading
from gongkai_desk.domain.problems import DomainError
from tests.plans import SMALL, reading

TWO_PIECES = """2026年云海区政务公开工作要点
一、抓好重点
（一）抓好公开。公开规划，6月底前完成。（责任单位：区司法局）（二）抓好解读。坚持三同步。（责任单位：区财政局）
（三）抓好培训。每年至少组织1次培训。
年底前考核。（责任单位：区政府办公室）
云海区人民政府印
"""
ROWS = (
    "2026年云海区政务公开配档表\n序号\t工作任务\t具体措施\t责任单位\t完成时限\n"
    "1\t抓好公开\t公开规划。公开预算。\t区司法局\t6月底前\n2\t抓好培训\t开展培训。\t区财政局\t全年\n"
)


def words(read: PlanReading) -> str:
    return compact("".join(line.text for line in read.lines))


def code(refusal: pytest.ExceptionInfo[DomainError]) -> str:
    return refusal.value.problems[0].code


def test_a_task_is_split_inside_a_line() -> None:
    read = reading(TWO_PIECES)
    line = read.lines[2].text
    changed = source.split(read, 2, line.index("（二）"))
    one, two, three = changed.tasks
    assert (one.number, one.text, one.responsible_units) == (
        "（一）",
        "抓好公开。公开规划，6月底前完成。",
        ("区司法局",),
    )
    assert (two.number, two.title, two.text, two.responsible_units) == (
        "（二）",
        "抓好解读",
        "抓好解读。坚持三同步。",
        ("区财政局",),
    )
    assert [task.position for task in changed.tasks] == [1, 2, 3]
    assert three.title == "抓好培训"
    assert one.deadline == read.tasks[0].deadline
    assert words(changed) == words(read)


def test_a_half_without_units_keeps_those_of_the_whole() -> None:
    read = reading(TWO_PIECES)
    changed = source.split(read, 4, 0)
    one, two = changed.tasks[-2:]
    assert (one.text, two.text) == ("抓好培训。每年至少组织1次培训。", "年底前考核。")
    assert one.responsible_units == two.responsible_units == ("区政府办公室",)
    assert two.number == "（三）-2"
    assert one.duties
    assert not two.duties


def test_a_row_is_split_in_its_text() -> None:
    read = reading(ROWS)
    changed = source.split(read, 2, read.lines[2].text.index("公开预算"))
    one, two, _three = changed.tasks
    assert (one.title, one.text, two.text) == ("抓好公开", "公开规划。", "公开预算。")
    assert one.responsible_units == two.responsible_units == ("区司法局",)
    assert one.deadline == two.deadline


def test_what_the_officer_said_of_a_task_stays_when_it_is_split() -> None:
    read = reading(TWO_PIECES)
    own = read.tasks[0].id
    told = correct.reassign(correct.retitle(read, own, "公开"), own, lead=("某局",), responsible=())
    one, two, _three = source.split(told, 2, read.lines[2].text.index("（二）")).tasks
    assert (one.title, one.lead_units, two.lead_units) == ("公开", ("某局",), ("某局",))


def test_split_and_join_give_the_words_back() -> None:
    read = reading(TWO_PIECES)
    split = source.split(read, 4, 0)
    again = correct.join_previous(split, split.tasks[-1].id)
    assert [task.text for task in again.tasks] == [task.text for task in read.tasks]
    assert words(again) == words(read)


@pytest.mark.parametrize(("place", "offset"), [(0, 3), (2, 0), (4, 10_000)])
def test_where_nothing_can_be_split(place: int, offset: int) -> None:
    with pytest.raises(DomainError):
        source.split(reading(TWO_PIECES), place, offset)


def test_a_line_of_a_task_is_set_aside() -> None:
    read = reading(TWO_PIECES)
    changed = source.set_aside(read, [4])
    assert changed.lines[4].kind is LineKind.PAGE
    assert changed.tasks[1].text == "抓好培训。每年至少组织1次培训。"
    assert changed.tasks[1].responsible_units == ("区政府办公室",)
    assert changed.tasks[0] == read.tasks[0]
    assert words(changed) == words(read)


def test_a_task_goes_with_its_last_line() -> None:
    read = reading(SMALL)
    changed = source.set_aside(read, [2])
    assert [task.title for task in changed.tasks] == ["抓好解读", "抓好培训"]
    with pytest.raises(DomainError) as refusal:
        source.set_aside(read, range(len(read.lines)))
    assert code(refusal) == "plan-last-task"


def test_a_line_is_taken_into_a_task() -> None:
    read = reading(TWO_PIECES)
    (place,) = [n for n, line in enumerate(read.lines) if line.kind is LineKind.HEADING]
    changed = source.take_in(read, [place], read.tasks[1].id)
    assert changed.lines[place].task_id == read.tasks[1].id
    assert changed.tasks[1].text == f"一、抓好重点{read.tasks[1].text}"
    assert changed.tasks[0] == read.tasks[0]
    tail = len(read.lines) - 1
    behind = source.take_in(read, [tail], read.tasks[0].id).tasks[0].text
    assert behind == f"{read.tasks[0].text}{read.lines[tail].text}"


def test_a_line_becomes_a_task() -> None:
    read = reading(SMALL)
    changed = source.make_task(read, [4])
    assert [task.title for task in changed.tasks] == [
        "抓好公开",
        "抓好解读",
        "夯实基础",
        "抓好培训",
    ]
    made = changed.tasks[2]
    assert (made.number, made.path, changed.lines[4].task_id) == ("二", ("一、抓好重点",), made.id)
    assert changed.tasks[3] == replace(read.tasks[2], position=4)


def test_the_reading_before_is_never_touched() -> None:
    read = reading(TWO_PIECES)
    before = (read.tasks, read.lines, read.warnings)
    source.split(read, 4, 0)
    source.set_aside(read, [4])
    assert (read.tasks, read.lines, read.warnings) == before


STEPS: tuple[Callable[[PlanReading, int, int, str], PlanReading], ...] = (
    lambda read, place, offset, _own: source.split(read, place, offset),
    lambda read, place, _offset, _own: source.set_aside(read, [place]),
    lambda read, place, _offset, own: source.take_in(read, [place], own),
    lambda read, place, _offset, _own: source.make_task(read, [place]),
    lambda read, _place, _offset, own: correct.join_previous(read, own),
    lambda read, _place, _offset, own: correct.drop(read, own),
)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_step_loses_or_invents_a_character(data: st.DataObject) -> None:
    read = reading(data.draw(st.sampled_from([TWO_PIECES, SMALL, ROWS])))
    first = words(read)
    for _step in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(read.lines) - 1))
        task = data.draw(st.sampled_from(read.tasks))
        offset = data.draw(st.integers(0, len(read.lines[place].text)))
        step = data.draw(st.sampled_from(STEPS))
        try:
            read = step(read, place, offset, task.id)
        except DomainError:
            continue
        assert words(read) == first
        assert all(task.text for task in read.tasks)
        assert len({task.id for task in read.tasks}) == len(read.tasks)
