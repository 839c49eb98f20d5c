from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.plan import Deadline, DeadlineKind, Task, TaskStatus
from gongkai_desk.domain.task_groups import (
    AFTER,
    BEFORE,
    UNDATED,
    Grouping,
    by_month,
    by_section,
    by_status,
    by_unit,
    grouped,
    written_as,
)
from gongkai_desk.domain.unit_tasks import collective, tasks_of_unit
from tests.builders import a_task, an_office

YEAR = {"p": 2026, "q": 2025}
_DEADLINES = st.one_of(
    st.just(Deadline()),
    st.just(Deadline(kind=DeadlineKind.ALL_YEAR)),
    st.dates(dt.date(2024, 6, 1), dt.date(2027, 6, 1)).map(
        lambda day: Deadline(kind=DeadlineKind.BY_DATE, date=day)
    ),
)
_UNITS = st.lists(
    st.sampled_from(["区财政局", "财政局", "区司法局", "各有关单位", "市财政局", "教育局"]),
    max_size=4,
).map(tuple)


@st.composite
def some_tasks(draw: st.DrawFn) -> list[Task]:
    return [
        a_task(
            draw(st.sampled_from(["p", "q"])),
            position=position,
            path=draw(st.sampled_from([(), ("一、甲",), ("二、乙", "（一）丙")])),
            lead_units=draw(_UNITS),
            responsible_units=draw(_UNITS),
            deadline=draw(_DEADLINES),
            status=draw(st.sampled_from(TaskStatus)),
        )
        for position in range(draw(st.integers(0, 6)))
    ]


@settings(max_examples=60)
@given(some_tasks(), st.sampled_from(Grouping))
def test_no_task_is_lost_or_shown_twice_in_a_group(tasks: list[Task], grouping: Grouping) -> None:
    groups = grouped(tasks, grouping, YEAR)
    found = Counter(task.id for group in groups for task in group.tasks)
    names = written_as(unit for task in tasks for unit in task.units)
    for task in tasks:
        units = {names[unit] for unit in task.units}
        assert found[task.id] == (max(1, len(units)) if grouping is Grouping.UNIT else 1)
    assert set(found) == {task.id for task in tasks}
    assert all(len({task.id for task in group.tasks}) == len(group.tasks) for group in groups)


def test_by_unit_a_name_with_and_without_its_level_is_one() -> None:
    one = a_task("p", lead_units=("财政局",), responsible_units=("区司法局", "区财政局"))
    other = a_task("p", responsible_units=("司法局", "各有关单位"))
    bare = a_task("p", responsible_units=())
    groups = by_unit([one, other, bare])
    assert [(group.key, group.tasks) for group in groups] == [
        ("区财政局", (one,)),
        ("区司法局", (one, other)),
        ("各有关单位", (other,)),
        ("", (bare,)),
    ]


def test_two_levels_leave_a_bare_name_alone() -> None:
    assert written_as(["财政局", "区财政局", "市财政局", "市场监管局"]) == {
        "财政局": "财政局",
        "区财政局": "区财政局",
        "市财政局": "市财政局",
        "市场监管局": "市场监管局",
    }


def test_months() -> None:
    def due(day: dt.date | None, **values: object) -> Task:
        kind = DeadlineKind.BY_DATE if day else DeadlineKind.NONE
        return a_task("p", deadline=Deadline(kind=kind, date=day), **values)

    september, next_year = due(dt.date(2026, 9, 30)), due(dt.date(2027, 3, 31))
    year_before, never = due(dt.date(2025, 12, 31)), due(None)
    all_year = a_task("p", deadline=Deadline(kind=DeadlineKind.ALL_YEAR))
    groups = by_month([september, next_year, year_before, never, all_year], YEAR)
    assert [group.key for group in groups] == [
        BEFORE, *map(str, range(1, 13)), AFTER, UNDATED
    ]  # fmt: skip
    found = {group.key: group.tasks for group in groups if group.tasks}
    assert found == {
        BEFORE: (year_before,),
        "9": (september,),
        "12": (all_year,),
        AFTER: (next_year,),
        UNDATED: (never,),
    }
    assert [group.key for group in by_month([], YEAR)] == [str(month) for month in range(1, 13)]


def test_the_same_heading_of_two_plans_is_two_sections() -> None:
    one, other = a_task("p", path=("一、甲",)), a_task("q", path=("一、甲",))
    assert [(group.plan_id, group.tasks) for group in by_section([one, other])] == [
        ("p", (one,)),
        ("q", (other,)),
    ]


def test_every_status_has_its_column() -> None:
    assert [group.key for group in by_status([])] == [status.value for status in TaskStatus]


@pytest.mark.parametrize(
    ("units", "unit", "meant"),
    [
        (("区财政局",), "区财政局", True),
        (("财政局",), "区财政局", True),
        (("区财政局",), "财政局", True),
        (("各有关单位",), "区财政局", True),
        (("区政府各部门",), "区财政局", True),
        (("市政府各部门",), "区财政局", False),
        (("区司法局",), "区财政局", False),
        (("各街道办事处",), "区财政局", False),
        (("各镇街",), "张村镇", True),
        (("区政府各部门",), "张村镇", False),
        (("各有关单位",), "各有关单位", True),
        (("区财政局",), "各有关单位", False),
        ((), "区财政局", False),
    ],
)
def test_the_tasks_of_a_unit(units: tuple[str, ...], unit: str, meant: bool) -> None:
    task = a_task("p", responsible_units=units)
    assert tasks_of_unit([task], unit, an_office()) == ([task] if meant else [])


def test_our_own_sheet_follows_what_was_said_by_hand() -> None:
    by_hand = a_task("p", responsible_units=("区教育局",), ours_by_hand=True)
    not_ours = a_task("p", ours_found=True, ours_by_hand=False)
    assert tasks_of_unit([by_hand, not_ours], "区司法局", an_office()) == [by_hand]


@pytest.mark.parametrize(
    ("unit", "several"),
    [("各有关单位", True), ("区政府各部门", True), ("全区各级行政机关", True), ("区财政局", False),
     ("市场监管局", False), ("相关责任部门", True)],
)  # fmt: skip
def test_collective_forms(unit: str, several: bool) -> None:
    assert collective(unit) is several
