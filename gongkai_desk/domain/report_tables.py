"""The cells of a published report's tables, found by the names of rows and columns.

Rows are read one after another whatever table they stand in, so that tables split over pages,
with repeated heads, or glued to one another give the same cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gongkai_desk.domain.report import COLUMN_LABELS, DISPUTE_LABELS
from gongkai_desk.domain.report_cells import is_value
from gongkai_desk.domain.report_labels import (
    OLD_NAMES,
    OTHER_HANDLING,
    bare,
    column_of,
    dispute_column_of,
    is_head,
    proactive_of,
    row_of,
)
from gongkai_desk.domain.report_pieces import Table

_COLUMNS, _RESULTS = len(COLUMN_LABELS), len(DISPUTE_LABELS)
_GROUPS = ("reconsideration", "litigation_direct", "litigation_after")
_TRIPLE_HEADS = (("制发", "制定"), ("废止",), ("有效",))
_OLD_HEADS = ("新制作", "新公开", "对外公开", "上一年项目", "采购项目")
_OTHER_ROW, _OTHER_WITHOUT_HEADS = 23, (21, 22)


@dataclass(slots=True)
class FoundTables:
    """The raw cells by row, field and group, as far as they were found.

    `old_form` tells that words of the form of 2019 stand in it; `twice` names rows found twice
    with different numbers; `unknown` are row names that belong to no row of table 3.
    """

    requests: dict[int, tuple[str, ...]] = field(default_factory=dict)
    proactive: dict[str, tuple[str, ...]] = field(default_factory=dict)
    disputes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    old_form: bool = False
    twice: list[int] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Scan(FoundTables):
    """What is remembered from row to row: the heads above, and an empty row under those of
    table 4.
    """

    columns: dict[int, int] = field(default_factory=dict)
    heads: tuple[str, ...] = ()
    dispute_heads: list[Sequence[str]] = field(default_factory=list)
    nothing: Sequence[str] = ()


def find_tables(tables: Iterable[Table]) -> FoundTables:
    """Read every row of the tables; nothing in them can make this fail."""
    found = _Scan()
    for table in tables:
        for cells in table.rows:
            _row(found, [cell.strip() for cell in cells])
    if found.old_form:  # these columns count other things
        for name in ("rules", "normative_documents", "fees_10k_yuan"):
            found.proactive.pop(name, None)
    if found.dispute_heads and found.nothing:
        _dispute_values(found, found.nothing)
    if not set(_OTHER_WITHOUT_HEADS) & set(found.requests) and found.old_form:
        for row in _OTHER_WITHOUT_HEADS:
            if _OTHER_ROW in found.requests:
                found.requests[row] = ("0",) * _COLUMNS
    return found


def _row(found: _Scan, cells: list[str]) -> None:
    names = {bare(cell) for cell in cells}
    if any(head in name for name in names for head in _OLD_HEADS):
        found.old_form = True
    if _dispute_row(found, cells, names):
        return
    if is_head(cells):
        found.columns = _head_columns(cells)
        return
    if _proactive_row(found, cells):
        return
    _request_row(found, cells)


def _head_columns(cells: Sequence[str]) -> dict[int, int]:
    """Of every column of table 3 the first place that names it, in rising order."""
    columns: dict[int, int] = {}
    for place, cell in enumerate(cells):
        column = column_of(cell)
        if column is not None and column not in columns:
            columns[column] = place
    return columns


def _request_row(found: _Scan, cells: list[str]) -> None:
    row, at = _named_row(cells[: min(found.columns.values(), default=0)])
    if row is None:  # no head above, or one that lost its merged cells
        row, at = _named_row(cells)
    if row is None:
        unnamed = [cell for cell in cells if not is_value(cell)]
        numbers = [cell for cell in cells if is_value(cell) and cell]
        if unnamed and len(numbers) >= _COLUMNS and found.requests:
            found.unknown.append(unnamed[-1])
        return
    values = _values(cells, at, found.columns)
    if values is None:
        return
    if row in found.requests and found.requests[row] != values:
        found.twice.append(row)
        return
    found.requests[row] = values


def _named_row(cells: Sequence[str]) -> tuple[int | None, int]:
    """The row that the last name in `cells` tells, and where that name stands."""
    for place in range(len(cells) - 1, -1, -1):
        if is_value(cells[place]):
            continue
        row = row_of(cells[place])
        if row is None and bare(cells[place]) == OTHER_HANDLING:
            return _OTHER_ROW, place
        if row is not None:
            return row, place
        if len(bare(cells[place])) > 1:
            return None, place
    return None, -1


def _values(cells: Sequence[str], at: int, columns: dict[int, int]) -> tuple[str, ...] | None:
    """The seven cells after the name at `at`: under their heads, else in their order."""
    places = [columns.get(column, -1) for column in range(_COLUMNS)]
    if min(places) > at and max(places) < len(cells):
        return tuple(cells[place] for place in places)
    after = list(cells[at + 1 :])
    if len(after) > _COLUMNS:
        after = after[-_COLUMNS:]
    return tuple(after) if len(after) == _COLUMNS else None


def _proactive_row(found: _Scan, cells: list[str]) -> bool:
    filled = [place for place, cell in enumerate(cells) if cell]
    if not filled:
        return False
    name = proactive_of(cells[filled[0]])
    if name is None:
        if len(filled) > 1 and bare(cells[filled[0]]) == "信息内容":
            found.heads = tuple(bare(cell) for cell in cells)
            return True
        return False
    own = cells[filled[0]]
    after = [cell for place, cell in enumerate(cells) if place > filled[0] and cell != own]
    if not any(is_value(cell) for cell in after):
        return False
    if name in OLD_NAMES:
        found.old_form = True
    values = _proactive_values(found, name, cells, after)
    found.proactive.setdefault(name, values)
    return True


def _proactive_values(
    found: _Scan, name: str, cells: Sequence[str], after: list[str]
) -> tuple[str, ...]:
    if name not in ("rules", "normative_documents"):
        decided = [
            cells[place]
            for place, head in enumerate(found.heads)
            if ("处理决定" in head or "收费金额" in head) and place < len(cells)
        ]
        filled = [cell for cell in decided or after if cell]
        return (filled[0] if filled else "",)
    by_head: list[str] = []
    for words in _TRIPLE_HEADS:
        places = [
            place for place, head in enumerate(found.heads) if any(word in head for word in words)
        ]
        if places and places[0] < len(cells):
            by_head.append(cells[places[0]])
    if len(by_head) == len(_TRIPLE_HEADS):
        return tuple(by_head)
    return tuple(after[: len(_TRIPLE_HEADS)])


def _dispute_row(found: _Scan, cells: list[str], names: set[str]) -> bool:
    """Heads of table 4 are kept until a row of numbers stands under them."""
    if {"行政复议", "行政诉讼"} & names or "结果维持" in names:
        found.dispute_heads.append(cells)
        return True
    if not found.dispute_heads:
        return False
    if all(is_value(cell) for cell in cells) and len(cells) >= _RESULTS:
        if not any(cells):
            found.nothing = cells  # perhaps the row of numbers, left empty; perhaps a gap
            return True
        _dispute_values(found, cells)
        found.dispute_heads = []
        return True
    if (
        any(dispute_column_of(cell) is not None for cell in cells)
        or {
            "未经复议直接起诉",
            "复议后起诉",
        }
        & names
    ):
        found.dispute_heads.append(cells)
        return True
    return False


def _dispute_values(found: _Scan, cells: Sequence[str]) -> None:
    places = _leaf_places(found.dispute_heads, len(cells))
    heads = " ".join(bare(cell) for row in found.dispute_heads for cell in row)
    if len(places) != 3 * _RESULTS and len(cells) == 3 * _RESULTS:
        places = list(range(3 * _RESULTS))
    groups: tuple[str, ...] = _GROUPS
    if len(places) == _RESULTS:
        groups = ("reconsideration",) if "行政复议" in heads else ("litigation_direct",)
    elif len(places) == 2 * _RESULTS:
        groups = _GROUPS[1:]
    if len(places) != len(groups) * _RESULTS:
        return
    for number, group in enumerate(groups):
        own = places[number * _RESULTS : (number + 1) * _RESULTS]
        found.disputes.setdefault(group, tuple(cells[place] for place in own))


def _leaf_places(heads: Sequence[Sequence[str]], width: int) -> list[int]:
    """The places under 结果维持 … 总计, again and again in this order."""
    places: list[int] = []
    for place in range(width):
        named = [
            column
            for row in heads
            if place < len(row) and (column := dispute_column_of(row[place])) is not None
        ]
        if named and named[-1] == len(places) % _RESULTS:
            places.append(place)
    return places
