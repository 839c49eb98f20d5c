"""The picture of a case as plain shapes: one description for the screen and for paper.

Lengths are in the unit of `cell`; x runs to the right, y downwards. Every kind of day has a
pattern or a shape of its own beside its colour, so that the picture reads in black and white.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from gongkai_desk.domain.case_timeline import CaseTimeline, DayMark, TimelineDay

WEEK = 7
_ONE_WEEK = dt.timedelta(days=WEEK)


class Ink(StrEnum):
    """What a shape is coloured for; screen and paper choose the colours."""

    PAPER = "paper"
    TEXT = "text"
    MUTED = "muted"
    LINE = "line"
    COUNTED = "counted"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    REST = "rest"
    LATE = "late"
    TODAY = "today"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle, filled, outlined or both."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    line: Ink | None = None
    thick: float = 0.6
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink
    thick: float = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A filled polygon."""

    points: tuple[tuple[float, float], ...]
    fill: Ink


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A text centred on (x, y)."""

    x: float
    y: float
    text: str
    size: float
    ink: Ink
    bold: bool = False


Shape = Box | Stroke | Area | Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The few words in the picture, in the language of whoever shows it."""

    today: str
    due: str
    due_today: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """`cell` is the width of a day, `text` the size of the letters, `weeks` how many of them
    stand in a row.
    """

    cell: float
    text: float
    weeks: int

    @property
    def flags(self) -> float:
        """Height of the line for today and the due date."""
        return self.text * 1.9

    @property
    def lane(self) -> float:
        """Height of the line for the numbers of what happened."""
        return self.text * 1.7

    @property
    def bar(self) -> float:
        return self.cell * 0.82

    @property
    def below(self) -> float:
        """Height of the line for the dates, with the distance to the next row."""
        return self.text * 2.2

    @property
    def width(self) -> float:
        return self.cell * WEEK * self.weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnRow:
    """One row of weeks; shapes count from its upper left corner. `days` are those it shows, by
    week.
    """

    shapes: tuple[Shape, ...]
    weeks: tuple[tuple[TimelineDay, ...], ...]
    height: float

    @property
    def days(self) -> tuple[TimelineDay, ...]:
        return tuple(day for week in self.weeks for day in week)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    rows: tuple[DrawnRow, ...]
    width: float

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows)


def draw(timeline: CaseTimeline, metrics: Metrics, names: Names) -> Drawing:
    """The rows of the picture: whole weeks from Monday on, `metrics.weeks` of them in a row."""
    weeks = [tuple(days) for _monday, days in groupby(timeline.days, lambda day: _monday_of(day))]
    rows = []
    for start in range(0, len(weeks), metrics.weeks):
        chosen = tuple(weeks[start : start + metrics.weeks])
        place = _Place.of(chosen, metrics)
        before = weeks[start - 1] if start else None
        shapes = tuple(_row(chosen, before, place, metrics, names))
        height = place.top + metrics.bar + metrics.below
        rows.append(DrawnRow(shapes=shapes, weeks=chosen, height=height))
    return Drawing(rows=tuple(rows), width=metrics.width)


@dataclass(frozen=True, slots=True)
class _Place:
    """How far down the notes and the bars of a row stand: a line nobody needs has no height."""

    notes: float
    top: float

    @classmethod
    def of(cls, weeks: tuple[tuple[TimelineDay, ...], ...], metrics: Metrics) -> _Place:
        days = [day for week in weeks for day in week]
        flags = metrics.flags if any(day.today or day.due for day in days) else 0.0
        noted = any(day.notes for day in days)
        lane = metrics.lane if noted else metrics.text * 0.4
        return cls(notes=flags + metrics.lane / 2, top=flags + lane)


