from __future__ import annotations

import json

import pytest

from gongkai_desk.cli.main import main


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fee", "items", "31", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "total": 2200,
        "tiers": [
            {"from": 11, "to": 30, "rate": 100, "count": 20, "amount": 2000},
            {"from": 31, "to": 40, "rate": 200, "count": 1, "amount": 200},
        ],
    }


def test_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fee", "pages", "201"]) == 0
    out = capsys.readouterr().out
    assert "2,740 元" in out
    assert len(out.splitlines()) == 4


@pytest.mark.parametrize("number", ["-1", "x", "1.5", "", "１０", "99999999999999999999"])
@pytest.mark.parametrize("scale", ["items", "pages"])
def test_refused(scale: str, number: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fee", scale, number]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["fee"], ["fee", "items"], ["fee", "grams", "3"]])
def test_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
