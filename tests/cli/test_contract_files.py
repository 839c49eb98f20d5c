"""Hostile files: whatever comes in, one clear line goes out and the office file stays as it was."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.cli.outside import Inside, content
from tests.holiday_notices import AMENDMENT_2027, NOTICE_2027
from tests.plans import SMALL
from tests.reports import balanced


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Inside:
    return Inside(capsys)


def word() -> bytes:
    buffer, document = io.BytesIO(), docx.Document()
    for line in SMALL.splitlines():
        document.add_paragraph(line)
    document.save(buffer)
    return buffer.getvalue()


def workbook() -> bytes:
    buffer, book = io.BytesIO(), openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["2025年云海区政务公开重点工作"],
        ["工作任务", "公开内容", "责任单位", "完成时限"],
        ["决策公开", "公开决策草案", "区司法局、财政局负责", "6月底前"],
    ):
        sheet.append(row)
    book.save(buffer)
    return buffer.getvalue()


def page(draw: Callable[[Canvas], object], password: str = "") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password) if password else None)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scanned(canvas: Canvas) -> None:
    canvas.drawInlineImage(Image.new("RGB", (60, 80), "white"), 0, 0, 600, 800)


def hello(canvas: Canvas) -> None:
    canvas.drawString(100, 700, "hello")


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * (300 << 20))
    return buffer.getvalue()


BAD_PLANS: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.txt": (bytes, "空文件"),
    "blank.txt": (lambda: b" \r\n\t\n", "空文件"),
    "binary.txt": (lambda: bytes(range(256)) * 20, "不是文本"),
    "prose.txt": ("今天天气很好。".encode, "没有找到任务"),
    "cut.docx": (lambda: word()[:9000], "已损坏"),
    "cut.xlsx": (lambda: workbook()[:2000], "已损坏"),
    "cut.pdf": (lambda: page(hello)[:600], "已损坏"),
    "bomb.docx": (bomb, "未予打开"),
    "scan.pdf": (lambda: page(scanned), "扫描件"),
    "locked.pdf": (lambda: page(hello, "secret"), "密码"),
    "hello.pdf": (lambda: page(hello), "没有找到任务"),
    "old.doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"a" * 600, "旧格式"),
}


@pytest.mark.parametrize("name", BAD_PLANS)
def test_a_plan_that_cannot_be_read(
    run: Inside, office_file: Path, tmp_path: Path, name: str
) -> None:
    make, why = BAD_PLANS[name]
    path = tmp_path / f"坏 的 {name}"
    path.write_bytes(make())
    before = content(office_file)
    for more in ((), ("--dry-run", "--json")):
        told = run("plan", "import", path, "--office", office_file, *more).refused()
        assert len(told.splitlines()) == 1
        assert why in told
        assert path.name in told
    assert content(office_file) == before


@pytest.mark.parametrize(("ending", "make", "count"), [("docx", word, 3), ("xlsx", workbook, 1)])
def test_the_name_does_not_tell_the_kind(
    run: Inside, tmp_path: Path, ending: str, make: Callable[[], bytes], count: int
) -> None:
    for name in (f"要点.{ending}", "要点"):
        path = tmp_path / name
        path.write_bytes(make())
        assert run("plan", "import", path, "--dry-run", "--json").json["task_count"] == count


def test_a_workbook_gives_units_and_deadline(run: Inside, tmp_path: Path) -> None:
    path = tmp_path / "分工.xlsx"
    path.write_bytes(workbook())
    (task,) = run("plan", "import", path, "--dry-run", "--json").json["tasks"]
    assert task["responsible_units"] == ["区司法局", "区财政局"]
    assert (task["deadline"]["kind"], task["deadline"]["date"]) == ("by_date", "2025-06-30")


# --- notices


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("共8天", "共7天"),
        ("1月1日（周四）", "1月1日（周五）"),
        ("2月15日（周日）上班", "2月14日（周日）上班"),
        ("2月16日（周二）上班", "2月14日（周日）上班"),
        ("", "六、中秋节：9月15日（周三）放假1天，不调休。"),
        ("2月30日", "2月5日"),
        ("", NOTICE_2027),
        ("今天天气很好。", NOTICE_2027),
    ],
)
def test_a_notice_that_contradicts_itself(
    run: Inside, office_file: Path, tmp_path: Path, wrong: str, right: str
) -> None:
    assert right in NOTICE_2027
    path = tmp_path / "通知 文.txt"
    path.write_text(NOTICE_2027.replace(right, wrong), "utf-8")
    before = content(office_file)
    run("calendar", "import", path, "--office", office_file).refused()
    assert content(office_file) == before


def test_notices_are_taken_again_and_amended(
    run: Inside, office_file: Path, tmp_path: Path
) -> None:
    office, show = ("--office", office_file), ("calendar", "show", 2027, "--json")
    yearly, amending = tmp_path / "通知.txt", tmp_path / "调整.txt"
    yearly.write_text(NOTICE_2027, "utf-8")
    amending.write_text(AMENDMENT_2027, "utf-8")
    for _again in range(2):
        assert run("calendar", "import", yearly, *office).code == 0
        first = run(*show, *office).json
        assert (first["confirmed"], first["working_days"]) == (True, 249)
    assert run("calendar", "import", amending, *office).code == 0
    amended = run(*show, *office).json
    assert set(amended["days_off"]) - set(first["days_off"]) == {"2027-06-10", "2027-06-11"}
    assert set(amended["makeup_days"]) - set(first["makeup_days"]) == {"2027-06-06", "2027-06-13"}
    assert run(*show).json["confirmed"] is False  # another file knows nothing of it
    asked = ("clock", "--received", "2026-12-10", "--as-of", "2026-12-10", "--json")
    assert run(*asked, *office).json["provisional"] is False
    assert run(*asked).json["provisional"] is True


def test_a_far_year_is_as_welcome(run: Inside, office_file: Path, tmp_path: Path) -> None:
    lines = (
        "国务院办公厅关于2060年部分节假日安排的通知",
        "一、元旦：1月1日放假1天，不调休。",
        "二、春节：2月1日至7日放假，共7天。",
        "三、清明节：4月4日放假1天，不调休。",
        "四、劳动节：5月1日至2日放假，共2天。",
        "五、端午节：6月3日放假1天，不调休。",
        "六、中秋节：9月9日放假1天，不调休。",
        "七、国庆节：10月1日至3日放假，共3天。",
    )
    path = tmp_path / "远.txt"
    path.write_text("\n".join(lines), "utf-8")
    taken = run("calendar", "import", path, "--office", office_file)
    assert (taken.code, taken.err) == (0, "")
    shown = run("calendar", "show", 2060, "--json", "--office", office_file).json
    assert (shown["confirmed"], len(shown["days_off"])) == (True, 16)


@pytest.mark.parametrize(
    ("title", "text", "days_off"),
    [
        ("延长2027年春节假期", "延长2027年春节假期至2月13日（星期六），2月15日起正常上班。", 2),
        ("调整2027年端午节假期安排", "2027年6月9日至11日放假调休，共3天。", 2),
        ("调整2027年端午节假期安排", "一、2027年6月9日至11日放假调休，共3天。", 2),
    ],
)
def test_an_amendment_loses_no_day(
    run: Inside, office_file: Path, tmp_path: Path, title: str, text: str, days_off: int
) -> None:
    office, path = ("--office", office_file), tmp_path / "通知.txt"
    path.write_text(NOTICE_2027, "utf-8")
    assert run("calendar", "import", path, *office).code == 0
    before = run("calendar", "show", 2027, "--json", *office).json
    path.write_text(f"国务院办公厅关于{title}的通知\n{text}", "utf-8")
    amended = run("calendar", "import", path, *office)
    assert (amended.code, amended.err) == (0, "")
    after = run("calendar", "show", 2027, "--json", *office).json
    assert len(set(after["days_off"]) - set(before["days_off"])) == days_off


@pytest.mark.parametrize(
    "text",
    [
        "现将2027年端午节调整为6月9日至11日放假调休，共3天。",
        "一、2027年6月9日至11日放假调休，共4天。",
        "一、2027年6月10日（星期五）放假。",
        "今年没有变化。",
    ],
)
def test_an_amendment_that_is_not_understood(
    run: Inside, office_file: Path, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "通知.txt"
    path.write_text(f"国务院办公厅关于调整2027年端午节假期安排的通知\n{text}", "utf-8")
    before = content(office_file)
    run("calendar", "import", path, "--office", office_file).refused()
    assert content(office_file) == before


# --- reports


def checked(run: Inside, folder: Path, text: str) -> Any:
    path = folder / "报 告.json"
    path.write_text(text, "utf-8")
    return run("report", "check", path, "--json")


@pytest.mark.parametrize(
    "cell", ['""', '"/"', '"—"', '"无"', "null", "-1", "1.5", "true", "NaN", "1e400", "[[]]", "{}"]
)
def test_a_cell_that_is_no_whole_number(run: Inside, tmp_path: Path, cell: str) -> None:
    report = balanced()
    report["requests"]["7"][2] = "HERE"
    report["litigation_after"][3] = "HERE"
    report["proactive"]["normative_documents"][1] = "HERE"
    answer = checked(run, tmp_path, json.dumps(report).replace('"HERE"', cell))
    assert answer.code == 1
    assert list(answer.json) == ["problems"]
    places = {problem["where"]: problem for problem in answer.json["problems"]}
    assert places["table 3, row 7, 科研机构"]["severity"] == "error"
    assert len([one for one in places.values() if one["rule"] == "E"]) >= 3
    for problem in places.values():
        assert list(problem) == ["severity", "where", "rule", "expected", "found", "message"]
        assert len(problem["message"].splitlines()) == 1


@pytest.mark.parametrize("row", range(1, 26))
def test_every_number_of_table_3_is_checked(run: Inside, tmp_path: Path, row: int) -> None:
    report = balanced()
    report.pop("previous", None)
    report["requests"][str(row)][0] += 1
    answer = checked(run, tmp_path, json.dumps(report))
    rules = {problem["rule"] for problem in answer.json["problems"]}
    outer = {"A"} if row in (1, 2, 25) else {"B"}
    assert answer.code == 1
    assert rules == ({"A", "B", "C"} if row == 24 else outer | {"C"})


def test_a_sound_report_and_last_year(run: Inside, tmp_path: Path) -> None:
    report = balanced()
    report.pop("previous", None)
    assert checked(run, tmp_path, json.dumps(report)).code == 0
    report["previous"] = {"requests": {"25": report["requests"]["2"]}}
    assert checked(run, tmp_path, json.dumps(report)).json == {"problems": []}
    report["previous"]["normative_documents"] = [0, 0, 10**6]
    warned = checked(run, tmp_path, json.dumps(report))
    assert warned.code == 0
    assert [(one["rule"], one["severity"]) for one in warned.json["problems"]] == [("G", "warning")]
    report["previous"]["requests"]["25"] = [0] * 7
    assert checked(run, tmp_path, json.dumps(report)).code == 1


@pytest.mark.parametrize(
    "text",
    ["", "no json", "[]", '{"year": 1, "year": 2}', "[" * 5000, '{"year": %s}' % ("9" * 5000)],
)
def test_what_is_no_report(run: Inside, tmp_path: Path, text: str) -> None:
    assert len(checked(run, tmp_path, text).refused().splitlines()) == 1


# --- the office file itself


@pytest.mark.parametrize("damage", [b"", b"no office file" * 100])
def test_a_file_that_is_no_office_file(run: Inside, tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "坏 的.db"
    path.write_bytes(damage)
    for command in (("check",), ("plan", "list"), ("register", "list"), ("backup", tmp_path / "b")):
        assert len(run(*command, "--office", path).refused().splitlines()) == 1
        assert path.read_bytes() == damage


def test_a_backup_is_put_onto_a_damaged_file(
    run: Inside, office_file: Path, tmp_path: Path
) -> None:
    copy, office = tmp_path / "备 份.db", ("--office", office_file)
    before = content(office_file)
    assert run("backup", copy, *office).code == 0
    with office_file.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 20_000)
    run("check", *office).refused()
    assert run("restore", copy, *office).code == 0
    assert run("check", *office).code == 0
    assert content(office_file) == before
