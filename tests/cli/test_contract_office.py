"""The register and the annual report of a filled office file, counted again from outside."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from gongkai_desk.services.desk import open_desk
from gongkai_desk.services.outcomes import row_labels
from tests.cli.outside import Answer, Inside, content, process

TODAY = "2026-11-20"
BRIEF = (
    *("number", "received", "applicant", "applicant_kind", "subject"),
    *("status", "due", "remaining", "overdue", "result"),
)
KINDS = (  # in the order of table 3
    *("natural_person", "business", "research"),
    *("public_interest", "legal_service", "other"),
)
STATUSES = (
    *("unconfirmed", "running", "awaiting_clarification"),
    *("suspended", "awaiting_payment", "closed"),
)
REPORT = (
    *("agency", "year", "proactive", "requests", "reconsideration"),
    *("litigation_direct", "litigation_after", "previous", "problems"),
)
CARRIED, TOTAL = 25, 24


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Inside:
    return Inside(capsys)


@pytest.fixture(scope="module")
def sample(made_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(made_sample, tmp_path_factory.mktemp("样例 一") / "样例 单位.db"))


def test_the_register_has_the_shape_of_the_contract(run: Inside, sample: Path) -> None:
    office = ("--office", sample, "--json", "--as-of", TODAY)
    listed = run("register", "list", *office).json
    assert list(listed) == ["count", "requests"]
    requests: list[dict[str, Any]] = listed["requests"]
    assert listed["count"] == len(requests) == 31
    for one in requests:
        assert tuple(one) == BRIEF
        assert one["applicant_kind"] in KINDS
        assert isinstance(one["overdue"], bool)
        assert (one["due"] is None) == (one["remaining"] is None)
        assert (one["result"] is not None) == (one["status"] == "closed")
    by_status = {
        status: run("register", "list", "--status", status, *office).json["requests"]
        for status in STATUSES
    }
    assert all(by_status.values())
    assert sum(map(len, by_status.values())) == 31
    by_year = [run("register", "list", "--year", year, *office).json for year in (2024, 2025, 2026)]
    assert [one["requests"] for one in by_year] == [
        [one for one in requests if (one["received"] or "2026").startswith(str(year))]
        for year in (2024, 2025, 2026)
    ]
    found = run("register", "list", "--query", "旅游厕所", *office).json["requests"]
    assert [one["subject"] for one in found] == ["旅游厕所分布图"]
    assert run("register", "list", "--query", "' OR 1=1 --", *office).json["count"] == 0


def test_a_countdown_of_the_register_is_the_one_of_the_clock(run: Inside, sample: Path) -> None:
    office = ("--office", sample, "--json")
    listed = run("register", "list", *office, "--as-of", TODAY).json["requests"]
    for one in (one for one in listed if one["received"]):
        shown = run("register", "show", one["number"], *office).json
        events = [
            part
            for event in shown["events"]
            if event["voided_on"] is None
            for part in ("--event", ":".join(filter(None, (event["date"], *kind_of(event)))))
        ]
        when = ("--received", one["received"], "--as-of", TODAY)
        answer = run("clock", *when, *events, "--json").json
        assert (answer["state"], answer["due"]) == (one["status"], one["due"])
        assert (answer["remaining"], answer["overdue"]) == (one["remaining"], one["overdue"])


def kind_of(event: dict[str, Any]) -> tuple[str, str]:
    return event["kind"], event["argument"] or ""


_ANSWERED_ANEW = {"2025-010": {"result": "1.本机关不掌握相关政府信息"}}
"""Re-decided after a reconsideration: it is counted once, by its first answer."""


@pytest.mark.parametrize("year", [2024, 2025])
def test_table_3_is_counted_from_the_register(
    run: Inside, sample: Path, tmp_path: Path, year: int
) -> None:
    office, out = ("--office", sample, "--json"), tmp_path / "报 告"
    report = run("report", year, "--out", out, *office)
    assert report.code == 0
    assert tuple(report.json) == REPORT
    counted = {str(row): [0] * 7 for row in range(1, 26)}
    rows = {label: row for row, label in row_labels().items()}
    end = f"{year}-12-31"
    for one in run("register", "list", *office).json["requests"]:
        if not one["received"] or one["received"] > end:
            continue
        closed = run("register", "show", one["number"], *office).json["clock"]["closed_on"]
        one = one | _ANSWERED_ANEW.get(one["number"], {})
        if closed and closed < f"{year}-01-01":
            continue
        done = closed is not None and closed <= end
        into = [
            1 if one["received"] >= f"{year}-01-01" else 2,
            *((rows[one["result"]], TOTAL) if done else (CARRIED,)),
        ]
        for row in into:
            counted[str(row)][KINDS.index(one["applicant_kind"])] += 1
            counted[str(row)][6] += 1
    assert report.json["requests"] == counted
    path = tmp_path / "again.json"
    path.write_text(report.out, "utf-8")
    again = run("report", "check", path, "--json")
    assert [one for one in again.json["problems"] if one["severity"] == "error"] == []


def test_the_documents_of_a_report(run: Inside, office_file: Path, tmp_path: Path) -> None:
    before = content(office_file)
    for formats in ("pdf", "xlsx", "xlsx,pdf", "docx", "html", "docx,html,pdf,xlsx"):
        out = tmp_path / formats
        made = run("report", 2025, "--out", out, "--format", formats, "--office", office_file)
        assert made.code == 0
        made_files = sorted(path.suffix[1:] for path in out.iterdir())
        assert made_files == sorted(formats.split(","))
    (pdf,) = (tmp_path / "pdf").iterdir()
    assert pdf.read_bytes().startswith(b"%PDF-")
    (docx,), (html,) = (tmp_path / "docx").iterdir(), (tmp_path / "html").iterdir()
    assert docx.read_bytes().startswith(b"PK")
    assert html.read_bytes().startswith(b"<!DOCTYPE html>")
    for formats in ("", "odt", "pdf,,xlsx"):
        run("report", 2025, "--out", tmp_path / "x", "--format", formats).wrong_usage()
    assert not (tmp_path / "x").exists()
    assert content(office_file) == before


def test_an_empty_office_reports_noughts(run: Inside, office_file: Path, tmp_path: Path) -> None:
    report = run("report", 2025, "--out", tmp_path, "--office", office_file, "--json").json
    assert set(map(tuple, report["requests"].values())) == {(0,) * 7}
    assert list(report["requests"]) == [str(row) for row in range(1, 26)]
    assert report["proactive"]["fees_10k_yuan"] == "0"
    for name in ("reconsideration", "litigation_direct", "litigation_after"):
        assert report[name] == [0] * 5


def test_the_ledger_as_a_workbook(run: Inside, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "台 账.xlsx"
    assert run("register", "export", path, "--office", sample).code == 0
    book = openpyxl.load_workbook(path)
    cells = {str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row}
    listed = run("register", "list", "--office", sample, "--json").json["requests"]
    assert {one["number"] for one in listed} <= cells
    assert {one["applicant"] for one in listed} <= cells


def test_restoring(run: Inside, office_file: Path, tmp_path: Path) -> None:
    office, before = ("--office", office_file), content(office_file)
    assert "本身" in run("restore", office_file, *office).refused()
    copy = tmp_path / "备 份.db"
    assert run("backup", copy, *office).code == 0
    assert content(copy) == before
    new = tmp_path / "新 的.db"
    assert run("restore", copy, "--office", new).code == 0
    assert content(new) == before
    with open_desk(office_file):
        told = process("restore", copy, *office).refused()
    assert str(os.getpid()) in told


# --- the streams


def start(*arguments: str, **streams: Any) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "gongkai_desk", *arguments]
    return subprocess.Popen(command, stderr=subprocess.PIPE, **streams)


def ended(started: subprocess.Popen[bytes]) -> Answer:
    _out, err = started.communicate(timeout=60)
    return Answer(code=started.returncode, out="", err=err.decode())


def test_an_interruption_is_no_traceback() -> None:
    script = (
        "import _thread, io, sys; from gongkai_desk.cli.main import main\n"
        "class Keyboard(io.BytesIO):\n"
        "    def read(self, *_size): _thread.interrupt_main(); return super().read()\n"
        "sys.stdin = io.TextIOWrapper(Keyboard(b'x')); sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, "plan", "import", "-", "--dry-run"]
    told = ended(subprocess.Popen(command, stderr=subprocess.PIPE)).refused()
    assert told.startswith("已中断")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to offer")
def test_a_full_disk_under_the_output_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        told = ended(start("clock", "--received", "2026-09-18", "--json", stdout=full)).refused()
    assert len(told.splitlines()) == 1
    assert "磁盘空间不足" in told


def test_nobody_listens(tmp_path: Path) -> None:
    cases = tmp_path / "many.jsonl"
    cases.write_text(json.dumps({"received": "2026-09-18"}) + "\n", "utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        answered = ended(start("clock", "--cases", str(cases), "--json", stdout=writing))
    finally:
        os.close(writing)
    assert (answered.code, answered.err) == (0, "")
