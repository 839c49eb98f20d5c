"""The bundled typefaces: which one shows a character, and how wide it is.

A role (仿宋, 黑体 …) is a chain of typefaces; every character takes the first that has it, so a
rare name character never becomes a box. Typefaces are loaded when a character first needs them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from itertools import groupby
from string import ascii_letters, digits

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from gongkai_desk.documents import to_unicode  # noqa: F401  corrects reportlab on import
from gongkai_desk.resources import resource

SUBSTITUTE = "〓"
"""What stands for a character that no bundled typeface has (the mark of printers for a lack)."""

_SONG = "NotoSerifSC-Regular"
_REST = (_SONG, "LXGWWenKai-Regular", "HanaMinB")

_QUOTES = "“”‘’□"
"""Always those of 宋体: other faces have them in their narrow Latin shape, or tiny (boxes to
tick)."""

_LATIN = frozenset(digits + ascii_letters)
"""Those of 宋体 in 仿宋 and 楷体 too, whose own figures are old-style and dance in a number."""


class Role(Enum):
    """What a text is set in (GB/T 9704-2012); the value is the typeface that comes first."""

    FANGSONG = "LXGWZhuqueFangsong-Regular"  # 仿宋, body
    SONG = _SONG  # 宋体, tables and page numbers
    HEI = "NotoSansSC-Regular"  # 黑体, headings 一、
    KAI = "LXGWWenKai-Regular"  # 楷体, headings （一）
    TITLE = "NotoSerifSC-Bold"  # in the place of 小标宋


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one typeface; `font` is its name in reportlab."""

    font: str
    text: str


def runs(text: str, role: Role) -> list[Run]:
    """`text` cut where the typeface changes; a character in no typeface becomes `SUBSTITUTE`."""
    shown = [_shown(character, role) for character in text]
    return [
        Run(font, "".join(character for _, character in group))
        for font, group in groupby(shown, key=lambda pair: pair[0])
    ]


def _shown(character: str, role: Role) -> tuple[str, str]:
    font = font_for(character, role)
    return (_SONG, SUBSTITUTE) if font is None else (font, character)


def missing_characters(texts: Iterable[str]) -> tuple[str, ...]:
    """The characters of `texts` that no bundled typeface has, in the order they are met."""
    characters = (character for text in texts for character in printable(text))
    return tuple(
        character
        for character in dict.fromkeys(characters)
        if character != "\n" and font_for(character, Role.SONG) is None
    )


@lru_cache(maxsize=65536)
def font_for(character: str, role: Role) -> str | None:
    """The first typeface of the role's chain that has `character`; None when none has."""
    code = ord(character)
    plain = role in (Role.FANGSONG, Role.KAI) and character in _LATIN
    chain = dict.fromkeys(_REST if plain or character in _QUOTES else (role.value, *_REST))
    return next((name for name in chain if code in _face(name).charToGlyph), None)


@lru_cache(maxsize=65536)
def advance(character: str, role: Role) -> float:
    """The width of one character in ems."""
    font = font_for(character, role)
    code = ord(character if font else SUBSTITUTE)
    width: float = _face(font or _SONG).getCharWidth(code)
    return width / 1000


def printable(text: str) -> str:
    """`text` without what has no shape of its own: control, format and variation characters.

    Line ends stay; tabs and unusual blanks become plain ones (the wide blank 　 stays).
    """
    return "".join(_plain(text))


def _plain(text: str) -> Iterator[str]:
    for character in text.replace("\r\n", "\n").replace("\r", "\n"):
        category = unicodedata.category(character)
        if character in "\n\u3000":
            yield character
        elif character == "\t" or category in {"Zs", "Zl", "Zp"}:
            yield " "
        elif category not in {"Cc", "Cf", "Cs"} and not _is_variation_selector(character):
            yield character


def _is_variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


@cache
def _face(name: str) -> pdfmetrics.TypeFace:
    font = TTFont(name, str(resource("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return font.face
