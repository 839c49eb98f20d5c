"""Names of files, retention, and what stands in the way of archiving."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.archive import (
    Archiving,
    check_archiving,
    distinct,
    retention_ended,
    retention_ends,
    safe_name,
)
from gongkai_desk.texts import sentence
from tests.builders import a_request

D = dt.date


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("答复书.pdf", "答复书.pdf"),
        ("2026-001 关于“道路”的申请", "2026-001 关于“道路”的申请"),
        ('a<b>c:d"e/f\\g|h?i*j.pdf', "a_b_c_d_e_f_g_h_i_j.pdf"),
        ("身份证11010519491231002X.jpg", "身份证＊＊＊.jpg"),
        ("110105194912310021 复印件.jpg", "＊＊＊ 复印件.jpg"),
        ("张三_110105491231002.png", "张三_＊＊＊.png"),
        ("执照91370000MA3TEST01X.pdf", "执照＊＊＊.pdf"),
        ("快递单1234567890123.jpg", "快递单1234567890123.jpg"),
        ("con.txt", "_con.txt"),
        ("LPT1", "_LPT1"),
        ("  尾部空格. ", "尾部空格"),
        ("...", "_"),
        ("", "_"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("多\n行\t名.pdf", "多_行_名.pdf"),
        ("长" * 100 + ".pdf", "长" * 60 + ".pdf"),
        (".gitignore", ".gitignore".strip(".")),
    ],
)
def test_names_that_every_system_takes(name: str, fit: str) -> None:
    assert safe_name(name) == fit


@given(st.text(max_size=200))
def test_any_text_becomes_a_name(text: str) -> None:
    fit = safe_name(text)
    assert fit
    assert len(fit) <= 80
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', fit)
    assert fit == fit.strip(" .")
    assert safe_name(fit) == fit


def test_repeated_names_are_told_apart_whatever_their_case() -> None:
    names = ["a.pdf", "A.pdf", "a.pdf", "b", "b"]
    assert list(distinct(names)) == ["a.pdf", "A(2).pdf", "a(3).pdf", "b", "b(2)"]


@pytest.mark.parametrize(("as_of", "ended"), [(D(2036, 12, 31), False), (D(2037, 1, 1), True)])
def test_retention_begins_on_the_next_first_of_january(as_of: dt.date, ended: bool) -> None:
    request = a_request(archived_on=D(2026, 3, 5), retention_years=10)
    assert retention_ends(D(2026, 3, 5), 10) == D(2036, 12, 31)
    assert retention_ended(request, as_of) is ended
    assert not retention_ended(a_request(), as_of)


GOOD: dict[str, Any] = {
    "number": "GK-2026-0001",
    "archived_on": D(2026, 11, 20),
    "retention_years": 10,
}


@pytest.mark.parametrize(
    ("values", "around", "codes"),
    [
        ({}, {}, []),
        ({}, {"closed_on": None}, ["archive-open-case"]),
        ({"number": " "}, {}, ["archive-number-missing"]),
        ({"number": "GK-2026-0009"}, {}, ["archive-number-taken"]),
        ({"archived_on": D(2026, 10, 1)}, {}, ["archive-before-closing"]),
        ({"archived_on": D(2026, 11, 21)}, {}, ["archive-in-future"]),
        ({"retention_years": 0}, {}, ["archive-retention-missing"]),
        ({"retention_years": 5}, {}, ["archive-retention-short"]),
        ({}, {"disputed": True}, ["archive-dispute-running"]),
    ],
)
def test_what_stands_in_the_way(
    values: dict[str, Any], around: dict[str, Any], codes: list[str]
) -> None:
    other = a_request(number="2026-009", archive_number="GK-2026-0009")
    surroundings: dict[str, Any] = {
        "closed_on": D(2026, 10, 20),
        "others": (other,),
        "usual_years": 10,
        "disputed": False,
        "on": D(2026, 11, 20),
    }
    found = check_archiving(
        a_request(), Archiving(**{**GOOD, **values}), **{**surroundings, **around}
    )
    assert [problem.code for problem in found] == codes
    assert all(sentence(problem) for problem in found)
