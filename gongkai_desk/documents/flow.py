"""Blocks one under the other over as many pages as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from gongkai_desk.documents.pdf_text import Line, Pen, Style, set_lines

_SLACK = 0.01


class Block(Protocol):
    """Something with a height that can be drawn, and cut at a page end. All in points."""

    @property
    def height(self) -> float: ...

    @property
    def keep_with_next(self) -> bool:
        """Whether this must not be the last thing of a page (headings)."""

    def least(self, page: float) -> float:
        """The smallest height that may stand at a page end; `page` is that of an empty page."""

    def cut(self, room: float) -> tuple[Block, Block]:
        """The part that fits into `room` (at least its smallest piece) and the rest."""

    def draw(self, pen: Pen, left: float, top: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space; it vanishes at the top of a page."""

    height: float
    keep_with_next: bool = True

    def least(self, page: float) -> float:  # noqa: ARG002
        return self.height

    def cut(self, room: float) -> tuple[Block, Block]:
        return Gap(room), Gap(0.0)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Nothing to see."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one style."""

    lines: tuple[Line, ...]
    style: Style
    keep_with_next: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    def least(self, page: float) -> float:  # noqa: ARG002
        return self.height if self.keep_with_next else self.style.leading

    def cut(self, room: float) -> tuple[Block, Block]:
        count = max(1, int((room + _SLACK) / self.style.leading))
        return (
            Paragraph(self.lines[:count], self.style),
            Paragraph(self.lines[count:], self.style, self.keep_with_next),
        )

    def draw(self, pen: Pen, left: float, top: float) -> None:
        pen.lines(list(self.lines), self.style, left, top)


def paragraph(text: str, style: Style, width: float, *, heading: bool = False) -> Paragraph:
    """`text` set to `width`; a heading stays with what follows it."""
    return Paragraph(tuple(set_lines(text, style, width)), style, keep_with_next=heading)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and how far below the top of the text area it starts."""

    block: Block
    down: float


def paginate(blocks: Sequence[Block], height: float) -> list[list[Placed]]:
    """Put `blocks` on pages of `height`; there is always at least one page."""
    pages: list[list[Placed]] = [[]]
    down = 0.0
    for i, whole in enumerate(blocks):
        if pages[-1] and _needed(blocks, i, height) > height - down + _SLACK:
            pages.append([])
            down = 0.0
        if isinstance(whole, Gap) and not pages[-1]:
            continue
        block: Block = whole
        while block.height > height - down + _SLACK:
            part, block = block.cut(height - down)
            pages[-1].append(Placed(part, down))
            pages.append([])
            down = 0.0
        pages[-1].append(Placed(block, down))
        down += block.height
    return pages if pages[-1] or len(pages) == 1 else pages[:-1]


def _needed(blocks: Sequence[Block], start: int, page: float) -> float:
    """The room that `blocks[start]` asks for with all that may not be parted from it.

    A chain that would not fit on an empty page asks only for its beginning.
    """
    needed = 0.0
    for block in blocks[start:]:
        if not block.keep_with_next:
            # a table that fills a page has no room for its heading: then they stay together cut
            least = block.least(page - needed)
            return needed + least if needed + least <= page else min(needed + 1, page)
        needed += block.height
    return min(needed, page)
