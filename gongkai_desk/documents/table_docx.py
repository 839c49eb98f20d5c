"""A real Word table with merged cells: rows as in HTML, the head repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai_desk.documents.docx_package import run

_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (("top", 20), ("left", 40), ("bottom", 20), ("right", 40))
)

END = (
    '<w:p><w:pPr><w:pStyle w:val="CellLabel"/><w:spacing w:before="0" w:after="0" w:line="20" '
    'w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)
"""Word wants a paragraph behind a table: one that takes no room, so that no page follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxCell:
    """`style` is the id of a paragraph style; each line of the text is a paragraph. `size` in
    half points, 0 for that of the style.
    """

    text: str
    style: str
    size: int = 0
    rows: int = 1
    columns: int = 1


def paragraph(style: str, text: str, *, keep: bool = False, size: int = 0) -> str:
    """One paragraph; `keep` keeps it on the page of the next, `size` is in half points."""
    kept = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>{run(text, size)}</w:p>'


def table(
    rows: Sequence[Sequence[DocxCell]],
    widths: Sequence[int],
    *,
    head: int = 0,
    whole: bool = False,
    least: int = 0,
) -> str:
    """A table of `rows`, whose columns have `widths` in twips; the first `head` rows are repeated
    on every page. A `whole` table is not cut where it fits on a page, its rows never. Every row
    is at least `least` twips high.
    """
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    open_below: dict[int, tuple[int, DocxCell]] = {}  # column -> rows still covered, the cell
    made = "".join(
        _row(cells, widths, open_below, head=n < head, whole=whole, last=n == len(rows) - 1)
        for n, cells in enumerate(rows)
    )
    if least:
        high = f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>'
        made = made.replace("<w:trPr><w:cantSplit/>", f"<w:trPr><w:cantSplit/>{high}")
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_LINES}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{made}</w:tbl>"
    )


def _row(
    cells: Sequence[DocxCell],
    widths: Sequence[int],
    open_below: dict[int, tuple[int, DocxCell]],
    *,
    head: bool,
    whole: bool,
    last: bool,
) -> str:
    """One row; a cell that covers rows goes on below as a merged empty one, as Word wants."""
    keep = whole and not last
    written: list[str] = []
    waiting = list(cells)
    column = 0
    while column < len(widths):
        left, above = open_below.get(column, (0, None))
        if left and above is not None:
            width = sum(widths[column : column + above.columns])
            empty = paragraph(above.style, "", keep=keep)
            written.append(_cell(empty, width, above.columns, "continue"))
            open_below[column] = (left - 1, above)
            column += above.columns
            continue
        cell = waiting.pop(0)
        width = sum(widths[column : column + cell.columns])
        lines = cell.text.split("\n")
        text = "".join(paragraph(cell.style, line, keep=keep, size=cell.size) for line in lines)
        written.append(_cell(text, width, cell.columns, "restart" if cell.rows > 1 else ""))
        if cell.rows > 1:
            open_below[column] = (cell.rows - 1, cell)
        column += cell.columns
    repeated = "<w:tblHeader/>" if head else ""
    uncut = "<w:cantSplit/>" if whole or head else ""
    return f"<w:tr><w:trPr>{uncut}{repeated}</w:trPr>{''.join(written)}</w:tr>"


def _cell(paragraphs: str, width: int, span: int, merge: str) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merged}'
        f'<w:vAlign w:val="center"/></w:tcPr>{paragraphs}</w:tc>'
    )
