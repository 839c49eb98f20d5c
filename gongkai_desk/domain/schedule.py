"""The 配档表 of a plan on paper: its columns, whose tasks are in it, its rows as texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gongkai_desk.domain.disclosure_settings import DisclosureSettings


class ScheduleColumn(StrEnum):
    """The columns in the order in which offices print them; the first twelve are the usual ones."""

    NUMBER = "number"
    SECTION = "section"
    TITLE = "title"
    CONTENT = "content"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    OWNER = "owner"
    DEADLINE = "deadline"
    FREQUENCY = "frequency"
    PROOF = "proof"
    RESULT = "result"
    NOTE = "note"
    PROGRESS = "progress"
    LIGHT = "light"
    DONE_ON = "done_on"
    RECORDS = "records"
    HINDRANCE = "hindrance"
    OURS = "ours"


USUAL = tuple(ScheduleColumn)[:12]
WIDTHS = {
    ScheduleColumn.NUMBER: 3,
    ScheduleColumn.SECTION: 8,
    ScheduleColumn.TITLE: 10,
    ScheduleColumn.CONTENT: 24,
    ScheduleColumn.LEAD: 8,
    ScheduleColumn.RESPONSIBLE: 11,
    ScheduleColumn.OWNER: 5,
    ScheduleColumn.DEADLINE: 6,
    ScheduleColumn.FREQUENCY: 8,
    ScheduleColumn.PROOF: 9,
    ScheduleColumn.RESULT: 14,
    ScheduleColumn.NOTE: 6,
    ScheduleColumn.PROGRESS: 5,
    ScheduleColumn.LIGHT: 6,
    ScheduleColumn.DONE_ON: 6,
    ScheduleColumn.RECORDS: 15,
    ScheduleColumn.HINDRANCE: 10,
    ScheduleColumn.OURS: 4,
}
"""In Chinese characters, compared with each other."""
CENTRED = frozenset(
    {
        ScheduleColumn.NUMBER,
        ScheduleColumn.SECTION,
        ScheduleColumn.OWNER,
        ScheduleColumn.DEADLINE,
        ScheduleColumn.PROGRESS,
        ScheduleColumn.LIGHT,
        ScheduleColumn.DONE_ON,
        ScheduleColumn.OURS,
    }
)


class ScopeKind(StrEnum):
    """Whose tasks are on paper."""

    ALL = "all"
    OURS = "ours"
    UNIT = "unit"
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """`unit` is set for UNIT only; LATE narrows to our tasks with `only_ours`."""

    kind: ScopeKind = ScopeKind.ALL
    unit: str = ""
    only_ours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """One column with the heading the office gives it."""

    column: ScheduleColumn
    heading: str

    @property
    def width(self) -> int:
        return WIDTHS[self.column]

    @property
    def centred(self) -> bool:
        return self.column in CENTRED


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleSheet:
    """Every row has one text for each column; equal neighbours in the column of sections are one
    merged cell. `note` stands under the title.
    """

    title: str
    note: str
    columns: tuple[SheetColumn, ...]
    rows: Sequence[Sequence[str]]

    @property
    def section_column(self) -> int | None:
        """The place of the sections, None when they are not printed."""
        names = [column.column for column in self.columns]
        return names.index(ScheduleColumn.SECTION) if ScheduleColumn.SECTION in names else None

    def texts(self) -> Iterable[str]:
        """Everything written on it."""
        yield self.title
        yield self.note
        for column in self.columns:
            yield column.heading
        for row in self.rows:
            yield from row


def section_spans(sheet: ScheduleSheet) -> list[int]:
    """For each row how many rows its section covers from there; 0 where it is covered."""
    place = sheet.section_column
    if place is None:
        return [1] * len(sheet.rows)
    spans = [0] * len(sheet.rows)
    first = 0
    for number, row in enumerate(sheet.rows):
        if row[place] != sheet.rows[first][place]:
            first = number
        spans[first] += 1
    return spans


def chosen_columns(settings: DisclosureSettings) -> tuple[ScheduleColumn, ...]:
    """The columns the office prints, in its order; the usual ones when it chose none."""
    known = {column.value: column for column in ScheduleColumn}
    chosen = (known[name] for name in settings.schedule_columns if name in known)
    return tuple(dict.fromkeys(chosen)) or USUAL
