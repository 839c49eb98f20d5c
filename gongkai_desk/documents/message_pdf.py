"""The sheet on which one message is handled (留言办理单), to be signed and filed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, GroupTable, group_table
from gongkai_desk.documents.list_pdf import page_of_pages
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import SHEET, Pages, write_pages
from gongkai_desk.documents.pdf_text import Align
from gongkai_desk.i18n import pgettext

_WIDTH = SHEET.width
_TEXT = replace(style.CELL, size=12, leading=20, align=Align.LEFT)
_HEAD = replace(style.CELL_HEAD, size=12, leading=20)
_SHARES = (0.18, 0.32, 0.18, 0.32)
_ROOM = "\n" * 4
"""Empty lines for what is written by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSheet:
    """What is printed; `pairs` are titles with their texts, two beside each other; `opinions` are
    titles of boxes for handwriting.
    """

    agency: str
    title: str
    pairs: tuple[tuple[str, str], ...]
    text: tuple[str, str]
    result: tuple[str, str]
    opinions: tuple[str, ...]
    note: str = ""


def write_message(sheet: MessageSheet, path: Path) -> tuple[str, ...]:
    """Write the sheet to `path`, whole or not at all; returns the characters no typeface has.

    Raises DomainError when the file cannot be written.
    """
    texts = [sheet.agency, sheet.note, *sheet.text, *sheet.result]
    missing = missing_characters([*texts, *(text for pair in sheet.pairs for text in pair)])
    blocks = [*_blocks(sheet), *missing_note(missing, _WIDTH)]
    write_pages(path, sheet.title, Pages(SHEET, page_of_pages, style.SHEET_FOOT), blocks)
    return missing


def _blocks(sheet: MessageSheet) -> Iterator[Block]:
    yield paragraph(sheet.agency, style.LIST_TITLE, _WIDTH, heading=True)
    yield paragraph(sheet.title, style.TITLE, _WIDTH, heading=True)
    yield Gap(10.0)
    yield _table(sheet)
    if sheet.note:
        yield Gap(8.0)
        yield paragraph(sheet.note, style.NOTE, _WIDTH)


def _table(sheet: MessageSheet) -> GroupTable:
    rows = []
    for at in range(0, len(sheet.pairs), 2):
        two = (*sheet.pairs[at : at + 2], ("", ""))[:2]
        rows.append(
            [
                Cell(text=text, style=style_)
                for title, value in two
                for text, style_ in ((title, _HEAD), (value, _TEXT))
            ]
        )
    title, text = sheet.result
    rows += [_wide(*sheet.text), _wide(title, text or _ROOM)]
    gap, name, day = (
        "　" * 8,
        pgettext("site message", "Signed:"),
        pgettext("site message", "Date:"),
    )
    signed = f"{_ROOM}{name}{gap}{day}"
    rows += [_wide(opinion, signed) for opinion in sheet.opinions]
    return group_table(rows, [share * _WIDTH for share in _SHARES], tallest=SHEET.height / 2)


def _wide(head: str, text: str) -> list[Cell]:
    return [Cell(text=head, style=_HEAD), Cell(text=text, style=_TEXT, columns=3)]
