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
_NAME_LINE = re.compile(
    r"[\u4e00-\u9fff（）()]{2,20}(?:局|办|办公室|委|中心|院|会|部|队|厅|街道|镇|单位|部门)"
)
_MARKED = "— {} —"
_FEWEST_CELLS = 2
_CLOSED = re.compile(r"[。；;！？）)]$")
Content = str | tuple[str | None, ...]


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
    return [
        Paragraph(content, line) if isinstance(content, str) else Row(content, line)
        for line, content in enumerate(_rows_made_whole(pages), 1)
    ]


def _rows_made_whole(pages: list[list[Content]]) -> list[Content]:
    """The pages one after the other; a row that a page break cut in two is one again."""
    whole: list[Content] = []
    for page in pages:
        last = next((n for n in range(len(whole) - 1, -1, -1) if not _is_number(whole[n])), None)
        rows = [place for place, content in enumerate(page) if not isinstance(content, str)]
        begins = bool(rows) and all(_is_number(content) for content in page[: rows[0]])
        if last is not None and begins:
            header = len(rows) > 1 and page[rows[0]] in whole
            at = rows[1] if header else rows[0]
            upper, lower = whole[last], page[at]
            if _goes_on(upper, lower):
                whole[last] = _joined(upper, lower)
                page = page[:at] + page[at + 1 :]
        whole.extend(page)
    return whole


def _is_number(content: Content) -> bool:
    return isinstance(content, str) and content.startswith("— ")


def _goes_on(upper: Content, lower: Content) -> bool:
    """Is `lower` the rest of `upper`: nothing in its first cell, and words that go on elsewhere?"""
    if isinstance(upper, str) or isinstance(lower, str) or len(upper) != len(lower):
        return False
    if lower[0] or not any(lower):
        return False
    longest = max(range(len(lower)), key=lambda place: len(lower[place] or ""))
    above = upper[longest] or ""
    return bool(above) and not _CLOSED.search(above) and bool(upper[0] or upper[0] is None)


def _joined(upper: Content, lower: Content) -> Content:
    return tuple(
        above if not below else f"{above or ''}{below}"
        for above, below in zip(upper, lower, strict=True)
    )


def is_locked(error: BaseException) -> bool:
    """Whether the error says that the file is under a password."""
    if isinstance(error, PdfminerException) and error.args:
        return isinstance(error.args[0], PDFPasswordIncorrect)
    return isinstance(error, PDFPasswordIncorrect)


def _page(page: Any) -> list[Content]:
    """Lines and table rows of a page from top to bottom."""
    tables = [table for table in page.find_tables() if _is_table(table)]
    outside = page
    for table in tables:
        outside = outside.outside_bbox(table.bbox, strict=False)
    lines = [(line["top"], line["text"]) for line in outside.extract_text_lines()]
    placed: list[tuple[float, Content]] = list(_without_page_number(lines, page.page_number))
    for table in tables:
        for row, cells in zip(table.rows, table.extract(), strict=True):
            healed = tuple(None if cell is None else _cell(cell) for cell in cells)
            if any(healed):
                placed.append((row.bbox[1], healed))
    return [content for _top, content in sorted(placed, key=lambda item: item[0])]


def _is_table(table: Any) -> bool:
    """Frames around text are no tables; one row may be what a page break left of a table."""
    if len(table.rows) == 1:
        return sum(bool(cell) for cell in table.extract()[0]) > _FEWEST_CELLS
    return max(len(row.cells) for row in table.rows) > 1


def _cell(text: str) -> str:
    """A cell without its breaks, unless every line is the name of a unit."""
    lines = _CELL_BREAK.split(text.strip())
    named = len(lines) > 1 and all(map(_NAME_LINE.fullmatch, lines))
    return ("\n" if named else "").join(lines)


def _without_page_number(lines: list[tuple[float, str]], page: int) -> list[tuple[float, str]]:
    """Mark a number at the foot as the page number it is: the reader of plans knows — 3 —."""
    if not lines:
        return lines
    top, text = lines[-1]
    match = _PAGE_NUMBER.fullmatch(text)
    if match and (not text.strip().isdigit() or abs(int(match.group(1)) - page) <= _COVER_PAGES):
        return [*lines[:-1], (top, _MARKED.format(match.group(1)))]
    return lines
