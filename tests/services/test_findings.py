"""Findings in words: the place first, nothing left to fill in, both languages."""

from __future__ import annotations

import pytest

from gongkai_desk import i18n
from gongkai_desk.domain.report import Texts
from gongkai_desk.domain.report_checks import check_document
from gongkai_desk.domain.report_drafting import HINTS
from gongkai_desk.domain.report_finding import Place
from gongkai_desk.domain.report_text import check_texts
from gongkai_desk.services.findings import finding_text, place_text
from gongkai_desk.texts import sentence
from tests.reports import balanced, figures


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(table=3, row=24, column="自然人"), "表3，第24行，自然人"),
        (Place(table=2, row="行政规范性文件"), "表2，行政规范性文件"),
        (Place(previous=True, table=3, row=25), "上年度报告，表3，第25行"),
        (Place(part=5), "第5部分"),
    ],
)
def test_a_place_in_words(place: Place, text: str) -> None:
    assert place_text(place) == text


def test_the_place_for_scripts_is_the_same_in_any_language() -> None:
    assert str(Place(table=3, row=24, column="自然人")) == "table 3, row 24, 自然人"
    assert str(Place(previous=True, table=3, row=25)) == "last year, table 3, row 25"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_finding_can_be_said(language: str) -> None:
    i18n.use(language)
    spoilt = balanced() | {"agency": "", "year": None, "proactive": [], "previous": {"rules": 3}}
    spoilt["requests"] |= {"2": [9] * 7, "24": [1] * 7, "3": [0], "4": None, "26": []}
    spoilt["requests"]["5"][0] = "/"
    spoilt["reconsideration"][4] = 1
    texts = Texts(overview=("收到申请1件。" + "字" * 1000, "", "", "", ""), other="无。")
    findings = [*check_document(spoilt), *check_texts(figures(), texts)]
    assert {finding.rule for finding in findings} >= {"A", "C", "E", "F", "H", "shape", "text"}
    for finding in findings:
        said = finding_text(finding)
        assert said
        assert "{" not in said
        assert "\n" not in said


def test_every_hint_can_be_said() -> None:
    assert all(sentence(hint) for hint in HINTS)
