"""The outcomes cover the official result rows and agree with the domain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gongkai_desk.domain.outcome import FORCED, Remedy
from gongkai_desk.domain.report import RESULT_ROWS
from gongkai_desk.domain.request import CLOSING, EventKind
from gongkai_desk.services.outcomes import outcomes, row_labels

SHARED_FORM = Path(__file__).parents[2] / ".." / "shared" / "domain" / "annual_report.json"


def test_there_are_the_23_answers_of_the_law() -> None:
    codes = "OPEN_PUBLISHED OPEN PARTIAL D1 D2 D3 D4 D5 D6 D7 D8 U1a U1b U2 U3 N1 N2 N3 N4 N5"
    assert list(outcomes()) == [*codes.split(), "X1", "X2", "X3"]


def test_every_result_row_is_reached_and_no_other() -> None:
    assert {outcome.row for outcome in outcomes().values()} == set(RESULT_ROWS)
    assert set(row_labels()) >= set(RESULT_ROWS)


def test_reconsideration_first_exactly_for_articles_14_to_16() -> None:
    first = {o.code for o in outcomes().values() if o.remedy is Remedy.RECONSIDERATION_FIRST}
    by_article = {
        o.code
        for o in outcomes().values()
        if o.article.startswith(("第十四条", "第十五条", "第十六条"))
    }
    assert first == by_article == {f"D{n}" for n in range(1, 8)}


def test_what_closes_a_case() -> None:
    assert all(outcome.closed_by in CLOSING for outcome in outcomes().values())
    alone = {kind: code for kind, code in FORCED.items() if kind is not EventKind.MERGED}
    for kind, code in alone.items():
        assert outcomes()[code].closed_by is kind
    assert outcomes()[FORCED[EventKind.MERGED]].row == 23
    assert set(FORCED) == CLOSING - {EventKind.REPLIED}


def test_refusals_need_reasons_and_every_answer_a_document() -> None:
    for outcome in outcomes().values():
        assert outcome.needs_reasons == (4 <= outcome.row <= 20), outcome.code
        assert bool(outcome.document) == (outcome.code != "X3")


def test_the_labels_are_the_official_ones() -> None:
    if not SHARED_FORM.exists():
        pytest.skip("the official form is not at hand")
    form = json.loads(SHARED_FORM.read_text("utf-8"))
    assert row_labels() == {row["row"]: row["label"] for row in form["requests"]["rows"]}
