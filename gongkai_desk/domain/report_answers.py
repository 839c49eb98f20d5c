"""Warnings answered by the officer, and what stands in the way of publishing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.report import Answer
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.report_text import stands_for_missing

SHORTEST_ANSWER = 2
"""Characters: 属实 says enough, a lone mark does not."""
LONGEST_ANSWER = 500
"""Characters: an answer stands in a cell of the check report."""


def needs_answer(finding: Finding) -> bool:
    """Whether the finding may stay if it is explained: a warning that is no missing part."""
    return finding.severity is not Severity.ERROR and not stands_for_missing(finding)


def answer_to(finding: Finding, answers: Iterable[Answer]) -> Answer | None:
    """What was said to this very finding; an answer given to other numbers does not count."""
    return next((one for one in answers if one.key == finding.key), None)


def unanswered(findings: Iterable[Finding], answers: Sequence[Answer]) -> list[Finding]:
    """The findings that still stand in the way of publishing: errors, missing parts, and warnings
    nobody has answered.
    """
    return [one for one in findings if not needs_answer(one) or answer_to(one, answers) is None]


def faults(words: str) -> list[Problem]:
    """What is wrong with the words of an answer."""
    if len("".join(words.split())) < SHORTEST_ANSWER:
        return [Problem("report-answer-empty", "words", {"least": SHORTEST_ANSWER})]
    if len(words) > LONGEST_ANSWER:
        return [Problem("report-reason-long", "words", {"most": LONGEST_ANSWER})]
    return []


def with_answer(
    answers: Iterable[Answer], finding: Finding, words: str, told: str, on: dt.date
) -> tuple[Answer, ...]:
    """`answers` with this one for `finding`; the one given before goes."""
    others = (one for one in answers if one.key != finding.key)
    return (*others, Answer(key=finding.key, words=words.strip(), told=told, given_on=on))


def without_answer(answers: Iterable[Answer], finding: Finding) -> tuple[Answer, ...]:
    """`answers` without what was said to `finding`."""
    return tuple(one for one in answers if one.key != finding.key)


def answered_before(
    finding: Finding, findings: Iterable[Finding], answers: Iterable[Answer]
) -> Answer | None:
    """What was last said to this kind of finding at this place when its numbers were others."""
    live = {one.key for one in findings}
    same = f"{finding.code}|{finding.where}|"
    gone = [one for one in answers if one.key.startswith(same) and one.key not in live]
    return max(gone, key=lambda one: one.given_on, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How many findings are errors, missing parts, warnings to answer, and answered ones."""

    errors: int = 0
    missing: int = 0
    waiting: int = 0
    answered: int = 0

    @property
    def open(self) -> int:
        """What stands in the way of publishing."""
        return self.errors + self.missing + self.waiting


def standing(findings: Iterable[Finding], answers: Sequence[Answer]) -> Standing:
    """The findings counted by what is to be done about them."""
    errors = missing = waiting = answered = 0
    for one in findings:
        if one.severity is Severity.ERROR:
            errors += 1
        elif not needs_answer(one):
            missing += 1
        elif answer_to(one, answers) is None:
            waiting += 1
        else:
            answered += 1
    return Standing(errors=errors, missing=missing, waiting=waiting, answered=answered)
