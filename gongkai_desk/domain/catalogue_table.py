"""A catalogue laid out as a table with merged cells, the same for workbook, Word and paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.catalogue_export import CatalogueSheet
from gongkai_desk.domain.catalogue_headings import LEVELS, CatalogueColumn, CatalogueField

_WEIGHTS = {
    CatalogueField.SEQUENCE: 2.4,
    CatalogueField.LEVEL_1: 5.0,
    CatalogueField.LEVEL_2: 6.0,
    CatalogueField.LEVEL_3: 6.0,
    CatalogueField.CONTENT: 13.0,
    CatalogueField.BASIS: 9.0,
    CatalogueField.LIMIT: 8.0,
    CatalogueField.UNIT: 6.0,
    CatalogueField.CHANNELS: 7.0,
    CatalogueField.MODE: 4.4,
    CatalogueField.RESPONSIBLE: 5.0,
    CatalogueField.LEVEL: 4.4,
    CatalogueField.AUDIENCE: 4.4,
    CatalogueField.DURATION: 4.4,
    CatalogueField.NOTE: 5.0,
}
_OPTION, _OTHER = 2.8, 5.0
_CENTRED = frozenset(CatalogueField) - {
    CatalogueField.CONTENT,
    CatalogueField.BASIS,
    CatalogueField.NOTE,
    CatalogueField.CHANNELS,
    CatalogueField.LIMIT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """`rows` and `columns` are how many it covers; what it covers is left out."""

    text: str
    rows: int = 1
    columns: int = 1
    centred: bool = False


TableRow = tuple[TableCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueTable:
    """`name` is that of its sheet, `title` stands over it, `note` below (line by line). Weights
    are the columns' shares of the width, about one for a Chinese character.
    """

    name: str
    title: str
    head: tuple[TableRow, ...]
    body: tuple[TableRow, ...]
    weights: tuple[float, ...]
    note: str = ""

    def placed(self, rows: Sequence[TableRow]) -> Iterator[tuple[int, int, TableCell]]:
        """Row and column of each cell of `head` or `body`, counted from 0."""
        covered: set[tuple[int, int]] = set()
        for number, row in enumerate(rows):
            column = 0
            for cell in row:
                while (number, column) in covered:
                    column += 1
                covered |= {
                    (number + down, column + across)
                    for down in range(cell.rows)
                    for across in range(cell.columns)
                }
                yield number, column, cell
                column += cell.columns


def table_of(sheet: CatalogueSheet, *, name: str, title: str, note: str) -> CatalogueTable:
    """The sheet as a table: groups over their columns, the levels of 公开事项 merged."""
    columns = sheet.columns
    return CatalogueTable(
        name=name,
        title=title,
        head=tuple(_head(columns)),
        body=tuple(_body(sheet)),
        weights=tuple(_weight(column) for column in columns),
        note=note,
    )


def _weight(column: CatalogueColumn) -> float:
    if column.option:
        return _OPTION
    return _WEIGHTS[column.field] if column.field is not None else _OTHER


def _head(columns: Sequence[CatalogueColumn]) -> Iterator[TableRow]:
    """One row, or two when a column stands under a group."""
    deep = any(column.group and column.heading for column in columns)
    upper: list[TableCell] = []
    lower: list[TableCell] = []
    at = 0
    while at < len(columns):
        column = columns[at]
        end = at + 1
        if column.group and column.heading:
            while end < len(columns) and columns[end].group == column.group:
                end += 1
            upper.append(TableCell(text=column.group, columns=end - at, centred=True))
            lower.extend(TableCell(text=c.heading, centred=True) for c in columns[at:end])
        else:  # what follows without a heading of its own stands under this one
            while end < len(columns) and columns[end].group and not columns[end].heading:
                end += 1
            rows = 2 if deep else 1
            text = column.heading or column.group
            upper.append(TableCell(text=text, rows=rows, columns=end - at, centred=True))
        at = end
    yield tuple(upper)
    if deep:
        yield tuple(lower)


def _body(sheet: CatalogueSheet) -> Iterator[TableRow]:
    levels = {
        at: LEVELS.index(column.field)
        for at, column in enumerate(sheet.columns)
        if column.field in LEVELS and column.field is not None
    }
    for number, texts in enumerate(sheet.rows):
        cells = []
        for at, text in enumerate(texts):
            column = sheet.columns[at]
            centred = column.option or column.field in _CENTRED
            if at in levels and text:
                level = levels[at]
                if sheet.shared[number] > level:
                    continue  # the cell above covers it
                rows = 1
                while number + rows < len(sheet.rows) and sheet.shared[number + rows] > level:
                    rows += 1
                cells.append(TableCell(text=text, rows=rows, centred=centred))
            else:
                cells.append(TableCell(text=text, centred=centred))
        yield tuple(cells)


def plain_table(
    *, name: str, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]],
    weights: Sequence[float], centred: Sequence[int] = (), note: str = "",
) -> CatalogueTable:  # fmt: skip
    """A table without merged cells; `centred` are columns counted from 0."""
    return CatalogueTable(
        name=name,
        title=title,
        head=(tuple(TableCell(text=text, centred=True) for text in headings),),
        body=tuple(
            tuple(TableCell(text=text, centred=at in centred) for at, text in enumerate(row))
            for row in rows
        ),
        weights=tuple(weights),
        note=note,
    )


def unmerged(table: CatalogueTable) -> tuple[TableRow, ...]:
    """The rows of the body with the text of a merged cell in each row it goes over."""
    width = len(table.weights)
    whole: list[list[TableCell]] = [[TableCell(text="")] * width for _row in table.body]
    for row, column, cell in table.placed(table.body):
        for down in range(cell.rows):
            whole[row + down][column] = TableCell(text=cell.text, centred=cell.centred)
    return tuple(map(tuple, whole))


def unmerged_head(table: CatalogueTable) -> tuple[TableRow, ...]:
    """One row of headings, each after that of its group."""
    texts: list[list[str]] = [[] for _column in table.weights]
    for _row, column, cell in table.placed(table.head):
        for across in range(cell.columns):
            texts[column + across].append(cell.text)
    return (tuple(TableCell(text="\n".join(parts), centred=True) for parts in texts),)
