"""The value of a simple formula of a workbook that nobody has opened since it was written.

Programs store the last value beside a formula; a workbook fresh from a writer has none. Sums,
additions and references within one sheet are worked out; of anything else the value is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

_TOKEN = re.compile(
    r"\s*(?:(?P<sum>SUM)\(|(?P<area>\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?)"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<sign>[-+,()]))",
    re.IGNORECASE,
)
_DEEPEST = 60
_LARGEST_AREA = 20_000


class _UnknownError(Exception):
    pass


def value_of(sheet: Worksheet, formula: str) -> Decimal | None:
    """What `formula`, which begins with =, comes to on `sheet`; None for one not understood."""
    try:
        return _Formula(sheet, formula, 0).value()
    except (_UnknownError, InvalidOperation, ValueError):
        return None


class _Formula:
    def __init__(self, sheet: Worksheet, formula: str, depth: int) -> None:
        if depth > _DEEPEST:
            raise _UnknownError
        self._sheet, self._depth = sheet, depth
        self._tokens = _tokens(formula.lstrip("="))
        self._at = 0

    def value(self) -> Decimal:
        total = self._sum()
        if self._at != len(self._tokens):
            raise _UnknownError
        return total

    def _peek(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _next(self) -> tuple[str, str]:
        if self._at >= len(self._tokens):
            raise _UnknownError
        self._at += 1
        return self._tokens[self._at - 1]

    def _sum(self) -> Decimal:
        total = self._term()
        while self._peek() in ("+", "-"):
            sign = self._next()[1]
            term = self._term()
            total = total + term if sign == "+" else total - term
        return total

    def _term(self) -> Decimal:
        kind, text = self._next()
        if kind == "number":
            return Decimal(text)
        if kind == "area":
            return self._area(text)
        if kind == "sum":
            return self._closed(self._arguments)
        if text == "(":
            return self._closed(self._sum)
        raise _UnknownError

    def _closed(self, inner: Callable[[], Decimal]) -> Decimal:
        total = inner()
        if self._next()[1] != ")":
            raise _UnknownError
        return total

    def _arguments(self) -> Decimal:
        total = self._sum()
        while self._peek() == ",":
            self._next()
            total += self._sum()
        return total

    def _area(self, text: str) -> Decimal:
        left, top, right, bottom = (int(edge or 0) for edge in range_boundaries(text.upper()))
        if (right - left + 1) * (bottom - top + 1) > _LARGEST_AREA:
            raise _UnknownError
        total = Decimal(0)
        for row in self._sheet.iter_rows(top, bottom, left, right):
            for cell in row:
                total += self._cell(cell.value)
        return total

    def _cell(self, value: object) -> Decimal:
        if isinstance(value, str) and value.startswith("="):
            return _Formula(self._sheet, value, self._depth + 1).value()
        return Decimal(str(value)) if isinstance(value, int | float | Decimal) else Decimal(0)


def _tokens(formula: str) -> list[tuple[str, str]]:
    tokens: list[tuple[str, str]] = []
    at = 0
    formula = formula.rstrip()
    while at < len(formula):
        match = _TOKEN.match(formula, at)
        if match is None:
            raise _UnknownError
        tokens.append((match.lastgroup or "", match[match.lastgroup or 0]))
        at = match.end()
    return tokens
