"""Excel and CSV ledgers in: every sheet with its cells where they stand.

xlsx, xls and ods are read by calamine, which is many times faster than openpyxl and gives merged
regions; csv in UTF-8, GB18030 or UTF-16, divided by commas, semicolons or tabs.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from gongkai_desk.documents.reading import safety
from gongkai_desk.documents.reading.decoding import decode
from gongkai_desk.documents.reading.safety import Kind
from gongkai_desk.domain.ledger_sheet import LedgerSheet, Span
from gongkai_desk.domain.problems import refuse

_DELIMITERS = ",\t;"
_GUARD = re.compile(r"^'(?=[=+\-@])")
"""The apostrophe that keeps a spreadsheet from reading a formula: no part of the text."""
_SAMPLE_LINES = 20
_LONGEST_CELL = 1024 * 1024
_MOST_CELLS = 5_000_000


def read_ledger(path: Path) -> list[LedgerSheet]:
    """The sheets that are shown, those without a cell left out. Errors: `file-…`, `ledger-…`."""
    data = safety.read_bytes(path)
    kind = safety.spreadsheet_kind(data, path.name)
    sheets = [_csv(data, path)] if kind is Kind.TEXT else _workbook(data, path.name)
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        raise refuse("file-empty", "file", name=path.name)
    return filled


def _workbook(data: bytes, name: str) -> list[LedgerSheet]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            shown = [
                sheet.name
                for sheet in book.sheets_metadata
                if sheet.typ is SheetTypeEnum.WorkSheet
                and sheet.visible is SheetVisibleEnum.Visible
            ]
            from_1904 = _from_1904(data)
            return [_sheet(book, title, name, from_1904=from_1904) for title in shown]
    except PasswordError as error:
        raise refuse("file-encrypted", "file", name=name) from error
    except (CalamineError, OverflowError, *safety.DAMAGE) as error:
        raise refuse("file-damaged", "file", name=name) from error


def _sheet(book: CalamineWorkbook, title: str, name: str, *, from_1904: bool) -> LedgerSheet:
    sheet = book.get_sheet_by_name(title)
    if sheet.total_height * sheet.total_width > _MOST_CELLS:
        raise refuse("ledger-too-large", "file", name=name, sheet=title)
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    merged: list[Span] = [
        (top, left, bottom, right)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    return LedgerSheet(name=title, rows=rows, merged=tuple(merged), from_1904=from_1904)


def _from_1904(data: bytes) -> bool:
    """Whether plain serial numbers of the workbook count from 1904; date cells are dates anyway."""
    if not data.startswith(b"PK"):
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if "xl/workbook.xml" not in package.namelist():
            return False
        head = package.read("xl/workbook.xml")
    return b'date1904="1"' in head or b'date1904="true"' in head


def _csv(data: bytes, path: Path) -> LedgerSheet:
    content = decode(data, path.name).removeprefix("\ufeff")
    csv.field_size_limit(_LONGEST_CELL)
    try:
        cells = csv.reader(io.StringIO(content, newline=""), delimiter=_delimiter(content))
        rows = [[_GUARD.sub("", cell) for cell in row] for row in cells]
    except csv.Error as error:
        raise refuse("ledger-csv-damaged", "file", name=path.name) from error
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return LedgerSheet(name=path.stem, rows=rows)


def _delimiter(content: str) -> str:
    """The sign that divides the most lines into the most cells."""
    lines = [line for line in content.splitlines() if line.strip()][:_SAMPLE_LINES]
    return max(_DELIMITERS, key=lambda sign: sum(min(line.count(sign), 50) for line in lines))
