from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.duty_records import Recorded
from gongkai_desk.domain.plan import Deadline, DeadlineKind, Duty, DutyKind, Per, Task, TaskStatus
from gongkai_desk.domain.task_overview import Signal, duty_days, late_tasks, overview
from gongkai_desk.domain.urging import answer_by, reminders, to_urge
from gongkai_desk.services.bundled_calendar import bundled_calendar
from tests.builders import a_plan, a_task, a_work_record, an_office

TODAY = dt.date(2026, 9, 15)
PLAN = a_plan()


def due(month: int, day: int, **values: object) -> Task:
    deadline = Deadline(kind=DeadlineKind.BY_DATE, date=dt.date(2026, month, day))
    return a_task(PLAN, deadline=deadline, **values)


def an_activity(kind: ActivityKind, day: dt.date, *tasks: Task) -> Activity:
    return Activity(
        id=f"{kind}-{day}", kind=kind, date=day, title="一次", task_ids=tuple(t.id for t in tasks)
    )


def no_days(_duty: Duty, _tasks: Sequence[Task]) -> list[dt.date]:
    return []


def a_duty(kind: DutyKind, count: int, per: Per, *, applies: bool = True) -> Duty:
    return Duty(kind=kind, count=count, per=per, text="每年至少1次", applies=applies)


def test_sections_late_and_next() -> None:
    late, later = due(8, 1, path=("一、甲",)), due(6, 30, path=("一、甲",))
    soon = due(9, 30, path=("二、乙",))
    far = due(12, 31, path=("二、乙",))
    done = due(3, 1, path=("二、乙",), status=TaskStatus.DONE)
    undated = a_task(PLAN, path=("三、丙",))
    found = overview(PLAN, [late, later, soon, far, done, undated], no_days, TODAY)
    assert [(s.section, s.total, s.done, s.late, s.soon, s.signal) for s in found.sections] == [
        ("一、甲", 2, 0, 2, 0, Signal.RED),
        ("二、乙", 3, 1, 0, 1, Signal.AMBER),
        ("三、丙", 1, 0, 0, 0, Signal.GREEN),
    ]
    assert [(one.task, one.days) for one in found.late] == [(later, -77), (late, -45)]
    assert [one.task for one in found.next] == [soon, far]
    assert (found.total.total, found.total.done, found.total.late, found.total.soon) == (6, 1, 2, 1)


def test_duties_are_counted_from_records() -> None:
    training = a_duty(DutyKind.TRAINING, 1, Per.YEAR)
    seats = a_duty(DutyKind.MEETING_SEATS, 1, Per.HALF_YEAR)
    other = a_duty(DutyKind.OTHER, 1, Per.QUARTER)
    not_us = a_duty(DutyKind.INSPECTION, 1, Per.QUARTER, applies=False)
    one = a_task(PLAN, duties=(training, seats))
    two = a_task(PLAN, duties=(training, other, not_us))
    done = [
        an_activity(ActivityKind.TRAINING, dt.date(2026, 3, 1)),
        an_activity(ActivityKind.MEETING_SEATS, dt.date(2026, 8, 1)),
        an_activity(ActivityKind.TRAINING, dt.date(2025, 3, 1)),
    ]
    found = overview(
        PLAN, [one, two], lambda d, t: duty_days(d, t, Recorded(activities=tuple(done))), TODAY
    ).duties
    assert [
        (d.progress.duty.kind, d.tasks, d.progress.met, d.counted, d.signal) for d in found
    ] == [
        (DutyKind.TRAINING, (one, two), True, True, Signal.GREEN),
        (DutyKind.MEETING_SEATS, (one,), False, True, Signal.RED),
        (DutyKind.OTHER, (two,), False, False, Signal.RED),
    ]


def test_a_duty_of_no_kind_is_met_by_what_is_linked_to_its_task() -> None:
    task, other = a_task(PLAN), a_task(PLAN)
    linked = an_activity(ActivityKind.OTHER, dt.date(2026, 2, 2), task)
    strange = an_activity(ActivityKind.OTHER, dt.date(2026, 3, 3), other)
    duty = a_duty(DutyKind.OTHER, 1, Per.YEAR)
    work = [a_work_record(task), a_work_record(other)]
    assert duty_days(
        duty, [task], Recorded(activities=(strange, linked), work=tuple(work))
    ) == [
        dt.date(2026, 2, 2), dt.date(2026, 5, 8)
    ]  # fmt: skip


def test_an_activity_that_names_tasks_counts_for_these_alone() -> None:
    task, other = a_task(PLAN), a_task(PLAN)
    named = an_activity(ActivityKind.TRAINING, dt.date(2026, 2, 2), other)
    free = an_activity(ActivityKind.TRAINING, dt.date(2026, 3, 3))
    duty = a_duty(DutyKind.TRAINING, 1, Per.YEAR)
    assert duty_days(duty, [task], Recorded(activities=(named, free))) == [dt.date(2026, 3, 3)]


def test_two_of_one_day_and_name_are_two_and_one_for_two_tasks_is_one() -> None:
    duty = a_duty(DutyKind.OPEN_DAY, 2, Per.YEAR)
    tasks = [a_task(PLAN, duties=(duty,)), a_task(PLAN, duties=(duty,))]
    day = dt.date(2026, 3, 3)
    morning = an_activity(ActivityKind.OPEN_DAY, day)
    both = (morning, replace(morning, id="下午"))
    assert duty_days(duty, tasks, Recorded(activities=both)) == [day, day]


def test_every_kind_of_duty_has_a_kind_of_activity() -> None:
    kinds = {kind.value for kind in ActivityKind}
    assert {kind.value for kind in DutyKind} <= kinds


def test_who_is_urged() -> None:
    theirs = due(8, 1, responsible_units=("区教育局", "教育局", "区司法局"))
    own = due(7, 1, responsible_units=("区司法局",), ours_found=True, owner="张三")
    nobody = due(6, 1, responsible_units=("区司法局",), ours_found=True)
    late = late_tasks([theirs, own, nobody], 2026, TODAY)
    found = to_urge(late, an_office())
    assert [(each.unit, [one.task for one in each.late]) for each in found] == [
        ("区司法局", [nobody]),
        ("张三", [own]),
        ("区教育局", [theirs]),
    ]
    made = reminders(found, TODAY, dt.date(2026, 9, 22), "请抓紧")
    assert [(one.unit, one.task_id, one.way) for one in made] == [
        ("区司法局", nobody.id, "督办单"),
        ("张三", own.id, "督办单"),
        ("区教育局", theirs.id, "督办单"),
    ]


def test_five_working_days_to_answer() -> None:
    # 2026-09-30 is a Wednesday; 1 to 7 October are off, 10 October is worked (notice of 2026)
    assert answer_by(dt.date(2026, 9, 15), bundled_calendar()) == dt.date(2026, 9, 21)
