from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.backups import DAILY, MONTHLY, RECENT, WEEKLY, BackupReason, keep
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.request import Request
from gongkai_desk.storage import backup
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.errors import (
    BackupBroken,
    NotAnOfficeFile,
    OfficeFileDamaged,
    OfficeFileExists,
    OfficeFileIsFolder,
    OfficeFileMissing,
    OfficeFileNewer,
    StorageError,
)
from tests.builders import a_request, an_office

moments = st.lists(
    st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2027, 1, 1)),  # noqa: DTZ001
    max_size=120,
)


@given(moments)
def test_the_newest_always_stay(taken: list[dt.datetime]) -> None:
    assert set(sorted(set(taken), reverse=True)[:RECENT]) <= keep(taken)


@given(moments)
def test_only_what_was_there_stays_and_not_too_much(taken: list[dt.datetime]) -> None:
    kept = keep(taken)
    assert kept <= set(taken)
    assert len(kept) <= RECENT + DAILY + WEEKLY + MONTHLY


@given(moments)
def test_every_recent_day_keeps_its_last(taken: list[dt.datetime]) -> None:
    days = sorted({time.date() for time in taken}, reverse=True)[:DAILY]
    assert {max(time for time in taken if time.date() == day) for day in days} <= keep(taken)


@given(moments)
def test_thinning_again_changes_nothing(taken: list[dt.datetime]) -> None:
    assert keep(keep(taken)) == keep(taken)


@given(moments)
def test_thinning_after_every_backup_keeps_the_months(taken: list[dt.datetime]) -> None:
    folder: set[dt.datetime] = set()
    for time in sorted(taken):
        folder = keep(folder | {time})
    months = sorted({(time.year, time.month) for time in taken}, reverse=True)[:MONTHLY]
    assert set(months) <= {(time.year, time.month) for time in folder}


def test_a_year_of_daily_work_leaves_what_the_rule_says() -> None:
    start = dt.datetime(2026, 1, 1, 18)  # noqa: DTZ001
    taken = [start + dt.timedelta(days=day) for day in range(365)]
    kept = keep(taken)
    assert len({(time.year, time.month) for time in kept}) == 12
    assert {start + dt.timedelta(days=day) for day in range(335, 365)} <= kept
    assert len(kept) == 48  # 30 days, 7 more weeks, 11 more months


def copy_of(database: Database, target: Path) -> Path:
    with database.connection() as connection:
        backup.copy_out(connection, target)
    return target


def test_a_copy_holds_everything_and_leaves_no_crumbs(database: Database, tmp_path: Path) -> None:
    request = a_request()
    with database.write("test") as work:
        work.put(request)
    target = copy_of(database, tmp_path / "副本 一.db")
    assert not list(tmp_path.glob(".*.part"))
    with Database.open(target) as copy:
        assert copy.get(Request, request.id) == request


def test_the_lock_is_still_ours_after_a_copy(database: Database, tmp_path: Path) -> None:
    copy_of(database, tmp_path / "copy.db")
    with (
        closing(sqlite3.connect(database.path, timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("SELECT * FROM office")


def test_a_copy_into_nowhere_is_refused(database: Database, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        copy_of(database, tmp_path / "none" / "copy.db")
    with pytest.raises(OfficeFileIsFolder):
        copy_of(database, tmp_path)


def test_backups_are_listed_newest_first_with_their_reason(database: Database) -> None:
    for reason in (BackupReason.IMPORT, BackupReason.CLOSE):
        with database.connection() as connection:
            path = backup.keep_copy(connection, database.path, reason)
        assert path.parent == backup.folder_of(database.path)
    (backup.folder_of(database.path) / "notes.txt").write_text("none of ours")
    found = backup.listing(database.path)
    assert {each.reason for each in found} == {BackupReason.IMPORT, BackupReason.CLOSE}
    assert all(database.last_action().startswith(each.action) for each in found)


def test_old_backups_are_thinned(database: Database) -> None:
    folder = backup.folder_of(database.path)
    folder.mkdir()
    for hour in range(24):
        (folder / f"20260105-{hour:02}0000-close-aaaa.db").touch()
    with database.connection() as connection:
        backup.keep_copy(connection, database.path, BackupReason.CLOSE)
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == RECENT
    assert names[0].startswith("20260105-13")


def test_what_restores_set_aside_displaces_no_verified_copy(database: Database) -> None:
    folder = backup.folder_of(database.path)
    folder.mkdir()
    good = folder / "20260105-080000-close-aaaa.db"
    good.touch()
    for hour in range(9, 23):
        (folder / f"20260105-{hour:02}0000-restore-.db").touch()
        (folder / f"20260105-{hour:02}0000-restore-.db-journal").touch()
    with database.connection() as connection:
        backup.keep_copy(connection, database.path, BackupReason.CLOSE)
    assert good.exists()
    aside = sorted(path.name for path in folder.glob("*-restore-*"))
    assert len(aside) == 2 * RECENT
    assert aside[0].startswith("20260105-11")


def test_a_damaged_backup_is_refused_and_nothing_happens(
    database: Database, tmp_path: Path
) -> None:
    with database.write("fill") as work:
        for _ in range(40):
            work.put(a_request(description="内容描述" * 200))
    target = copy_of(database, tmp_path / "copy.db")
    whole = bytearray(target.read_bytes())
    whole[4096 * 3 : -4096] = bytes(len(whole) - 4096 * 4)
    target.write_bytes(whole)
    with pytest.raises((BackupBroken, OfficeFileDamaged)):
        database.restore(target)
    assert len(database.read(Request)) == 40


def test_what_is_no_backup_is_refused(database: Database, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("no backup" * 200)
    for file, kind in (
        (text, NotAnOfficeFile),
        (tmp_path, OfficeFileIsFolder),
        (tmp_path / "none.db", OfficeFileMissing),
    ):
        with pytest.raises(kind):
            database.restore(file)
    newer = copy_of(database, tmp_path / "newer.db")
    with closing(sqlite3.connect(newer)) as other:
        other.execute("PRAGMA user_version=99")
    with pytest.raises(OfficeFileNewer):
        database.restore(newer)
    assert database.get(Office, "office") == an_office()


def test_restoring_brings_the_old_back_and_sets_the_new_aside(
    database: Database, tmp_path: Path
) -> None:
    target = copy_of(database, tmp_path / "copy.db")
    with database.write("test") as work:
        work.put(a_request(id="later"))
    database.restore(target)
    assert database.read(Request) == []
    with database.write("test") as work:
        work.put(a_request(id="afterwards"))
    (aside,) = backup.listing(database.path)
    assert aside.reason is BackupReason.RESTORE
    with Database.open(backup.folder_of(database.path) / aside.name) as old:
        assert old.get(Request, "later").id == "later"


def test_the_journal_of_a_crash_is_not_played_into_a_restored_file(
    office_file: Path, tmp_path: Path
) -> None:
    with Database.open(office_file) as database:
        good = copy_of(database, tmp_path / "copy.db")
    office_file.write_bytes(b"")
    left = office_file.with_name(f"{office_file.name}-journal")
    left.write_bytes(b"leftover")
    backup.put_in_place(good, office_file)
    assert not left.exists()
    with Database.open(office_file) as database:
        assert database.get(Office, "office") == an_office()


def test_an_existing_file_is_never_the_target(office_file: Path, tmp_path: Path) -> None:
    with pytest.raises(OfficeFileExists):
        backup.refuse_existing(office_file)
    with pytest.raises(OfficeFileIsFolder):
        backup.refuse_existing(tmp_path)
    backup.refuse_existing(tmp_path / "free.db")
