"""The catalogue as a Word file on A4 lying, the headings again on every page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.docx_package import docx_bytes
from gongkai_desk.documents.letter_docx_parts import LYING_SECTION, LYING_WIDTH
from gongkai_desk.documents.table_docx import END, DocxCell, paragraph, table
from gongkai_desk.domain.catalogue_table import CatalogueTable, TableCell

_HEAD, _CENTRED, _LEFT = "CellHead", "CellNumber", "CellLabel"
_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def write_catalogue(tables: Sequence[CatalogueTable], path: Path) -> None:
    """Write the tables to `path`, each from a new page, whole or not at all; raises DomainError
    where the file cannot be written.
    """
    body = _BREAK.join(_part(each) for each in tables)
    data = docx_bytes(body, title=tables[0].title, section=LYING_SECTION)
    with replace_file(path) as temporary:
        temporary.write_bytes(data)


def _part(given: CatalogueTable) -> str:
    total = sum(given.weights)
    widths = [round(weight / total * LYING_WIDTH) for weight in given.weights]
    rows = [*(_row(row, _HEAD) for row in given.head), *(_row(row) for row in given.body)]
    notes = "".join(paragraph(_LEFT, line) for line in given.note.splitlines())
    title = paragraph("SheetTitle", given.title)
    return title + table(rows, widths, head=len(given.head)) + (notes or END)


def _row(row: Sequence[TableCell], style: str = "") -> list[DocxCell]:
    return [
        DocxCell(
            text=cell.text,
            style=style or (_CENTRED if cell.centred else _LEFT),
            rows=cell.rows,
            columns=cell.columns,
        )
        for cell in row
    ]
