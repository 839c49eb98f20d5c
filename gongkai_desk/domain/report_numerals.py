"""The numbers of a report's text made plain: digits of one width, no blanks, 三件 as 3件."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TypeAlias

from gongkai_desk.domain.patterns import LazyPattern

Number: TypeAlias = int | Decimal

UNIT = "(?:件次|件|宗|份|起|条|例)"

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_BLANKS = LazyPattern(r"[ \t\u3000\u00a0]")
_WRITTEN_OUT = LazyPattern(
    rf"(?<![0-9.每第另何同上下])[一二两三四五六七八九十百千零〇][一二两三四五六七八九十百千万零〇]{{0,9}}"
    rf"(?={UNIT}|部|个|项)"
)
_WIDE_COMMAS = LazyPattern(
    rf"(?<![0-9，,])[0-9]{{1,3}}(?:，[0-9]{{3}})+(?=(?:\.[0-9]+)?(?:{UNIT}|万?元))"
)
_NUMERALS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def plain(text: str) -> str:
    """The text as the patterns read it."""
    narrow = _BLANKS.sub("", text.translate(_FULL_WIDTH))
    whole = _WIDE_COMMAS.sub(lambda match: match[0].replace("，", ""), narrow)
    return _WRITTEN_OUT.sub(_digits, whole)


def _digits(match: re.Match[str]) -> str:
    tens_of_thousands, whole, last = 0, 0, 0
    for character in match[0]:
        if character == "万":
            tens_of_thousands, whole, last = (whole + last) * 10_000, 0, 0
        elif character in _PLACES:
            whole += (last or 1) * _PLACES[character]
            last = 0
        else:
            last = _NUMERALS[character]
    return str(tens_of_thousands + whole + last)


def number_of(text: str) -> Number:
    """A number as written, thousands separators left out."""
    number = Decimal(text.replace(",", "").rstrip("."))
    return int(number) if number == number.to_integral_value() else number
