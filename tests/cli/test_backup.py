from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai_desk.cli.main import main
from gongkai_desk.services.desk import open_desk
from tests.builders import an_office


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    capsys.readouterr()
    assert main([str(argument) for argument in arguments]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    return err


def test_there_and_back(office_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "备份 一.db"
    assert main(["backup", str(copy), "--office", str(office_file)]) == 0
    with open_desk(office_file) as desk:
        desk.office.save(replace(desk.office.get(), name="云海区档案局"))
    assert main(["restore", str(copy), "--office", str(office_file)]) == 0
    with open_desk(office_file) as desk:
        assert desk.office.get() == an_office()
    assert main(["check", "--office", str(office_file)]) == 0


def test_a_backup_never_replaces_a_file(
    office_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_text("mine")
    assert str(copy) in refused(capsys, "backup", copy, "--office", office_file)
    assert copy.read_text() == "mine"


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_file_must_be_named(office_file: Path, command: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--office", str(office_file)])
    assert ended.value.code == 2


def test_a_missing_office_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "无.db"
    assert str(path) in refused(capsys, "check", "--office", path)
    assert str(path) in refused(capsys, "backup", tmp_path / "b.db", "--office", path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"just text " * 500, b"SQLite format 3\0" + b"x" * 9000])
def test_what_is_no_backup_is_refused(
    office_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    before = office_file.read_bytes()
    file = tmp_path / "x.db"
    file.write_bytes(content)
    assert str(file) in refused(capsys, "restore", file, "--office", office_file)
    assert str(file) in refused(capsys, "check", "--office", file)
    assert file.read_bytes() == content
    assert office_file.read_bytes() == before


def test_the_check_names_what_was_altered(
    office_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(office_file)) as other:
        other.execute("UPDATE office SET name = '改动'")
        other.commit()
    assert "office" in refused(capsys, "check", "--office", office_file)
