"""Duties are met by recorded days, whatever the order in which they were recorded."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.duty_progress import periods_of, progress
from gongkai_desk.domain.duty_records import (
    Recorded,
    activity_kind,
    duty_progress,
    meeting_days,
    of_year,
)
from gongkai_desk.domain.inspection import SelfInspection
from gongkai_desk.domain.plan import Duty, DutyKind, Per, WorkRecord
from gongkai_desk.domain.platform import PlatformCheck, PlatformKind
from tests.builders import a_plan, a_task

PLAN = a_plan()
DAY = dt.date(2026, 5, 8)
LATER = dt.date(2026, 8, 3)
TRAINING = Duty(kind=DutyKind.TRAINING, count=1, per=Per.HALF_YEAR, text="每半年培训1次")
INSPECTION = Duty(kind=DutyKind.INSPECTION, count=1, per=Per.QUARTER, text="每季度检查")
OTHER = Duty(kind=DutyKind.OTHER, count=2, per=Per.YEAR, text="每年调研2次")
TASK = a_task(PLAN, duties=(TRAINING, INSPECTION, OTHER))


def activity(kind: ActivityKind, day: dt.date = DAY, *tasks: str) -> Activity:
    return Activity(id=f"{kind}{day}{tasks}", kind=kind, date=day, title="活动", task_ids=tasks)


def days(duty: Duty, *activities: Activity, **more: object) -> tuple[dt.date, ...]:
    return meeting_days(duty, TASK, Recorded(activities=activities, **more))  # type: ignore[arg-type]


def test_every_duty_but_the_other_has_an_activity_of_its_name() -> None:
    for kind in DutyKind:
        found = activity_kind(kind)
        assert (found is None) == (kind is DutyKind.OTHER)
        assert found is None or found.value == kind.value


def test_an_activity_counts_for_its_kind_and_for_the_tasks_it_names() -> None:
    training = ActivityKind.TRAINING
    assert days(TRAINING, activity(training)) == (DAY,)
    assert days(TRAINING, activity(training, DAY, TASK.id, "x")) == (DAY,)
    assert days(TRAINING, activity(training, DAY, "another task")) == ()
    assert days(TRAINING, activity(ActivityKind.OPEN_DAY)) == ()
    assert days(INSPECTION, activity(training)) == ()


def test_looks_at_platforms_are_one_inspection_a_day() -> None:
    checks = tuple(
        PlatformCheck(id=str(n), platform_id=str(n), date=day)
        for n, day in enumerate((DAY, DAY, LATER))
    )
    assert days(INSPECTION, checks=checks) == (DAY, LATER)
    assert days(TRAINING, checks=checks) == ()


@pytest.mark.parametrize(
    ("text", "words", "counted"),
    [
        ("政务新媒体每季度检查1次。", "每季度检查1次", {"account"}),
        ("加强管理，每季度检查政府网站。", "每季度检查政府网站", {"site", "column"}),
        ("每季度检查网站栏目和公报", "每季度检查网站栏目和公报", {"site", "column", "gazette"}),
        (
            "管好政务新媒体，强化季度检查。",
            "季度检查",
            {"site", "column", "account", "gazette", "?"},
        ),
        ("另有所述。", "微信公众号季度检查", {"account"}),
    ],
)
def test_the_words_of_a_duty_say_which_platforms_count(
    text: str, words: str, counted: set[str]
) -> None:
    kinds = {
        "site": PlatformKind.WEBSITE,
        "column": PlatformKind.COLUMN,
        "account": PlatformKind.NEW_MEDIA,
        "gazette": PlatformKind.GAZETTE,
    }
    looks = {
        name: PlatformCheck(id=name, platform_id=name, date=DAY + dt.timedelta(days=n))
        for n, name in enumerate((*kinds, "?"))
    }
    duty = Duty(kind=DutyKind.INSPECTION, count=1, per=Per.QUARTER, text=words)
    recorded = Recorded(checks=tuple(looks.values()), platforms=kinds)
    found = meeting_days(duty, replace(TASK, text=text), recorded)
    assert {name for name, look in looks.items() if look.date in found} == counted


@pytest.mark.parametrize(
    ("finished", "counts"),
    [
        (None, ()),
        (dt.date(2026, 2, 9), (dt.date(2026, 2, 9),)),
        (dt.date(2026, 4, 9), (dt.date(2026, 3, 31),)),
    ],
)
def test_a_finished_self_inspection_counts_in_its_quarter(
    finished: dt.date | None, counts: tuple[dt.date, ...]
) -> None:
    inspection = SelfInspection(
        id="i",
        template="t",
        year=2026,
        quarter=1,
        started_on=dt.date(2026, 2, 1),
        finished_on=finished,
    )
    assert days(INSPECTION, inspections=(inspection,)) == counts


def test_what_nobody_has_a_record_for_is_met_by_the_tasks_own_work() -> None:
    work = (
        WorkRecord(id="1", task_id=TASK.id, date=LATER, text="调研"),
        WorkRecord(id="2", task_id="another", date=DAY, text="调研"),
    )
    exchange = activity(ActivityKind.EXCHANGE, DAY, TASK.id)
    assert days(OTHER, exchange, activity(ActivityKind.OTHER), work=work) == (DAY, LATER)
    assert days(TRAINING, work=work) == ()


@given(st.data())
def test_the_order_of_records_does_not_matter_and_each_period_needs_its_share(
    data: st.DataObject,
) -> None:
    per = data.draw(st.sampled_from(Per))
    count = data.draw(st.integers(1, 3))
    some = data.draw(st.lists(st.dates(dt.date(2025, 12, 1), dt.date(2027, 1, 31)), max_size=14))
    duty = Duty(kind=DutyKind.TRAINING, count=count, per=per, text="培训")
    task = a_task(PLAN, duties=(duty,))
    activities = [activity(ActivityKind.TRAINING, day) for day in some]
    recorded = of_year(Recorded(activities=tuple(activities)), 2026)
    ((one, met),) = duty_progress(task, 2026, recorded)
    shuffled = data.draw(st.permutations(activities))
    again = of_year(Recorded(activities=tuple(shuffled)), 2026)
    assert duty_progress(task, 2026, again) == ((one, met),)
    assert one == progress(duty, 2026, some)
    assert [each.date for each in met] == sorted(day for day in some if day.year == 2026)
    enough = [
        sum(first <= day <= last for day in some) >= count for first, last in periods_of(per, 2026)
    ]
    assert one.met == all(enough)
    assert one.done == sum(day.year == 2026 for day in some)
    assert one.late(dt.date(2027, 1, 1)) == (not one.met)
