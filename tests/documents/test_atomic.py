from __future__ import annotations

from pathlib import Path

import pytest

from gongkai_desk.documents.atomic import new_folder, replace_file
from gongkai_desk.domain.problems import DomainError


def test_the_file_appears_whole_under_its_name(tmp_path: Path) -> None:
    target = tmp_path / "年报.pdf"
    with replace_file(target) as temporary:
        temporary.write_bytes(b"new")
        assert temporary.parent == tmp_path
        assert temporary.suffix == ".pdf"
        assert not target.exists()
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file_and_no_rubbish(tmp_path: Path) -> None:
    target = tmp_path / "register.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(DomainError, match="file-not-written"), replace_file(target) as temporary:
        temporary.write_bytes(tmp_path.read_bytes())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(DomainError, match="file-not-written"),
        replace_file(tmp_path / "none" / "a.pdf"),
    ):
        pass


def test_others_may_read_what_others_could_read_before(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    with replace_file(tmp_path / "written") as temporary:
        temporary.write_bytes(b"x")
    assert (tmp_path / "written").stat().st_mode == plain.stat().st_mode


def test_a_folder_appears_whole_under_its_name(tmp_path: Path) -> None:
    target = tmp_path / "案卷"
    with new_folder(target) as temporary:
        (temporary / "a.pdf").write_bytes(b"x")
        assert not target.exists()
    assert [path.name for path in target.iterdir()] == ["a.pdf"]
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(DomainError), new_folder(tmp_path / "案卷") as temporary:
        (temporary / "a.pdf").write_bytes(temporary.read_bytes())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_never_touched(tmp_path: Path) -> None:
    target = tmp_path / "案卷"
    target.mkdir()
    (target / "mine").write_bytes(b"x")
    with pytest.raises(DomainError, match="file-not-written"), new_folder(target):
        pass
    assert [path.name for path in target.iterdir()] == ["mine"]
    assert list(tmp_path.iterdir()) == [target]
