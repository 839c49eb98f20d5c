"""A list of columns or accounts, as offices keep it in a spreadsheet, read row by row.

Nothing is guessed silently: a row without a kind waits for the officer's word, a date that cannot
be read goes into the remarks as it is written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.ledger_dates import cell_date
from gongkai_desk.domain.ledger_sheet import LedgerSheet, Value, cell_text, key
from gongkai_desk.domain.platform import Platform, PlatformKind
from gongkai_desk.domain.problems import DomainError, refuse

_LOOKED_AT = 15
"""Rows in which the headings are looked for: titles and notes may stand above them."""
_DATES = ("filed_on", "opened_on")
_TEXTS = ("site", "address", "operator", "person", "filing_number", "note")

Words = Sequence[tuple[str, Sequence[str]]]
"""A name and the words that tell of it, the first that fits wins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """`headings`: field of a platform -> its headings; `kinds` and `categories` by their words."""

    headings: Mapping[str, Sequence[str]]
    kinds: Words
    categories: Words
    other_category: str

    def kind_of(self, *texts: str) -> PlatformKind | None:
        """The kind told by the first text that tells one."""
        for text in texts:
            found = _word_in(self.kinds, text)
            if found:
                return PlatformKind(found)
        return None

    def category_of(self, name: str) -> str:
        """The category of a column with this name."""
        return _word_in(self.categories, name) or self.other_category


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformRow:
    """A row as read: `place` names sheet and row, `kind` is None when the row does not tell it,
    `known` when such a platform is there already.
    """

    place: str
    platform: Platform
    kind: PlatformKind | None
    site: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformReading:
    """All rows of a file; `unread` are headings nobody understood."""

    rows: tuple[PlatformRow, ...]
    unread: tuple[str, ...] = ()

    @property
    def unclear(self) -> tuple[PlatformRow, ...]:
        """Rows that do not tell what they are."""
        return tuple(row for row in self.rows if row.kind is None and not row.known)


def read_platforms(
    sheets: Iterable[LedgerSheet], words: SheetWords, known: Iterable[Platform]
) -> PlatformReading:
    """The platforms of every sheet that has headings. Error: `platform-headings-missing`."""
    rows: list[PlatformRow] = []
    unread: list[str] = []
    found = False
    for sheet in sheets:
        head = _find_head(sheet, words)
        if head is None:
            continue
        found = True
        at, fields = head
        unread += _unread(sheet, at, fields)
        rows += _rows(sheet, at, fields, words)
    if not found:
        raise refuse("platform-headings-missing", "file")
    taken = _Taken(known)
    marked = [replace(row, known=taken.has(row)) for row in rows]
    return PlatformReading(rows=tuple(marked), unread=tuple(dict.fromkeys(unread)))


class _Taken:
    """What is there already; a column is the same only below a website of the same name."""

    def __init__(self, known: Iterable[Platform]) -> None:
        every = list(known)
        names = {one.id: one.name for one in every}
        self._below = {(one.name.strip(), key(names.get(one.parent_id, ""))) for one in every
                       if one.kind is PlatformKind.COLUMN}  # fmt: skip
        self._others = {(one.kind, one.name.strip()) for one in every}

    def has(self, row: PlatformRow) -> bool:
        """Whether this is known; from now on it is."""
        name = row.platform.name
        if row.kind is PlatformKind.COLUMN and row.site:
            place = (name, key(row.site))
            known = place in self._below
            self._below.add(place)
            return known
        if row.kind is None:
            return False
        known = (row.kind, name) in self._others
        self._others.add((row.kind, name))
        return known


def platforms_of(
    reading: PlatformReading, otherwise: PlatformKind, words: SheetWords, known: Iterable[Platform]
) -> list[Platform]:
    """What is to be kept: rows that are not known yet, those without a kind as `otherwise`. A
    column belongs to the website its row names, or to the only one there is.
    """
    kept = [
        (row, replace(row.platform, kind=row.kind or otherwise))
        for row in reading.rows
        if not row.known
    ]
    sites = [one for one in (*known, *(one for _row, one in kept))
             if one.kind is PlatformKind.WEBSITE]  # fmt: skip
    by_name = {key(one.name): one.id for one in reversed(sites)}
    only = sites[0].id if len(sites) == 1 else ""
    platforms = []
    for row, platform in kept:
        if platform.kind is PlatformKind.COLUMN:
            above = by_name.get(key(row.site), "") if row.site else only
            note = platform.note
            if row.site and not above:  # a website nobody entered: its name is not lost
                note = "\n".join(filter(None, (note, row.site)))
            category = words.category_of(platform.name)
            platform = replace(platform, parent_id=above, category=category, note=note)
        platforms.append(platform)
    return platforms


