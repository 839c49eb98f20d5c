"""Where the headings of a ledger stand, and which of its rows are requests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gongkai_desk.domain.ledger_fields import (
    COMPUTED,
    HeadingFinder,
    LedgerColumn,
    LedgerField,
)
from gongkai_desk.domain.ledger_sheet import LedgerSheet, Value, cell_text, key
from gongkai_desk.domain.problems import refuse

SEARCHED_ROWS = 40
DEEPEST_HEAD = 3
SAMPLES = 3
_TELLING = (
    LedgerField.APPLICANT,
    LedgerField.SUBJECT,
    LedgerField.DESCRIPTION,
    LedgerField.NUMBER,
)
_ESSENTIAL = (
    LedgerField.APPLICANT,
    LedgerField.SUBJECT,
    LedgerField.DESCRIPTION,
    LedgerField.RECEIVED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLayout:
    """`head` is the last row of the heading, counted from 0; the requests begin below it."""

    head: int
    columns: tuple[LedgerColumn, ...]

    def having(self, field: LedgerField) -> tuple[int, ...]:
        """The columns of a field."""
        return tuple(column.index for column in self.columns if column.field is field)

    def heading(self, field: LedgerField) -> str:
        """The heading of the first column of a field, "" when it has none."""
        return next((c.title for c in self.columns if c.field is field), "")

    def assigned(self, index: int, field: LedgerField | None) -> LedgerLayout:
        """The layout with another field for a column; where it was before is not read then."""

        def given(column: LedgerColumn) -> LedgerColumn:
            if column.index == index:
                return replace(column, field=field)
            same = field is not None and column.field is field
            return replace(column, field=None) if same else column

        return replace(self, columns=tuple(given(column) for column in self.columns))


@dataclass(frozen=True, slots=True, kw_only=True)
class FootWords:
    """How rows begin that are no requests: `exact` ones (合计), `starts` (填表人…)."""

    exact: frozenset[str]
    starts: tuple[str, ...]


def find_layout(sheet: LedgerSheet, finder: HeadingFinder) -> LedgerLayout:
    """The heading with the most known columns among the first rows; raises DomainError
    `ledger-no-heading` when there is none.
    """
    best: tuple[int, int, int] | None = None
    columns: tuple[LedgerColumn, ...] = ()
    for depth in range(1, DEEPEST_HEAD + 1):
        for last in range(depth - 1, min(SEARCHED_ROWS, len(sheet.rows))):
            found = _columns(sheet, last - depth + 1, last, finder)
            fields = {column.field for column in found} - {None}
            if len(fields) < 2 or not fields & set(_TELLING):
                continue
            score = (sum(c.field is not None for c in found), -depth, -last)
            if best is None or score > best:
                best, columns = score, found
    if best is None:
        raise refuse("ledger-no-heading", name=sheet.name)
    layout = LedgerLayout(head=-best[2], columns=columns)
    return replace(layout, columns=tuple(_with_samples(sheet, layout)))


def known_columns(layout: LedgerLayout) -> int:
    """How many columns were recognised; the more, the likelier it is the ledger."""
    return sum(column.field is not None for column in layout.columns)


def _columns(
    sheet: LedgerSheet, first: int, last: int, finder: HeadingFinder
) -> tuple[LedgerColumn, ...]:
    """The columns when the rows `first` to `last` are the heading."""
    titles = _titles(sheet, first, last)
    fields = finder.assign(titles)
    return tuple(
        LedgerColumn(index=index, heading=heading, group=group, field=field)
        for index, ((group, heading), field) in enumerate(zip(titles, fields, strict=True))
        if heading
    )


def _titles(sheet: LedgerSheet, first: int, last: int) -> list[tuple[str, str]]:
    """Group and heading of each column: the lowest filled cell names it, the ones above it (or
    to the left of it, under which it stands) its group.
    """
    width = max((len(row) for row in sheet.rows[first : last + 1]), default=0)
    levels = [_heading_row(sheet.rows[row], width) for row in range(first, last + 1)]
    titles = []
    for column in range(width):
        own = [level[column] for level in levels]
        filled = [place for place, text in enumerate(own) if text]
        if not filled:
            titles.append(("", ""))
            continue
        lowest = filled[-1]
        above = [_spread(levels, place, column) for place in range(lowest)]
        titles.append(("".join(dict.fromkeys(text for text in above if text)), own[lowest]))
    return titles


def _heading_row(row: Sequence[Value], width: int) -> list[str]:
    texts = [cell_text(value).replace("\n", "") for value in row]
    return texts + [""] * (width - len(texts))


def _spread(levels: list[list[str]], place: int, column: int) -> str:
    """The group heading over `column`: the nearest one to the left that has columns below it."""
    for left in range(column, -1, -1):
        if not any(level[left] for level in levels[place + 1 :]):
            return ""
        if levels[place][left]:
            return levels[place][left]
    return ""


def _with_samples(sheet: LedgerSheet, layout: LedgerLayout) -> Iterator[LedgerColumn]:
    for column in layout.columns:
        seen: dict[str, None] = {}
        for row in sheet.rows[layout.head + 1 : layout.head + 1 + SEARCHED_ROWS]:
            text = cell_text(row[column.index]) if column.index < len(row) else ""
            if text and len(seen) < SAMPLES:
                seen[" ".join(text.split())[:40]] = None
        yield replace(column, samples=tuple(seen))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of a sheet that are requests, each with its number counted from 0; `skipped` are
    those with something in them that are none, in the same way.
    """

    requests: tuple[tuple[int, Sequence[Value]], ...]
    skipped: tuple[int, ...]


