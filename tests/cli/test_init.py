from __future__ import annotations

from pathlib import Path

import pytest

from gongkai_desk.cli.main import main
from gongkai_desk.domain.office import Office, OfficeKind
from gongkai_desk.services.desk import open_desk

NAME = ["--name", "威宁市云海区司法局"]


def test_a_new_office_file_holds_what_was_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "政务 公开" / "本单位.db"
    flags = ["--short-name", "区司法局", "--alias", "司法局", "--alias", "区局"]
    more = ["--kind", "government", "--region", "云海区"]
    assert main(["init", "--office", str(path), *NAME, *flags, *more]) == 0
    assert str(path) in capsys.readouterr().out
    with open_desk(path) as desk:
        assert desk.office.get() == Office(
            name="威宁市云海区司法局",
            short_name="区司法局",
            aliases=("司法局", "区局"),
            kind=OfficeKind.GOVERNMENT,
            region="云海区",
        )


def test_an_existing_file_is_refused_and_unchanged(
    office_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = office_file.read_bytes()
    assert main(["init", "--office", str(office_file), *NAME]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert str(office_file) in err
    assert office_file.read_bytes() == before


def test_a_blank_name_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "--office", str(tmp_path / "office.db"), "--name", "  "]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("flags", [[], [*NAME, "--kind", "company"], [*NAME, "--colour", "red"]])
def test_wrong_usage(tmp_path: Path, flags: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["init", "--office", str(tmp_path / "office.db"), *flags])
    assert ended.value.code == 2
    assert list(tmp_path.iterdir()) == []


def test_without_a_name_the_file_is_in_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gongkai_desk.services.desk.default_path", lambda: tmp_path / "my.db")
    assert main(["init", *NAME]) == 0
    assert main(["check"]) == 0
    assert (tmp_path / "my.db").exists()
