"""Setting text: styles, broken lines and the pen that draws them on a page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from gongkai_desk.documents.fonts import Role, advance, font_for, printable, runs
from gongkai_desk.documents.line_breaking import break_lines

_CENTRE = 0.38  # from the middle of a character down to its base line, in ems
_RULE = 0.5  # the lines of tables, in points
_WIDEST_GAP = 0.15  # justified characters are moved apart by at most this many ems


class Align(Enum):
    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()
    JUSTIFY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text is set. Sizes and widths in points; `spacing` is added after every character."""

    role: Role
    size: float
    leading: float
    align: Align = Align.LEFT
    indent: float = 0.0
    spacing: float = 0.0

    def measure(self, character: str) -> float:
        return advance(character, self.role) * self.size + self.spacing

    def width(self, text: str) -> float:
        """From the left of the first to the right of the last character."""
        return sum(map(self.measure, text)) - (self.spacing if text else 0.0)


@dataclass(frozen=True, slots=True)
class Line:
    """One line, placed: `shift` from the left edge, `spacing` after every character."""

    text: str
    shift: float
    spacing: float


def set_lines(text: str, style: Style, width: float) -> list[Line]:
    """`text` in lines no wider than `width`; every line end in it begins a new paragraph."""
    lines: list[Line] = []
    for paragraph in printable(text).split("\n"):
        broken = break_lines(paragraph, width - style.indent, width, style.measure)
        last = len(broken) - 1
        lines += [
            _placed(line, style, style.indent if i == 0 else 0.0, width, last=i == last)
            for i, line in enumerate(broken)
        ]
    return lines


def _placed(text: str, style: Style, indent: float, width: float, *, last: bool) -> Line:
    slack = width - indent - style.width(text)
    if style.align is Align.CENTRE:
        return Line(text, indent + slack / 2, style.spacing)
    if style.align is Align.RIGHT:
        return Line(text, indent + slack, style.spacing)
    if style.align is Align.JUSTIFY and not last and len(text) > 1:
        gap = slack / (len(text) - 1)
        if gap <= style.size * _WIDEST_GAP:
            return Line(text, indent, style.spacing + gap)
    return Line(text, indent, style.spacing)


@dataclass(slots=True)
class Pen:
    """Draws on the pages of one PDF file. Coordinates in points from the lower left corner."""

    canvas: Canvas

    @classmethod
    def on(cls, target: Path | BinaryIO, size: tuple[float, float], title: str) -> Pen:
        # our own first font: reportlab would else name Helvetica, which is not embedded
        canvas = Canvas(
            str(target) if isinstance(target, Path) else target,
            pagesize=size,
            pageCompression=1,
            initialFontName=font_for("一", Role.SONG),
            lang="zh-CN",
        )
        canvas.setAuthor("")
        canvas.setCreator("gongkai_desk")
        canvas.setSubject("")
        canvas.setTitle(title)
        return cls(canvas)

    def lines(self, lines: list[Line], style: Style, left: float, top: float) -> None:
        """Draw `lines` downwards from `top`."""
        for i, line in enumerate(lines):
            middle = top - (i + 0.5) * style.leading
            self._line(line, style, left + line.shift, middle - _CENTRE * style.size)

    def _line(self, line: Line, style: Style, left: float, base: float) -> None:
        if not line.text:
            return
        drawn = self.canvas.beginText(left, base)
        drawn.setCharSpace(line.spacing)
        for run in runs(line.text, style.role):
            drawn.setFont(run.font, style.size)
            drawn.textOut(run.text)
        drawn.setCharSpace(0)
        self.canvas.drawText(drawn)

    def box(self, left: float, top: float, width: float, height: float) -> None:
        self.canvas.setLineWidth(_RULE)
        self.canvas.rect(left, top - height, width, height)

    def shade(self, left: float, top: float, width: float, height: float, grey: float) -> None:
        """Fill a rectangle; `grey` from 0 (black) to 1 (white)."""
        self.canvas.saveState()
        self.canvas.setFillGray(grey)
        self.canvas.rect(left, top - height, width, height, stroke=0, fill=1)
        self.canvas.restoreState()

    def next_page(self) -> None:
        self.canvas.showPage()
