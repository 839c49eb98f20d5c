"""The program as a script sees it: arguments in; exit code, output and errors out."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gongkai_desk.cli.main import main

SHARED = Path(__file__).parents[2] / ".." / "shared"
"""Beside a checkout of the developers; tests that need it skip without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on output; NaN and Infinity are none of JSON."""
        return json.loads(self.out, parse_constant=_no_json)

    def refused(self) -> str:
        """The lines of a refusal: exit 1, nothing on output, Chinese, no traceback."""
        assert self.code == 1
        assert self.out == ""
        assert "Traceback" not in self.err
        assert "错" in self.err or any("\u4e00" <= letter <= "\u9fff" for letter in self.err)
        return self.err

    def wrong_usage(self) -> str:
        assert self.code == 2
        assert self.out == ""
        assert "用法有误：" in self.err
        assert "Traceback" not in self.err
        return self.err


def _no_json(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


class Inside:
    """Runs a command in this process: fast, for the many cases."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Answer:
        self._capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        out, err = self._capsys.readouterr()
        return Answer(code=code, out=out, err=err)


def process(
    *arguments: object,
    given: bytes = b"",
    module: bool = False,
    environment: Mapping[str, str] | None = None,
) -> Answer:
    """Runs a command in a process of its own; `module`: as `python -m gongkai_desk`."""
    script = Path(sys.executable).with_name("gongkai-desk")
    start = [sys.executable, "-m", "gongkai_desk"] if module else [str(script)]
    ran = subprocess.run(
        [*start, *map(str, arguments)],
        input=given,
        capture_output=True,
        env={**os.environ, **(environment or {})},
        timeout=60,
        check=False,
    )
    return Answer(code=ran.returncode, out=ran.stdout.decode(), err=ran.stderr.decode())


def content(office_file: Path) -> list[str]:
    """Everything an office file holds, as SQL."""
    with closing(sqlite3.connect(office_file)) as connection:
        return list(connection.iterdump())