def request_rows(sheet: LedgerSheet, layout: LedgerLayout, foot: FootWords) -> Rows:
    """Part the rows below the heading: blank ones, repeated headings, totals and signatures are
    no requests.
    """
    heads = {column.index: key(column.heading) for column in layout.columns}
    read = [c.index for c in layout.columns if c.field and c.field not in COMPUTED]
    essential = [i for field in _ESSENTIAL for i in layout.having(field)]
    filled = _with_merged(sheet, layout)
    requests, skipped = [], []
    for number in range(layout.head + 1, len(sheet.rows)):
        row = filled.get(number, sheet.rows[number])
        if not any(_has(row, index) for index in read):
            continue
        if _is_foot(row, foot) or _is_heading(row, heads):
            continue
        if any(_has(row, index) for index in essential):
            requests.append((number, row))
        else:
            skipped.append(number)
    return Rows(requests=tuple(requests), skipped=tuple(skipped))


def _has(row: Sequence[Value], index: int) -> bool:
    if index >= len(row):
        return False
    value = row[index]
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _is_foot(row: Sequence[Value], foot: FootWords) -> bool:
    first = next((text for value in row if (text := cell_text(value))), "")
    plain = key(first)
    return plain in foot.exact or first.replace(" ", "").startswith(foot.starts)


def _is_heading(row: Sequence[Value], heads: dict[int, str]) -> bool:
    """Whether at least half of the texts in the row are the headings of their columns."""
    same = other = 0
    for index, value in enumerate(row):
        if index in heads and isinstance(value, str) and value.strip():
            if key(value) == heads[index]:
                same += 1
            else:
                other += 1
            if other > same + 2:
                return False
    return same >= 2 and same >= other


def _with_merged(sheet: LedgerSheet, layout: LedgerLayout) -> dict[int, list[Value]]:
    """The rows covered by cells merged downwards, with the values of those cells filled in.

    Left open are the columns whose value belongs to one request alone: its number and its text.
    """
    own = {*layout.having(LedgerField.NUMBER), *layout.having(LedgerField.SEQUENCE)}
    filled: dict[int, list[Value]] = {}
    for top, left, bottom, right in sheet.merged:
        if top <= layout.head or top >= len(sheet.rows) or bottom == top or left in own:
            continue
        value = sheet.rows[top][left] if left < len(sheet.rows[top]) else None
        for number in range(top + 1, min(bottom + 1, len(sheet.rows))):
            row = filled.setdefault(number, list(sheet.rows[number]))
            row.extend([None] * (right + 1 - len(row)))
            row[left] = value
    return filled


def continues(sheet: LedgerSheet, layout: LedgerLayout) -> frozenset[int]:
    """The rows that go on with the request above: its number is merged over them, so that they
    name further applicants.
    """
    numbers = layout.having(LedgerField.NUMBER) or layout.having(LedgerField.SEQUENCE)
    return frozenset(
        number
        for top, left, bottom, _right in sheet.merged
        if left in numbers and top > layout.head
        for number in range(top + 1, bottom + 1)
    )
