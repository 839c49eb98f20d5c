from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.documents.line_breaking import NEVER_FIRST, NEVER_LAST, break_lines

SAMPLE = (
    "2026年，本机关认真贯彻落实《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称"
    "《条例》），坚持“以公开为常态、不公开为例外”，主动公开政府信息12,345条（较上年增长12.3456%），"
    "其中：规章1件；解读稿件36篇……回应公众关切——128次！是否？是。【附】〔2021〕30号『甲』「乙」。"
)


def measure(character: str) -> float:
    return 0.5 if character < "\u2000" else 1.0


def width(text: str) -> float:
    return sum(map(measure, text))


@pytest.mark.parametrize("room", [x / 2 for x in range(20, 90)])
def test_no_line_begins_or_ends_wrongly_or_hangs_over(room: float) -> None:
    lines = break_lines(SAMPLE, room - 2, room, measure)
    assert "".join(lines) == SAMPLE
    assert all(line[0] not in NEVER_FIRST for line in lines)
    assert all(line[-1] not in NEVER_LAST for line in lines)
    assert all(width(line) <= room for line in lines)
    assert width(lines[0]) <= room - 2


@given(st.text(alphabet="甲乙，。（“”《1a.%/ —…", max_size=80), st.integers(3, 30))
def test_nothing_but_blanks_is_lost_and_nothing_is_too_wide(text: str, room: int) -> None:
    lines = break_lines(text, room - 1, room, measure)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= room for line in lines)
    assert width(lines[0]) <= room - 1


@given(st.text(alphabet="甲乙丙", max_size=60), st.integers(2, 20))
def test_plain_characters_fill_every_line(text: str, room: int) -> None:
    lines = break_lines(text, room, room, measure)
    assert all(len(line) == room for line in lines[:-1])


@pytest.mark.parametrize("word", ["2026", "12.3456%", "12,345", "GB18030-2022", "——", "……"])
def test_words_and_numbers_stay_whole(word: str) -> None:
    text = f"{'甲' * 9}{word}{'乙' * 9}"
    for room in range(12, 20):
        assert sum(word in line for line in break_lines(text, room, room, measure)) == 1


def test_a_long_address_is_cut_after_its_signs() -> None:
    address = "https://www.example.gov.cn/zwgk/zfxxgknb/2026/index.html"
    lines = break_lines(f"见网站{address}。", 20, 20, measure)
    assert "".join(lines) == f"见网站{address}。"
    assert all(line[-1] in "/.。" for line in lines)


def test_a_word_longer_than_a_line_is_cut_where_the_line_is_full() -> None:
    lines = break_lines("字" + "a" * 50, 10, 10, measure)
    assert [width(line) for line in lines] == [1, 10, 10, 5] or "".join(lines) == "字" + "a" * 50
    assert max(map(width, lines)) <= 10


def test_blanks_vanish_at_a_break_and_stay_elsewhere() -> None:
    assert break_lines("ab cd ef", 2.5, 2.5, measure) == ["ab cd", "ef"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert break_lines("", 5, 5, measure) == [""]
