from __future__ import annotations

import datetime as dt
import io
import json
import sys
from pathlib import Path

import pytest

from gongkai_desk.cli.main import main
from gongkai_desk.services.desk import open_desk
from tests.builders import a_request
from tests.holiday_notices import AMENDMENT_2027, NOTICE_2027


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main(["calendar", "show", *arguments, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_show_a_confirmed_year(capsys: pytest.CaptureFixture[str]) -> None:
    found = shown(capsys, "2026")
    assert list(found) == [
        "year", "confirmed", "source", "working_days", "days_off", "makeup_days",
    ]  # fmt: skip
    assert found["confirmed"] is True
    assert found["working_days"] == 248
    assert "国务院办公厅关于2026年部分节假日安排的通知" in str(found["source"])
    assert found["makeup_days"] == [
        "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
    ]  # fmt: skip


@pytest.mark.parametrize("year", ["1", "1900", "2027", "2101", "9999"])
def test_show_a_year_without_notice(year: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, year)["confirmed"] is False
    assert main(["calendar", "show", year]) == 0
    assert "尚未录入" in capsys.readouterr().out


@pytest.mark.parametrize("year", ["0", "10000", "x", "-5", "２０２６"])
def test_no_year(year: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", "show", year]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_import_into_the_office_file(
    office_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = ["--office", str(office_file)]
    notice = tmp_path / "2027年 通知.txt"
    notice.write_text(NOTICE_2027, encoding="utf-8")
    assert main(["calendar", "import", str(notice), *office]) == 0
    assert "2027" in capsys.readouterr().out
    assert shown(capsys, "2027", *office)["confirmed"] is True
    assert shown(capsys, "2027")["confirmed"] is False
    notice.write_text(AMENDMENT_2027, encoding="utf-8")
    assert main(["calendar", "import", str(notice), *office]) == 0
    capsys.readouterr()
    assert "2027-06-13" in str(shown(capsys, "2027", *office)["makeup_days"])
    assert "2027-02-14" in str(shown(capsys, "2027", *office)["makeup_days"])


def test_import_names_the_requests_that_move(
    office_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_desk(office_file) as desk:
        request = a_request(number="云公开〔2027〕1号", received=dt.date(2027, 1, 20))
        desk.register.add(request, on=dt.date(2027, 1, 20))
    notice = tmp_path / "notice.txt"
    notice.write_text(NOTICE_2027, encoding="utf-8")
    assert main(["calendar", "import", str(notice), "--office", str(office_file)]) == 0
    assert "云公开〔2027〕1号" in capsys.readouterr().out


def test_import_from_standard_input(
    office_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(NOTICE_2027.encode("gb18030")))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["calendar", "import", "-", "--office", str(office_file)]) == 0
    capsys.readouterr()
    assert shown(capsys, "2027", "--office", str(office_file))["confirmed"] is True


@pytest.mark.parametrize(
    "text",
    [
        "",
        "今天天气很好。",
        NOTICE_2027.replace("共7天", "共8天", 1),
        NOTICE_2027.replace("（周五）", "（周四）", 1),
        NOTICE_2027.replace("2月14日（周日）", "2月16日"),
        NOTICE_2027.replace("三、清明节", "三、植树节"),
    ],
)
def test_a_bad_notice_is_refused_and_nothing_changes(
    office_file: Path, tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    notice = tmp_path / "notice.txt"
    notice.write_text(text, encoding="utf-8")
    before = office_file.read_bytes()
    assert main(["calendar", "import", str(notice), "--office", str(office_file)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err
    assert "Traceback" not in err
    assert office_file.read_bytes() == before


def test_missing_files_are_refused(
    office_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = str(tmp_path / "没有.txt")
    assert main(["calendar", "import", nowhere, "--office", str(office_file)]) == 1
    assert main(["calendar", "import", nowhere, "--office", str(tmp_path / "no.db")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2


@pytest.mark.parametrize("arguments", [[], ["show"], ["import"], ["tell", "2026"]])
def test_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["calendar", *arguments])
    assert ended.value.code == 2
