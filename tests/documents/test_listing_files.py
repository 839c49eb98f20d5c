"""A list as a Word file and as a workbook, read back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Twips
from openpyxl import load_workbook

from gongkai_desk.documents.list_pdf import ListColumn, ListDocument
from gongkai_desk.documents.listing_docx import write_listing as write_docx
from gongkai_desk.documents.listing_xlsx import write_listing as write_xlsx
from gongkai_desk.domain.problems import DomainError

LIST = ListDocument(
    title="目录[2026]/甲*乙",
    columns=(
        ListColumn(title="序号", weight=0.5, centred=True),
        ListColumn(title="事项", weight=4.0),
    ),
    rows=[("1", "=HYPERLINK(1)\n第二行"), ("2", "<b>𬱟</b>\x0b")],
    note="共2项",
)


def test_every_word_arrives_in_the_word_file(tmp_path: Path) -> None:
    path = tmp_path / "目录.docx"
    write_docx(LIST, path)
    document = Document(io.BytesIO(path.read_bytes()))
    (table,) = document.tables
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts == [["序号", "事项"], ["1", "=HYPERLINK(1)\n第二行"], ["2", "<b>𬱟</b>"]]
    assert [part.text for part in document.paragraphs][:2] == [LIST.title, "共2项"]
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (section.page_width, section.page_height) == (Twips(16838), Twips(11906))


def test_nothing_in_the_workbook_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "目录.xlsx"
    write_xlsx(LIST, path)
    (sheet,) = load_workbook(path).worksheets
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == LIST.title
    assert rows[1:4] == [("序号", "事项"), ("1", "=HYPERLINK(1)\n第二行"), ("2", "<b>𬱟</b>")]
    assert rows[-1][0] == "共2项"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet.page_setup.orientation == "landscape"


@pytest.mark.parametrize("write", [write_docx, write_xlsx])
def test_a_place_that_cannot_be_written_is_said_in_words(tmp_path: Path, write: object) -> None:
    assert callable(write)
    with pytest.raises(DomainError):
        write(LIST, tmp_path / "没有" / "目录.docx")
