"""The 年报核验报告 on A4: head, result at a glance, findings and what was said to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, GroupTable, group_table
from gongkai_desk.documents.list_pdf import page_of_pages
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import SHEET, Pages, write_pages
from gongkai_desk.documents.pdf_text import Align
from gongkai_desk.domain.check_sheet import CheckLines, CheckSheet, CheckTable

_WIDTH = SHEET.width
_NAME = replace(style.LIST_HEAD, size=9.5, leading=14)
_FACT = replace(style.LIST_CELL, size=9.5, leading=14)
_VERDICT = replace(style.SHEET_HEADING, size=11.5, leading=18, align=Align.CENTRE)
_HEADING = replace(style.SHEET_HEADING, size=11.5, leading=18)
_LINE = replace(style.LIST_CELL, size=9.5, leading=14.5, align=Align.JUSTIFY)
_SHARES = (0.14, 0.36, 0.14, 0.36)
_TALLEST_ROW = SHEET.height / 3


def write_check_report(sheet: CheckSheet, path: Path) -> tuple[str, ...]:
    """Write the sheet to `path`, whole or not at all.

    Returns the characters that no bundled typeface has. Raises DomainError when the file cannot
    be written.
    """
    missing = missing_characters(sheet.texts())
    blocks = [*_blocks(sheet), *missing_note(missing, _WIDTH)]
    write_pages(path, sheet.title, Pages(SHEET, page_of_pages, style.SHEET_FOOT), blocks)
    return missing


def _blocks(sheet: CheckSheet) -> Iterator[Block]:
    for line in sheet.heading:
        yield paragraph(line, style.SHEET_TITLE, _WIDTH, heading=True)
    yield Gap(6.0)
    yield _facts(sheet)
    yield Gap(8.0)
    yield _box(sheet.verdict)
    for part in sheet.parts:
        yield Gap(10.0)
        yield paragraph(part.heading, _HEADING, _WIDTH, heading=True)
        if isinstance(part, CheckLines):
            last = part is sheet.parts[-1]  # one does not sign on an empty page
            for line in part.lines:
                yield paragraph(line, _LINE, _WIDTH, heading=last)
        elif part.rows:
            yield from _table(part)
        else:
            yield paragraph(part.none, _LINE, _WIDTH)
    yield Gap(20.0)
    yield _signatures(sheet.signatures)


def _facts(sheet: CheckSheet) -> GroupTable:
    rows = []
    pairs = list(sheet.facts)
    for at in range(0, len(pairs), 2):
        row = [cell for pair in pairs[at : at + 2] for cell in _pair(*pair)]
        if len(pairs[at : at + 2]) == 1:
            row[-1] = replace(row[-1], columns=3)
        rows.append(row)
    for pair in sheet.wide_facts:
        name, text = _pair(*pair)
        rows.append([name, replace(text, columns=3)])
    return group_table(rows, [share * _WIDTH for share in _SHARES], keep_whole=True)


def _pair(name: str, text: str) -> list[Cell]:
    return [Cell(text=name, style=_NAME), Cell(text=text, style=_FACT)]


def _box(text: str) -> GroupTable:
    return group_table([[Cell(text=text, style=_VERDICT)]], [_WIDTH], header=0, keep_whole=True)


def _table(part: CheckTable) -> Iterator[Block]:
    total = sum(weight for _title, weight in part.columns)
    widths = [weight / total * _WIDTH for _title, weight in part.columns]
    head = [Cell(text=title, style=style.LIST_HEAD) for title, _weight in part.columns]
    yield group_table(
        [head, *(_row(part, row) for row in part.rows)],
        widths,
        header=1,
        shaded=True,
        tallest=_TALLEST_ROW,
    )
    if part.note:
        yield Gap(2.0, keep_with_next=False)
        yield paragraph(part.note, style.SHEET_FOOT, _WIDTH)


def _row(part: CheckTable, texts: tuple[str, ...]) -> list[Cell]:
    cells = []
    for number, text in enumerate(texts):
        last = number == len(texts) - 1
        wide = len(part.columns) - number if last else 1
        centred = number in part.centred
        cell_style = style.LIST_CELL_CENTRED if centred else style.LIST_CELL
        cells.append(Cell(text=text, style=cell_style, columns=wide))
    return cells


def _signatures(names: tuple[str, ...]) -> GroupTable:
    """A cell to sign in behind each name."""
    share = _WIDTH / len(names)
    cells = [Cell(text=f"{name}\n\n", style=_FACT) for name in names]
    return group_table([cells], [share] * len(names), keep_whole=True)
