from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from gongkai_desk.cli.main import main
from tests.plans import SMALL

KEYS = ["title", "issuer", "document_number", "year", "task_count", "tasks"]
TASK_KEYS = [
    "number",
    "path",
    "title",
    "text",
    "lead_units",
    "responsible_units",
    "deadline",
    "duties",
    "units_open",
    "ours",
    "ours_because",
]


@pytest.fixture
def plan_file(tmp_path: Path) -> str:
    path = tmp_path / "工作 要点.txt"
    path.write_text(SMALL, "utf-8")
    return str(path)


def test_import_and_list(
    plan_file: str, office_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = ["--office", str(office_file)]
    assert main(["plan", "import", plan_file, *office, "--json"]) == 0
    imported = json.loads(capsys.readouterr().out)
    assert list(imported) == KEYS
    assert list(imported["tasks"][0]) == TASK_KEYS
    assert imported["task_count"] == 3
    assert imported["tasks"][0]["deadline"] == {
        "kind": "by_date",
        "date": "2026-12-31",
        "text": "年底前",
    }
    assert imported["tasks"][2]["duties"] == [
        {"kind": "training", "count": 1, "per": "year", "text": "每年至少组织1次集中学习培训"}
    ]
    assert main(["plan", "list", *office, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == imported
    assert main(["plan", "list", *office, "--json", "--ours"]) == 0
    ours = json.loads(capsys.readouterr().out)
    assert [task["ours_because"] for task in ours["tasks"]] == ["区司法局", "区政府各部门、单位"]
    assert main(["plan", "list", *office, "--json", "--year", "2020"]) == 0
    assert json.loads(capsys.readouterr().out)["task_count"] == 0
    assert main(["plan", "list", *office]) == 0
    assert "抓好解读" in capsys.readouterr().out


def test_the_same_plan_twice_is_refused(
    plan_file: str, office_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["plan", "import", plan_file, "--office", str(office_file)]
    assert main(asked) == 0
    capsys.readouterr()
    assert main(asked) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "此前已经导入" in told.err


def test_a_dry_run_stores_nothing(
    plan_file: str, office_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = ["--office", str(office_file)]
    assert main(["plan", "import", plan_file, *office, "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["tasks"][0]["ours"]
    assert main(["plan", "list", *office, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["task_count"] == 0


def test_a_dry_run_needs_no_office_file(
    plan_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "没有.db"
    asked = ["plan", "import", plan_file, "--dry-run", "--json", "--office", str(missing)]
    assert main(asked) == 0
    assert not any(task["ours"] for task in json.loads(capsys.readouterr().out)["tasks"])
    assert not missing.exists()
    assert main([item for item in asked if item != "--dry-run"]) == 1


def test_text_from_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = SMALL.replace("2026年", "").encode("gb18030")
    office = ["--office", str(tmp_path / "没有.db")]
    for given, outcome in (([], 1), (["--year", "2026"], 0)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
        assert main(["plan", "import", "-", "--dry-run", "--json", *office, *given]) == outcome
    told = capsys.readouterr()
    assert json.loads(told.out)["year"] == 2026
    assert "--year" in told.err


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 99, "无关的文字。".encode()])
def test_a_refusal_leaves_the_office_file_as_it_was(
    content: bytes, tmp_path: Path, office_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "坏 文件.docx"
    path.write_bytes(content)
    before = office_file.read_bytes()
    assert main(["plan", "import", str(path), "--office", str(office_file)]) == 1
    told = capsys.readouterr()
    assert "坏 文件.docx" in told.err
    assert len(told.err.strip().splitlines()) == 1
    assert told.out == ""
    assert office_file.read_bytes() == before


def test_wrong_usage() -> None:
    with pytest.raises(SystemExit) as stop:
        main(["plan", "import"])
    assert stop.value.code == 2
