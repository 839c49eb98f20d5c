"""Pasted text as it is searched: folded, with the way back to every character as it was pasted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MOST = 50_000
"""Characters that are read; nobody applies at greater length."""

_LINE_ENDS = "\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_COLONS = "∶︰꞉"
_CELL_ENDS = re.compile(r"[\t|]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line between tabs or bars, blanks around it left out."""

    start: int
    end: int


class FoldedText:
    """`text` is full-width to half-width, tabs kept, every kind of line end one line feed; no
    character of it is ever stored. `raw` and `span` lead back to what was pasted, so a rare or a
    compatibility character in a name stays the one that the applicant wrote.
    """

    def __init__(self, original: str) -> None:
        self.original = original[:MOST]
        signs: list[str] = []
        where: list[int] = []
        for place, sign in enumerate(self.original):
            followed = self.original[place + 1 : place + 2]
            for folded in _folded(sign, followed):
                signs.append(folded)
                where.append(place)
        self.text = "".join(signs)
        self._where = (*where, len(self.original))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of `text` stands in the original; `end` is exclusive."""
        if end <= start:
            return self._where[start], self._where[start]
        return self._where[start], self._where[end - 1] + 1

    def raw(self, start: int, end: int) -> str:
        """A piece of `text` as it was pasted."""
        first, last = self.span(start, end)
        return self.original[first:last]

    def stripped(self, start: int, end: int) -> tuple[int, int]:
        """The piece without blanks, lines to write on and stray marks at both ends."""
        while start < end and self.text[start] in _EDGE:
            start += 1
        while end > start and self.text[end - 1] in _EDGE:
            end -= 1
        return start, end

    def line_end(self, place: int) -> int:
        """Where the line that holds `place` ends."""
        found = self.text.find("\n", place)
        return len(self.text) if found < 0 else found

    def line_of(self, place: int) -> tuple[int, int]:
        """Beginning and end of the line that holds `place`."""
        return self.text.rfind("\n", 0, place) + 1, self.line_end(place)

    def lines(self) -> Iterator[tuple[int, int]]:
        """Beginning and end of every line."""
        start = 0
        while start <= len(self.text):
            end = self.line_end(start)
            yield start, end
            start = end + 1

    def cells(self, start: int, end: int, *, empty: bool = False) -> list[Cell]:
        """The cells of a line; the empty ones too when asked."""
        cells, begin = [], start
        ends = [found.start() for found in _CELL_ENDS.finditer(self.text, start, end)]
        for stop in (*ends, end):
            first, last = self.stripped(begin, stop)
            if empty or last > first:
                cells.append(Cell(first, max(first, last)))
            begin = stop + 1
        return cells


_EDGE = " \t|_*\n"


def _folded(sign: str, followed: str) -> str:
    if sign == "\r":
        return "" if followed == "\n" else "\n"
    if sign in _LINE_ENDS:
        return "\n"
    if sign == "\t":
        return sign
    if sign in _COLONS:
        return ":"
    category = unicodedata.category(sign)
    if category in ("Cc", "Cf", "Cs"):
        return ""
    if category.startswith("Z"):
        return " "
    plain = unicodedata.normalize("NFKC", sign)
    return plain if plain.isprintable() and plain.strip() else ""


def same_text(text: str) -> str:
    """`text` for comparison with what was pasted: folded, without any blank."""
    return re.sub(r"\s+", "", FoldedText(text).text)
