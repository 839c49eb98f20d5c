"""The report as a Word file, read back cell by cell; and no typeface left to a theme."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.table import Table

from gongkai_desk.documents.report_docx import write_report
from gongkai_desk.documents.report_grid import (
    Grid,
    disputes_grid,
    form,
    proactive_grid,
    requests_grid,
)
from tests.documents.test_report_pdf import TEXTS, figures

FIGURES = figures()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "年报.docx"
    write_report(FIGURES, TEXTS, path, draft=True)
    return path


def laid_out(grid: Grid) -> list[list[str]]:
    """The grid with every covered place filled by the text that covers it, as Word tells it."""
    width = sum(cell.columns for cell in grid[0])
    filled: dict[tuple[int, int], str] = {}
    for row, cells in enumerate(grid):
        column = 0
        for cell in cells:
            while (row, column) in filled:
                column += 1
            for r in range(cell.rows):
                for c in range(cell.columns):
                    filled[row + r, column + c] = cell.text
    return [[filled[row, column] for column in range(width)] for row in range(len(grid))]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_every_cell_of_the_three_tables(report: Path) -> None:
    proactive, requests, disputes = docx.Document(str(report)).tables
    assert texts(proactive) == laid_out(proactive_grid(FIGURES.proactive))
    assert texts(requests) == laid_out(requests_grid(FIGURES))
    assert texts(disputes) == laid_out(disputes_grid(FIGURES.disputes))


def test_the_text_and_its_headings(report: Path) -> None:
    paragraphs = [p for p in docx.Document(str(report)).paragraphs if p.text]
    by_style = {p.text: p.style.name for p in paragraphs if p.style is not None}
    for heading in form()["sections"]:
        assert by_style[heading] == "公文一级标题"
    for heading in form()["overview_subheadings"]:
        assert by_style[heading] == "公文二级标题"
    assert by_style["（一）存在的主要问题"] == "公文二级标题"
    assert "2.<img src=x> & <b>原样</b> &amp;" in by_style
    whole = "".join(p.text for p in paragraphs)
    for name in ("𬱖", "𫖯", "㛃", "𠅤"):
        assert name in whole


def test_the_heads_of_the_tables_stand_on_every_page(report: Path) -> None:
    document = part(report, "word/document.xml")
    tables = document.split("<w:tbl>")[1:]
    assert [table.count("<w:tblHeader/>") for table in tables] == [0, 3, 3]
    assert all(table.count("<w:tr>") == table.count("<w:cantSplit/>") for table in tables)


def test_every_style_names_its_chinese_typeface(report: Path) -> None:
    styles = part(report, "word/styles.xml")
    every = re.findall(r"<w:style .*?</w:style>", styles)
    assert every
    assert all("w:eastAsia=" in style for style in every)
    for name in ("word/document.xml", "word/styles.xml"):
        assert "Theme" not in part(report, name)


def test_a_draft_says_so(report: Path, tmp_path: Path) -> None:
    assert form()["print"]["draft"] in part(report, "word/header1.xml")
    write_report(FIGURES, TEXTS, tmp_path / "a.docx", draft=False)
    assert form()["print"]["draft"] not in part(tmp_path / "a.docx", "word/header1.xml")


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode("utf-8")


def test_every_style_that_is_used_is_there(report: Path) -> None:
    known = set(re.findall(r'w:styleId="(\w+)"', part(report, "word/styles.xml")))
    used = set(re.findall(r'<w:pStyle w:val="(\w+)"/>', part(report, "word/document.xml")))
    assert used
    assert used <= known


def test_long_numbers_are_set_smaller_and_others_as_the_style_says(
    report: Path, tmp_path: Path
) -> None:
    large = replace(FIGURES, requests=dict.fromkeys(range(1, 26), (1234567,) * 7))
    write_report(large, TEXTS, tmp_path / "a.docx", draft=False)
    proactive, requests, _disputes = part(tmp_path / "a.docx", "word/document.xml").split(
        "<w:tbl>"
    )[1:]
    sizes = {int(size) for size in re.findall(r'<w:sz w:val="(\d+)"/>', requests)}
    (size,) = sizes
    column = min(int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', requests)[3:])
    assert 7 * 0.5 * size / 2 * 20 <= column
    assert "<w:sz " not in proactive.partition("</w:tbl>")[0]
    assert "<w:sz " not in part(report, "word/document.xml").split("<w:tbl>")[2]
