"""The work records of a year as a workbook: the counts, then a sheet for each kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.cell_text import put_text
from gongkai_desk.documents.sheet_style import (
    DATE,
    HEADER_ROW,
    body_cell,
    header_cells,
    row_height,
    set_page,
    title_cell,
)
from gongkai_desk.domain.activity_sheet import ActivityTable, Value


def write_tables(tables: Sequence[ActivityTable], path: Path) -> None:
    """Write one worksheet for each table to `path`, whole or not at all; raises DomainError when
    the file cannot be written.
    """
    with replace_file(path) as temporary:
        book: Any = Workbook(write_only=True)
        for table in tables:
            _sheet(book, table)
        book.save(temporary)


def _sheet(book: Any, table: ActivityTable) -> None:
    sheet = book.create_sheet(table.name)
    for at, width in enumerate(table.widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    set_page(sheet, len(table.headings), HEADER_ROW + len(table.rows))
    sheet.append([title_cell(sheet, table.title)])
    sheet.append(header_cells(sheet, table.headings))
    for number, row in enumerate(table.rows, HEADER_ROW + 1):
        sheet.row_dimensions[number].height = row_height(zip(row, table.widths, strict=True))
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Any, value: Value) -> Cell:
    if isinstance(value, dt.date):
        cell = body_cell(sheet, DATE)
        cell.value = value
    elif isinstance(value, str):
        cell = body_cell(sheet, "@")
        put_text(cell, value)
    else:
        cell = body_cell(sheet)
        cell.value = value
    return cell
