"""Sub-headings inside a written part: （一）… for parts five and six, 1.… below the official
headings of part one (GB/T 9704: 一、（一）1.（1）). Their numbers follow their order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

_NUMERALS = "一二三四五六七八九十"
_SECTION = re.compile(rf"[（(]\s*[{_NUMERALS}]+\s*[）)]\s*、?")
_ITEM = re.compile(r"[0-9０-９]{1,2}\s*[.．、](?!\s*[0-9０-９])\s*")
_HEADING = re.compile(rf"（[{_NUMERALS}]+）[^。；]{{1,25}}")
_MOST = 99
_LONGEST = 30
"""Characters: a longer line with a number before it is a paragraph."""


class Level(Enum):
    """How the sub-headings of a part are numbered: （一） or 1."""

    SECTION = "section"
    ITEM = "item"


def is_heading(line: str) -> bool:
    """Whether a paragraph is a sub-heading that is printed as one: short, （一） before it."""
    return _HEADING.fullmatch(line.strip()) is not None


def numeral(number: int) -> str:
    """A number from 1 to 99 in Chinese."""
    tens, ones = divmod(number, 10)
    digits: tuple[str, ...] = ("", *_NUMERALS[:9])
    if not tens:
        return digits[ones]
    return f"{digits[tens] if tens > 1 else ''}十{digits[ones]}"


def unnumbered(line: str) -> str:
    """A line without the number before it."""
    text = line.strip()
    found = _SECTION.match(text) or _ITEM.match(text)
    return text[found.end() :] if found else text


def is_numbered(line: str, level: Level) -> bool:
    """Whether a line starts with a number of this level and says something after it."""
    text = line.strip()
    found = (_SECTION if level is Level.SECTION else _ITEM).match(text)
    return found is not None and found.end() < len(text)


def looks_like_heading(line: str) -> bool:
    """Whether a line is a title of either level and no sentence."""
    text = line.strip()
    if any(end in text for end in "。；") or len(text) > _LONGEST:
        return False
    return is_heading(text) or is_numbered(text, Level.ITEM)


def without_blank(text: str) -> str:
    """`text` without the titles that nothing stands below."""
    kept: list[str] = []
    filled = False
    for line in reversed(text.split("\n")):
        if looks_like_heading(line):
            if filled:
                kept.append(line)
            filled = False
        else:
            kept.append(line)
            filled = filled or bool(line.strip())
    return "\n".join(reversed(kept))


def renumbered(text: str) -> str:
    """Numbers before lines follow their order; those of items begin anew after a （一）. Nothing
    else is touched.
    """
    sections = items = 0
    lines = []
    for line in text.split("\n"):
        if is_numbered(line, Level.SECTION):
            sections, items = min(sections + 1, _MOST), 0
            lines.append(_numbered(line, Level.SECTION, sections))
        elif is_numbered(line, Level.ITEM):
            items = min(items + 1, _MOST)
            lines.append(_numbered(line, Level.ITEM, items))
        else:
            lines.append(line)
    return "\n".join(lines)


def _numbered(line: str, level: Level, number: int) -> str:
    if level is Level.SECTION:
        return f"（{numeral(number)}）" + _SECTION.sub("", line.strip(), count=1)
    return f"{number}." + _ITEM.sub("", line.strip(), count=1)


def toggled(text: str, at: int, level: Level) -> str:
    """The line with number `at` made a sub-heading, or text again where it is one; the others are
    renumbered. A blank line stays.
    """
    lines = text.split("\n")
    line = lines[at]
    if not line.strip():
        return text
    bare = unnumbered(line)
    lines[at] = bare if is_numbered(line, level) else _numbered(bare, level, 1)
    return renumbered("\n".join(lines))


@dataclass(frozen=True, slots=True)
class _Section:
    heading: str  # as it is written; "" for what stands before the first one
    body: tuple[str, ...]

    @property
    def title(self) -> str:
        return "".join(unnumbered(self.heading).split())


def titles(text: str) -> tuple[str, ...]:
    """The titles of the sub-headings in a text, without numbers."""
    return tuple(each.title for each in _sections(text) if each.heading)


def blank_titles(text: str) -> tuple[str, ...]:
    """The sub-headings that nothing stands below, without numbers."""
    return tuple(
        each.title for each in _sections(text) if each.heading and not "".join(each.body).strip()
    )


def with_section(text: str, title: str, body: str, known: Mapping[str, str]) -> str:
    """`text` with `body` under the sub-heading `title`, numbered.

    `known` are all titles the office file offers, in their order, with what it tells: a section
    goes where this order puts it among the others, and what it tells and stands without heading
    gets its own. What is there is not put in again; other words stay as they are.
    """
    sections = _sections(text)
    for each, told in known.items():
        if each != title and told and _stands_before(sections, told):
            sections = _placed(sections, each, told, tuple(known))
    sections = _placed(sections, "".join(title.split()), body, tuple(known))
    return renumbered(_joined(sections))


def without_section(text: str, title: str) -> str:
    """`text` without the sub-heading `title` and what stands below it."""
    return renumbered(
        _joined([each for each in _sections(text) if not each.heading or each.title != title])
    )


def _sections(text: str) -> list[_Section]:
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in text.split("\n"):
        if is_heading(line):
            found.append((line, []))
        else:
            found[-1][1].append(line)
    return [_Section(heading, tuple(body)) for heading, body in found]


def _joined(sections: Sequence[_Section]) -> str:
    lines = (line for each in sections for line in (each.heading, *each.body) if line.strip())
    return "\n".join(lines)


def _stands_before(sections: Sequence[_Section], told: str) -> bool:
    """Whether what is told stands word for word before the first sub-heading."""
    return _holds(sections[0].body, told)


def _placed(
    sections: Sequence[_Section], title: str, body: str, order: Sequence[str]
) -> list[_Section]:
    added = _paragraphs(body)
    first, *rest = sections
    if _holds(first.body, body):
        first = _Section("", _without(first.body, added))
    for at, each in enumerate(rest):
        if each.title == title:
            if not _holds(each.body, body):
                rest[at] = _Section(each.heading, (*each.body, *added))
            return [first, *rest]
    new = _Section(_numbered(title, Level.SECTION, 1), added)
    return [first, *_at_its_place(rest, new, order)]


def _at_its_place(
    sections: Sequence[_Section], new: _Section, order: Sequence[str]
) -> list[_Section]:
    """Before the first that comes after it, else at the end."""
    after = order[order.index(new.title) + 1 :] if new.title in order else ()
    for at, each in enumerate(sections):
        if each.title in after:
            return [*sections[:at], new, *sections[at:]]
    return [*sections, new]


def _holds(lines: Sequence[str], body: str) -> bool:
    """Whether every paragraph of `body` stands in one of the lines."""
    return all(any(each in line for line in lines) for each in _paragraphs(body))


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _without(lines: Sequence[str], gone: Sequence[str]) -> tuple[str, ...]:
    """The lines without those paragraphs; in a paragraph that says more only the words go."""
    kept = []
    for line in lines:
        for each in gone:
            line = line.replace(each, "")
        kept.append(line)
    return tuple(kept)
