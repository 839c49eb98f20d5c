"""What a text is broken into so that SQLite's word index finds every part of a Chinese sentence.

Every character becomes a word of its own, written as its code point: the index then knows no
difference between 林 and the rarest character of a name, whatever Unicode its tables end with,
and a phrase of such words is a plain substring.

What is typed in Latin letters and digits is looked for among *parts* instead, each a word that a
beginning of it finds: numbers from every digit on (2026-017: 2026017, 026017 …), and names as they
sound, from every character on (曾解: cengjie, zengxie, cj, zx …, jie, xie, j, x).
"""

from __future__ import annotations

import importlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product
from typing import Any

BOUNDARY = "z"
"""Stands between two texts, so that no phrase reaches across; no code point is written so."""

_FIRST_IDEOGRAPH = 0x2E80
_SYLLABLES = 12
"""Nobody types more of a name than that by its sound."""
_READINGS = 48
"""Ways to read one name that are kept; the first characters, the surname, vary before the rest."""
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("〔[【〖｛{〈《", "("),
        **dict.fromkeys("〕]】〗｝}〉》", ")"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("“”„「」『』＂", '"'),
        **dict.fromkeys("‘’‚`´", "'"),
    }
)
_LONGEST_PART, _SHORTEST_NUMBER, _SHORTEST_SOUND = 24, 3, 2
_RUN = re.compile(r"[0-9a-z](?:[-+/.,()@_'·]*[0-9a-z])*")
_DIVIDERS = re.compile(r"[-+/.,()@_'·]")


class _Codes(dict[int, str]):
    """For `str.translate`: every character as its code point and a blank."""

    def __missing__(self, code: int) -> str:
        word = self[code] = f"{code:x} "
        return word


_CODES = _Codes()


def folded(text: str) -> str:
    """Without the differences nobody types: width, case, kinds of brackets and dashes, blanks."""
    if text.isascii():
        return "".join(text.casefold().split()).translate(_ALIKE)
    plain = unicodedata.normalize("NFKC", text.translate(_ALIKE)).casefold()
    return "".join(plain.split()).translate(_ALIKE)


def words(texts: Iterable[str]) -> str:
    """Folded `texts` as the index keeps them, character by character."""
    return f" {BOUNDARY} ".join(_phrase(text) for text in texts if text)


def _phrase(plain: str) -> str:
    return plain.translate(_CODES).rstrip()


def parts(texts: Iterable[str], names: Iterable[str]) -> str:
    """The beginnings by which numbers and Latin words in folded `texts`, and the sounds of
    `names`, are found; dividers such as dashes do not count.
    """
    found = {sound for name in names for sound in _sounds(name)}
    for text in texts:
        for run in _RUN.findall(text):
            plain = _undivided(run)
            found.update(plain[at : at + _LONGEST_PART] for at in range(len(plain)))
    return " ".join(sorted(found))


def _undivided(text: str) -> str:
    return _DIVIDERS.sub("", text)


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked of the two indices, as FTS5 expressions; both kinds must hold."""

    words: tuple[str, ...]
    parts: tuple[str, ...]


def questions(asked: str) -> Questions:
    """One question for each word of `asked`; none for nothing but blanks."""
    of_words: list[str] = []
    of_parts: list[str] = []
    for word in dict.fromkeys(asked.split()):
        plain = folded(word)
        part = _undivided(plain).replace("ü", "v")
        if _is_part(part):
            of_parts.append(f'"{part}" *')
        elif plain:
            of_words.append(f'"{_phrase(plain)}"')
    return Questions(tuple(of_words), tuple(of_parts))


def _is_part(part: str) -> bool:
    least = _SHORTEST_SOUND if part.isalpha() else _SHORTEST_NUMBER
    return part.isascii() and part.isalnum() and least <= len(part) <= _LONGEST_PART


@lru_cache(maxsize=20_000)
def _sounds(name: str) -> frozenset[str]:
    syllables = list(_syllables(folded(name)))
    found: set[str] = set()
    for start in range(len(syllables)):
        rest = syllables[start : start + _SYLLABLES]
        for reading in _readings(rest):
            found.add("".join(reading))
            found.add("".join(syllable[0] for syllable in reading))
    return frozenset(found)


def _syllables(plain: str) -> Iterator[tuple[str, ...]]:
    for character in plain:
        if ord(character) >= _FIRST_IDEOGRAPH and (known := _of_character(character)):
            yield known
        elif character.isascii() and character.isalnum():
            yield (character,)


def _readings(syllables: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The combinations, the first character varying fastest, at most `_READINGS`."""
    backwards = product(*reversed(syllables))
    return (tuple(reversed(reading)) for reading in islice(backwards, _READINGS))


@cache
def _of_character(character: str) -> tuple[str, ...]:
    """Every reading without its tone; empty when nobody knows one."""
    pypinyin: Any = _pypinyin()
    (found,) = pypinyin.pinyin(character, style=pypinyin.Style.NORMAL, heteronym=True)
    every = [one for one in found if one.isascii() and one.isalpha()]
    also = [one.replace("v", "yu") for one in every if "v" in one]
    return tuple(dict.fromkeys([*every, *also]))


@cache
def _pypinyin() -> Any:
    """Takes a third of a second to import: only who writes names pays."""
    return importlib.import_module("pypinyin")
