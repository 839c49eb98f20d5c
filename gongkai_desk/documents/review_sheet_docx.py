"""The 保密审查表 as a Word file, to be filled in on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.docx_package import docx_bytes, run
from gongkai_desk.domain.review_sheet import ReviewSheet, SheetRow

_WIDTHS = (1850, 2722, 1450, 2822)
_LINE = 320
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_NAME, _TEXT = "FormItem", "FormText"


def write_review_sheet(sheet: ReviewSheet, path: Path) -> None:
    """Write the sheet to `path`, whole or not at all; raises DomainError where it cannot."""
    data = docx_bytes("".join(_body(sheet)), title=sheet.title)
    with replace_file(path) as temporary:
        temporary.write_bytes(data)


def _body(sheet: ReviewSheet) -> Iterator[str]:
    yield _paragraph("FormItem", sheet.agency, size=30)
    yield f'<w:p><w:pPr><w:pStyle w:val="LetterTitle"/></w:pPr>{run(sheet.title, 36)}</w:p>'
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_LINES}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(map(_row, sheet.rows))}</w:tbl>"
    )
    yield _paragraph("FormText", sheet.note, size=18)


def _row(row: SheetRow) -> str:
    wide = 1 if len(row.cells) > 1 else 3
    cells, column = [], 0
    for name, text in row.cells:
        cells.append(_cell(_NAME, name, _WIDTHS[column], 1))
        width = sum(_WIDTHS[column + 1 : column + 1 + wide])
        cells.append(_cell(_TEXT, text, width, wide))
        column += 2
    height = f'<w:trHeight w:val="{row.lines * _LINE + 60}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(style: str, text: str, width: int, columns: int) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    inside = "".join(_paragraph(style, line) for line in text.split("\n"))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{inside}</w:tc>"
    )


def _paragraph(style: str, text: str, *, size: int = 21) -> str:
    """Lines closer than in a letter, so that the sheet stays on one page."""
    line = max(_LINE, size * 15)
    close = f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{close}</w:pPr>{run(text, size)}</w:p>'
