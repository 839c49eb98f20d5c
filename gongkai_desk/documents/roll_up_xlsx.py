"""The roll-up as a workbook: who handed in and what fails, every unit's numbers, and the official
tables whose cells are formulas over them, so that each sum can be followed to its units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.cell_text import put_text
from gongkai_desk.documents.roll_up_forms import Sums, write_forms
from gongkai_desk.documents.sheet_style import (
    HEADER_ROW,
    body_cell,
    header_cells,
    row_height,
    set_page,
    title_cell,
)
from gongkai_desk.domain.report import COLUMN_LABELS, DISPUTE_LABELS, ROWS
from gongkai_desk.domain.report_finding import (
    PROACTIVE_SINGLES,
    PROACTIVE_TRIPLES,
    TRIPLE_LABELS,
    Place,
    request_cell,
)
from gongkai_desk.domain.roll_up import RollUp, Unit
from gongkai_desk.domain.roll_up_sums import TABLE_2, TABLE_4, Number, number_at
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.resources import table
from gongkai_desk.texts import label, sentence

_BOLD = Font(bold=True)
_UNIT_WIDTHS = (30, 16, 34, 7, 7, 10, 46)
_NAME_WIDTH = 28
_NARROW, _MIDDLE, _WIDE = 6.3, 8, 11
_TALL_HEAD, _LOW_HEAD = 76, 48


def write_roll_up(rolled: RollUp, path: Path) -> None:
    """Write the workbook to `path`, whole or not at all; raises DomainError where it cannot."""
    book = Workbook()
    words = table("report", "roll_up.toml")["sheets"]
    first: Any = book.active
    first.title = words["units"]
    _units(first, rolled)
    forms = [book.create_sheet(name) for name in words["sums"]]
    units = [(unit.name, unit.source.figures) for unit in rolled.added if unit.source is not None]
    details = _Details(book, [(name, figures) for name, figures in units if figures is not None])
    sums = Sums(
        proactive=details.sheet(words["details_2"], words["told_2"], TABLE_2, _heads_2(words)),
        requests=_requests(details, words),
        disputes=details.sheet(words["details_4"], words["told_4"], TABLE_4, _heads_4(words)),
    )
    write_forms(forms, rolled, sums)
    with replace_file(path) as temporary:
        book.save(temporary)


def _units(sheet: Any, rolled: RollUp) -> None:
    for column, width in enumerate(_UNIT_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.append([title_cell(sheet, _("Units of {year}").format(year=rolled.year))])
    titles = (
        *(_("Unit"), _("State"), _("File"), _("Errors"), _("Warnings")),
        pgettext("roll-up", "Carried over"),
        pgettext("roll-up", "What to do"),
    )
    sheet.append(header_cells(sheet, titles))
    for number, unit in enumerate(rolled.units, HEADER_ROW + 1):
        values = _told(unit)
        sheet.append(_row(sheet, values))
        height = row_height(zip(values, _UNIT_WIDTHS, strict=True))
        sheet.row_dimensions[number].height = height
    set_page(sheet, len(_UNIT_WIDTHS), HEADER_ROW + len(rolled.units))


def _told(unit: Unit) -> tuple[object, ...]:
    file = unit.source.file if unit.source else ""
    reasons = "\n".join(map(sentence, unit.reasons))
    carried = carried_word(unit.carried) if unit.source is not None else ""
    return unit.name, label(unit.standing), file, unit.errors, unit.warnings, carried, reasons


def carried_word(carried: bool | None) -> str:
    """Whether row 2 is last year's row 25, in a word."""
    if carried is None:
        return pgettext("roll-up", "Not known")
    return pgettext("roll-up", "Agrees") if carried else pgettext("roll-up", "Differs")


def _heads_2(words: dict[str, Any]) -> list[str]:
    triples = [f"{name}\n{head}" for name in PROACTIVE_TRIPLES.values() for head in TRIPLE_LABELS]
    return [*triples, *PROACTIVE_SINGLES.values(), words["fees"]]


def _heads_4(words: dict[str, Any]) -> list[str]:
    return [f"{group}\n{head}" for group in words["dispute_groups"] for head in DISPUTE_LABELS]


def _requests(details: _Details, words: dict[str, Any]) -> list[str]:
    """A sheet for each column of table 3; the references to its sums as the form reads."""
    short = table("report", "roll_up.toml")["short_rows"]
    heads = [f"{row}\n{short[str(row)]}" for row in ROWS]
    columns = []
    for column, name in enumerate(COLUMN_LABELS):
        cells = [request_cell(row, column) for row in ROWS]
        title = words["details_3"].format(column=name)
        columns.append(details.sheet(title, words["told_3"].format(column=name), cells, heads))
    return [references[row - 1] for row in ROWS for references in columns]


class _Details:
    """Sheets with a line for each unit in the sums and a last line of live sums."""

    def __init__(self, book: Workbook, units: Sequence[tuple[str, Any]]) -> None:
        self._book, self._units = book, units

    def sheet(
        self, name: str, told: str, places: Sequence[Place], heads: Sequence[str]
    ) -> list[str]:
        """Write one; returns the references to its sums."""
        sheet: Any = self._book.create_sheet(name)
        first, last = HEADER_ROW + 1, HEADER_ROW + len(self._units)
        sheet.append([title_cell(sheet, told)])
        sheet.append(header_cells(sheet, (_("Unit"), *heads)))
        for unit, figures in self._units:
            sheet.append(_row(sheet, (unit, *(number_at(figures, place) for place in places))))
        letters = [get_column_letter(column) for column in range(2, len(places) + 2)]
        sums = [f"=SUM({one}{first}:{one}{last})" if self._units else 0 for one in letters]
        total = table("report", "roll_up.toml")["sheets"]["sum"]
        sheet.append(_row(sheet, (total, *sums), formulas=True))
        few = len(places) < len(ROWS)
        width = _WIDE if len(places) < len(TABLE_4) else _MIDDLE if few else _NARROW
        sheet.column_dimensions["A"].width = _NAME_WIDTH
        for letter in letters:
            sheet.column_dimensions[letter].width = width
        set_page(sheet, len(places) + 1, last)
        sheet.row_dimensions[HEADER_ROW].height = _LOW_HEAD if few else _TALL_HEAD
        for row, (unit, _figures) in enumerate(self._units, first):
            sheet.row_dimensions[row].height = row_height([(unit, _NAME_WIDTH)])
        return [f"'{name}'!{letter}{last + 1}" for letter in letters]


def _row(sheet: Any, values: Sequence[object | Number], *, formulas: bool = False) -> list[Any]:
    return list(_cells(sheet, values, formulas))


def _cells(sheet: Any, values: Sequence[object], formulas: bool) -> Iterator[Any]:
    for value in values:
        cell: Any = body_cell(sheet)
        if isinstance(value, str) and not (formulas and value.startswith("=")):
            put_text(cell, value)
        else:
            cell.value = value
        if formulas:
            cell.font = _BOLD
        yield cell
