"""Check digits of Chinese identity numbers, and how to show one without giving it away.

A number that fails is worth a second look, never a reason to refuse: papers are misprinted, and
the law asks for a proof of identity, not for a number that passes our arithmetic.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import IdentityKind

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = tuple(3**place % 31 for place in range(17))

_HEAD, _TAIL = 6, 4


def id_card_problem(number: str) -> str:
    """The code of what is wrong with an 18-digit 居民身份证 number (GB 11643), "" if nothing."""
    if not re.fullmatch(r"[0-9]{17}[0-9Xx]", number):
        return "id-card-shape"
    if _birth_date(number[6:14]) is None:
        return "id-card-birth-date"
    total = sum(int(digit) * weight for digit, weight in zip(number, _ID_WEIGHTS, strict=False))
    return "" if _ID_CHECKS[total % 11] == number[17].upper() else "id-card-check-digit"


def _birth_date(text: str) -> dt.date | None:
    try:
        return dt.date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def credit_code_problem(code: str) -> str:
    """The code of what is wrong with a 统一社会信用代码 (GB 32100), "" if nothing."""
    upper = code.upper()
    if len(upper) != 18 or any(sign not in _CODE_ALPHABET for sign in upper):
        return "credit-code-shape"
    total = sum(
        _CODE_ALPHABET.index(sign) * weight
        for sign, weight in zip(upper, _CODE_WEIGHTS, strict=False)
    )
    good = _CODE_ALPHABET[(31 - total % 31) % 31] == upper[17]
    return "" if good else "credit-code-check-character"


def check_identity(kind: IdentityKind, number: str, field: str) -> Problem | None:
    """A warning about a number that cannot be right; None for an empty or plausible one."""
    written = plain_number(number)
    match kind:
        case IdentityKind.ID_CARD if written:
            code = id_card_problem(written)
        case IdentityKind.CREDIT_CODE if written:
            code = credit_code_problem(written)
        case _:
            code = ""
    return Problem(code, field, {}, Severity.WARNING) if code else None


def masked(number: str) -> str:
    """The number for lists and exports: first 6 and last 4 signs, stars between.

    A short number keeps its last two signs only, so that no mask can show it whole.
    """
    if len(number) > _HEAD + _TAIL:
        return number[:_HEAD] + "*" * (len(number) - _HEAD - _TAIL) + number[-_TAIL:]
    return "*" * (len(number) - 2) + number[-2:] if len(number) > 2 else "*" * len(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """What a 居民身份证 number says of its bearer; shown to compare with the paper, never kept."""

    born: dt.date
    female: bool


def bearer(number: str) -> Bearer | None:
    """Birth date and sex inside a number that passes the check (GB 11643); else None."""
    plain = plain_number(number)
    if id_card_problem(plain):
        return None
    born = _birth_date(plain[6:14])
    return None if born is None else Bearer(born=born, female=int(plain[16]) % 2 == 0)


def plain_number(text: str) -> str:
    """A number as it is compared: half-width capitals without blanks and hyphens."""
    return re.sub(r"[\s\-–—]", "", unicodedata.normalize("NFKC", text)).upper()
