"""A letter as PDF for printing: GB/T 9704-2012, the same lines as the Word file.

The signature never stands alone on a page: the last two lines of the text go with it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from reportlab.lib.units import mm

from gongkai_desk.documents import letter_layout as layout
from gongkai_desk.documents import style
from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.flow import Block, Gap, Paragraph, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, GroupTable, group_table
from gongkai_desk.documents.letter_layout import Level
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import OFFICIAL, Pages, dashed_number, pages_bytes
from gongkai_desk.documents.pdf_text import Align, Line, Pen, Style, set_lines
from gongkai_desk.domain.letter import LetterPaper

_WIDTH = OFFICIAL.width
_PITCH = style.LINE_PITCH
_CHARACTER = _WIDTH / layout.LINE_CHARACTERS
_RED = (0.85, 0.0, 0.0)
_RULE_WEIGHT = 2.25
_RULE_ABOVE = 4 * mm
_STYLES = {
    Level.HEADING_1: style.HEADING_1,
    Level.HEADING_2: style.HEADING_2,
    Level.BODY: style.BODY,
}
_FLUSH = replace(style.BODY, indent=0.0, align=Align.LEFT)
_INDENTED = replace(style.BODY, align=Align.LEFT)
_ITEM = replace(style.CELL_HEAD, size=12, leading=20)
_CONTENT = replace(style.CELL, size=12, leading=20, align=Align.LEFT)
_CENTRED = replace(_FLUSH, align=Align.CENTRE)


@dataclass(frozen=True, slots=True)
class _RedLines:
    """Lines in red: the name of the agency."""

    inside: Paragraph
    keep_with_next: bool = True

    @property
    def height(self) -> float:
        return self.inside.height

    def least(self, page: float) -> float:  # noqa: ARG002
        return self.height

    def cut(self, room: float) -> tuple[Block, Block]:
        one, rest = self.inside.cut(room)
        return one, rest

    def draw(self, pen: Pen, left: float, top: float) -> None:
        pen.canvas.saveState()
        pen.canvas.setFillColorRGB(*_RED)
        self.inside.draw(pen, left, top)
        pen.canvas.restoreState()


@dataclass(frozen=True, slots=True)
class _RedRule:
    """The red line 4 mm below what stands above it, as wide as the text area."""

    keep_with_next: bool = True
    height: float = _RULE_ABOVE + _RULE_WEIGHT

    def least(self, page: float) -> float:  # noqa: ARG002
        return self.height

    def cut(self, room: float) -> tuple[Block, Block]:
        return Gap(room), self

    def draw(self, pen: Pen, left: float, top: float) -> None:
        pen.canvas.saveState()
        pen.canvas.setStrokeColorRGB(*_RED)
        pen.canvas.setLineWidth(_RULE_WEIGHT)
        pen.canvas.line(left, top - _RULE_ABOVE, left + _WIDTH, top - _RULE_ABOVE)
        pen.canvas.restoreState()


@dataclass(frozen=True, slots=True)
class _NewPage:
    """Fills what is left of a page, so that what follows begins the next one."""

    height: float = OFFICIAL.height
    keep_with_next: bool = False

    def least(self, page: float) -> float:  # noqa: ARG002
        return 0.0

    def cut(self, room: float) -> tuple[Block, Block]:
        return Gap(room), Gap(0.0)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Nothing to see."""


def write_letter(paper: LetterPaper, path: Path) -> tuple[str, ...]:
    """Write the letter to `path`, whole or not at all.

    Returns the characters that no bundled typeface has (printed as 〓 and named at the end).
    Raises DomainError when the file cannot be written.
    """
    data = letter_pdf(paper)
    with replace_file(path) as temporary:
        temporary.write_bytes(data)
    return missing_in(paper)


def letter_pdf(paper: LetterPaper) -> bytes:
    """The letter as the bytes of a PDF file."""
    blocks = [*_blocks(paper), *missing_note(missing_in(paper), _WIDTH), *_slip(paper)]
    pages = Pages(OFFICIAL, dashed_number, style.PAGE_NUMBER, outer=True, mark=paper.mark)
    return pages_bytes(paper.title, pages, blocks)


def missing_in(paper: LetterPaper) -> tuple[str, ...]:
    """The characters of the letter that no bundled typeface has."""
    return missing_characters(
        (
            paper.letterhead,
            paper.number,
            paper.title,
            paper.addressee,
            *paper.paragraphs,
            *paper.attachments,
            paper.signature,
            paper.dated,
            paper.contact,
            *paper.slip,
            *(text for row in paper.rows for text in row),
        )
    )


