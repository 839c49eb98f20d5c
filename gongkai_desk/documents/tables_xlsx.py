"""Plain tables as a workbook, a sheet for each: headings, bordered cells, A4 landscape."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
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

_LONGEST_NAME = 31  # of a sheet, by the file format
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSheet:
    """One sheet: `name` on its tab as far as the file format lets it be one, `title` over it,
    `columns` with widths in characters, `note` in small letters below.
    """

    name: str
    title: str
    columns: tuple[tuple[str, int], ...]
    rows: Sequence[Sequence[Value]]
    note: str = ""


def write_tables(path: Path, sheets: Sequence[TableSheet]) -> None:
    """Write the workbook to `path`, whole or not at all. Dates are real dates, text stays text.

    Raises DomainError when the file cannot be written.
    """
    with replace_file(path) as temporary:
        book: Any = Workbook(write_only=True)
        try:
            for table in sheets:
                name = table.name.translate(_FORBIDDEN).strip(" '")[:_LONGEST_NAME]
                _write(book.create_sheet(name or "1"), table)
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
    for number, row in enumerate(table.rows, HEADER_ROW + 1):
        sheet.row_dimensions[number].height = row_height(zip(row, widths, strict=True))
    sheet.append([title_cell(sheet, table.title)])
    sheet.append(header_cells(sheet, (title for title, _width in table.columns)))
    for row in table.rows:
        sheet.append([_cell(sheet, value) for value in row])
    if table.note:
        note = title_cell(sheet, table.note)
        note.font = Font(size=10)
        sheet.append([])
        sheet.append([note])


def _cell(sheet: Any, value: Value) -> Any:
    if isinstance(value, str):
        cell = body_cell(sheet, "@")
        put_text(cell, value)
        return cell
    cell = body_cell(sheet, DATE if isinstance(value, dt.date) else "General")
    cell.value = value
    return cell
