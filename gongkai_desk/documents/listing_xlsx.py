"""A plain list as a workbook of one sheet: the same document as `list_pdf` writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.cell_text import put_text
from gongkai_desk.documents.list_pdf import ListDocument
from gongkai_desk.documents.sheet_style import (
    HEADER_ROW,
    body_cell,
    header_cells,
    row_height,
    set_page,
    title_cell,
)

_ALL_WIDTH, _LEAST_WIDTH = 150, 7
_LONGEST_NAME = 31  # of a sheet, by the file format
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def write_listing(document: ListDocument, path: Path) -> None:
    """Write the list to `path`, whole or not at all; raises DomainError where it cannot."""
    with replace_file(path) as temporary:
        book: Any = Workbook(write_only=True)
        try:
            _fill(book, document)
            book.save(temporary)
        except BaseException:  # half-written sheets must be ended
            for sheet in book.worksheets:
                if not sheet.closed:
                    sheet.close()
            raise


def _fill(book: Any, document: ListDocument) -> None:
    name = document.title.translate(_FORBIDDEN).strip(" '")[:_LONGEST_NAME]
    sheet = book.create_sheet(name or "1")
    widths = _widths(document)
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    set_page(sheet, len(widths), HEADER_ROW + len(document.rows))
    for number, row in enumerate(document.rows, HEADER_ROW + 1):
        sheet.row_dimensions[number].height = row_height(zip(row, widths, strict=True))
    sheet.append([title_cell(sheet, document.title)])
    sheet.append(header_cells(sheet, [column.title for column in document.columns]))
    for row in document.rows:
        sheet.append(_cells(sheet, row))
    if document.note:
        sheet.append([])
        note = title_cell(sheet, document.note)
        note.font = Font(size=10)
        sheet.append([note])


def _widths(document: ListDocument) -> list[int]:
    total = sum(column.weight for column in document.columns)
    return [
        max(_LEAST_WIDTH, round(column.weight / total * _ALL_WIDTH)) for column in document.columns
    ]


def _cells(sheet: object, row: Sequence[str]) -> list[object]:
    cells: list[object] = []
    for text in row:
        cell = body_cell(sheet)
        put_text(cell, text)
        cells.append(cell)
    return cells
