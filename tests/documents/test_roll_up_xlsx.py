"""The workbook of a roll-up: every number of the form leads by formulas to the units' cells."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gongkai_desk.documents.roll_up_xlsx import write_roll_up
from gongkai_desk.domain.report_finding import request_cell
from gongkai_desk.domain.roll_up import RollUp, UnitFile, roll_up
from gongkai_desk.domain.roll_up_sums import TABLE_2, TABLE_3, TABLE_4, number_at
from tests.reports import figures

_REFERENCE = re.compile(r"='(?P<sheet>[^']+)'!(?P<cell>[A-Z]+[0-9]+)")
_SUM = re.compile(r"=SUM\((?P<area>[A-Z]+[0-9]+:[A-Z]+[0-9]+)\)")


@pytest.fixture
def rolled() -> RollUp:
    files = [
        UnitFile(file=f"{name}.docx", name=name, year=2025, figures=figures(agency=name))
        for name in ("=1+1", "云海区财政局", "云海区民政局")
    ]
    return roll_up(files, area="云海区", year=2025, expected=("云海区水利局",))


def followed(book: Any, formula: str) -> Any:
    """The sum a cell of the form comes to, by way of the sums over the units."""
    reference = _REFERENCE.fullmatch(formula)
    assert reference, formula
    sheet = book[reference["sheet"]]
    total = _SUM.fullmatch(sheet[reference["cell"]].value)
    assert total
    return sum(cell.value for row in sheet[total["area"]] for cell in row)


def test_every_number_of_the_form_is_followed_to_its_units(rolled: RollUp, tmp_path: Path) -> None:
    write_roll_up(rolled, tmp_path / "汇总.xlsx")
    book = load_workbook(tmp_path / "汇总.xlsx")
    for sheet, places in zip(book.worksheets[1:4], (TABLE_2, TABLE_3, TABLE_4), strict=True):
        formulas = [
            cell.value
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, str) and cell.value.startswith("='")
        ]
        assert len(formulas) == len(places)
        for formula, place in zip(formulas, places, strict=True):
            assert followed(book, formula) == number_at(rolled.figures, place), place


def test_every_sheet_prints_on_lying_pages_as_wide_as_the_paper(
    rolled: RollUp, tmp_path: Path
) -> None:
    write_roll_up(rolled, tmp_path / "汇总.xlsx")
    book = load_workbook(tmp_path / "汇总.xlsx")
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        setup = sheet.sheet_properties.pageSetUpPr
        assert setup is not None
        assert setup.fitToPage
    details = book.worksheets[4:]
    assert all(sheet.print_title_rows == "$2:$2" for sheet in details)
    assert max(len(sheet.title) for sheet in book.worksheets) <= 31
    # 25 narrow columns and the name: at least four fifths of their size on A4
    wide = book.worksheets[5]
    assert sum(dimension.width for dimension in wide.column_dimensions.values()) < 190


def test_names_are_text_and_missing_units_are_listed(rolled: RollUp, tmp_path: Path) -> None:
    write_roll_up(rolled, tmp_path / "汇总.xlsx")
    book = load_workbook(tmp_path / "汇总.xlsx")
    listed = {row[0].value: row[1].value for row in book.worksheets[0].iter_rows(min_row=3)}
    assert listed["云海区水利局"] == "未报送"
    assert book.worksheets[0]["A3"].data_type == "s"
    assert book.worksheets[5]["A3"].data_type == "s"


def test_nobody_handed_in_anything(tmp_path: Path) -> None:
    write_roll_up(roll_up([], area="云海区", year=2025), tmp_path / "空.xlsx")
    book = load_workbook(tmp_path / "空.xlsx")
    place = TABLE_3.index(request_cell(1, 0))
    assert place == 0
    assert book.worksheets[5]["B3"].value == 0
