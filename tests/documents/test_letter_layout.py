from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.documents import letter_layout as layout
from gongkai_desk.documents.letter_layout import Level
from tests.letter_papers import a_paper


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一、可以公开的内容", Level.HEADING_1),
        ("（二）不予公开的理由", Level.HEADING_2),
        ("一、可以公开的内容。", Level.BODY),
        ("经审查，予以公开", Level.BODY),
        ("（二）" + "长" * 40, Level.BODY),
    ],
)
def test_levels(text: str, level: Level) -> None:
    assert layout.level_of(text) is level


@given(st.text("政府信息公开告知书市局关于", min_size=1, max_size=90))
def test_a_title_keeps_every_character_and_fits_its_lines(title: str) -> None:
    lines = layout.title_lines(title)
    assert "".join(lines) == title
    assert all(0 < len(line) <= layout.TITLE_CHARACTERS for line in lines)


def test_a_long_title_is_broken_where_a_word_begins() -> None:
    title = "威宁市云海区市场监督管理局政府信息不予公开告知书"
    assert layout.title_lines(title) == ["威宁市云海区市场监督管理局", "政府信息不予公开告知书"]


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        ((), []),
        (("表",), ["附件：表"]),
        (("表", "", "图"), ["附件：1.表", "　　　2.图"]),
    ],
)
def test_attachments(names: tuple[str, ...], lines: list[str]) -> None:
    assert layout.attachment_lines(a_paper(attachments=names)) == lines


def test_an_addressee_has_one_colon() -> None:
    assert layout.addressee_line(a_paper(addressee="甲：")) == "甲："
    assert layout.addressee_line(a_paper(addressee=" ")) == ""


@given(st.integers(1, 60))
def test_the_letterhead_fits_its_line_until_it_is_smallest(count: int) -> None:
    size = layout.letterhead_size("局" * count)
    fits = size * count <= layout.TEXT_WIDTH
    assert fits or size == layout.SMALLEST_LETTERHEAD
