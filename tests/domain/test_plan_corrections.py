from __future__ import annotations

import datetime as dt

import pytest

from gongkai_desk.domain import plan_corrections as correct
from gongkai_desk.domain.plan import Deadline, DeadlineKind
from gongkai_desk.domain.plan_reading import PlanReading, mark_ours
from gongkai_desk.domain.problems import DomainError
from tests.builders import an_office
from tests.plans import SMALL, reading


@pytest.fixture
def read() -> PlanReading:
    return reading(SMALL)


def test_a_title_can_be_changed_but_not_emptied(read: PlanReading) -> None:
    own = read.tasks[0].id
    assert correct.retitle(read, own, " 公开规划 ").tasks[0].title == "公开规划"
    with pytest.raises(DomainError):
        correct.retitle(read, own, " ")


def test_other_units_change_what_is_ours(read: PlanReading) -> None:
    changed = correct.reassign(
        read, read.tasks[2].id, lead=("区司法局",), responsible=("区财政局",)
    )
    assert changed.tasks[2].units == ("区司法局", "区财政局")
    assert mark_ours(changed, an_office()).tasks[2].ours


def test_a_deadline_can_be_set(read: PlanReading) -> None:
    deadline = Deadline(kind=DeadlineKind.BY_DATE, date=dt.date(2026, 9, 1), text="9月1日前")
    assert correct.reschedule(read, read.tasks[0].id, deadline).tasks[0].deadline == deadline


def test_ours_by_hand_wins_until_taken_back(read: PlanReading) -> None:
    own = read.tasks[2].id
    by_hand = correct.set_ours(read, own, True, "分管领导要求")
    assert by_hand.tasks[2].ours
    assert mark_ours(by_hand, an_office()).tasks[2].ours
    assert not correct.set_ours(by_hand, own, None).tasks[2].ours


def test_a_task_can_be_left_out_but_not_the_last(read: PlanReading) -> None:
    shorter = correct.drop(read, read.tasks[1].id)
    assert [(task.position, task.title) for task in shorter.tasks] == [
        (1, "抓好公开"),
        (2, "抓好培训"),
    ]
    one = correct.drop(shorter, shorter.tasks[0].id)
    with pytest.raises(DomainError):
        correct.drop(one, one.tasks[0].id)


def test_a_task_can_be_joined_to_the_one_before(read: PlanReading) -> None:
    upper, lower = read.tasks[:2]
    joined = correct.join_previous(read, lower.id)
    assert len(joined.tasks) == 2
    assert joined.tasks[0].text == upper.text + lower.text
    assert joined.tasks[0].lead_units == ("区政府办公室",)
    assert joined.tasks[0].responsible_units == ("区司法局", "区财政局", "区政府各部门、单位")
    assert joined.lines_of(upper.id) == (3, 4)
    with pytest.raises(DomainError):
        correct.join_previous(read, upper.id)


def test_the_heading_can_be_corrected(read: PlanReading) -> None:
    renamed = correct.rename_plan(read, title="要点", issuer="云海区政府", document_number="1号")
    assert (renamed.plan.title, renamed.plan.issuer) == ("要点", "云海区政府")
    with pytest.raises(DomainError):
        correct.rename_plan(read, title="", issuer="", document_number="")


def test_limits_worded_without_a_year_follow_the_plans_year() -> None:
    read = reading(
        "2026年云海区政务公开工作要点\n一、重点\n（一）公开。9月底前完成。\n（二）解读。2025年3月底前完成。\n"
    )
    changed = correct.for_year(read, 2027)
    assert changed.plan.year == 2027
    assert [task.deadline.date for task in changed.tasks] == [
        dt.date(2027, 9, 30),
        dt.date(2025, 3, 31),
    ]
    assert correct.for_year(changed, 2026) == read


@pytest.mark.parametrize("year", [2007, 2101, 0])
def test_a_year_no_plan_can_have_is_refused(read: PlanReading, year: int) -> None:
    with pytest.raises(DomainError) as refused:
        correct.for_year(read, year)
    assert refused.value.problems[0].code == "plan-year-out-of-range"
