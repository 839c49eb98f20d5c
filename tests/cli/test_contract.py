"""The contract of the command line, to the letter, as scripts rely on it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gongkai_desk.services.desk import open_desk
from tests.cli.outside import Inside, content, process
from tests.plans import SMALL

CLOCK = ("clock", "--received", "2026-09-18", "--as-of", "2026-10-15")
SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
CLOCK_KEYS = (
    "received state due remaining overdue provisional clarification_due closed_on steps warnings"
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Inside:
    return Inside(capsys)


# --- in processes of their own


def test_the_whole_way_in_a_folder_with_blanks(tmp_path: Path) -> None:
    folder = tmp_path / "我的 文档"
    folder.mkdir()
    office, plan = folder / "单位 文件.db", folder / "工作 要点.txt"
    plan.write_text(SMALL, "utf-8")
    made = process("init", "--name", "云海区司法局", "--short-name", "区司法局", "--office", office)
    assert (made.code, made.err) == (0, "")
    imported = process("plan", "import", plan, "--office", office, "--json")
    assert imported.code == 0
    assert imported.json["task_count"] == 3
    listed = process("plan", "list", "--office", office, "--json", module=True)
    assert listed.json == imported.json
    assert "\\u" not in listed.out
    report = process("report", 2025, "--out", folder / "报 告", "--office", office, "--json")
    assert report.code == 0
    assert report.json["year"] == 2025
    endings = sorted(path.suffix for path in (folder / "报 告").iterdir())
    assert endings == [".docx", ".html", ".pdf", ".xlsx"]
    assert process("check", "--office", office).code == 0


def test_standard_input_is_read_with_any_line_ends() -> None:
    given = b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
    read = process("plan", "import", "-", "--dry-run", "--json", given=given)
    assert read.code == 0
    assert read.json["task_count"] == 3
    assert "\r" not in json.dumps(read.json)
    assert "\ufeff" not in read.json["title"]


def test_the_default_office_file_may_be_missing(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    read = process(
        "plan", "import", "-", "--dry-run", "--json", given=SMALL.encode(), environment=home
    )
    assert read.code == 0
    assert [task["ours"] for task in read.json["tasks"]] == [False] * 3
    assert "找不到文件" in process("plan", "list", environment=home).refused()


def test_messages_in_english() -> None:
    english = {"GONGKAI_DESK_LANGUAGE": "en"}
    refused = process("clock", "--received", "2026-02-30", environment=english)
    assert refused.code == 1
    assert refused.err.isascii() or "“2026-02-30” is no date" in refused.err
    assert "Wrong usage" in process("clock", environment=english).err
    assert "options:" in process("--help", environment=english).out


def test_without_a_screen_the_window_says_so() -> None:
    script = "from gongkai_desk.cli.main import main; raise SystemExit(main([]))"
    ran = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        env={name: value for name, value in os.environ.items() if name not in SCREEN},
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert "没有可显示窗口的屏幕" in ran.stderr.decode()
    assert len(ran.stderr.decode().splitlines()) == 1


def test_a_second_process_is_told_who_holds_the_file(office_file: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(SMALL, "utf-8")
    with open_desk(office_file):
        for command in (("plan", "list"), ("plan", "import", plan), ("check",)):
            told = process(*command, "--office", office_file).refused()
            assert str(os.getpid()) in told
            assert len(told.splitlines()) == 1
        preview = process("plan", "import", plan, "--dry-run", "--json", "--office", office_file)
    assert preview.code == 0
    assert preview.json["task_count"] == 3
    assert "未标出本单位的任务" in preview.err


# --- wrong usage


@pytest.mark.parametrize(
    "arguments",
    [
        "nosuch",
        "init",
        "init --name x --kind town",
        "plan",
        "plan import",
        "plan import a b",
        "plan import a --year zwei",
        "plan list --no-such-flag",
        "register",
        "register show",
        "register export",
        "register list --status asleep",
        "clock",
        "clock --received",
        "clock --received 2026-09-18 --cases x --json",
        "clock --received 2026-09-18 more",
        "fee",
        "fee items",
        "fee miles 3",
        "calendar",
        "calendar show",
        "calendar import",
        "report",
        "report check",
        "report 25 --out x",
        "report 2025",
        "report 2025 --out x --format odt",
        "report check x --out y",
        "backup",
        "restore",
        "check it",
        "demo",
    ],
)
def test_wrong_usage(run: Inside, arguments: str) -> None:
    told = run(*arguments.split()).wrong_usage()
    complaint = told.splitlines()[-1]
    for english in ("argument ", "required", "invalid", "unrecognized", "expected", "usage:"):
        assert english not in told, complaint


@pytest.mark.parametrize(
    "command",
    [
        "init",
        "plan",
        "register",
        "clock",
        "fee",
        "calendar",
        "report",
        "backup",
        "restore",
        "check",
        "demo",
    ],
)
def test_help_is_chinese(run: Inside, command: str) -> None:
    told = run(command, "--help")
    assert told.code == 0
    assert told.out.startswith("用法：")
    for english in ("positional arguments", "options:", "show this help"):
        assert english not in told.out


# --- clock, fee, calendar


def test_the_clock_has_the_shape_of_the_contract(run: Inside) -> None:
    answer = run(*CLOCK, "--json").json
    assert list(answer) == CLOCK_KEYS.split()
    assert (answer["due"], answer["remaining"]) == ("2026-10-22", 5)
    assert (answer["overdue"], answer["provisional"]) == (False, False)
    assert (answer["clarification_due"], answer["closed_on"]) == ("2026-09-29", None)
    assert answer["warnings"] == []
    (step,) = answer["steps"]
    assert list(step) == ["date", "what", "basis", "counted", "due", "note"]
    assert (step["what"], step["basis"], step["counted"]) == ("received", "第三十一条", 0)
    assert isinstance(step["note"], str)


@pytest.mark.parametrize(
    ("received", "seven", "twenty"),
    [
        ("2026-01-05", "2026-01-14", "2026-02-02"),
        ("2026-02-10", "2026-02-26", "2026-03-16"),
        ("2026-02-14", "2026-03-03", "2026-03-20"),
        ("2026-04-03", "2026-04-15", "2026-05-07"),
        ("2026-04-30", "2026-05-13", "2026-06-01"),
        ("2026-09-19", "2026-09-29", "2026-10-22"),
        ("2026-09-20", "2026-09-30", "2026-10-23"),
        ("2026-09-28", "2026-10-13", "2026-10-30"),
        ("2026-10-01", "2026-10-15", "2026-11-03"),
        ("2026-11-20", "2026-12-01", "2026-12-18"),
    ],
)
def test_the_vectors_of_the_law(run: Inside, received: str, seven: str, twenty: str) -> None:
    answer = run("clock", "--received", received, "--as-of", received, "--json").json
    assert (answer["clarification_due"], answer["due"]) == (seven, twenty)
    assert (answer["remaining"], answer["overdue"]) == (20, False)


def test_while_the_applicant_must_act_there_is_no_due_date(run: Inside) -> None:
    for kind, state in (
        ("clarification_requested", "awaiting_clarification"),
        ("fee_noticed", "awaiting_payment"),
    ):
        answer = run(*CLOCK, "--event", f"2026-09-22:{kind}", "--json").json
        assert (answer["state"], answer["due"], answer["remaining"]) == (state, None, None)
        assert answer["overdue"] is False


def test_a_consultation_counts_with_its_whole_time_while_it_runs(run: Inside) -> None:
    event = ("--event", "2026-09-22:consultation_sent:甲", "--json")
    running = run("clock", "--received", "2026-09-18", "--as-of", "2026-09-30", *event).json
    # 15 working days after 22 September end on 20 October; three were used up before, 17 are left
    assert (running["state"], running["due"]) == ("suspended", "2026-11-12")
    later = run("clock", "--received", "2026-09-18", "--as-of", "2026-10-21", *event).json
    assert (later["state"], later["due"]) == ("running", "2026-11-12")


def test_far_years_are_provisional(run: Inside) -> None:
    for received in ("2026-12-10", "2027-03-01", "2099-01-04"):
        assert run("clock", "--received", received, "--json").json["provisional"] is True
    assert run("clock", "--received", "0001-01-01", "--as-of", "0001-01-05", "--json").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        "--received 2026-02-30",
        "--received 9999-12-31",
        "--received 2026-9-18",
        "--received ２０２６-09-18",
        "--received 2026-09-18 --as-of morgen",
        "--received 2026-09-18 --event x",
        "--received 2026-09-18 --event 2026-09-20:asleep",
        "--received 2026-09-18 --event 2026-09-20:delayed",
        "--received 2026-09-18 --event 2026-09-20:delayed:notadate",
        "--received 2026-09-18 --event 2026-09-20:extended",
        "--received 2026-09-18 --event 2026-09-20:extended:0",
        "--received 2026-09-18 --event 2026-09-20:extended:21",
        "--received 2026-09-18 --event 2026-09-20:extended:x",
        "--received 2026-09-18 --event 2026-09-01:replied",
        "--cases nosuchfile --json",
    ],
)
def test_the_clock_refuses(run: Inside, arguments: str) -> None:
    told = run("clock", *arguments.split()).refused()
    assert len(told.splitlines()) == 1
    assert "No such file" not in told


def test_the_order_of_entry_changes_nothing(run: Inside) -> None:
    events = [
        "2026-09-22:consultation_sent:A",
        "2026-09-28:consultation_answered:A",
        "2026-10-09:extended:5",
    ]
    forth = [part for event in events for part in ("--event", event)]
    back = [part for event in reversed(events) for part in ("--event", event)]
    assert run(*CLOCK, *forth, "--json").json == run(*CLOCK, *back, "--json").json


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[[[]]]",
        '{"received": NaN}',
        '{"received": "2026-09-18", "received": "2026-09-19"}',
        '{"received": "2026-09-18", "events": [["2026-09-19", "asleep", null]]}',
        '{"received": "2026-09-18", "events": [["2026-09-19", "extended", 20.5]]}',
        '{"received": "2026-09-18", "events": [["2026-09-19", "extended", %s]]}' % ("9" * 5000),
        '{"received": "2026-09-18", "events": {"a": [[]]}}',
        '{"received": "2026-09-18", "as_of": 5}',
        "[" * 5000,
    ],
)
def test_a_bad_case_is_named_by_its_line(run: Inside, tmp_path: Path, line: str) -> None:
    cases = tmp_path / "案例 一.jsonl"
    cases.write_text(f'{{"received": "2026-09-18", "as_of": "2026-10-15"}}\n{line}\n', "utf-8")
    told = run("clock", "--cases", cases, "--json").refused()
    assert told.startswith("第 2 行")
    assert len(told.splitlines()) == 1


def test_fees(run: Inside) -> None:
    answer = run("fee", "items", 31, "--json").json
    assert answer == {
        "total": 2200,
        "tiers": [
            {"from": 11, "to": 30, "rate": 100, "count": 20, "amount": 2000},
            {"from": 31, "to": 40, "rate": 200, "count": 1, "amount": 200},
        ],
    }
    items = {0: 0, 10: 0, 11: 100, 30: 2000, 31: 2200, 40: 4000, 41: 4300, 50: 7000}
    pages = {0: 0, 30: 0, 31: 10, 68: 380, 100: 700, 101: 720, 200: 2700, 201: 2740}
    for way, totals in (("items", items), ("pages", pages)):
        for number, total in totals.items():
            assert run("fee", way, number, "--json").json["total"] == total
    for text in ("-1", "x", "1.5", "9" * 30, "３"):
        assert len(run("fee", "items", text).refused().splitlines()) == 1


def test_the_calendar(run: Inside) -> None:
    answer = run("calendar", "show", 2026, "--json").json
    assert list(answer) == [
        "year",
        "confirmed",
        "source",
        "working_days",
        "days_off",
        "makeup_days",
    ]
    assert (answer["year"], answer["confirmed"], answer["working_days"]) == (2026, True, 248)
    assert len(answer["days_off"]) == 33
    assert answer["makeup_days"] == [
        f"2026-{day}" for day in ("01-04", "02-14", "02-28", "05-09", "09-20", "10-10")
    ]
    assert run("calendar", "show", 2025, "--json").json["working_days"] == 248
    assert run("calendar", "show", 2027, "--json").json["confirmed"] is False
    for year in ("0", "99999", "abcd", "-5"):
        answered = run("calendar", "show", year)
        assert answered.code in (1, 2)


def test_english_in_process(run: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_DESK_LANGUAGE", "en")
    assert "required" in run("fee", "items").err
    assert "no such file or folder" in run("clock", "--cases", "nosuchfile").err


def test_what_was_refused_left_the_office_file_alone(
    run: Inside, office_file: Path, tmp_path: Path
) -> None:
    before = content(office_file)
    rubbish = tmp_path / "rubbish.bin"
    rubbish.write_bytes(bytes(range(256)) * 20)
    office = ("--office", office_file)
    for command in (
        ("plan", "import", rubbish),
        ("plan", "import", tmp_path / "missing.txt"),
        ("plan", "import", tmp_path),
        ("calendar", "import", rubbish),
        ("register", "show", "nosuch"),
        ("register", "export", tmp_path / "no folder" / "a.xlsx"),
        ("report", "2025", "--out", rubbish / "x"),
        ("backup", rubbish),
        ("restore", rubbish),
        ("restore", tmp_path / "missing.db"),
        ("init", "--name", "x"),
    ):
        told = run(*command, *office).refused()
        assert len(told.splitlines()) == 1, told
        assert content(office_file) == before


def test_the_office_file_may_be_named_before_or_after_the_command(
    run: Inside, office_file: Path
) -> None:
    before = run("--office", str(office_file), "register", "list", "--json")
    after = run("register", "list", "--json", "--office", str(office_file))
    assert before.json == after.json == {"count": 0, "requests": []}


def test_the_window_opens_the_file_that_is_named(
    run: Inside, office_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def window(arguments: list[str], **_more: object) -> int:
        asked.append(arguments)
        return 0

    monkeypatch.setattr("gongkai_desk.app.main", window)
    assert run("--office", str(office_file)).code == 0
    assert run().code == 0
    assert asked == [[str(office_file)], []]
