"""A 督办单 as PDF: a letter with the table of what is late and room for the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, group_table
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import OFFICIAL, Pages, dashed_number, pages_bytes
from gongkai_desk.documents.pdf_text import Align
from gongkai_desk.domain.urging import UrgingPaper

_WIDTH = OFFICIAL.width
_HEAD = replace(style.CELL_HEAD, size=12, leading=18)
_CELL = replace(style.CELL, size=12, leading=18)
_LEFT = replace(_CELL, align=Align.LEFT)
_FLUSH = replace(style.BODY, indent=0.0, align=Align.LEFT)
_RIGHT = replace(style.BODY, indent=0.0, align=Align.RIGHT)
_CENTRED = replace(style.BODY, indent=0.0, align=Align.CENTRE)
_ROOM = 2
"""Lines in which the answer to a task can be written, and below each line of the slip."""


def write_urging(paper: UrgingPaper, path: Path) -> tuple[str, ...]:
    """Write the 督办单 to `path`, whole or not at all.

    Returns the characters that no bundled typeface has. Raises DomainError when the file cannot
    be written.
    """
    data = urging_bytes(paper)
    with replace_file(path) as temporary:
        temporary.write_bytes(data)
    return missing_characters(paper.texts())


def urging_bytes(paper: UrgingPaper) -> bytes:
    """The 督办单 as the bytes of a PDF file."""
    blocks = [*_blocks(paper), *missing_note(missing_characters(paper.texts()), _WIDTH)]
    pages = Pages(OFFICIAL, dashed_number, style.PAGE_NUMBER, outer=True)
    return pages_bytes(paper.title, pages, blocks)


def _blocks(paper: UrgingPaper) -> Iterator[Block]:
    yield paragraph(paper.title, style.TITLE, _WIDTH, heading=True)
    if paper.number:
        yield paragraph(paper.number, _CENTRED, _WIDTH, heading=True)
    yield Gap(style.LINE_PITCH / 2)
    yield paragraph(f"{paper.addressee}：", _FLUSH, _WIDTH, heading=True)
    for part in paper.opening.split("\n"):
        yield paragraph(part, style.BODY, _WIDTH)
    yield Gap(10.0)
    total = sum(paper.widths)
    widths = [width / total * _WIDTH for width in paper.widths]
    head = [Cell(text=text, style=_HEAD) for text in paper.head]
    yield group_table([head, *map(_row, paper.rows)], widths, header=1)
    yield Gap(8.0)
    for line in paper.closing:
        yield paragraph(line, style.BODY, _WIDTH, heading=True)
    yield paragraph(paper.signature, _RIGHT, _WIDTH, heading=True)
    yield paragraph(paper.dated, _RIGHT, _WIDTH)
    yield Gap(14.0)
    yield _answer(paper)


def _row(texts: tuple[str, ...]) -> list[Cell]:
    last = len(texts) - 1
    cells = []
    for number, text in enumerate(texts):
        room = "\n" * (_ROOM - 1) if number == last and not text else ""
        cells.append(Cell(text=text or room, style=_LEFT if number == 1 else _CELL))
    return cells


def _answer(paper: UrgingPaper) -> Block:
    lines = "\n".join(line or "\n" * (_ROOM - 1) for line in paper.answer)
    rows = [
        [Cell(text=paper.slip, style=_HEAD)],
        [Cell(text=lines, style=_LEFT)],
        [Cell(text=paper.signed, style=_LEFT)],
    ]
    return group_table(rows, [_WIDTH], keep_whole=True)
