"""The sheets that the archive folder of a case adds to what the case holds already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, group_table
from gongkai_desk.documents.list_pdf import page_of_pages
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import SHEET, Pages, write_pages
from gongkai_desk.documents.pdf_text import Align
from gongkai_desk.documents.timeline_block import timeline_blocks
from gongkai_desk.domain.case_timeline import CaseTimeline

_LEFT: Final = replace(style.CELL, align=Align.LEFT)
_SMALL_LEFT: Final = replace(style.SMALL_CELL, align=Align.LEFT)
_LABEL_SHARE: Final = 0.22


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a sheet: a heading, then facts (label and text), a list with its heads and
    column weights, or a picture; `said` stands in the place of an empty list.
    """

    heading: str = ""
    facts: Sequence[tuple[str, str]] = ()
    heads: Sequence[str] = ()
    weights: Sequence[float] = ()
    rows: Sequence[Sequence[str]] = ()
    timeline: CaseTimeline | None = None
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveSheet:
    """One sheet; `note` stands under the title."""

    title: str
    note: str = ""
    sections: Sequence[Section] = ()


def write_sheet(sheet: ArchiveSheet, path: Path) -> tuple[str, ...]:
    """Write the sheet to `path`, whole or not at all.

    Returns the characters that no bundled typeface has (printed as 〓 and named at the end).
    Raises DomainError when the file cannot be written.
    """
    missing = missing_characters(_texts(sheet))
    blocks = [*_blocks(sheet), *missing_note(missing, SHEET.width)]
    write_pages(path, sheet.title, Pages(SHEET, page_of_pages, style.SHEET_FOOT), blocks)
    return missing


def _blocks(sheet: ArchiveSheet) -> Iterator[Block]:
    yield paragraph(sheet.title, style.SHEET_TITLE, SHEET.width, heading=True)
    if sheet.note:
        yield paragraph(sheet.note, style.SHEET_FOOT, SHEET.width, heading=True)
    for section in sheet.sections:
        yield Gap(8.0)
        if section.heading:
            yield paragraph(section.heading, style.SHEET_HEADING, SHEET.width, heading=True)
        yield from _content(section)


def _content(section: Section) -> Iterator[Block]:
    if section.facts:
        yield _facts(section.facts)
    if section.timeline is not None:
        yield from timeline_blocks(section.timeline, SHEET.width)
    if section.rows:
        yield _list(section)
    elif section.said:
        yield paragraph(section.said, style.SHEET_TEXT, SHEET.width)


def _facts(facts: Sequence[tuple[str, str]]) -> Block:
    rows = [
        [Cell(text=name, style=style.CELL_HEAD), Cell(text=text, style=_LEFT)]
        for name, text in facts
    ]
    widths = [_LABEL_SHARE * SHEET.width, (1 - _LABEL_SHARE) * SHEET.width]
    return group_table(rows, widths, tallest=SHEET.height / 2)


def _list(section: Section) -> Block:
    total = sum(section.weights)
    head = [Cell(text=text, style=style.SMALL_CELL_HEAD) for text in section.heads]
    rows = [[Cell(text=text, style=_SMALL_LEFT) for text in row] for row in section.rows]
    widths = [weight / total * SHEET.width for weight in section.weights]
    return group_table([head, *rows], widths, header=1, shaded=True, tallest=SHEET.height / 2)


def _texts(sheet: ArchiveSheet) -> Iterator[str]:
    yield from (sheet.title, sheet.note)
    for section in sheet.sections:
        yield from (section.heading, section.said, *section.heads)
        for name, text in section.facts:
            yield from (name, text)
        for row in section.rows:
            yield from row
