from __future__ import annotations

import pytest

from gongkai_desk.storage import backup
from gongkai_desk.storage.checking import check
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.errors import OfficeFileDamaged
from gongkai_desk.texts import sentence
from tests.builders import a_request, an_attachment, an_event

FORGED = """INSERT INTO request_event
SELECT 'e2', request_id, date, kind, argument, note, actor, voided_on, voided_because,
    approved_by, until
FROM request_event"""


@pytest.fixture
def filled(database: Database) -> Database:
    request = a_request(id="r1")
    with database.write("fill") as work:
        work.put(request)
        work.put(an_event(request, id="e1"))
        work.attach(an_attachment(request.id, b"data"), b"data")
    return database


def test_a_sound_file_has_no_problems(filled: Database) -> None:
    assert check(filled) == []


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("UPDATE request SET subject = 'x'", "journal-record-differs"),
        ("UPDATE request SET received = '2026-99-01'", "journal-record-unreadable"),
        ("UPDATE request SET applicant = '{'", "journal-record-unreadable"),
        ("UPDATE request SET applicant = '[]'", "journal-record-unreadable"),
        ("DELETE FROM request_event", "journal-record-lost"),
        (FORGED, "journal-record-unknown"),
        ("UPDATE content SET bytes = x'00'", "content-altered"),
        ("PRAGMA foreign_keys=OFF; DELETE FROM request", "integrity-fault"),
    ],
)
def test_damage_that_sqlite_may_not_see_is_found(filled: Database, damage: str, code: str) -> None:
    with filled.connection() as connection:
        for statement in damage.split("; "):
            connection.exec_driver_sql(statement)
    problems = check(filled)
    assert [problem.code for problem in problems] == [code]
    assert "{" not in sentence(problems[0])


def test_broken_pages_are_found_and_no_backup_is_made_of_them(filled: Database) -> None:
    with filled.write("fill") as work:
        for _ in range(60):
            work.put(a_request(description="内容描述" * 300))
    filled.close()
    whole = bytearray(filled.path.read_bytes())
    start = whole.find("内容描述".encode() * 20)
    assert start > 0
    whole[start // 4096 * 4096 : (start // 4096 + 1) * 4096] = bytes(4096)
    filled.path.write_bytes(whole)
    with Database.open(filled.path) as damaged:
        assert {problem.code for problem in check(damaged)} == {"integrity-fault"}
        with damaged.connection() as connection, pytest.raises(OfficeFileDamaged):
            backup.copy_out(connection, filled.path.with_name("copy.db"))
    assert not filled.path.with_name("copy.db").exists()
