"""A letter as a Word file that WPS opens the same way: GB/T 9704-2012, styles of its own.

The package is written here part by part: no theme, no inherited styles, an East Asian typeface
named in every style. All texts are escaped; what XML cannot hold is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gongkai_desk.documents import letter_layout as layout
from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.docx_package import docx_bytes, run
from gongkai_desk.documents.letter_docx_parts import (
    CHARACTER,
    FORM,
    FORM_WIDTHS,
)
from gongkai_desk.documents.letter_layout import Level
from gongkai_desk.domain.letter import LetterPaper

_STYLES = {Level.HEADING_1: "LetterLevel1", Level.HEADING_2: "LetterLevel2", Level.BODY: "Body"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    """One paragraph; indents in hundredths of a character, `lines` joined by line breaks."""

    style: str
    lines: tuple[str, ...]
    right: int = 0
    keep: bool = False
    size: int = 0  # half points; 0: as the style says


def write_letter(paper: LetterPaper, path: Path) -> None:
    """Write the letter to `path`, whole or not at all. Raises DomainError when it cannot be."""
    data = letter_docx(paper)
    with replace_file(path) as temporary:
        temporary.write_bytes(data)


def letter_docx(paper: LetterPaper) -> bytes:
    """The letter as the bytes of a .docx file; the same paper gives the same bytes."""
    return docx_bytes(_body(paper), title=paper.title, mark=paper.mark)


def template_docx() -> bytes:
    """Our layout with fields in its places, to begin an own template with."""
    return letter_docx(
        LetterPaper(
            letterhead="{{ 机关 }}",
            number="{{ 文号 }}",
            title="{{ 标题 }}",
            addressee="{{ 主送 }}",
            paragraphs=(
                *("{%p for 段 in 正文 %}", "{{ 段 }}", "{%p endfor %}"),
                *("{%p for 件 in 附件 %}", "附件：{{ 件 }}", "{%p endfor %}"),
            ),
            signature="{{ 署名 }}",
            dated="{{ 成文日期 }}",
            contact="{{ 附注 }}",
        )
    )


def _body(paper: LetterPaper) -> str:
    head = "".join(_paragraph(one) for one in _head(paper))
    form = _form(paper) if paper.rows else ""
    rest = "".join(_paragraph(one) for one in _paragraphs(paper))
    return f"{head}{form}{rest}"


def _head(paper: LetterPaper) -> Iterator[_Paragraph]:
    head = paper.letterhead
    if not paper.rows:  # a form for the file goes out to nobody
        size = round(2 * layout.letterhead_size(head))
        yield _Paragraph(style="Letterhead", lines=(head,), size=size)
        yield _plain("Number", paper.number)
        yield _plain("Blank", "")
    yield _Paragraph(style="LetterTitle", lines=tuple(layout.title_lines(paper.title)))
    yield _plain("Blank", "")
    if addressee := layout.addressee_line(paper):
        yield _plain("Addressee", addressee)


def _form(paper: LetterPaper) -> str:
    """The items of a form and their contents, as a table with thin lines."""
    rows = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell('FormItem', item, FORM_WIDTHS[0])}"
        f"{_cell('FormText', content, FORM_WIDTHS[1])}</w:tr>"
        for item, content in paper.rows
    )
    return f"<w:tbl>{FORM}{rows}</w:tbl>"


def _cell(style: str, text: str, width: int) -> str:
    lines = tuple(text.splitlines()) or ("",)
    inside = _paragraph(_Paragraph(style=style, lines=lines))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def _paragraphs(paper: LetterPaper) -> Iterator[_Paragraph]:
    for line in () if paper.rows else layout.text_lines(paper.paragraphs):
        yield _plain(_STYLES[layout.level_of(line)], line)
    attachments = layout.attachment_lines(paper)
    if attachments:
        yield _plain("Blank", "")
        for line in attachments:
            yield _plain("Attachment", line)
    yield from _ending(paper)
    yield from _slip(paper)


def _ending(paper: LetterPaper) -> Iterator[_Paragraph]:
    if paper.signature or paper.dated:
        spaces = layout.ending(paper)
        yield _Paragraph(style="Blank", lines=("",), keep=True)
        right = round(spaces.signature * 100)
        yield _Paragraph(style="Signature", lines=(paper.signature,), right=right, keep=True)
        yield _Paragraph(style="Date", lines=(paper.dated,), right=round(spaces.date * 100))
    if contact := layout.contact_line(paper):
        yield _plain("Contact", contact)


def _slip(paper: LetterPaper) -> Iterator[_Paragraph]:
    for number, line in enumerate(layout.text_lines(paper.slip)):
        yield _plain("SlipTitle" if number == 0 else "SlipText", line)


def _plain(style: str, text: str) -> _Paragraph:
    return _Paragraph(style=style, lines=(text,))


def _paragraph(one: _Paragraph) -> str:
    properties = f'<w:pStyle w:val="{one.style}"/>'
    if one.keep:
        properties += "<w:keepNext/>"
    if one.right:
        twips = round(one.right / 100 * CHARACTER)
        properties += f'<w:ind w:rightChars="{one.right}" w:right="{twips}"/>'
    runs = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:br/></w:r>'.join(
        run(line, one.size) for line in one.lines
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"
