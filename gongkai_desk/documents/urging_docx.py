"""A 督办单 as a Word file: the same parts as the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.docx_package import docx_bytes
from gongkai_desk.documents.table_docx import END, DocxCell, paragraph, table
from gongkai_desk.domain.urging import UrgingPaper

_WIDTH = 8844  # the text area of 156 mm in twips
_ROOM = 2


def write_urging(paper: UrgingPaper, path: Path) -> None:
    """Write the 督办单 to `path`, whole or not at all; raises DomainError where it cannot."""
    data = docx_bytes("".join(_body(paper)), title=paper.title)
    with replace_file(path) as temporary:
        temporary.write_bytes(data)


def _body(paper: UrgingPaper) -> Iterator[str]:
    yield paragraph("LetterTitle", paper.title)
    yield paragraph("FormNumber", paper.number)
    yield paragraph("Addressee", f"{paper.addressee}：")
    for part in paper.opening.split("\n"):
        yield paragraph("Body", part)
    total = sum(paper.widths)
    widths = [round(_WIDTH * width / total) for width in paper.widths]
    head = [DocxCell(text=text, style="FormItem") for text in paper.head]
    yield table([head, *map(_row, paper.rows)], widths, head=1)
    yield paragraph("FormText", "")
    for line in paper.closing:
        yield paragraph("Body", line)
    yield paragraph("Signature", paper.signature)
    yield paragraph("Date", paper.dated)
    lines = "\n".join(line or "\n" * (_ROOM - 1) for line in paper.answer)
    answer = [
        [DocxCell(text=paper.slip, style="FormItem")],
        [DocxCell(text=lines, style="FormText")],
        [DocxCell(text=paper.signed, style="FormText")],
    ]
    yield table(answer, [_WIDTH], whole=True)
    yield END


def _row(texts: tuple[str, ...]) -> list[DocxCell]:
    last = len(texts) - 1
    return [
        DocxCell(
            text=text or ("\n" * (_ROOM - 1) if number == last else ""),
            style="FormText" if number == 1 else "FormNumber",
        )
        for number, text in enumerate(texts)
    ]
