"""The styles of printed documents. Official texts follow GB/T 9704-2012, tables their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reportlab.lib.units import mm

from gongkai_desk.documents.fonts import Role
from gongkai_desk.documents.pdf_text import Align, Style

LINE_PITCH: Final = 225 * mm / 22
"""22 lines on a page."""

_PITCH = 156 * mm / 28  # 28 characters on a line: a hair less than the 16 pt of a 3号 character
_BODY_SIZE = 16.0

BODY: Final = Style(
    role=Role.FANGSONG,
    size=_BODY_SIZE,
    leading=LINE_PITCH,
    align=Align.JUSTIFY,
    indent=2 * _PITCH,
    spacing=_PITCH - _BODY_SIZE,
)
HEADING_1: Final = replace(BODY, role=Role.HEI)
HEADING_2: Final = replace(BODY, role=Role.KAI)
NOTE: Final = Style(role=Role.SONG, size=10.5, leading=16)
TITLE: Final = Style(role=Role.TITLE, size=22, leading=LINE_PITCH, align=Align.CENTRE)
PAGE_NUMBER: Final = Style(role=Role.SONG, size=14, leading=14)
MARK: Final = Style(role=Role.HEI, size=14, leading=16)

CELL: Final = Style(role=Role.SONG, size=10.5, leading=15, align=Align.CENTRE)
CELL_HEAD: Final = replace(CELL, role=Role.HEI)
SMALL_CELL: Final = replace(CELL, size=9.5, leading=11.8)
SMALL_CELL_HEAD: Final = replace(SMALL_CELL, role=Role.HEI)

SHEET_TITLE: Final = replace(TITLE, size=18, leading=28)
SHEET_HEADING: Final = Style(role=Role.HEI, size=12, leading=20)
SHEET_TEXT: Final = NOTE
SHEET_FOOT: Final = Style(role=Role.SONG, size=9, leading=12)
DAY: Final = replace(CELL, size=9, leading=12)
DUE_DAY: Final = replace(DAY, role=Role.HEI)
BIG_DATE: Final = Style(role=Role.TITLE, size=22, leading=34, align=Align.CENTRE)
LIST_TITLE: Final = replace(TITLE, size=16, leading=26)
LIST_CELL: Final = Style(role=Role.SONG, size=9, leading=12)
LIST_CELL_CENTRED: Final = replace(LIST_CELL, align=Align.CENTRE)
LIST_HEAD: Final = Style(role=Role.HEI, size=9, leading=13, align=Align.CENTRE)
