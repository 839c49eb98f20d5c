"""Workbooks (xlsx): every visible sheet as table rows, formulas as the values last computed."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Iterator
from decimal import Decimal

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_desk.domain.blocks import Block, Row
from gongkai_desk.domain.problems import DomainError, refuse

MOST_ROWS = 20_000
MOST_COLUMNS = 200


def read(data: bytes, name: str) -> list[Block]:
    """Blocks of an xlsx; `line` counts rows through all sheets.

    Errors: `file-damaged`, `file-sheet-too-large`.
    """
    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
        blocks: list[Block] = []
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                check_size(sheet, name)
                blocks.extend(_rows(sheet, len(blocks)))
        return [block for block in blocks if isinstance(block, Row) and any(block.cells)]
    except DomainError:
        raise
    except Exception as error:  # openpyxl raises whatever the damage leads to
        raise refuse("file-damaged", "file", name=name) from error


def check_size(sheet: Worksheet, name: str) -> None:
    """Refuse a sheet that no ledger or plan can be. Error: `file-sheet-too-large`."""
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise refuse(
            "file-sheet-too-large",
            "file",
            name=name,
            sheet=sheet.title,
            rows=MOST_ROWS,
            columns=MOST_COLUMNS,
        )


def _rows(sheet: Worksheet, before: int) -> Iterator[Block]:
    """Rows of a sheet; a cell covered from above is None, one covered sideways is empty."""
    below = {
        (row, column)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row + 1, area.max_row + 1)
        for column in range(area.min_col, area.min_col + 1)
    }
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells: list[str | None] = [
            None
            if (cell.row, cell.column) in below
            else ("" if isinstance(cell, MergedCell) else shown(cell.value))
            for cell in row
        ]
        yield Row(tuple(cells), before + number)


def shown(value: object) -> str:
    """A cell's value as text: whole numbers without decimals, dates as YYYY-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, float) and math.isfinite(value):
        return format(Decimal(repr(value)), "f")  # 0.00001, which str calls 1e-05
    return str(value).strip()
