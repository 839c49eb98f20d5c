"""Where a Chinese text may be broken into lines (避头尾, GB/T 15834-2011 附录)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

NEVER_FIRST: Final = frozenset(
    "!),.:;?]}¢°·ˇˉ―‖’”…‰′″℃∶、。〃〉》」』】〕〗〞！＂％＇），．：；？］｝～｜%"
)
"""Characters no line starts with."""

NEVER_LAST: Final = frozenset("$(£¥‘“〈《「『【〔〖〝＄（．［｛￥([{") - NEVER_FIRST
"""Characters no line ends with."""

_TOKEN = re.compile(r"[!-\u1fff]+|——|……|.", re.DOTALL)
_CUTS = re.compile(r"[^/?&=_@.\-]*[/?&=_@.\-]+|[^/?&=_@.\-]+")
_SLACK = 1e-6

Measure = Callable[[str], float]


def break_lines(text: str, first: float, rest: float, measure: Measure) -> list[str]:
    """Break one paragraph (no line ends inside) into lines.

    `first` and `rest` are the widths of the first and the later lines in the unit of `measure`,
    which gives the width of one character. Blanks at a break are dropped, nothing else is. Latin
    words and numbers stay whole unless they are longer than half a line (addresses are then cut
    after their signs); what is longer than a line is cut where the line is full.
    """
    lines: list[str] = []
    line, width, room = "", 0.0, first
    for unit in _units(text, rest / 2, measure):
        length = sum(map(measure, unit))
        if line and width + length > room + _SLACK and not unit.isspace():
            lines.append(line.rstrip(" "))
            line, width, room = "", 0.0, rest
        if not line and lines and unit.isspace():
            continue
        *full, unit = _cut(unit, room, rest, measure)
        if full:
            lines += full
            length, room = sum(map(measure, unit)), rest
        line += unit
        width += length
    return [*lines, line.rstrip(" ")] if line or not lines else lines


def _units(text: str, long: float, measure: Measure) -> Iterator[str]:
    """The smallest pieces a line break may separate, marks joined to what they belong to."""
    held = ""
    for token in _tokens(text, long, measure):
        if held and (token[0] in NEVER_FIRST or held[-1] in NEVER_LAST):
            held += token
            continue
        if held:
            yield held
        held = token
    if held:
        yield held


def _tokens(text: str, long: float, measure: Measure) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        token = match.group()
        if len(token) > 2 and sum(map(measure, token)) > long:
            yield from _CUTS.findall(token)
        else:
            yield token


def _cut(unit: str, room: float, rest: float, measure: Measure) -> list[str]:
    """`unit` in pieces that fit: the first into `room`, the others into `rest`."""
    pieces, piece, width = [], "", 0.0
    for character in unit:
        length = measure(character)
        if piece and width + length > room + _SLACK:
            pieces.append(piece)
            piece, width, room = "", 0.0, rest
        piece += character
        width += length
    return [*pieces, piece]
