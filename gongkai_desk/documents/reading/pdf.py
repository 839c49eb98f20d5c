"""PDF files with text: lines in reading order, ruled tables as rows, page numbers marked."""

from __future__ import annotations

import io
import re
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from gongkai_desk.domain.blocks import Block, Paragraph, Row
from gongkai_desk.domain.problems import DomainError, refuse

MOST_PAGES = 300
_COVER_PAGES = 3  # pages that may stand before page 1
_PAGE_NUMBER = re.compile(r"[-—–－\s]*(\d{1,3})[-—–－\s]*")
_CELL_BREAK = re.compile(r"\s*\n\s*")


def read(data: bytes, name: str) -> list[Block]:
    """Blocks of a pdf; `line` counts lines and rows through all pages.

    Errors: `file-encrypted`, `file-damaged`, `file-scanned`, `file-too-many-pages`.
    """
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                raise refuse("file-too-many-pages", "file", name=name, limit=MOST_PAGES)  # noqa: TRY301
            pages = [_page(page) for page in document.pages]
    except DomainError:
        raise
    except Exception as error:  # pdfminer raises whatever the damage leads to
        code = "file-encrypted" if is_locked(error) else "file-damaged"
        raise refuse(code, "file", name=name) from error
    if not any(pages):
        raise refuse("file-scanned", "file", name=name)
    blocks: list[Block] = []
    for page in pages:
        for content in page:
            line = len(blocks) + 1
            blocks.append(
                Paragraph(content, line) if isinstance(content, str) else Row(content, line)
            )
    return blocks


def is_locked(error: BaseException) -> bool:
    """Whether the error says that the file is under a password."""
    if isinstance(error, PdfminerException) and error.args:
        return isinstance(error.args[0], PDFPasswordIncorrect)
    return isinstance(error, PDFPasswordIncorrect)


def _page(page: Any) -> list[str | tuple[str | None, ...]]:
    """Lines and table rows of a page from top to bottom."""
    tables = [
        table
        for table in page.find_tables()
        if len(table.rows) > 1 and max(len(row.cells) for row in table.rows) > 1
    ]
    outside = page
    for table in tables:
        outside = outside.outside_bbox(table.bbox, strict=False)
    lines = [(line["top"], line["text"]) for line in outside.extract_text_lines()]
    placed: list[tuple[float, str | tuple[str | None, ...]]] = list(
        _without_page_number(lines, page.page_number)
    )
    for table in tables:
        for row, cells in zip(table.rows, table.extract(), strict=True):
            healed = tuple(None if cell is None else _CELL_BREAK.sub("", cell) for cell in cells)
            if any(healed):
                placed.append((row.bbox[1], healed))
    return [content for _top, content in sorted(placed, key=lambda item: item[0])]


def _without_page_number(lines: list[tuple[float, str]], page: int) -> list[tuple[float, str]]:
    """Mark a number at the foot as the page number it is: the reader of plans knows — 3 —."""
    if not lines:
        return lines
    top, text = lines[-1]
    match = _PAGE_NUMBER.fullmatch(text)
    if match and (not text.strip().isdigit() or abs(int(match.group(1)) - page) <= _COVER_PAGES):
        return [*lines[:-1], (top, f"— {match.group(1)} —")]
    return lines
