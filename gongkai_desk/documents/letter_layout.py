"""How a letter is laid out (GB/T 9704-2012), the same for Word and for PDF: lines, levels, indents.

Widths are counted in characters of the body (a full-width character is 1, a Latin one half).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from gongkai_desk.domain.letter import LetterPaper

TITLE_CHARACTERS = 20
"""2号 characters in a line of the text area."""

LINE_CHARACTERS = 28
SEALED_INDENT = 4
"""Characters the date stands away from the right edge, leaving room for the seal."""

LETTERHEAD_SIZE, SMALLEST_LETTERHEAD, TEXT_WIDTH = 32.0, 18.0, 442.2
"""Points: of the red line when the name is short, when it is long, and of the text area."""

_HEADING_1 = re.compile(r"[一二三四五六七八九十]+、[^。；]{1,25}")
_HEADING_2 = re.compile(r"（[一二三四五六七八九十]+）[^。；]{1,25}")
_TITLE_BREAKS = ("政府信息", "关于", "告知书", "通知书", "意见")
_WIDE = frozenset("WFA")


class Level(Enum):
    HEADING_1 = auto()  # 一、 黑体
    HEADING_2 = auto()  # （一） 楷体
    BODY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Where signature and date stand: the space right of each, in characters."""

    signature: float
    date: float


def level_of(paragraph: str) -> Level:
    """A short paragraph that begins like a heading and has no full stop is one."""
    if _HEADING_1.fullmatch(paragraph):
        return Level.HEADING_1
    return Level.HEADING_2 if _HEADING_2.fullmatch(paragraph) else Level.BODY


def text_lines(parts: tuple[str, ...]) -> list[str]:
    """The paragraphs of a text: line ends within one begin another, empty ones fall away."""
    lines = (line.strip() for part in parts for line in part.splitlines())
    return [line for line in lines if line]


def addressee_line(paper: LetterPaper) -> str:
    """主送: with the full-width colon it ends in."""
    name = paper.addressee.strip()
    return name if not name or name.endswith(("：", ":")) else f"{name}："


def contact_line(paper: LetterPaper) -> str:
    """附注: in brackets, as the standard wants."""
    text = paper.contact.strip()
    return text if not text or text.startswith("（") else f"（{text}）"


def attachment_lines(paper: LetterPaper) -> list[str]:
    """附件说明: one name a line, numbered when there are several."""
    names = [name.strip() for name in paper.attachments if name.strip()]
    if len(names) == 1:
        return [f"附件：{names[0]}"]
    return [f"{'附件：' if n == 1 else '　　　'}{n}.{name}" for n, name in enumerate(names, 1)]


def characters(text: str) -> float:
    """The width of `text` in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(one) in _WIDE else 0.5 for one in text)


def ending(paper: LetterPaper, width: Callable[[str], float] = characters) -> Ending:
    """署名 centred over 成文日期, which stands four characters in; a long name moves both left.

    `width` measures a text in characters.
    """
    date, name = width(paper.dated), width(paper.signature)
    centre = SEALED_INDENT + date / 2
    if name / 2 > centre:
        centre = name / 2
    return Ending(signature=max(0.0, centre - name / 2), date=max(0.0, centre - date / 2))


def title_lines(title: str) -> list[str]:
    """The title in as few lines as it needs, broken where a word of it begins when it can be."""
    parts = [line.strip() for line in title.splitlines() if line.strip()]
    return [line for part in parts for line in _even(part)]


def _even(title: str) -> Iterator[str]:
    count = -(-len(title) // TITLE_CHARACTERS)
    if count < 2:
        yield title
        return
    size = -(-len(title) // count)
    spots = [match.start() for word in _TITLE_BREAKS for match in re.finditer(word, title)]
    room = len(title) - TITLE_CHARACTERS * (count - 1)
    fitting = [spot for spot in spots if max(room, 4) <= spot <= TITLE_CHARACTERS]
    cut = min(fitting, key=lambda spot: abs(spot - size), default=size)
    yield title[:cut]
    yield from _even(title[cut:])


def letterhead_size(name: str) -> float:
    """The size in points at which the name of the agency fills one line at most."""
    fitting = TEXT_WIDTH / max(characters(name), 1.0)
    return max(SMALLEST_LETTERHEAD, min(LETTERHEAD_SIZE, int(fitting * 2) / 2))
