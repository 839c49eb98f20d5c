from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gongkai_desk.domain.office import Office, OfficeKind
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.services.desk import Desk, create_desk, default_path, open_desk
from tests.builders import an_office


def test_the_office_is_kept_over_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    office = an_office(kind=OfficeKind.GOVERNMENT, aliases=("甲", "乙"))
    create_desk(path, office).close()
    with open_desk(path) as desk:
        assert desk.office.get() == office
        assert desk.path == path


def test_saving_says_what_changed(desk: Desk) -> None:
    office = replace(desk.office.get(), phone="0631-5000000")
    changes = desk.office.save(office)
    assert changes.touches(Office)
    assert desk.office.get() == office
    assert not desk.office.save(office)


@pytest.mark.parametrize("name", ["", "  ", "\t"])
def test_an_office_has_a_name(desk: Desk, tmp_path: Path, name: str) -> None:
    for attempt in (
        lambda: desk.office.save(an_office(name=name)),
        lambda: create_desk(tmp_path / "nameless.db", an_office(name=name)),
    ):
        with pytest.raises(DomainError) as caught:
            attempt()
        assert caught.value.problems[0].field == "name"
    assert not (tmp_path / "nameless.db").exists()
    assert desk.office.get() == an_office()


def test_creating_the_office_is_nothing_to_undo(desk: Desk) -> None:
    assert not desk.history.can_undo


def test_the_default_file_is_in_the_data_folder_of_the_user() -> None:
    assert default_path().is_absolute()
    assert default_path().parent.name == "gongkai-desk"
