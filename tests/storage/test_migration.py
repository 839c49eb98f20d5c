from __future__ import annotations

import compileall
import datetime as dt
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import Task, WorkPlan
from gongkai_desk.domain.report import Previous, Proactive, ReportDraft, Texts
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.storage import backup, checking, connection, database, migration
from gongkai_desk.storage.connection import connect, disconnect, pragma
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.rows import json_text, plain_of
from gongkai_desk.storage.schema import APPLICATION_ID, VERSION, metadata

STORED = Path(__file__).parent / "versions"

NEXT = VERSION + 1
GOOD = f"""
from alembic import op
import sqlalchemy as sa
revision = "{NEXT:04}"
down_revision = "{VERSION:04}"
def upgrade():
    with op.batch_alter_table("request") as table:
        table.add_column(sa.Column("urgent", sa.Integer(), nullable=False, server_default="1"))
"""
BAD = GOOD + '    op.execute("INSERT INTO nowhere VALUES (1)")\n'


def definitions(link: Connection) -> dict[str, str]:
    rows = link.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: re.sub(r"\s+", " ", sql) for name, sql in rows if name != "alembic_version"}


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that knows the next version: its revisions may be put into this folder."""
    folder = tmp_path / "migrations"
    shutil.copytree(migration.SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migration.upgrade, "__kwdefaults__", {"scripts": folder})
    for module in (connection, database, migration):
        monkeypatch.setattr(module, "VERSION", NEXT)
    return folder / "versions"


def test_the_revisions_make_the_tables_of_the_records(tmp_path: Path) -> None:
    migrated, fresh = connect(tmp_path / "a.db", mode="rwc"), connect(tmp_path / "b.db", mode="rwc")
    migration.migrate(migrated, tmp_path / "a.db", version=VERSION)
    metadata.create_all(fresh)
    assert definitions(migrated) == definitions(fresh)
    assert pragma(migrated, "user_version") == VERSION
    disconnect(migrated)
    disconnect(fresh)


def test_the_newest_revision_is_the_version_of_the_schema() -> None:
    newest = max(path.name for path in (migration.SCRIPTS / "versions").glob("[0-9]*.py"))
    assert newest.startswith(f"{VERSION:04}_")


@pytest.mark.parametrize("dump", sorted(STORED.glob("*.sql")), ids=lambda path: path.stem)
def test_the_files_of_every_version_open_with_all_they_hold(dump: Path, tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    with closing(sqlite3.connect(path)) as old:
        old.executescript(dump.read_text("utf-8"))
        old.execute(f"PRAGMA application_id={APPLICATION_ID}")
        old.execute(f"PRAGMA user_version={int(dump.stem)}")
    with Database.open(path) as opened:
        assert opened.get(Office, "office").name == "威宁市云海区司法局"
        (request,) = opened.read(Request)
        assert request.applicant.name == "林知远"
        assert len(opened.read(RequestEvent, request_id=request.id)) == 1
        (plan,) = opened.read(WorkPlan)
        assert len(opened.read(Task, plan_id=plan.id)) == 1
        assert checking.check(opened) == []
        for asked in ("林知远", "lzy", "知远"):
            assert opened.search(asked) == {request.id}, "the index is made when it is missing"
        assert opened.search("没有这个词") == set()


def test_numbers_typed_into_table_four_become_overrides(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    with closing(sqlite3.connect(path)) as old:
        old.executescript((STORED / "3.sql").read_text("utf-8"))
        old.execute(f"PRAGMA application_id={APPLICATION_ID}")
        old.execute("PRAGMA user_version=3")
        typed = '{"reconsideration":[1,0,0,2,3],"litigation_direct":[0,0,0,0,0],'
        typed += '"litigation_after":[0,0,0,0,0]}'
        draft = ("report-2025", 2025, json_text(plain_of(Proactive())), typed,
                 json_text(plain_of(Previous())), json_text(plain_of(Texts(other="无其他"))),
                 "table4", "2026-01-08")  # fmt: skip
        old.execute("INSERT INTO report_draft VALUES (?, ?, ?, ?, ?, ?, ?, ?)", draft)
        old.execute(
            "INSERT INTO journal (action, at, who, operation, kind, record_id, after) VALUES "
            "('a', '2026-01-08T00:00:00+00:00', '', 'save-report', 'report_draft', 'report-2025', "
            "'{}')"
        )
        old.commit()
    with Database.open(path) as opened:
        assert checking.check(opened) == []
        (kept,) = opened.read(ReportDraft)
    cells = [(one.row, one.column, one.number, one.made_on) for one in kept.overrides]
    on = dt.date(2026, 1, 8)
    assert cells == [("reconsideration", 0, 1, on), ("reconsideration", 3, 2, on)]
    assert (kept.texts.other, kept.step, kept.correcting) == ("无其他", "table4", "")


def test_every_version_has_a_stored_file() -> None:
    assert {int(path.stem) for path in STORED.glob("*.sql")} == set(range(1, VERSION + 1))


def test_an_older_file_is_backed_up_and_brought_up(office_file: Path, scripts: Path) -> None:
    (scripts / f"{NEXT:04}_urgent.py").write_text(GOOD)
    with Database.open(office_file) as opened, opened.connection() as link:
        assert pragma(link, "user_version") == NEXT
        assert pragma(link, "foreign_keys") == 1
        assert "urgent" in definitions(link)["request"]
        assert (
            link.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == f"{NEXT:04}"
        )
    (kept,) = backup.listing(office_file)
    assert kept.reason == "migration"
    with closing(sqlite3.connect(backup.folder_of(office_file) / kept.name)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_a_revision_that_fails_changes_nothing(office_file: Path, scripts: Path) -> None:
    (scripts / f"{NEXT:04}_bad.py").write_text(BAD)
    with closing(sqlite3.connect(office_file)) as before:
        dump = list(before.iterdump())
    with pytest.raises(DBAPIError):
        Database.open(office_file)
    with closing(sqlite3.connect(office_file)) as after:
        assert list(after.iterdump()) == dump
        assert after.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_migrating_says_nothing(
    office_file: Path, scripts: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (scripts / f"{NEXT:04}_urgent.py").write_text(GOOD)
    Database.open(office_file).close()
    assert capfd.readouterr() == ("", "")


def test_a_frozen_program_migrates_with_compiled_revisions(tmp_path: Path, scripts: Path) -> None:
    assert compileall.compile_dir(scripts.parent, quiet=1, legacy=True)
    for source in scripts.parent.rglob("*.py"):
        source.unlink()
    path = tmp_path / "office.db"
    link = connect(path, mode="rwc")
    migration.migrate(link, path, version=1, scripts=scripts.parent)
    assert "request" in definitions(link)
    disconnect(link)
