"""The 配档表 as PDF and Word file, read back."""

from __future__ import annotations

from pathlib import Path

import docx
import pdfplumber
import pytest

from gongkai_desk.documents import schedule_docx, schedule_pdf
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.schedule import ScheduleColumn
from tests.documents.schedules import a_sheet

OF = ScheduleColumn


def pdf_rows(path: Path) -> tuple[list[list[str]], int]:
    """The rows below the heads, and the number of pages; every page has the head."""
    with pdfplumber.open(path) as pdf:
        assert all(page.width > page.height for page in pdf.pages)
        tables = [table for page in pdf.pages for table in page.extract_tables()]
        assert all(table[0][0] == "编号" for table in tables)
        assert len(tables) == len(pdf.pages)
        rows = [[(cell or "").replace("\n", "") for cell in row] for t in tables for row in t[1:]]
        return rows, len(pdf.pages)


def test_pdf_with_merged_sections_and_repeated_heads(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    sheet = a_sheet(60)
    assert schedule_pdf.write_schedule(sheet, path) == ()
    rows, pages = pdf_rows(path)
    assert [row[0] for row in rows] == [str(number) for number in range(1, 61)]
    assert [row[1] for row in rows[:4]] == ["一、甲", "", "二、乙", ""]
    assert pages > 1


def test_a_row_longer_than_a_page_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    sheet = a_sheet(3, longer=400)
    schedule_pdf.write_schedule(sheet, path)
    rows, _pages = pdf_rows(path)
    for number in (1, 2, 3):
        starts = [at for at, row in enumerate(rows) if row[0] == str(number)]
        end = next((at for at, row in enumerate(rows) if row[0] == str(number + 1)), len(rows))
        text = "".join(row[3] for row in rows[starts[0] : end])
        assert text == sheet.rows[number - 1][3]


def test_word_opens_it_with_merged_sections(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    schedule_docx.write_schedule(a_sheet(3), path)
    document = docx.Document(str(path))
    section = document.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["编号", "部分", "事项", "内容", "备注"],
        ["1", "一、甲", "第1项", "公开内容1", "=1+1"],
        ["2", "一、甲", "第2项", "公开内容2", "=1+1"],
        ["3", "二、乙", "第3项", "公开内容3", "=1+1"],
    ]
    assert table.cell(1, 1)._tc is table.cell(2, 1)._tc  # one merged cell
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert document.paragraphs[0].text == "2026年政务公开工作要点配档表"


@pytest.mark.parametrize("writer", [schedule_docx.write_schedule, schedule_pdf.write_schedule])
def test_no_half_file(tmp_path: Path, writer) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DomainError, match="file-not-written"):
        writer(a_sheet(1, (OF.NUMBER,)), tmp_path / "missing" / "a")
    assert not list(tmp_path.iterdir())
