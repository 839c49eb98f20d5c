"""A catalogue as a table again: the columns of its file or the usual ones, no text left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gongkai_desk.domain.catalogue import CatalogueItem, Mode
from gongkai_desk.domain.catalogue_cells import (
    CHECKED,
    boxes_of,
    choices_of,
    mode_of,
    told_of_choice,
)
from gongkai_desk.domain.catalogue_headings import (
    LEVELS,
    CatalogueColumn,
    CatalogueField,
    CatalogueWords,
)

TICK = "√"
_BETWEEN = "|"
_PLAIN = {
    CatalogueField.UNIT: "unit",
    CatalogueField.CONTENT: "content",
    CatalogueField.BASIS: "basis",
    CatalogueField.RESPONSIBLE: "responsible",
    CatalogueField.DURATION: "duration",
    CatalogueField.NOTE: "note",
    CatalogueField.LEVEL: "level",
    CatalogueField.AUDIENCE: "audience",
}
STANDARD = (
    CatalogueField.CONTENT,
    CatalogueField.BASIS,
    CatalogueField.LIMIT,
    CatalogueField.UNIT,
    CatalogueField.CHANNELS,
    CatalogueField.AUDIENCE,
    CatalogueField.MODE,
    CatalogueField.LEVEL,
    CatalogueField.RESPONSIBLE,
    CatalogueField.DURATION,
    CatalogueField.NOTE,
)
"""The usual columns after 序号 and 公开事项, in the order of the national standard
(基层政务公开标准目录); those nobody fills are left out, save the ones of `_ALWAYS`.
"""
_ALWAYS = frozenset(
    {
        CatalogueField.CONTENT,
        CatalogueField.LIMIT,
        CatalogueField.UNIT,
        CatalogueField.CHANNELS,
        CatalogueField.MODE,
        CatalogueField.RESPONSIBLE,
    }
)

Names = Callable[[CatalogueField | Mode | None], str]
"""What a column or a mode is called on paper; None: the heading over the levels (公开事项)."""


def headings_of(columns: Sequence[CatalogueColumn]) -> tuple[str, ...]:
    """The columns of a file as they are kept with its version, one text each."""
    return tuple(
        _BETWEEN.join(
            (
                column.field.value if column.field else "",
                TICK if column.option else "",
                column.group.replace(_BETWEEN, "／"),
                column.heading,
            )
        )
        for column in columns
    )


def columns_of(headings: Sequence[str]) -> tuple[CatalogueColumn, ...]:
    """The columns that `headings_of` wrote down."""
    columns = []
    for index, text in enumerate(headings):
        field, option, group, heading = text.split(_BETWEEN, 3)
        columns.append(
            CatalogueColumn(
                index=index,
                heading=heading,
                group=group,
                field=CatalogueField(field) if field else None,
                option=bool(option),
            )
        )
    return tuple(columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueSheet:
    """The columns with the texts of every item below them, and how many of the first levels each
    row shares with the row above (`shared`).
    """

    columns: tuple[CatalogueColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    shared: tuple[int, ...]


def sheet_of(
    items: Sequence[CatalogueItem],
    headings: Sequence[str],
    names: Names,
    words: CatalogueWords,
) -> CatalogueSheet:
    """The items below the columns of the file they came from, below the usual ones when there
    are no `headings`; what these have no place for gets columns of its own.
    """
    columns = columns_of(headings) or _standard(items, names)
    columns = _with_levels(columns, max((len(item.path) for item in items), default=1), names)
    writer = _Writer(columns, names, words)
    columns = (*columns, *writer.missing(items))
    columns = tuple(replace(column, index=n) for n, column in enumerate(columns))
    writer = _Writer(columns, names, words)
    rows = tuple(tuple(writer.cells(item, n)) for n, item in enumerate(items, 1))
    shared = [0]
    for before, item in pairwise(items):
        shared.append(_shared(before.path, item.path))
    return CatalogueSheet(columns=columns, rows=rows, shared=tuple(shared[: len(items)]))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        count += 1
    return count


def _standard(items: Sequence[CatalogueItem], names: Names) -> tuple[CatalogueColumn, ...]:
    filled = {field for item in items for field in STANDARD if _own(item, field)}
    fields = [field for field in STANDARD if field in filled or field in _ALWAYS]
    depth = min(max((len(item.path) for item in items), default=1) or 1, len(LEVELS))
    levels = [
        CatalogueColumn(index=0, heading=names(field), group=names(None), field=field)
        for field in LEVELS[:depth]
    ]
    if depth == 1:
        levels = [CatalogueColumn(index=0, heading=names(None), field=LEVELS[0])]
    first = CatalogueColumn(
        index=0, heading=names(CatalogueField.SEQUENCE), field=CatalogueField.SEQUENCE
    )
    others = (CatalogueColumn(index=0, heading=names(field), field=field) for field in fields)
    return (first, *levels, *others)


def _own(item: CatalogueItem, field: CatalogueField) -> bool:
    if field is CatalogueField.CHANNELS:
        return bool(item.channels)
    if field in (CatalogueField.MODE, CatalogueField.LIMIT):
        return True
    return bool(getattr(item, _PLAIN[field]))


def _with_levels(
    columns: Sequence[CatalogueColumn], depth: int, names: Names
) -> tuple[CatalogueColumn, ...]:
    """As many columns of 公开事项 as there are levels: further ones stand before a column that
    is only called 公开事项, behind columns that are called 一级, 二级.
    """
    have = [column for column in columns if column.field in LEVELS]
    lack = min(depth, len(LEVELS)) - len(have)
    if lack <= 0 or not have:
        return tuple(columns)
    behind = len(have) > 1
    at = next(n for n, column in enumerate(columns) if column is have[-1 if behind else 0])
    fresh = [
        CatalogueColumn(index=0, heading=names(field), group=have[0].group if behind else "")
        for field in (LEVELS[len(have) : len(have) + lack] if behind else LEVELS[:lack])
    ]
    place = at + 1 if behind else at
    whole = [*columns[:place], *fresh, *columns[place:]]
    number = iter(LEVELS)
    return tuple(
        replace(column, field=next(number)) if column in have or column in fresh else column
        for column in whole
    )


class _Writer:
    """Writes the cells of items for these columns."""

    def __init__(
        self, columns: Sequence[CatalogueColumn], names: Names, words: CatalogueWords
    ) -> None:
        self._columns, self._names, self._words = columns, names, words
        self._options = {
            field: [c.heading for c in columns if c.field is field and c.option]
            for field in CatalogueField
        }
        self._free = {c.field for c in columns if not c.option}

    def cells(self, item: CatalogueItem, number: int) -> Iterator[str]:
        for column in self._columns:
            yield self._cell(item, column, number)

    def _cell(self, item: CatalogueItem, column: CatalogueColumn, number: int) -> str:
        kept = item.extra.get(column.title, "")
        match column.field:
            case None:
                return kept
            case CatalogueField.SEQUENCE:
                return kept or str(number)
            case CatalogueField.LEVEL_1 | CatalogueField.LEVEL_2 | CatalogueField.LEVEL_3:
                place = LEVELS.index(column.field)
                return item.path[place] if place < len(item.path) else ""
            case CatalogueField.LIMIT:
                return item.limit.text
            case CatalogueField.MODE:
                return self._mode(item, column, kept)
            case CatalogueField.CHANNELS if not column.option:
                return _with_boxes(kept, item.channels) if kept else self._rest(item, column.field)
            case CatalogueField.CHANNELS | CatalogueField.LEVEL | CatalogueField.AUDIENCE:
                if column.option:
                    return told_of_choice(column.heading, self._chosen(item, column.field), TICK)
                return self._rest(item, column.field)
            case plain:
                return str(getattr(item, _PLAIN[plain]))

    def _chosen(self, item: CatalogueItem, field: CatalogueField) -> tuple[str, ...]:
        if field is CatalogueField.CHANNELS:
            return item.channels
        return choices_of(str(getattr(item, _PLAIN[field])), self._options[field])

    def _rest(self, item: CatalogueItem, field: CatalogueField) -> str:
        """What no column of a choice shows."""
        names = self._options[field]
        shown = tuple(f"{name}：" for name in names)
        rest = [
            one
            for one in self._chosen(item, field)
            if one not in names and not one.startswith(shown)
        ]
        return "、".join(rest)

    def _mode(self, item: CatalogueItem, column: CatalogueColumn, kept: str) -> str:
        if column.option:
            means = mode_of(column.heading, self._words)[0]
            both = item.mode is Mode.BOTH and means in (Mode.PROACTIVE, Mode.ON_REQUEST)
            return (kept or TICK) if both or item.mode is means else ""
        if kept and mode_of(kept, self._words)[0] is item.mode:
            return kept
        return "" if item.mode is Mode.UNSAID else self._names(item.mode)

    def missing(self, items: Sequence[CatalogueItem]) -> Iterator[CatalogueColumn]:
        """Columns for what the present ones cannot show."""
        for field in (*STANDARD, CatalogueField.LIMIT):
            if field not in self._free and any(self._hidden(item, field) for item in items):
                self._free.add(field)
                yield CatalogueColumn(index=-1, heading=self._names(field), field=field)
        known = {column.title for column in self._columns}
        for name in dict.fromkeys(name for item in items for name in item.extra):
            if name not in known:
                yield CatalogueColumn(index=-1, heading=name)

    def _hidden(self, item: CatalogueItem, field: CatalogueField) -> bool:
        if field is CatalogueField.LIMIT:
            return bool(item.limit.text)
        if field is CatalogueField.MODE:
            shown = {mode_of(name, self._words)[0] for name in self._options[field]}
            wanted = {
                Mode.BOTH: {Mode.PROACTIVE, Mode.ON_REQUEST},
                Mode.UNSAID: set(),
            }.get(item.mode, {item.mode})
            return not wanted <= (shown or {Mode.PROACTIVE})
        if self._options[field]:
            return bool(self._rest(item, field))
        return _own(item, field)


def _with_boxes(kept: str, channels: Sequence[str]) -> str:
    """The cell with its boxes ticked as the channels are now; the cell itself when they are as
    they were.
    """
    boxes = boxes_of(kept)
    if boxes is None:
        return "、".join(channels)
    if [name for on, name in boxes.choices if on] == list(channels):
        return kept
    names = [name for _on, name in boxes.choices]
    parts = [f"{'■' if name in channels else '□'}{name}" for name in names]
    parts.extend(f"{CHECKED[0]}{name}" for name in channels if name not in names)
    return " ".join(parts)
