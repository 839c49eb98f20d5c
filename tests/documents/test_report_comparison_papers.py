"""The comparison on paper and as a workbook: every number, gap, mark and reason of it."""

from __future__ import annotations

import datetime as dt
import zipfile
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
from openpyxl import load_workbook

from gongkai_desk.documents import report_comparison_pdf, report_comparison_xlsx
from gongkai_desk.domain.published_report import PublishedReport
from gongkai_desk.domain.report import Override, Texts
from gongkai_desk.domain.report_comparison import Comparison, compare
from gongkai_desk.domain.year_report import SourceKind, YearReport, of_edition
from gongkai_desk.wording.report_comparison import line_text, value_text
from tests.reports import MATRIX, figures

ON = dt.date(2026, 11, 20)
BIG = {row: tuple(number * 100 for number in cells) for row, cells in MATRIX.items()}
"""1,406,900 new requests: seven digits in a column of ten years must not break."""


def report(year: int) -> YearReport:
    override = Override(
        table=3, row="1", column=0, number=9, counted=8, reason="登记簿漏录一件", made_on=ON
    )
    edition = PublishedReport(
        id=f"{year}",
        year=year,
        edition=1,
        title="年报",
        published_on=dt.date(year + 1, 1, 20),
        figures=figures(year=year, requests=BIG),
        texts=Texts(),
        overrides=(override,) if year == 2025 else (),
    )
    return of_edition(edition)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    named = replace(report(2019), source=SourceKind.FILE, name="往年𱁬年报.docx")
    reports = [named, *map(report, (2016, 2017, 2018, 2022, 2023, 2025))]
    return compare("海滨市示例区文化和旅游局", range(2016, 2026), reports)


def test_every_number_stands_whole_in_its_row_of_the_pdf(
    comparison: Comparison, tmp_path: Path
) -> None:
    path = tmp_path / "对比.pdf"
    report_comparison_pdf.write_comparison(comparison, ON, path)
    with pdfplumber.open(path) as pdf:
        rows = [row for page in pdf.pages for table in page.extract_tables() for row in table]
        text = "".join(page.extract_text() for page in pdf.pages)
    years = len(comparison.years)
    found = {row[0].replace("\n", "").strip(): row[1 : years + 1] for row in rows if row[0]}
    for line in comparison.lines:
        if line.level or line.section.value in ("disputes", "results"):
            continue  # the same names stand in several sections
        wanted = [value_text(line, value) for value in line.values]
        marked = [bool(comparison.overrides(line, year)) for year in comparison.years]
        assert found[line_text(line)] == [
            text + ("*" if mark else "") for text, mark in zip(wanted, marked, strict=True)
        ]
    assert "登记簿漏录一件" in text
    assert "无数据" in text


def test_the_workbook_reckons_changes_itself_and_never_from_a_gap(
    comparison: Comparison, tmp_path: Path
) -> None:
    path = tmp_path / "对比.xlsx"
    report_comparison_xlsx.write_comparison(comparison, ON, path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    rows = {str(row[0].value).strip(): row for row in sheet.iter_rows(min_row=3)}
    new = rows["一、本年新收政府信息公开申请数量"]
    assert [cell.value for cell in new[1:11]] == [
        value if value is not None else "—" for value in comparison.line("row-1").values
    ]
    change, percent = str(new[11].value), str(new[12].value)
    assert change.startswith("=IF(AND(ISNUMBER(J4),ISNUMBER(K4))")
    assert "=0" in percent
    year_by_year = {str(row[0].value).strip(): row for row in book.worksheets[1].iter_rows()}
    name = "'历年对比'!"
    known = f"AND(ISNUMBER({name}B4),ISNUMBER({name}C4))"
    first = year_by_year["一、本年新收政府信息公开申请数量"][1].value
    assert first == f'=IF({known},{name}C4-{name}B4,"—")'
    with zipfile.ZipFile(path) as package:
        drawn = [each for each in package.namelist() if each.startswith("xl/charts/chart")]
    assert len(drawn) == 3
    assert sheet.print_title_rows == "$2:$2"
