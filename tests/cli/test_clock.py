from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gongkai_desk.cli.main import main
from tests.holiday_notices import NOTICE_2027


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["clock", *arguments, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_the_shape_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(
        capsys,
        "--received", "2026-09-18",
        "--event", "2026-09-25:consultation_sent:甲",
        "--event", "2026-09-28:extended:5",
        "--event", "2026-09-30:consultation_sent:甲",
        "--as-of", "2026-10-12",
    )  # fmt: skip
    assert list(found) == [
        "received", "state", "due", "remaining", "overdue", "provisional",
        "clarification_due", "closed_on", "steps", "warnings",
    ]  # fmt: skip
    assert found["state"] == "suspended"
    assert found["clarification_due"] == "2026-09-29"
    assert found["closed_on"] is None
    first = found["steps"][0]
    assert list(first) == ["date", "what", "basis", "counted", "due", "note"]
    assert (first["what"], first["basis"], first["counted"]) == ("received", "第三十一条", 0)
    assert [step["what"] for step in found["steps"][1:]] == [
        "consultation_sent", "extended", "consultation_sent",
    ]  # fmt: skip
    assert len(found["warnings"]) == 1
    assert isinstance(found["warnings"][0], str)


def test_words(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--received", "2026-11-25", "--event", "2026-12-01:extended:20"]
    assert main(["clock", *arguments, "--as-of", "2027-03-01"]) == 0
    out = capsys.readouterr().out
    assert "第三十三条" in out
    assert "延期答复" in out
    assert "已逾期" in out
    assert "暂定" in out


def test_without_a_day_the_answer_is_for_today(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "--received", "2026-09-18")["due"] == "2026-10-22"


def test_the_office_file_brings_its_notices(
    office_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notice = tmp_path / "notice.txt"
    notice.write_text(NOTICE_2027, encoding="utf-8")
    office = ["--office", str(office_file)]
    assert main(["calendar", "import", str(notice), *office]) == 0
    capsys.readouterr()
    case = ["--received", "2027-01-20", "--as-of", "2027-01-20"]
    assert answer(capsys, *case)["provisional"] is True
    assert answer(capsys, *case, *office)["provisional"] is False


@pytest.mark.parametrize(
    "arguments",
    [
        ["--received", "2026-13-01"],
        ["--received", "18.9.2026"],
        ["--received", "2026-09-18", "--as-of", "later"],
        ["--received", "2026-09-18", "--event", "2026-09-25"],
        ["--received", "2026-09-18", "--event", "2026-09-25:eaten"],
        ["--received", "2026-09-18", "--event", "2026-09-25:extended:21"],
        ["--received", "2026-09-18", "--event", "2026-09-25:extended"],
        ["--received", "2026-09-18", "--event", "2026-09-25:delayed:soon"],
        ["--received", "2026-09-18", "--event", "2026-09-17:replied"],
        ["--received", "9999-12-20"],
        ["--cases", "没有这个文件.jsonl"],
    ],
)
@pytest.mark.parametrize("json_wanted", [[], ["--json"]])
def test_refused(
    arguments: list[str], json_wanted: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["clock", *arguments, *json_wanted]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [[], ["--cases", "x", "--received", "2026-09-18"], ["--event", "x"]]
)
def test_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["clock", *arguments])
    assert ended.value.code == 2


GOOD: list[dict[str, Any]] = [
    {"received": "2026-09-18", "events": [], "as_of": "2026-10-12"},
    {
        "received": "2026-09-18",
        "events": [["2026-09-25", "extended", "20"], ["2026-09-24", "fee_noticed", None]],
        "as_of": "2026-10-12",
    },
    {"received": "2026-03-02", "events": [["2026-03-09", "extended", 5]], "as_of": "2026-03-10"},
]


def cases(path: Path, *lines: object) -> list[str]:
    texts = (one if isinstance(one, str) else json.dumps(one) for one in lines)
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return ["clock", "--cases", str(path), "--json"]


def test_many_at_once_in_their_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(cases(tmp_path / "案例 集.jsonl", *GOOD)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(GOOD)
    found = [json.loads(line) for line in lines]
    assert [one["received"] for one in found] == [one["received"] for one in GOOD]
    assert found[0] == answer(capsys, "--received", "2026-09-18", "--as-of", "2026-10-12")
    assert found[1]["state"] == "awaiting_payment"


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "[]",
        "[" * 100_000,
        {"events": []},
        {"received": "2026-09-18", "events": {}},
        {"received": "2026-09-18", "events": [["2026-09-25"]]},
        {"received": "2026-09-18", "events": [["2026-09-25", "extended", True]]},
        {"received": "2026-09-18", "events": [["2026-09-25", 3, None]]},
        {"received": "2026-09-18", "events": [["2026-09-25", "extended", "99"]]},
        {"received": "2026-09-18", "events": [["2026-09-01", "replied", None]]},
        {"received": 20260918, "events": []},
        {"received": "9999-12-20", "events": []},
        {"received": "2026-09-18", "events": [], "asof": "2026-09-20"},
    ],
)
def test_one_bad_line_and_nothing_is_answered(
    tmp_path: Path, bad: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(cases(tmp_path / "cases.jsonl", GOOD[0], bad)) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "第 2 行" in err
    assert len(err.splitlines()) == 1


def test_cases_in_another_encoding_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_bytes("案".encode("gb18030"))
    assert main(["clock", "--cases", str(path), "--json"]) == 1
    assert "UTF-8" in capsys.readouterr().err
