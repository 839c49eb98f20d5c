"""The annual report as a PDF document in the page frame of GB/T 9704-2012."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, Paragraph, paragraph
from gongkai_desk.documents.fonts import missing_characters, printable
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import OFFICIAL, Pages, dashed_number, write_pages
from gongkai_desk.documents.pdf_text import Line, set_lines
from gongkai_desk.documents.report_form import disputes_table, proactive_table, requests_table
from gongkai_desk.documents.report_grid import form
from gongkai_desk.documents.report_words import heading_level, paragraphs_of, report_title
from gongkai_desk.domain.report import Figures, Texts

_WIDTH = OFFICIAL.width
_TABLE_GAP = 8.0


def write_report(figures: Figures, texts: Texts, path: Path, *, draft: bool) -> tuple[str, ...]:
    """Write the report to `path`, whole or not at all.

    Returns the characters that no bundled typeface has; they are printed as 〓 and named at the
    end of the document. Raises DomainError when the file cannot be written.
    """
    title = report_title(figures)
    missing = missing_characters(_all_texts(figures, texts))
    blocks = [*_blocks(figures, texts), *missing_note(missing, _WIDTH)]
    mark = form()["print"]["draft"] if draft else ""
    pages = Pages(OFFICIAL, dashed_number, style.PAGE_NUMBER, outer=True, mark=mark)
    write_pages(path, title, pages, blocks)
    return missing


def _blocks(figures: Figures, texts: Texts) -> Iterator[Block]:
    yield _title(figures)
    yield Gap(style.LINE_PITCH)
    one, two, three, four, five, six = form()["sections"]
    yield from _text(texts.opening)
    yield _heading(one)
    for heading, text in zip(form()["overview_subheadings"], texts.overview, strict=True):
        yield paragraph(heading, style.HEADING_2, _WIDTH, heading=bool(text.strip()))
        yield from _text(text)
    for heading, block in (
        (two, proactive_table(figures.proactive, _WIDTH)),
        (three, requests_table(figures, _WIDTH)),
        (four, disputes_table(figures.disputes, _WIDTH)),
    ):
        yield _heading(heading)
        yield Gap(_TABLE_GAP)
        yield block
        yield Gap(_TABLE_GAP, keep_with_next=False)
    for heading, text in ((five, texts.problems), (six, texts.other)):
        yield _heading(heading, stays=bool(text.strip()))
        yield from _text(text)


def _title(figures: Figures) -> Paragraph:
    """The title in one line, else broken after the name of the agency."""
    title = report_title(figures)
    lines: list[Line] = set_lines(title, style.TITLE, _WIDTH)
    if len(lines) > 1:
        name = printable(figures.agency)
        rest = title.removeprefix(figures.agency)
        lines = [*_even_lines(name), *set_lines(rest, style.TITLE, _WIDTH)]
    return Paragraph(tuple(lines), style.TITLE, keep_with_next=True)


def _even_lines(name: str) -> list[Line]:
    """A long name in lines of about the same length, centred in the text area."""
    count = len(set_lines(name, style.TITLE, _WIDTH))
    size = -(-len(name) // count)
    parts = (name[i : i + size] for i in range(0, len(name), size))
    return [line for part in parts for line in set_lines(part, style.TITLE, _WIDTH)]


def _heading(text: str, *, stays: bool = True) -> Paragraph:
    return paragraph(text, style.HEADING_1, _WIDTH, heading=stays)


def _text(text: str) -> Iterator[Block]:
    """The paragraphs of a written part; a short line that starts with （一） is a heading."""
    parts = paragraphs_of(printable(text))
    for i, part in enumerate(parts):
        if heading_level(part):
            yield paragraph(part, style.HEADING_2, _WIDTH, heading=i + 1 < len(parts))
        else:
            yield paragraph(part, style.BODY, _WIDTH)


def _all_texts(figures: Figures, texts: Texts) -> Iterator[str]:
    yield from (figures.agency, texts.opening, *texts.overview, texts.problems, texts.other)
