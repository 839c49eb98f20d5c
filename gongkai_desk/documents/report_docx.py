"""The annual report as a Word file: the text of GB/T 9704, real tables with merged cells.

Heads of tables stand again on every page, a row is never cut, a heading stays with what follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.docx_package import docx_bytes, run
from gongkai_desk.documents.letter_layout import title_lines
from gongkai_desk.documents.report_grid import (
    DISPUTES_SHARES,
    HEAD_ROWS,
    PROACTIVE_SHARES,
    REQUESTS_SHARES,
    Grid,
    Kind,
    disputes_grid,
    form,
    number_rooms,
    proactive_grid,
    requests_grid,
)
from gongkai_desk.documents.report_words import heading_level, paragraphs_of, report_title
from gongkai_desk.documents.table_docx import DocxCell, paragraph, table
from gongkai_desk.domain.report import Figures, Texts

_WIDTH = 8844  # the text area of 156 mm in twips
_STYLES = {
    Kind.HEAD: "CellHead",
    Kind.LABEL: "CellLabel",
    Kind.GROUP: "CellNumber",
    Kind.NUMBER: "CellNumber",
}


_GAP = (
    '<w:p><w:pPr><w:pStyle w:val="CellLabel"/><w:spacing w:before="0" w:after="0" w:line="160" '
    'w:lineRule="exact"/></w:pPr></w:p>'
)
"""A little room below a table."""
_FIGURE = 0.62  # ems: half a character in Word, more in the typefaces of others
_ROOMY = 400  # twips, the rows of table 2
_MARGIN = 100  # of a cell, both sides, with the rules
_USUAL, _SMALLEST = 19, 9  # sizes of numbers in half points


def write_report(figures: Figures, texts: Texts, path: Path, *, draft: bool) -> None:
    """Write the report to `path`, whole or not at all; raises DomainError where it cannot."""
    mark = form()["print"]["draft"] if draft else ""
    body = "".join(_body(figures, texts))
    data = docx_bytes(body, title=report_title(figures), mark=mark)
    with replace_file(path) as temporary:
        temporary.write_bytes(data)


def _body(figures: Figures, texts: Texts) -> Iterator[str]:
    lines = title_lines(report_title(figures))
    breaks = "<w:r><w:br/></w:r>".join(run(line) for line in lines)
    yield f'<w:p><w:pPr><w:pStyle w:val="LetterTitle"/></w:pPr>{breaks}</w:p>'
    yield paragraph("Blank", "")
    one, two, three, four, five, six = form()["sections"]
    yield from _text(texts.opening)
    yield paragraph("LetterLevel1", one)
    for heading, text in zip(form()["overview_subheadings"], texts.overview, strict=True):
        yield paragraph("LetterLevel2", heading)
        yield from _text(text)
    yield paragraph("LetterLevel1", two)
    yield _table(proactive_grid(figures.proactive), PROACTIVE_SHARES, 0, roomy=True)
    yield _GAP
    for heading, grid, shares in (
        (three, requests_grid(figures), REQUESTS_SHARES),
        (four, disputes_grid(figures.disputes), DISPUTES_SHARES),
    ):
        yield paragraph("LetterLevel1", heading)
        yield _table(grid, shares, HEAD_ROWS)
        yield _GAP
    for heading, text in ((five, texts.problems), (six, texts.other)):
        yield paragraph("LetterLevel1", heading)
        yield from _text(text)


def _text(text: str) -> Iterator[str]:
    for part in paragraphs_of(text):
        yield paragraph("LetterLevel2" if heading_level(part) else "Body", part)


def _table(grid: Grid, shares: Sequence[float], head: int, *, roomy: bool = False) -> str:
    """A `roomy` table has higher rows, with their names in the middle (table 2)."""
    styles = {**_STYLES, Kind.LABEL: _STYLES[Kind.NUMBER]} if roomy else _STYLES
    widths = [round(share * _WIDTH) for share in shares]
    size = _number_size(grid, widths)
    cells = [
        [
            DocxCell(
                text=cell.text,
                style=styles[cell.kind],
                rows=cell.rows,
                columns=cell.columns,
                size=size if cell.kind is Kind.NUMBER else 0,
            )
            for cell in row
        ]
        for row in grid
    ]
    return table(cells, widths, head=head, whole=True, least=_ROOMY if roomy else 0)


def _number_size(grid: Grid, widths: Sequence[float]) -> int:
    """The size of the table's numbers in half points, 0 for that of the style: smaller where one
    would be broken over two lines.
    """
    fits = min(
        (room - _MARGIN) / 20 / (len(text) * _FIGURE) * 2
        for text, room in number_rooms(grid, widths)
    )
    return 0 if fits >= _USUAL else max(int(fits), _SMALLEST)