def joined(files: Sequence[bytes]) -> bytes:
    """Several PDF files as one, their pages in order."""
    made, writer = io.BytesIO(), PdfWriter()
    for data in files:
        for page in PdfReader(io.BytesIO(data)).pages:
            writer.add_page(page)
    writer.write(made)
    return made.getvalue()


def _blocks(paper: LetterPaper) -> Iterator[Block]:
    yield from _head(paper)
    if addressee := layout.addressee_line(paper):
        yield paragraph(addressee, _FLUSH, _WIDTH, heading=True)
    attachments = layout.attachment_lines(paper)
    signed = bool(paper.signature or paper.dated)
    if paper.rows:
        yield _form(paper)
    lines = [] if paper.rows else layout.text_lines(paper.paragraphs)
    for number, line in enumerate(lines, start=1):
        level = layout.level_of(line)
        made = paragraph(line, _STYLES[level], _WIDTH, heading=level is not Level.BODY)
        last = number == len(lines) and signed and not attachments
        yield from _with_what_follows(made) if last else (made,)
    if attachments:
        yield Gap(_PITCH, keep_with_next=True)
        for number, line in enumerate(attachments, start=1):
            final = number == len(attachments) and signed
            yield paragraph(line, _INDENTED, _WIDTH, heading=final)
    yield from _ending(paper)


def _form(paper: LetterPaper) -> GroupTable:
    """Items at the left, their contents at the right."""
    rows = [
        [Cell(text=item, style=_ITEM), Cell(text=content, style=_CONTENT)]
        for item, content in paper.rows
    ]
    shares = (0.26 * _WIDTH, 0.74 * _WIDTH)
    return group_table(rows, shares, tallest=OFFICIAL.height / 2)


def _head(paper: LetterPaper) -> Iterator[Block]:
    if not paper.rows:  # a form for the file goes out to nobody
        yield from _red_head(paper)
    for line in layout.title_lines(paper.title):
        yield paragraph(line, style.TITLE, _WIDTH, heading=True)
    yield Gap(_PITCH)


def _red_head(paper: LetterPaper) -> Iterator[Block]:
    size = layout.letterhead_size(paper.letterhead)
    red = Style(role=style.TITLE.role, size=size, leading=2 * _PITCH, align=Align.CENTRE)
    yield _RedLines(paragraph(paper.letterhead, red, _WIDTH, heading=True))
    yield paragraph(paper.number, _CENTRED, _WIDTH, heading=True)
    yield _RedRule()
    yield Gap(_PITCH)


def _with_what_follows(made: Paragraph) -> Iterator[Block]:
    """A paragraph whose last two lines stay with the signature."""
    first, rest = made.lines[:-2], made.lines[-2:]
    if first:
        yield Paragraph(first, made.style)
    yield Paragraph(rest, made.style, keep_with_next=True)


def _ending(paper: LetterPaper) -> Iterator[Block]:
    if paper.signature or paper.dated:
        spaces = layout.ending(paper, lambda text: _FLUSH.width(text) / _CHARACTER)
        yield Gap(_PITCH)
        yield _at_right(paper.signature, spaces.signature, keep=True)
        yield _at_right(paper.dated, spaces.date, keep=bool(paper.contact))
    if contact := layout.contact_line(paper):
        yield paragraph(contact, _INDENTED, _WIDTH)


def _at_right(text: str, space: float, *, keep: bool) -> Paragraph:
    lines = set_lines(text, _FLUSH, _WIDTH)
    if len(lines) > 1:
        return Paragraph(tuple(lines), _FLUSH, keep_with_next=keep)
    shift = _WIDTH - space * _CHARACTER - _FLUSH.width(lines[0].text)
    placed = Line(lines[0].text, max(0.0, shift), lines[0].spacing)
    return Paragraph((placed,), _FLUSH, keep_with_next=keep)


def _slip(paper: LetterPaper) -> Iterator[Block]:
    lines = layout.text_lines(paper.slip)
    if lines:
        yield _NewPage()
        yield paragraph(lines[0], style.TITLE, _WIDTH, heading=True)
        yield Gap(_PITCH)
        for line in lines[1:]:
            yield paragraph(line, _INDENTED, _WIDTH)
