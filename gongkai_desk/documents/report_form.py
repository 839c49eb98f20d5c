"""The official tables of the annual report as they are drawn in the PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gongkai_desk.documents import style
from gongkai_desk.documents.group_table import PAD, Cell, GroupTable, group_table
from gongkai_desk.documents.pdf_text import Align, Style
from gongkai_desk.documents.report_grid import (
    DISPUTES_SHARES,
    HEAD_ROWS,
    PROACTIVE_SHARES,
    REQUESTS_SHARES,
    Grid,
    Kind,
    disputes_grid,
    number_rooms,
    proactive_grid,
    requests_grid,
)
from gongkai_desk.domain.report import Disputes, Figures, Proactive

_LOOKS: Mapping[Kind, Style] = {
    Kind.HEAD: style.CELL_HEAD,
    Kind.LABEL: style.CELL,
    Kind.GROUP: style.CELL,
    Kind.NUMBER: style.CELL,
}
_SMALL_LOOKS: Mapping[Kind, Style] = {
    Kind.HEAD: style.SMALL_CELL_HEAD,
    Kind.LABEL: replace(style.SMALL_CELL, align=Align.LEFT),
    Kind.GROUP: style.SMALL_CELL,
    Kind.NUMBER: style.SMALL_CELL,
}


_SMALLEST = 4.5  # points: 15 digits in table 4


def proactive_table(proactive: Proactive, width: float) -> GroupTable:
    """Table 2."""
    return _drawn(proactive_grid(proactive), PROACTIVE_SHARES, width, _LOOKS, header=0)


def requests_table(figures: Figures, width: float) -> GroupTable:
    """Table 3."""
    return _drawn(requests_grid(figures), REQUESTS_SHARES, width, _SMALL_LOOKS)


def disputes_table(disputes: Disputes, width: float) -> GroupTable:
    """Table 4."""
    return _drawn(disputes_grid(disputes), DISPUTES_SHARES, width, _SMALL_LOOKS)


def _drawn(
    grid: Grid,
    shares: Sequence[float],
    width: float,
    looks: Mapping[Kind, Style],
    header: int = HEAD_ROWS,
) -> GroupTable:
    widths = [share * width for share in shares]
    looks = {**looks, Kind.NUMBER: _fitting(grid, widths, looks[Kind.NUMBER])}
    rows = [
        [
            Cell(
                text=_narrow(cell.text) if cell.kind is Kind.GROUP else cell.text,
                style=looks[cell.kind],
                rows=cell.rows,
                columns=cell.columns,
            )
            for cell in row
        ]
        for row in grid
    ]
    return group_table(rows, widths, header=header, keep_whole=True)


def _fitting(grid: Grid, widths: Sequence[float], look: Style) -> Style:
    """The style of the table's numbers, smaller where one of them would be broken."""
    size = look.size
    for text, room in number_rooms(grid, widths):
        wide = look.width(text) + 2 * PAD
        size = min(size, look.size * (room - 2 * PAD) / (wide - 2 * PAD)) if wide > room else size
    return replace(look, size=max(size, _SMALLEST))


def _narrow(text: str) -> str:
    """（三）不予公开 stands in a narrow column: the number gets a line of its own."""
    return text.replace("）", "）\n", 1) if text.startswith("（") and len(text) < 10 else text
