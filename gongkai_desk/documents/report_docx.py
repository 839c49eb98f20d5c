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
    GridCell,
    Kind,
    disputes_grid,
    form,
    proactive_grid,
    requests_grid,
)
from gongkai_desk.documents.report_words import heading_level, paragraphs_of, report_title
from gongkai_desk.domain.report import Figures, Texts

_WIDTH = 8844  # the text area of 156 mm in twips
_STYLES = {
    Kind.HEAD: "CellHead",
    Kind.LABEL: "CellLabel",
    Kind.GROUP: "CellNumber",
    Kind.NUMBER: "CellNumber",
}
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (("top", 20), ("left", 40), ("bottom", 20), ("right", 40))
)


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
    yield paragraph_xml("Blank", "")
    one, two, three, four, five, six = form()["sections"]
    yield from _text(texts.opening)
    yield paragraph_xml("LetterLevel1", one)
    for heading, text in zip(form()["overview_subheadings"], texts.overview, strict=True):
        yield paragraph_xml("LetterLevel2", heading)
        yield from _text(text)
    for heading, grid, shares, head in (
        (two, proactive_grid(figures.proactive), PROACTIVE_SHARES, 0),
        (three, requests_grid(figures), REQUESTS_SHARES, HEAD_ROWS),
        (four, disputes_grid(figures.disputes), DISPUTES_SHARES, HEAD_ROWS),
    ):
        yield paragraph_xml("LetterLevel1", heading)
        yield table_xml(grid, shares, head)
    for heading, text in ((five, texts.problems), (six, texts.other)):
        yield paragraph_xml("LetterLevel1", heading)
        yield from _text(text)


def _text(text: str) -> Iterator[str]:
    for part in paragraphs_of(text):
        yield paragraph_xml("LetterLevel2" if heading_level(part) else "Body", part)


def paragraph_xml(style: str, text: str, *, keep: bool = False) -> str:
    """A paragraph in one of our styles; line breaks stay line breaks."""
    kept = "<w:keepNext/>" if keep else ""
    runs = "<w:r><w:br/></w:r>".join(run(line) for line in text.split("\n"))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>{runs}</w:p>'


def table_xml(
    grid: Grid, shares: Sequence[float], head: int, *, width: int = _WIDTH, whole: bool = True
) -> str:
    """A table `width` twips wide; one that fits on a page is not cut when it is to stay `whole`."""
    widths = [round(share * width) for share in shares]
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    open_below: dict[int, tuple[int, int]] = {}  # column -> rows still covered, columns covered
    rows = "".join(
        _row(cells, widths, open_below, head=number < head, keep=whole and number < len(grid) - 1)
        for number, cells in enumerate(grid)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_LINES}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(
    cells: Sequence[GridCell],
    widths: Sequence[int],
    open_below: dict[int, tuple[int, int]],
    *,
    head: bool,
    keep: bool,
) -> str:
    """One row; a cell that covers rows goes on below as a merged empty one, as Word wants.

    `keep` keeps it on the page of the next: a table that fits on a page is not cut.
    """
    written: list[str] = []
    waiting = list(cells)
    column = 0
    while column < len(widths):
        left, span = open_below.get(column, (0, 1))
        if left:
            width = sum(widths[column : column + span])
            empty = paragraph_xml(_STYLES[Kind.GROUP], "", keep=keep)
            written.append(_cell(empty, width, span, "continue"))
            open_below[column] = (left - 1, span)
            column += span
            continue
        cell = waiting.pop(0)
        merge = "restart" if cell.rows > 1 else ""
        width = sum(widths[column : column + cell.columns])
        text = paragraph_xml(_STYLES[cell.kind], cell.text, keep=keep)
        written.append(_cell(text, width, cell.columns, merge))
        if cell.rows > 1:
            open_below[column] = (cell.rows - 1, cell.columns)
        column += cell.columns
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(written)}</w:tr>"


def _cell(paragraph: str, width: int, span: int, merge: str) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merged}'
        f'<w:vAlign w:val="center"/></w:tcPr>{paragraph}</w:tc>'
    )
