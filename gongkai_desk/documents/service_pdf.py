"""The proof of service (送达回证), a sheet to be signed; what is known is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.group_table import Cell, GroupTable, group_table
from gongkai_desk.documents.letter_pdf import joined
from gongkai_desk.documents.page_frame import SHEET, Pages, pages_bytes
from gongkai_desk.documents.pdf_text import Align
from gongkai_desk.domain.envelope import ServiceSheet
from gongkai_desk.resources import table

_WIDTH = SHEET.width
_TEXT = replace(style.CELL, size=12, leading=20, align=Align.LEFT)
_HEAD = replace(style.CELL_HEAD, size=12, leading=20)
_SHARES = (0.22, 0.30, 0.20, 0.28)


def sheets_pdf(sheets: Sequence[ServiceSheet]) -> bytes:
    """A page for each sheet, in order."""
    pages = Pages(SHEET, lambda _page, _pages: "", style.SHEET_FOOT)
    every = [pages_bytes(form()["title"], pages, list(_blocks(sheet))) for sheet in sheets]
    return every[0] if len(every) == 1 else joined(every)


def form() -> Mapping[str, str]:
    """The words of the sheet, from resources/statutes/service_sheet.toml."""
    return table("statutes", "service_sheet.toml")


def _blocks(sheet: ServiceSheet) -> Iterator[Block]:
    yield paragraph(sheet.agency, style.LIST_TITLE, _WIDTH, heading=True)
    yield paragraph(form()["title"], style.TITLE, _WIDTH, heading=True)
    yield Gap(10.0)
    yield _table(sheet)
    yield Gap(8.0)
    yield paragraph(form()["note"], style.NOTE, _WIDTH)


def _table(sheet: ServiceSheet) -> GroupTable:
    words = form()
    day, signature = words["date"], words["signature"]
    way = f"☑{sheet.way}" if sheet.way else words["ways"]
    mail = words["mail_number"] + sheet.mail_number
    posted = words["posted_on"] + (sheet.posted_on or day)
    signed = f"\n{signature}{sheet.signed_by}\n{sheet.signed_on or day}\n"
    rows = [
        _wide(words["document"], sheet.document),
        _pair(words["number"], sheet.number, words["case_number"], sheet.case_number),
        _wide(words["recipient"], sheet.recipient),
        _wide(words["address"], sheet.address),
        _wide(words["way"], f"{way}\n{mail}　　{posted}"),
        _wide(words["signed"], signed),
        _wide(words["substitute"], f"\n{signature}\n{day}\n"),
        _wide(words["refused"], f"\n{words['witness']}\n{day}"),
        _pair(words["servers"], "\n\n", words["served_on"], words["short_date"]),
        _wide(words["note_head"], "\n\n"),
    ]
    return group_table(rows, [share * _WIDTH for share in _SHARES], tallest=SHEET.height / 2)


def _pair(one: str, text: str, other: str, more: str) -> list[Cell]:
    return [
        Cell(text=one, style=_HEAD),
        Cell(text=text, style=_TEXT),
        Cell(text=other, style=_HEAD),
        Cell(text=more, style=_TEXT),
    ]


def _wide(head: str, text: str) -> list[Cell]:
    return [Cell(text=head, style=_HEAD), Cell(text=text, style=_TEXT, columns=3)]
