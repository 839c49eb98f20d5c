"""The numbers Word shows before paragraphs without storing them: 一、, （一）, 1."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

_DIGITS = "零一二三四五六七八九"
_CHINESE = frozenset(
    [
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "ideographDigital",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    ]
)
_MOST = 99


class Numbering:
    """Counts the list paragraphs of one document in reading order."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._styles = {
            style.element.get(qn("w:styleId")): style.element for style in document.styles
        }
        part = next(
            (
                rel.target_part
                for rel in document.part.rels.values()
                if rel.reltype.endswith("/numbering")
            ),
            None,
        )
        if part is not None:
            self._load(part.element)

    def _load(self, root: Any) -> None:
        for abstract in root.iter(qn("w:abstractNum")):
            identity = abstract.get(qn("w:abstractNumId"))
            for level in abstract.iter(qn("w:lvl")):
                self._levels[identity, int(level.get(qn("w:ilvl")))] = (
                    _value(level, "w:numFmt", "decimal"),
                    _value(level, "w:lvlText", ""),
                    int(_value(level, "w:start", "1")),
                )
        for number in root.iter(qn("w:num")):
            self._lists[number.get(qn("w:numId"))] = _value(number, "w:abstractNumId", "")

    def label(self, paragraph: Any) -> str:
        """The number in front of `paragraph`, or nothing; counts it."""
        number, level = self._place(paragraph)
        abstract = self._lists.get(number, "")
        known = self._levels.get((abstract, level))
        if known is None:
            return ""
        counts = self._counts[abstract]
        counts[level] = counts.get(level, known[2] - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return self._written(abstract, known[1], counts)

    def _written(self, abstract: str, pattern: str, counts: dict[int, int]) -> str:
        for level in range(9):
            mark = f"%{level + 1}"
            if mark in pattern:
                form, _pattern, start = self._levels.get((abstract, level), ("decimal", "", 1))
                pattern = pattern.replace(mark, _numeral(counts.get(level, start), form))
        return pattern if any(character.isalnum() for character in pattern) else ""

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """List and level, from the paragraph or from its style."""
        properties = paragraph.find(qn("w:pPr"))
        seen: set[str] = set()
        while properties is not None:
            own = properties.find(qn("w:numPr"))
            if own is not None:
                return _value(own, "w:numId", "0"), int(_value(own, "w:ilvl", "0"))
            style = _value(properties, "w:pStyle", "")
            element = self._styles.get(style)
            if element is None or style in seen:
                break
            seen.add(style)
            properties = element.find(qn("w:pPr"))
        return "", 0


def _value(element: Any, name: str, default: str) -> str:
    found = element.find(qn(name))
    return str(found.get(qn("w:val"), default)) if found is not None else default


def _numeral(number: int, form: str) -> str:
    if form not in _CHINESE or not 0 < number <= _MOST:
        return str(number)
    tens, units = divmod(number, 10)
    ten = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return ten + (_DIGITS[units] if units else "")
