"""Prompts that answer from a script and remember what they were asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.problems import refuse
from gongkai_desk.ui.theme import Tone


class ScriptedPrompts:
    """`answers` are used up in order by whatever asks; an unexpected question fails the test.

    `asked` holds (kind, title, text) of everything shown, answered or not.
    """

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, str, str]] = []

    def _next(self, kind: str, title: str, text: str = "") -> Any:
        self.asked.append((kind, title, text))
        assert self.answers, f"unexpected {kind}: {title} {text}"
        return self.answers.pop(0)

    def ask(self, title: str, text: str, *, yes: str, danger: bool = False) -> bool:
        return bool(self._next("ask", title, text))

    def choose(self, title: str, text: str, choices: Sequence[str]) -> int | None:
        answer: int | None = self._next("choose", title, text)
        return answer

    def tell(self, title: str, text: str, tone: Tone = Tone.INFO) -> None:
        self.asked.append(("tell", title, text))

    def problems(self, title: str, sentences: Sequence[str]) -> None:
        self.asked.append(("problems", title, "\n".join(sentences)))

    def text(self, title: str, label: str, value: str = "", *, lines: bool = False) -> str | None:
        answer: str | None = self._next("text", title, label)
        return answer

    def open_file(self, title: str, filters: Sequence[str]) -> Path | None:
        answer: Path | None = self._next("open_file", title)
        return answer

    def open_files(self, title: str, filters: Sequence[str]) -> list[Path]:
        answer: list[Path] = self._next("open_files", title)
        return answer

    def save_file(self, title: str, name: str, filters: Sequence[str]) -> Path | None:
        answer: Path | None = self._next("save_file", title, name)
        return answer

    def folder(self, title: str) -> Path | None:
        answer: Path | None = self._next("folder", title)
        return answer


class NoHistory:
    """A session in which nothing was written yet."""

    undo_name = redo_name = ""

    def undo(self) -> Changes:
        raise refuse("nothing-to-undo")

    def redo(self) -> Changes:
        raise refuse("nothing-to-redo")
