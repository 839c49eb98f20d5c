"""Sub-headings: numbered in their order, put in once, taken out again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.sub_headings import (
    Level,
    is_heading,
    numeral,
    renumbered,
    titles,
    toggled,
    unnumbered,
    with_section,
    without_section,
)

KNOWN = {"费用": "费用0元。", "落实": "一条。\n二条。", "创新": "", "其他": ""}
_TEXT = st.text(st.sampled_from("（）(一二十三)12.、甲乙。 \n"), max_size=60)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（三）甲\n文\n（一）乙", "（一）甲\n文\n（二）乙"),
        ("(二)甲\n（二）、乙", "（一）甲\n（二）乙"),
        ("2.甲\n（一）乙\n3、丙\n7．丁", "1.甲\n（一）乙\n1.丙\n2.丁"),
        ("1.5万元\n2025年\n一是", "1.5万元\n2025年\n一是"),
        ("（一）", "（一）"),
        ("\n".join(f"（一）{n}甲" for n in "abcdefghijk"), None),
    ],
)
def test_numbers_follow_the_order(text: str, found: str | None) -> None:
    if found is None:
        assert renumbered(text).split("\n")[9:] == ["（十）j甲", "（十一）k甲"]
    else:
        assert renumbered(text) == found


def test_numerals() -> None:
    assert [numeral(n) for n in (1, 9, 10, 11, 20, 21, 99)] == [
        "一", "九", "十", "十一", "二十", "二十一", "九十九"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "level", "found"),
    [
        ("甲", Level.SECTION, "（一）甲"),
        ("（四）甲", Level.SECTION, "甲"),
        ("1.甲", Level.SECTION, "（一）甲"),
        ("甲", Level.ITEM, "1.甲"),
        ("3、甲", Level.ITEM, "甲"),
        ("  ", Level.SECTION, "  "),
    ],
)
def test_a_line_becomes_a_sub_heading_and_text_again(line: str, level: Level, found: str) -> None:
    assert toggled(line, 0, level) == found


def test_the_others_make_room() -> None:
    assert toggled("甲\n乙\n（一）丙", 1, Level.SECTION) == "甲\n（一）乙\n（二）丙"
    assert is_heading("（一）乙")
    assert not is_heading("（一）乙。后面还有话")


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        ("", "费用", "（一）费用\n费用0元。"),
        ("", "其他", "（一）其他"),
        ("自己的话。", "费用", "自己的话。\n（一）费用\n费用0元。"),
        ("费用0元。", "费用", "（一）费用\n费用0元。"),
        ("费用0元。", "落实", "（一）费用\n费用0元。\n（二）落实\n一条。\n二条。"),
        ("（一）落实\n旧。", "费用", "（一）费用\n费用0元。\n（二）落实\n旧。"),
        ("（一）落实\n旧。", "落实", "（一）落实\n旧。\n一条。\n二条。"),
        ("（一）自拟\n旧。", "费用", "（一）自拟\n旧。\n（二）费用\n费用0元。"),
        ("（一）费用\n费用0元。", "费用", "（一）费用\n费用0元。"),
        ("（一）其他\n话。", "创新", "（一）创新\n（二）其他\n话。"),
    ],
)
def test_a_piece_goes_under_its_own_sub_heading(text: str, title: str, found: str) -> None:
    put = with_section(text, title, KNOWN[title], KNOWN)
    assert put == found
    assert with_section(put, title, KNOWN[title], KNOWN) == put, "and only once"


def test_without_a_section_the_others_move_up() -> None:
    text = "前。\n（一）费用\n0元。\n（二）落实\n文。"
    assert without_section(text, "费用") == "前。\n（一）落实\n文。"
    assert titles(text) == ("费用", "落实")


@settings(max_examples=150)
@given(_TEXT)
def test_renumbering_changes_nothing_but_numbers_and_once(text: str) -> None:
    once = renumbered(text)
    assert renumbered(once) == once
    bare = [unnumbered(line) for line in text.split("\n")]
    assert [unnumbered(line) for line in once.split("\n")] == bare


@settings(max_examples=100)
@given(_TEXT, st.sampled_from(sorted(KNOWN)))
def test_putting_a_piece_in_loses_no_word(text: str, title: str) -> None:
    def words(told: str) -> list[str]:
        return [unnumbered(line) for line in told.split("\n") if line.strip()]

    put = words(with_section(text, title, "新。", KNOWN))
    assert not [word for word in words(text) if word not in put]
    assert {title, "新。"} <= set(put)
