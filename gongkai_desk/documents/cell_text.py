"""Text in the cells of a workbook: what a person typed is never read as a formula."""

from __future__ import annotations

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell

_LONGEST = 32_767  # of the file format
_FORMULA_SIGNS = ("=", "+", "-", "@")


def put_text(cell: Cell, text: str) -> None:
    """Store `text` as text: without characters a workbook cannot hold, cut to what it can, and
    still text when somebody edits the cell or saves the sheet as csv.
    """
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST]
    cell.data_type = "s"  # openpyxl takes what starts with = for a formula
    cell.quotePrefix = cell.value.startswith(_FORMULA_SIGNS)
