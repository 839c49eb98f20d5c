"""A list written as the kind of file its name asks for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gongkai_desk import documents

if TYPE_CHECKING:
    from gongkai_desk.documents.list_pdf import ListDocument


def write_listing(document: ListDocument, path: Path) -> tuple[str, ...]:
    """A .docx, .xlsx or (any other name) PDF file, whole or not at all. The characters that no
    bundled typeface has, where typefaces are ours: in a PDF.
    """
    match path.suffix.lower():
        case ".docx":
            documents.listing_docx.write_listing(document, path)
        case ".xlsx":
            documents.listing_xlsx.write_listing(document, path)
        case _:
            return documents.list_pdf.write_list(document, path)
    return ()
