"""The page: paper, text area, page number and header mark."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from gongkai_desk.documents import style
from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.flow import Block, paginate
from gongkai_desk.documents.pdf_text import Line, Pen, Style

_NUMBER_DROP = 7 * mm  # from the text area down to the dashes of the page number
_MARK_RISE = 6 * mm


class Foot(Protocol):
    def __call__(self, page: int, pages: int) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Paper and text area in points, measured from the upper left corner of the paper."""

    paper: tuple[float, float]
    left: float
    top: float
    width: float
    height: float


OFFICIAL = Frame(paper=A4, left=28 * mm, top=37 * mm, width=156 * mm, height=225 * mm)
"""GB/T 9704-2012: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm."""

SHEET = Frame(paper=A4, left=25 * mm, top=20 * mm, width=165 * mm, height=254 * mm)
"""A4 upright for working papers."""

LANDSCAPE = Frame(paper=(A4[1], A4[0]), left=15 * mm, top=18 * mm, width=267 * mm, height=172 * mm)
"""A4 lying, for wide lists."""


@dataclass(slots=True)
class Pages:
    """The pages of one document: place the blocks, then draw everything around them.

    `foot` says what stands below a page; `outer` puts it on the outer side as GB/T 9704 wants
    (odd pages right, even pages left, one character in), else it is centred. `mark` is a word
    in the upper right corner, such as 草稿.
    """

    frame: Frame
    foot: Foot
    foot_style: Style
    outer: bool = False
    mark: str = ""

    def draw(self, pen: Pen, blocks: Sequence[Block]) -> int:
        """Draw all pages; the number of them."""
        frame = self.frame
        pages = paginate(blocks, frame.height)
        top = frame.paper[1] - frame.top
        for number, page in enumerate(pages, start=1):
            for placed in page:
                placed.block.draw(pen, frame.left, top - placed.down)
            self._draw_foot(pen, number, len(pages))
            self._draw_mark(pen, top)
            pen.next_page()
        return len(pages)

    def _draw_foot(self, pen: Pen, number: int, pages: int) -> None:
        text = self.foot(number, pages)
        width = self.foot_style.width(text)
        inset = self.foot_style.size
        shift = (self.frame.width - width) / 2
        if self.outer:
            shift = inset if number % 2 == 0 else self.frame.width - width - inset
        line = Line(text, shift, self.foot_style.spacing)
        bottom = self.frame.paper[1] - self.frame.top - self.frame.height
        top = bottom - _NUMBER_DROP + self.foot_style.leading / 2
        pen.lines([line], self.foot_style, self.frame.left, top)

    def _draw_mark(self, pen: Pen, top: float) -> None:
        if self.mark:
            width = style.MARK.width(self.mark)
            line = Line(self.mark, self.frame.width - width, 0.0)
            pen.lines([line], style.MARK, self.frame.left, top + _MARK_RISE + style.MARK.leading)


def dashed_number(page: int, pages: int) -> str:  # noqa: ARG001
    """The page number of an official document: — 1 —."""
    return f"— {page} —"


def write_pages(path: Path, title: str, pages: Pages, blocks: Sequence[Block]) -> None:
    """Write one PDF file, whole or not at all. Raises DomainError when it cannot be written."""
    with replace_file(path) as temporary:
        pen = Pen.on(temporary, pages.frame.paper, title)
        pages.draw(pen, blocks)
        pen.canvas.save()


def pages_bytes(title: str, pages: Pages, blocks: Sequence[Block]) -> bytes:
    """The same file as bytes, to be kept."""
    made = io.BytesIO()
    pen = Pen.on(made, pages.frame.paper, title)
    pages.draw(pen, blocks)
    pen.canvas.save()
    return made.getvalue()
