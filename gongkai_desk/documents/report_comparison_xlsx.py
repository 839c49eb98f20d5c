"""The annual reports of several years as a workbook: numbers, live changes, charts, checks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_desk.documents.atomic import replace_file
from gongkai_desk.documents.cell_text import put_text
from gongkai_desk.documents.sheet_style import (
    HEADER_ROW,
    body_cell,
    header_cells,
    row_height,
    set_page,
    title_cell,
)
from gongkai_desk.domain.report import COLUMN_LABELS
from gongkai_desk.domain.report_comparison import Comparison, Line, Unit
from gongkai_desk.domain.report_finding import PROACTIVE_TRIPLES
from gongkai_desk.domain.year_charts import YearChart, charts
from gongkai_desk.domain.year_report import Value
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.texts import label
from gongkai_desk.wording import report_comparison as words

_NAME_WIDTH, _YEAR_WIDTH = 46, 13
_FORMS = {Unit.COUNT: "#,##0", Unit.PERCENT: '0.0"%"', Unit.YUAN: "#,##0"}
_AMOUNT = "#,##0.##########"
_SECTION_FILL = PatternFill("solid", fgColor="F3F6F8")
_HIGH, _WIDE = 8, 16  # of a chart, in centimetres


def write_comparison(comparison: Comparison, as_of: dt.date, path: Path) -> None:
    """Write the workbook to `path`, whole or not at all; raises DomainError where it cannot."""
    with replace_file(path) as temporary:
        book = Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        sheet.title = pgettext("comparison", "Years compared")
        places = _numbers(sheet, comparison, as_of)
        if len(comparison.years) > 1:
            changes = book.create_sheet(_("Changes year by year"))
            _changes(changes, sheet, comparison)
        _charts(book.create_sheet(_("Charts")), sheet, comparison, places)
        _listing(
            book.create_sheet(_("Agreement of the years")),
            _("Do the years agree?"),
            _link_heads(),
            _link_rows(comparison),
        )
        _listing(
            book.create_sheet(_("Where from")),
            words.title_text(comparison),
            ((_("Year"), 10), (_("Where from"), 60), (_("Note"), 70)),
            _source_rows(comparison),
        )
        book.save(temporary)


def _numbers(sheet: Worksheet, comparison: Comparison, as_of: dt.date) -> dict[str, int]:
    """The table with the last change; the row of each line by its name."""
    years = comparison.years
    heads = words.change_heads(comparison) if len(years) > 1 else ()
    title = f"{words.title_text(comparison)}（{date_text(as_of)}）"
    sheet.append([title_cell(sheet, title)])
    sheet.append(header_cells(sheet, ["", *map(str, years), *heads]))
    last = len(years) - 1
    places: dict[str, int] = {}
    for line, at in _places(sheet, comparison, 1 + len(years) + len(heads)):
        places[line.name] = at
        cells = [_name(sheet, line, at)]
        for year, value in zip(years, line.values, strict=True):
            mark = f'"{words.MARK}"' if comparison.overrides(line, year) else ""
            cells.append(_number(sheet, value, _FORMS.get(line.unit, _AMOUNT) + mark))
        sheet.append(cells + (_change(sheet, line, last, at, "") if last else []))
    _finish(sheet, len(years) + len(heads))
    for text in ("", *words.notes(), *words.overrides_of(comparison)):
        sheet.append([_plain(sheet, text)])
    return places


def _changes(sheet: Worksheet, numbers: Worksheet, comparison: Comparison) -> None:
    """The change of every year from the one before, worked out from the table."""
    heads = [
        head.format(year=year)
        for year in comparison.years[1:]
        for head in (_("{year}, change"), _("{year}, in %"))
    ]
    sheet.append([title_cell(sheet, words.title_text(comparison))])
    sheet.append(header_cells(sheet, ["", *heads]))
    for line, at in _places(sheet, comparison, 1 + len(heads)):
        cells = [_name(sheet, line, at)]
        for number in range(1, len(comparison.years)):
            cells += _change(sheet, line, number, at, f"'{numbers.title}'!")
        sheet.append(cells)
    _finish(sheet, len(heads))


def _places(sheet: Worksheet, comparison: Comparison, columns: int) -> Iterator[tuple[Line, int]]:
    """Every line and the row it is to be appended at; the names of the sections are put in."""
    at = HEADER_ROW
    for section, lines in groupby(comparison.lines, key=lambda line: line.section):
        at += 1
        band = [_bold(sheet, label(section)), *(body_cell(sheet) for _ in range(columns - 1))]
        for cell in band:
            cell.fill = _SECTION_FILL
        sheet.append(band)
        for line in lines:
            at += 1
            yield line, at


def _finish(sheet: Worksheet, columns: int) -> None:
    set_page(sheet, 1 + columns, sheet.max_row)
    sheet.auto_filter.ref = None
    sheet.column_dimensions["A"].width = _NAME_WIDTH
    for column in range(2, 2 + columns):
        sheet.column_dimensions[get_column_letter(column)].width = _YEAR_WIDTH


def _name(sheet: Worksheet, line: Line, at: int) -> Any:
    cell: Any = body_cell(sheet)
    text = "　　" * line.level + words.line_text(line)
    put_text(cell, text)
    sheet.row_dimensions[at].height = row_height([(text, _NAME_WIDTH)])
    return cell


def _change(sheet: Worksheet, line: Line, number: int, at: int, numbers: str) -> list[Any]:
    """Change and percentage of the year at `number`, from the cells of the sheet `numbers`."""
    now, before = (f"{numbers}{get_column_letter(2 + place)}{at}" for place in (number, number - 1))
    known = f"AND(ISNUMBER({before}),ISNUMBER({now}))"
    by = f'=IF({known},{now}-{before},"{words.GAP}")'
    part = f'=IF({known},IF({before}=0,"{words.GAP}",({now}-{before})/{before}),"{words.GAP}")'
    if line.unit is Unit.PERCENT:
        part = f'="{words.GAP}"'
    form = _FORMS.get(line.unit, _AMOUNT)
    return [
        _formula(sheet, by, f"+{form};-{form};0"),
        _formula(sheet, part, "+0.0%;-0.0%;0.0%"),
    ]


def _number(sheet: Any, value: Value | None, form: str) -> Any:
    cell: Any = body_cell(sheet, form)
    cell.alignment = Alignment(horizontal="right", vertical="top")
    if value is None:
        put_text(cell, words.GAP)
    else:
        cell.value = value
    return cell


def _formula(sheet: Any, formula: str, form: str) -> Any:
    cell: Any = body_cell(sheet, form)
    cell.alignment = Alignment(horizontal="right", vertical="top")
    cell.value = formula
    return cell


def _bold(sheet: Any, text: str) -> Any:
    cell: Any = body_cell(sheet)
    put_text(cell, text)
    cell.font = Font(bold=True)
    return cell


def _plain(sheet: Any, text: str) -> Any:
    cell = title_cell(sheet, text)
    cell.font = Font(size=10)
    return cell


def _charts(
    sheet: Worksheet, numbers: Worksheet, comparison: Comparison, places: dict[str, int]
) -> None:
    """Real charts of the numbers: they follow when one is changed. A gap stays empty."""
    at = 1
    for chart in charts(comparison):
        if chart.known:
            sheet.add_chart(_chart(numbers, chart, places), f"A{at}")
            at += 17
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _chart(numbers: Worksheet, chart: YearChart, places: dict[str, int]) -> BarChart:
    drawn = BarChart()
    drawn.type, drawn.title = "col", label(chart.name)
    drawn.grouping, drawn.overlap = "stacked", 100
    drawn.height, drawn.width = _HIGH, _WIDE
    last = 1 + len(chart.years)
    for line in chart.lines:
        row = places[line.name]
        drawn.add_data(
            Reference(numbers, min_col=1, max_col=last, min_row=row, max_row=row),
            from_rows=True,
            titles_from_data=True,
        )
    drawn.set_categories(
        Reference(numbers, min_col=2, max_col=last, min_row=HEADER_ROW, max_row=HEADER_ROW)
    )
    drawn.x_axis.delete = drawn.y_axis.delete = False
    return drawn


def _link_heads() -> tuple[tuple[str, int], ...]:
    in_force = [
        pgettext("comparison", "{name} in force").format(name=name)
        for name in PROACTIVE_TRIPLES.values()
    ]
    return (
        (_("Years"), 16),
        *((name, _YEAR_WIDTH) for name in (*COLUMN_LABELS, *in_force)),
        (_("What does not agree"), 46),
    )


def _link_rows(comparison: Comparison) -> list[list[str]]:
    rows = []
    for year, links in groupby(comparison.links, key=lambda link: link.year):
        every = list(links)
        told = "\n".join(words.link_text(link) for link in every if link in comparison.breaks)
        rows.append([f"{year - 1} → {year}", *map(words.link_cell, every), told])
    return rows


def _source_rows(comparison: Comparison) -> list[list[str]]:
    rows = []
    for year in comparison.years:
        report = comparison.reports.get(year)
        source = words.source_text(report) if report else _("Not known")
        rows.append(
            [str(year), source, "".join(words.remarks(report, comparison.agency)) if report else ""]
        )
    return rows


def _listing(
    sheet: Worksheet,
    title: str,
    columns: Sequence[tuple[str, int]],
    rows: Sequence[Sequence[str]],
) -> None:
    widths = [width for _title, width in columns]
    sheet.append([title_cell(sheet, title)])
    sheet.append(header_cells(sheet, (name for name, _width in columns)))
    for number, row in enumerate(rows, HEADER_ROW + 1):
        cells = []
        for text in row:
            cell: Any = body_cell(sheet)
            put_text(cell, text)
            cells.append(cell)
        sheet.append(cells)
        sheet.row_dimensions[number].height = row_height(zip(row, widths, strict=True))
    set_page(sheet, len(columns), HEADER_ROW + len(rows))
    sheet.auto_filter.ref = None
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
