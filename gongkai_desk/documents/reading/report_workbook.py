"""A published report as a workbook: every visible sheet; a line with one text is a paragraph."""

from __future__ import annotations

import io
from collections.abc import Iterator

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_desk.documents.reading.formulas import value_of
from gongkai_desk.documents.reading.workbook import check_size, shown
from gongkai_desk.domain.problems import DomainError, refuse
from gongkai_desk.domain.report_pieces import Piece, Table


def read(data: bytes, name: str) -> list[Piece]:
    """Pieces of an xlsx. Errors: `file-damaged`, `file-sheet-too-large`."""
    try:
        values = load_workbook(io.BytesIO(data), data_only=True)
        formulas = load_workbook(io.BytesIO(data))
        pieces: list[Piece] = []
        for sheet in values.worksheets:
            if sheet.sheet_state == "visible":
                check_size(sheet, name)
                pieces.extend(_pieces(sheet, formulas[sheet.title]))
        return pieces
    except DomainError:
        raise
    except Exception as error:  # openpyxl raises whatever the damage leads to
        raise refuse("file-damaged", "file", name=name) from error


def _pieces(sheet: Worksheet, formulas: Worksheet) -> Iterator[Piece]:
    grid = [
        [_shown(cell.value, formulas, line, column) for column, cell in enumerate(row, 1)]
        for line, row in enumerate(sheet.iter_rows(), 1)
    ]
    written = [sum(bool(text) for text in row) for row in grid]  # before merged cells are spread
    for area in sheet.merged_cells.ranges:
        text = grid[area.min_row - 1][area.min_col - 1]
        for row in grid[area.min_row - 1 : area.max_row]:
            row[area.min_col - 1 : area.max_col] = [text] * (area.max_col - area.min_col + 1)
    waiting: list[tuple[str, ...]] = []
    for count, row in zip(written, grid, strict=True):
        texts = dict.fromkeys(text for text in row if text)
        if count == 1 and len(texts) == 1:
            if waiting:
                yield Table(tuple(waiting))
                waiting = []
            yield from next(iter(texts)).split("\n")
        elif count:  # a row that only shows merged cells of the rows above says nothing more
            waiting.append(tuple(row))
    if waiting:
        yield Table(tuple(waiting))


def _shown(value: object, formulas: Worksheet, row: int, column: int) -> str:
    if value is None:
        formula = formulas.cell(row, column).value
        if isinstance(formula, str) and formula.startswith("="):
            worked_out = value_of(formulas, formula)
            return "" if worked_out is None else format(worked_out, "f")
    return shown(value)
