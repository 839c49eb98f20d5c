"""The roll-up as a workbook: who handed in and what fails, and every unit's row beside the sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.cell_text import put_text
from gongkai_desk.documents.sheet_style import (
    HEADER_ROW,
    body_cell,
    header_cells,
    set_page,
    title_cell,
)
from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import COLUMN_LABELS, ROWS
from gongkai_desk.domain.roll_up import ADDED, RollUp, Unit
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.resources import table
from gongkai_desk.texts import label

_UNIT_WIDTHS = (34, 16, 40, 10, 10)
_NUMBER_WIDTH = 12


def write_roll_up(rolled: RollUp, path: Path) -> None:
    """Write the workbook to `path`, whole or not at all; raises DomainError where it cannot."""
    book = Workbook(write_only=True)
    _units(book, rolled)
    _numbers(book, rolled)
    with replace_file(path) as temporary:
        book.save(temporary)


def _units(book: Workbook, rolled: RollUp) -> None:
    sheet: Any = book.create_sheet(pgettext("roll-up", "Units"))
    for column, width in enumerate(_UNIT_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    set_page(sheet, len(_UNIT_WIDTHS), HEADER_ROW + len(rolled.units))
    sheet.append([title_cell(sheet, _("Units of {year}").format(year=rolled.year))])
    sheet.append(
        header_cells(sheet, (_("Unit"), _("State"), _("File"), _("Errors"), _("Warnings")))
    )
    for unit in rolled.units:
        sheet.append(_row(sheet, _told(unit)))


def _told(unit: Unit) -> tuple[object, ...]:
    findings = unit.source.findings if unit.source else ()
    errors = sum(one.severity is Severity.ERROR for one in findings)
    file = unit.source.file if unit.source else ""
    return unit.name, label(unit.standing), file, errors, len(findings) - errors


def _numbers(book: Workbook, rolled: RollUp) -> None:
    """总计 of every row of table 3: a column for each row, a line for each unit, live sums."""
    sheet: Any = book.create_sheet(_("Table 3"))
    entries = table("statutes", "report_form.toml")["requests"]["rows"]
    titles = [f"{entry['row']} {entry.get('group', '')}{entry['label']}" for entry in entries]
    sheet.column_dimensions["A"].width = _UNIT_WIDTHS[0]
    for column in range(2, len(titles) + 2):
        sheet.column_dimensions[get_column_letter(column)].width = _NUMBER_WIDTH
    lines = list(_lines(rolled))
    last = HEADER_ROW + len(lines)
    set_page(sheet, len(titles) + 1, last)
    sheet.append([title_cell(sheet, _("Table 3, {column}").format(column=COLUMN_LABELS[-1]))])
    sheet.append(header_cells(sheet, (_("Unit"), *titles)))
    for line in lines:
        sheet.append(_row(sheet, line))
    sums: list[object] = [_("Sum")]
    for column in range(2, len(titles) + 2):
        letter = get_column_letter(column)
        sums.append(f"=SUM({letter}{HEADER_ROW + 1}:{letter}{last})" if lines else 0)
    sheet.append(_row(sheet, sums, formulas=True))


def _lines(rolled: RollUp) -> Iterator[Sequence[object]]:
    for unit in rolled.units:
        figures = unit.source.figures if unit.source else None
        if unit.standing in ADDED and figures is not None:
            yield (unit.name, *(figures.requests[row][-1] for row in ROWS))


def _row(sheet: Any, values: Sequence[object], *, formulas: bool = False) -> list[Any]:
    cells = []
    for value in values:
        cell: Any = body_cell(sheet)
        if isinstance(value, str) and not (formulas and value.startswith("=")):
            put_text(cell, value)
        else:
            cell.value = value
        cells.append(cell)
    return cells
