"""The official tables of the annual report as rows of merged cells (国办公开办函〔2021〕30号).

One source for every format: the PDF, the Word file and the web page draw the same cells. Rows are
given as in HTML: a cell names how many rows and columns it covers, the rows below leave out what
is covered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Any

from gongkai_desk.domain.report import NO_CASES, ROWS, Disputes, Figures, Proactive
from gongkai_desk.resources import table


class Kind(Enum):
    """What a cell is: it decides typeface, side and, on a web page, whether it is a heading."""

    HEAD = auto()  # a caption or the head of columns
    LABEL = auto()  # the name of a row
    GROUP = auto()  # the name of several rows, or the corner
    NUMBER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    text: str
    kind: Kind
    rows: int = 1
    columns: int = 1


Grid = list[list[GridCell]]

_LEVELS = (0.058, 0.104, 0.304)  # shares of the three label columns of table 3
_WIDE = 0.082  # share of 自然人 and 总计, which have the longest numbers
_NARROW = (1 - sum(_LEVELS) - 2 * _WIDE) / 5

PROACTIVE_SHARES = (0.25,) * 4
REQUESTS_SHARES = (*_LEVELS, _WIDE, *[_NARROW] * 5, _WIDE)
DISPUTES_SHARES = (1 / 15,) * 15
"""The shares of the columns in the width of each table."""
HEAD_ROWS = 3
"""Rows of head of tables 3 and 4, to stand again on every page."""


def form() -> dict[str, Any]:
    """The wording of the form."""
    return table("statutes", "report_form.toml")


def decimal_text(amount: Decimal) -> str:
    """An amount with exactly the decimals it was given, never an exponent; nothing is 0."""
    return format(amount, "f") if amount else "0"


def proactive_grid(proactive: Proactive) -> Grid:
    """Table 2: four captions over their columns; single values span the three number columns."""
    values = [
        [_texts(proactive.rules), _texts(proactive.normative_documents)],
        [_texts((proactive.licences,))],
        [_texts((proactive.penalties,)), _texts((proactive.coercion,))],
        [[decimal_text(proactive.fees_10k_yuan)]],
    ]
    rows: Grid = []
    for part, numbers in zip(form()["proactive"], values, strict=True):
        rows.append([_head(part["heading"], columns=4)])
        rows.append(_four(part["columns"], Kind.HEAD, Kind.HEAD))
        rows += [
            _four([label, *row], Kind.LABEL, Kind.NUMBER)
            for label, row in zip(part["rows"], numbers, strict=True)
        ]
    return rows


def requests_grid(figures: Figures) -> Grid:
    """Table 3: 25 rows by 7 columns under a head of three rows."""
    words = form()["requests"]
    rows = _requests_head(words)
    for entry in words["rows"]:
        numbers = _texts(figures.requests.get(entry["row"], NO_CASES))
        cells = list(_row_labels(entry, words["results_head"]))
        rows.append([*cells, *(GridCell(text=text, kind=Kind.NUMBER) for text in numbers)])
    return rows


def _requests_head(words: dict[str, Any]) -> Grid:
    person, *organisations, total = words["columns"]
    return [
        [
            GridCell(text=words["corner"], kind=Kind.GROUP, rows=3, columns=3),
            _head(words["columns_head"], columns=7),
        ],
        [
            _head(person, rows=2),
            _head(words["organisation_head"], columns=len(organisations)),
            _head(total, rows=2),
        ],
        [_head(name) for name in organisations],
    ]


def _row_labels(entry: dict[str, Any], results_head: str) -> Iterator[GridCell]:
    """The label cells of one row: rows 3 to 24 stand beside the merged 三、本年度办理结果."""
    row, label = entry["row"], entry["label"]
    if row in (1, 2, ROWS[-1]):
        yield GridCell(text=label, kind=Kind.LABEL, columns=3)
        return
    if row == 3:
        yield GridCell(text=results_head, kind=Kind.GROUP, rows=22)
    if label.startswith("（"):
        yield GridCell(text=label, kind=Kind.LABEL, columns=2)
        return
    if "group" in entry:
        yield GridCell(text=entry["group"], kind=Kind.GROUP, rows=entry["group_rows"])
    yield GridCell(text=label, kind=Kind.LABEL)


def disputes_grid(disputes: Disputes) -> Grid:
    """Table 4: 15 numbers under a head of three rows."""
    first, second = form()["disputes"]["reconsideration"], form()["disputes"]["litigation"]
    numbers = (
        *disputes.reconsideration,
        *disputes.litigation_direct,
        *disputes.litigation_after,
    )
    return [
        [_head(first["head"], columns=5), _head(second["head"], columns=10)],
        [
            *(_head(name, rows=2) for name in first["columns"]),
            *(_head(name, columns=5) for name in second["groups"]),
        ],
        [_head(name) for _ in second["groups"] for name in second["columns"]],
        [GridCell(text=text, kind=Kind.NUMBER) for text in _texts(numbers)],
    ]


def number_rooms(grid: Grid, widths: Sequence[float]) -> Iterator[tuple[str, float]]:
    """Every number of a table with the width it has, whatever that is measured in."""
    taken: set[tuple[int, int]] = set()
    for line, row in enumerate(grid):
        column = 0
        for cell in row:
            while (line, column) in taken:
                column += 1
            taken |= {
                (line + down, column + right)
                for down in range(cell.rows)
                for right in range(cell.columns)
            }
            if cell.kind is Kind.NUMBER:
                yield cell.text, sum(widths[column : column + cell.columns])


def _four(texts: Sequence[str], first_kind: Kind, kind: Kind) -> list[GridCell]:
    """A row of table 2: four cells, or two of which the second spans three columns."""
    first, *others = texts
    span = 3 // len(others)
    return [
        GridCell(text=first, kind=first_kind),
        *(GridCell(text=text, kind=kind, columns=span) for text in others),
    ]


def _head(text: str, *, rows: int = 1, columns: int = 1) -> GridCell:
    return GridCell(text=text, kind=Kind.HEAD, rows=rows, columns=columns)


def _texts(numbers: Sequence[int]) -> list[str]:
    return [str(number) for number in numbers]
