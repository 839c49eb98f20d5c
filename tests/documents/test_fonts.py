from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1
from pypdf import PdfReader

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import paragraph
from gongkai_desk.documents.fonts import (
    Role,
    advance,
    font_for,
    missing_characters,
    printable,
    runs,
)
from gongkai_desk.documents.page_frame import OFFICIAL, Pages, dashed_number, write_pages
from gongkai_desk.documents.to_unicode import to_unicode_map
from gongkai_desk.resources import resource

RARE = "张镕、王䶮、李𬱖、赵𫖯、钱㛃、孙𠅤、鿏𪛖𫝀𬺡𮯠"
IN_NO_FONT = "\U000323af"


def write(text: str, path: Path) -> None:
    blocks = [paragraph(text, style.BODY, OFFICIAL.width)]
    write_pages(path, "", Pages(OFFICIAL, dashed_number, style.PAGE_NUMBER), blocks)


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_glyph_for_rare_names(role: Role) -> None:
    assert all(font_for(character, role) for character in RARE)


@pytest.mark.parametrize("role", list(Role))
def test_every_role_sets_all_common_characters_itself(role: Role) -> None:
    rows = (bytes((0xB0 + i, 0xA1 + j)) for i in range(72) for j in range(94))
    common = b"".join(rows).decode("gb2312", errors="ignore")
    assert len(common) == 6763
    assert {font_for(character, role) for character in common} == {role.value}


def test_a_run_ends_where_the_typeface_changes() -> None:
    assert [run.text for run in runs("李\U0002a6d0二", Role.HEI)] == ["李", "\U0002a6d0", "二"]
    assert runs("李二", Role.HEI)[0].font == Role.HEI.value


def test_quotation_marks_are_as_wide_as_characters() -> None:
    assert all(advance(mark, role) == 1 for mark in "“”‘’" for role in Role)


def test_a_character_in_no_typeface_is_reported_and_marked() -> None:
    assert missing_characters([f"甲{IN_NO_FONT}乙\n", IN_NO_FONT]) == (IN_NO_FONT,)
    assert "".join(run.text for run in runs(f"甲{IN_NO_FONT}", Role.KAI)) == "甲〓"
    assert missing_characters([RARE]) == ()


def test_what_has_no_shape_is_left_out() -> None:
    assert printable("葛\U000e0100城\u200b\x07\t1\u00a02\r\n3\u3000") == "葛城 1 2\n3\u3000"


def test_rare_characters_can_be_read_back_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "names.pdf"
    write(RARE, path)
    text = PdfReader(path).pages[0].extract_text()
    assert RARE in text.replace("\n", "")


def test_many_glyphs_of_one_typeface_can_be_read_back(tmp_path: Path) -> None:
    text = "".join(chr(0x20000 + 7 * i) for i in range(600))
    path = tmp_path / "many.pdf"
    write(text, path)
    read = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert text in read.replace("\n", "")


def test_the_map_has_surrogates_and_short_blocks() -> None:
    lines = to_unicode_map("F", [0x20000 + i for i in range(101)]).split("\n")
    assert "100 beginbfchar" in lines
    assert "1 beginbfchar" in lines
    assert "<00> <D840DC00>" in lines


def test_every_font_is_embedded(tmp_path: Path) -> None:
    path = tmp_path / "fonts.pdf"
    write("甲𬱖A", path)
    with pdfplumber.open(path) as pdf:
        resources = resolve1(pdf.pages[0].page_obj.resources["Font"])
        fonts = [resolve1(font) for font in resources.values()]
        assert fonts
        assert all("FontFile2" in resolve1(font["FontDescriptor"]) for font in fonts)


def test_no_two_typefaces_share_a_postscript_name() -> None:
    code = (
        "from gongkai_desk.documents.fonts import Role, _face\n"
        "names = [_face(n).name for n in [*(r.value for r in Role), 'HanaMinB']]\n"
        "assert len(set(names)) == 6, names\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_biggest_typeface_is_loaded_only_when_needed() -> None:
    code = (
        "from gongkai_desk.documents.fonts import Role, font_for\n"
        "from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames as names\n"
        "assert not set(names())\n"
        "font_for('公', Role.FANGSONG)\n"
        "assert names() == [Role.FANGSONG.value], names()\n"
        "font_for(chr(0x2A6D0), Role.FANGSONG)\n"
        "assert 'HanaMinB' in names()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_font_file_has_its_licence() -> None:
    readme = resource("fonts", "README.md").read_text(encoding="utf-8")
    for file in resource("fonts").glob("*.ttf"):
        row = next(line for line in readme.splitlines() if file.name in line)
        licence = row.rstrip(" |").rsplit("| ", 1)[1]
        assert resource("fonts", licence).is_file()
