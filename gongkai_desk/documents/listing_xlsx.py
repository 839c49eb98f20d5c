"""A plain list as a workbook of one sheet: the same document as `list_pdf` writes."""

from __future__ import annotations

from pathlib import Path

from gongkai_desk.documents.list_pdf import ListDocument
from gongkai_desk.documents.tables_xlsx import TableSheet, write_tables

_ALL_WIDTH, _LEAST_WIDTH = 150, 7


def write_listing(document: ListDocument, path: Path) -> None:
    """Write the list to `path`, whole or not at all; raises DomainError where it cannot."""
    total = sum(column.weight for column in document.columns)
    sheet = TableSheet(
        name=document.title,
        title=document.title,
        columns=tuple(
            (column.title, max(_LEAST_WIDTH, round(column.weight / total * _ALL_WIDTH)))
            for column in document.columns
        ),
        rows=document.rows,
        note=document.note,
    )
    write_tables(path, [sheet])
