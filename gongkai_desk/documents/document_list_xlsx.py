"""The list of documents as a workbook: dates are dates, everything typed is text."""

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

ListValue = str | dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """`width` in characters."""

    title: str
    width: int = 12


def write_document_list(
    title: str,
    columns: Sequence[SheetColumn],
    rows: Sequence[Sequence[ListValue]],
    path: Path,
) -> None:
    """Write one sheet to `path`, whole or not at all. Raises DomainError where it cannot."""
    with replace_file(path) as temporary:
        book: Any = Workbook(write_only=True)
        sheet = book.create_sheet(title[:31])
        for at, column in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(at)].width = column.width
        set_page(sheet, len(columns), HEADER_ROW + len(rows))
        widths = [column.width for column in columns]
        for at, row in enumerate(rows, HEADER_ROW + 1):
            sheet.row_dimensions[at].height = row_height(zip(row, widths, strict=True))
        sheet.append([title_cell(sheet, title)])
        sheet.append(header_cells(sheet, [column.title for column in columns]))
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
        book.save(temporary)


def _cell(sheet: Any, value: ListValue) -> Any:
    cell = body_cell(sheet, DATE if isinstance(value, dt.date) else "General")
    if isinstance(value, str):
        put_text(cell, value)
    else:
        cell.value = value
    return cell
