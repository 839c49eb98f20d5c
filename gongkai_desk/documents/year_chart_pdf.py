"""Stacked columns by year on paper: told apart by hatching, so that a grey printer does them
justice, with the number on every piece and the sum above every column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from reportlab.pdfgen.canvas import Canvas

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap
from gongkai_desk.documents.pdf_text import Align, Line, Pen, Style, set_lines
from gongkai_desk.domain.year_charts import YearChart, apart
from gongkai_desk.i18n import _, number_text
from gongkai_desk.texts import label
from gongkai_desk.wording.report_comparison import line_text

_NUMBER: Style = replace(style.LIST_CELL, size=8, leading=9)
_WORDS: Style = replace(style.LIST_CELL, size=8.5, leading=11)
_YEAR: Style = style.LIST_HEAD
_HEAD = style.SHEET_HEADING.leading
_FOOT, _TOP = 16.0, 14.0  # below the ground for the years, above for the highest sum
_WIDEST_COLUMN = 46.0
_SQUARE = 9.0
_PITCH = 4.0  # between the strokes of a hatching
_AXIS_GREY = 0.75


class _Hatch(Enum):
    DARK = auto()
    LIGHT = auto()
    RISING = auto()
    WHITE = auto()
    CROSSED = auto()
    LEVEL = auto()


_HATCHES = tuple(_Hatch)


@dataclass(frozen=True, slots=True)
class ChartRow:
    """Charts side by side in one row, of one height."""

    charts: tuple[YearChart, ...]
    width: float
    height: float
    keep_with_next: bool = False

    def least(self, page: float) -> float:  # noqa: ARG002
        return self.height

    def cut(self, room: float) -> tuple[Block, Block]:  # noqa: ARG002
        """Charts are never taller than a page: they move on whole."""
        return self, Gap(0.0)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        share = self.width / len(self.charts)
        for number, chart in enumerate(self.charts):
            _draw(pen, chart, left + number * share, top, share - 12, self.height)


def _draw(pen: Pen, chart: YearChart, left: float, top: float, width: float, height: float) -> None:
    title = set_lines(label(chart.name), style.SHEET_HEADING, width)
    pen.lines(title, style.SHEET_HEADING, left, top)
    under = top - _HEAD
    if len(chart.lines) > 1:
        under -= _legend(pen, chart, left, under, width) + 4
    ground, ceiling = top - height + _FOOT, under - _TOP
    if not chart.known:
        pen.lines(set_lines(_("Nothing to show."), _WORDS, width), _WORDS, left, under - 8)
        return
    scale_room = _NUMBER.width(number_text(chart.ceiling)) + 6
    _axis(pen, chart, (left + scale_room, left + width), ground, ceiling)
    share = (width - scale_room) / len(chart.years)
    for at, year in enumerate(chart.years):
        start = left + scale_room + at * share
        pen.lines(set_lines(str(year), _YEAR, share), _YEAR, start, ground - 2)
        numbers = chart.column(at)
        if numbers is None:
            words = replace(_WORDS, align=Align.CENTRE)
            pen.lines(set_lines(_("no data"), words, share), words, start, ground + 13)
            continue
        wide = min(share * 0.5, _WIDEST_COLUMN)
        scale = (ceiling - ground) / chart.ceiling
        _column(pen, numbers, start + (share - wide) / 2, wide, ground, scale)


def _legend(pen: Pen, chart: YearChart, left: float, top: float, width: float) -> float:
    """The hatches and their names, in as many lines as they need; the height of it."""
    x, line = left, 0
    for number, row in enumerate(chart.lines):
        words = line_text(row)
        room = _SQUARE + 4 + _WORDS.width(words) + 14
        if x + room > left + width and x > left:
            x, line = left, line + 1
        y = top - line * (_WORDS.leading + 2)
        middle = y - _WORDS.leading / 2
        _piece(
            pen.canvas,
            x,
            middle - _SQUARE / 2,
            _SQUARE,
            _SQUARE,
            _hatch(number, of=len(chart.lines)),
        )
        pen.lines(set_lines(words, _WORDS, room), _WORDS, x + _SQUARE + 4, y)
        x += room
    return (line + 1) * (_WORDS.leading + 2)


def _axis(
    pen: Pen, chart: YearChart, sides: tuple[float, float], ground: float, ceiling: float
) -> None:
    """The ground, and thin lines at half and whole of the ceiling with their numbers."""
    left, right = sides
    parts = (0, 1, 2) if chart.ceiling % 2 == 0 else (0, 2)
    for part in parts:
        y = ground + (ceiling - ground) * part / 2
        pen.canvas.saveState()
        pen.canvas.setLineWidth(0.6 if part == 0 else 0.3)
        pen.canvas.setStrokeGray(0.0 if part == 0 else _AXIS_GREY)
        pen.canvas.line(left, y, right, y)
        pen.canvas.restoreState()
        text = number_text(chart.ceiling * part // 2)
        line = Line(text, -_NUMBER.width(text) - 4, 0.0)
        pen.lines([line], _NUMBER, left, y + _NUMBER.leading / 2)


def _column(
    pen: Pen, numbers: Sequence[int], left: float, wide: float, ground: float, scale: float
) -> None:
    """Pieces from the ground up; a piece too low for its number has it at its side."""
    y = ground
    low: list[tuple[float, int]] = []
    for number, count in enumerate(numbers):
        height = count * scale
        if count:
            _piece(pen.canvas, left, y, wide, height, _hatch(number, of=len(numbers)))
        text = number_text(count)
        fits = height >= _NUMBER.leading + 1 and _NUMBER.width(text) + 4 <= wide
        if len(numbers) > 1 and count and fits:
            _plate(pen, text, left + wide / 2, y + height / 2)
        elif len(numbers) > 1 and count:
            low.append((y + height / 2, count))
        y += height
    places = apart([middle for middle, _count in low], _NUMBER.leading)
    for place, (middle, count) in zip(places, low, strict=True):
        _lead(pen.canvas, left + wide, middle, place)
        beside = [Line(number_text(count), 0.0, 0.0)]
        pen.lines(beside, _NUMBER, left + wide + 7, place + _NUMBER.leading / 2)
    total = number_text(sum(numbers))
    above = y + _NUMBER.leading + 2
    shift = wide / 2 - _YEAR.width(total) / 2
    pen.lines([Line(total, shift, 0.0)], _YEAR, left, above + 2)


def _lead(canvas: Canvas, left: float, start: float, end: float) -> None:
    canvas.saveState()
    canvas.setLineWidth(0.3)
    canvas.line(left, start, left + 6, end)
    canvas.restoreState()


def _plate(pen: Pen, text: str, middle: float, height: float) -> None:
    """A number on white, so that no stroke of a hatching runs through it."""
    width = _NUMBER.width(text)
    pen.shade(
        middle - width / 2 - 1.5, height + _NUMBER.leading / 2, width + 3, _NUMBER.leading, 1.0
    )
    line = Line(text, 0.0, 0.0)
    pen.lines([line], _NUMBER, middle - width / 2, height + _NUMBER.leading / 2)


def _hatch(number: int, *, of: int) -> _Hatch:
    """A column of one piece needs no dark ink."""
    return _HATCHES[number % len(_HATCHES)] if of > 1 else _Hatch.LIGHT


def _piece(
    canvas: Canvas, left: float, bottom: float, width: float, height: float, hatch: _Hatch
) -> None:
    canvas.saveState()
    canvas.setLineWidth(0.5)
    fill = {_Hatch.DARK: 0.35, _Hatch.LIGHT: 0.82}.get(hatch, 1.0)
    canvas.setFillGray(fill)
    canvas.rect(left, bottom, width, height, stroke=0, fill=1)
    if hatch in (_Hatch.RISING, _Hatch.CROSSED, _Hatch.LEVEL):
        clip = canvas.beginPath()
        clip.rect(left, bottom, width, height)
        canvas.clipPath(clip, stroke=0, fill=0)
        canvas.setLineWidth(0.4)
        _strokes(canvas, left, bottom, width, height, hatch)
    canvas.restoreState()
    canvas.saveState()
    canvas.setLineWidth(0.5)
    canvas.rect(left, bottom, width, height, stroke=1, fill=0)
    canvas.restoreState()


def _strokes(
    canvas: Canvas, left: float, bottom: float, width: float, height: float, hatch: _Hatch
) -> None:
    if hatch is _Hatch.LEVEL:
        for step in range(1, int(height / _PITCH) + 1):
            y = bottom + step * _PITCH
            canvas.line(left, y, left + width, y)
        return
    for step in range(int((width + height) / _PITCH) + 1):
        x = left - height + step * _PITCH
        canvas.line(x, bottom, x + height, bottom + height)
        if hatch is _Hatch.CROSSED:
            canvas.line(x, bottom + height, x + height, bottom)
