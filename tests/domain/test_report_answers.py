"""Answers to warnings hold for the very numbers they were given to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report_answers import (
    Standing,
    answer_to,
    answered_before,
    faults,
    needs_answer,
    standing,
    unanswered,
    with_answer,
    without_answer,
)
from gongkai_desk.domain.report_finding import Finding, Place, request_cell

ON = dt.date(2026, 1, 12)
ERROR = Finding(place=request_cell(24, 0), rule="B", code="report-sum-b", expected=1, found=2)
MISSING = Finding(
    place=Place(part=5), rule="text", code="report-part-five-empty", severity=Severity.WARNING
)
WARNING = Finding(
    place=request_cell(24, 1),
    rule="G",
    code="report-in-force",
    severity=Severity.WARNING,
    expected=3,
    found=2,
)


def test_a_warning_is_answered_an_error_never() -> None:
    answers = with_answer((), WARNING, " 上年统计口径不同 ", "现行有效数不符", ON)
    assert answer_to(WARNING, answers) == answers[0]
    assert answers[0].words == "上年统计口径不同"
    assert unanswered([ERROR, MISSING, WARNING], answers) == [ERROR, MISSING]
    for stays in (ERROR, MISSING):
        assert not needs_answer(stays)
        forced = with_answer(answers, stays, "没有关系", "", ON)
        assert stays in unanswered([ERROR, MISSING, WARNING], forced)


def test_an_answer_falls_away_with_its_numbers() -> None:
    answers = with_answer((), WARNING, "上年统计口径不同", "", ON)
    assert unanswered([replace(WARNING, found=1)], answers) == [replace(WARNING, found=1)]
    assert without_answer(answers, WARNING) == ()
    again = with_answer(answers, WARNING, "已核对原始文件", "", ON)
    assert [one.words for one in again] == ["已核对原始文件"]


@pytest.mark.parametrize("words", ["", " ", "。\n", "无"])
def test_an_answer_says_something(words: str) -> None:
    assert [problem.code for problem in faults(words)] == (["report-answer-empty"])


def test_words_are_enough() -> None:
    assert faults("属实") == []
    assert [problem.code for problem in faults("长" * 501)] == ["report-reason-long"]


def test_what_was_said_to_other_numbers_is_remembered() -> None:
    answers = with_answer((), WARNING, "上年统计口径不同", "", ON)
    moved = replace(WARNING, found=4)
    assert answered_before(moved, [moved], answers) == answers[0]
    assert answered_before(moved, [moved, WARNING], answers) is None
    elsewhere = replace(moved, place=request_cell(24, 2))
    assert answered_before(elsewhere, [elsewhere], answers) is None


def test_findings_are_counted_by_what_is_to_be_done() -> None:
    answers = with_answer((), WARNING, "属实", "", ON)
    other = replace(WARNING, found=9)
    counted = standing([ERROR, MISSING, WARNING, other], answers)
    assert counted == Standing(errors=1, missing=1, waiting=1, answered=1)
    assert counted.open == len(unanswered([ERROR, MISSING, WARNING, other], answers)) == 3
