"""`gongkai-desk report` and `report check`, as a script sees them."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gongkai_desk import documents
from gongkai_desk.cli.main import main
from gongkai_desk.domain.report_raw import document
from gongkai_desk.domain.request import ApplicantKind, Request
from gongkai_desk.services.desk import open_desk
from gongkai_desk.services.publishing_checks import Publication
from gongkai_desk.storage.database import Database
from tests.builders import a_request, an_applicant
from tests.published_reports import TEXTS
from tests.reports import MATRIX, balanced, figures


def written(folder: Path, report: object) -> str:
    path = folder / "年度 报告.json"
    path.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    return str(path)


def checked(
    capsys: pytest.CaptureFixture[str], folder: Path, report: object
) -> tuple[int, list[dict[str, Any]]]:
    code = main(["report", "check", written(folder, report), "--json"])
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["problems"]
    return code, answer["problems"]


def test_a_balanced_report_is_done(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert checked(capsys, tmp_path, balanced()) == (0, [])
    assert main(["report", "check", written(tmp_path, balanced())]) == 0
    assert capsys.readouterr().out == "数据核对一致。\n"


def test_an_error_is_told_in_the_shape_of_the_contract(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    report = balanced()
    report["reconsideration"][4] = 789
    code, problems = checked(capsys, tmp_path, report)
    assert code == 1
    assert problems == [
        {
            "severity": "error",
            "where": "table 4, 行政复议, 总计",
            "rule": "F",
            "expected": 790,
            "found": 789,
            "message": "表4，行政复议，总计：填报789，四项结果之和为790，两者应当相等。",
        }
    ]


def test_a_warning_alone_is_no_failure(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    report = balanced()
    report["previous"]["normative_documents"][2] = 5
    code, problems = checked(capsys, tmp_path, report)
    assert code == 0
    assert [problem["severity"] for problem in problems] == ["warning"]


def test_every_message_can_be_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    report = balanced() | {"agency": "", "year": "2025", "previous": {"requests": 1}}
    report["requests"] |= {"24": [1] * 7, "3": [0], "99": []}
    del report["requests"]["4"]
    report["proactive"] = {"fees_10k_yuan": "/", "rules": [0, "无", None]}
    report["litigation_after"] = None
    code, problems = checked(capsys, tmp_path, report)
    assert code == 1
    assert all(problem["message"] and "{" not in problem["message"] for problem in problems)
    assert all(set(problem) == {*PROBLEM} for problem in problems)


PROBLEM = ("severity", "where", "rule", "expected", "found", "message")


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"7", b"\xff\xfe", b'{"year": 1, "year": 2}', b"[" * 5000],
    ids=["empty", "cut", "list", "number", "no-utf-8", "twice", "deep"],
)
def test_a_file_that_is_no_report_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "报告.json"
    path.write_bytes(content)
    assert main(["report", "check", str(path), "--json"]) == 1
    answer = capsys.readouterr()
    assert answer.out == ""
    assert len(answer.err.splitlines()) == 1


def test_a_missing_file_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["report", "check", str(tmp_path / "没有.json")]) == 1
    assert "没有.json" in capsys.readouterr().err


def test_a_byte_order_mark_does_no_harm(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text(json.dumps(document(figures())), encoding="utf-8-sig")
    assert main(["report", "check", str(path)]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["report"],
        ["report", "check"],
        ["report", "check", "a.json", "--out", "x"],
        ["report", "2025"],
        ["report", "last", "--out", "x"],
        ["report", "２０２５", "--out", "x"],
        ["report", "2025", "more", "--out", "x"],
        ["report", "2025", "--out", "x", "--format", "exe"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_the_report_of_a_year(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, office_file: Path
) -> None:
    out = tmp_path / "输出 文件夹"
    office = ["--office", str(office_file)]
    assert main(["report", "2025", "--out", str(out), "--json", *office]) == 0
    answer = capsys.readouterr()
    report = json.loads(answer.out)
    assert list(report) == [
        "agency",
        "year",
        "proactive",
        "requests",
        "reconsideration",
        "litigation_direct",
        "litigation_after",
        "previous",
        "problems",
    ]
    assert report["requests"] == {str(row): [0] * 7 for row in range(1, 26)}
    assert {problem["rule"] for problem in report["problems"]} == {"text"}
    assert "草稿" in answer.err
    name = "威宁市云海区司法局2025年政府信息公开工作年度报告"
    made = sorted(path.name for path in out.iterdir())
    assert made == [f"{name}.{ending}" for ending in ("docx", "html", "pdf", "xlsx")]
    assert checked(capsys, tmp_path, report) == (0, [])


def test_only_the_formats_asked_for_are_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, office_file: Path
) -> None:
    arguments = ["report", "2025", "--out", str(tmp_path / "x"), "--office", str(office_file)]
    assert main([*arguments, "--format", "xlsx"]) == 0
    assert "已写入" in capsys.readouterr().out
    assert [path.suffix for path in (tmp_path / "x").iterdir()] == [".xlsx"]


@pytest.mark.parametrize("kind", ["docx", "html", "pdf", "xlsx"])
def test_a_published_report_is_checked_in_the_same_shape(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"公开 报告.{kind}"
    wrong = {**MATRIX, 24: (*MATRIX[24][:6], MATRIX[24][6] + 1)}
    writer = getattr(documents, f"report_{'html' if kind == 'xlsx' else kind}")
    writer.write_report(figures(requests=wrong), TEXTS, path, draft=False)
    assert main(["report", "check", str(path), "--json"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert all(set(problem) == {*PROBLEM} for problem in problems)
    assert {problem["rule"] for problem in problems} == {"A", "B", "C"}
    assert {problem["where"] for problem in problems} == {"table 3, row 24, 总计"}


def test_a_published_file_that_is_no_report_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "通知.html"
    path.write_text("<html><p>关于放假的通知</p></html>", encoding="utf-8")
    assert main(["report", "check", str(path), "--json"]) == 1
    answer = capsys.readouterr()
    assert answer.out == ""
    assert "不是年度报告" in answer.err


def test_a_published_year_gives_out_the_frozen_files(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, office_file: Path
) -> None:
    kept = publish(office_file)
    office = ["--office", str(office_file)]
    assert main(["report", "2025", "--out", str(tmp_path / "一"), "--json", *office]) == 0
    answer = capsys.readouterr()
    report = json.loads(answer.out)
    assert (report["requests"]["1"], report["problems"]) == ([1, 0, 0, 0, 0, 0, 1], [])
    assert "第1版" in answer.err
    assert {path.name: path.read_bytes() for path in (tmp_path / "一").iterdir()} == kept


def test_what_changed_since_is_told_as_warnings(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, office_file: Path
) -> None:
    kept = publish(office_file)
    with Database.open(office_file) as database, database.write("test") as work:
        (request,) = database.read(Request)
        work.put(replace(request, applicant=an_applicant(kind=ApplicantKind.RESEARCH)))
    office = ["--office", str(office_file), "--format", "html"]
    assert main(["report", "2025", "--out", str(tmp_path / "二"), "--json", *office]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["requests"]["1"] == [1, 0, 0, 0, 0, 0, 1]
    told = [[each[name] for name in PROBLEM[:5]] for each in report["problems"]]
    assert told == [
        ["warning", "table 3, row 1, 自然人", "count", 0, 1],
        ["warning", "table 3, row 1, 科研机构", "count", 1, 0],
        ["warning", "table 3, row 25, 自然人", "count", 0, 1],
        ["warning", "table 3, row 25, 科研机构", "count", 1, 0],
    ]
    assert all("2025-001" in each["message"] for each in report["problems"])
    (page,) = (tmp_path / "二").iterdir()
    assert page.read_bytes() == kept[page.name]
    assert main(["report", "2025", "--out", str(tmp_path / "二"), *office]) == 0
    assert "有4处数字或办件不同" in capsys.readouterr().out
    with open_desk(office_file) as desk:
        desk.publishing.begin_correction(2025, "主体类型更正", dt.date(2026, 2, 1))
    assert main(["report", "2025", "--out", str(tmp_path / "三"), *office]) == 0
    assert "正在编制的更正版" in capsys.readouterr().out
    (page,) = (tmp_path / "三").iterdir()
    assert page.read_bytes() != kept[page.name]


def publish(office_file: Path) -> dict[str, bytes]:
    """Publish a report of 2025 with one request; the frozen files by name."""
    received = dt.date(2025, 12, 22)
    day = dt.date(2026, 1, 22)
    with open_desk(office_file) as desk:
        desk.register.add(
            a_request(number="2025-001", received=received, arrived=received, submitted=received),
            on=day,
        )
        texts = replace(TEXTS, overview=("及时公开。",) * 5, other="未收取信息处理费。")
        draft = replace(desk.reporting.draft(2025), texts=texts)
        desk.publishing.publish(draft, Publication(published_on=day), day)
        edition = desk.publishing.latest(2025)
        assert edition is not None
        return {file.name: desk.publishing.content(file) for file in edition.files}
