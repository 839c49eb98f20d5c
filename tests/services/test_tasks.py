from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.dated_tasks import TaskCounts
from gongkai_desk.domain.plan import Attachment, Task, TaskStatus, WorkPlan, WorkRecord
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.services.desk import Desk
from tests.plans import SMALL, real_path

TODAY = dt.date(2026, 12, 10)


@pytest.fixture
def tasks(desk: Desk) -> list[Task]:
    """The three tasks of the small plan, imported."""
    desk.tasks.commit(desk.tasks.read_text(SMALL), TODAY)
    (plan,) = desk.tasks.plans()
    return desk.tasks.tasks(plan.id)


def created(changes: Changes, kind: type) -> str:
    (edit,) = changes.of(kind)
    return edit.record.id


def refusal_of(error: pytest.ExceptionInfo[DomainError]) -> str:
    return error.value.problems[0].code


def test_importing_is_one_write(desk: Desk) -> None:
    reading = desk.tasks.read_text(SMALL, name="要点.txt")
    changes = desk.tasks.commit(reading, TODAY)
    assert changes.operation == "import-plan"
    assert changes.touches(WorkPlan, Task)
    assert len(changes.edits) == 4
    (plan,) = desk.tasks.plans(2026)
    assert plan == replace(reading.plan, imported_on=TODAY)
    assert desk.tasks.tasks(plan.id) == list(reading.tasks)
    assert desk.tasks.plans(2025) == []
    assert any(backup.reason.value == "import" for backup in desk.maintenance.backups())
    desk.history.undo()
    assert desk.tasks.plans() == []


def test_a_real_document_survives_storing(desk: Desk) -> None:
    reading = desk.tasks.read_file(real_path("001"))
    desk.tasks.commit(reading, TODAY)
    (plan,) = desk.tasks.plans()
    assert desk.tasks.tasks(plan.id) == list(reading.tasks)


def test_the_same_plan_twice_is_refused(desk: Desk, tasks: list[Task]) -> None:
    with pytest.raises(DomainError) as error:
        desk.tasks.commit(desk.tasks.read_text(SMALL.replace("2026年", "2026 年 ")), TODAY)
    assert refusal_of(error) == "plan-already-imported"
    assert len(desk.tasks.plans()) == 1
    desk.tasks.remove_plan(tasks[0].plan_id)
    desk.tasks.commit(desk.tasks.read_text(SMALL), TODAY)


def test_ours_follows_the_names_of_the_office(desk: Desk, tasks: list[Task]) -> None:
    assert [task.ours for task in tasks] == [True, True, False]
    desk.office.save(
        replace(desk.office.get(), name="云海区财政局", short_name="", aliases=(), region="云海区")
    )
    desk.tasks.find_ours()
    assert desk.tasks.get(tasks[0].id).ours_because == "区财政局"


def test_changed_units_are_looked_at_anew(desk: Desk, tasks: list[Task]) -> None:
    desk.tasks.save(replace(tasks[2], responsible_units=("区司法局",)))
    assert desk.tasks.get(tasks[2].id).ours
    with pytest.raises(DomainError) as error:
        desk.tasks.save(replace(tasks[2], title=" "))
    assert refusal_of(error) == "plan-title-empty"


def test_status_keeps_the_day_it_was_done(desk: Desk, tasks: list[Task]) -> None:
    own = tasks[0].id
    desk.tasks.set_status(own, TaskStatus.DONE, TODAY)
    assert desk.tasks.get(own).done_on == TODAY
    desk.tasks.set_status(own, TaskStatus.IN_PROGRESS, TODAY)
    assert desk.tasks.get(own).done_on is None


def test_counts_for_the_home_page(desk: Desk, tasks: list[Task]) -> None:
    assert desk.tasks.counts(dt.date(2026, 3, 1)) == TaskCounts(open=2)
    assert desk.tasks.counts(TODAY) == TaskCounts(open=1, soon=1)
    assert desk.tasks.counts(dt.date(2027, 1, 1)) == TaskCounts(open=1, late=1)
    desk.tasks.set_status(tasks[0].id, TaskStatus.DONE, TODAY)
    assert desk.tasks.counts(TODAY) == TaskCounts(open=1, done=1)


def test_records_and_their_attachments(desk: Desk, tasks: list[Task], tmp_path: Path) -> None:
    own = tasks[0].id
    later = created(desk.tasks.add_record(own, TODAY, " 已公开 "), WorkRecord)
    earlier = created(desk.tasks.add_record(own, dt.date(2026, 3, 1), "已布置"), WorkRecord)
    assert [(r.id, r.text) for r in desk.tasks.records(own)] == [
        (earlier, "已布置"),
        (later, "已公开"),
    ]
    file = tmp_path / "会议 纪要.bin"
    file.write_bytes(b"\0minutes")
    attached = created(desk.tasks.attach(later, file, TODAY), Attachment)
    assert [attachment.name for attachment in desk.tasks.attachments(later)] == ["会议 纪要.bin"]
    assert desk.tasks.content(attached) == b"\0minutes"
    desk.tasks.save_record(replace(desk.tasks.records(own)[0], text="已部署"))
    desk.tasks.remove_record(later)
    assert [record.text for record in desk.tasks.records(own)] == ["已部署"]
    assert desk.tasks.attachments(later) == []
    desk.history.undo()
    assert desk.tasks.content(attached) == b"\0minutes"
    desk.tasks.remove_attachment(attached)
    assert desk.tasks.attachments(later) == []
    with pytest.raises(DomainError) as error:
        desk.tasks.add_record(own, TODAY, "  ")
    assert refusal_of(error) == "work-record-empty"


def test_a_plan_goes_with_everything_on_it(desk: Desk, tasks: list[Task], tmp_path: Path) -> None:
    record = created(desk.tasks.add_record(tasks[0].id, TODAY, "已公开"), WorkRecord)
    file = tmp_path / "a.txt"
    file.write_text("a", "utf-8")
    desk.tasks.attach(record, file, TODAY)
    changes = desk.tasks.remove_plan(tasks[0].plan_id)
    assert len(changes.edits) == 6
    assert desk.tasks.plans() == []
    desk.history.undo()
    assert len(desk.tasks.tasks(tasks[0].plan_id)) == 3
