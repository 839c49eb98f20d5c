"""The task schedule (配档表) as PDF on lying A4 paper: merged sections, the head on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, group_table
from gongkai_desk.documents.list_pdf import page_of_pages
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import LANDSCAPE, Pages, write_pages
from gongkai_desk.documents.pdf_text import Style, set_lines
from gongkai_desk.domain.schedule import ScheduleSheet, section_spans

_WIDTH = LANDSCAPE.width
_PAD = 6.0
_MOST_LINES = 24
"""A row taller than that goes on in a second one, so that no page ends half empty."""


def write_schedule(sheet: ScheduleSheet, path: Path) -> tuple[str, ...]:
    """Write the schedule to `path`, whole or not at all.

    Returns the characters that no bundled typeface has. Raises DomainError when the file cannot
    be written.
    """
    missing = missing_characters(sheet.texts())
    blocks = [*_blocks(sheet), *missing_note(missing, _WIDTH)]
    write_pages(path, sheet.title, Pages(LANDSCAPE, page_of_pages, style.SHEET_FOOT), blocks)
    return missing


def _blocks(sheet: ScheduleSheet) -> Iterator[Block]:
    yield paragraph(sheet.title, style.LIST_TITLE, _WIDTH, heading=True)
    if sheet.note:
        yield paragraph(sheet.note, style.SHEET_FOOT, _WIDTH, heading=True)
    yield Gap(6.0)
    total = sum(column.width for column in sheet.columns)
    widths = [column.width / total * _WIDTH for column in sheet.columns]
    head = [Cell(text=column.heading, style=style.LIST_HEAD) for column in sheet.columns]
    yield group_table([head, *_rows(sheet, widths)], widths, header=1, shaded=True)


def _rows(sheet: ScheduleSheet, widths: Sequence[float]) -> Iterator[list[Cell]]:
    place = sheet.section_column
    pieces = [_pieces(sheet, row, widths) for row in sheet.rows]
    spans = section_spans(sheet)
    for number, of_row in enumerate(pieces):
        for part, texts in enumerate(of_row):
            cells = []
            for column, text in enumerate(texts):
                if column != place:
                    cells.append(Cell(text=text, style=_style(sheet, column)))
                elif spans[number] and not part:
                    covered = sum(len(each) for each in pieces[number : number + spans[number]])
                    cells.append(Cell(text=text, style=_style(sheet, column), rows=covered))
            yield cells


def _pieces(sheet: ScheduleSheet, row: Sequence[str], widths: Sequence[float]) -> list[list[str]]:
    """A row in parts of at most so many lines; the section stands in the first."""
    if all(_surely_low(text, width) for text, width in zip(row, widths, strict=True)):
        return [list(row)]
    lines = []
    for column, text in enumerate(row):
        broken = set_lines(text, _style(sheet, column), widths[column] - _PAD)
        lines.append([line.text for line in broken])
    place = sheet.section_column
    longest = max((len(each) for n, each in enumerate(lines) if n != place), default=1)
    if longest <= _MOST_LINES:
        return [list(row)]
    parts = [
        ["\n".join(each[start : start + _MOST_LINES]) for each in lines]
        for start in range(0, longest, _MOST_LINES)
    ]
    if place is not None:
        parts[0][place] = row[place]
    return parts


def _surely_low(text: str, width: float) -> bool:
    """Whether a text needs far fewer lines than the most, told without breaking it into them."""
    characters = max(1, int((width - _PAD) / style.LIST_CELL.size))
    lines = sum(len(part) // characters + 1 for part in text.split("\n"))
    return lines <= _MOST_LINES * 2 // 3


def _style(sheet: ScheduleSheet, column: int) -> Style:
    return style.LIST_CELL_CENTRED if sheet.columns[column].centred else style.LIST_CELL