def _find_head(sheet: LedgerSheet, words: SheetWords) -> tuple[int, dict[int, str]] | None:
    """The row of headings with the field of each column that is understood."""
    names = {key(name): field for field, every in words.headings.items() for name in every}
    for at, row in enumerate(sheet.rows[:_LOOKED_AT]):
        fields: dict[int, str] = {}
        for column, value in enumerate(row):
            field = names.get(key(cell_text(value)))
            if field is not None and field not in fields.values():
                fields[column] = field
        if "name" in fields.values() and len(fields) > 1:
            return at, fields
    return None


def _unread(sheet: LedgerSheet, at: int, fields: Mapping[int, str]) -> Iterator[str]:
    numbers = {key(one) for one in ("序号", "No.", "编号")}
    for column, value in enumerate(sheet.rows[at]):
        text = cell_text(value)
        if text and column not in fields and key(text) not in numbers:
            yield text


def _rows(
    sheet: LedgerSheet, at: int, fields: Mapping[int, str], words: SheetWords
) -> Iterator[PlatformRow]:
    """The kind is told by its own column, by a website the row belongs to, by the heading of the
    names (栏目名称, 账号名称) or by the name.
    """
    filled = _with_merged(sheet)
    at_name = next(column for column, field in fields.items() if field == "name")
    heading = cell_text(sheet.rows[at][at_name])
    for number in range(at + 1, len(filled)):
        row = filled[number]
        values = {field: row[column] for column, field in fields.items() if column < len(row)}
        name = " ".join(cell_text(values.get("name")).split())
        if not name or key(name) in {key(one) for one in words.headings["name"]}:
            continue  # an empty line, or the headings once more
        texts = {field: cell_text(values.get(field)) for field in _TEXTS}
        days, lost = _days(values, sheet, at, fields)
        kind = words.kind_of(cell_text(values.get("kind")))
        if kind is None:
            kind = PlatformKind.COLUMN if texts["site"] else words.kind_of(heading, name)
        platform = Platform(
            id=new_id(),
            kind=kind or PlatformKind.COLUMN,
            filed_on=days.get("filed_on"),
            opened_on=days.get("opened_on"),
            name=name,
            address=texts["address"],
            operator=texts["operator"],
            person=texts["person"],
            filing_number=texts["filing_number"],
            note="\n".join(filter(None, (texts["note"], *lost))),
        )
        place = f"{sheet.name} {number + 1}"
        yield PlatformRow(place=place, platform=platform, kind=kind, site=texts["site"])


def _days(
    values: Mapping[str, Value], sheet: LedgerSheet, at: int, fields: Mapping[int, str]
) -> tuple[dict[str, dt.date | None], list[str]]:
    """The dates of a row; those nobody can read as text with their headings."""
    days: dict[str, dt.date | None] = {}
    lost = []
    titles = {field: cell_text(sheet.rows[at][column]) for column, field in fields.items()}
    for field in _DATES:
        try:
            days[field] = cell_date(values.get(field), from_1904=sheet.from_1904)
        except DomainError:
            lost.append(f"{titles[field]}：{cell_text(values.get(field))}")
    return days, lost


def _with_merged(sheet: LedgerSheet) -> list[list[Value]]:
    """The rows with the text of cells merged downwards in every row they cover."""
    rows = [list(row) for row in sheet.rows]
    for top, left, bottom, _right in sheet.merged:
        for number in range(top + 1, min(bottom + 1, len(rows))):
            if left < len(rows[number]) and left < len(rows[top]):
                rows[number][left] = rows[top][left]
    return rows


def _word_in(words: Words, text: str) -> str:
    folded = text.casefold()
    return next(
        (name for name, every in words if any(word.casefold() in folded for word in every)), ""
    )
