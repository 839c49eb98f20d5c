"""One cell of a published report: what it says, and the number meant by it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

_NOTHING = frozenset({"", "无", "无数据", "没有"})
_STROKES = re.compile(r"[/\\|\-—–－―_·]+")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,10})?")
_UNIT = re.compile(r"(?<=[0-9])(?:件|项|宗|条|份|个|万元|元)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCell:
    """`text` as it stands in the file; `number` None where nobody can tell. `blank`: the cell is
    empty, a stroke or 无, and is read as 0.
    """

    text: str
    number: Decimal | None
    blank: bool = False

    @property
    def whole(self) -> int | None:
        """The number when it is a whole one of 0 or more."""
        if self.number is None or self.number != self.number.to_integral_value():
            return None
        return int(self.number)


def read_cell(text: str) -> ReadCell:
    """The cell that says `text`: digits of any width, with or without thousands separators."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).replace("，", ",")
    if plain in _NOTHING or _STROKES.fullmatch(plain):
        return ReadCell(text=text, number=Decimal(0), blank=True)
    plain = _UNIT.sub("", plain)
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    if _NUMBER.fullmatch(plain):
        return ReadCell(text=text, number=Decimal(plain))
    return ReadCell(text=text, number=None)


def is_value(text: str) -> bool:
    """Whether a cell can only be a number's place: a number, empty or a stroke."""
    return read_cell(text).number is not None
