"""A plain list on lying A4 paper: the register, the tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, group_table
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import LANDSCAPE, Pages, write_pages
from gongkai_desk.i18n import _

_TALLEST_ROW = 0.25 * LANDSCAPE.height


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """`weight` is the share of the width, compared with the other columns."""

    title: str
    weight: float = 1.0
    centred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDocument:
    """Every row has one text for each column; `note` stands under the title."""

    title: str
    columns: tuple[ListColumn, ...]
    rows: Sequence[Sequence[str]]
    note: str = ""


def write_list(document: ListDocument, path: Path) -> tuple[str, ...]:
    """Write the list to `path`, whole or not at all; the header stands on every page.

    Returns the characters that no bundled typeface has (printed as 〓 and named at the end).
    Raises DomainError when the file cannot be written.
    """
    missing = missing_characters(_all_texts(document))
    blocks = [*_blocks(document), *missing_note(missing, LANDSCAPE.width)]
    pages = Pages(LANDSCAPE, page_of_pages, style.SHEET_FOOT)
    write_pages(path, document.title, pages, blocks)
    return missing


def page_of_pages(page: int, pages: int) -> str:
    return _("Page {page} of {pages}").format(page=page, pages=pages)


def _blocks(document: ListDocument) -> Iterator[Block]:
    width = LANDSCAPE.width
    yield paragraph(document.title, style.LIST_TITLE, width, heading=True)
    if document.note:
        yield paragraph(document.note, style.SHEET_FOOT, width, heading=True)
    yield Gap(6.0)
    total = sum(column.weight for column in document.columns)
    head = [Cell(text=column.title, style=style.LIST_HEAD) for column in document.columns]
    yield group_table(
        [head, *(_row(document.columns, row) for row in document.rows)],
        [column.weight / total * width for column in document.columns],
        header=1,
        shaded=True,
        tallest=_TALLEST_ROW,
    )


def _row(columns: Sequence[ListColumn], texts: Sequence[str]) -> list[Cell]:
    return [
        Cell(text=text, style=style.LIST_CELL_CENTRED if column.centred else style.LIST_CELL)
        for column, text in zip(columns, texts, strict=True)
    ]


def _all_texts(document: ListDocument) -> Iterator[str]:
    yield document.title
    yield document.note
    for column in document.columns:
        yield column.title
    for row in document.rows:
        yield from row
