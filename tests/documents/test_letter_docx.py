from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.documents.letter_docx import letter_docx, write_letter
from gongkai_desk.documents.reading import safety
from gongkai_desk.domain.letter import LetterPaper
from gongkai_desk.domain.problems import DomainError
from tests.letter_papers import HOSTILE, HOSTILE_SHOWN, a_paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(paper: LetterPaper) -> Document:
    return docx.Document(io.BytesIO(letter_docx(paper)))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode("utf-8")


def test_every_part_of_the_letter_stands_in_its_style() -> None:
    found = [(one.style.name if one.style else "", one.text) for one in read(a_paper()).paragraphs]
    assert [line for line in found if line[1]] == [
        ("发文机关标志", "威宁市云海区司法局"),
        ("发文字号", "云司公复〔2026〕3号"),
        ("公文标题", "政府信息部分公开告知书"),
        ("主送机关", "林知远："),
        ("公文正文", "本机关于2026年9月18日收到您提交的政府信息公开申请。"),
        ("公文一级标题", "一、可以公开的内容"),
        ("公文正文", "您申请的“2025年度决算”予以公开。"),
        ("公文二级标题", "（一）内部管理信息"),
        ("公文正文", "其中内部管理信息不予公开。"),
        ("附件说明", "附件：1.决算表"),
        ("附件说明", "　　　2.说明"),
        ("署名", "威宁市云海区司法局"),
        ("成文日期", "2026年10月14日"),
        ("附注", "（联系人：孟溪）"),
    ]


def test_the_page_is_that_of_the_standard() -> None:
    (section,) = read(a_paper()).sections
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides if side is not None] == [37, 35, 28, 26]
    assert section.page_width is not None
    assert round(section.page_width.mm) == 210
    grid = section._sectPr.find(f"{W}docGrid")
    assert (grid.get(f"{W}type"), grid.get(f"{W}linePitch")) == ("lines", "579")
    # 22 lines of 28.95 pt and 28 characters of 16 pt less 0.25 pt fill 225 mm by 156 mm
    assert 22 * 28.95 <= 225 / 25.4 * 72
    spacing = read(a_paper()).styles["公文正文"].element.find(f"{W}rPr/{W}spacing")
    wide = 28 * (16 + int(spacing.get(f"{W}val")) / 20)
    assert 156 / 25.4 * 72 - 2 < wide < 156 / 25.4 * 72


def test_no_style_leaves_its_typeface_to_a_theme() -> None:
    data = letter_docx(a_paper(slip=("回执", "意见：")))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not [name for name in package.namelist() if "theme" in name]
        for name in package.namelist():
            assert "Theme" not in package.read(name).decode("utf-8")
    styles = docx.Document(io.BytesIO(data)).styles.element.findall(f"{W}style")
    assert len(styles) > 10
    wanted = {"仿宋", "黑体", "楷体", "宋体", "方正小标宋简体"}
    used = {style.find(f"{W}rPr").find(f"{W}rFonts").get(f"{W}eastAsia") for style in styles}
    assert used == wanted
    named = set(re.findall(r'w:font w:name="([^"]+)"', part(data, "word/fontTable.xml")))
    assert wanted <= named


def test_page_numbers_stand_on_the_outer_side() -> None:
    document = read(a_paper())
    (section,) = document.sections
    assert document.settings.odd_and_even_pages_header_footer
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.text, even.text) == ("— 1 —", "— 1 —")
    assert "PAGE" in odd._p.xml
    assert 'w:jc w:val="right"' in odd._p.xml
    assert 'w:jc w:val="right"' not in even._p.xml


def test_the_reply_slip_begins_a_page_of_its_own() -> None:
    document = read(a_paper(slip=("回执", "意见：□同意")))
    head, line = document.paragraphs[-2:]
    assert head.style is not None
    assert head.style.paragraph_format.page_break_before
    assert (head.text, line.text) == ("回执", "意见：□同意")


def test_a_draft_says_so_and_an_issued_letter_does_not() -> None:
    assert read(a_paper(mark="草稿")).sections[0].header.paragraphs[0].text == "草稿"
    assert read(a_paper()).sections[0].header.paragraphs[0].text == ""


def test_text_of_users_is_text() -> None:
    paper = a_paper(
        addressee=HOSTILE, paragraphs=(HOSTILE,), title=HOSTILE, signature=HOSTILE, slip=(HOSTILE,)
    )
    texts = [one.text for one in read(paper).paragraphs]
    assert texts.count(HOSTILE_SHOWN) == 3
    assert f"{HOSTILE_SHOWN}：" in texts
    assert HOSTILE_SHOWN in [text.replace("\n", "") for text in texts]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    data = letter_docx(a_paper(paragraphs=(text,), title=text, letterhead=text))
    assert safety.kind_of(data, "函.docx") is safety.Kind.WORD
    docx.Document(io.BytesIO(data))


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert letter_docx(a_paper()) == letter_docx(a_paper())


def test_it_is_written_whole_or_refused_in_words(tmp_path: Path) -> None:
    write_letter(a_paper(), tmp_path / "函.docx")
    assert (tmp_path / "函.docx").read_bytes() == letter_docx(a_paper())
    with pytest.raises(DomainError) as refusal:
        write_letter(a_paper(), tmp_path / "无此夹" / "函.docx")
    assert refusal.value.problems[0].code == "file-not-written"
