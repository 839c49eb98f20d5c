"""Activities as they are printed: the sheet of one record, the lists of a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Value = str | int | dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A line of the sheet; two that are not `wide` stand side by side."""

    name: str
    text: str
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivitySheet:
    """The sheet of one record (活动记录表). `signed` are the names of the lines at its foot."""

    title: str
    agency: str
    rows: tuple[SheetRow, ...]
    signed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityTable:
    """A worksheet: texts stay text, numbers and dates are real ones. `widths` in characters."""

    name: str
    title: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Value, ...], ...]


def pairs(rows: Sequence[SheetRow]) -> Iterator[tuple[SheetRow, ...]]:
    """The rows of the printed table: a wide one alone, narrow ones two by two; a narrow one
    before a wide one stands alone.
    """
    waiting: SheetRow | None = None
    for row in rows:
        if waiting is not None and not row.wide:
            yield waiting, row
            waiting = None
            continue
        if waiting is not None:
            yield (waiting,)
            waiting = None
        if row.wide:
            yield (row,)
        else:
            waiting = row
    if waiting is not None:
        yield (waiting,)
