"""The catalogue on A4 lying as PDF: merged levels go on over the page, the headings too."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, group_table
from gongkai_desk.documents.list_pdf import page_of_pages
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import LANDSCAPE, Pages, write_pages
from gongkai_desk.domain.catalogue_table import CatalogueTable, TableRow, unmerged, unmerged_head

_TALLEST_ROW = 0.4 * LANDSCAPE.height


def write_catalogue(tables: Sequence[CatalogueTable], path: Path) -> tuple[str, ...]:
    """Write the tables one after the other to `path`, whole or not at all.

    Returns the characters that no bundled typeface has. Raises DomainError when the file cannot
    be written.
    """
    missing = missing_characters(text for table in tables for text in _texts(table))
    blocks: list[Block] = []
    for number, table in enumerate(tables):
        if number:
            blocks.append(Gap(18.0))
        blocks.extend(_blocks(table))
    blocks.extend(missing_note(missing, LANDSCAPE.width))
    pages = Pages(LANDSCAPE, page_of_pages, style.SHEET_FOOT)
    write_pages(path, tables[0].title, pages, blocks)
    return missing


def _blocks(table: CatalogueTable) -> Iterator[Block]:
    width = LANDSCAPE.width
    yield paragraph(table.title, style.LIST_TITLE, width, heading=True)
    yield Gap(6.0)
    total = sum(table.weights)
    widths = [weight / total * width for weight in table.weights]
    tall = _has_tall_row(table, widths)
    head, body = (unmerged_head(table), unmerged(table)) if tall else (table.head, table.body)
    rows = [*(_row(row, head=True) for row in head), *(_row(row) for row in body)]
    yield group_table(
        rows, widths, header=len(head), shaded=True, tallest=_TALLEST_ROW if tall else math.inf
    )
    for line in table.note.splitlines():
        yield Gap(3.0)
        yield paragraph(line, style.SHEET_FOOT, width)


def _has_tall_row(table: CatalogueTable, widths: Sequence[float]) -> bool:
    """Whether a row would be too tall to go with others on a page: such a one is cut, which a
    table with merged rows cannot be.
    """
    size, leading = style.LIST_CELL.size, style.LIST_CELL.leading
    return any(
        sum(-(-len(line) * size // max(widths[column], size)) for line in cell.text.split("\n"))
        * leading
        > _TALLEST_ROW
        for _row, column, cell in table.placed(table.body)
        if cell.rows == 1
    )


def _row(row: TableRow, *, head: bool = False) -> list[Cell]:
    return [
        Cell(
            text=cell.text,
            style=style.LIST_HEAD
            if head
            else (style.LIST_CELL_CENTRED if cell.centred else style.LIST_CELL),
            rows=cell.rows,
            columns=cell.columns,
        )
        for cell in row
    ]


def _texts(table: CatalogueTable) -> Iterator[str]:
    yield table.title
    yield table.note
    for row in (*table.head, *table.body):
        yield from (cell.text for cell in row)
