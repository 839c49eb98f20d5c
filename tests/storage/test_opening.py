from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from gongkai_desk.domain.office import Office
from gongkai_desk.storage import connection, lock
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.errors import (
    NotAnOfficeFile,
    OfficeFileDamaged,
    OfficeFileEmpty,
    OfficeFileExists,
    OfficeFileForbidden,
    OfficeFileHeld,
    OfficeFileIsFolder,
    OfficeFileLocked,
    OfficeFileMissing,
    OfficeFileNewer,
    SettingRefused,
    StorageError,
)
from gongkai_desk.texts import sentence
from tests.builders import an_office

HOLD = """
import sys
from pathlib import Path
from gongkai_desk.storage.database import Database
with Database.open(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def refused(path: Path, kind: type[StorageError]) -> StorageError:
    with pytest.raises(kind) as caught:
        Database.open(path)
    assert type(caught.value) is kind
    assert str(path) in sentence(caught.value.problems[0])
    return caught.value


def test_a_missing_file(tmp_path: Path) -> None:
    refused(tmp_path / "无.db", OfficeFileMissing)
    assert list(tmp_path.iterdir()) == []


def test_a_folder(tmp_path: Path) -> None:
    refused(tmp_path, OfficeFileIsFolder)


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    refused(path, OfficeFileEmpty)
    assert path.stat().st_size == 0


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "工作要点.txt"
    path.write_text("2026年政务公开工作要点\n" * 200, "utf-8")
    before = path.read_bytes()
    refused(path, NotAnOfficeFile)
    assert path.read_bytes() == before


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE t (x)")
    before = path.read_bytes()
    refused(path, NotAnOfficeFile)
    assert path.read_bytes() == before


def test_a_newer_file_is_left_unharmed(office_file: Path) -> None:
    with closing(sqlite3.connect(office_file)) as other:
        other.execute("PRAGMA user_version=99")
    before = office_file.read_bytes()
    error = refused(office_file, OfficeFileNewer)
    assert error.problems[0].values["found"] == 99
    assert office_file.read_bytes() == before


def test_a_truncated_file(office_file: Path) -> None:
    whole = office_file.read_bytes()
    office_file.write_bytes(whole[:5000])
    with pytest.raises(OfficeFileDamaged), Database.open(office_file) as database:
        database.get(Office, "office")


def test_a_path_through_a_file(office_file: Path) -> None:
    with pytest.raises(StorageError):
        Database.open(office_file / "office.db")


def test_creating_over_a_file_is_refused(office_file: Path) -> None:
    before = office_file.read_bytes()
    with pytest.raises(OfficeFileExists):
        Database.create(office_file, an_office(name="另一单位"))
    assert office_file.read_bytes() == before


def test_creating_makes_missing_folders_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "新 文件夹" / "office.db"
    Database.create(path, an_office()).close()
    assert [file.name for file in path.parent.iterdir()] == ["office.db"]


def test_creating_where_no_folder_can_be(office_file: Path) -> None:
    with pytest.raises((OfficeFileExists, OfficeFileForbidden)):
        Database.create(office_file / "office.db", an_office())


def test_another_process_is_told_who_holds_the_file(office_file: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(office_file)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "held\n"
        error = refused(office_file, OfficeFileHeld)
        values = error.problems[0].values
        assert values["pid"] == holder.pid
        assert str(holder.pid) in sentence(error.problems[0])
        holder.stdin.close()
    Database.open(office_file).close()


def test_a_lock_without_a_note_is_told_too(office_file: Path) -> None:
    with closing(sqlite3.connect(office_file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        refused(office_file, OfficeFileLocked)


def test_an_old_note_is_harmless(office_file: Path) -> None:
    lock.note_path(office_file).write_text(
        json.dumps({"pid": 1, "host": "old", "user": "old", "since": "2020-01-01 08:00:00"})
    )
    with Database.open(office_file):
        holder = lock.holder(office_file)
        assert holder is not None
        assert holder.host != "old"
    assert lock.holder(office_file) is None


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"pid": "x"}', "\x00"])
def test_a_note_that_cannot_be_read_is_no_note(office_file: Path, note: str) -> None:
    lock.note_path(office_file).write_text(note)
    assert lock.holder(office_file) is None


def test_a_setting_that_is_not_taken_is_refused(
    office_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "SETTINGS", {"journal_mode": ("NOSUCH", "nosuch")})
    error = refused(office_file, SettingRefused)
    assert error.problems[0].values["found"] == "delete"


def test_after_a_refusal_the_file_is_free(office_file: Path) -> None:
    with closing(sqlite3.connect(office_file)) as other:
        other.execute("PRAGMA user_version=99")
    refused(office_file, OfficeFileNewer)
    with closing(sqlite3.connect(office_file, timeout=0)) as other:
        other.execute("PRAGMA user_version=1")
    Database.open(office_file).close()


@pytest.mark.parametrize("name", ["百分号 50%.db", "问号?.db", "a#b.db", "空 格 & 引号'.db"])
def test_strange_names_work(tmp_path: Path, name: str) -> None:
    Database.create(tmp_path / name, an_office()).close()
    assert [file.name for file in tmp_path.iterdir()] == [name]
    with Database.open(tmp_path / name) as database:
        assert database.read(Office) == [an_office()]
