"""`register import` and `register export`, as a script would call them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from gongkai_desk.cli import today
from gongkai_desk.services.desk import open_desk
from tests.builders import a_request
from tests.cli.outside import Inside, content, process

HEAD: tuple[object, ...] = ("登记号", "收到日期", "申请人", "申请人类别", "申请内容", "申请渠道")
HEAD += ("办理结果", "答复时间", "批示")
CLOSED: tuple[object, ...] = ("2025-001", "2025年3月5日", "林知远", "公民", "财政预算", "网上")
CLOSED += ("予以公开", "2025.3.20", "阅")
OPEN = ("2025-002", 45722, "沂滨商贸有限公司", "企业", "审批结果", "邮寄", "", "", "")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Inside:
    return Inside(capsys)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A workbook with a title row, in a folder with Chinese and a space in its name."""
    folder = tmp_path / "我的 台账"
    folder.mkdir()
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "2025年"
    sheet.append(["依申请公开登记台账"])
    for row in (HEAD, CLOSED, OPEN):
        sheet.append(list(row))
    book.save(folder / "登记 台账.xlsx")
    return folder / "登记 台账.xlsx"


def spoilt(ledger: Path, cell: str, value: str | None) -> Path:
    book = load_workbook(ledger)
    book.worksheets[0][cell] = value
    book.save(ledger)
    return ledger


def test_the_document_of_an_import(run: Inside, office_file: Path, ledger: Path) -> None:
    answer = run("register", "import", ledger, "--office", office_file, "--json")
    assert answer.code == 0
    told = answer.json
    assert told["sheet"] == "2025年"
    assert told["columns"][:3] == [
        {"column": "A", "heading": "登记号", "field": "number"},
        {"column": "B", "heading": "收到日期", "field": "received"},
        {"column": "C", "heading": "申请人", "field": "applicant"},
    ]
    assert [c["field"] for c in told["columns"]][3:] == [
        "applicant_kind",
        "subject",
        "channel",
        "outcome",
        "closed_on",
    ]
    assert told["ignored"] == [{"column": "I", "heading": "批示"}]
    assert (told["count"], told["imported"]) == (2, True)
    assert (told["duplicates"], told["problems"]) == ([], [])
    assert told["requests"][0] == {
        "number": "2025-001",
        "received": "2025-03-05",
        "applicant": "林知远",
        "applicant_kind": "natural_person",
        "subject": "财政预算",
        "status": "closed",
        "due": "2025-04-02",
        "remaining": told["requests"][0]["remaining"],
        "overdue": False,
        "result": "（一）予以公开",
    }
    listed = run("register", "list", "--office", office_file, "--json").json
    assert listed["requests"] == told["requests"]


def test_a_dry_run_stores_nothing(run: Inside, office_file: Path, ledger: Path) -> None:
    before = content(office_file)
    answer = run("register", "import", ledger, "--office", office_file, "--dry-run", "--json")
    assert (answer.code, answer.json["count"], answer.json["imported"]) == (0, 2, False)
    assert content(office_file) == before
    assert "未保存任何内容" in answer.err


def test_people_read_which_column_became_what(run: Inside, office_file: Path, ledger: Path) -> None:
    answer = run("register", "import", ledger, "--office", office_file)
    assert answer.code == 0
    assert "B列“收到日期”：收到日期" in answer.out
    assert "I列“批示”：不读" in answer.out
    assert "已导入2件。" in answer.err


@pytest.mark.parametrize(
    ("cell", "value", "word"),
    [
        ("B3", "25.3.5", "四位"),
        ("C4", None, "姓名"),
        ("D4", "外星人", "外星人"),
        ("G3", "转办", "转办"),
        ("H3", "2025-02-30", "2025-02-30"),
        ("A4", "2025-001", "A3"),
    ],
)
def test_a_bad_cell_is_refused(
    run: Inside, office_file: Path, ledger: Path, cell: str, value: str | None, word: str
) -> None:
    before = content(office_file)
    path = spoilt(ledger, cell, value)
    for options in ((), ("--json",)):
        words = run("register", "import", path, "--office", office_file, *options).refused()
        assert words.startswith(cell)
        assert word in words
    assert content(office_file) == before


def test_a_dry_run_tells_bad_cells_in_its_document(
    run: Inside, office_file: Path, ledger: Path
) -> None:
    path = spoilt(ledger, "C4", None)
    answer = run("register", "import", path, "--office", office_file, "--dry-run", "--json")
    assert answer.code == 1
    assert answer.json["problems"] == [
        {"cell": "C4", "severity": "error", "message": "缺申请人的姓名或者名称。请填写。"}
    ]


def test_duplicates_are_refused_or_left_out(run: Inside, office_file: Path, ledger: Path) -> None:
    with open_desk(office_file) as desk:
        desk.register.add(a_request(number="2025-001"), on=today.today())
    words = run("register", "import", ledger, "--office", office_file).refused()
    assert words.startswith("A3")
    arguments = ("register", "import", ledger, "--office", office_file, "--skip-duplicates")
    answer = run(*arguments, "--json")
    assert (answer.code, answer.json["count"]) == (0, 1)
    assert answer.json["duplicates"] == ["2025-001"]
    assert "跳过重复的1件" in answer.err


def test_a_sheet_can_be_named(run: Inside, office_file: Path, ledger: Path) -> None:
    arguments = ("register", "import", ledger, "--office", office_file, "--dry-run", "--sheet")
    assert run(*arguments, "2025年").code == 0
    assert "没有工作表“2031年”" in run(*arguments, "2031年").refused()


@pytest.mark.parametrize("name", ["没有.xlsx", "坏.xlsx", "文.docx"])
def test_files_that_are_none_are_refused(
    run: Inside, office_file: Path, tmp_path: Path, name: str
) -> None:
    before = content(office_file)
    if name != "没有.xlsx":
        (tmp_path / name).write_bytes(b"PK\x03\x04 no zip")
    words = run("register", "import", tmp_path / name, "--office", office_file).refused()
    assert name in words
    assert content(office_file) == before


def test_usage(run: Inside) -> None:
    run("register", "import").wrong_usage()


def test_what_is_exported_comes_back(
    run: Inside, office_file: Path, ledger: Path, tmp_path: Path
) -> None:
    assert run("register", "import", ledger, "--office", office_file).code == 0
    other = tmp_path / "另一 个.db"
    assert run("--office", other, "init", "--name", "某局").code == 0
    for name, options in (("全.xlsx", ("--full",)), ("默认.xlsx", ()), ("表.csv", ())):
        path = tmp_path / name
        answer = run("register", "export", path, "--office", office_file, *options)
        assert (answer.code, "2件" in answer.out) == (0, True)
        dry = ("register", "import", path, "--office", other, "--dry-run", "--json")
        told, listed = run(*dry).json, run("register", "list", "--office", office_file, "--json")
        assert told["requests"] == listed.json["requests"]
        assert [p for p in told["problems"] if p["severity"] == "error"] == []


def test_as_a_process_of_its_own(office_file: Path, ledger: Path) -> None:
    answer = process(
        *("register", "import", ledger, "--office", office_file, "--dry-run", "--json"), module=True
    )
    assert answer.code == 0
    assert json.loads(answer.out)["count"] == 2
