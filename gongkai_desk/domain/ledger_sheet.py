"""A sheet of an Excel or CSV ledger as the readers hand it over: cells with their addresses."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | float | int | bool | dt.date | dt.time | None
"""What a cell holds; a date and time is a `dt.datetime`, which is a `dt.date`."""

Span: TypeAlias = tuple[int, int, int, int]
"""A merged region: first row, first column, last row, last column, counted from 0."""

_NOISE = re.compile(r"[\s*:;,.、。·/\\|\-_—'\"“”‘’()\[\]〔〕【】<>《》?!~&+#]+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_EXACT = 10**15
"""From here on a spreadsheet's numbers are no longer exact: it keeps fifteen digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSheet:
    """One sheet, from its cell A1. `from_1904`: its serial numbers count from 1904. `goes_on`: a
    table of a document with nothing but a page end between it and the table before.
    """

    name: str
    rows: Sequence[Sequence[Value]]
    merged: tuple[Span, ...] = ()
    from_1904: bool = False
    goes_on: bool = False


def letters(column: int) -> str:
    """The name of a column counted from 0: A … Z, AA …"""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def address(row: int, column: int) -> str:
    """The address of a cell whose row and column are counted from 0: B7."""
    return f"{letters(column)}{row + 1}"


def cell_text(value: Value) -> str:
    """A cell as one would read it: 2026.0 is 2026, a date is written as YYYY-MM-DD."""
    match value:
        case None:
            return ""
        case str():
            return value.replace("\r\n", "\n").replace("\r", "\n").strip()
        case bool():
            return "1" if value else "0"
        case int():
            return str(value)
        case float():
            return f"{value:.0f}" if value.is_integer() and abs(value) < _EXACT else repr(value)
        case dt.datetime():
            midnight = value.time() == dt.time()
            return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
        case dt.time():
            return value.isoformat("minutes")
    return value.isoformat()


def damaged_number(value: Value) -> bool:
    """Whether a spreadsheet has made a number of a long code and lost digits of it."""
    if isinstance(value, float | int) and not isinstance(value, bool):
        return abs(value) >= _EXACT or not float(value).is_integer()
    if isinstance(value, str):
        return bool(re.fullmatch(r"\d(\.\d+)?[Ee]\+?\d+", value.strip()))
    return False


def key(text: str) -> str:
    """What is compared of a word: without blanks, punctuation, width and case."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text).casefold())


def key_without_brackets(text: str) -> str:
    """The same, what stands in brackets left out."""
    return key(_BRACKETS.sub("", unicodedata.normalize("NFKC", text)))
