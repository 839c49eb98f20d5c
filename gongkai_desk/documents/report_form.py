"""The official form of the annual report as rows of cells (国办公开办函〔2021〕30号)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from gongkai_desk.documents import style
from gongkai_desk.documents.group_table import Cell, GroupTable, group_table
from gongkai_desk.documents.pdf_text import Align, Style
from gongkai_desk.domain.report import NO_CASES, ROWS, Disputes, Figures, Proactive
from gongkai_desk.resources import table

_LABEL = replace(style.SMALL_CELL, align=Align.LEFT)
_LEVELS = (0.058, 0.104, 0.304)  # shares of the three label columns of table 3
_WIDE = 0.082  # share of 自然人 and 总计, which have the longest numbers
_NARROW = (1 - sum(_LEVELS) - 2 * _WIDE) / 5


def form() -> dict[str, Any]:
    """The wording of the form."""
    return table("statutes", "report_form.toml")


def decimal_text(amount: Decimal) -> str:
    """An amount with exactly the decimals it was given, never an exponent; nothing is 0."""
    return format(amount, "f") if amount else "0"


def proactive_table(proactive: Proactive, width: float) -> GroupTable:
    """Table 2: four captions over their columns; single values span the three number columns."""
    values = [
        [_texts(proactive.rules), _texts(proactive.normative_documents)],
        [_texts((proactive.licences,))],
        [_texts((proactive.penalties,)), _texts((proactive.coercion,))],
        [[decimal_text(proactive.fees_10k_yuan)]],
    ]
    rows: list[list[Cell]] = []
    for part, numbers in zip(form()["proactive"], values, strict=True):
        rows.append([_cell(part["heading"], style.CELL_HEAD, columns=4)])
        rows.append(_four(part["columns"], style.CELL_HEAD))
        rows += [
            _four([label, *row], style.CELL)
            for label, row in zip(part["rows"], numbers, strict=True)
        ]
    return group_table(rows, [width / 4] * 4, keep_whole=True)


def requests_table(figures: Figures, width: float) -> GroupTable:
    """Table 3: 25 rows by 7 columns under a header of three rows."""
    words = form()["requests"]
    shares = (*_LEVELS, _WIDE, *[_NARROW] * 5, _WIDE)
    rows = _requests_head(words)
    for entry in words["rows"]:
        row = entry["row"]
        numbers = _texts(figures.requests.get(row, NO_CASES))
        cells = list(_row_labels(entry, words["results_head"]))
        rows.append([*cells, *(_cell(text, style.SMALL_CELL) for text in numbers)])
    return group_table(rows, [share * width for share in shares], header=3, keep_whole=True)


def _requests_head(words: dict[str, Any]) -> list[list[Cell]]:
    head = style.SMALL_CELL_HEAD
    person, *organisations, total = words["columns"]
    return [
        [
            _cell(words["corner"], style.SMALL_CELL, rows=3, columns=3),
            _cell(words["columns_head"], head, columns=7),
        ],
        [
            _cell(person, head, rows=2),
            _cell(words["organisation_head"], head, columns=len(organisations)),
            _cell(total, head, rows=2),
        ],
        [_cell(name, head) for name in organisations],
    ]


def _row_labels(entry: dict[str, Any], results_head: str) -> Iterator[Cell]:
    """The label cells of one row: rows 3 to 24 stand beside the merged 三、本年度办理结果."""
    row, label = entry["row"], entry["label"]
    if row in (1, 2, ROWS[-1]):
        yield _cell(label, _LABEL, columns=3)
        return
    if row == 3:
        yield _cell(results_head, style.SMALL_CELL, rows=22)
    if label.startswith("（"):
        yield _cell(label, _LABEL, columns=2)
        return
    if "group" in entry:
        group = entry["group"].replace("）", "）\n", 1)
        yield _cell(group, style.SMALL_CELL, rows=entry["group_rows"])
    yield _cell(label, _LABEL)


def disputes_table(disputes: Disputes, width: float) -> GroupTable:
    """Table 4: 15 numbers under a header of three rows."""
    head = style.SMALL_CELL_HEAD
    first, second = form()["disputes"]["reconsideration"], form()["disputes"]["litigation"]
    rows = [
        [_cell(first["head"], head, columns=5), _cell(second["head"], head, columns=10)],
        [
            *(_cell(name, head, rows=2) for name in first["columns"]),
            *(_cell(name, head, columns=5) for name in second["groups"]),
        ],
        [_cell(name, head) for _ in second["groups"] for name in second["columns"]],
        [
            _cell(text, style.SMALL_CELL)
            for text in _texts(
                (
                    *disputes.reconsideration,
                    *disputes.litigation_direct,
                    *disputes.litigation_after,
                )
            )
        ],
    ]
    return group_table(rows, [width / 15] * 15, header=3, keep_whole=True)


def _four(texts: Sequence[str], how: Style) -> list[Cell]:
    """A row of table 2: four cells, or two of which the second spans three columns."""
    first, *others = texts
    return [_cell(first, how), *(_cell(text, how, columns=3 // len(others)) for text in others)]


def _cell(text: str, how: Style, *, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(text=text, style=how, rows=rows, columns=columns)


def _texts(numbers: Sequence[int]) -> list[str]:
    return [str(number) for number in numbers]
