"""Document numbers: one counter a year and family, no gap, no number given twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.letter import Letter, LetterStatus
from gongkai_desk.domain.letter_numbers import (
    check_pattern,
    gaps,
    given_sequences,
    next_sequence,
    number_text,
)
from gongkai_desk.domain.problems import DomainError, Severity

PATTERN = "{代字}公复〔{年}〕{序号}号"


def a_letter(family: str, year: int | None, sequence: int | None) -> Letter:
    status = LetterStatus.DRAFT if sequence is None else LetterStatus.ISSUED
    return Letter(
        id=f"{family}{year}{sequence}",
        request_id="r",
        kind="open",
        status=status,
        family=family,
        year=year,
        sequence=sequence,
    )


def voided(letter: Letter) -> Letter:
    return replace(letter, status=LetterStatus.VOIDED, voided_on=dt.date(2026, 1, 2))


def test_the_year_stands_in_six_angled_brackets_without_zeros() -> None:
    text = number_text(PATTERN, "云司", 2026, 7)
    assert text == "云司公复〔2026〕7号"
    assert (text[4], text[9]) == ("\u3014", "\u3015")


@given(st.integers(1000, 9999), st.integers(1, 10**6), st.text("{代字}年序号〔〕", min_size=1))
def test_tokens_of_a_value_are_text(year: int, sequence: int, code: str) -> None:
    assert number_text(PATTERN, code, year, sequence) == f"{code}公复〔{year}〕{sequence}号"


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("", "letter-number-token-missing"),
        ("{代字}公复〔{年}〕号", "letter-number-token-missing"),
        ("{代字}公复{序号}号", "letter-number-token-missing"),
        ("{代字}公复〔{年份}〕{年}-{序号}号", "letter-number-token-unknown"),
        ("公复〔{年}〕{序号}-{序号}号", "letter-number-token-twice"),
        ("公复{年}{序号}号", "letter-number-tokens-touch"),
        ("公复〔{年}〕{序号}}号", "letter-number-pattern-brace"),
        ("公复〔{年}〕\n{序号}号", "letter-number-pattern-brace"),
    ],
)
def test_a_pattern_that_cannot_be_used(pattern: str, code: str) -> None:
    found = check_pattern(pattern)
    assert code in [problem.code for problem in found]
    assert all(problem.severity is Severity.ERROR for problem in found)
    with pytest.raises(DomainError):
        number_text(pattern, "云司", 2026, 1)


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("公复[{年}]{序号}号", "letter-number-year-brackets"),
        ("公复（{年}）{序号}号", "letter-number-year-brackets"),
        ("公复〔{年}〕第{序号}号", "letter-number-with-ordinal"),
        ("公复〔{年}〕{序号}", "letter-number-without-hao"),
    ],
)
def test_another_style_is_a_warning_only(pattern: str, code: str) -> None:
    found = check_pattern(pattern)
    assert [(problem.code, problem.severity) for problem in found] == [(code, Severity.WARNING)]
    assert number_text(pattern, "云司", 2026, 1)


def test_the_standard_style_is_fine() -> None:
    assert check_pattern(PATTERN) == []


def test_without_the_code_of_the_agency_there_is_no_number() -> None:
    with pytest.raises(DomainError) as refused:
        number_text(PATTERN, " ", 2026, 1)
    assert refused.value.problems[0].code == "letter-office-field-missing"
    assert number_text("公复〔{年}〕{序号}号", "", 2026, 1) == "公复〔2026〕1号"


@pytest.mark.parametrize(("year", "sequence"), [(26, 1), (10_000, 1), (2026, 0), (2026, -1)])
def test_a_year_or_sequence_that_cannot_be(year: int, sequence: int) -> None:
    with pytest.raises(DomainError) as refused:
        number_text(PATTERN, "云司", year, sequence)
    assert refused.value.problems[0].code == "letter-number-out-of-range"


def test_families_and_years_count_apart() -> None:
    letters = [a_letter("reply", 2026, 4), a_letter("fee", 2026, 9), a_letter("reply", 2025, 30)]
    assert next_sequence(letters, "reply", 2026) == 5
    assert next_sequence(letters, "fee", 2026) == 10
    assert next_sequence(letters, "reply", 2027) == 1


def test_a_draft_has_no_number_and_a_voided_letter_keeps_its_own() -> None:
    letters = [a_letter("reply", None, None), voided(a_letter("reply", 2026, 1))]
    assert next_sequence(letters, "reply", 2026) == 2
    assert given_sequences(letters, "reply", 2026) == (1,)


def test_an_office_goes_on_where_its_paper_register_ended() -> None:
    assert next_sequence([], "reply", 2026, first=38) == 38
    assert next_sequence([a_letter("reply", 2026, 40)], "reply", 2026, first=38) == 41


def test_gaps_are_found() -> None:
    letters = [a_letter("reply", 2026, number) for number in (2, 3, 6)]
    assert gaps(letters, "reply", 2026) == (4, 5)
    assert gaps([], "reply", 2026) == ()


@given(
    st.lists(
        st.tuples(st.sampled_from(["reply", "fee"]), st.sampled_from([2026, 2027]), st.booleans()),
        max_size=40,
    )
)
def test_numbers_given_one_after_another_have_no_gap_and_no_repeat(
    issued: list[tuple[str, int, bool]],
) -> None:
    letters: list[Letter] = []
    for family, year, void in issued:
        letter = a_letter(family, year, next_sequence(letters, family, year))
        letters.append(voided(letter) if void else letter)
    for family in ("reply", "fee"):
        for year in (2026, 2027):
            numbers = [one.sequence for one in letters if (one.family, one.year) == (family, year)]
            assert numbers == list(range(1, len(numbers) + 1))
            assert gaps(letters, family, year) == ()
