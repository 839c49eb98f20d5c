"""Plain tables as a workbook, a sheet for each: headings, bordered cells, A4 landscape."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
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

Value = str | int | dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSheet:
    """One sheet: `name` on its tab, `title` over it, `columns` with widths in characters."""

    name: str
    title: str
    columns: tuple[tuple[str, int], ...]
    rows: Sequence[Sequence[Value]]


def write_tables(path: Path, sheets: Sequence[TableSheet]) -> None:
    """Write the workbook to `path`, whole or not at all. Dates are real dates, text stays text.

    Raises DomainError when the file cannot be written.
    """
    with replace_file(path) as temporary:
        book: Any = Workbook(write_only=True)
        try:
            for table in sheets:
                _write(book.create_sheet(table.name), table)
            book.save(temporary)
        except BaseException:  # half-written sheets must be ended
            for sheet in book.worksheets:
                if not sheet.closed:
                    sheet.close()
            raise


def _write(sheet: Any, table: TableSheet) -> None:
    widths = [width for _title, width in table.columns]
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    set_page(sheet, len(widths), HEADER_ROW + len(table.rows))
    sheet.append([title_cell(sheet, table.title)])
    sheet.append(header_cells(sheet, (title for title, _width in table.columns)))
    for number, row in enumerate(table.rows):
        height = row_height(zip(row, widths, strict=True))
        sheet.row_dimensions[HEADER_ROW + 1 + number].height = height
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Any, value: Value) -> Any:
    if isinstance(value, str):
        cell = body_cell(sheet, "@")
        put_text(cell, value)
        return cell
    cell = body_cell(sheet, DATE if isinstance(value, dt.date) else "General")
    cell.value = value
    return cell
