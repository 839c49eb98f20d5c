"""The overview for the head of the office as it goes to the printer: figures and lists of texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.task_overview import Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewRow:
    """Texts of a row; the last column is the word of the light, where `light` is set."""

    texts: tuple[str, ...]
    light: Signal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewTable:
    """A list with its heading; `none` stands there when it is empty, `more` ends a shortened one
    and holds ``{count}``. More than `most` rows are never shown.
    """

    heading: str
    columns: tuple[str, ...]
    weights: tuple[float, ...]
    rows: Sequence[OverviewRow]
    none: str
    more: str
    most: int = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPaper:
    """`figures` are pairs of a number and its word, as a row of boxes."""

    title: str
    note: str
    foot: str
    figures: tuple[tuple[str, str], ...]
    tables: tuple[OverviewTable, ...]

    def texts(self) -> Iterator[str]:
        """Everything that may be written on it."""
        yield from (self.title, self.note, self.foot)
        for number, word in self.figures:
            yield from (number, word)
        for table in self.tables:
            yield from (table.heading, table.none, table.more, *table.columns)
            for row in table.rows:
                yield from row.texts
