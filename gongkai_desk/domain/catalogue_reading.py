"""From the rows of a table to the items of a catalogue; no text of the table is lost."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from gongkai_desk.domain.catalogue import CatalogueItem, Mode
from gongkai_desk.domain.catalogue_cells import boxes_of, choice_of, listed, mode_of
from gongkai_desk.domain.catalogue_headings import (
    LEVELS,
    CatalogueColumn,
    CatalogueField,
    CatalogueWords,
)
from gongkai_desk.domain.catalogue_layout import CatalogueLayout, Grid
from gongkai_desk.domain.catalogue_limits import limit_doubt, read_limit
from gongkai_desk.domain.catalogue_rows import Part, Rows
from gongkai_desk.domain.ledger_sheet import LedgerSheet, address, key
from gongkai_desk.domain.problems import Problem, Severity

GROUP_KEY, SHEET_KEY = "分组", "工作表"
"""Names in `extra`: a line across the table that names a group, the sheet an item stood in."""
_TEXTS = {
    CatalogueField.UNIT: "unit",
    CatalogueField.CONTENT: "content",
    CatalogueField.RESPONSIBLE: "responsible",
    CatalogueField.BASIS: "basis",
    CatalogueField.DURATION: "duration",
    CatalogueField.NOTE: "note",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueReading:
    """What a file holds. The ids of `items` are places in the file; `note` is what stood around
    the table, `doubts` name their cells.
    """

    title: str
    note: str
    items: tuple[CatalogueItem, ...]
    doubts: tuple[Problem, ...]


def read_sheets(
    sheets: Sequence[tuple[LedgerSheet, CatalogueLayout]], words: CatalogueWords
) -> CatalogueReading:
    """The items of these sheets, one after the other, as one catalogue."""
    several = len(sheets) > 1
    items: list[CatalogueItem] = []
    notes: list[str] = []
    doubts: list[Problem] = []
    title = ""
    for sheet, layout in sheets:
        reader = _SheetReader(sheet, layout, words, named=several)
        before = len(items)
        found = list(reader.read())
        items.extend(replace(one, position=before + n) for n, one in enumerate(found, 1))
        title = title or reader.rows.title
        notes.extend(reader.rows.notes)
        doubts.extend(reader.doubts)
    doubts.extend(_twice(items))
    return CatalogueReading(
        title=title, note="\n".join(notes), items=tuple(items), doubts=tuple(doubts)
    )


def _twice(items: Sequence[CatalogueItem]) -> Iterator[Problem]:
    seen: dict[tuple[tuple[str, ...], str], str] = {}
    for item in items:
        what = (item.path, item.content)
        if what in seen:
            values = {"item": item.title, "first": seen[what]}
            yield _doubt("catalogue-item-twice", item.id, **values)
        seen.setdefault(what, item.id)


@dataclass(slots=True)
class _Draft:
    """The fields of one row while its cells are read."""

    values: dict[str, str] = field(default_factory=dict)
    path: dict[CatalogueField, str] = field(default_factory=dict)
    limit: str = ""
    mode: Mode | None = None
    channels: list[str] = field(default_factory=list)
    level: list[str] = field(default_factory=list)
    audience: list[str] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)


class _SheetReader:
    """Reads one sheet."""

    def __init__(
        self, sheet: LedgerSheet, layout: CatalogueLayout, words: CatalogueWords, *, named: bool
    ) -> None:
        self._grid = Grid(sheet)
        self._layout, self._words = layout, words
        self._prefix = f"{sheet.name}!" if named else ""
        self._sheet = sheet.name if named else ""
        self._has_mode = bool(layout.having(CatalogueField.MODE))
        self._path: dict[CatalogueField, str] = {}
        self._merged = any(
            sheet_span[0] > layout.last
            and sheet_span[2] > sheet_span[0]
            and sheet_span[1] in {column.index for column in layout.levels}
            for sheet_span in sheet.merged
        )
        self._count = 0
        self.rows = Rows(self._grid, layout, words)
        self.doubts: list[Problem] = []

    def read(self) -> Iterator[CatalogueItem]:
        for column in self._layout.columns:
            self._tell_mode(column)
        group = ""
        for row, part in self.rows.parted():
            if part is Part.GROUP:
                group = self.rows.all_text(row)
                self._path = {}
            elif part is Part.ITEM:
                self._count += 1
                yield self._item(row, group)
            elif part is Part.LEFT_OVER:
                first = self._grid.filled(row)[0]
                self._doubt("catalogue-row-left-out", row, first, number=row + 1)

    def _tell_mode(self, column: CatalogueColumn) -> None:
        """公开方式 means one thing or another; which one is said to the officer."""
        ambiguous = self._words.field_of(column.heading, exact=True) == CatalogueField.MODE
        if ambiguous and not column.group and column.field is not None:
            code = {
                CatalogueField.MODE: "catalogue-way-is-mode",
                CatalogueField.CHANNELS: "catalogue-way-is-channel",
            }.get(column.field)
            if code is not None:
                row = self._layout.last
                self._doubt(code, row, column.index, heading=column.heading)

    def _item(self, row: int, group: str) -> CatalogueItem:
        draft = _Draft()
        for column in self._layout.columns:
            text = self._grid.value(row, column.index)
            if column.field in LEVELS and column.field is not None:
                draft.path[column.field] = text
            elif text:
                self._take(draft, column, text, row)
        path = self._whole_path(draft.path, row)
        if group and len(LEVELS) > len(self._layout.levels):
            path = (group, *path)
        elif group:
            draft.extra[_free(GROUP_KEY, draft.extra)] = group
        if self._sheet:
            draft.extra[_free(SHEET_KEY, draft.extra)] = self._sheet
        return self._made(draft, path, row)

    def _made(self, draft: _Draft, path: tuple[str, ...], row: int) -> CatalogueItem:
        mode = draft.mode or (Mode.UNSAID if self._has_mode else Mode.PROACTIVE)
        return CatalogueItem(
            id=self._address(row, self._layout.levels[0].index),
            version_id="",
            lineage="",
            position=self._count,
            path=path,
            limit=read_limit(draft.limit),
            mode=mode,
            channels=tuple(dict.fromkeys(draft.channels)),
            level="、".join(draft.level),
            audience="、".join(draft.audience),
            extra=draft.extra,
            **{name: draft.values.get(name, "") for name in _TEXTS.values()},
        )

    def _whole_path(self, own: dict[CatalogueField, str], row: int) -> tuple[str, ...]:
        """The levels of a row. One left empty is that of the row above, as long as no level over
        it has begun anew; where levels are merged cells, only the first can be left empty so.
        """
        begun = False
        for number, column in enumerate(self._layout.levels):
            level = column.field
            assert level is not None
            top, _left = self._grid.anchor(row, column.index)
            if own[level]:
                begun = begun or top == row
                self._path[level] = own[level]
            elif begun or (number and self._merged):
                self._path.pop(level, None)
        path = tuple(self._path[level] for level in LEVELS if level in self._path)
        if not path:
            first = self._layout.levels[0].index
            self._doubt("catalogue-item-without-title", row, first, number=row + 1)
        return path

    def _take(self, draft: _Draft, column: CatalogueColumn, text: str, row: int) -> None:
        """Put what a cell says into its field, and what the field cannot hold beside it."""
        match column.field:
            case None:
                draft.extra[column.title] = text
            case CatalogueField.SEQUENCE:
                if text != str(self._count):
                    draft.extra[column.title] = text
            case CatalogueField.LIMIT:
                draft.limit = text
                code = limit_doubt(text)
                if code:
                    self._doubt(code, row, column.index, text=text)
            case CatalogueField.MODE:
                self._take_mode(draft, column, text, row)
            case CatalogueField.CHANNELS:
                self._take_channels(draft, column, text)
            case CatalogueField.LEVEL:
                draft.level.extend(self._chosen(column, text))
            case CatalogueField.AUDIENCE:
                draft.audience.extend(self._chosen(column, text))
            case known:
                draft.values[_TEXTS[known]] = text

    def _chosen(self, column: CatalogueColumn, text: str) -> tuple[str, ...]:
        if not column.option:
            return (text,)
        chosen = choice_of(column.heading, text, self._words)
        return (chosen,) if chosen else ()

    def _take_channels(self, draft: _Draft, column: CatalogueColumn, text: str) -> None:
        boxes = boxes_of(text)
        if column.option:
            draft.channels.extend(self._chosen(column, text))
        elif boxes is not None:
            draft.channels.extend(name for on, name in boxes.choices if on)
            draft.extra[column.title] = text
        else:
            draft.channels.extend(listed(text))

    def _take_mode(self, draft: _Draft, column: CatalogueColumn, text: str, row: int) -> None:
        if column.option:
            chosen = choice_of(column.heading, text, self._words)
            if not chosen:
                return
            mode = self._words.modes.get(key(column.heading), Mode.UNSAID)
            exact = chosen == column.heading
        else:
            mode, exact = mode_of(text, self._words)
        both = {draft.mode, mode} >= {Mode.PROACTIVE, Mode.ON_REQUEST}
        draft.mode = Mode.BOTH if both else mode
        if not exact:
            draft.extra[column.title] = text
        if mode is Mode.UNSAID and not exact:
            self._doubt("catalogue-mode-unknown", row, column.index, text=text)

    def _address(self, row: int, column: int) -> str:
        return self._prefix + address(row, column)

    def _doubt(self, code: str, row: int, column: int, /, **values: object) -> None:
        self.doubts.append(_doubt(code, self._address(row, column), **values))


def _doubt(code: str, place: str, /, **values: object) -> Problem:
    return Problem(code, place, values, Severity.WARNING)


def _free(name: str, taken: Collection[str]) -> str:
    """The name, with a mark when a column of the file has it too."""
    return f"{name}*" if name in taken else name
