"""Document numbers of letters: 云司公复〔2026〕12号 (GB/T 9704).

One counter a year and family. The year is written in full in 六角括号〔〕 (U+3014, U+3015), the
sequence without 第 and without leading zeros. A number once given is never given again, not even
when its letter is voided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gongkai_desk.domain.letter import Letter
from gongkai_desk.domain.problems import Problem, Severity, refuse, refuse_all

CODE, YEAR, SEQUENCE = "{代字}", "{年}", "{序号}"
_TOKENS = (CODE, YEAR, SEQUENCE)
_TOKEN = re.compile(r"\{[^{}]*\}")
_YEARS = range(1000, 10_000)


def check_pattern(pattern: str) -> list[Problem]:
    """What is wrong with a pattern; a style the standard does not know is a warning only."""
    problems = [
        Problem("letter-number-token-unknown", "pattern", {"token": token})
        for token in _TOKEN.findall(pattern)
        if token not in _TOKENS
    ]
    if set("{}") & set(_TOKEN.sub("", pattern)) or "\n" in pattern:
        problems.append(Problem("letter-number-pattern-brace", "pattern", {"pattern": pattern}))
    problems += [
        Problem("letter-number-token-missing", "pattern", {"token": token})
        for token in (YEAR, SEQUENCE)
        if token not in pattern
    ]
    problems += [
        Problem("letter-number-token-twice", "pattern", {"token": token})
        for token in _TOKENS
        if pattern.count(token) > 1
    ]
    if YEAR + SEQUENCE in pattern or SEQUENCE + YEAR in pattern:
        problems.append(Problem("letter-number-tokens-touch", "pattern", {}))
    return problems or _style(pattern)


def number_text(pattern: str, code: str, year: int, sequence: int) -> str:
    """The number as printed. Raises DomainError for a pattern that cannot be used, and when it
    wants the 发文机关代字 and the office has none.
    """
    refuse_all(check_pattern(pattern))
    if CODE in pattern and not code.strip():
        raise refuse("letter-office-field-missing", "代字", name="发文机关代字")
    if year not in _YEARS or sequence < 1:
        raise refuse("letter-number-out-of-range", "sequence", year=year, sequence=sequence)
    given = {CODE: code.strip(), YEAR: str(year), SEQUENCE: str(sequence)}
    return _TOKEN.sub(lambda token: given[token[0]], pattern)


def next_sequence(letters: Iterable[Letter], family: str, year: int, first: int = 1) -> int:
    """The next number of a family and year: one more than the highest ever given.

    `letters` are all letters that are kept, voided ones among them. `first` is where the office
    starts when it has numbers given on paper before.
    """
    return max((*given_sequences(letters, family, year), first - 1)) + 1


def given_sequences(letters: Iterable[Letter], family: str, year: int) -> tuple[int, ...]:
    """The numbers given in a family and year, in order."""
    return tuple(
        sorted(
            one.sequence
            for one in letters
            if one.family == family and one.year == year and one.sequence is not None
        )
    )


def gaps(letters: Iterable[Letter], family: str, year: int) -> tuple[int, ...]:
    """Numbers that no letter holds between the first and the last one given."""
    given = given_sequences(letters, family, year)
    return tuple(sorted(set(range(given[0], given[-1])) - set(given))) if given else ()


def _style(pattern: str) -> list[Problem]:
    problems = []
    if f"〔{YEAR}〕" not in pattern:
        problems.append("letter-number-year-brackets")
    if f"第{SEQUENCE}" in pattern:
        problems.append("letter-number-with-ordinal")
    if not pattern.rstrip().endswith("号"):
        problems.append("letter-number-without-hao")
    return [Problem(code, "pattern", {}, Severity.WARNING) for code in problems]
