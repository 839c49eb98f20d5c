"""The task schedule (配档表) as a Word file: a real table on lying A4 paper, sections merged, its
head on every page.
"""

from __future__ import annotations

from pathlib import Path

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.docx_package import docx_bytes
from gongkai_desk.documents.letter_docx_parts import LYING_SECTION, LYING_WIDTH
from gongkai_desk.documents.table_docx import END, DocxCell, paragraph, table
from gongkai_desk.domain.schedule import ScheduleSheet, section_spans


def write_schedule(sheet: ScheduleSheet, path: Path) -> None:
    """Write the schedule to `path`, whole or not at all; raises DomainError where it cannot."""
    total = sum(column.width for column in sheet.columns)
    widths = [LYING_WIDTH * column.width // total for column in sheet.columns]
    head = [DocxCell(text=column.heading, style="CellHead") for column in sheet.columns]
    body = "".join(
        (
            paragraph("SheetTitle", sheet.title, keep=True),
            paragraph("CellLabel", sheet.note, keep=True) if sheet.note else "",
            table([head, *_rows(sheet)], widths, head=1),
            END,
        )
    )
    data = docx_bytes(body, title=sheet.title, section=LYING_SECTION)
    with replace_file(path) as temporary:
        temporary.write_bytes(data)


def _rows(sheet: ScheduleSheet) -> list[list[DocxCell]]:
    place, spans = sheet.section_column, section_spans(sheet)
    return [
        [
            DocxCell(
                text=text,
                style="CellNumber" if sheet.columns[column].centred else "CellLabel",
                rows=spans[number] if column == place else 1,
            )
            for column, text in enumerate(row)
            if column != place or spans[number]
        ]
        for number, row in enumerate(sheet.rows)
    ]
