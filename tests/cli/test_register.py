"""`register list`, `show` and `export`, as a script would call them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gongkai_desk.cli.main import main
from gongkai_desk.domain.request import EventKind
from gongkai_desk.services.desk import open_desk
from tests.builders import a_request, an_applicant, an_event

ON = dt.date(2026, 10, 15)


@pytest.fixture
def office(office_file: Path) -> Path:
    """An office file with a running, a closed and an unconfirmed request."""
    running = a_request(number="2026-001")
    closed = a_request(
        number="2025-007",
        applicant=an_applicant(name="李𬱖", identity_number="11010519491231002X", kind=None),
        submitted=None,
        arrived=None,
        received=dt.date(2025, 3, 3),
        subject="<b>预算</b>",
    )
    with open_desk(office_file) as desk:
        for request in (running, closed, a_request(number="2026-002", received=None)):
            desk.register.add(request, on=ON)
        event = an_event(running, date=ON, kind=EventKind.EXTENDED, argument="20", note="涉及面广")
        desk.register.record(event, on=ON)
        desk.register.void(event.id, ON, "未经批准")
        desk.register.close(
            closed.id, outcome="U1a", reason="查无", on=ON, dated=dt.date(2025, 3, 20)
        )
    return office_file


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["register", *arguments, "--json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert isinstance(value, dict)
    return value


def test_list_has_the_shape_of_the_contract(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = answer(capsys, "list", "--office", str(office), "--as-of", "2026-10-15")
    assert told["count"] == 3
    assert told["requests"][0] == {
        "number": "2026-001",
        "received": "2026-09-18",
        "applicant": "林知远",
        "applicant_kind": "natural_person",
        "subject": "2025年度法律援助经费决算",
        "status": "running",
        "due": "2026-10-22",
        "remaining": 5,
        "overdue": False,
        "result": None,
    }
    closed, unconfirmed = told["requests"][1:]
    assert closed["result"] == "1.本机关不掌握相关政府信息"
    assert (closed["status"], closed["applicant_kind"]) == ("closed", None)
    assert (unconfirmed["status"], unconfirmed["received"], unconfirmed["due"]) == (
        "unconfirmed",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (["--year", "2025"], ["2025-007"]),
        (["--status", "running"], ["2026-001"]),
        (["--query", "𬱖"], ["2025-007"]),
        (["--query", "没有这个"], []),
        (["--query", "linzhiyuan"], ["2026-001", "2026-002"]),
        (["--query", "lzy 2026001"], ["2026-001"]),
        (["--query", "2026001"], ["2026-001"]),
        (["--query", "%"], []),
    ],
)
def test_list_filters(
    office: Path, capsys: pytest.CaptureFixture[str], filters: list[str], numbers: list[str]
) -> None:
    told = answer(capsys, "list", "--office", str(office), "--as-of", "2026-10-15", *filters)
    assert [one["number"] for one in told["requests"]] == numbers


def test_list_for_people(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["register", "list", "--office", str(office), "--as-of", "2026-10-23"]) == 0
    told = capsys.readouterr()
    assert "2026-001" in told.out
    assert "逾期1个工作日" in told.out
    assert told.err.strip() == "3件"


def test_list_tells_what_would_break_the_report(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["register", "list", "--office", str(office), "--as-of", "2026-10-23"]
    assert main([*command, "--year", "2025"]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[-1] == "2025年年报前有2项待更正"
    assert main([*command, "--year", "2025", "--json"]) == 0
    told = capsys.readouterr()
    assert set(json.loads(told.out)) == {"count", "requests"}
    assert told.err.strip() == "2025年年报前有2项待更正"


def test_show_tells_the_history_with_what_was_voided(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = answer(capsys, "show", "2026-001", "--office", str(office))
    assert told["events"] == [
        {
            "date": "2026-10-15",
            "kind": "extended",
            "argument": "20",
            "note": "涉及面广",
            "voided_on": "2026-10-15",
            "voided_because": "未经批准",
        }
    ]
    assert told["clock"]["steps"][0]["what"] == "received"
    assert main(["register", "show", "2025-007", "--office", str(office)]) == 0
    out = capsys.readouterr().out
    assert "110105********002X" in out
    assert "11010519491231002X" not in out
    assert "答复" in out


def test_an_unknown_number_is_refused_in_one_line(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["register", "show", "2026-404", "--office", str(office), "--json"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "2026-404" in told.err


def test_a_wrong_status_is_wrong_usage(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["register", "list", "--office", str(office), "--status", "nowhere"])
    assert stopped.value.code == 2
    assert "nowhere" in capsys.readouterr().err


def test_export_writes_the_ledger(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "登记簿 全部.xlsx"
    assert main(["register", "export", str(path), "--office", str(office)]) == 0
    assert "3件" in capsys.readouterr().out
    sheet = load_workbook(path).active
    assert sheet is not None
    assert sheet.max_row == 5


def test_export_into_a_missing_folder_says_so(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "没有" / "x.xlsx"
    assert main(["register", "export", str(path), "--office", str(office)]) == 1
    told = capsys.readouterr()
    assert str(path) in told.err
    assert "请反馈" not in told.err


def test_on_the_saturday_after_a_friday_the_due_date_has_passed(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_desk(office) as desk:
        friday = a_request(
            number="2026-009", submitted=None, arrived=None, received=dt.date(2026, 9, 20)
        )
        desk.register.add(friday, on=ON)
    assert main(["register", "list", "--office", str(office), "--as-of", "2026-10-24"]) == 0
    (line,) = (line for line in capsys.readouterr().out.splitlines() if "2026-009" in line)
    assert "期限已过" in line
    assert "0个工作日" not in line
