"""The catalogue as a Word file on A4 lying, the headings again on every page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.docx_package import docx_bytes, run
from gongkai_desk.documents.letter_docx_parts import LANDSCAPE_SECTION
from gongkai_desk.documents.report_docx import paragraph_xml, table_xml
from gongkai_desk.documents.report_grid import GridCell, Kind
from gongkai_desk.domain.catalogue_table import CatalogueTable, TableCell

_WIDTH = 14_570  # the text area in twips
_TITLE_SIZE = 32
_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def write_catalogue(tables: Sequence[CatalogueTable], path: Path) -> None:
    """Write the tables to `path`, each from a new page, whole or not at all; raises DomainError
    where the file cannot be written.
    """
    body = _BREAK.join(_part(table) for table in tables)
    data = docx_bytes(body, title=tables[0].title, section=LANDSCAPE_SECTION)
    with replace_file(path) as temporary:
        temporary.write_bytes(data)


def _part(table: CatalogueTable) -> str:
    total = sum(table.weights)
    shares = [weight / total for weight in table.weights]
    rows = [*(_row(row, Kind.HEAD) for row in table.head), *(_row(row) for row in table.body)]
    title = (
        f'<w:p><w:pPr><w:pStyle w:val="LetterTitle"/></w:pPr>{run(table.title, _TITLE_SIZE)}</w:p>'
    )
    grid = table_xml(rows, shares, len(table.head), width=_WIDTH, whole=False)
    notes = "".join(paragraph_xml("CellLabel", line) for line in table.note.splitlines())
    return title + grid + (notes or paragraph_xml("CellLabel", ""))


def _row(row: Sequence[TableCell], kind: Kind | None = None) -> list[GridCell]:
    return [
        GridCell(
            text=cell.text,
            kind=kind or (Kind.GROUP if cell.centred else Kind.LABEL),
            rows=cell.rows,
            columns=cell.columns,
        )
        for cell in row
    ]
