"""Check digits: known numbers pass, every single slip is noticed, nothing is blocked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.identity_number import (
    check_identity,
    credit_code_problem,
    id_card_problem,
    masked,
)
from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.request import IdentityKind

ID_CARD = "11010519491231002X"  # the example of GB 11643
CREDIT_CODE = "91350100M000100Y43"  # the example of GB 32100


def test_the_examples_of_the_standards_are_right() -> None:
    assert id_card_problem(ID_CARD) == ""
    assert id_card_problem(ID_CARD.lower()) == ""
    assert credit_code_problem(CREDIT_CODE) == ""


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("", "id-card-shape"),
        ("110105491231002", "id-card-shape"),
        ("１１０１０５194912310021", "id-card-shape"),
        ("11010519490231002X", "id-card-birth-date"),
        ("110105194912310020", "id-card-check-digit"),
    ],
)
def test_wrong_identity_cards(number: str, code: str) -> None:
    assert id_card_problem(number) == code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("91350100M000100Y4", "credit-code-shape"),
        ("91350100I000100Y43", "credit-code-shape"),
        ("91350100M000100Y44", "credit-code-check-character"),
    ],
)
def test_wrong_credit_codes(number: str, code: str) -> None:
    assert credit_code_problem(number) == code


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place: int, shift: int) -> None:
    digit = str((int(ID_CARD[place]) + shift) % 10)
    assert id_card_problem(ID_CARD[:place] + digit + ID_CARD[place + 1 :])


def test_a_doubt_is_a_warning_at_the_field() -> None:
    doubt = check_identity(IdentityKind.ID_CARD, "123", "applicant.identity_number")
    assert doubt is not None
    assert (doubt.severity, doubt.field) == (Severity.WARNING, "applicant.identity_number")
    assert check_identity(IdentityKind.ID_CARD, " ", "x") is None
    assert check_identity(IdentityKind.PASSPORT, "E12345678", "x") is None
    assert check_identity(IdentityKind.CREDIT_CODE, "1", "x") is not None


def test_masks() -> None:
    assert masked(ID_CARD) == "110105********002X"
    assert masked("E12345678") == "*******78"
    assert masked("12") == "**"
    assert masked("") == ""


@given(st.text(min_size=1, max_size=30))
def test_a_mask_never_shows_the_whole(number: str) -> None:
    hidden = masked(number)
    assert len(hidden) == len(number)
    assert "*" in hidden
