"""Regular expressions that are compiled when they are first used: the start does not wait."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from re import Match


class LazyPattern:
    """Like the result of `re.compile`, with the methods used here."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern, self._flags = pattern, flags

    @cached_property
    def _made(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def search(self, text: str, start: int = 0, end: int | None = None) -> Match[str] | None:
        return self._made.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> Match[str] | None:
        return self._made.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> Match[str] | None:
        return self._made.fullmatch(text, start, len(text) if end is None else end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match[str]]:
        return self._made.finditer(text, start, len(text) if end is None else end)

    def findall(self, text: str) -> list[str]:
        return self._made.findall(text)

    def sub(self, replacement: str | Callable[[Match[str]], str], text: str) -> str:
        return self._made.sub(replacement, text)
