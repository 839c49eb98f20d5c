"""A plain list as a Word file on lying A4 paper: the same document as `list_pdf` writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.docx_package import docx_bytes, run
from gongkai_desk.documents.letter_docx_parts import LYING_SECTION, LYING_WIDTH
from gongkai_desk.documents.list_pdf import ListDocument

_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (("top", 30), ("left", 30), ("bottom", 30), ("right", 30))
)
_TITLE_SIZE = 36  # half points: 小二


def write_listing(document: ListDocument, path: Path) -> None:
    """Write the list to `path`, whole or not at all; raises DomainError where it cannot. The head
    stands on every page, a row is never cut.
    """
    data = docx_bytes("".join(_body(document)), title=document.title, section=LYING_SECTION)
    with replace_file(path) as temporary:
        temporary.write_bytes(data)


def _body(document: ListDocument) -> Iterator[str]:
    title = run(document.title, _TITLE_SIZE)
    yield f'<w:p><w:pPr><w:pStyle w:val="LetterTitle"/></w:pPr>{title}</w:p>'
    if document.note:
        yield _paragraph("CellLabel", document.note)
    total = sum(column.weight for column in document.columns)
    widths = [round(column.weight / total * LYING_WIDTH) for column in document.columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    titles = [column.title for column in document.columns]
    head = _row(titles, ["CellHead"] * len(widths), widths, head=True)
    styles = ["CellNumber" if column.centred else "CellLabel" for column in document.columns]
    rows = "".join(_row(row, styles, widths, head=False) for row in document.rows)
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_LINES}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
    )
    yield _paragraph("CellLabel", "")  # Word wants a paragraph behind a table


def _row(texts: Sequence[str], styles: Sequence[str], widths: Sequence[int], *, head: bool) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    cells = "".join(
        _cell(text, style, width) for text, style, width in zip(texts, styles, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _cell(text: str, style: str, width: int) -> str:
    lines = "".join(_paragraph(style, line) for line in text.split("\n"))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{lines}</w:tc>"
    )


def _paragraph(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'
