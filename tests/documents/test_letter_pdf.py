from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
import pytest
from pypdf import PdfReader

from gongkai_desk.documents.letter_pdf import joined, letter_pdf, write_letter
from gongkai_desk.domain.letter import LetterPaper
from tests.letter_papers import HOSTILE, HOSTILE_SHOWN, a_paper

MM = 72 / 25.4


def pages_of(paper: LetterPaper) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(letter_pdf(paper))).pages]


def flat(paper: LetterPaper) -> str:
    return "".join(pages_of(paper)).replace("\n", "").replace(" ", "")


def test_every_part_of_the_letter_can_be_read_back() -> None:
    paper = a_paper(slip=("回执", "意见：□同意"))
    text = flat(paper)
    for part in (
        *(paper.letterhead, paper.number, paper.title, f"{paper.addressee}："),
        *paper.paragraphs,
        *("附件：1.决算表", "2.说明", paper.dated, paper.contact, "意见：□同意"),
    ):
        assert part.replace(" ", "") in text
    assert text.count(paper.signature) == 2


def test_names_and_marks_are_printed_as_they_were_typed() -> None:
    assert HOSTILE_SHOWN.replace(" ", "") in flat(a_paper(paragraphs=(HOSTILE,)))


def test_the_red_line_is_red_and_spans_the_text() -> None:
    with pdfplumber.open(io.BytesIO(letter_pdf(a_paper()))) as pdf:
        (rule,) = pdf.pages[0].lines
        head = [char for char in pdf.pages[0].chars if char["size"] > 30]
        body = [char for char in pdf.pages[0].chars if 15 < char["size"] < 17]
    assert rule["stroking_color"][0] > 0.7 > rule["stroking_color"][1]
    assert (rule["x0"], rule["x1"]) == (pytest.approx(28 * MM), pytest.approx(184 * MM))
    assert "".join(char["text"] for char in head) == "威宁市云海区司法局"
    assert all(char["non_stroking_color"] == rule["stroking_color"] for char in head)
    assert all(char["non_stroking_color"] != rule["stroking_color"] for char in body)


def test_the_signature_is_centred_over_the_date_four_characters_from_the_edge() -> None:
    with pdfplumber.open(io.BytesIO(letter_pdf(a_paper(contact="", attachments=())))) as pdf:
        words = pdf.pages[0].extract_words()
    name = [word for word in words if word["text"] == "威宁市云海区司法局"][-1]
    date = next(word for word in words if word["text"] == "2026年10月14日")
    assert (name["x0"] + name["x1"]) / 2 == pytest.approx((date["x0"] + date["x1"]) / 2, abs=1)
    assert 184 * MM - date["x1"] == pytest.approx(4 * 156 * MM / 28, abs=1.5)


def test_a_long_signature_stays_on_the_page() -> None:
    long = "威宁市云海区市场监督管理和知识产权综合行政执法服务局"
    with pdfplumber.open(io.BytesIO(letter_pdf(a_paper(signature=long, letterhead=long)))) as pdf:
        assert max(char["x1"] for char in pdf.pages[0].chars) <= 184 * MM + 1
        assert min(char["x0"] for char in pdf.pages[0].chars) >= 28 * MM - 1


@pytest.mark.parametrize("count", range(5, 22))
def test_the_signature_never_stands_without_text(count: int) -> None:
    paper = a_paper(paragraphs=("短句。",) * count, attachments=(), contact="")
    *_before, last = pages_of(paper)
    assert "短句。" in last
    assert paper.dated in last.replace(" ", "")


def test_page_numbers_stand_on_the_outer_side() -> None:
    with pdfplumber.open(io.BytesIO(letter_pdf(a_paper(paragraphs=("长文。" * 400,))))) as pdf:
        assert len(pdf.pages) > 2
        for number, page in enumerate(pdf.pages, start=1):
            foot = page.crop((0, 752, page.width, page.height))
            assert foot.extract_text() == f"— {number} —"
            assert (foot.chars[0]["x0"] > page.width / 2) == (number % 2 == 1)


def test_the_slip_has_a_page_of_its_own() -> None:
    assert len(pages_of(a_paper())) == 1
    before, slip = pages_of(a_paper(slip=("回执", "意见：")))
    assert "回执" in slip
    assert "回执" not in before


def test_the_draft_says_so() -> None:
    assert "草稿" in flat(a_paper(mark="草稿"))
    assert "草稿" not in flat(a_paper())


def test_files_are_joined_in_order() -> None:
    both = joined([letter_pdf(a_paper(title="甲")), letter_pdf(a_paper(title="乙"))])
    one, two = (page.extract_text() for page in PdfReader(io.BytesIO(both)).pages)
    assert "甲" in one
    assert "乙" in two


def test_a_character_in_no_typeface_is_named(tmp_path: Path) -> None:
    paper = a_paper(addressee="字\U000323af")
    assert write_letter(paper, tmp_path / "函.pdf") == ("\U000323af",)
    assert "U+323AF" in flat(paper)
