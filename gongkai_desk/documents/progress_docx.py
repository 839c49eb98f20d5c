"""落实情况 of a plan as a Word file: the sections with their texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.docx_package import docx_bytes, run
from gongkai_desk.documents.letter_layout import title_lines
from gongkai_desk.documents.report_words import paragraphs_of
from gongkai_desk.documents.table_docx import paragraph


def write_progress(title: str, sections: Sequence[tuple[str, str]], path: Path) -> None:
    """Write headings and texts to `path`, whole or not at all; raises DomainError where it
    cannot.
    """
    data = docx_bytes("".join(_body(title, sections)), title=title)
    with replace_file(path) as temporary:
        temporary.write_bytes(data)


def _body(title: str, sections: Sequence[tuple[str, str]]) -> Iterator[str]:
    breaks = "<w:r><w:br/></w:r>".join(run(line) for line in title_lines(title))
    yield f'<w:p><w:pPr><w:pStyle w:val="LetterTitle"/></w:pPr>{breaks}</w:p>'
    yield paragraph("Blank", "")
    for heading, text in sections:
        if heading:
            yield paragraph("LetterLevel1", heading)
        for part in paragraphs_of(text):
            yield paragraph("Body", part)
