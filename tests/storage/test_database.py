from __future__ import annotations

import hashlib
import threading
from dataclasses import replace

import pytest
from sqlalchemy.exc import DBAPIError

from gongkai_desk.domain.changes import Changes, Edit
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import Attachment, Task
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.storage.connection import SETTINGS, pragma
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.errors import (
    DiskFull,
    OfficeFileDamaged,
    OfficeFileReadOnly,
    RecordChanged,
    RecordConflict,
    RecordMissing,
)
from gongkai_desk.storage.schema import APPLICATION_ID, VERSION
from tests.builders import (
    a_plan,
    a_request,
    a_task,
    a_work_record,
    an_attachment,
    an_event,
    an_office,
)


def put(database: Database, *records: object) -> Changes:
    with database.write("test") as work:
        for record in records:
            work.put(record)  # type: ignore[arg-type]
    return work.changes


def test_every_setting_is_in_force(database: Database) -> None:
    with database.connection() as connection:
        found = {name: pragma(connection, name) for name in SETTINGS}
        assert found == {name: expected for name, (_, expected) in SETTINGS.items()}
        assert pragma(connection, "locking_mode") == "exclusive"
        assert pragma(connection, "application_id") == APPLICATION_ID
        assert pragma(connection, "user_version") == VERSION


def test_what_was_put_is_read_again_after_reopening(database: Database) -> None:
    request, plan = a_request(), a_plan()
    event, task = an_event(request), a_task(plan)
    put(database, request, event, plan, task)
    database.close()
    with Database.open(database.path) as again:
        assert again.get(Request, request.id) == request
        assert again.get(RequestEvent, event.id) == event
        assert again.get(Task, task.id) == task


def test_reading_takes_equal_fields_in_the_order_of_entry(database: Database) -> None:
    first, second = a_request(id="z", handler="法制科"), a_request(id="a", handler="法制科")
    put(database, first, a_request(handler="办公室"), second)
    put(database, replace(first, note="补充"))
    assert [request.id for request in database.read(Request, handler="法制科")] == ["z", "a"]


def test_a_write_yields_what_it_touched(database: Database) -> None:
    request = a_request()
    created = put(database, request)
    renamed = replace(request, subject="另一事项")
    changed = put(database, renamed)
    assert created.edits == (Edit(None, request),)
    assert changed.edits == (Edit(request, renamed),)
    assert changed.operation == "test"
    assert changed.touches(Request)
    assert not changed.touches(Office)


def test_the_journal_says_who_what_and_how(database: Database) -> None:
    request = a_request()
    with database.write("add-request", actor="周敏") as work:
        work.put(request)
    (entry,) = database.journal(action=work.changes.action)
    assert (entry.who, entry.operation) == ("周敏", "add-request")
    assert (entry.kind, entry.record_id, entry.before) == ("request", request.id, None)
    assert entry.after is not None
    assert entry.after["subject"] == request.subject
    assert entry.at.utcoffset() is not None


def test_putting_the_same_again_leaves_no_trace(database: Database) -> None:
    request = a_request()
    put(database, request)
    before = database.journal()
    assert not put(database, request)
    assert database.journal() == before


def put_and_fail(database: Database) -> None:
    with database.write("test") as work:
        work.put(a_request())
        work.remove(a_request())


def test_an_error_in_the_block_changes_nothing(database: Database) -> None:
    before = database.journal()
    with pytest.raises(RecordMissing):
        put_and_fail(database)
    assert database.read(Request) == []
    assert database.journal() == before
    assert put(database, a_request())


def test_a_reference_to_nothing_is_refused_and_changes_nothing(database: Database) -> None:
    before = database.journal()
    with pytest.raises(RecordConflict):
        put(database, an_event("nobody"))
    assert database.read(RequestEvent) == []
    assert database.journal() == before
    assert put(database, a_request())


def test_a_number_is_given_once(database: Database) -> None:
    put(database, a_request(number="2026-001"))
    with pytest.raises(RecordConflict):
        put(database, a_request(number="2026-001"))
    assert len(database.read(Request)) == 1


def test_the_order_inside_a_write_does_not_matter(database: Database) -> None:
    request = a_request()
    put(database, an_event(request), request)
    assert len(database.read(RequestEvent, request_id=request.id)) == 1


def test_removing_what_is_not_there_is_refused(database: Database) -> None:
    with pytest.raises(RecordMissing), database.write("test") as work:
        work.remove(a_request())


def test_replaying_over_a_later_change_is_refused(database: Database) -> None:
    request = a_request()
    created = put(database, request)
    put(database, replace(request, note="后来"))
    with pytest.raises(RecordChanged), database.write("undo") as work:
        work.replay(created.inverse.edits[0])
    assert database.get(Request, request.id).note == "后来"


