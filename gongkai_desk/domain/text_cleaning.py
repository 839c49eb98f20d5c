"""Takes out of a text what came along when it was copied from elsewhere; every word stays.

Pasted text only loses what cannot be seen (`visible`); the whole clean-up (`cleaned`) is asked
for by the officer.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_AROUND = " \u3000"
_RUN_OF_SPACES = re.compile(" {2,}")
_BLANK_LINES = re.compile(r"\n{3,}")

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
_CHINESE = rf"{_HAN}，。、；：？！（）“”‘’《》〈〉【】〔〕…—％"
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_MARK = re.compile(rf"(?<=[{_CHINESE}])[,;:?!](?=$|[{_CHINESE}0-9])|(?<=[0-9%])[,;](?=[{_HAN}])")
_STOP = re.compile(rf"(?<=[{_HAN}）”》〕％])\.(?=$|[{_HAN}“《（])")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CHARACTER = re.compile(f"[{_HAN}]")
_ADDRESS = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]{0,20}://|www\.)[^\s，。；、（）“”《》]*"
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+",
    re.ASCII,
)


def visible(text: str) -> str:
    """`text` without characters that show nothing, with plain blanks and line ends."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))


def cleaned(text: str) -> str:
    """`visible`, without indents, doubled blanks and blank lines; half-width punctuation between
    Chinese characters becomes full-width, but not inside numbers, web and mail addresses.

    Done twice it changes nothing more.
    """
    lines = (_RUN_OF_SPACES.sub(" ", line.strip(_AROUND)) for line in visible(text).split("\n"))
    joined = "\n".join(_punctuated(line) for line in lines)
    return _BLANK_LINES.sub("\n\n", joined).strip("\n")


def _punctuated(line: str) -> str:
    """One line; web and mail addresses are left as they are."""
    while True:
        changed = line
        for pattern, change in _CHANGES:
            changed = pattern.sub(_outside(_addresses(changed), change), changed)
        if changed == line:
            return line
        line = changed


def _addresses(line: str) -> list[tuple[int, int]]:
    return [match.span() for match in _ADDRESS.finditer(line)]


def _outside(
    kept: list[tuple[int, int]], change: Callable[[re.Match[str]], str]
) -> Callable[[re.Match[str]], str]:
    """The change, except where it would reach into one of the stretches that are kept."""

    def changed(match: re.Match[str]) -> str:
        within = any(start < match.end() and match.start() < end for start, end in kept)
        return match[0] if within else change(match)

    return changed


def _bracketed(match: re.Match[str]) -> str:
    """Brackets around figures alone stay: (2021) may be the number of a document."""
    return f"（{match[1]}）" if _CHARACTER.search(match[1]) else match[0]


_CHANGES = (
    (_BRACKETS, _bracketed),
    (_MARK, lambda match: _FULL[match[0]]),
    (_STOP, lambda _match: "。"),
)
