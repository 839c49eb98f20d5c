"""The picture of a case on paper: the same shapes as on the screen, drawn into a PDF page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reportlab.lib.colors import Color, HexColor

from gongkai_desk.documents.flow import Block, Gap
from gongkai_desk.documents.fonts import Role
from gongkai_desk.documents.pdf_text import Line, Pen, Style
from gongkai_desk.domain.case_timeline import CaseTimeline, DayMark
from gongkai_desk.domain.timeline_drawing import (
    Area,
    Box,
    DrawnRow,
    Ink,
    Metrics,
    Names,
    Shape,
    Stroke,
    Word,
    bar,
    draw,
)
from gongkai_desk.i18n import _
from gongkai_desk.texts import label

_WEEKS = 4
_TEXT = 6.4
_COLOURS: Final[Mapping[Ink, str]] = {
    Ink.PAPER: "#ffffff",
    Ink.TEXT: "#000000",
    Ink.MUTED: "#555555",
    Ink.LINE: "#999999",
    Ink.COUNTED: "#0f5a6b",
    Ink.EXTENDED: "#0f5a6b",
    Ink.SUSPENDED: "#7d4a00",
    Ink.REST: "#d5d8da",
    Ink.LATE: "#9c1c16",
    Ink.TODAY: "#1c4f8c",
}
"""Dark enough to stay apart from the paper when printed in grey."""
_SWATCH: Final = (15.0, 9.0)


def timeline_blocks(timeline: CaseTimeline, width: float) -> Iterator[Block]:
    """The rows of the picture and its legend, to be set into `width` points."""
    metrics = Metrics(cell=width / (7 * _WEEKS), text=_TEXT, weeks=_WEEKS)
    for row in draw(timeline, metrics, timeline_names()).rows:
        yield PictureRow(row)
    yield Gap(2.0)
    yield from _legend(timeline.marks, width)


def timeline_names() -> Names:
    """The words inside the picture, in the language of the interface."""
    return Names(today=_("today"), due=_("due"), due_today=_("due today"))


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One row of weeks; it is never cut."""

    row: DrawnRow
    keep_with_next: bool = False

    @property
    def height(self) -> float:
        return self.row.height

    def least(self, page: float) -> float:  # noqa: ARG002
        return self.height

    def cut(self, room: float) -> tuple[Block, Block]:  # noqa: ARG002
        return self, Gap(0.0)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        paint(pen, self.row.shapes, left, top)


@dataclass(frozen=True, slots=True)
class _LegendRow:
    """Swatches with words; `places` are the marks with their distance from the left."""

    places: tuple[tuple[float, DayMark], ...]
    height: float = 14.0
    keep_with_next: bool = False

    def least(self, page: float) -> float:  # noqa: ARG002
        return self.height

    def cut(self, room: float) -> tuple[Block, Block]:  # noqa: ARG002
        return self, Gap(0.0)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        wide, high = _SWATCH
        for shift, mark in self.places:
            paint(pen, bar(mark, 0, 0, wide, high, _TEXT), left + shift, top - 2.0)
            words = Line(label(mark), wide + 4.0, 0.0)
            pen.lines([words], _style(Role.SONG, 8.5, 13.0), left + shift, top)


def _legend(marks: Iterable[DayMark], width: float) -> Iterator[Block]:
    style = _style(Role.SONG, 8.5, 13.0)
    row: list[tuple[float, DayMark]] = []
    used = 0.0
    for mark in marks:
        wide = _SWATCH[0] + 4.0 + style.width(label(mark)) + 14.0
        if row and used + wide > width:
            yield _LegendRow(tuple(row))
            row, used = [], 0.0
        row.append((used, mark))
        used += wide
    if row:
        yield _LegendRow(tuple(row))


def paint(pen: Pen, shapes: Iterable[Shape], left: float, top: float) -> None:
    """Draw shapes whose origin is at (`left`, `top`) and whose y runs downwards."""
    canvas = pen.canvas
    canvas.saveState()
    for shape in shapes:
        match shape:
            case Box():
                _paint_box(pen, shape, left, top)
            case Stroke():
                canvas.setStrokeColor(_colour(shape.ink))
                canvas.setLineWidth(shape.thick)
                canvas.line(left + shape.x1, top - shape.y1, left + shape.x2, top - shape.y2)
            case Area():
                canvas.setFillColor(_colour(shape.fill))
                path = canvas.beginPath()
                (x, y), *rest = shape.points
                path.moveTo(left + x, top - y)
                for x, y in rest:
                    path.lineTo(left + x, top - y)
                path.close()
                canvas.drawPath(path, stroke=0, fill=1)
            case Word():
                _paint_word(pen, shape, left, top)
    canvas.restoreState()


def _paint_box(pen: Pen, box: Box, left: float, top: float) -> None:
    canvas = pen.canvas
    if box.fill is not None:
        canvas.setFillColor(_colour(box.fill))
    if box.line is not None:
        canvas.setStrokeColor(_colour(box.line))
        canvas.setLineWidth(box.thick)
        canvas.setDash([2, 1.6] if box.dashed else [])
    canvas.rect(
        left + box.x,
        top - box.y - box.height,
        box.width,
        box.height,
        stroke=int(box.line is not None),
        fill=int(box.fill is not None),
    )
    canvas.setDash([])


def _paint_word(pen: Pen, word: Word, left: float, top: float) -> None:
    style = _style(Role.HEI if word.bold else Role.SONG, word.size, word.size)
    pen.canvas.setFillColor(_colour(word.ink))
    line = Line(word.text, -style.width(word.text) / 2, 0.0)
    pen.lines([line], style, left + word.x, top - word.y + word.size / 2)


def _style(role: Role, size: float, leading: float) -> Style:
    return Style(role=role, size=size, leading=leading)


def _colour(ink: Ink) -> Color:
    return HexColor(_COLOURS[ink])
