"""The review sheet and the lists: complete, on one page, text stays text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pdfplumber
import pytest

from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    OfficialDocument,
    PublishedAt,
    ReviewOpinion,
    SecrecyReview,
)
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.services.desk import Desk

TODAY = dt.date(2026, 11, 20)
LONG = "关于印发《威宁市云海区法律援助案件质量评估实施办法（试行）》及其评估指标和评分标准的通知"
REVIEW = SecrecyReview(
    date=dt.date(2026, 11, 3),
    by="保密审查机构",
    opinion=ReviewOpinion.IN_PART,
    concerns=("个人隐私",),
    basis="第十五条：删去受援人姓名和身份证件号码",
    signed_by="分管领导",
    text="附件二不公开。",
)


@pytest.fixture
def document(desk: Desk) -> OfficialDocument:
    one = OfficialDocument(
        id="d",
        title=LONG,
        kind=DocumentKind.NORMATIVE,
        number="=1+1",
        drafter="公共法律服务科",
        formed_on=dt.date(2026, 11, 2),
        attribute=Attribute.PROACTIVE,
        reviews=(REVIEW,),
        published=(PublishedAt(channel="政府网站", date=dt.date(2026, 11, 4)),),
    )
    desk.official_documents.save(one, TODAY)
    return one


def pdf(path: Path) -> tuple[int, str]:
    with pdfplumber.open(path) as file:
        texts = ["".join((page.extract_text() or "").split()) for page in file.pages]
    return len(texts), "".join(texts)


WORDS = ("威宁市云海区司法局", "政府信息公开保密审查表", "2026年11月30日前", "☑个人隐私",
         "☑删减后公开", "附件二不公开", "分管领导", "☑主动公开", "删去受援人姓名")  # fmt: skip


def test_the_sheet_tells_the_review_on_one_page(
    desk: Desk, document: OfficialDocument, tmp_path: Path
) -> None:
    path = tmp_path / "表.pdf"
    assert desk.document_papers.review_pdf(document, TODAY, path) == ()
    pages, text = pdf(path)
    assert pages == 1
    for word in (LONG[:12], *WORDS):
        assert word in text
    assert "☑国家秘密" not in text
    assert "☑均不涉及" not in text


def test_the_sheet_tells_the_review_that_counts(
    desk: Desk, document: OfficialDocument, tmp_path: Path
) -> None:
    """One entered later for an earlier day does not take its place."""
    earlier = replace(REVIEW, date=dt.date(2026, 10, 9), basis="初稿")
    path = tmp_path / "表.pdf"
    both = replace(document, reviews=(*document.reviews, earlier))
    desk.document_papers.review_pdf(both, TODAY, path)
    assert "初稿" not in pdf(path)[1]


def test_the_word_file_says_the_same(
    desk: Desk, document: OfficialDocument, tmp_path: Path
) -> None:
    path = tmp_path / "表.docx"
    desk.document_papers.review_docx(document, TODAY, path)
    made = docx.Document(str(path))
    cells = [cell.text for row in made.tables[0].rows for cell in row.cells]
    text = "".join([*(one.text for one in made.paragraphs), *cells]).replace("\n", "")
    for word in (LONG, *WORDS):
        assert word in text


def test_a_document_not_reviewed_yet_gets_an_empty_form(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "表.pdf"
    draft = OfficialDocument(id="x", title="信息", kind=DocumentKind.INFORMATION)
    desk.document_papers.review_pdf(draft, TODAY, path)
    pages, text = pdf(path)
    assert pages == 1
    assert text.count("□同意公开") == 4
    assert "☑同意" not in text


def test_the_lists_hold_every_row_and_no_formula(
    desk: Desk, document: OfficialDocument, tmp_path: Path
) -> None:
    rows = desk.official_documents.rows(TODAY)
    desk.document_papers.list_xlsx(rows, "清单", tmp_path / "清单.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "清单.xlsx").active
    assert sheet is not None
    values = [cell.value for cell in sheet[3]]
    assert values[1:3] == [LONG, "=1+1"]
    assert str(values[3]) == "2026-11-02 00:00:00"
    assert sheet.cell(3, 3).data_type == "s"
    desk.document_papers.list_pdf(rows, "清单", TODAY, tmp_path / "清单.pdf")
    _pages, text = pdf(tmp_path / "清单.pdf")
    for word in ("共1件", "2026-11-04", "政府网站", "现行有效"):
        assert word in text


def test_a_path_that_cannot_be_written_is_named(
    desk: Desk, document: OfficialDocument, tmp_path: Path
) -> None:
    for write in (desk.document_papers.review_pdf, desk.document_papers.review_docx):
        with pytest.raises(DomainError):
            write(document, TODAY, tmp_path / "没有" / "表")
