"""The sheet of one work record (活动记录表) as a Word file, to be completed by hand."""

from __future__ import annotations

from pathlib import Path

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.docx_package import docx_bytes, run
from gongkai_desk.documents.letter_docx_parts import FORM, FORM_WIDTHS
from gongkai_desk.domain.activity_sheet import ActivitySheet


def write_sheet(sheet: ActivitySheet, path: Path) -> None:
    """Write the sheet to `path`, whole or not at all. Raises DomainError when it cannot be."""
    rows = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell('FormItem', row.name, FORM_WIDTHS[0])}"
        f"{_cell('FormText', row.text, FORM_WIDTHS[1])}</w:tr>"
        for row in sheet.rows
    )
    signed = "　　".join(f"{name}：" + "　" * 6 for name in sheet.signed)
    body = (
        _paragraph("LetterTitle", sheet.title)
        + _paragraph("FormText", sheet.agency)
        + f"<w:tbl>{FORM}{rows}</w:tbl>"
        + _paragraph("Blank", "")
        + _paragraph("FormText", signed)
    )
    data = docx_bytes(body, title=sheet.title)
    with replace_file(path) as temporary:
        temporary.write_bytes(data)


def _cell(style: str, text: str, width: int) -> str:
    inside = "".join(_paragraph(style, line) for line in text.splitlines() or [""])
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def _paragraph(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'