def day_at(drawing: Drawing, metrics: Metrics, x: float, y: float) -> TimelineDay | None:
    """The day at a point of the picture."""
    top = 0.0
    for row in drawing.rows:
        if top <= y < top + row.height and x >= 0:
            week, column = divmod(int(x // metrics.cell), WEEK)
            days = row.weeks[week] if week < len(row.weeks) else ()
            return next((day for day in days if day.date.weekday() == column), None)
        top += row.height
    return None


def _monday_of(day: TimelineDay) -> dt.date:
    return day.date - dt.timedelta(days=day.date.weekday())


def _row(
    chosen: tuple[tuple[TimelineDay, ...], ...],
    before: tuple[TimelineDay, ...] | None,
    place: _Place,
    metrics: Metrics,
    names: Names,
) -> Iterator[Shape]:
    for column, week in enumerate(chosen):
        left = column * WEEK * metrics.cell
        last = chosen[column - 1] if column else before
        far = last is not None and _monday_of(week[0]) - _monday_of(last[0]) > _ONE_WEEK
        if far:
            yield from _gap(left, place.top + metrics.bar / 2, metrics)
        elif column:
            yield _divider(left, place.top, metrics)
        for day in week:
            x = left + day.date.weekday() * metrics.cell
            first = day is week[0] and (far or column == 0)
            yield from _day(day, x, place, metrics, names, first=first)


def _divider(x: float, top: float, metrics: Metrics) -> Stroke:
    """Between two weeks."""
    bottom = top + metrics.bar + 1
    return Stroke(x1=x, y1=top - 1, x2=x, y2=bottom, ink=Ink.LINE, thick=0.5)


def _gap(x: float, y: float, metrics: Metrics) -> Iterator[Shape]:
    """Two slanted strokes: weeks are left out here."""
    high = metrics.bar * 0.7
    for shift in (-1.2, 1.2):
        yield Stroke(
            x1=x + shift - 1.5, y1=y + high, x2=x + shift + 1.5, y2=y - high, ink=Ink.TEXT, thick=1
        )


def _day(
    day: TimelineDay, x: float, place: _Place, metrics: Metrics, names: Names, *, first: bool
) -> Iterator[Shape]:
    middle, top = x + metrics.cell / 2, place.top
    yield from _flag(day, middle, metrics, names)
    if day.notes:
        yield from _note(day.notes, middle, place.notes, metrics)
    edge = metrics.cell * 0.07
    number = "" if day.number is None else str(day.number)
    yield from bar(
        day.mark, x + edge, top, metrics.cell - 2 * edge, metrics.bar, metrics.text, number
    )
    if day.due:
        frame = edge * 0.4
        yield Box(
            x=x + frame,
            y=top - edge,
            width=metrics.cell - 2 * frame,
            height=metrics.bar + 2 * edge,
            line=Ink.LATE,
            thick=1.6,
        )
    said = f"{day.date.month}/{day.date.day}" if first or day.date.day == 1 else str(day.date.day)
    strong = first or day.date.day == 1
    yield Word(
        x=middle,
        y=top + metrics.bar + metrics.text * 0.95,
        text=said,
        size=metrics.text * 0.92,
        ink=Ink.TEXT if strong else Ink.MUTED,
        bold=strong,
    )


def _flag(day: TimelineDay, x: float, metrics: Metrics, names: Names) -> Iterator[Shape]:
    """Today points with a triangle that stands on the day, the due date with a filled flag."""
    if not (day.today or day.due):
        return
    ink = Ink.LATE if day.due else Ink.TODAY
    text = names.due_today if day.due and day.today else names.due if day.due else names.today
    yield Word(x=x, y=metrics.text * 0.75, text=text, size=metrics.text, ink=ink, bold=True)
    tip, wide = metrics.flags + 0.5, metrics.text * 0.32
    back = tip - metrics.text * 0.45
    yield Area(points=((x - wide, back), (x + wide, back), (x, tip)), fill=ink)


def _note(numbers: tuple[int, ...], x: float, middle: float, metrics: Metrics) -> Iterator[Shape]:
    text = "·".join(str(number) for number in numbers)
    high = metrics.text * 1.35
    wide = max(high, metrics.text * (0.62 * len(text) + 0.5))
    yield Box(
        x=x - wide / 2,
        y=middle - high / 2,
        width=wide,
        height=high,
        fill=Ink.PAPER,
        line=Ink.TEXT,
        thick=0.8,
    )
    yield Word(x=x, y=middle, text=text, size=metrics.text, ink=Ink.TEXT)


def bar(
    mark: DayMark, x: float, y: float, width: float, height: float, text: float, number: str = ""
) -> Iterator[Shape]:
    """The mark of one day; also the swatch of the legend."""
    whole = (x, y, width, height)
    match mark:
        case DayMark.COUNTED:
            yield _box(whole, fill=Ink.COUNTED)
        case DayMark.EXTENDED:
            yield _box(whole, fill=Ink.PAPER, line=Ink.EXTENDED, thick=1.1)
            yield from _hatch(whole, Ink.EXTENDED)
        case DayMark.SUSPENDED:
            yield _box(whole, fill=Ink.PAPER, line=Ink.SUSPENDED, thick=0.9)
            yield from _stripes(whole, Ink.SUSPENDED)
        case DayMark.REST:
            yield _box((x, y + height * 0.62, width, height * 0.38), fill=Ink.REST)
        case DayMark.WAITING:
            yield _box(whole, line=Ink.MUTED, thick=0.8, dashed=True)
            yield from _dots(whole)
        case DayMark.DROPPED:
            yield _box(whole, line=Ink.MUTED, thick=0.8)
            yield Stroke(x1=x, y1=y + height, x2=x + width, y2=y, ink=Ink.MUTED, thick=0.7)
        case DayMark.LATE:
            yield _box(whole, fill=Ink.LATE)
            yield from _cross(whole)
        case DayMark.AFTER:
            yield _box(whole, line=Ink.LINE, thick=0.8, dashed=True)
        case DayMark.RECEIVED:
            yield _box(whole, line=Ink.COUNTED, thick=1.6)
    shown = "0" if mark is DayMark.RECEIVED else number
    if shown:
        yield from _number(mark, whole, text, shown)


_Whole = tuple[float, float, float, float]


def _box(
    whole: _Whole,
    *,
    fill: Ink | None = None,
    line: Ink | None = None,
    thick: float = 0.6,
    dashed: bool = False,
) -> Box:
    x, y, width, height = whole
    return Box(
        x=x, y=y, width=width, height=height, fill=fill, line=line, thick=thick, dashed=dashed
    )


def _number(mark: DayMark, whole: _Whole, size: float, text: str) -> Iterator[Shape]:
    x, y, width, height = whole
    middle_x, middle_y = x + width / 2, y + height / 2
    if mark in (DayMark.EXTENDED, DayMark.DROPPED):
        wide, high = size * (0.62 * len(text) + 0.4), size * 1.15
        ground = (middle_x - wide / 2, middle_y - high / 2, wide, high)
        yield _box(ground, fill=Ink.PAPER)
    ink = {
        DayMark.COUNTED: Ink.PAPER,
        DayMark.EXTENDED: Ink.EXTENDED,
        DayMark.DROPPED: Ink.MUTED,
        DayMark.RECEIVED: Ink.COUNTED,
    }.get(mark, Ink.TEXT)
    bold = mark is not DayMark.DROPPED
    yield Word(x=middle_x, y=middle_y, text=text, size=size, ink=ink, bold=bold)


def _hatch(whole: _Whole, ink: Ink) -> Iterator[Shape]:
    """Slanted lines from the lower left to the upper right, cut at the box."""
    x, y, width, height = whole
    step = max(width, height) / 4
    for number in range(1, math.ceil((width + height) / step)):
        along = number * step
        x1, y1 = (x, y + along) if along <= height else (x + along - height, y + height)
        x2, y2 = (x + along, y) if along <= width else (x + width, y + along - width)
        yield Stroke(x1=x1, y1=y1, x2=x2, y2=y2, ink=ink, thick=0.7)


def _stripes(whole: _Whole, ink: Ink) -> Iterator[Shape]:
    x, y, width, height = whole
    for part in (0.25, 0.5, 0.75):
        level = y + height * part
        yield Stroke(x1=x, y1=level, x2=x + width, y2=level, ink=ink, thick=1.1)


def _dots(whole: _Whole) -> Iterator[Shape]:
    x, y, width, height = whole
    side = height * 0.11
    for part in (0.25, 0.5, 0.75):
        spot = (x + width * part - side / 2, y + height / 2 - side / 2, side, side)
        yield _box(spot, fill=Ink.MUTED)


def _cross(whole: _Whole) -> Iterator[Shape]:
    x, y, width, height = whole
    for y1, y2 in ((y, y + height), (y + height, y)):
        yield Stroke(x1=x, y1=y1, x2=x + width, y2=y2, ink=Ink.PAPER, thick=1.1)
