"""What a column can be narrowed to, and how that is written down: as a short text."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
Takes = Callable[[T], bool]
Choice = tuple[str, str]
"""A stable key and the word shown."""

_BETWEEN, _OR = "..", "|"


@dataclass(frozen=True, kw_only=True)
class TextFilter(Generic[T]):
    """Rows whose text holds what was typed, whatever its case and width."""

    text: Callable[[T], str]

    def takes(self, typed: str) -> Takes[T]:
        wanted = folded(typed)
        return lambda row: wanted in folded(self.text(row))


@dataclass(frozen=True, kw_only=True)
class DateFilter(Generic[T]):
    """Rows of a day from … to …; written 2026-01-01..2026-03-31, either side may be empty."""

    day: Callable[[T], dt.date | None]

    def takes(self, typed: str) -> Takes[T]:
        first, last = span_of(typed)
        low, high = first or dt.date.min, last or dt.date.max

        def inside(row: T) -> bool:
            day = self.day(row)
            return day is not None and low <= day <= high

        return inside


@dataclass(frozen=True, kw_only=True)
class ChoiceFilter(Generic[T]):
    """Rows with one of the chosen values; written as their keys with | between. A row may have
    several (tags), or none: the key of none is empty.
    """

    values: Callable[[T], Iterable[Choice]]

    def takes(self, typed: str) -> Takes[T]:
        chosen = set(keys_of(typed))
        return lambda row: any(key in chosen for key, _word in self.values(row))

    def offered(self, rows: Iterable[T]) -> list[tuple[str, str, int]]:
        """Key, word and number of rows of each value that occurs, the words in order."""
        counts: dict[Choice, int] = {}
        for row in rows:
            for choice in self.values(row):
                counts[choice] = counts.get(choice, 0) + 1
        return [
            (key, word, counts[key, word])
            for key, word in sorted(counts, key=lambda choice: (choice[0] == "", choice[1]))
        ]


ColumnFilter = TextFilter[T] | DateFilter[T] | ChoiceFilter[T]


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def span_text(first: dt.date | None, last: dt.date | None) -> str:
    """A span as it is written down; empty without both ends."""
    if first is None and last is None:
        return ""
    return f"{first or ''}{_BETWEEN}{last or ''}"


def span_of(typed: str) -> tuple[dt.date | None, dt.date | None]:
    """The ends of a span; what cannot be read is no end."""
    first, _between, last = typed.partition(_BETWEEN)
    return _date(first), _date(last)


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def choice_text(keys: Iterable[str]) -> str:
    """Chosen keys as they are written down; a single empty key is a | alone."""
    return _OR + _OR.join(keys)


def keys_of(typed: str) -> list[str]:
    return typed.removeprefix(_OR).split(_OR) if typed else []
