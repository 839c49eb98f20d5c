"""A published report as the readers hand it over: lines of text and tables, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. A merged cell stands, as far as the file tells, in every place it covers."""

    rows: tuple[tuple[str, ...], ...]


Piece: TypeAlias = str | Table


@dataclass(frozen=True, slots=True)
class Spanned:
    """A cell as it is written: its text and how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


_MOST_COLUMNS = 200
_MOST_ROWS_COVERED = 500


def spread(rows: Sequence[Sequence[Spanned]]) -> Table:
    """The table with every merged cell repeated in all the places it covers."""
    covered: dict[tuple[int, int], str] = {}
    grid: list[tuple[str, ...]] = []
    for number, cells in enumerate(rows):
        column = 0
        line: list[str] = []
        waiting = list(cells)
        while waiting or (number, column) in covered:
            if (number, column) in covered:
                line.append(covered.pop((number, column)))
                column += 1
                continue
            cell = waiting.pop(0)
            width = max(1, min(cell.columns, _MOST_COLUMNS))
            for below in range(1, max(1, min(cell.rows, _MOST_ROWS_COVERED))):
                for beside in range(width):
                    covered[number + below, column + beside] = cell.text
            line += [cell.text] * width
            column += width
        grid.append(tuple(line))
    return Table(tuple(grid))
