from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gongkai_desk.domain.backups import BackupReason
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.request import Request
from gongkai_desk.services.desk import Desk, open_desk, restore_office
from gongkai_desk.storage.errors import (
    NotAnOfficeFile,
    OfficeFileEmpty,
    OfficeFileExists,
    OfficeFileHeld,
    OfficeFileMissing,
    StorageError,
)
from tests.builders import an_office


def rename(desk: Desk, name: str) -> None:
    desk.office.save(replace(desk.office.get(), name=name))


def test_closing_makes_a_backup_once_for_every_change(office_file: Path) -> None:
    with open_desk(office_file) as desk:
        maintenance = desk.maintenance
        rename(desk, "云海区档案局")
    assert len(list(maintenance.folder.iterdir())) == 1
    with open_desk(office_file) as desk:
        assert [backup.reason for backup in desk.maintenance.backups()] == [BackupReason.CLOSE]
    assert len(list(maintenance.folder.iterdir())) == 1


def test_a_restored_file_is_backed_up_once(office_file: Path, tmp_path: Path) -> None:
    with open_desk(office_file) as desk:
        copy = desk.maintenance.backup(tmp_path / "copy.db")
        desk.maintenance.restore(copy)
    for _ in range(2):
        open_desk(office_file).close()
    reasons = [backup.reason for backup in desk.maintenance.backups()]
    assert sorted(reasons) == [BackupReason.CLOSE, BackupReason.RESTORE]


def test_closing_twice_is_closing_once(office_file: Path) -> None:
    desk = open_desk(office_file)
    desk.close()
    desk.close()


def test_a_backup_that_fails_still_gives_the_file_back(office_file: Path) -> None:
    desk = open_desk(office_file)
    desk.maintenance.folder.touch()  # a file where the folder should be
    with pytest.raises(StorageError):
        desk.close()
    desk.maintenance.folder.unlink()
    open_desk(office_file).close()


def test_a_backup_by_hand_is_listed_or_where_one_wants_it(desk: Desk, tmp_path: Path) -> None:
    inside = desk.maintenance.backup()
    assert [backup.name for backup in desk.maintenance.backups()] == [inside.name]
    outside = desk.maintenance.backup(tmp_path / "我的备份.db")
    with open_desk(outside) as copy:
        assert copy.office.get() == desk.office.get()
    with pytest.raises(OfficeFileExists):
        desk.maintenance.backup(outside)
    with pytest.raises(OfficeFileExists):
        desk.maintenance.backup(desk.path)


def test_restoring_brings_everything_back_and_forgets_the_history(
    desk: Desk, tmp_path: Path
) -> None:
    copy = desk.maintenance.backup(tmp_path / "copy.db")
    rename(desk, "云海区档案局")
    desk.maintenance.restore(copy)
    assert desk.office.get() == an_office()
    assert not desk.history.can_undo
    rename(desk, "云海区统计局")
    desk.history.undo()
    assert desk.office.get() == an_office()
    assert desk.maintenance.check() == []


@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "zeros"])
def test_a_lost_or_damaged_file_is_restored(office_file: Path, tmp_path: Path, damage: str) -> None:
    with open_desk(office_file) as desk:
        copy = desk.maintenance.backup(tmp_path / "copy.db")
    if damage == "missing":
        office_file.unlink()
    else:
        left = {"empty": b"", "cut": office_file.read_bytes()[:5000], "zeros": b"\0" * 5000}
        office_file.write_bytes(left[damage])
        with pytest.raises(StorageError), open_desk(office_file) as desk:
            desk.office.get()
    restore_office(copy, office_file)
    with open_desk(office_file) as desk:
        assert desk.office.get() == an_office()
        assert desk.maintenance.check() == []


def test_a_file_whose_first_page_is_lost_is_restored(office_file: Path, tmp_path: Path) -> None:
    with open_desk(office_file) as desk:
        copy = desk.maintenance.backup(tmp_path / "copy.db")
        rename(desk, "云海区档案局")
    ruined = b"\xff" * 4096 + office_file.read_bytes()[4096:]
    office_file.write_bytes(ruined)
    with pytest.raises(NotAnOfficeFile):
        open_desk(office_file)
    restore_office(copy, office_file)
    with open_desk(office_file) as desk:
        assert desk.office.get() == an_office()
        aside = next(each for each in desk.maintenance.backups() if not each.action)
        assert (desk.maintenance.folder / aside.name).read_bytes() == ruined


def test_restoring_over_a_strange_file_is_refused(office_file: Path, tmp_path: Path) -> None:
    letter = tmp_path / "公函.docx"
    letter.write_text("a letter" * 300)
    with pytest.raises(NotAnOfficeFile):
        restore_office(office_file, letter)
    assert letter.read_text() == "a letter" * 300


def test_restoring_what_is_not_there_leaves_all_as_it_was(
    office_file: Path, tmp_path: Path
) -> None:
    for target in (office_file, tmp_path / "new.db"):
        with pytest.raises((OfficeFileMissing, OfficeFileEmpty)):
            restore_office(tmp_path / "none.db", target)
    assert not (tmp_path / "new.db").exists()
    with open_desk(office_file) as desk:
        assert desk.office.get() == an_office()


def test_restoring_a_file_in_use_is_refused(desk: Desk, tmp_path: Path) -> None:
    copy = desk.maintenance.backup(tmp_path / "copy.db")
    with pytest.raises(OfficeFileHeld):
        restore_office(copy, desk.path)


def test_after_a_restore_everything_is_to_be_read_anew(desk: Desk, tmp_path: Path) -> None:
    copy = desk.maintenance.backup(tmp_path / "copy.db")
    changes = desk.maintenance.restore(copy)
    assert changes
    assert changes.touches(Request)
    assert changes.touches(Office)
    assert not changes.undoable