def test_the_journal_can_only_grow(database: Database) -> None:
    for statement in ("UPDATE journal SET who = 'x'", "DELETE FROM journal"):
        with database.connection() as connection, pytest.raises(DBAPIError, match="append-only"):
            connection.exec_driver_sql(statement)


def test_attachments_keep_their_bytes_and_leave_them_when_swept(database: Database) -> None:
    data = "签到表".encode()
    plan = a_plan()
    task = a_task(plan)
    record = a_work_record(task)
    attachment = an_attachment(record.id, data)
    with database.write("attach") as work:
        for each in (plan, task, record):
            work.put(each)
        work.attach(attachment, data)
    database.sweep()
    assert database.content(attachment.id) == data
    with database.write("detach") as work:
        work.remove(attachment)
    with database.write("undo") as work:
        work.replay(Edit(None, attachment))
    assert database.content(attachment.id) == data
    with database.write("detach") as work:
        work.remove(attachment)
    database.sweep()
    with database.connection() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM content").scalar() == 0


def test_an_attachment_must_describe_its_bytes(database: Database) -> None:
    with pytest.raises(ValueError, match="describe"), database.write("attach") as work:
        work.attach(an_attachment("x", b"one"), b"two")
    assert database.read(Attachment) == []


def test_removed_bytes_are_gone_from_the_file(database: Database) -> None:
    data = b"NOBODY-MUST-FIND-THIS" * 500
    with database.write("attach") as work:
        work.attach(an_attachment("owner", data), data)
    with database.write("detach") as work:
        work.remove(database.read(Attachment)[0])
    database.sweep()
    database.close()
    assert b"NOBODY-MUST-FIND-THIS" not in database.path.read_bytes()


def test_a_full_disk_changes_nothing_and_says_so(database: Database) -> None:
    with database.connection() as connection:
        pages = pragma(connection, "page_count")
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    before = database.journal()
    data = b"x" * 100_000
    with pytest.raises(DiskFull), database.write("attach") as work:
        work.attach(an_attachment("owner", data), data)
    assert database.journal() == before
    with database.connection() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    assert put(database, a_request())


def test_a_read_only_file_changes_nothing_and_says_so(database: Database) -> None:
    with database.connection() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    with pytest.raises(OfficeFileReadOnly):
        put(database, a_request())
    assert database.read(Request) == []


def test_a_row_no_record_can_hold_is_named(database: Database) -> None:
    put(database, a_request(id="r1"))
    with database.connection() as connection:
        connection.exec_driver_sql("UPDATE request SET channel = 'pigeon'")
    with pytest.raises(OfficeFileDamaged) as caught:
        database.read(Request)
    assert caught.value.problems[0].values["detail"] == "request r1"


def test_a_commit_that_complains_though_it_stored_is_no_failure(database: Database) -> None:
    request = a_request()
    with database.write("test") as work:
        work.put(request)
        with database.connection() as connection:
            # The next COMMIT finds nothing to commit and complains, as after a failed fsync.
            original = connection.exec_driver_sql

            def complain(statement: str) -> object:
                if statement == "COMMIT":
                    original(statement)
                return original(statement)

            connection.exec_driver_sql = complain  # type: ignore[method-assign,assignment]
    del connection.exec_driver_sql
    assert work.changes.edits == (Edit(None, request),)
    assert database.get(Request, request.id) == request


def test_a_write_inside_a_write_is_a_bug(database: Database) -> None:
    with database.write("outer") as work:
        with pytest.raises(RuntimeError), database.write("inner"):
            pass
        work.put(a_request())
    assert len(database.read(Request)) == 1


def test_committed_writes_are_told_and_others_are_not(database: Database) -> None:
    heard: list[Changes] = []
    database.committed.append(heard.append)
    changes = put(database, a_request())
    put(database)
    with pytest.raises(RecordConflict):
        put(database, an_event("nobody"))
    assert heard == [changes]


def test_readers_in_another_thread_never_see_half_a_write(database: Database) -> None:
    seen: list[int] = []
    reader = threading.Thread(target=lambda: seen.append(len(database.read(Request))))
    with database.write("test") as work:
        work.put(a_request())
        reader.start()
        work.put(a_request())
    reader.join()
    assert seen == [2]


def test_same_bytes_are_kept_once(database: Database) -> None:
    data = b"same"
    with database.write("attach") as work:
        work.attach(an_attachment("a", data), data)
        work.attach(an_attachment("b", data), data)
    with database.connection() as connection:
        kept = connection.exec_driver_sql("SELECT sha256 FROM content").scalars().all()
    assert kept == [hashlib.sha256(data).hexdigest()]


def test_the_office_is_a_record_like_any_other(database: Database) -> None:
    assert database.read(Office) == [an_office()]
